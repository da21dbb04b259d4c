import Statistics
import Testing

/// Two numbers agree to `tolerance`, relative above 1.
func expectClose(
    _ found: Double?, _ expected: Double, tolerance: Double = 1e-12,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let difference = found.map { abs($0 - expected) / max(1, abs(expected)) } ?? .infinity
    #expect(
        difference <= tolerance, "\(String(describing: found)) is not \(expected)", sourceLocation: sourceLocation)
}

/// Chance that is the same on every run.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Four judges rate six targets on 1…10: the example of Shrout & Fleiss 1979, Psychological Bulletin 86:420–428.
enum ShroutFleiss {
    static let judges: [[Int32]] = [
        [9, 6, 8, 7, 10, 6], [2, 1, 4, 1, 5, 2], [5, 3, 6, 2, 6, 4], [8, 2, 8, 6, 9, 7],
    ]

    /// The ratings of some judges as one scale's exact sums, the targets being the rows.
    static func moments(judges count: Int) -> ProductMoments {
        let terms = (0..<count).map { TallyPlan.Term.points(column: $0, low: 1, points: Array(1...10), weight: 1) }
        let plan = TallyPlan(scales: [.init(terms: terms, minimumAnswered: count)])
        return tally(judges, by: plan).scales[0].listwise
    }
}

/// The tally of columns that form one group.
func tally(_ columns: [[Int32]], by plan: TallyPlan) -> Tally {
    let groups = Array(repeating: Int32(0), count: columns[0].count)
    return Tally.counting(ResponseTable(columns: columns, groups: groups, groupCount: 1), by: plan)[0]
}

/// The moments of a list, straight from the definition.
func moments(_ values: [Double]) -> Moments {
    let n = Double(values.count)
    let mean = values.reduce(0, +) / n
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return Moments(
        n: values.count, mean: values.isEmpty ? nil : mean, variance: values.count < 2 ? nil : squares / (n - 1))
}
