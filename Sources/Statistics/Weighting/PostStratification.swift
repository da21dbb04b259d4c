/// A mean weighted so that every stratum of the roster counts with its headcount.
///
/// w_h = N_h/n_h, mean Σ(N_h/N)·m_h, se² = n/(n − 1)·(1 − κ·n/N)·Σu², u = w_h(y − m_h)/N: linearised residuals with the
/// finite population correction; the interval by Student's t with n − 1 degrees of freedom, kept on the scale as in
/// ``Estimate/mean(of:missing:population:scale:level:)``.
///
/// - Unit: that of the values.
/// - Missing: not in the moments; carried along. A stratum in which one person answered leaves the mean without interval,
///   since nothing is known about its spread, as do answers that vary in no stratum. Where κ = 1 a stratum of one person
///   has no error, and where n = N too the interval is mean…mean.
/// - Source: Holt & Smith 1979, Journal of the Royal Statistical Society A 142:33–46; Särndal, Swensson & Wretman 1992,
///   Model Assisted Survey Sampling, §7.6.
/// - Oracle: R survey `postStratify` and `svymean`.
public struct PostStratification: Sendable, Equatable {
    /// One category of the roster and the answers of its people.
    public struct Stratum: Sendable, Equatable {
        /// What the roster calls it.
        public var name: String
        /// n_h, mean and variance of its answers.
        public var answers: Moments
        /// N_h, its headcount.
        public var population: Int

        /// States a stratum.
        public init(name: String, answers: Moments, population: Int) {
            precondition(population >= 0, "people are counted")
            self.name = name
            self.answers = answers
            self.population = population
        }
    }

    /// The weight of an answer in every stratum, in the order given; 0 for a stratum without people.
    public let weights: [Double]
    /// Kish's design effect and what follows from unequal weights.
    public let effect: WeightingEffect
    /// The weighted mean, method `mean.poststratified.t.fpc` or `mean.poststratified.wilson.fpc`.
    public let mean: Estimate
    /// The standard error of the mean; `nil` where the interval is.
    public let standardError: Double?

    /// Weights answers to a roster; `missing` is the number of responses without a value, `lasting` the κ of
    /// ``FinitePopulation``, `scale` the ends of the values.
    ///
    /// - Throws: ``WeightingError/emptyCell(margin:category:)`` when nobody of a stratum answered,
    ///   ``WeightingError/moreAnswersThanPeople(category:answers:people:)`` when n_h > N_h.
    public init(
        _ strata: [Stratum], missing: Int, lasting: Double = 1, scale: ClosedRange<Double>? = nil, level: Double = 0.95
    ) throws(WeightingError) {
        for stratum in strata {
            try WeightingError.check(stratum.name, answers: stratum.answers.n, population: stratum.population)
            guard stratum.answers.n > 0 || stratum.population == 0 else {
                throw .emptyCell(margin: "strata", category: stratum.name)
            }
        }
        let n = strata.reduce(0) { $0 + $1.answers.n }
        let people = strata.reduce(0) { $0 + $1.population }
        weights = strata.map { $0.answers.n == 0 ? 0 : Double($0.population) / Double($0.answers.n) }
        effect = WeightingEffect(zip(weights, strata).map { (weight: $0, n: $1.answers.n) })
        func population(_ size: Int) -> FinitePopulation? { FinitePopulation(size: size, lasting: lasting) }
        let method = "mean.poststratified"
        let name = method + ".t" + population(people).suffix
        guard n > 0 else {
            mean = Estimate(value: nil, n: 0, missing: missing, method: name, undefined: .noAnswers)
            standardError = nil
            return
        }
        let shares = strata.map { Double($0.population) / Double(people) }
        let value = zip(shares, strata).reduce(0) { $0 + $1.0 * ($1.1.answers.mean ?? 0) }
        let isOpen = strata.contains { $0.answers.n == 1 && population($0.population).open(after: 1) > 0 }
        let squares = zip(shares, strata).reduce(0.0) { sum, stratum in
            let residues = (stratum.1.answers.variance ?? 0) * Double(max(0, stratum.1.answers.n - 1))
            let weight = stratum.1.answers.n == 0 ? 0 : stratum.0 / Double(stratum.1.answers.n)
            return sum + weight * weight * residues
        }
        guard !isOpen, n >= 2, squares > 0 else {
            let reason: Undefined = isOpen || n < 2 ? .oneAnswer : .constant
            mean = Estimate(value: value, n: n, missing: missing, method: name, undefined: reason)
            standardError = nil
            return
        }
        let error = (Double(n) / Double(n - 1) * population(people).open(after: n) * squares).squareRoot()
        let inference = MeanInference(
            of: value, standardError: error, degreesOfFreedom: Double(n - 1), level: level, scale: scale)
        mean = Estimate(
            value: value, inference, n: n, missing: missing, method: method, population: population(people))
        standardError = error
    }
}
