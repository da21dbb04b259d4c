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

    /// A scale that holds all values between marks, no wider than the limits.
    ///
    /// Without values it is as wide as the limits; a single value still gets two steps.
    public static func covering(
        _ values: some Sequence<Double>, step: Double, within limits: ClosedRange<Double>, numberFormat: String = "0",
        title: String = ""
    ) -> ChartAxis {
        let known = values.filter(\.isFinite)
        guard step > 0, let least = known.min(), let greatest = known.max() else {
            return ChartAxis(limits, step: step, numberFormat: numberFormat, title: title)
        }
        var lower = max(limits.lowerBound, (least / step).rounded(.down) * step)
        var upper = min(limits.upperBound, (greatest / step).rounded(.up) * step)
        if upper - lower < 2 * step {
            lower = max(limits.lowerBound, min(lower, upper - 2 * step))
            upper = min(limits.upperBound, max(upper, lower + 2 * step))
        }
        return ChartAxis(
            min(lower, upper)...max(lower, upper), step: step, numberFormat: numberFormat, title: title)
    }

    /// Whether every value has its place: a point outside the scale would vanish without a word.
    func holds(_ values: some Sequence<Double?>) -> Bool {
        let tolerance = 1e-9 * max(1, span)
        return values.allSatisfy { value in
            guard let value else { return true }
            return value >= range.lowerBound - tolerance && value <= range.upperBound + tolerance
        }
    }

    /// Whether both ends of an interval are numbers; it may reach past the scale, where it is cut off.
    static func isFinite(_ interval: ClosedRange<Double>) -> Bool {
        interval.lowerBound.isFinite && interval.upperBound.isFinite
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
        // Ends of whiskers may lie outside the scale; the names need no room there.
        let least = max(smallest, range.lowerBound)
        var lower = range.lowerBound
        while least - lower < wanted * (range.upperBound - lower) { lower -= step }
        guard lower < range.lowerBound else { return self }
        var wider = self
        wider.range = lower...range.upperBound
        wider.numberFormat = "[<\(range.lowerBound - step / 2)]\"\";\(numberFormat)"
        return wider
    }
}
