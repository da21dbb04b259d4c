import Surveys
import Workbooks

/// Turns what stands in the cells of one variable into the text that a column of a table would hold.
///
/// Cells keep kinds of values that a text table does not know: days that are numbers, marks beside options, ranks. What
/// an answer may be is decided behind it, by the reader that every way in shares.
struct FormCellReader: Sendable {
    private let domain: Variable.Domain
    /// How many cells the variable has.
    let count: Int

    init(_ variable: Variable) {
        domain = variable.domain
        switch domain {
        case .optionSet(let options, _), .ranking(let options, _): count = options.count
        default: count = 1
        }
    }

    struct Failure: Error {
        var fault: FormReading.Fault
    }

    func text(of contents: ArraySlice<WorkbookReader.Content?>) -> Result<String, Failure> {
        do throws(Failure) {
            let values = try contents.map { content throws(Failure) in try Self.typed(content) }
            switch domain {
            case .optionSet(let options, _): return .success(try Self.marked(values, options))
            case .ranking(let options, _): return .success(try Self.ranked(values, options))
            default: return .success(try single(values[0]))
            }
        } catch {
            return .failure(error)
        }
    }

    /// The value that somebody typed: a formula's would be another program's word.
    private static func typed(_ content: WorkbookReader.Content?) throws(Failure) -> WorkbookReader.Content.Value? {
        guard let content else { return nil }
        if content.isFormula { throw Failure(fault: .formula) }
        switch content.value {
        case .error: throw Failure(fault: .errorValue)
        case .text(let text) where AnswerReader.trimmed(text).isEmpty: return nil
        default: return content.value
        }
    }

    // MARK: One cell

    private func single(_ value: WorkbookReader.Content.Value?) throws(Failure) -> String {
        guard let value else { return "" }
        switch (domain, value) {
        case (.day, .number(let number)): return try Self.day(number).text
        // A spreadsheet knows no months; 2026-03 is the first of March.
        case (.month, .number(let number)): return String(try Self.day(number).text.dropLast(3))
        // The sheet shows a day; a month is what it shows of it.
        case (.month, .day(let text)): return String(text.prefix(7))
        case (.day, .text(let text)): return Self.plainDay(text, parts: 3)
        case (.month, .text(let text)): return Self.plainDay(text, parts: 2)
        case (.options(let options), _) where Self.isYesNo(options):
            // A cross beside a question means no to some and yes to others, so it is no answer here.
            return switch Self.mark(value) {
            case .yes: options[0].code
            case .no: options[1].code
            case .cross, nil: Self.text(value)
            }
        default: return Self.text(value)
        }
    }

    private static func text(_ value: WorkbookReader.Content.Value) -> String {
        switch value {
        case .text(let text), .day(let text): text
        case .number(let number): Int(exactly: number).map(String.init) ?? "\(number)"
        case .truth(let truth): truth ? "TRUE" : "FALSE"
        case .error, .unknown: ""
        }
    }

    private static func day(_ number: Double) throws(Failure) -> WorkbookDay {
        // 2026 or 2026.03 typed as a number would be a day of 1905.
        guard let day = WorkbookDay(serial: number), !(1900..<2200).contains(number) else {
            throw Failure(fault: .answer(.notADay))
        }
        return day
    }

    /// `2026年3月1日` as `2026-3-1`, and no more of it than the question asks for.
    private static func plainDay(_ text: String, parts count: Int) -> String {
        guard text.contains("年") else { return text }
        let parts = text.split { "年月日号".contains($0) }.map { AnswerReader.trimmed($0) }.filter { !$0.isEmpty }
        return parts.prefix(count).joined(separator: "-")
    }

    // MARK: Marks and ranks

    /// A question of 是 and 否 has the codes 1 and 0.
    private static func isYesNo(_ options: [Option]) -> Bool { options.map(\.code) == ["1", "0"] }

    private static func marked(
        _ values: [WorkbookReader.Content.Value?], _ options: [Option]
    ) throws(Failure) -> String {
        let marks = try values.map { value throws(Failure) -> Mark? in
            guard let value else { return nil }
            guard let mark = mark(value) else { throw Failure(fault: .notAMark) }
            return mark
        }
        // Who ticks some options and crosses out others does not choose what is crossed out; who only crosses does.
        guard !marks.contains(.cross) || !marks.contains(.yes) else { throw Failure(fault: .notAMark) }
        let chosen = zip(options, marks).filter { $1 == .yes || $1 == .cross }
        return chosen.map(\.0.code).joined(separator: joint)
    }

    private static func ranked(
        _ values: [WorkbookReader.Content.Value?], _ options: [Option]
    ) throws(Failure) -> String {
        var ranks: [(rank: Int, code: String)] = []
        for (value, option) in zip(values, options) {
            guard let value else { continue }
            guard let rank = wholeNumber(value) else { throw Failure(fault: .badRanks) }
            ranks.append((rank, option.code))
        }
        ranks.sort { $0.rank < $1.rank }
        guard ranks.map(\.rank) == Array(1..<(ranks.count + 1)) else { throw Failure(fault: .badRanks) }
        return ranks.map(\.code).joined(separator: joint)
    }

    /// The first joint that the answer reader looks for; no code holds it.
    private static let joint = "┋"

    private enum Mark { case yes, no, cross }

    /// What people put beside a thing that applies, or does not; nil for anything else.
    private static func mark(_ value: WorkbookReader.Content.Value) -> Mark? {
        switch value {
        case .truth(let truth): truth ? .yes : .no
        case .number(1): .yes
        case .number(0): .no
        case .text(let text):
            switch halfWidth(text).lowercased() {
            case "是", "1", "1.0", "✓", "✔", "√", "☑", "y", "yes", "对", "true": .yes
            case "否", "0", "0.0", "n", "no", "false": .no
            case "x", "×": .cross
            default: nil
            }
        default: nil
        }
    }

    private static func wholeNumber(_ value: WorkbookReader.Content.Value) -> Int? {
        switch value {
        case .number(let number): Int(exactly: number)
        case .text(let text): Int(halfWidth(text)) ?? Double(halfWidth(text)).flatMap { Int(exactly: $0) }
        default: nil
        }
    }

    private static func halfWidth(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                AnswerReader.trimmed(text).unicodeScalars.map { scalar in
                    ("\u{FF01}"..."\u{FF5E}").contains(scalar)
                        ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
                }))
    }
}
