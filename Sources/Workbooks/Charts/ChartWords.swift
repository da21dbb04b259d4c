/// What the columns of a chart's numbers and its unnamed series are called: readers who look behind a chart see them.
public struct ChartWords: Hashable, Sendable {
    /// The names of the lines.
    public var name: String
    /// How high a line stands.
    public var position: String
    /// Where its name stands.
    public var labelPosition: String
    /// The columns of an axis without a title.
    public var horizontal: String
    /// The same of the axis on the left.
    public var vertical: String
    /// Where the dashed lines cross the axes.
    public var horizontalMean: String
    /// The same of the axis on the left.
    public var verticalMean: String
    /// The dashed lines themselves.
    public var mean: String
    /// The ends of the dashed lines.
    public var end: String
    /// The periods of a trend.
    public var period: String
    /// The intervals of a trend; also added to the name of its line.
    public var interval: String
    /// Added to the neutral answer's halves.
    public var left: String
    /// The same on the other side.
    public var right: String

    /// The words of a Chinese book.
    public static let chinese = ChartWords(
        name: "名称", position: "位置", labelPosition: "标签位", horizontal: "横", vertical: "纵",
        horizontalMean: "横轴均值", verticalMean: "纵轴均值", mean: "均值", end: "线端", period: "年份", interval: "区间",
        left: "（左）", right: "（右）")

    /// The words of an English book.
    public static let english = ChartWords(
        name: "Name", position: "Position", labelPosition: "Label position", horizontal: "Horizontal",
        vertical: "Vertical", horizontalMean: "Horizontal mean", verticalMean: "Vertical mean", mean: "Mean",
        end: "Line end", period: "Year", interval: " interval", left: " (left)", right: " (right)")
}
