import Surveys

extension Preview {
    /// The preview for a screen or a printer of that many columns.
    package func text(width: Int = 80) -> String {
        var painter = PreviewTextPainter(preview: self, lines: TextLines(width: width))
        painter.paint()
        // No-break spaces have done their work once the lines are broken.
        return painter.out.map { $0.replacing("\u{A0}", with: " ").trimmedEnd + "\n" }.joined()
    }
}

private struct PreviewTextPainter {
    let preview: Preview
    let lines: TextLines
    let phrases: PreviewPhrases
    private(set) var out: [String] = []
    /// How far what belongs to a question is indented.
    private let margin: Int

    init(preview: Preview, lines: TextLines) {
        self.preview = preview
        self.lines = lines
        phrases = PreviewPhrases(for: preview.language)
        let last = preview.pages.flatMap(\.blocks).compactMap(\.number).max() ?? 1
        margin = String(last).count + 2
    }

    private var width: Int { lines.width }

    mutating func paint() {
        put(preview.title)
        out.append(String(repeating: "=", count: min(width, DisplayWidth.of(preview.title))))
        put(preview.facts.joined(separator: " · "))
        for paragraph in preview.introduction {
            out.append("")
            put(paragraph.plain)
        }
        for page in preview.pages { paint(page) }
    }

    private mutating func put(_ text: String, first: String = "", indent: Int? = nil) {
        out += lines.wrapped(text, first: first, indent: indent)
    }

    private mutating func put(below text: String, sign: String = "", by extra: Int = 0) {
        put(text, first: String(repeating: " ", count: margin + extra) + sign)
    }

    private mutating func paint(_ page: Preview.Page) {
        out.append("")
        if !page.title.isEmpty {
            let title = "── \(page.title) "
            put(title + String(repeating: "─", count: max(2, width - DisplayWidth.of(title))))
        }
        for paragraph in page.help { put(paragraph.plain) }
        if let condition = page.condition { put(condition, first: "→ ") }
        for block in page.blocks { paint(block) }
    }

    private mutating func paint(_ block: Preview.Block) {
        out.append("")
        let number = block.number.map { "\($0)." } ?? ""
        let remarks =
            block.remarks.isEmpty ? "" : phrases.say("（\(joined(block.remarks))）", " (\(joined(block.remarks)))")
        let code = block.code.map { " [\($0)]" } ?? ""
        put(
            block.text.plain + code + remarks,
            first: String(repeating: " ", count: margin - 1 - number.count) + number + " ")
        if let condition = block.condition { put(below: condition, sign: "→ ") }
        for paragraph in block.help { put(below: paragraph.plain) }
        paint(block.answer)
        for rule in block.rules { put(below: rule, sign: "※ ") }
    }

    private func joined(_ remarks: [String]) -> String { remarks.joined(separator: phrases.say("，", ", ")) }

    // MARK: Answers

    private mutating func paint(_ answer: Preview.Answer) {
        let line = String(repeating: "_", count: 12)
        switch answer {
        case .none: break
        case .choices(let choices, let mark): for choice in choices { paint(choice, mark) }
        case .list(let items):
            let shown = items.isEmpty ? phrases.listFromRoster : items.joined(separator: phrases.say("、", ", "))
            put(
                shown, first: String(repeating: " ", count: margin) + phrases.say("▽ 请选一个：", "▽ Choose one: "),
                indent: margin + 2)
        case .steps(let range): put(below: range.map { "○\u{A0}\($0)" }.joined(separator: Self.gap))
        case .grid(let steps, let rows): paintGrid(steps, rows)
        case .pair(let steps, let rows): paintPair(steps, rows)
        case .number(let unit, let note):
            put(below: line + (unit.map { " \($0)" } ?? "") + bracketed(note))
        case .numbers(let rows, let note):
            for row in rows { paint(row, below: [line + bracketed(note)]) }
        case .line(let limit):
            put(below: String(repeating: "_", count: min(40, width - margin)) + limitNote(limit))
        case .box(let limit):
            let rule = String(repeating: "_", count: width - margin)
            for _ in 0..<3 { put(below: rule) }
            if limit != nil { put(below: limitNote(limit).trimmingBlank) }
        case .day(let days):
            put(below: phrases.say("____ 年 __ 月 __ 日", "____-__-__ (year-month-day)") + spanNote(days, inMonths: false))
        case .month(let days):
            put(below: phrases.say("____ 年 __ 月", "____-__ (year-month)") + spanNote(days, inMonths: true))
        }
    }

    private func limitNote(_ limit: Int?) -> String {
        bracketed(limit.map { phrases.atMost(characters: $0) })
    }

    private func bracketed(_ note: String?) -> String {
        note.map { phrases.say("（\($0)）", " (\($0))") } ?? ""
    }

    /// Between answers on one line: wide enough that each circle is seen to belong to what follows it.
    private static let gap = "\u{A0}\u{A0} "

    private func spanNote(_ days: ClosedRange<Day>?, inMonths: Bool) -> String {
        guard let days else { return "" }
        let span = phrases.span(days, inMonths: inMonths)
        return phrases.say("（\(span)）", ", \(span)")
    }

    private mutating func paint(_ choice: Preview.Choice, _ mark: Preview.Mark) {
        let sign =
            switch mark {
            case .one: "○ "
            case .several: "□ "
            case .rank: "[ ] "
            }
        var text = choice.text.plain
        if let code = choice.code { text += " [\(code)]" }
        if choice.takesText {
            text += phrases.say("（\(phrases.pleaseWrite)：________）", " (\(phrases.pleaseWrite): ________)")
        }
        let remarks = choice.remarks + [choice.condition].compactMap { $0 }
        if !remarks.isEmpty { text += phrases.say("（\(joined(remarks))）", " (\(joined(remarks)))") }
        put(text, first: String(repeating: " ", count: margin) + sign)
        for paragraph in choice.help { put(below: paragraph.plain, by: sign.count) }
    }

    // MARK: Rows

    /// A row by itself, its answers below it.
    private mutating func paint(_ row: Preview.Row, below answers: [String]) {
        put(label(row), first: head(row))
        paintBelow(row)
        for answer in answers { put(below: answer, by: 5) }
    }

    private func head(_ row: Preview.Row) -> String { String(repeating: " ", count: margin) + "(\(row.number)) " }

    private func label(_ row: Preview.Row) -> String {
        var text = row.text.plain
        if let code = row.code { text += " [\(code)]" }
        if !row.remarks.isEmpty { text += phrases.say("（\(joined(row.remarks))）", " (\(joined(row.remarks)))") }
        return text
    }

    private mutating func paintBelow(_ row: Preview.Row) {
        if let condition = row.condition { put(below: condition, sign: "→ ", by: 4) }
        for paragraph in row.help { put(below: paragraph.plain, by: 4) }
    }

    /// The levels on top, a circle for each below; one row a line where that is too wide.
    private mutating func paintGrid(_ steps: [Preview.Step], _ rows: [Preview.Row]) {
        guard let heads = GridHeads(steps, in: width - margin) else {
            let answers = steps.map { "○\u{A0}\($0.text)" }.joined(separator: Self.gap)
            for row in rows { paint(row, below: [answers]) }
            return
        }
        let left = width - heads.width
        for line in heads.lines { out.append(String(repeating: " ", count: left) + line) }
        for row in rows {
            let text = TextLines(width: left - 2).wrapped(label(row), first: head(row))
            out.append(DisplayWidth.padded(text[0], to: left) + heads.circles)
            out += text.dropFirst()
            paintBelow(row)
        }
    }

    /// The levels by their numbers, explained once above.
    private mutating func paintPair(_ steps: [Preview.Step], _ rows: [Preview.Row]) {
        // The numbers between two that mean something explain themselves.
        let legend = steps.compactMap { step in step.meaning.map { "\(step.sign)\u{A0}\($0)" } }
        if !legend.isEmpty { put(below: legend.joined(separator: phrases.say("；", "; "))) }
        let signs = steps.map { "○\($0.sign)" }.joined(separator: " ")
        let column =
            max(DisplayWidth.of(signs), DisplayWidth.of(phrases.current), DisplayWidth.of(phrases.required)) + 2
        let left = width - 2 * column
        guard left - margin >= GridHeads.narrowestStatement else {
            for row in rows {
                paint(row, below: ["\(phrases.current)  \(signs)", "\(phrases.required)  \(signs)"])
            }
            return
        }
        func cells(_ first: String, _ second: String) -> String {
            DisplayWidth.padded(first, to: column) + second
        }
        out.append(String(repeating: " ", count: left) + cells(phrases.current, phrases.required))
        for row in rows {
            let text = TextLines(width: left - 2).wrapped(label(row), first: head(row))
            out.append(DisplayWidth.padded(text[0], to: left) + cells(signs, signs))
            out += text.dropFirst()
            paintBelow(row)
        }
    }
}

/// The heads of a grid's columns, broken into lines so that the statements beside them keep enough room.
private struct GridHeads {
    /// Of all columns together.
    var width: Int
    var lines: [String]
    /// What stands below the heads in each row.
    var circles: String

    /// Less is unreadable beside a grid.
    static let narrowestStatement = 28

    /// - Returns: nil where no way of breaking leaves enough room.
    init?(_ steps: [Preview.Step], in room: Int) {
        guard !steps.isEmpty else { return nil }
        let widest = steps.map { DisplayWidth.of($0.text) }.max() ?? 0
        for wanted in stride(from: widest, through: min(widest, 4), by: -1) {
            let heads = steps.map { Self.balanced($0.text, within: wanted) }
            let widths = heads.map { $0.map { DisplayWidth.of($0) }.max() ?? 0 }
            let total = widths.reduce(0) { $0 + $1 + 2 }
            let height = heads.map(\.count).max() ?? 1
            guard height <= 3 else { return nil }
            guard total + Self.narrowestStatement <= room else { continue }
            width = total
            lines = (0..<height).map { index in
                zip(heads, widths).map { head, width in
                    // The last lines stand level, right above the circles.
                    let line = index - (height - head.count)
                    return DisplayWidth.padded(line >= 0 ? head[line] : "", to: width + 2)
                }.joined().trimmedEnd
            }
            circles = widths.map { DisplayWidth.padded("○", to: $0 + 2) }.joined().trimmedEnd
            return
        }
        return nil
    }

    /// Lines as even as can be: 不太/符合, not 不太符/合.
    private static func balanced(_ text: String, within width: Int) -> [String] {
        let lines = TextLines(width: width).wrapped(text)
        for narrower in stride(from: 1, to: width, by: 1) {
            let evened = TextLines(width: narrower).wrapped(text)
            if evened.count == lines.count { return evened }
        }
        return lines
    }
}

extension String {
    fileprivate var trimmedEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }

    fileprivate var trimmingBlank: String { String(drop { $0 == " " }) }
}
