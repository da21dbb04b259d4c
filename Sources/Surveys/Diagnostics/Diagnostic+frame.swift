extension Diagnostic {
    /// The remark as a person reads it: title, place, the lines with carets under them, and what to do.
    public func rendered(in source: SourceText, file: String, language: ReaderLanguage) -> String {
        let position = source.position(of: range.lowerBound)
        let file = TerminalText.line(file)
        var out = "\(heading(language))\n"
        let shown = frameLines(source, language)
        let lastNumber = max(
            shown.map(\.number).max() ?? 1, fix.map { source.position(of: $0.range.lowerBound).line } ?? 1)
        let gutter = String(repeating: " ", count: max(2, String(lastNumber).count))
        switch language {
        case .chinese: out += "\(gutter) ──▶ \(file) 第 \(position.line) 行第 \(position.character) 字\n"
        case .english: out += "\(gutter) ──▶ \(file):\(position.line):\(position.character)\n"
        }
        out += "\(gutter)  │\n"
        var last = 0
        for (index, frame) in shown.enumerated() {
            if index > 0, frame.number > last + 1 { out += "\(gutter)… │\n" }
            last = frame.number
            let number = String(repeating: " ", count: gutter.count - String(frame.number).count) + String(frame.number)
            out += " \(number) │ \(frame.text)\n"
            for underline in frame.underlines { out += " \(gutter) │ \(underline)\n" }
        }
        if !notes.isEmpty || fix != nil { out += "\(gutter)  │\n" }
        for note in notes { out += "\(gutter)  = \(brief(note, language))\n" }
        if let fix {
            let corrected = correctedLine(fix, source)
            let number =
                String(repeating: " ", count: gutter.count - String(corrected.number).count) + String(corrected.number)
            out += "\(gutter)  = \(lead(to: fix, language))\n \(number) │ \(corrected.text)\n"
        }
        return out
    }

    func heading(_ language: ReaderLanguage) -> String {
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
        return "\(name) \(code)\(colon)\(brief(title, language))"
    }

    /// What is quoted from a text may be as long as the text; nobody reads more than its two ends.
    private func brief(_ wording: Wording, _ language: ReaderLanguage) -> String {
        let text = wording.text(in: language)
        guard text.unicodeScalars.count > Self.longest else { return text }
        return "\(text.prefix(Self.longest / 2))…\(text.suffix(Self.longest / 4))"
    }

    private static let longest = 400

    private struct FrameLine {
        var number: Int
        var text: String
        var underlines: [String]
    }

    private func frameLines(_ source: SourceText, _ language: ReaderLanguage) -> [FrameLine] {
        var frames: [Int: FrameLine] = [:]
        var excerpts: [Int: LineExcerpt] = [:]
        func mark(_ range: Range<Int>, _ sign: Character, _ label: Wording?) {
            let line = source.line(at: range.lowerBound)
            let from = line.index(ofOffset: range.lowerBound)
            let to = max(from, min(line.end, line.index(ofOffset: range.upperBound)))
            let label = label.map { " \(brief($0, language))" } ?? ""
            let excerpt = excerpts[line.number] ?? LineExcerpt(line, around: from..<to)
            excerpts[line.number] = excerpt
            let columns = excerpt.columns(from..<to)
            let underline =
                String(repeating: " ", count: columns.before) + String(repeating: sign, count: max(1, columns.width))
                + label
            frames[line.number, default: FrameLine(number: line.number, text: excerpt.text, underlines: [])]
                .underlines.append(underline)
        }
        mark(range, "^", label)
        for other in related { mark(other.range, "-", other.label) }
        return frames.values.sorted { $0.number < $1.number }
    }

    private func lead(to fix: Fix, _ language: ReaderLanguage) -> String {
        switch (fix.isCertain, language) {
        case (true, .chinese): "改法（zicha fix 可自动改）："
        case (false, .chinese): "可以改成："
        case (true, .english): "write (zicha fix does it):"
        case (false, .english): "perhaps:"
        }
    }

    private func correctedLine(_ fix: Fix, _ source: SourceText) -> (number: Int, text: String) {
        let line = source.line(at: fix.range.lowerBound)
        let from = line.index(ofOffset: fix.range.lowerBound)
        let to = max(from, line.index(ofOffset: fix.range.upperBound))
        return (line.number, LineExcerpt.corrected(line, from..<to, by: fix.replacement))
    }
}
