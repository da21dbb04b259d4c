extension SurveyReading {
    /// The text with every certain fix made, and those of the fixes that a later reading offered as well.
    ///
    /// - Returns: the text and the remarks that were settled, in the order in which they were.
    public func certainlyFixed() -> (text: String, settled: [Settled]) {
        var reading = self
        var settled: [Settled] = []
        // A fix may bring another mistake to light, but each takes one away: far fewer rounds than this are needed.
        for _ in 0..<Self.mostRounds {
            let offered = reading.diagnostics.filter { $0.fix?.isCertain == true }
            let made = offered.withoutOverlaps
            guard !made.isEmpty else { break }
            settled += made.map { Settled($0, in: reading.source) }
            reading = Survey.read(reading.source.replacing(made.compactMap(\.fix)))
        }
        return (reading.source.text, settled)
    }

    private static let mostRounds = 100

    /// A remark that a fix settled, with its line before and after.
    public struct Settled: Sendable, Equatable {
        public var code: String
        public var line: Int
        public var before: String
        public var after: String

        /// - Parameter remark: one with a fix, of this text.
        public init(_ remark: Diagnostic, in source: SourceText) {
            let fix = remark.fix ?? Diagnostic.Fix(range: remark.range, replacement: "", isCertain: false)
            let line = source.line(at: fix.range.lowerBound)
            code = remark.code
            self.line = line.number
            before = line.raw(line.start..<line.end)
            after =
                line.raw(line.start..<line.index(ofOffset: fix.range.lowerBound)) + fix.replacement
                + line.raw(line.index(ofOffset: fix.range.upperBound)..<line.end)
        }
    }
}

extension SourceText {
    /// The text with the replacements made.
    ///
    /// - Parameter fixes: in any order; none of them may overlap another.
    public func replacing(_ fixes: [Diagnostic.Fix]) -> String {
        var out = ""
        var done = 0
        for fix in fixes.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            out += slice(done..<fix.range.lowerBound) + fix.replacement
            done = fix.range.upperBound
        }
        return out + slice(done..<text.utf8.count)
    }
}

extension [Diagnostic] {
    /// The first of those whose fixes touch the same line; a line that was changed is read again before the next.
    fileprivate var withoutOverlaps: [Diagnostic] {
        var end = -1
        return sorted { ($0.fix?.range.lowerBound ?? 0) < ($1.fix?.range.lowerBound ?? 0) }.filter { remark in
            guard let range = remark.fix?.range, range.lowerBound > end else { return false }
            end = range.upperBound
            return true
        }
    }
}
