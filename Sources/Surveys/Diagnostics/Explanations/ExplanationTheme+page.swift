extension ExplanationTheme {
    /// The reference page of all codes, in Markdown and both languages: docs/diagnostics.md.
    public static let page = """
        # 诊断代码 | Diagnostic codes

        `zicha check` 指出的每个问题都有一个代码，代码的意思永远不变。`zicha explain Z013` 在终端里说同样的话。
        每个例子都是一份完整的问卷，存成文件就可以检查。这一页由 `zicha explain --all` 写成，请不要直接改。

        Every remark of `zicha check` has a code whose meaning never changes. `zicha explain Z013` says the same at the
        terminal. Each example is a whole survey that can be saved and checked. This page is what `zicha explain --all`
        prints; do not edit it.

        \(all.map(\.section).joined(separator: "\n"))
        """

    private var section: String {
        "## \(name.chinese) | \(name.english)\n\n" + explanations.map(\.section).joined(separator: "\n")
    }
}

extension Explanation {
    private var lastYear: String {
        guard case .survey(let text) = previous else { return "" }
        return "\(ExampleLabels.previous.chinese) | \(ExampleLabels.previous.english)\n\n```zicha\n\(text)\n```\n\n"
    }

    fileprivate var section: String {
        let labels = ExampleLabels(wrong)
        return """
            ### \(code) \(title.chinese)

            \(why.chinese)

            **\(title.english).** \(why.english)

            \(lastYear)\(labels.wrong.chinese) | \(labels.wrong.english)

            ```zicha
            \(wrong.text)
            ```

            \(remark.map { "> \($0.chinese)\\\n> \($0.english)\n\n" } ?? "")\
            \(labels.right.chinese) | \(labels.right.english)

            ```zicha
            \(right.text)
            ```

            """
    }
}
