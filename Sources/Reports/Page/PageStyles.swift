import Workbooks

/// The looks of cells as CSS classes: equal looks share one, numbered in the order in which the page needs them.
struct PageStyles {
    private var classes: [String: Int] = [:]
    private var declarations: [String] = []

    mutating func name(of style: CellStyle) -> String {
        let declaration = Self.declaration(of: style)
        if let number = classes[declaration] { return "c\(number)" }
        classes[declaration] = declarations.count
        declarations.append(declaration)
        return "c\(declarations.count - 1)"
    }

    var css: String {
        declarations.enumerated().map { ".c\($0.offset){\($0.element)}\n" }.joined()
    }

    private static func declaration(of style: CellStyle) -> String {
        var parts = [
            "font:\(style.isBold ? "bold " : "")\(NumberText.fixed(style.size, 1))pt \(family(of: style.font))"
        ]
        parts.append("color:\(Markup.color(style.color))")
        if let fill = style.fill { parts.append("background-color:\(Markup.color(fill))") }
        if style.isUnderlined { parts.append("text-decoration:underline") }
        switch style.horizontal {
        case .general: break
        case .left: parts.append("text-align:left")
        case .center: parts.append("text-align:center")
        case .right: parts.append("text-align:right")
        }
        if style.vertical == .top { parts.append("vertical-align:top") }
        if style.indent > 0 { parts.append("padding-left:\(style.indent + 1)em") }
        let sides = [
            ("top", style.borders.top), ("bottom", style.borders.bottom), ("left", style.borders.left),
            ("right", style.borders.right),
        ]
        for (side, edge) in sides {
            guard let edge else { continue }
            parts.append("border-\(side):\(edge.weight == .medium ? 2 : 1)px solid \(Markup.color(edge.color))")
        }
        return parts.joined(separator: ";")
    }

    private static func family(of font: Font) -> String {
        switch font {
        case .hei: "var(--hei)"
        case .kai: "var(--kai)"
        case .fang: "var(--fang)"
        case .xiaobiaosong: "var(--title)"
        default: "var(--song)"
        }
    }
}
