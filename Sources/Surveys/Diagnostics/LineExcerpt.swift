/// As much of a line as is worth showing: all of it, or only what stands around a place in a very long one.
struct LineExcerpt {
    /// What is shown, with `…` where something is left out.
    var text: String { lead + Self.shown(line.scalars[window]) + (window.upperBound < line.end ? "…" : "") }

    private let line: SourceLine
    /// Indices of scalars.
    private let window: Range<Int>
    private var lead: String { window.lowerBound > line.start ? "…" : "" }

    /// Longer than any line that a person types; terminals wrap it a few times, and it is still read.
    private static let longest = 600
    /// What stands on either side of the place, enough to see where it is.
    private static let margin = 80

    /// - Parameter place: indices of scalars, which a long line is shown around.
    init(_ line: SourceLine, around place: Range<Int>) {
        self.line = line
        guard line.scalars.count > Self.longest else {
            window = line.start..<line.end
            return
        }
        let end = min(place.upperBound, place.lowerBound + Self.longest)
        window = max(line.start, place.lowerBound - Self.margin)..<min(line.end, end + Self.margin)
    }

    /// Columns before a place, and those that it takes; what is left out takes none.
    func columns(_ place: Range<Int>) -> (before: Int, width: Int) {
        let place = place.clamped(to: window)
        func width(_ range: Range<Int>) -> Int { DisplayWidth.of(Self.shown(line.scalars[range])) }
        return (DisplayWidth.of(lead) + width(window.lowerBound..<place.lowerBound), width(place))
    }

    /// The line with a part of it replaced, shown around that part.
    static func corrected(_ line: SourceLine, _ place: Range<Int>, by replacement: String) -> String {
        let excerpt = LineExcerpt(line, around: place)
        return excerpt.lead + shown(line.scalars[excerpt.window.lowerBound..<place.lowerBound]) + replacement
            + shown(line.scalars[place.upperBound..<max(place.upperBound, excerpt.window.upperBound)])
            + (max(place.upperBound, excerpt.window.upperBound) < line.end ? "…" : "")
    }

    /// A tab has no width that a caret could be set under, nor has another control character.
    private static func shown(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        TerminalText.line(String(scalars).replacing("\t", with: "    "))
    }
}
