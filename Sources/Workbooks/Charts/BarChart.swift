/// Groups of level bars: a unit beside the whole, a year beside the last.
public struct BarChart: Hashable, Sendable {
    /// The bars of one colour.
    public struct Series: Hashable, Sendable {
        /// Their name.
        public var name: String
        /// Their lengths, one a category; nil for no bar.
        public var values: [Double?]
        /// Their colour.
        public var color: Color
        /// Whether the number stands at the end of each bar.
        public var showsNumbers: Bool

        /// Bars of one colour.
        public init(name: String, values: [Double?], color: Color = .blue, showsNumbers: Bool = false) {
            self.name = name
            self.values = values
            self.color = color
            self.showsNumbers = showsNumbers
        }
    }

    /// The title above the chart.
    public var title: String
    /// The names of the groups, from top to bottom.
    public var categories: [String]
    /// The bars of a group, from top to bottom.
    public var series: [Series]
    /// The scale below.
    public var axis: ChartAxis
    /// What stands in the headers of its numbers.
    public var words = ChartWords.chinese

    /// Groups of bars.
    public init(title: String, categories: [String], series: [Series], axis: ChartAxis) {
        self.title = title
        self.categories = categories
        self.series = series
        self.axis = axis
    }
}

extension BarChart: ChartFigure {
    var scales: [ChartAxis] { [axis] }
    /// More than four colours side by side cannot be told apart.
    var isSound: Bool {
        series.count <= 4 && series.allSatisfy { $0.values.count == categories.count && axis.holds($0.values) }
    }

    /// Excel draws the first row lowest; the rows are written bottom-up because LibreOffice turns a reversed axis wrong.
    var block: ChartBlock {
        var block = ChartBlock(columns: [])
        block.add(words.name, texts: categories.reversed())
        for bars in series.reversed() {
            block.add(bars.name, numbers: bars.values.reversed())
        }
        return block
    }

    func drawing(from block: PlacedBlock) -> ChartDrawing {
        let drawn = series.reversed().enumerated().map { index, bars in
            ChartDrawing.Series(
                name: bars.name, categories: block.column(0), values: block.column(1 + index), fill: bars.color,
                labels: bars.showsNumbers
                    ? .values(
                        format: axis.numberFormat == "0" ? "0.0" : axis.numberFormat, color: .axis, .right,
                        isHidden: []) : nil)
        }
        return ChartDrawing(
            kind: .bars, title: title, series: drawn, horizontal: .init(scale: axis, hasGrid: true),
            vertical: .init(hasNamesAtLowEnd: true), hasLegend: series.count > 1, gap: 60)
    }
}
