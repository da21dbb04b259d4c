/// A scale with fixed ends: readers compare charts only when their axes stay the same.
public struct ChartAxis: Hashable, Sendable {
    /// Both ends.
    public var range: ClosedRange<Double>
    /// The distance between two marks.
    public var step: Double
    /// How the numbers at the marks are shown.
    public var numberFormat: String
    /// What the axis measures; empty when the chart's title says it.
    public var title: String

    /// A scale with its marks.
    public init(_ range: ClosedRange<Double>, step: Double, numberFormat: String = "0", title: String = "") {
        self.range = range
        self.step = step
        self.numberFormat = numberFormat
        self.title = title
    }

    var span: Double { range.upperBound - range.lowerBound }

    /// Whether Excel can draw the scale.
    var isDrawable: Bool {
        range.lowerBound.isFinite && range.upperBound.isFinite && step > 0 && span > 0 && span / step <= 100
            && numberFormat.utf8.count <= 100
    }

    /// The scale with room on its left for labels, when the smallest number stands too near the end.
    ///
    /// The marks in the added part show no number, because the scale does not reach there.
    func makingRoom(for labels: [String], smallest: Double?) -> ChartAxis {
        // A chart is about 60 units of text wide where it is drawn.
        let wanted = min(0.4, Double((labels.map(TextMeasure.width(of:)).max() ?? 0) + 2) / 60)
        guard let smallest else { return self }
        var lower = range.lowerBound
        while smallest - lower < wanted * (range.upperBound - lower) { lower -= step }
        guard lower < range.lowerBound else { return self }
        var wider = self
        wider.range = lower...range.upperBound
        wider.numberFormat = "[<\(range.lowerBound - step / 2)]\"\";\(numberFormat)"
        return wider
    }
}
