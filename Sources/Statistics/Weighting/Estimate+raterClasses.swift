/// A class of raters, such as superiors, peers and subordinates, whose mean counts with a stated weight.
public struct RaterClass: Sendable, Equatable {
    /// What it is called.
    public var name: String
    /// Its share of the result.
    public var weight: Double
    /// n, mean and variance of its ratings.
    public var ratings: Moments
    /// How many raters the class has, when it is known.
    public var population: Int?

    /// States a class.
    public init(name: String, weight: Double, ratings: Moments, population: Int? = nil) {
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
    /// Σw_c·m_c, se² = Σw_c²·(1 − n_c/N_c)·s_c²/n_c, the factor 1 − n_c/N_c only where N_c is known; the interval by
    /// Student's t with Satterthwaite's degrees of freedom se⁴/Σ(w_c²(1 − n_c/N_c)s_c²/n_c)²/(n_c − 1).
    ///
    /// - Unit: that of the ratings.
    /// - Missing: carried along. A class with one rater of several that counts leaves the result without interval, as do
    ///   ratings that do not vary at all; when all of every class rated, the interval is value…value and the method
    ///   `classes.census`.
    /// - Source: Cochran 1977, Sampling Techniques, §5.3; Satterthwaite 1946, Biometrics Bulletin 2:110–114.
    /// - Oracle: by hand; with two classes weighted ½ and ½ half of Welch's comparison of m₁ and −m₂.
    /// - Throws: ``WeightingError/weightsAreNotShares(sum:)`` unless the weights are not negative and sum to 1,
    ///   ``WeightingError/emptyClass(_:)`` for a class without a rating, also one of weight 0,
    ///   ``WeightingError/moreAnswersThanPeople(category:answers:people:)`` when n_c > N_c.
    public static func raterClasses(
        _ classes: [RaterClass], missing: Int, level: Double = 0.95
    ) throws(WeightingError) -> Estimate {
        let sum = classes.reduce(0) { $0 + $1.weight }
        // Shares such as .3 + .3 + .4 are not exact; a forgotten class is far more than this.
        guard abs(sum - 1) <= 1e-9, classes.allSatisfy({ $0.weight >= 0 }) else {
            throw .weightsAreNotShares(sum: sum)
        }
        for rated in classes {
            try WeightingError.check(rated.name, answers: rated.ratings.n, population: rated.population)
            if rated.ratings.n == 0 { throw .emptyClass(rated.name) }
        }
        let n = classes.reduce(0) { $0 + $1.ratings.n }
        let value = classes.reduce(0) { $0 + $1.weight * ($1.ratings.mean ?? 0) }
        let counting = classes.filter { $0.weight > 0 && $0.population != $0.ratings.n }
        if counting.isEmpty {
            return Estimate(value: value, interval: (value, value), n: n, missing: missing, method: "classes.census")
        }
        let name = "classes.t" + (classes.contains { $0.population != nil } ? ".fpc" : "")
        var (variance, spread) = (0.0, 0.0)
        for rated in counting {
            guard let error = standardError(of: rated.ratings, population: rated.population) else {
                return Estimate(value: value, n: n, missing: missing, method: name, undefined: .oneAnswer)
            }
            let part = rated.weight * rated.weight * error * error
            variance += part
            spread += part * part / Double(rated.ratings.n - 1)
        }
        guard variance > 0, spread > 0 else {
            return Estimate(value: value, n: n, missing: missing, method: name, undefined: .constant)
        }
        let half = StudentT(df: variance * variance / spread).critical(level: level) * variance.squareRoot()
        return Estimate(value: value, interval: (value - half, value + half), n: n, missing: missing, method: name)
    }
}
