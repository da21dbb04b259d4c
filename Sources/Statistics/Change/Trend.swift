/// The straight line through several years: how much people's values change from year to year.
///
/// Least squares over all answers: b = Σn(y − ȳ)(m − m̄)/Σn(y − ȳ)², se² = SSE/(N − 2)/Σn(y − ȳ)², df = N − 2, with n and m
/// the number and mean of each year's answers. It follows from the years' moments.
///
/// The interval is cut off at the steepest line that values of a known scale can have.
///
/// - Unit of the slope: that of the values, a year.
/// - Missing: not in the moments; carried along. Years without answers do not count.
/// - Undefined: fewer than three years with answers; two years are a difference, see ``WelchTest``. Values that lie on the
///   line exactly have no error.
/// - Assumes independent answers. The same people in several years, or ups and downs of whole years, make the real error
///   larger.
/// - Source: Draper & Smith 1998, Applied Regression Analysis, chapter 1.
/// - Oracle: R `lm`.
public struct Trend: Sendable, Equatable {
    /// How many years have answers.
    public let years: Int
    /// The change in a year with its interval, method `trend.ols`.
    public let slope: Estimate
    /// The standard error of the slope.
    public let standardError: Double?
    /// The slope over its standard error.
    public let t: Double?
    /// N − 2, where there is a test.
    public let degreesOfFreedom: Double?
    /// The two-sided p value.
    public let p: Double?
    /// The share of the variance of all answers that the line explains; `nil` where they do not vary.
    public let rSquared: Double?

    /// Fits a line to years and the moments of their answers; `missing` is the number of responses without a value.
    public init(
        of rounds: [(year: Int, moments: Moments)], missing: Int, scale: ClosedRange<Double>? = nil,
        level: Double = 0.95
    ) {
        let rounds = rounds.filter { $0.moments.n > 0 }
        let total = Moments.pooled(rounds.map(\.moments))
        let distinct = Set(rounds.map(\.year)).count
        let name = "trend.ols"
        years = distinct
        guard distinct >= 3, let origin = rounds.first, let base = origin.moments.mean else {
            slope = Estimate(
                value: nil, n: total.n, missing: missing, method: name,
                undefined: total.n == 0 ? .noAnswers : .tooFewYears)
            (standardError, t, degreesOfFreedom, p, rSquared) = (nil, nil, nil, nil, nil)
            return
        }
        let n = Double(total.n)
        let rows = rounds.map { round in
            (
                n: Double(round.moments.n), x: Double(round.year - origin.year),
                y: (round.moments.mean ?? base) - base
            )
        }
        let centre = rows.reduce((x: 0.0, y: 0.0)) { ($0.x + $1.n * $1.x / n, $0.y + $1.n * $1.y / n) }
        let spread = rows.reduce(0.0) { $0 + $1.n * ($1.x - centre.x) * ($1.x - centre.x) }
        let product = rows.reduce(0.0) { $0 + $1.n * ($1.x - centre.x) * ($1.y - centre.y) }
        let rise = product / spread
        let within = rounds.reduce(0.0) { $0 + Double($1.moments.n - 1) * ($1.moments.variance ?? 0) }
        let between = rows.reduce(0.0) { $0 + $1.n * ($1.y - centre.y) * ($1.y - centre.y) }
        let offLine = rows.reduce(0.0) { sum, row in
            let residual = row.y - centre.y - rise * (row.x - centre.x)
            return sum + row.n * residual * residual
        }
        rSquared = within + between > 0 ? max(0, min(1, 1 - (within + offLine) / (within + between))) : nil
        // Means on a line leave rounding behind, which must not pass for an error.
        let residue = within + offLine > (within + between) * 1e-24 ? within + offLine : 0
        guard residue > 0, total.n > 2 else {
            slope = Estimate(value: rise, n: total.n, missing: missing, method: name, undefined: .constant)
            (standardError, t, degreesOfFreedom, p) = (nil, nil, nil, nil)
            return
        }
        let error = (residue / (n - 2) / spread).squareRoot()
        let distribution = StudentT(df: n - 2)
        let half = distribution.critical(level: level) * error
        // All at the lower end before the middle of the years, and all at the upper end after it.
        let steepest =
            scale.map { scale in
                let later = rows.reduce(0.0) { $0 + $1.n * max(0, $1.x - centre.x) }
                return (scale.upperBound - scale.lowerBound) * later / spread
            } ?? .infinity
        slope = Estimate(
            value: rise, interval: (max(-steepest, rise - half), min(steepest, rise + half)), n: total.n,
            missing: missing, method: name)
        standardError = error
        t = rise / error
        degreesOfFreedom = n - 2
        p = distribution.twoSided(rise / error)
    }
}
