/// What the remarks of a comparison look at, and where they are gathered.
struct YearCheck {
    let reading: SurveyReading
    let previous: Survey
    let earlier: [Survey]
    let old: Edition
    let new: Edition
    /// Earlier editions in full, the latest first: last year's, then those before.
    let editions: [Edition]
    let renamed: [String: String]
    let difference: SurveyDifference
    var free: FreeCodes
    var found: [Diagnostic] = []
    /// Codes of which something graver was said.
    var reused: Set<String> = []
    private let errorLines: Set<Int>

    init(_ reading: SurveyReading, previous: Survey, earlier: [Survey]) {
        var comparison = EditionComparison(from: previous, to: reading.survey)
        comparison.compare()
        self.reading = reading
        self.previous = previous
        self.earlier = earlier
        old = comparison.old
        new = comparison.new
        editions = [comparison.old] + earlier.map(Edition.init)
        renamed = comparison.renamed
        difference = comparison.difference
        let surveys = [reading.survey, previous] + earlier
        let codes = [comparison.new.items.map(\.code)] + editions.map { $0.items.map(\.code) } + surveys.map(\.retired)
        free = FreeCodes(used: Set(codes.joined()))
        errorLines = Set(
            reading.diagnostics.filter { $0.severity == .error }
                .map { reading.source.position(of: $0.range.lowerBound).line })
    }

    mutating func remark(
        _ code: String, _ severity: Diagnostic.Severity, at range: Range<Int>, _ title: Wording,
        label: Wording? = nil, related: [Diagnostic.Related] = [], notes: [Wording] = [], fix: Diagnostic.Fix? = nil
    ) {
        // One mistake, one message: the line has an error already.
        guard !errorLines.contains(reading.source.position(of: range.lowerBound).line) else { return }
        found.append(
            Diagnostic(code, severity, at: range, title, label: label, related: related, notes: notes, fix: fix))
    }

    // MARK: Names of the years

    var lastYear: Wording { Self.name(previous.year, or: Wording("上一版", "the previous edition")) }
    var thisYear: Wording { Self.name(reading.survey.year, or: Wording("这一版", "this edition")) }

    static func name(_ year: Int?, or other: Wording) -> Wording {
        year.map { Wording("\($0) 版", String($0)) } ?? other
    }

    // MARK: Marks

    /// The marks are written as the keywords are.
    func spelling(_ mark: MarkWord) -> String { isEnglish ? mark.english : mark.chinese }

    private var isEnglish: Bool { reading.usualKeywords == .english }

    /// The line with one mark more at its end.
    func adding(_ mark: MarkWord, toLineAt place: Place) -> Diagnostic.Fix {
        let line = reading.source.line(at: place.range.lowerBound)
        let content = line.content
        let hasBracket = content.last.map { line.machine[$0] == "]" } == true
        let end = hasBracket ? content.upperBound - 1 : content.upperBound
        let word = spelling(mark)
        return Diagnostic.Fix(
            range: line.place(end..<end), replacement: hasBracket ? " \(word)" : " [\(word)]", isCertain: false)
    }

    /// Where a mark is written on a line; the place itself where it cannot be found.
    func place(of mark: Marks.Change, onLineAt place: Place) -> Range<Int> {
        word(mark, onLineAt: place).map { $0.line.place($0.range) } ?? place.range
    }

    /// The line without the mark, or with another in its stead.
    func replacing(_ mark: Marks.Change, by other: MarkWord?, onLineAt place: Place) -> Diagnostic.Fix? {
        guard let (line, range) = word(mark, onLineAt: place) else { return nil }
        if let other {
            return Diagnostic.Fix(range: line.place(range), replacement: spelling(other), isCertain: false)
        }
        var start = range.lowerBound
        var end = range.upperBound
        while start > line.start, line.machine[start - 1] == " " { start -= 1 }
        while end < line.end, line.machine[end] == " " { end += 1 }
        let isAlone =
            start > line.start && line.machine[start - 1] == "[" && end < line.end && line.machine[end] == "]"
        if isAlone {
            start -= 1
            end += 1
            while start > line.start, line.machine[start - 1] == " " { start -= 1 }
            return Diagnostic.Fix(range: line.place(start..<end), replacement: "", isCertain: false)
        }
        // Between two other words one blank stays.
        let isLast = end == line.end || line.machine[end] == "]"
        let isFirst = start > line.start && line.machine[start - 1] == "["
        return Diagnostic.Fix(
            range: line.place(start..<end), replacement: isLast || isFirst ? "" : " ", isCertain: false)
    }

    private func word(_ mark: Marks.Change, onLineAt place: Place) -> (line: SourceLine, range: Range<Int>)? {
        let line = reading.source.line(at: place.range.lowerBound)
        for spelling in [mark.word.chinese, mark.word.english] {
            let letters = Array(spelling.unicodeScalars)
            guard letters.count <= line.end - line.start else { continue }
            for start in stride(from: line.end - letters.count, through: line.start, by: -1) {
                let range = start..<start + letters.count
                if line.normal(range).lowercased() == spelling { return (line, range) }
            }
        }
        return nil
    }
}

extension Marks.Change {
    var word: MarkWord {
        switch self {
        case .rewordedComparable: .rewordedComparable
        case .rewordedNotComparable: .rewordedNotComparable
        case .new: .new
        }
    }
}

extension String {
    /// So much of a wording as a line of a remark has room for.
    var excerpt: String { count <= 40 ? self : "\(prefix(39))…" }
}
