extension Explanation {
    /// The explanation as a person reads it at the terminal.
    public func rendered(_ language: ReaderLanguage) -> String {
        let labels = ExampleLabels(self)
        let why = Paragraph(text: why.text(in: language)).lines.joined(separator: "\n")
        var out = "\(code) \(title.text(in: language))\n\n\(why)\n"
        if let previous { out += "\n\(labels.previous.text(in: language))\n\(indented(previous))" }
        out += "\n\(labels.wrong.text(in: language))\n\(indented(wrong.text))"
        if let remark { out += "\n\(remark.text(in: language))\n" }
        out += "\n\(labels.right.text(in: language))\n\(indented(right.text))"
        return out
    }

    private func indented(_ text: String) -> String {
        text.split(separator: "\n").map { "    \($0)\n" }.joined()
    }

    /// The edition that both examples are compared with.
    var previous: String? {
        if case .previous(let text) = wrong.beside { text } else { nil }
    }

    /// What check says of the wrong example; nil where that is said of the file's bytes.
    var remark: Wording? {
        let reading = wrong.reading
        guard let remark = reading.diagnostics.first(where: { $0.code == code }) else { return nil }
        let position = reading.source.position(of: remark.range.lowerBound)
        return Wording(
            "\(remark.heading(.chinese))（第 \(position.line) 行第 \(position.character) 字）",
            "\(remark.heading(.english)) (\(position.line):\(position.character))")
    }
}

/// What stands above the examples.
struct ExampleLabels {
    var previous = Wording("上一版：", "The previous edition:")
    var wrong = Wording("有问题的写法：", "This is remarked on:")
    var right = Wording("改正以后：", "Write instead:")

    init(_ explanation: Explanation) {
        let encoding = explanation.wrong.encoding
        if encoding != .utf8 {
            wrong = Wording(
                "有问题的写法（文件存成了 \(encoding.rawValue)）：",
                "This is remarked on (the file being saved as \(encoding.rawValue)):")
            right = Wording("另存为 UTF-8：", "Save it as UTF-8:")
        }
        if case .roster(let roster) = explanation.wrong.beside {
            wrong = Wording(
                "有问题的写法（名册上有 \(roster.headcount) 人）：",
                "This is remarked on (with \(roster.headcount) people on the roster):")
        }
        if explanation.wrong.beside == .noPrevious {
            wrong = Wording(
                "有问题的写法（旁边没有 2025 年的问卷）：", "This is remarked on (without the survey of 2025 beside it):")
            right = Wording("把 2025 年的问卷放在旁边：", "Put the survey of 2025 beside it:")
        }
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
