import Workbooks

extension BarChart: PageFigure {
    func drawing() -> Canvas {
        let keys = series.map { Plot.Key(name: $0.name, color: $0.color, mark: .block) }
        let thickness = series.count > 2 ? 9.0 : 12.0
        var plot = Plot(
            title: title, labels: categories, axis: axis, keys: keys,
            laneHeight: thickness * Double(series.count) + 12)
        plot.draw { canvas, plot in
            let base = plot.x(max(0, axis.range.lowerBound))
            for (category, lane) in plot.lanes.enumerated() {
                var y = lane.middle - thickness * Double(series.count) / 2
                for bars in series {
                    if bars.values.indices.contains(category), let value = bars.values[category] {
                        let end = plot.x(value)
                        canvas.box(min(base, end), y, width: abs(end - base), height: thickness - 1, bars.color)
                        if bars.showsNumbers {
                            let number = NumberText.shown(
                                value, format: axis.numberFormat == "0" ? "0.0" : axis.numberFormat)
                            // A bar that reaches the edge carries its number inside.
                            let isLong = end + Canvas.width(of: number, size: 10) + 6 > canvas.width
                            canvas.text(
                                number, isLong ? end - 4 : end + 4, y + thickness - 2, isLong ? .end : .start,
                                isLong ? .white : .ink, size: 10)
                        }
                    }
                    y += thickness
                }
            }
        }
        return plot.canvas
    }

    func numbers(_ words: PageWords) -> FigureNumbers {
        FigureNumbers(
            head: [words.item] + series.map(\.name),
            rows: categories.enumerated().map { index, name in
                [name] + series.map { FigureNumbers.shown($0.values.indices.contains(index) ? $0.values[index] : nil) }
            })
    }
}
