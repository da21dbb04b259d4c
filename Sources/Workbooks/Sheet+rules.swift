import CXlsxWriter

/// A bar inside each cell, as long as its number; with fixed ends, so that two sheets can be compared.
public struct DataBar: Hashable, Sendable {
    /// The numbers at which a bar is empty and full.
    public var range: ClosedRange<Double>
    /// The colour of the bar.
    public var color: Color
    /// The colour below zero; nil for the same.
    public var negativeColor: Color?
    /// The bar alone, without the number.
    public var hidesNumber: Bool
    /// Zero stands in the middle of the cell.
    public var hasAxisInMiddle: Bool

    /// A bar; unless stated, pale blue with its number.
    public init(
        _ range: ClosedRange<Double>, color: Color = .bluePale, negativeColor: Color? = nil, hidesNumber: Bool = false,
        hasAxisInMiddle: Bool = false
    ) {
        self.range = range
        self.color = color
        self.negativeColor = negativeColor
        self.hidesNumber = hidesNumber
        self.hasAxisInMiddle = hasAxisInMiddle
    }

    /// The narrow column of changes: orange to the left, blue to the right, without the number.
    public static func change(upTo limit: Double) -> DataBar {
        DataBar(
            -limit...limit, color: .blueLight, negativeColor: .orangeLight, hidesNumber: true, hasAxisInMiddle: true)
    }
}

/// A fill that runs over three colours, at fixed numbers.
public struct ColorScale: Hashable, Sendable {
    /// A number and the colour that stands for it.
    public struct Stop: Hashable, Sendable {
        /// The number.
        public var value: Double
        /// Its colour.
        public var color: Color

        /// A number and its colour.
        public init(_ value: Double, _ color: Color) {
            self.value = value
            self.color = color
        }
    }

    /// The lowest stop.
    public var low: Stop
    /// The middle stop.
    public var middle: Stop
    /// The highest stop.
    public var high: Stop

    /// Three stops, in rising order.
    public init(low: Stop, middle: Stop, high: Stop) {
        self.low = low
        self.middle = middle
        self.high = high
    }

    /// Orange over nearly white to blue, as scores are shown everywhere.
    public static func scores(low: Double, middle: Double, high: Double) -> ColorScale {
        ColorScale(low: Stop(low, .orangeLight), middle: Stop(middle, .paper), high: Stop(high, .blueLight))
    }
}

/// The look that a cell takes on as soon as it shows a certain text: a formula's 未答, for one.
public struct TextHighlight: Hashable, Sendable {
    /// The text that the cell shows.
    public var text: String
    /// The colour of its letters, which are then bold.
    public var color: Color

    /// A text and the colour in which it stands out.
    public init(_ text: String, color: Color = .orange) {
        self.text = text
        self.color = color
    }
}

/// What may stay open on a protected sheet, besides the unlocked cells.
public struct ProtectionOptions: OptionSet, Sendable {
    /// The bits of the set.
    public let rawValue: Int

    /// A set by its bits.
    public init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// The height of rows.
    public static let rowHeights = ProtectionOptions(rawValue: 1)
    /// The width of columns.
    public static let columnWidths = ProtectionOptions(rawValue: 2)
}

extension Sheet {
    /// Draws bars inside the cells of the block.
    public mutating func addDataBar(_ bar: DataBar, to range: CellRange) throws(WorkbookError) {
        try checkRising([bar.range.lowerBound, bar.range.upperBound], range)
        var rule = unsafe lxw_conditional_format()
        unsafe rule.type = UInt8(LXW_CONDITIONAL_DATA_BAR.rawValue)
        // The older form of data bars has neither solid fill nor a negative colour.
        unsafe rule.data_bar_2010 = 1
        unsafe rule.bar_solid = 1
        unsafe rule.bar_no_border = 1
        unsafe rule.bar_color = bar.color.library
        unsafe rule.bar_negative_color = (bar.negativeColor ?? bar.color).library
        unsafe rule.bar_only = bar.hidesNumber ? 1 : 0
        if bar.hasAxisInMiddle {
            unsafe rule.bar_axis_position = UInt8(LXW_CONDITIONAL_BAR_AXIS_MIDPOINT.rawValue)
        }
        unsafe rule.min_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
        unsafe rule.max_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
        unsafe rule.min_value = bar.range.lowerBound
        unsafe rule.max_value = bar.range.upperBound
        unsafe try add(&rule, to: range)
    }

    /// Fills the cells of the block by their numbers; cells with text keep their look.
    public mutating func addColorScale(_ scale: ColorScale, to range: CellRange) throws(WorkbookError) {
        try checkRising([scale.low.value, scale.middle.value, scale.high.value], range)
        var rule = unsafe lxw_conditional_format()
        unsafe rule.type = UInt8(LXW_CONDITIONAL_3_COLOR_SCALE.rawValue)
        unsafe rule.min_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
        unsafe rule.mid_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
        unsafe rule.max_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
        unsafe rule.min_value = scale.low.value
        unsafe rule.mid_value = scale.middle.value
        unsafe rule.max_value = scale.high.value
        unsafe rule.min_color = scale.low.color.library
        unsafe rule.mid_color = scale.middle.color.library
        unsafe rule.max_color = scale.high.color.library
        unsafe try add(&rule, to: range)
    }

    /// Makes a text stand out wherever a cell of the block shows it.
    public mutating func addTextHighlight(_ highlight: TextHighlight, to range: CellRange) throws(WorkbookError) {
        let text = CellText.escaped(CellText.singleLine(highlight.text)).replacing("\"", with: "\"\"")
        guard !text.isEmpty, text.utf16.count <= 200 else {
            throw WorkbookError(
                .badLayout, at: "\(name)!\(range.name)", chinese: "突出显示的文字须有1至200个字符。",
                english: "A text to stand out has 1 to 200 characters.")
        }
        let format = unsafe try engine.format(
            for: CellStyle(isBold: true, color: highlight.color), at: "\(name)!\(range.name)")
        try layout.checkInside(range, sheet: name)
        let result = unsafe Library.withTexts(["\"\(text)\""]) { texts in
            var rule = unsafe lxw_conditional_format()
            unsafe rule.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
            unsafe rule.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_EQUAL_TO.rawValue)
            unsafe rule.value_string = texts[0]
            unsafe rule.format = format
            return unsafe worksheet_conditional_format_range(
                library, range.first.libraryRow, range.first.libraryColumn, range.last.libraryRow,
                range.last.libraryColumn, &rule)
        }
        try Library.check(result, at: "\(name)!\(range.name)")
    }

    /// Locks all cells that are not unlocked by their style. Against slips, not against people: there is no password.
    public mutating func protect(allowing options: ProtectionOptions = []) {
        var library = lxw_protection()
        library.format_rows = options.contains(.rowHeights) ? 1 : 0
        library.format_columns = options.contains(.columnWidths) ? 1 : 0
        unsafe worksheet_protect(self.library, nil, &library)
    }

    private func add(_ rule: inout lxw_conditional_format, to range: CellRange) throws(WorkbookError) {
        try layout.checkInside(range, sheet: name)
        let result = unsafe worksheet_conditional_format_range(
            library, range.first.libraryRow, range.first.libraryColumn, range.last.libraryRow,
            range.last.libraryColumn, &rule)
        try Library.check(result, at: "\(name)!\(range.name)")
    }

    private func checkRising(_ values: [Double], _ range: CellRange) throws(WorkbookError) {
        guard values.allSatisfy(\.isFinite), zip(values, values.dropFirst()).allSatisfy({ $0 < $1 }) else {
            throw WorkbookError(
                .badLayout, at: "\(name)!\(range.name)", chinese: "数据条或色阶的界限须是由小到大的有限数。",
                english: "The limits of bars and colour scales are finite and rise.")
        }
    }
}
