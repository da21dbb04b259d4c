import Surveys

/// How the answers to one variable stand in a table: a column of its own with a type and bounds.
///
/// An answer that can be counted is an integer: a level's code, an option's place among its question's options from 0, a
/// number's smallest units. Texts, days (`2026-11-03`) and several choices (`a;c`) are text. Where there is no answer,
/// the column is NULL, and ``Absence`` tells why; so any tool that averages a column averages answers.
struct StoredColumn: Sendable, Equatable {
    var name: String
    var kind: Kind

    enum Kind: Sendable, Equatable {
        case level(ClosedRange<Int>?)
        case option([String])
        case number(ClosedRange<Int>?, decimals: Int)
        case choices([String])
        case day
        case text
    }

    init(_ variable: Variable) {
        name = variable.name
        kind =
            switch variable.domain {
            case .levels(let scale): .level(scale.bounds)
            case .options(let options): .option(options.map(\.code))
            case .integers(let range): .number(range, decimals: 0)
            case .number(let range): .number(range?.bounds, decimals: range?.decimals ?? 0)
            case .optionSet(let options, _), .ranking(let options, _): .choices(options.map(\.code))
            case .day, .month: .day
            case .text, .unit: .text
            }
    }

    /// Why a question has no answer, as the letter that stands for it in the row's `_absent`.
    ///
    /// The letters stand in the order of the variables, one each; those after the last absent one are left out.
    enum Absence: UInt8 {
        /// `.`: the column says all: an answer, or, where it is NULL, none.
        case none = 0x2E
        /// `h`: hidden by the questionnaire's logic.
        case notAsked = 0x68
        /// `n`: 不适用.
        case notApplicable = 0x6E
    }

    /// What is written into a column.
    enum Cell {
        case null(Absence)
        case integer(Int)
        case text(String)
    }

    var isInteger: Bool {
        switch kind {
        case .level, .option, .number: true
        case .choices, .day, .text: false
        }
    }

    /// The least and the greatest integer that is an answer.
    var bounds: ClosedRange<Int>? {
        switch kind {
        case .level(let bounds), .number(let bounds, _): bounds
        case .option(let codes): codes.isEmpty ? nil : 0...(codes.count - 1)
        case .choices, .day, .text: nil
        }
    }

    /// `"XF1" INTEGER CONSTRAINT "XF1" CHECK ("XF1" BETWEEN 1 AND 5)`; the constraint bears the name that an error gives.
    var definition: String {
        let column = "\"\(name)\" \(isInteger ? "INTEGER" : "TEXT")"
        guard let bounds else { return column }
        return column
            + " CONSTRAINT \"\(name)\" CHECK (\"\(name)\" BETWEEN \(bounds.lowerBound) AND \(bounds.upperBound))"
    }

    // MARK: Answer to cell and back

    /// The cell that keeps an answer.
    ///
    /// - Returns: nil for an answer that is none to this variable; ``bounds`` are looked at by whoever writes it.
    func cell(for answer: Answer) -> Cell? {
        switch (kind, answer) {
        case (_, .missing): .null(.none)
        case (_, .notAsked): .null(.notAsked)
        case (_, .notApplicable): .null(.notApplicable)
        case (.level, .level(let code)): .integer(code)
        case (.option(let codes), .option(let code)): codes.firstIndex(of: code).map { .integer($0) }
        case (.number(_, let expected), .number(let units, let decimals)): decimals == expected ? .integer(units) : nil
        case (.choices(let known), .options(let codes)):
            codes.allSatisfy(known.contains) ? .text(codes.joined(separator: ";")) : nil
        case (.day, .day(let day)): .text(day.description)
        case (.text, .text(let text)): .text(text)
        default: nil
        }
    }

    /// The answer that an integer stands for.
    ///
    /// - Returns: nil for an integer that no answer has.
    func answer(_ integer: Int) -> Answer? {
        switch kind {
        case .level: .level(integer)
        case .option(let codes): codes.indices.contains(integer) ? .option(codes[integer]) : nil
        case .number(_, let decimals): .number(integer, decimals: decimals)
        case .choices, .day, .text: nil
        }
    }

    /// The answer that a text stands for.
    ///
    /// - Returns: nil for a text that no answer has.
    func answer(_ text: String) -> Answer? {
        switch kind {
        case .choices: .options(text.split(separator: ";").map(String.init))
        case .day: Day(text).map { .day($0) }
        case .text: .text(text)
        case .level, .option, .number: nil
        }
    }
}
