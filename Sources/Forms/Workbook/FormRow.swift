import Workbooks

/// One line of the sheet 问卷 before it is painted.
struct FormRow: Sendable, Equatable {
    /// The code of the question or row; empty for a note.
    var code = ""
    /// The title of the page it stands on; the painter writes it once.
    var section: String
    var text: String
    /// What is filled in here; nil for a stem or a note.
    var input: FormInput?
    /// What stands under 检查; nil where another line tells it.
    var status: FormStatus?
    /// In points; measured once, for it is the same in every copy of the form.
    var height = 26.0
    /// A question's own words stand out from those of its rows.
    var isStem = false

    /// One of several choices, below the question that they belong to.
    var isOption: Bool { code.isEmpty && input != nil }

    /// The width of the column of texts, in which the height is measured.
    static let textWidth = 58.0

    /// As high as its texts need, and high enough to be written in by hand.
    func measured(isFirstOfSection: Bool) -> Double {
        var least = 26.0
        if case .longText? = input?.kind { least = 72 }
        let lines = TextMeasure.lines(of: text, columnWidth: Self.textWidth - (isOption ? 3 : 1))
        var height = TextMeasure.rowHeight(lines: lines) + (lines > 1 ? 6 : 0)
        if isFirstOfSection {
            let lines = TextMeasure.lines(of: section, columnWidth: 11, size: 10)
            height = max(height, TextMeasure.rowHeight(lines: lines, size: 10))
        }
        // Excel has no higher rows; what is longer can be read in the cell itself.
        return min(max(least, height), 409)
    }
}

/// What may be filled into a cell, with what is said beside it.
struct FormInput: Sendable, Equatable {
    var kind: Kind
    /// Beside the cell, before anything is typed.
    var hint: String

    enum Kind: Sendable, Equatable {
        /// One of a list; the number of the list. A loose one lets people type the number alone.
        case list(Int, isLoose: Bool)
        case integers(ClosedRange<Int>)
        case numbers(ClosedRange<Double>)
        case text(limit: Int?)
        case longText(limit: Int?)
        case day(ClosedRange<WorkbookDay>?)
        case month(ClosedRange<WorkbookDay>?)
    }
}

/// The formula under 检查, and what it yields while nothing is filled in.
struct FormStatus: Sendable, Equatable {
    var formula: String
    var initially: String
}

/// The texts that a drop-down offers; many cells share one list.
struct FormList: Sendable, Equatable {
    var name: String
    var title: String
    var entries: [String]
}
