/// The house styles: what every sheet of a report is made of.
extension CellStyle {
    /// Body text without a box.
    public static let standard = CellStyle()
    /// The title in A1.
    public static let title = CellStyle(font: .hei, size: 16, isBold: true)
    /// The line below the title.
    public static let subtitle = CellStyle(font: .kai, size: 11, color: .grey)
    /// The red rule below the subtitle, in a row 6 points high.
    public static let rule = CellStyle(size: 4, borders: .redRule)
    /// Small print below a table.
    public static let note = CellStyle(size: 9, color: .grey)
    /// Running text.
    public static let prose = CellStyle(font: .fang, size: 12, vertical: .top, wraps: true)
    /// The head of a column.
    public static let head = CellStyle(
        font: .hei, isBold: true, fill: .head, horizontal: .center, wraps: true, borders: .box)
    /// Text in a table.
    public static let cell = CellStyle(borders: .box)
    /// Long text in a table.
    public static let wrapped = CellStyle(wraps: true, borders: .box)
    /// Short text in the middle of its cell.
    public static let centered = CellStyle(horizontal: .center, borders: .box)
    /// A whole number.
    public static let count = CellStyle.centered.with(\.numberFormat, "0")
    /// A score from 0 to 100.
    public static let score = CellStyle.centered.with(\.numberFormat, "0.0")
    /// A value on a five-point scale.
    public static let points = CellStyle.centered.with(\.numberFormat, "0.00")
    /// A change with its sign.
    public static let change = CellStyle.centered.with(\.numberFormat, "+0.0;-0.0;0.0")
    /// A share to the whole per cent.
    public static let share = CellStyle.centered.with(\.numberFormat, "0%")
    /// A share to a tenth of a per cent.
    public static let fineShare = CellStyle.centered.with(\.numberFormat, "0.0%")
    /// A date in a data table.
    public static let day = CellStyle.centered.with(\.numberFormat, "yyyy-mm-dd")
    /// A bracket code where no value stands: [隐], [缺], [不适用], [断].
    public static let absent = CellStyle.centered.with(\.color, .grey).with(\.fill, .panel)
    /// A link to another sheet.
    public static let link = CellStyle(isUnderlined: true, color: .link)
    /// A cell that somebody fills in.
    public static let input = CellStyle(font: .fang, fill: .input, wraps: true, borders: .box, isUnlocked: true)
}
