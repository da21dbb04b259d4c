/// Markup, line by line. Every text and attribute is escaped on its way in, so that none can be forgotten.
struct HTMLText {
    private(set) var text = ""

    mutating func line(_ markup: String) {
        text += markup + "\n"
    }

    mutating func append(_ other: HTMLText) {
        text += other.text
    }

    mutating func open(_ name: String, _ attributes: [(String, String)] = []) {
        line("<\(name)\(Self.spelled(attributes))>")
    }

    mutating func close(_ name: String) {
        line("</\(name)>")
    }

    mutating func void(_ name: String, _ attributes: [(String, String)]) {
        line("<\(name)\(Self.spelled(attributes)) />")
    }

    mutating func element(_ name: String, _ content: String, _ attributes: [(String, String)] = []) {
        line(Self.element(name, content, attributes))
    }

    static func element(_ name: String, _ content: String, _ attributes: [(String, String)] = []) -> String {
        wrapping(name, escaped(content), attributes)
    }

    static func void(_ name: String, _ attributes: [(String, String)]) -> String {
        "<\(name)\(spelled(attributes)) />"
    }

    /// An element around markup that is ready.
    static func wrapping(_ name: String, _ markup: String, _ attributes: [(String, String)] = []) -> String {
        "<\(name)\(spelled(attributes))>\(markup)</\(name)>"
    }

    private static func spelled(_ attributes: [(String, String)]) -> String {
        attributes.map { " \($0)=\"\(escaped($1))\"" }.joined()
    }

    static func escaped(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out.append(contentsOf: "&amp;".unicodeScalars)
            case "<": out.append(contentsOf: "&lt;".unicodeScalars)
            case ">": out.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": out.append(contentsOf: "&quot;".unicodeScalars)
            // No control character but these may stand in XML, not even escaped.
            case "\t", "\n": out.append(scalar)
            case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": out.append("\u{FFFD}")
            default: out.append(scalar)
            }
        }
        return String(out)
    }
}
