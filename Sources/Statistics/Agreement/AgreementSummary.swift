/// How far the members of units agree, over all units: the mean, the median and the share that reaches a threshold.
///
/// Report it under the uniform and the slightly skewed null, since the uniform alone flatters.
///
/// - Unit: that of the estimates; the share 0…1.
/// - Missing: a unit whose estimate is undefined counts in ``undefinedUnits`` and nowhere else.
/// - Source: LeBreton & Senter 2008, Organizational Research Methods 11:815–852, for the threshold .70.
/// - Oracle: R `mean`, `median` and `mean(w >= .7)` over multilevel `rwg.j`.
public struct AgreementSummary: Sendable, Equatable {
    /// How many units have an estimate.
    public let units: Int
    /// How many have none.
    public let undefinedUnits: Int
    /// The mean over the units; `nil` without units.
    public let mean: Double?
    /// The median over the units; `nil` without units.
    public let median: Double?
    /// The share of units at the threshold or above; `nil` without units.
    public let shareAgreeing: Double?
    /// The threshold.
    public let threshold: Double

    /// Sums up the units' estimates, such as ``Estimate/withinGroupAgreement(of:responses:levels:null:)``.
    public init(of estimates: [Estimate], threshold: Double = 0.7) {
        let values = estimates.compactMap(\.value)
        let table = CountTable(values: values, counts: values.map { _ in 1 })
        units = values.count
        undefinedUnits = estimates.count - values.count
        mean = table.moments.mean
        median = table.median
        shareAgreeing = values.isEmpty ? nil : Double(values.count { $0 >= threshold }) / Double(values.count)
        self.threshold = threshold
    }
}
