/// A text broken into lines that a terminal of 80 columns shows whole.
///
/// Chinese breaks between any two characters, Latin words only at blanks; no line begins with a mark that closes.
struct Paragraph {
    var text: String

    var lines: [String] {
        var lines: [String] = []
        var line = ""
        for piece in pieces {
            if !line.isEmpty, DisplayWidth.of(line + piece.trimmedEnd) > Self.width {
                lines.append(line.trimmedEnd)
                line = ""
            }
            line += piece
        }
        return lines + [line.trimmedEnd]
    }

    private static let width = 78

    /// What stays on one line: a Han character or a word, with the marks and blanks around it.
    private var pieces: [String] {
        var pieces: [String] = []
        var last: Character = " "
        for character in text {
            let isGlued = !isHan(character) && !isHan(last) && last != " "
            if pieces.isEmpty || !(isGlued || character == " " || closes(character) || opens(last)) {
                pieces.append(String(character))
            } else {
                pieces[pieces.count - 1].append(character)
            }
            last = character
        }
        return pieces
    }

    private func isHan(_ character: Character) -> Bool { DisplayWidth.of(character) == 2 }

    private func closes(_ character: Character) -> Bool { "，。、；：？！）】”’,.;:?!)]".contains(character) }

    private func opens(_ character: Character) -> Bool { "（【“‘([".contains(character) }
}

extension String {
    fileprivate var trimmedEnd: String {
        last == " " ? String(dropLast()) : self
    }
}
