/// How many people changed by more than the error of measurement explains.
///
/// RCI = (x₂ − x₁)/(s₁·√(2(1 − r))), s₁ the standard deviation of the earlier year and r the reliability of the scale;
/// improved above 1.96, deteriorated below −1.96, a higher value being the better one.
///
/// - Unit: people; the standard errors in the unit of the values.
/// - Missing: only people with a value in both years; who lacks one is carried along. Without people, spread or a
///   reliability below 1 there are no counts.
/// - Never show it for a person: it is a count over a group.
/// - Source: Jacobson & Truax 1991, Journal of Consulting and Clinical Psychology 59:12–19.
/// - Oracle: their example, SE 3.35, S_diff 4.74, RC −3.16.
public struct ReliableChange: Sendable, Equatable {
    /// The number of standard errors that a change must exceed.
    public static let criterion = 1.96

    /// How many people have a value in both years, and how many lack one.
    public let n: Int, missing: Int
    /// How many rose reliably.
    public let improved: Int?
    /// How many neither rose nor fell reliably.
    public let unchanged: Int?
    /// How many fell reliably.
    public let deteriorated: Int?
    /// The standard error of measurement, s₁·√(1 − r).
    public let standardErrorOfMeasurement: Double?
    /// The standard error of a difference, s₁·√(2(1 − r)), which divides a change into its index.
    public let standardErrorOfDifference: Double?
    /// The smallest change that is reliable, 1.96 times that.
    public let criticalChange: Double?
    /// Why there are no counts.
    public let undefined: Undefined?

    /// Judges matched people; `missing` is the number of people who could be matched and lack a value.
    ///
    /// `standardDeviation` is s₁, by default that of the earlier values of these people; a norm group's may be given.
    /// `reliability` is such as alpha of the earlier year; `nil` when it is not defined.
    public init(
        of people: JointTable, standardDeviation: Double? = nil, reliability: Double?, missing: Int
    ) {
        precondition(reliability?.isFinite ?? true, "a reliability is a number")
        precondition(standardDeviation.map { $0.isFinite && $0 >= 0 } ?? true, "a deviation is not negative")
        n = people.n
        self.missing = missing
        let deviation = standardDeviation ?? people.earlier.moments.standardDeviation
        guard people.n > 0, let deviation, deviation > 0, let reliability, reliability < 1 else {
            (improved, unchanged, deteriorated) = (nil, nil, nil)
            (standardErrorOfMeasurement, standardErrorOfDifference, criticalChange) = (nil, nil, nil)
            if people.n == 0 {
                undefined = .noAnswers
            } else if let deviation {
                undefined = deviation > 0 ? .noReliability : .constant
            } else {
                undefined = .oneAnswer
            }
            return
        }
        let measurement = deviation * (1 - reliability).squareRoot()
        let difference = measurement * 2.0.squareRoot()
        var counts = (improved: 0, unchanged: 0, deteriorated: 0)
        for row in people.rows {
            let index = (row.later - row.earlier) / difference
            if index > Self.criterion {
                counts.improved += row.count
            } else if index < -Self.criterion {
                counts.deteriorated += row.count
            } else {
                counts.unchanged += row.count
            }
        }
        (improved, unchanged, deteriorated) = counts
        standardErrorOfMeasurement = measurement
        standardErrorOfDifference = difference
        criticalChange = Self.criterion * difference
        undefined = nil
    }
}
