/// What each answer to one variable adds to a score.
public struct ItemScoring: Sendable, Equatable {
    /// The integer code of the first answer; the others follow without a gap.
    public var low: Int
    /// Points by code, reversal already made; nil where an answer does not score.
    public var points: [Int?]
    /// The least and greatest points that the survey declares, whether or not anybody chose them.
    public var bounds: ClosedRange<Int>

    public init(low: Int, points: [Int?], bounds: ClosedRange<Int>) {
        self.low = low
        self.points = points
        self.bounds = bounds
    }
}

extension Variable {
    /// The integer under which a checked answer is counted: a level's code, an option's position, a number's units.
    ///
    /// - Returns: nil for texts, days, several choices and answers that were not given.
    public func code(of answer: Answer) -> Int? {
        switch (domain, answer) {
        case (.levels, .level(let code)): code
        case (.options(let options), .option(let code)): options.firstIndex { $0.code == code }
        case (.integers, .number(let units, _)), (.number, .number(let units, _)): units
        default: nil
        }
    }

    /// The codes that an answer can have, or nil where answers are not counted one by one.
    public var codes: ClosedRange<Int>? {
        switch domain {
        case .levels(let scale): scale.bounds
        case .options(let options): options.isEmpty ? nil : 0...(options.count - 1)
        case .integers(let range): range
        case .number(let range):
            range.flatMap { $0.bounds.count <= Self.widestCountedRange ? $0.bounds : nil }
        default: nil
        }
    }

    /// A number with more values than this is kept, but not counted value by value.
    private static let widestCountedRange = 100_000

    /// The greatest number that scores: a million people's squares of it still fit an integer.
    private static let largestPoints = 1_000_000

    /// How its answers score, or nil when they do not.
    ///
    /// A reversed item maps v to min + max − v over the declared points (never the observed ones).
    public var scoring: ItemScoring? {
        guard !marks.isUnscored, let codes else { return nil }
        var points: [Int?]
        switch domain {
        case .levels(let scale): points = codes.map { scale.points(of: $0) }
        case .options(let options): points = options.map { $0.marks.isUnscored ? nil : $0.marks.points }
        case .integers: points = Array(codes)
        case .number(let range):
            // A sum of decimals is not a sum of points, and sums of squares of huge numbers leave the integers.
            guard let range, range.decimals == 0,
                range.bounds.lowerBound >= -Self.largestPoints, range.bounds.upperBound <= Self.largestPoints
            else { return nil }
            points = Array(codes)
        default: return nil
        }
        let declared = points.compactMap { $0 }
        guard let low = declared.min(), let high = declared.max() else { return nil }
        if marks.isReversed { points = points.map { $0.map { low + high - $0 } } }
        return ItemScoring(low: codes.lowerBound, points: points, bounds: low...high)
    }
}

extension Survey {
    /// The variables that a term of 取题 names: a block's rows, one row, or one question. Empty for an unknown code.
    public func variables(of term: Dimension.Term) -> [Variable] {
        // Most questions have nothing to do with the term and need not be unfolded.
        variables { $0.code == term.code || $0.rows.contains { $0.code == term.code } }
            .filter { !$0.isOptionText && ($0.code == term.code || question(of: $0)?.code == term.code) }
    }

    /// The question that a variable belongs to.
    public func question(of variable: Variable) -> Question? {
        var before = 0
        for section in sections {
            let index = variable.ordinal - before
            if section.questions.indices.contains(index) { return section.questions[index] }
            before += section.questions.count
        }
        return nil
    }
}
