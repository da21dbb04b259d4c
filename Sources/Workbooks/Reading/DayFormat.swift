/// A number format that shows a day, and how much of it.
///
/// A spreadsheet keeps a day as a number, and only the format of the cell tells it from a count: 46024 is
/// 2026-01-02 where the format says `yyyy-mm-dd`. Formats of times alone, percents and amounts are none of these.
struct DayFormat: Hashable {
    /// No day of the month is shown: `yyyy年m月`.
    private var isMonth = false
    private var hasTime = false

    /// The formats that workbooks name by number only (ECMA-376 part 1, 18.8.30); nil for those that show no day.
    ///
    /// 27 to 36 and 50 to 58 differ by country: in China 32 to 35, 55 and 56 are times of day.
    init?(builtIn id: Int) {
        switch id {
        case 14...16, 27...31, 36, 50...54, 57, 58: break
        case 17: isMonth = true
        case 22: hasTime = true
        default: return nil
        }
    }

    /// A format as it is written out; nil for one that shows no day.
    ///
    /// What stands in quotes or brackets, or behind `\`, `_` and `*`, is no code; `m` is minutes beside `h` or `s`; and
    /// only the first section counts, which shows positive numbers.
    init?(_ code: String) {
        var letters = ""
        var rest = Substring(code.lowercased())
        scanning: while let character = rest.popFirst() {
            switch character {
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "[":
                // `[h]` and `[mm]` count time; colours, countries and conditions are nothing that is shown.
                let content = Set(rest.prefix { $0 != "]" })
                if ["h", "m", "s"].contains(content) { letters.append("h") }
                rest = rest.drop { $0 != "]" }.dropFirst()
            case "\\", "_", "*": rest = rest.dropFirst()
            case ";": break scanning
            default: letters.append(character)
            }
        }
        for marker in ["am/pm", "a/p"] { letters = letters.replacing(marker, with: "h") }
        hasTime = letters.contains("h") || letters.contains("s")
        let hasDay = letters.contains("d") || letters.contains("aaa")
        guard hasDay || letters.contains("y") || (letters.contains("m") && !hasTime) else { return nil }
        isMonth = !hasDay && !hasTime && letters.contains("m")
    }

    /// The day as the cell shows it: `2026-01-02`, `2026-01` or `2026-01-02 09:30:00`.
    ///
    /// Nil for a number below 2,200, which somebody typed into a cell for days as a count or a year, and for one that
    /// is no day.
    func text(of number: Double, countsFrom1904: Bool) -> String? {
        let seconds = hasTime ? (number * 86_400).rounded() : number.rounded(.down) * 86_400
        guard number >= 2_200,
            let day = WorkbookDay(serial: (seconds / 86_400).rounded(.down), countsFrom1904: countsFrom1904)
        else { return nil }
        if isMonth { return String(day.text.dropLast(3)) }
        let second = Int(seconds) % 86_400
        return second == 0 ? day.text : "\(day.text) \(Self.time(second))"
    }

    /// The day of a cell that holds it in words, as strict workbooks do: `2026-01-02T09:30:00`; nil for other texts.
    static func text(ofISO text: String) -> String? {
        guard
            let match = text.wholeMatch(
                of: /([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T([0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.[0-9]+)?Z?)?/),
            let year = Int(match.1), let month = Int(match.2), let day = Int(match.3),
            let day = try? WorkbookDay(year: year, month: month, day: day)
        else { return nil }
        guard let time = match.4, time != "00:00:00" else { return day.text }
        return "\(day.text) \(time)"
    }

    private static func time(_ second: Int) -> String {
        [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}

/// Which styles of a workbook's cells show a number as a day.
struct DayStyles {
    private var formats: [Int: DayFormat] = [:]

    init() {}

    /// Excel takes some 250 formats of a workbook's own, of 255 characters.
    private static let (mostFormats, longestFormat) = (10_000, 255)

    /// Reads the part with the styles, up to the list that cells refer to; nil for more formats than any program writes.
    init?(_ tokens: inout XMLTokens) {
        var written: [Int: DayFormat?] = [:]
        var isOfCells = false
        var (style, formats) = (0, 0)
        while let token = tokens.next(), token != .end("cellXfs") {
            guard case .start(let tag, let attributes) = token else { continue }
            let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
            switch tag {
            case "cellXfs": isOfCells = true
            case "numFmt":
                formats += 1
                guard formats <= Self.mostFormats else { return nil }
                let code = attributes["formatCode"] ?? ""
                written.updateValue(code.utf8.count <= Self.longestFormat ? DayFormat(code) : nil, forKey: id)
            case "xf" where isOfCells:
                self.formats[style] = written[id] ?? DayFormat(builtIn: id)
                style += 1
            default: break
            }
        }
    }

    /// The day that a cell of a style shows; nil where it shows a number.
    func day(_ number: Double, style: Int, countsFrom1904: Bool) -> String? {
        formats[style]?.text(of: number, countsFrom1904: countsFrom1904)
    }
}
