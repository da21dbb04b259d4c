/// A composite of pooled means, with the variance that gives its standard error.
///
/// C = Σ w_b(a_b + s_b·m_b) of the members' means m_b; se² = n/(n − 1)·ΣΣ w_b·s_b·w_c·s_c·X_bc/(A_b·A_c) over the members b
/// and c, n the smallest number of people of a member, and ``moments`` have the variance n·se². Where an X of two members
/// is not told or not current, se is Σ|w_b·s_b|·se_b, which no correlation between them exceeds.
///
/// - Unit: that of the weighted parts.
/// - Missing: each member by its own answers.
/// - Source: the variance of a linear combination; the bound by Cauchy and Schwarz; for a member's se ``CrossProducts``.
/// - Oracle: the naive computation over persons.
public struct CompositeMoments: Sendable, Equatable {
    /// n, C and n·se².
    public let moments: Moments
    /// Whether the variance is only known to be no larger.
    public let isUpperBound: Bool

    /// A block's part in a composite.
    public struct Member: Sendable, Equatable {
        /// The block, a leaf: composites of composites are resolved before.
        public var block: WeightedBlock
        /// Its weight, and the scale that its mean is brought to.
        public var part: CompositePart
        /// How many people gave at least one of its variables.
        public var people: Int

        /// States a member.
        public init(_ block: WeightedBlock, _ part: CompositePart, people: Int) {
            self.block = block
            self.part = part
            self.people = people
        }

        /// What a unit of the block's mean weighs.
        fileprivate var factor: Double { part.weight * part.slope }
    }

    /// Puts members together.
    ///
    /// - Returns: `nil` where a member's own spread is not told.
    public init?(of members: [Member], in table: CrossProducts) {
        let each = members.map { table.moments(of: $0.block, people: $0.people) }
        let known = each.compactMap { $0 }
        guard known.count == members.count else { return nil }
        let means = known.compactMap(\.mean)
        let n = means.count == members.count ? known.map(\.n).min() ?? 0 : 0
        guard n > 0 else {
            moments = Moments(n: 0, mean: nil, variance: nil)
            isUpperBound = false
            return
        }
        let mean = zip(members, means).reduce(0.0) { sum, member in
            sum + member.0.part.weight * (member.0.part.offset + member.0.part.slope * member.1)
        }
        guard n >= 2 else {
            moments = Moments(n: n, mean: mean, variance: nil)
            isUpperBound = false
            return
        }
        let variance = Self.squaredError(members, in: table).map { $0 * Double(n) * Double(n) / Double(n - 1) }
        let bound = zip(members, known).reduce(0.0) { sum, member in
            // Two people or more have a variance.
            sum + abs(member.0.factor) * ((member.1.variance ?? 0) / Double(member.1.n)).squareRoot()
        }
        moments = Moments(n: n, mean: mean, variance: variance ?? Double(n) * bound * bound)
        isUpperBound = variance == nil
    }

    /// ΣΣ w_b·s_b·w_c·s_c·X_bc/(A_b·A_c); `nil` where an X is not told or not current.
    private static func squaredError(_ members: [Member], in table: CrossProducts) -> Double? {
        var (sum, size) = (0.0, 0.0)
        for left in members {
            for right in members {
                guard let spread = table.spread(left.block, right.block) else { return nil }
                let answers = Double(table.weightedAnswers(left.block)) * Double(table.weightedAnswers(right.block))
                let summand = left.factor * right.factor * spread / answers
                sum += summand
                size += abs(summand)
            }
        }
        // Members that cancel exactly leave rounding behind, which must not pass for a spread.
        return sum > size * 1e-14 ? sum : 0
    }
}
