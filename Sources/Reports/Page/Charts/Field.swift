import Workbooks

/// The area of a chart with a scale on its left.
struct Field {
    let left = 64.0
    let right = 690.0
    let top: Double
    let bottom: Double
    let vertical: ChartAxis

    init(on canvas: inout Canvas, from top: Double, height: Double, vertical: ChartAxis) {
        self.vertical = vertical
        // The title of an upright scale lies above it: turned letters are hard to read.
        var top = top
        if !vertical.title.isEmpty {
            canvas.text(vertical.title, 20, top + 10, .start, .grey, size: 11)
            top += 22
        }
        self.top = top
        bottom = top + height
        for mark in vertical.marks {
            canvas.line(left, y(mark), right, y(mark), .grid)
            canvas.text(vertical.shown(mark), left - 8, y(mark) + 4, .end, .grey, size: 11)
        }
        canvas.line(left, top, left, bottom, .grey)
        canvas.line(left, bottom, right, bottom, .grey)
    }

    func y(_ value: Double) -> Double {
        let part = (value - vertical.range.lowerBound) / (vertical.range.upperBound - vertical.range.lowerBound)
        return bottom - (bottom - top) * min(1, max(0, part))
    }
}
