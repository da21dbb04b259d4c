/// A class of raters, such as superiors, peers and subordinates, whose mean counts with a stated weight.
public struct RaterClass: Sendable, Equatable {
    /// What it is called.
    public var name: String
    /// Its share of the result.
    public var weight: Double
    /// n, mean and variance of its ratings.
    public var ratings: Moments
    /// The raters of the class, when their number is known.
    public var population: FinitePopulation?

    /// States a class.
    public init(name: String, weight: Double, ratings: Moments, population: FinitePopulation? = nil) {
        precondition(weight.isFinite, "a weight is a number")
        self.name = name
        self.weight = weight
        self.ratings = ratings
        self.population = population
    }
}

extension Estimate {
    /// The weighted result of several classes of raters (民主测评) with its margin of error.
    ///
    /// Σw_c·m_c, se² = Σw_c²·(1 − κ·n_c/N_c)·s_c²/n_c, the factor 1 − κ·n_c/N_c only where N_c is known; the interval by
    /// Student's t with Satterthwaite's degrees of freedom se⁴/Σ(w_c²(1 − κ·n_c/N_c)s_c²/n_c)²/(n_c − 1), kept on the
    /// `scale` as in ``mean(of:missing:population:scale:level:)``.
    ///
    /// - Unit: that of the ratings.
    /// - Missing: carried along. A class with one rating whose error is open leaves the result without interval, as do
    ///   ratings that do not vary at all; where κ = 1 and all of every class rated it is value…value.
    /// - Source: Cochran 1977, Sampling Techniques, §5.3; Satterthwaite 1946, Biometrics Bulletin 2:110–114.
    /// - Oracle: by hand; with two classes weighted ½ and ½ half of Welch's comparison of m₁ and −m₂.
    /// - Throws: ``WeightingError/weightsAreNotShares(sum:)`` unless the weights are not negative and sum to 1,
    ///   ``WeightingError/emptyClass(_:)`` for a class without a rating, also one of weight 0,
    ///   ``WeightingError/moreAnswersThanPeople(category:answers:people:)`` when n_c > N_c.
    public static func raterClasses(
        _ classes: [RaterClass], missing: Int, scale: ClosedRange<Double>? = nil, level: Double = 0.95
    ) throws(WeightingError) -> Estimate {
        let sum = classes.reduce(0) { $0 + $1.weight }
        // Shares such as .3 + .3 + .4 are not exact; a forgotten class is far more than this.
        guard abs(sum - 1) <= 1e-9, classes.allSatisfy({ $0.weight >= 0 }) else {
            throw .weightsAreNotShares(sum: sum)
        }
        for rated in classes {
            try WeightingError.check(rated.name, answers: rated.ratings.n, population: rated.population?.size)
            if rated.ratings.n == 0 { throw .emptyClass(rated.name) }
        }
        let n = classes.reduce(0) { $0 + $1.ratings.n }
        let value = classes.reduce(0) { $0 + $1.weight * ($1.ratings.mean ?? 0) }
        let counting = classes.filter { $0.weight > 0 && $0.population.open(after: $0.ratings.n) > 0 }
        let population = classes.lazy.compactMap(\.population).first
        let name = "classes.t" + population.suffix
        if counting.isEmpty {
            return Estimate(value: value, interval: (value, value), n: n, missing: missing, method: name)
        }
        var (variance, spread) = (0.0, 0.0)
        for rated in counting {
            guard let error = rated.ratings.standardError(population: rated.population) else {
                return Estimate(value: value, n: n, missing: missing, method: name, undefined: .oneAnswer)
            }
            let part = rated.weight * rated.weight * error * error
            variance += part
            spread += part * part / Double(rated.ratings.n - 1)
        }
        guard variance > 0, spread > 0 else {
            return Estimate(value: value, n: n, missing: missing, method: name, undefined: .constant)
        }
        let inference = MeanInference(
            of: value, standardError: variance.squareRoot(), degreesOfFreedom: variance * variance / spread,
            level: level, scale: scale)
        return Estimate(value: value, inference, n: n, missing: missing, method: "classes", population: population)
    }
}
