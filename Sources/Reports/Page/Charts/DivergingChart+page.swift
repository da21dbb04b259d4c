import Workbooks

extension DivergingChart: PageFigure {
    /// What lies left of the middle of a row: disagreement and half of the neutral answer.
    private func negativeShare(of shares: [Double]) -> Double {
        let half = answers.count / 2
        return shares.prefix(half).reduce(0, +) + (answers.count % 2 == 1 && shares.count > half ? shares[half] / 2 : 0)
    }

    private var scale: ChartAxis {
        func end(_ longest: Double) -> Double { min(1, max(0.2, (longest * 5 - 1e-9).rounded(.up) / 5)) }
        let all = rows.compactMap(\.shares)
        let left = all.map(negativeShare).max() ?? 0
        let right = all.map { $0.reduce(0, +) - negativeShare(of: $0) }.max() ?? 0
        return ChartAxis(-end(left)...end(right), step: 0.2, numberFormat: "0%;0%")
    }

    func drawing() -> Canvas {
        let tones = legend.map(\.style)
        let keys = legend.map { Plot.Key(name: $0.name, color: $0.style.fill ?? .neutral, mark: .block) }
        var plot = Plot(title: title, labels: rows.map(\.label), axis: scale, keys: keys)
        plot.draw { canvas, plot in
            if let first = plot.lanes.first, let last = plot.lanes.last {
                canvas.line(plot.x(0), first.top, plot.x(0), last.top + last.height, .grey)
            }
            for (row, lane) in zip(rows, plot.lanes) {
                guard let shares = row.shares else { continue }
                var at = -negativeShare(of: shares)
                for (share, tone) in zip(shares, tones) {
                    let (from, to) = (plot.x(at), plot.x(at + share))
                    canvas.box(from, lane.middle - 9, width: to - from, height: 18, tone.fill ?? .neutral)
                    let number = NumberText.percent(share, 0)
                    if to - from > Canvas.width(of: number, size: 10) + 4 {
                        canvas.text(number, (from + to) / 2, lane.middle + 4, .middle, tone.color, size: 10)
                    }
                    at += share
                }
            }
        }
        return plot.canvas
    }

    func numbers(_ words: PageWords) -> FigureNumbers {
        FigureNumbers(
            head: [words.item] + answers,
            rows: rows.map { row in
                [row.label]
                    + answers.indices.map { index in
                        row.shares.flatMap { $0.indices.contains(index) ? NumberText.percent($0[index]) : nil } ?? ""
                    }
            })
    }
}
