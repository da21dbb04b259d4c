import Surveys

/// Breaks texts into lines by what they take on the screen: between any two Han characters, never inside a Latin word.
struct TextLines {
    var width: Int

    /// - Parameters:
    ///   - first: what stands before the first line; the others are indented as far.
    ///   - indent: how far the lines after the first are indented instead.
    func wrapped(_ text: String, first: String = "", indent: Int? = nil) -> [String] {
        let hang = String(repeating: " ", count: indent ?? DisplayWidth.of(first))
        var lines: [String] = []
        var line = first
        var used = DisplayWidth.of(first)
        var isEmpty = true
        for piece in Self.pieces(text) {
            let needed = DisplayWidth.of(piece.text)
            let gap = piece.followsBlank && !isEmpty ? 1 : 0
            if !isEmpty, used + gap + needed > width {
                lines.append(line)
                line = hang + piece.text
                used = hang.count + needed
            } else {
                line += (gap == 1 ? " " : "") + piece.text
                used += gap + needed
            }
            isEmpty = false
        }
        return lines + [line]
    }

    private struct Piece {
        var text: String
        var followsBlank: Bool
    }

    /// What must not be broken: a word, or a Han character with the marks that cling to it.
    private static func pieces(_ text: String) -> [Piece] {
        var pieces: [Piece] = []
        var last: Character?
        var isAfterBlank = false
        for character in text {
            if character == " " {
                isAfterBlank = true
                continue
            }
            if let last, !isAfterBlank, !mayBreak(last, character) {
                pieces[pieces.count - 1].text.append(character)
            } else {
                pieces.append(Piece(text: String(character), followsBlank: isAfterBlank))
            }
            last = character
            isAfterBlank = false
        }
        return pieces
    }

    private static func mayBreak(_ left: Character, _ right: Character) -> Bool {
        guard !closers.contains(right), !openers.contains(left) else { return false }
        return DisplayWidth.of(left) > 1 || DisplayWidth.of(right) > 1
    }

    /// Marks that never begin a line, and marks that never end one; a no-break space does neither.
    private static let closers = Set("\u{A0}，。、；：？！）》〉】〕”’…—·％%)]},.;:?!")
    private static let openers = Set("\u{A0}（《〈【〔“‘([{￥")
}
