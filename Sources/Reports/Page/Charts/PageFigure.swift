import Workbooks

/// A chart that a page can draw, with the numbers it draws.
protocol PageFigure {
    var title: String { get }
    func drawing() -> Canvas
    func numbers(_ words: PageWords) -> FigureNumbers
}

/// The plotted numbers as a table.
struct FigureNumbers {
    var head: [String]
    var rows: [[String]]
}

extension ReportSheet.Figure {
    var onPage: any PageFigure {
        switch self {
        case .forest(let chart): chart
        case .dumbbell(let chart): chart
        case .quadrant(let chart): chart
        case .trend(let chart): chart
        case .bars(let chart): chart
        case .diverging(let chart): chart
        }
    }
}

extension ReportSheet.PlacedFigure {
    func html(id: String, _ words: PageWords) -> String {
        let chart = figure.onPage
        let numbers = chart.numbers(words)
        var out = "<figure id=\"\(id)\">\n" + chart.drawing().svg(title: chart.title, description: altText, id: id)
        out += "<figcaption>\(Markup.lines(altText))</figcaption>\n"
        out +=
            "<details><summary>\(words.numbers)</summary>\n<div class=\"box\"><table class=\"numbers\">\n<thead>\n<tr>"
        out += numbers.head.map { "<th scope=\"col\">\(Markup.escaped($0))</th>" }.joined()
        out += "</tr>\n</thead>\n<tbody>\n"
        for row in numbers.rows {
            out += "<tr>" + row.map { "<td>\(Markup.escaped($0))</td>" }.joined() + "</tr>\n"
        }
        return out + "</tbody>\n</table></div>\n</details>\n</figure>\n"
    }
}

extension FigureNumbers {
    static func shown(_ number: Double?) -> String { number.map { NumberText.fixed($0, 2) } ?? "" }
}
