import Workbooks

/// A drawing as it grows. Places are pixels from the upper left corner.
struct Canvas {
    enum Anchor: String {
        case start, middle, end
    }

    var width: Double
    var height: Double
    private var body = ""

    init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    mutating func line(
        _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ color: Color, weight: Double = 1, dash: String = ""
    ) {
        let places = zip(["x1", "y1", "x2", "y2"], [x1, y1, x2, y2]).map { "\($0)=\"\(Markup.coordinate($1))\"" }
        body += "<line \(places.joined(separator: " ")) stroke=\"\(Markup.color(color))\""
        body +=
            " stroke-width=\"\(Markup.coordinate(weight))\"\(dash.isEmpty ? "" : " stroke-dasharray=\"\(dash)\"")/>\n"
    }

    mutating func box(_ x: Double, _ y: Double, width: Double, height: Double, _ color: Color) {
        body += "<rect x=\"\(Markup.coordinate(x))\" y=\"\(Markup.coordinate(y))\""
        body += " width=\"\(Markup.coordinate(width))\" height=\"\(Markup.coordinate(height))\""
        body += " fill=\"\(Markup.color(color))\"/>\n"
    }

    /// A filled mark: its shape tells it from others where colours do not.
    mutating func mark(_ shape: ChartDrawing.Shape, _ x: Double, _ y: Double, _ color: Color, radius: Double = 5) {
        let fill = "fill=\"\(Markup.color(color))\""
        // Around one middle, each about as large as the circle.
        let corners: [(Double, Double)]
        switch shape {
        case .circle:
            let places = zip(["cx", "cy", "r"], [x, y, radius]).map { "\($0)=\"\(Markup.coordinate($1))\"" }
            body += "<circle \(places.joined(separator: " ")) \(fill)/>\n"
            return
        case .square: corners = [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)]
        case .diamond: corners = [(0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)]
        case .triangle: corners = [(0, -1.15), (1.1, 0.85), (-1.1, 0.85)]
        }
        let points = corners.map { "\(Markup.coordinate(x + $0 * radius)),\(Markup.coordinate(y + $1 * radius))" }
        body += "<polygon points=\"\(points.joined(separator: " "))\" \(fill)/>\n"
    }

    /// Text whose baseline is `y`.
    mutating func text(
        _ text: String, _ x: Double, _ y: Double, _ anchor: Anchor = .start, _ color: Color = .ink, size: Double = 12,
        isBold: Bool = false
    ) {
        body += "<text x=\"\(Markup.coordinate(x))\" y=\"\(Markup.coordinate(y))\" text-anchor=\"\(anchor.rawValue)\""
        body += " font-size=\"\(Markup.coordinate(size))\"\(isBold ? " font-weight=\"bold\"" : "")"
        body += " fill=\"\(Markup.color(color))\">\(Markup.escaped(text))</text>\n"
    }

    /// How wide a text comes out: a Han character is as wide as it is high.
    static func width(of text: String, size: Double = 12) -> Double {
        Double(TextMeasure.width(of: text)) * size * 0.54
    }

    /// A text in lines no wider than the room.
    static func lines(of text: String, room: Double, size: Double = 12) -> [String] {
        var lines = [""]
        for character in text {
            let longer = lines[lines.count - 1] + String(character)
            if width(of: longer, size: size) > room, !lines[lines.count - 1].isEmpty {
                lines.append(String(character))
            } else {
                lines[lines.count - 1] = longer
            }
        }
        return lines
    }

    func svg(title: String, description: String, id: String) -> String {
        let size = "\(Markup.coordinate(width)) \(Markup.coordinate(height))"
        return """
            <svg role="img" viewBox="0 0 \(size)" width="\(Markup.coordinate(width))" \
            height="\(Markup.coordinate(height))" aria-labelledby="\(id)-t \(id)-d">
            <title id="\(id)-t">\(Markup.escaped(title))</title>
            <desc id="\(id)-d">\(Markup.escaped(description))</desc>
            \(body)</svg>

            """
    }
}
