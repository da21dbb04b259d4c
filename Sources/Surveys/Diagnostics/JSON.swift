/// A JSON text in the making. Members keep the order in which they were given.
package enum JSON {
    case null
    case truth(Bool)
    case integer(Int)
    case number(Double)
    case text(String)
    case array([JSON])
    case object([(String, JSON)])

    package init(_ number: Double?) {
        self = number.map { .number($0) } ?? .null
    }

    package init(_ number: Int?) {
        self = number.map { .integer($0) } ?? .null
    }

    package var text: String {
        var out = ""
        write(to: &out, indent: "")
        return out
    }

    /// Two blanks a level; what holds no further level stays on one line.
    private func write(to out: inout String, indent: String) {
        switch self {
        case .null: out += "null"
        case .truth(let isTrue): out += isTrue ? "true" : "false"
        case .integer(let number): out += String(number)
        // The shortest digits that read back as the same number.
        case .number(let number): out += number.description
        case .text(let text): out += Self.quoted(text)
        case .array(let values):
            list(values.map { ("", $0) }, "[", "]", to: &out, indent)
        case .object(let members):
            list(members.map { (Self.quoted($0.0) + ": ", $0.1) }, "{", "}", to: &out, indent)
        }
    }

    private func list(
        _ members: [(lead: String, value: JSON)], _ open: String, _ close: String, to out: inout String,
        _ indent: String
    ) {
        let isFlat = members.allSatisfy(\.value.isScalar)
        let inner = indent + "  "
        out += open
        for (index, member) in members.enumerated() {
            if index > 0 { out += isFlat ? ", " : "," }
            if !isFlat { out += "\n" + inner }
            out += member.lead
            member.value.write(to: &out, indent: inner)
        }
        out += isFlat ? close : "\n" + indent + close
    }

    private var isScalar: Bool {
        switch self {
        case .array(let values): values.isEmpty
        case .object(let members): members.isEmpty
        case .null, .truth, .integer, .number, .text: true
        }
    }

    private static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case "\u{0}"..<"\u{20}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}
