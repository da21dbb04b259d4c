extension Explanation {
    /// The explanation as a person reads it at the terminal.
    public func rendered(_ language: ReaderLanguage) -> String {
        let labels = ExampleLabels(wrong)
        let why = Paragraph(text: why.text(in: language)).lines.joined(separator: "\n")
        var out = "\(code) \(title.text(in: language))\n\n\(why)\n"
        if case .survey(let text) = previous {
            out += "\n\(ExampleLabels.previous.text(in: language))\n\(indented(text))"
        }
        out += "\n\(labels.wrong.text(in: language))\n\(indented(wrong.text))"
        if let remark { out += "\n\(remark.text(in: language))\n" }
        out += "\n\(labels.right.text(in: language))\n\(indented(right.text))"
        return out
    }

    private func indented(_ text: String) -> String {
        text.split(separator: "\n").map { "    \($0)\n" }.joined()
    }

    /// What check says of the wrong example; nil where that takes more than the survey's own text.
    var remark: Wording? {
        let reading = reading(of: wrong)
        guard let remark = reading.diagnostics.first(where: { $0.code == code }) else { return nil }
        let position = reading.source.position(of: remark.range.lowerBound)
        return Wording(
            "\(remark.heading(.chinese))（第 \(position.line) 行第 \(position.character) 字）",
            "\(remark.heading(.english)) (\(position.line):\(position.character))")
    }
}

/// What stands above the examples.
struct ExampleLabels {
    static let previous = Wording("上一年的问卷：", "Last year's survey:")

    var wrong: Wording
    var right = Wording("改正以后：", "Write instead:")

    init(_ example: Explanation.Example) {
        wrong =
            example.encoding == .utf8
            ? Wording("有问题的写法：", "This is remarked on:")
            : Wording(
                "有问题的写法（文件存成了 \(example.encoding.rawValue)）：",
                "This is remarked on (the file being saved as \(example.encoding.rawValue)):")
        if example.encoding != .utf8 { right = Wording("另存为 UTF-8：", "Save it as UTF-8:") }
    }
}

extension ExplanationTheme {
    /// All codes with their titles, theme by theme.
    public static func listing(_ language: ReaderLanguage) -> String {
        all.map { theme in
            let lines = theme.explanations.map { "  \($0.code)  \($0.title.text(in: language))\n" }
            return "\(theme.name.text(in: language))\n\(lines.joined())"
        }.joined(separator: "\n")
    }
}
