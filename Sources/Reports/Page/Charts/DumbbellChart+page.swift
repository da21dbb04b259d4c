import Workbooks

extension DumbbellChart: PageFigure {
    func drawing() -> Canvas {
        let keys = [
            Plot.Key(name: names.current, color: .blue, mark: .shape(.circle)),
            Plot.Key(name: names.required, color: .ink, mark: .shape(.square)),
            Plot.Key(name: names.gap, color: .orangeLight, mark: .bar),
        ]
        var plot = Plot(title: title, labels: rows.map(\.label), axis: axis, keys: keys)
        plot.draw { canvas, plot in
            for (row, lane) in zip(rows, plot.lanes) {
                let (current, required) = (plot.x(row.current), plot.x(row.required))
                canvas.line(current, lane.middle, required, lane.middle, .orangeLight, weight: 4)
                canvas.mark(.circle, current, lane.middle, .blue)
                canvas.mark(.square, required, lane.middle, .ink)
            }
        }
        return plot.canvas
    }

    func numbers(_ words: PageWords) -> FigureNumbers {
        FigureNumbers(
            head: [words.item, names.current, names.required],
            rows: rows.map { [$0.label, FigureNumbers.shown($0.current), FigureNumbers.shown($0.required)] })
    }
}
