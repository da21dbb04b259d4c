import Workbooks

/// A chart of named lines over a level scale: title and legend above, names on the left, the scale below.
struct Plot {
    struct Key {
        var name: String
        var color: Color
        var mark: Mark
    }

    enum Mark {
        case shape(ChartDrawing.Shape)
        /// A line of a trend with the mark of its points.
        case line(dash: String, ChartDrawing.Shape)
        case bar, block

        /// What its sample takes in the legend.
        var width: Double { if case .line = self { 40 } else { 20 } }
    }

    /// Where one line stands.
    struct Lane {
        var top: Double
        var height: Double
        var middle: Double { top + height / 2 }
    }

    private(set) var canvas: Canvas
    private(set) var lanes: [Lane] = []
    private let axis: ChartAxis
    private let left: Double
    private let right = 690.0

    init(title: String, labels: [String], axis: ChartAxis, keys: [Key], laneHeight: Double = 28) {
        self.axis = axis
        let longest = labels.map { Canvas.width(of: $0) }.max() ?? 0
        let room = min(240, max(60, longest))
        left = room + 22
        let names = labels.map { Canvas.lines(of: $0, room: room) }
        canvas = Canvas(width: 720, height: 0)
        var y = canvas.heading(title, keys: keys)
        let top = y
        for name in names {
            let height = max(laneHeight, Double(name.count) * 15 + 8)
            lanes.append(Lane(top: y, height: height))
            y += height
        }
        for mark in axis.marks {
            canvas.line(x(mark), top, x(mark), y, .grid)
            canvas.text(axis.shown(mark), x(mark), y + 16, .middle, .grey, size: 11)
        }
        for (name, lane) in zip(names, lanes) {
            let first = lane.middle + 4 - Double(name.count - 1) * 7.5
            for (index, line) in name.enumerated() {
                canvas.text(line, left - 10, first + Double(index) * 15, .end)
            }
        }
        canvas.line(left, y, right, y, .grey)
        y += 24
        if !axis.title.isEmpty {
            canvas.text(axis.title, (left + right) / 2, y + 10, .middle, .grey, size: 11)
            y += 18
        }
        canvas.height = y + 4
    }

    func x(_ value: Double) -> Double {
        let part = (value - axis.range.lowerBound) / (axis.range.upperBound - axis.range.lowerBound)
        return left + (right - left) * min(1, max(0, part))
    }

    mutating func draw(_ work: (inout Canvas, Plot) -> Void) {
        let frame = self
        work(&canvas, frame)
    }
}

extension Canvas {
    /// Title and legend.
    ///
    /// - Returns: where the drawing may begin.
    mutating func heading(_ title: String, keys: [Plot.Key]) -> Double {
        var y = 8.0
        for line in Canvas.lines(of: title, room: width - 20, size: 14) {
            y += 16
            text(line, width / 2, y, .middle, size: 14, isBold: true)
        }
        guard !keys.isEmpty else { return y + 14 }
        y += 22
        var x = 20.0
        for key in keys {
            let sample = key.mark.width
            let wide = sample + 18 + Canvas.width(of: key.name, size: 11)
            if x + wide > width, x > 20 {
                x = 20
                y += 18
            }
            switch key.mark {
            case .shape(let shape): mark(shape, x + 8, y - 4, key.color, radius: 4.5)
            case .line(let dash, let shape):
                line(x, y - 4, x + sample - 4, y - 4, key.color, weight: 2, dash: dash)
                mark(shape, x + (sample - 4) / 2, y - 4, key.color, radius: 4)
            case .bar: line(x, y - 4, x + 16, y - 4, key.color, weight: 3)
            case .block: box(x + 2, y - 10, width: 12, height: 12, key.color)
            }
            text(key.name, x + sample, y, size: 11)
            x += wide
        }
        return y + 14
    }
}

extension ChartAxis {
    /// The values at the marks.
    var marks: [Double] {
        guard step > 0 else { return [range.lowerBound, range.upperBound] }
        let count = Int(((range.upperBound - range.lowerBound) / step + 1e-9).rounded(.down))
        return (0...max(0, count)).map { range.lowerBound + Double($0) * step }
    }

    /// A mark in the axis's own format.
    func shown(_ mark: Double) -> String {
        // Both sides of a diverging chart count upwards from the middle.
        numberFormat == "0%;0%" ? NumberText.percent(abs(mark), 0) : NumberText.shown(mark, format: numberFormat)
    }
}
