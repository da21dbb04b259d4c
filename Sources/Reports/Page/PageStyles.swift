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
        default: "var(--song)"
        }
    }

    /// What holds for every page.
    static let base = """
        :root{--song:"SimSun","Songti SC","Source Han Serif SC","Noto Serif CJK SC",serif;
        --hei:"SimHei","Heiti SC","Source Han Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;
        --kai:"KaiTi","Kaiti SC","STKaiti","Noto Serif CJK SC",serif;
        --fang:"FangSong","STFangsong","Noto Serif CJK SC",serif}
        *{box-sizing:border-box}
        body{margin:0 auto;padding:1rem;max-width:70rem;font:10.5pt/1.5 var(--song);color:#262626;background:#FFFFFF}
        h1,h2,h3{font-family:var(--hei);line-height:1.3}
        h1{border-bottom:2px solid #9E1B1E;padding-bottom:.3em}
        h2{margin:2.5rem 0 .2rem;border-bottom:1px solid #BFBFBF}
        h3{margin:.6em 0 .2em}
        nav{background:#F5F5F5;padding:.6rem 1rem}
        nav ol{margin:0;padding-left:2em;columns:14em}
        a{color:#0563C1}
        p{margin:.4em 0;line-height:1.6;text-align:left}
        .subtitle{font-family:var(--kai);color:#595959}
        .note,.notes{font-size:9pt;color:#595959}
        .box{overflow-x:auto;margin:.6em 0}
        table{border-collapse:collapse}
        th,td{padding:.2em .5em;min-width:4em;overflow-wrap:break-word}
        .numbers th,.numbers td{border:1px solid #BFBFBF;font-size:9pt}
        .numbers th{background-color:#EDEDED}
        td.n{text-align:right}
        figure{margin:1em 0;overflow-x:auto}
        figure svg{display:block;max-width:100%;min-width:32rem;height:auto;font-family:var(--hei)}
        figcaption{font-size:9pt;color:#595959}
        summary{cursor:pointer;color:#595959;font-size:9pt}
        @page{size:A4;margin:18mm 15mm}
        @media print{body{padding:0;max-width:none;font-size:9pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}
        nav,details{display:none}
        th,td{font-size:7.5pt !important;padding:.1em .25em;min-width:0}
        .box,figure{overflow:visible}figure svg{min-width:0}
        figure,tr{break-inside:avoid}thead{display:table-header-group}h2{break-after:avoid}a{color:inherit}}

        """
}
