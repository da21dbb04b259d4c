/// The tags and texts of an XML document, one after another; made only of documents that ``XMLScanner`` found well formed.
///
/// Names come without their prefix: programs choose prefixes as they like.
struct XMLTokens {
    enum Token: Equatable {
        case start(String, attributes: [String: String])
        case end(String)
        case text(String)
    }

    private let bytes: [UInt8]
    private var at = 0
    /// The end tag that `<name/>` implies.
    private var pendingEnd: String?

    /// Nil for what is no well-formed document, or has more tags.
    init?(_ bytes: [UInt8], mostTags: Int = .max) {
        guard XMLScanner.isWellFormed(bytes, mostTags: mostTags) else { return nil }
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    }

    /// The next one; nil at the end.
    mutating func next() -> Token? {
        if let name = pendingEnd {
            pendingEnd = nil
            return .end(name)
        }
        while at < bytes.count {
            guard bytes[at] == UInt8(ascii: "<") else { return .text(text(until: UInt8(ascii: "<"))) }
            switch bytes[at + 1] {
            case UInt8(ascii: "?"): skip(past: UInt8(ascii: "?"), UInt8(ascii: ">"))
            case UInt8(ascii: "!"): skipComment()
            case UInt8(ascii: "/"):
                at += 2
                let name = self.name()
                skip(past: UInt8(ascii: ">"))
                return .end(name)
            default: return startTag()
            }
        }
        return nil
    }

    private mutating func startTag() -> Token {
        at += 1
        let name = self.name()
        var attributes: [String: String] = [:]
        while true {
            skipSpace()
            if bytes[at] == UInt8(ascii: ">") {
                at += 1
                return .start(name, attributes: attributes)
            }
            if bytes[at] == UInt8(ascii: "/") {
                at += 2
                pendingEnd = name
                return .start(name, attributes: attributes)
            }
            let key = self.name()
            skip(past: UInt8(ascii: "="))
            let quote = bytes[at]
            at += 1
            attributes[key] = text(until: quote)
            at += 1
        }
    }

    /// `x14:id` is `id`.
    private mutating func name() -> String {
        let start = at
        var local = at
        while true {
            switch bytes[at] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: ">"),
                UInt8(ascii: "/"), UInt8(ascii: "="):
                return String(decoding: bytes[max(start, local)..<at], as: UTF8.self)
            case UInt8(ascii: ":"):
                at += 1
                local = at
            default: at += 1
            }
        }
    }

    /// The text up to a byte, references replaced.
    private mutating func text(until end: UInt8) -> String {
        var plain: [UInt8] = []
        while at < bytes.count, bytes[at] != end {
            if bytes[at] == UInt8(ascii: "&") {
                plain += reference()
            } else {
                plain.append(bytes[at])
                at += 1
            }
        }
        return String(decoding: plain, as: UTF8.self)
    }

    private mutating func reference() -> [UInt8] {
        let start = at + 1
        skip(past: UInt8(ascii: ";"))
        let name = String(decoding: bytes[start..<(at - 1)], as: UTF8.self)
        switch name {
        case "amp": return [UInt8(ascii: "&")]
        case "lt": return [UInt8(ascii: "<")]
        case "gt": return [UInt8(ascii: ">")]
        case "quot": return [UInt8(ascii: "\"")]
        case "apos": return [UInt8(ascii: "'")]
        default:
            let isHexadecimal = name.hasPrefix("#x")
            let value = UInt32(name.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10)
            return value.flatMap(Unicode.Scalar.init).map { Array(String(Character($0)).utf8) } ?? []
        }
    }

    private mutating func skipSpace() {
        while [0x20, 0x0A, 0x0D, 0x09].contains(bytes[at]) { at += 1 }
    }

    private mutating func skip(past mark: UInt8) {
        while at < bytes.count, bytes[at] != mark { at += 1 }
        at += 1
    }

    private mutating func skip(past first: UInt8, _ second: UInt8) {
        at += 2
        while at + 1 < bytes.count, bytes[at] != first || bytes[at + 1] != second { at += 1 }
        at += 2
    }

    /// `<!-- … -->`; a document type never gets this far.
    private mutating func skipComment() {
        at += 4
        while at + 2 < bytes.count, bytes[at] != 0x2D || bytes[at + 1] != 0x2D || bytes[at + 2] != 0x3E { at += 1 }
        at += 3
    }
}
