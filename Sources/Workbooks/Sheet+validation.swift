import CXlsxWriter

/// What may be typed into a cell.
///
/// A list is always a block of cells: lists written into the rule itself overrun the library's memory when Chinese,
/// and WPS rewrites them.
public enum InputRule: Hashable, Sendable {
    /// One of the texts of a block of cells, chosen from a drop-down.
    case list(SheetRange)
    /// One of the texts of a block of cells that bears a name, which may be defined later: many cells share one list.
    case listNamed(String)
    /// A day between two, both included.
    case days(ClosedRange<WorkbookDay>)
    /// A whole number between two, both included.
    case wholeNumbers(ClosedRange<Int>)
    /// A number between two, both included.
    case numbers(ClosedRange<Double>)
    /// A text of at most so many characters.
    case textUpTo(Int)
}

/// What Excel says when the rule is broken, and how firmly.
public struct InputMessage: Hashable, Sendable {
    /// Whether the wrong value is refused.
    public enum Firmness: Hashable, Sendable {
        /// The value is refused.
        case stop
        /// The reader may keep it.
        case warning
    }

    /// The title, at most 32 characters.
    public var title: String
    /// The sentence, at most 255 characters.
    public var text: String
    /// Whether the wrong value is refused.
    public var firmness: Firmness
    /// What is said beside the cell before anything is typed, at most 255 characters; empty for nothing.
    public var hint: String

    /// A title and a sentence.
    public init(title: String, text: String, firmness: Firmness = .stop, hint: String = "") {
        self.title = title
        self.text = text
        self.firmness = firmness
        self.hint = hint
    }
}

extension Sheet {
    /// Holds the cells of the block to a rule.
    public mutating func addInputRule(
        _ rule: InputRule, to range: CellRange, message: InputMessage
    ) throws(WorkbookError) {
        try layout.checkInside(range, sheet: name)
        let title = CellText.escaped(message.title)
        let text = CellText.escaped(message.text)
        let hint = CellText.escaped(message.hint)
        guard !title.isEmpty, title.utf16.count <= 32, !text.isEmpty, text.utf16.count <= 255, hint.utf16.count <= 255
        else { throw badRule(range) }
        var list = ""
        if case .listNamed(let name) = rule {
            engine.promise(name: name, by: "\(self.name)!\(range.name)")
            list = "=" + name
        }
        if case .numbers(let numbers) = rule, !numbers.lowerBound.isFinite || !numbers.upperBound.isFinite {
            throw badRule(range)
        }
        if case .list(let source) = rule {
            guard source.range.first.isOnSheet, source.range.last.isOnSheet,
                source.range.rows.count == 1 || source.range.columns.count == 1
            else { throw badRule(range) }
            engine.promise(sheet: source.sheet, by: "\(name)!\(range.name)")
            list = "=" + source.formula
        }
        if case .textUpTo(let length) = rule, !(1...CellText.limit).contains(length) { throw badRule(range) }
        engine.need.addRule(512 + title.utf8.count + text.utf8.count + hint.utf8.count)
        let result = unsafe Library.withTexts([title, text, list, hint]) { texts in
            var fields = unsafe lxw_data_validation()
            unsafe fields.error_title = texts[0]
            unsafe fields.error_message = texts[1]
            let firmness =
                message.firmness == .stop ? LXW_VALIDATION_ERROR_TYPE_STOP : LXW_VALIDATION_ERROR_TYPE_WARNING
            unsafe fields.error_type = UInt8(firmness.rawValue)
            if !hint.isEmpty { unsafe fields.input_message = texts[3] }
            unsafe fields.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
            switch rule {
            case .list, .listNamed:
                unsafe fields.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
                unsafe fields.value_formula = texts[2]
            case .days(let days):
                unsafe fields.validate = UInt8(LXW_VALIDATION_TYPE_DATE_NUMBER.rawValue)
                unsafe fields.minimum_number = Double(days.lowerBound.serial)
                unsafe fields.maximum_number = Double(days.upperBound.serial)
            case .wholeNumbers(let numbers):
                unsafe fields.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
                unsafe fields.minimum_number = Double(numbers.lowerBound)
                unsafe fields.maximum_number = Double(numbers.upperBound)
            case .numbers(let numbers):
                unsafe fields.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
                unsafe fields.minimum_number = numbers.lowerBound
                unsafe fields.maximum_number = numbers.upperBound
            case .textUpTo(let length):
                unsafe fields.validate = UInt8(LXW_VALIDATION_TYPE_LENGTH.rawValue)
                unsafe fields.criteria = UInt8(LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO.rawValue)
                unsafe fields.value_number = Double(length)
            }
            return unsafe worksheet_data_validation_range(
                library, range.first.libraryRow, range.first.libraryColumn, range.last.libraryRow,
                range.last.libraryColumn, &fields)
        }
        try Library.check(result, at: "\(name)!\(range.name)")
    }

    private func badRule(_ range: CellRange) -> WorkbookError {
        WorkbookError(
            .badValidation, at: "\(name)!\(range.name)",
            chinese: "填写规则须有标题（最多32个字符）和提示（最多255个字符），列表须是一行或一列，界限须是有限数。",
            english: """
                An input rule has a title (at most 32 characters) and a sentence (at most 255); its list is one row \
                or one column, its limits are finite.
                """)
    }
}
