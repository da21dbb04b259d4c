import Workbooks

extension ForestChart: PageFigure {
    func drawing() -> Canvas {
        let hasPrevious = rows.contains { $0.previous != nil }
        var keys = [
            Plot.Key(name: names.value, color: .blue, mark: .shape(.circle)),
            Plot.Key(name: names.interval, color: .whisker, mark: .bar),
        ]
        if hasPrevious {
            keys.insert(Plot.Key(name: names.previous, color: .orangeLight, mark: .shape(.diamond)), at: 1)
        }
        var plot = Plot(title: title, labels: rows.map(\.label), axis: axis, keys: keys)
        plot.draw { canvas, plot in
            for (row, lane) in zip(rows, plot.lanes) {
                if let interval = row.interval {
                    let (low, high) = (plot.x(interval.lowerBound), plot.x(interval.upperBound))
                    canvas.line(low, lane.middle, high, lane.middle, .whisker, weight: 2)
                    for end in [low, high] {
                        canvas.line(end, lane.middle - 4, end, lane.middle + 4, .whisker, weight: 2)
                    }
                }
                if let previous = row.previous { canvas.mark(.diamond, plot.x(previous), lane.middle, .orangeLight) }
                if let value = row.value { canvas.mark(.circle, plot.x(value), lane.middle, .blue) }
            }
        }
        return plot.canvas
    }

    func numbers(_ words: PageWords) -> FigureNumbers {
        FigureNumbers(
            head: [words.item, names.value, words.lower, words.upper, names.previous],
            rows: rows.map { row in
                let numbers = [row.value, row.interval?.lowerBound, row.interval?.upperBound, row.previous]
                return [row.label] + numbers.map(FigureNumbers.shown)
            })
    }
}
