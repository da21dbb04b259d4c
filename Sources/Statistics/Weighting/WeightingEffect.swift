/// What unequal weights cost.
///
/// Kish's design effect n·Σw²/(Σw)², at least 1; the effective number of answers is n over it: as many equally
/// weighted answers would be as exact, if the weights have nothing to do with the values.
///
/// - Unit: the design effect has none; the effective number is one of answers.
/// - Missing: answers without a weight are not in it; without any both are `nil`.
/// - Source: Kish 1965, Survey Sampling, §11.7; Kish 1992, Journal of Official Statistics 8:183–200.
/// - Oracle: the definition in R.
public struct WeightingEffect: Sendable, Equatable {
    /// How many answers are weighted.
    public let n: Int
    /// n·Σw²/(Σw)².
    public let designEffect: Double?
    /// (Σw)²/Σw².
    public let effectiveN: Double?

    /// Takes every weight with the number of answers that have it.
    public init(_ weights: [(weight: Double, n: Int)]) {
        precondition(
            weights.allSatisfy { $0.weight >= 0 && $0.weight.isFinite && $0.n >= 0 }, "weights are not negative")
        n = weights.reduce(0) { $0 + $1.n }
        // Over the largest, so that no square overflows.
        let largest = weights.reduce(0.0) { $1.n > 0 ? max($0, $1.weight) : $0 }
        let sum = weights.reduce(0.0) { $0 + $1.weight / largest * Double($1.n) }
        let squares = weights.reduce(0.0) { $0 + ($1.weight / largest) * ($1.weight / largest) * Double($1.n) }
        guard largest > 0 else {
            (designEffect, effectiveN) = (nil, nil)
            return
        }
        designEffect = max(1, Double(n) * squares / (sum * sum))
        effectiveN = sum * sum / squares
    }
}
