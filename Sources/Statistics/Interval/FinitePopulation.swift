/// The people whom answers are a sample of, and how much of what they say lasts: the finite population correction.
///
/// What a person says is partly lasting, the share κ of the variance, and partly the mood of the day. What lasts is known
/// of everybody who answered; the mood is not, however many answer. The variance of a mean of n of N people is
/// therefore (1 − κ·n/N)·s²/n. κ = 1 is the classical correction, by which n = N leaves no error; with a smaller κ an
/// error is always left.
///
/// - Unit: people; κ is a share, 0…1.
/// - Missing: who did not answer is in N and not in n; where N is not known there is no correction.
/// - Source: Cochran 1977, Sampling Techniques, §2.6, for κ = 1; for attitudes that last, Dormann & Zapf 2001, Journal of
///   Organizational Behavior 22:483–504.
/// - Oracle: with κ = 1, R survey `svymean(fpc =)`.
public struct FinitePopulation: Sendable, Equatable {
    /// How many people were asked, N.
    public var size: Int
    /// The share of the variance that lasts, κ.
    public var lasting: Double

    /// States a population; by default all that is said lasts, which is the classical correction.
    public init(size: Int, lasting: Double = 1) {
        precondition(size >= 0, "people are counted")
        precondition((0...1).contains(lasting), "what lasts is a share")
        self.size = size
        self.lasting = lasting
    }

    /// The people of several populations taken together; `nil` where one is not known, or what lasts differs.
    package static func pooled(_ populations: [FinitePopulation?]) -> FinitePopulation? {
        guard let first = populations.first ?? nil, populations.allSatisfy({ $0?.lasting == first.lasting }) else {
            return nil
        }
        return FinitePopulation(size: populations.reduce(0) { $0 + ($1?.size ?? 0) }, lasting: first.lasting)
    }
}

extension FinitePopulation? {
    /// What n answers leave of the variance of their mean, 1 − κ·n/N; all of it where the population is not known.
    package func open(after n: Int) -> Double {
        guard let self, n > 0 else { return 1 }
        precondition(n <= self.size, "nobody answers twice")
        return 1 - self.lasting * Double(n) / Double(self.size)
    }

    /// What a method's name says of it: `.fpc`, with κ = 0.4 `.fpc40`, and nothing where nothing is corrected.
    var suffix: String {
        guard let self, self.lasting > 0 else { return "" }
        return self.lasting == 1 ? ".fpc" : ".fpc\(Int((100 * self.lasting).rounded()))"
    }
}

extension StatisticsError {
    /// Refuses more answers than people.
    static func check(answers: Int, population: FinitePopulation?) throws(StatisticsError) {
        if let population, answers > population.size {
            throw .moreAnswersThanPeople(answers: answers, people: population.size)
        }
    }
}
