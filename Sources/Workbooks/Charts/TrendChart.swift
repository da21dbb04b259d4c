/// Lines over the years with an interval at every point.
///
/// The library draws error bars of one length a series, so each interval is a bar on a point of its own, which is not
/// drawn; an interval that is longer on one side takes two.
public struct TrendChart: Hashable, Sendable {
    /// One year of one line.
    public struct Point: Hashable, Sendable {
        /// The value; nil leaves a gap in the line.
        public var value: Double?
        /// Both ends of the interval.
        public var interval: ClosedRange<Double>?

        /// A value with its interval.
        public init(_ value: Double?, interval: ClosedRange<Double>? = nil) {
            self.value = value
            self.interval = interval
        }
    }

    /// One line.
    public struct Line: Hashable, Sendable {
        /// Its name.
        public var name: String
        /// Its points, one a period.
        public var points: [Point]

        /// A named line.
        public init(name: String, points: [Point]) {
            self.name = name
            self.points = points
        }
    }

    /// The title above the chart.
    public var title: String
    /// The years, from left to right.
    public var periods: [String]
    /// The lines, at most four.
    public var lines: [Line]
    /// The scale on the left.
    public var axis: ChartAxis
    /// What stands in the headers of its numbers.
    public var words = ChartWords.chinese

    /// Lines over periods.
    public init(title: String, periods: [String], lines: [Line], axis: ChartAxis) {
        self.title = title
        self.periods = periods
        self.lines = lines
        self.axis = axis
    }
}

extension TrendChart: ChartFigure {
    package struct Look: Sendable {
        package var color: Color
        package var shape: ChartDrawing.Shape
        package var dash: ChartDrawing.Dash
    }

    /// Told apart by mark and dash as well as by colour.
    package static let looks = [
        Look(color: .blue, shape: .circle, dash: .solid), Look(color: .orange, shape: .square, dash: .dashed),
        Look(color: .grey, shape: .diamond, dash: .dotted), Look(color: .blueLight, shape: .triangle, dash: .dashDot),
    ]

    private struct Whisker {
        var line: Int
        var period: Int
        var value: Double
        var interval: ClosedRange<Double>
    }

    private var whiskers: [Whisker] {
        lines.enumerated().flatMap { line, content in
            content.points.enumerated().compactMap { period, point in
                guard let value = point.value, let interval = point.interval else { return nil }
                return Whisker(line: line, period: period, value: value, interval: interval)
            }
        }
    }

    var scales: [ChartAxis] { [axis] }
    var isSound: Bool {
        lines.count <= TrendChart.looks.count
            && lines.allSatisfy { line in
                line.points.count == periods.count && axis.holds(line.points.map(\.value))
                    && line.points.compactMap(\.interval).allSatisfy(ChartAxis.isFinite)
            }
    }

    var block: ChartBlock {
        var block = ChartBlock(columns: [])
        block.add(words.period, texts: periods)
        for line in lines { block.add(line.name, numbers: line.points.map(\.value)) }
        for whisker in whiskers {
            block.add(
                "\(lines[whisker.line].name)\(words.interval)",
                numbers: periods.indices.map { $0 == whisker.period ? whisker.value : nil })
        }
        return block
    }

    func drawing(from block: PlacedBlock) -> ChartDrawing {
        let categories = block.column(0)
        var series: [ChartDrawing.Series] = []
        for (index, line) in lines.enumerated() {
            let look = TrendChart.looks[index]
            let last = line.points.lastIndex { $0.value != nil }
            series.append(
                .init(
                    name: line.name, categories: categories, values: block.column(1 + index),
                    line: .init(color: look.color, width: 2.25, dash: look.dash),
                    marker: .init(shape: look.shape, size: 7, color: look.color),
                    labels: last.map {
                        // One decimal more than whole steps, as many as finer ones.
                        .value(at: $0, of: periods.count, format: axis.numberFormat == "0" ? "0.0" : axis.numberFormat)
                    }))
        }
        for (index, whisker) in whiskers.enumerated() {
            let look = TrendChart.looks[whisker.line]
            for bar in bars(of: whisker, color: look.color) {
                series.append(
                    .init(
                        name: words.interval, categories: categories, values: block.column(1 + lines.count + index),
                        errorBar: bar, isInLegend: false))
            }
        }
        return ChartDrawing(
            kind: .line, title: title, series: series, horizontal: .init(hasGrid: true),
            vertical: .init(scale: axis, hasGrid: true), hasLegend: true)
    }

    private func bars(of whisker: Whisker, color: Color) -> [ChartDrawing.ErrorBar] {
        let up = whisker.interval.upperBound - whisker.value
        let down = whisker.value - whisker.interval.lowerBound
        if abs(up - down) < 1e-9 { return up > 0 ? [.init(length: up, direction: .both, color: color)] : [] }
        return [(up, ChartDrawing.Direction.plus), (down, .minus)].filter { $0.0 > 0 }
            .map { .init(length: $0.0, direction: $0.1, color: color) }
    }
}
