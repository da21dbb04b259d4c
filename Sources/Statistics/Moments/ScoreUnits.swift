/// Other units of a score that lies between two declared bounds.
///
/// The bounds are those that the survey declares, never those that occurred: otherwise a group in which nobody chose the
/// lowest code would have another unit.
///
/// - Unit: percent. Of the maximum possible 0…100 between the bounds; of the highest score 100·low/high…100.
/// - Missing: none; what is undefined stays undefined.
/// - Source: Cohen, Cohen, Aiken & West 1999, Multivariate Behavioral Research 34:315–346; percent of the highest score is
///   custom.
/// - Oracle: the definition in R.
public struct ScoreUnits: Sendable, Equatable {
    /// The lowest and the highest score that there can be.
    public let low: Double, high: Double

    /// States the bounds.
    public init(low: Double, high: Double) {
        precondition(low < high && low.isFinite && high.isFinite, "a scale has a length")
        self.low = low
        self.high = high
    }

    /// Percent of the maximum possible (POMP), 100·(y − low)/(high − low): 0…100.
    public func percentOfMaximumPossible(_ score: Double) -> Double { 100 * (score - low) / (high - low) }

    /// The same for the moments of scores.
    public func percentOfMaximumPossible(_ moments: Moments) -> Moments {
        moments.scaled(by: 100 / (high - low), offset: -100 * low / (high - low))
    }

    /// The same for an estimate of scores.
    public func percentOfMaximumPossible(_ estimate: Estimate) -> Estimate {
        estimate.scaled(by: 100 / (high - low), offset: -100 * low / (high - low))
    }

    /// Percent of the highest score, 100·y/high: what is usually printed, and not POMP, since the lowest score is not 0.
    public func percentOfHighest(_ moments: Moments) -> Moments {
        precondition(high > 0, "a share is of something positive")
        return moments.scaled(by: 100 / high)
    }

    /// The same for an estimate of scores.
    public func percentOfHighest(_ estimate: Estimate) -> Estimate {
        precondition(high > 0, "a share is of something positive")
        return estimate.scaled(by: 100 / high)
    }
}
