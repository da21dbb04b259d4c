/// Shares of answers as bars that run to both sides of the neutral answer: disagreement left, agreement right.
///
/// The neutral answer is cut in half. Legends of stacked bars come out wrong in LibreOffice, so the legend is drawn
/// as filled cells: see ``legend``.
public struct DivergingChart: Hashable, Sendable {
    /// One bar.
    public struct Row: Hashable, Sendable {
        /// Its name.
        public var label: String
        /// The share of every answer, from the most negative to the most positive; nil leaves the bar out.
        public var shares: [Double]?

        /// A named bar.
        public init(label: String, shares: [Double]?) {
            self.label = label
            self.shares = shares
        }
    }

    /// One answer of the legend with the look of its cell.
    public struct LegendEntry: Hashable, Sendable {
        /// The answer.
        public var name: String
        /// The look of the cell that explains its colour.
        public var style: CellStyle
    }

    /// The title above the chart.
    public var title: String
    /// The answers, from the most negative to the most positive, at most seven.
    public var answers: [String]
    /// The bars, from top to bottom.
    public var rows: [Row]

    /// Bars of shares.
    public init(title: String, answers: [String], rows: [Row]) {
        self.title = title
        self.answers = answers
        self.rows = rows
    }

    /// What stands in the headers of its numbers.
    public var words = ChartWords.chinese

    /// The answers with their colours, for a row of cells above the chart.
    public var legend: [LegendEntry] {
        answers.enumerated().map { index, name in
            let tone = tone(of: index)
            return LegendEntry(
                name: name, style: CellStyle(size: 10, color: tone.text, fill: tone.fill, horizontal: .center))
        }
    }
}

extension DivergingChart: ChartFigure {
    private struct Tone {
        var fill: Color
        var text: Color
    }

    private struct Part {
        var answer: Int
        var share: Double
    }

    /// The shades of one side, from the outermost answer inwards.
    private static let negative = [
        Tone(fill: .orange, text: .white), Tone(fill: .orangeLight, text: .ink), Tone(fill: .orangePale, text: .ink),
    ]
    private static let positive = [
        Tone(fill: .blue, text: .white), Tone(fill: .blueLight, text: .ink), Tone(fill: .bluePale, text: .ink),
    ]

    private var neutral: Int? { answers.count % 2 == 1 ? answers.count / 2 : nil }

    private func tone(of answer: Int) -> Tone {
        if answer == neutral { return Tone(fill: .neutral, text: .ink) }
        let isNegative = answer < answers.count / 2
        let fromOutside = isNegative ? answer : answers.count - 1 - answer
        let shades = isNegative ? DivergingChart.negative : DivergingChart.positive
        return shades[fromOutside]
    }

    /// What is stacked, from the middle outwards: half the neutral answer on either side, then the sides.
    private var parts: [Part] {
        let half = neutral.map { [Part(answer: $0, share: 0.5)] } ?? []
        let left = (0..<(answers.count / 2)).reversed().map { Part(answer: $0, share: -1) }
        let right = ((answers.count + 1) / 2..<answers.count).map { Part(answer: $0, share: 1) }
        return half.map { Part(answer: $0.answer, share: -$0.share) } + left + half + right
    }

    private func length(of part: Part, in row: Row) -> Double? {
        row.shares.map { part.share * $0[part.answer] }
    }

    /// Both ends on whole fifths that hold every bar, and zero.
    private var axis: ChartAxis {
        func end(_ isWanted: (Double) -> Bool) -> Double {
            let sums = rows.map { row in
                parts.compactMap { length(of: $0, in: row) }.filter(isWanted).reduce(0, +)
            }
            let longest = sums.map(abs).max() ?? 0
            return min(1, max(0.2, (longest * 5 - 1e-9).rounded(.up) / 5))
        }
        return ChartAxis(-end { $0 < 0 }...end { $0 > 0 }, step: 0.2, numberFormat: "0%;0%")
    }

    var scales: [ChartAxis] { [axis] }
    var isSound: Bool {
        (2...7).contains(answers.count)
            && rows.compactMap(\.shares).allSatisfy { shares in
                shares.count == answers.count && shares.allSatisfy { (0...1).contains($0) }
                    && shares.reduce(0, +) <= 1 + 1e-9
            }
    }

    var block: ChartBlock {
        let upwards = Array(rows.reversed())
        var block = ChartBlock(columns: [])
        block.add(words.name, texts: upwards.map(\.label))
        for part in parts {
            let side = part.answer == neutral ? (part.share < 0 ? words.left : words.right) : ""
            block.add(answers[part.answer] + side, numbers: upwards.map { length(of: part, in: $0) })
        }
        return block
    }

    func drawing(from block: PlacedBlock) -> ChartDrawing {
        let series = parts.enumerated().map { index, part in
            let tone = tone(of: part.answer)
            return ChartDrawing.Series(
                name: answers[part.answer], categories: block.column(0), values: block.column(1 + index),
                line: .init(color: .white, width: 0.5), fill: tone.fill,
                labels: part.answer == neutral
                    ? nil
                    : .values(
                        format: "0%;0%", color: tone.text, .inside,
                        // Three per cent is narrower than its own number.
                        isHidden: rows.reversed().map { abs(length(of: part, in: $0) ?? 0) < 0.035 }))
        }
        return ChartDrawing(
            kind: .stackedBars, title: title, series: series, horizontal: .init(scale: axis, hasGrid: true),
            vertical: .init(hasNamesAtLowEnd: true), hasLegend: false, gap: 45)
    }
}
