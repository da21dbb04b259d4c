/// A survey text cut into lines, and the one place where an offset becomes a line and a column.
public struct SourceText: Sendable {
    public let text: String
    let lines: [SourceLine]

    public init(_ text: String) {
        self.text = text
        var lines: [SourceLine] = []
        var offset = 0
        var current: [Character] = []
        var start = 0
        for character in text {
            let length = character.utf8.count
            // A CR LF pair is one Character; a lone CR ends a line as well.
            if character.isNewline {
                lines.append(SourceLine(number: lines.count + 1, start: start, characters: current))
                current.removeAll(keepingCapacity: true)
                start = offset + length
            } else {
                current.append(character)
            }
            offset += length
        }
        if !current.isEmpty || lines.isEmpty {
            lines.append(SourceLine(number: lines.count + 1, start: start, characters: current))
        }
        self.lines = lines
    }

    /// The line that holds an offset, and the character within it, both counted from 1.
    public func position(of offset: Int) -> (line: Int, character: Int) {
        let line = line(at: offset)
        return (line.number, line.index(ofOffset: offset) + 1)
    }

    /// What stands at a place.
    func slice(_ range: Range<Int>) -> Substring {
        let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
        return text[start..<text.utf8.index(start, offsetBy: range.count)]
    }

    func line(at offset: Int) -> SourceLine {
        var low = 0
        var high = lines.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if lines[middle].start <= offset { low = middle } else { high = middle - 1 }
        }
        return lines[low]
    }
}

/// One line: its characters as written, and as the machine zones read them.
struct SourceLine: Sendable {
    let number: Int
    /// UTF-8 offset of the first character.
    let start: Int
    let characters: [Character]
    /// One for one with `characters`, input-method twins replaced by the mark that is meant.
    let machine: [Character]
    /// UTF-8 offset of each character, and of the end.
    let offsets: [Int]

    init(number: Int, start: Int, characters: [Character]) {
        self.number = number
        self.start = start
        self.characters = characters
        machine = characters.map(MachineCharacter.meant(by:))
        var offsets = [start]
        offsets.reserveCapacity(characters.count + 1)
        for character in characters { offsets.append(offsets[offsets.count - 1] + character.utf8.count) }
        self.offsets = offsets
    }

    var content: Range<Int> { trimmed(0..<characters.count) }

    /// Without blanks at either end.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, machine[lower] == " " { lower += 1 }
        while upper > lower, machine[upper - 1] == " " { upper -= 1 }
        return lower..<upper
    }

    func place(_ range: Range<Int>) -> Range<Int> {
        offsets[range.lowerBound]..<offsets[range.upperBound]
    }

    /// comment = "//" , text
    func isComment(_ content: Range<Int>) -> Bool {
        content.count >= 2 && machine[content.lowerBound] == "/" && machine[content.lowerBound + 1] == "/"
    }

    func raw(_ range: Range<Int>) -> String { String(characters[range]) }

    /// A text zone as people wrote it; only `||`, `[[` and `]]` become the mark that they stand for.
    func literal(_ range: Range<Int>) -> String {
        var out = ""
        var index = range.lowerBound
        while index < range.upperBound {
            let mark = machine[index]
            out.append(characters[index])
            let isDoubled = index + 1 < range.upperBound && machine[index + 1] == mark
            index += isDoubled && (mark == "|" || mark == "[" || mark == "]") ? 2 : 1
        }
        return out
    }

    func normal(_ range: Range<Int>) -> String { String(machine[range]) }

    func index(ofOffset offset: Int) -> Int {
        (offsets.firstIndex { $0 >= offset } ?? characters.count)
    }
}

/// What a key of a Chinese input method stands for where the machine reads.
enum MachineCharacter {
    static func meant(by character: Character) -> Character {
        guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else { return character }
        if scalar.isASCII { return character == "\t" ? " " : character == "*" ? "×" : character }
        switch scalar {
        case "。", "．": return "."
        case "【", "［": return "["
        case "】", "］": return "]"
        case "～", "〜": return "~"
        case "—", "–", "−", "－": return "-"
        case "《": return "<"
        case "》": return ">"
        case "｜": return "|"
        case "“", "”", "‘", "’": return "\""
        case "＊": return "×"
        case "\u{3000}", "\u{00A0}", "\u{200B}", "\u{FEFF}": return " "
        // Full-width letters, digits and signs lie at a fixed distance from their ASCII twins.
        case "\u{FF01}"..."\u{FF5E}": return Unicode.Scalar(scalar.value - 0xFEE0).map(Character.init) ?? character
        default: return character
        }
    }
}
