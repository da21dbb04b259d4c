/// What a printed questionnaire, or a table of it, has for the pen and not for the reader.
extension PastedText {
    private static let rings: Set<Character> = ["○", "◯", "●", "□", "☐", "■"]

    /// `非常不满意 ○1 ○2 ○3 非常满意`, `工资 ○ ○ ○`: rings to be ticked, which say nothing themselves.
    var withoutRings: PastedText {
        guard plain.count(where: Self.rings.contains) > 1 else { return self }
        return PastedText(String(written.map { Self.rings.contains($0) ? " " : $0 })).trimmed
    }

    /// `[ ] 甲`, `( ) 甲`: a box drawn with brackets.
    var withoutBox: PastedText {
        guard let open = plain.first, let close = plain.dropFirst().firstIndex(where: { $0 != " " }),
            (open, plain[close]) == ("[", "]") || (open, plain[close]) == ("(", ")"), close + 1 < plain.count
        else { return self }
        return from(close + 1)
    }

    /// A row of a table drawn with bars: its cells, those at the edges left out where they are empty; nil for the line
    /// under its heading.
    var tableRow: PastedText? {
        guard plain.first == "|", plain.count > 1 else { return self }
        let cells = split(at: ["|"]).filter { !$0.plain.allSatisfy { "-: ".contains($0) } }
        guard !cells.isEmpty else { return nil }
        return PastedText(cells.map(\.text).joined(separator: "\t"))
    }
}
