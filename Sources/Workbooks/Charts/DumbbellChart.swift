/// What is required and what there is, joined by a bar: the longer the bar, the larger the gap.
///
/// Drawn as a scatter chart in the same way as ``ForestChart``.
public struct DumbbellChart: Hashable, Sendable {
    /// One line of the chart.
    public struct Row: Hashable, Sendable {
        /// Its name.
        public var label: String
        /// What there is.
        public var current: Double
        /// What is required.
        public var required: Double

        /// A named pair.
        public init(label: String, current: Double, required: Double) {
            self.label = label
            self.current = current
            self.required = required
        }
    }

    /// What the three kinds of marks are called.
    public struct Names: Hashable, Sendable {
        /// What there is.
        public var current: String
        /// What is required.
        public var required: String
        /// The bar between.
        public var gap: String

        /// Three names; Chinese unless stated.
        public init(current: String = "现状", required: String = "要求", gap: String = "差距") {
            self.current = current
            self.required = required
            self.gap = gap
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

    /// A chart of named pairs.
    public init(title: String, rows: [Row], axis: ChartAxis, names: Names = Names()) {
        self.title = title
        self.rows = rows
        self.axis = axis
        self.names = names
    }
}

extension DumbbellChart: ChartFigure {
    var scales: [ChartAxis] { [axis] }
    var isSound: Bool { axis.holds(rows.map(\.current)) && axis.holds(rows.map(\.required)) }

    private var wideAxis: ChartAxis {
        axis.makingRoom(for: rows.map(\.label), smallest: rows.map { min($0.current, $0.required) }.min())
    }

    var block: ChartBlock {
        let heights = DumbbellChart.heights(rows.count)
        let ends = rows.map { row in min(row.current, row.required)...max(row.current, row.required) }
        let bars = DumbbellChart.pairs(ends, heights: heights)
        var block = ChartBlock(columns: [])
        block.add(words.name, texts: rows.map(\.label))
        block.add(names.required, numbers: rows.map(\.required))
        block.add(names.current, numbers: rows.map(\.current))
        block.add(words.position, numbers: heights)
        block.add(words.labelPosition, numbers: rows.map { _ in wideAxis.range.lowerBound })
        block.add(names.gap, numbers: bars.ends)
        block.add(words.position, numbers: bars.heights)
        return block
    }

    func drawing(from block: PlacedBlock) -> ChartDrawing {
        ChartDrawing(
            kind: .scatter, title: title,
            series: [
                .init(
                    name: names.gap, categories: block.column(5), values: block.column(6),
                    line: .init(color: .orangeLight, width: 4)),
                .init(
                    name: names.current, categories: block.column(2), values: block.column(3),
                    marker: .init(shape: .circle, size: 8, color: .blue)),
                .init(
                    name: names.required, categories: block.column(1), values: block.column(3),
                    marker: .init(shape: .square, size: 7, color: .ink)),
                .init(
                    name: words.name, categories: block.column(4), values: block.column(3),
                    labels: .texts(rows.map(\.label), .right), isInLegend: false),
            ],
            horizontal: .init(scale: wideAxis, hasGrid: true),
            vertical: .init(scale: ChartAxis(0.4...Double(rows.count) + 0.6, step: 1), isHidden: true), hasLegend: true)
    }
}
