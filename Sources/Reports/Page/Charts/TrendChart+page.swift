import Workbooks

extension TrendChart: PageFigure {
    func drawing() -> Canvas {
        var canvas = Canvas(width: 720, height: 0)
        let looks = Self.looks
        var ends: [(x: Double, y: Double, text: String)] = []
        let keys = lines.enumerated().map { index, line in
            Plot.Key(
                name: line.name, color: looks[index % looks.count].color,
                mark: .line(dash: looks[index % looks.count].dash.pattern, looks[index % looks.count].shape))
        }
        let start = canvas.heading(title, keys: keys)
        let field = Field(on: &canvas, from: start, height: 260, vertical: axis)
        let step = (field.right - field.left) / Double(max(1, periods.count))
        func x(_ period: Int) -> Double { field.left + step * (Double(period) + 0.5) }
        for (index, period) in periods.enumerated() {
            canvas.text(period, x(index), field.bottom + 18, .middle, .grey)
        }
        for (number, line) in lines.enumerated() {
            let look = looks[number % looks.count]
            // Beside each other, so that intervals of one year do not hide one another.
            let shift = (Double(number) - Double(lines.count - 1) / 2) * 10
            var last: (x: Double, y: Double)?
            for (index, point) in line.points.enumerated() {
                guard let value = point.value else {
                    last = nil
                    continue
                }
                let here = (x: x(index) + shift, y: field.y(value))
                if let last {
                    canvas.line(last.x, last.y, here.x, here.y, look.color, weight: 2, dash: look.dash.pattern)
                }
                last = here
            }
            for (index, point) in line.points.enumerated() {
                guard let value = point.value else { continue }
                let here = x(index) + shift
                if let interval = point.interval {
                    let ends = [field.y(interval.lowerBound), field.y(interval.upperBound)]
                    canvas.line(here, ends[0], here, ends[1], look.color)
                    for end in ends { canvas.line(here - 4, end, here + 4, end, look.color) }
                }
                canvas.mark(look.shape, here, field.y(value), look.color, radius: 4.5)
            }
            if let index = line.points.lastIndex(where: { $0.value != nil }), let value = line.points[index].value {
                // One decimal more than whole steps, as in the workbook.
                let format = axis.numberFormat == "0" ? "0.0" : axis.numberFormat
                ends.append((x(index) + shift + 12, field.y(value), NumberText.shown(value, format: format)))
            }
        }
        var lowest = -Double.infinity
        for end in ends.sorted(by: { ($0.y, $0.x) < ($1.y, $1.x) }) {
            lowest = max(end.y, lowest + 13)
            canvas.text(end.text, end.x, lowest + 4, size: 11)
        }
        canvas.height = field.bottom + 30
        return canvas
    }

    func numbers(_ words: PageWords) -> FigureNumbers {
        FigureNumbers(
            head: [words.item, words.period, words.value, words.lower, words.upper],
            rows: lines.flatMap { line in
                zip(periods, line.points).map { period, point in
                    let numbers = [point.value, point.interval?.lowerBound, point.interval?.upperBound]
                    return [line.name, period] + numbers.map(FigureNumbers.shown)
                }
            })
    }
}

extension ChartDrawing.Dash {
    /// Lengths of strokes and gaps; empty for a line without gaps.
    fileprivate var pattern: String {
        switch self {
        case .solid: ""
        case .dashed: "7 4"
        case .dotted: "2 3"
        case .dashDot: "8 3 2 3"
        }
    }
}
