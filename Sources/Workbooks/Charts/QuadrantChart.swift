/// Importance against performance, with dashed lines at the means: what to keep up, what to mend first.
public struct QuadrantChart: Hashable, Sendable {
    /// One named point.
    public struct Point: Hashable, Sendable {
        /// Its name.
        public var label: String
        /// Its place from left to right.
        public var x: Double
        /// Its place from bottom to top.
        public var y: Double

        /// A named point.
        public init(label: String, x: Double, y: Double) {
            self.label = label
            self.x = x
            self.y = y
        }
    }

    /// The title above the chart.
    public var title: String
    /// The points.
    public var points: [Point]
    /// The scale below.
    public var horizontal: ChartAxis
    /// The scale on the left.
    public var vertical: ChartAxis
    /// Where the upright dashed line stands.
    public var horizontalMean: Double
    /// Where the level dashed line stands.
    public var verticalMean: Double
    /// What stands in the headers of its numbers.
    public var words = ChartWords.chinese

    /// Points, two scales with titles, two means.
    public init(
        title: String, points: [Point], horizontal: ChartAxis, vertical: ChartAxis, horizontalMean: Double,
        verticalMean: Double
    ) {
        self.title = title
        self.points = points
        self.horizontal = horizontal
        self.vertical = vertical
        self.horizontalMean = horizontalMean
        self.verticalMean = verticalMean
    }
}

extension QuadrantChart: ChartFigure {
    var scales: [ChartAxis] { [horizontal, vertical] }
    var isSound: Bool {
        horizontal.holds(points.map(\.x) + [horizontalMean]) && vertical.holds(points.map(\.y) + [verticalMean])
    }

    /// Points whose label stands above, then those whose label stands below.
    ///
    /// The library gives one side to all labels of a series, so the points are dealt into two. A label goes below when
    /// one that stands above, or the dot of another point, is where it would stand.
    private var dealt: (above: [Point], below: [Point]) {
        var above: [Point] = []
        var below: [Point] = []
        let order = points.indices.sorted { (points[$0].y, $0) > (points[$1].y, $1) }
        for index in order {
            let point = points[index]
            let others = points.indices.filter { $0 != index }.map { points[$0] }
            let isCrowded = others.contains { other in
                let room = Double(TextMeasure.width(of: point.label) + TextMeasure.width(of: other.label)) / 2 / 52
                let isBeside = abs(other.x - point.x) < room * horizontal.span
                let rise = (other.y - point.y) / vertical.span
                return isBeside && (0 < rise && rise < 0.13 || rise == 0 && other.x < point.x)
            }
            if isCrowded { below.append(point) } else { above.append(point) }
        }
        return (above, below)
    }

    var block: ChartBlock {
        let points = dealt.above + dealt.below
        var block = ChartBlock(columns: [])
        block.add(words.name, texts: points.map(\.label))
        block.add(horizontal.title.isEmpty ? words.horizontal : horizontal.title, numbers: points.map(\.x))
        block.add(vertical.title.isEmpty ? words.vertical : vertical.title, numbers: points.map(\.y))
        block.add(words.horizontalMean, numbers: [horizontalMean, horizontalMean])
        block.add(words.end, numbers: [vertical.range.lowerBound, vertical.range.upperBound])
        block.add(words.end, numbers: [horizontal.range.lowerBound, horizontal.range.upperBound])
        block.add(words.verticalMean, numbers: [verticalMean, verticalMean])
        return block
    }

    func drawing(from block: PlacedBlock) -> ChartDrawing {
        let (above, below) = dealt
        var series: [ChartDrawing.Series] = []
        var start = 0
        for (points, side) in [(above, ChartDrawing.LabelSide.above), (below, .below)] where !points.isEmpty {
            let rows = start..<(start + points.count)
            start = rows.upperBound
            series.append(
                .init(
                    name: words.name, categories: block.column(1, rows: rows), values: block.column(2, rows: rows),
                    marker: .init(shape: .circle, size: 8, color: .blue),
                    labels: .texts(points.map(\.label), side)))
        }
        for (x, y) in [(3, 4), (5, 6)] {
            series.append(
                .init(
                    name: words.mean, categories: block.column(x), values: block.column(y),
                    line: .init(color: .whisker, width: 1, dash: .dashed)))
        }
        return ChartDrawing(
            kind: .scatter, title: title, series: series, horizontal: .init(scale: horizontal, hasGrid: true),
            vertical: .init(scale: vertical, hasGrid: true), hasLegend: false)
    }
}
