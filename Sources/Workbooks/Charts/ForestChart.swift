/// Scores as points on a line each, with their intervals and last year's points: what changed, and how sure it is.
///
/// Drawn as a scatter chart, because the library has no error bars of different length: the whiskers are one line of
/// pairs of ends with an empty row between the pairs, the names are literal labels of points that are not drawn.
public struct ForestChart: Hashable, Sendable {
    /// One line of the chart.
    public struct Row: Hashable, Sendable {
        /// Its name.
        public var label: String
        /// The point; nil leaves the line empty.
        public var value: Double?
        /// Both ends of the whisker.
        public var interval: ClosedRange<Double>?
        /// The point of last year.
        public var previous: Double?

        /// A named line.
        public init(
            label: String, value: Double?, interval: ClosedRange<Double>? = nil, previous: Double? = nil
        ) {
            self.label = label
            self.value = value
            self.interval = interval
            self.previous = previous
        }
    }

    /// What the three kinds of marks are called.
    public struct Names: Hashable, Sendable {
        /// The points.
        public var value: String
        /// Last year's points.
        public var previous: String
        /// The whiskers.
        public var interval: String

        /// Three names; Chinese unless stated.
        public init(value: String = "本年", previous: String = "上年", interval: String = "95%置信区间") {
            self.value = value
            self.previous = previous
            self.interval = interval
        }
    }

    /// The title above the chart.
    public var title: String
    /// The lines, from top to bottom.
    public var rows: [Row]
    /// The scale below.
    public var axis: ChartAxis
    /// What the marks are called.
    public var names: Names
    /// What stands in the headers of its numbers.
    public var words = ChartWords.chinese

    /// A chart of named lines.
    public init(title: String, rows: [Row], axis: ChartAxis, names: Names = Names()) {
        self.title = title
        self.rows = rows
        self.axis = axis
        self.names = names
    }
}

extension ChartFigure {
    /// Heights of lines drawn from top to bottom: the first line stands highest.
    static func heights(_ count: Int) -> [Double?] {
        (0..<count).map { Double(count - $0) }
    }

    /// Pairs of ends with an empty row between two pairs, so that a line through them shows gaps.
    static func pairs(_ ends: [ClosedRange<Double>?], heights: [Double?]) -> (ends: [Double?], heights: [Double?]) {
        var flat: [Double?] = []
        var levels: [Double?] = []
        for (end, height) in zip(ends, heights) {
            flat += [end?.lowerBound, end?.upperBound, nil]
            levels += end == nil ? [nil, nil, nil] : [height, height, nil]
        }
        return (Array(flat.dropLast()), Array(levels.dropLast()))
    }
}

extension ForestChart: ChartFigure {
    var scales: [ChartAxis] { [axis] }
    var isSound: Bool {
        axis.holds(rows.map(\.value)) && axis.holds(rows.map(\.previous))
            && rows.compactMap(\.interval).allSatisfy(ChartAxis.isFinite)
    }

    private var wideAxis: ChartAxis {
        let numbers = rows.flatMap { [$0.value, $0.previous, $0.interval?.lowerBound].compactMap(\.self) }
        return axis.makingRoom(for: rows.map(\.label), smallest: numbers.min())
    }

    var block: ChartBlock {
        let heights = ForestChart.heights(rows.count)
        let whiskers = ForestChart.pairs(rows.map(\.interval), heights: heights)
        var block = ChartBlock(columns: [])
        block.add(words.name, texts: rows.map(\.label))
        block.add(names.value, numbers: rows.map(\.value))
        block.add(words.position, numbers: heights)
        block.add(names.previous, numbers: rows.map(\.previous))
        block.add(words.labelPosition, numbers: rows.map { _ in wideAxis.range.lowerBound })
        block.add(names.interval, numbers: whiskers.ends)
        block.add(words.position, numbers: whiskers.heights)
        return block
    }

    func drawing(from block: PlacedBlock) -> ChartDrawing {
        var series: [ChartDrawing.Series] = []
        if rows.contains(where: { $0.interval != nil }) {
            series.append(
                .init(
                    name: names.interval, categories: block.column(5), values: block.column(6),
                    line: .init(color: .whisker, width: 2)))
        }
        if rows.contains(where: { $0.previous != nil }) {
            series.append(
                .init(
                    name: names.previous, categories: block.column(3), values: block.column(2),
                    marker: .init(shape: .diamond, size: 7, color: .orangeLight)))
        }
        if rows.contains(where: { $0.value != nil }) {
            series.append(
                .init(
                    name: names.value, categories: block.column(1), values: block.column(2),
                    marker: .init(shape: .circle, size: 8, color: .blue)))
        }
        series.append(
            .init(
                name: words.name, categories: block.column(4), values: block.column(2),
                labels: .texts(rows.map(\.label), .right), isInLegend: false))
        return ChartDrawing(
            kind: .scatter, title: title, series: series, horizontal: .init(scale: wideAxis, hasGrid: true),
            vertical: .init(scale: ChartAxis(0.5...Double(rows.count) + 0.5, step: 1), isHidden: true), hasLegend: true)
    }
}
