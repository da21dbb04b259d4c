/// A number with its whole story: interval, how many answered, how many did not, and by which method.
///
/// Nothing in it is ever NaN or infinite: what cannot be told is `nil`, and ``undefined`` says why.
public struct Estimate: Sendable, Equatable {
    /// The number; `nil` when it is not defined.
    public let value: Double?
    /// The lower bound of the interval; `nil` together with ``upper``.
    public let lower: Double?
    /// The upper bound of the interval.
    public let upper: Double?
    /// How many answers the number rests on.
    public let n: Int
    /// How many responses could not be used.
    public let missing: Int
    /// A stable identifier of the method, such as `mean.t.fpc`.
    public let method: String
    /// Why the value, or an interval that the method has, is missing.
    public let undefined: Undefined?

    /// States an estimate.
    public init(
        value: Double?, interval: (lower: Double, upper: Double)? = nil, n: Int, missing: Int, method: String,
        undefined: Undefined? = nil
    ) {
        precondition(value?.isFinite ?? true, "a value is a number")
        precondition(interval.map { $0.lower.isFinite && $0.upper.isFinite } ?? true, "bounds are numbers")
        precondition(interval.map { $0.lower <= $0.upper } ?? true, "the lower bound is not above the upper")
        precondition(value != nil || (interval == nil && undefined != nil), "what is missing has a reason")
        precondition(n >= 0 && missing >= 0, "answers are counted")
        self.value = value
        self.lower = interval?.lower
        self.upper = interval?.upper
        self.n = n
        self.missing = missing
        self.method = method
        self.undefined = undefined
    }

    /// The estimate of factor × value + offset; a negative factor swaps the bounds.
    public func scaled(by factor: Double, offset: Double = 0) -> Estimate {
        func scale(_ number: Double) -> Double { number * factor + offset }
        var interval: (lower: Double, upper: Double)?
        if let lower, let upper {
            interval = factor < 0 ? (scale(upper), scale(lower)) : (scale(lower), scale(upper))
        }
        return Estimate(
            value: value.map(scale), interval: interval, n: n, missing: missing, method: method, undefined: undefined)
    }
}
