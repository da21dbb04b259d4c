/// A piece of a pasted line: its characters as written, and one for one what the marks of a Chinese keyboard stand for.
struct PastedText: Sendable, Equatable {
    private(set) var written: [Character]
    private(set) var plain: [Character]

    init(_ text: some StringProtocol) {
        written = text.filter { !$0.isInvisible }
        plain = written.map(Self.meant(by:))
    }

    var isEmpty: Bool { plain.isEmpty }

    /// What a respondent reads.
    var text: String {
        String(written.map { $0 == "\t" ? " " : $0 })
    }

    /// What the importer looks at: half-width, in lower case.
    var key: String { String(plain).lowercased() }

    subscript(range: Range<Int>) -> PastedText {
        var part = self
        part.written = Array(written[range])
        part.plain = Array(plain[range])
        return part.trimmed
    }

    func from(_ index: Int) -> PastedText { self[min(index, plain.count)..<plain.count] }

    func upTo(_ index: Int) -> PastedText { self[0..<index] }

    func without(_ range: Range<Int>) -> PastedText {
        var rest = self
        rest.written.removeSubrange(range)
        rest.plain.removeSubrange(range)
        return rest.trimmed
    }

    var trimmed: PastedText {
        guard let first = plain.firstIndex(where: { !$0.isWhitespace }),
            let last = plain.lastIndex(where: { !$0.isWhitespace })
        else { return PastedText("") }
        guard first > 0 || last < plain.count - 1 else { return self }
        var part = self
        part.written = Array(written[first...last])
        part.plain = Array(plain[first...last])
        return part
    }

    /// Cut at each character that is one of the marks; empty pieces do not count.
    func split(at marks: Set<Character>) -> [PastedText] {
        var pieces: [PastedText] = []
        var start = 0
        for index in 0...plain.count where index == plain.count || marks.contains(plain[index]) {
            let piece = self[start..<index]
            if !piece.isEmpty { pieces.append(piece) }
            start = index + 1
        }
        return pieces
    }

    /// From each opening to behind its closing mark; brackets within brackets belong to the outer ones.
    func groups(_ open: Character, _ close: Character) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start: Int?
        var depth = 0
        for (index, mark) in plain.enumerated() {
            if mark == open {
                if depth == 0 { start = index }
                depth += 1
            } else if mark == close, depth > 0 {
                depth -= 1
                if depth == 0, let begin = start { found.append(begin..<index + 1) }
            }
        }
        return found
    }

    private static func meant(by character: Character) -> Character {
        guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else { return character }
        switch scalar {
        case "【", "〔", "〖": return "["
        case "】", "〕", "〗": return "]"
        case "～", "〜", "∼": return "~"
        case "—", "–", "−", "－", "―": return "-"
        case "\u{3000}", "\u{00A0}", "\u{2003}", "\u{2002}": return " "
        // Full-width letters, digits and signs lie at a fixed distance from their ASCII twins.
        case "\u{FF01}"..."\u{FF5E}": return Unicode.Scalar(scalar.value - 0xFEE0).map(Character.init) ?? character
        default: return character
        }
    }
}

extension Character {
    /// Byte order marks, zero-width joints and control characters, which come along from web pages.
    fileprivate var isInvisible: Bool {
        guard let scalar = unicodeScalars.first, self != "\t" else { return false }
        return ["\u{FEFF}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}"].contains(scalar)
            || scalar.properties.generalCategory == .control
    }

    var isHanNumeral: Bool { "一二三四五六七八九十".contains(self) }

    var isPlainDigit: Bool { isASCII && isNumber }
}

/// `3`, `三`, `十二`: the whole numbers up to 99 that people write out.
func spokenNumber(_ text: some StringProtocol) -> Int? {
    if let number = Int(text) { return number }
    if text == "两" { return 2 }
    let digits = Array("一二三四五六七八九")
    func digit(_ character: Character) -> Int? { digits.firstIndex(of: character).map { $0 + 1 } }
    let parts = text.split(separator: "十", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return text.count == 1 ? text.first.flatMap(digit) : nil }
    let tens = parts[0].isEmpty ? 1 : parts[0].count == 1 ? parts[0].first.flatMap(digit) : nil
    let ones = parts[1].isEmpty ? 0 : parts[1].count == 1 ? parts[1].first.flatMap(digit) : nil
    guard let tens, let ones else { return nil }
    return tens * 10 + ones
}
