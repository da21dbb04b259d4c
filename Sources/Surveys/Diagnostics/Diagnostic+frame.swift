extension Diagnostic {
    /// The remark as a person reads it: title, place, the lines with carets under them, and what to do.
    public func rendered(in source: SourceText, file: String, language: ReaderLanguage) -> String {
        let position = source.position(of: range.lowerBound)
        var out = "\(heading(language))\n"
        let shown = frameLines(source, language)
        let gutter = String(repeating: " ", count: max(2, String(shown.map(\.number).max() ?? 1).count))
        switch language {
        case .chinese: out += "\(gutter) ──▶ \(file) 第 \(position.line) 行第 \(position.character) 字\n"
        case .english: out += "\(gutter) ──▶ \(file):\(position.line):\(position.character)\n"
        }
        out += "\(gutter)  │\n"
        var last = 0
        for (index, frame) in shown.enumerated() {
            if index > 0, frame.number > last + 1 { out += "\(gutter.dropLast())…  │\n" }
            last = frame.number
            let number = String(repeating: " ", count: gutter.count - String(frame.number).count) + String(frame.number)
            out += " \(number) │ \(frame.text)\n"
            for underline in frame.underlines { out += " \(gutter) │ \(underline)\n" }
        }
        let advice = notes.map { $0.text(in: language) } + fixAdvice(source, language)
        if !advice.isEmpty { out += "\(gutter)  │\n" }
        for line in advice { out += "\(gutter)  = \(line)\n" }
        return out
    }

    private func heading(_ language: ReaderLanguage) -> String {
        let name =
            switch (severity, language) {
            case (.error, .chinese): "错误"
            case (.warning, .chinese): "提醒"
            case (.hint, .chinese): "建议"
            case (.error, .english): "error"
            case (.warning, .english): "warning"
            case (.hint, .english): "hint"
            }
        let colon = language == .chinese ? "：" : ": "
        return "\(name) \(code)\(colon)\(title.text(in: language))"
    }

    private struct FrameLine {
        var number: Int
        var text: String
        var underlines: [String]
    }

    private func frameLines(_ source: SourceText, _ language: ReaderLanguage) -> [FrameLine] {
        var frames: [Int: FrameLine] = [:]
        func mark(_ range: Range<Int>, _ sign: Character, _ label: Wording?) {
            let line = source.line(at: range.lowerBound)
            let from = line.index(ofOffset: range.lowerBound)
            let to = max(from + 1, min(line.characters.count, line.index(ofOffset: range.upperBound)))
            let indent = DisplayWidth.of(String(line.characters[..<min(from, line.characters.count)]))
            let marked = from < line.characters.count ? DisplayWidth.of(line.raw(from..<to)) : 1
            let label = label.map { " \($0.text(in: language))" } ?? ""
            let underline =
                String(repeating: " ", count: indent) + String(repeating: sign, count: max(1, marked)) + label
            frames[line.number, default: FrameLine(number: line.number, text: String(line.characters), underlines: [])]
                .underlines.append(underline)
        }
        mark(range, "^", label)
        for other in related { mark(other.range, "-", other.label) }
        return frames.values.sorted { $0.number < $1.number }
    }

    private func fixAdvice(_ source: SourceText, _ language: ReaderLanguage) -> [String] {
        guard let fix else { return [] }
        let line = source.line(at: fix.range.lowerBound)
        let from = line.index(ofOffset: fix.range.lowerBound)
        let to = line.index(ofOffset: fix.range.upperBound)
        let corrected = String(line.characters[..<from]) + fix.replacement + String(line.characters[to...])
        let lead =
            switch (fix.isCertain, language) {
            case (true, .chinese): "改法："
            case (false, .chinese): "可以改成："
            case (true, .english): "write: "
            case (false, .english): "perhaps: "
            }
        return [lead + corrected]
    }
}
