import Workbooks

extension QuadrantChart: PageFigure {
    private struct Area {
        var x: ClosedRange<Double>
        var y: ClosedRange<Double>

        func overlaps(_ other: Area) -> Bool { x.overlaps(other.x) && y.overlaps(other.y) }
    }

    func drawing() -> Canvas {
        var canvas = Canvas(width: 720, height: 0)
        let start = canvas.heading(title, keys: [])
        let field = Field(on: &canvas, from: start, height: 380, vertical: vertical)
        func x(_ value: Double) -> Double {
            let length = horizontal.range.upperBound - horizontal.range.lowerBound
            return field.left + (field.right - field.left) * (value - horizontal.range.lowerBound) / length
        }
        for mark in horizontal.marks {
            canvas.line(x(mark), field.top, x(mark), field.bottom, .grid)
            canvas.text(horizontal.shown(mark), x(mark), field.bottom + 16, .middle, .grey, size: 11)
        }
        canvas.text(
            horizontal.title, (field.left + field.right) / 2, field.bottom + 36, .middle, .grey, size: 11)
        canvas.line(x(horizontalMean), field.top, x(horizontalMean), field.bottom, .whisker, dash: "5 4")
        canvas.line(field.left, field.y(verticalMean), field.right, field.y(verticalMean), .whisker, dash: "5 4")
        var taken = points.map { area(x($0.x), field.y($0.y), width: 10, height: 10) }
        taken.append(
            area(x(horizontalMean), (field.top + field.bottom) / 2, width: 2, height: field.bottom - field.top))
        taken.append(
            area((field.left + field.right) / 2, field.y(verticalMean), width: field.right - field.left, height: 2))
        for point in points {
            let (at, level) = (x(point.x), field.y(point.y))
            canvas.mark(.circle, at, level, .blue, radius: 4.5)
            let wide = Canvas.width(of: point.label, size: 11)
            // Right, left, above, below, then further off, until one is free and inside.
            let places = (0..<6).flatMap { ring -> [(x: Double, y: Double)] in
                let off = Double(ring) * 13
                return [
                    (at + 8 + wide / 2, level - off), (at - 8 - wide / 2, level - off), (at, level - 13 - off),
                    (at, level + 13 + off), (at + 8 + wide / 2, level + off), (at - 8 - wide / 2, level + off),
                ]
            }
            let free = places.first { place in
                let room = area(place.x, place.y, width: wide, height: 12)
                return room.x.lowerBound >= field.left && room.x.upperBound <= canvas.width
                    && room.y.lowerBound >= field.top && room.y.upperBound <= field.bottom
                    && !taken.contains { $0.overlaps(room) }
            }
            let place = free ?? places[0]
            taken.append(area(place.x, place.y, width: wide, height: 12))
            canvas.text(point.label, place.x, place.y + 4, .middle, size: 11)
        }
        canvas.height = field.bottom + 46
        return canvas
    }

    private func area(_ x: Double, _ y: Double, width: Double, height: Double) -> Area {
        Area(x: (x - width / 2)...(x + width / 2), y: (y - height / 2)...(y + height / 2))
    }

    func numbers(_ words: PageWords) -> FigureNumbers {
        FigureNumbers(
            head: [words.item, horizontal.title, vertical.title],
            rows: points.map { [$0.label, FigureNumbers.shown($0.x), FigureNumbers.shown($0.y)] })
    }
}
