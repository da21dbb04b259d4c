/// Whether the values of several groups tend to differ, by ranks.
///
/// H = 12/(N(N + 1))·Σn_g(R̄_g − (N + 1)/2)² / (1 − Σ(t³ − t)/(N³ − N)), R̄_g the mean rank of a group and t the sizes of
/// the ties; chi-square with K − 1 degrees of freedom.
///
/// - Unit: H has none.
/// - Missing: not in the tables; carried along. Groups without answers do not count.
/// - Undefined: fewer than two groups with answers; answers that are all the same.
/// - Source: Kruskal & Wallis 1952, JASA 47:583–621.
/// - Oracle: R `kruskal.test`.
public struct KruskalWallisTest: Sendable, Equatable {
    /// How many groups have answers.
    public let groups: Int
    /// How many answers there are, and how many responses have none.
    public let n: Int, missing: Int
    /// The statistic, corrected for ties.
    public let h: Double?
    /// K − 1, where there is a test.
    public let degreesOfFreedom: Int?
    /// P(χ² > H) if the groups did not differ.
    public let p: Double?
    /// Why there is no test.
    public let undefined: Undefined?

    /// Compares the tallied values of groups; `missing` is the number of responses without a value.
    public init(of tables: [CountTable], missing: Int) {
        let tables = tables.filter { $0.n > 0 }
        let ranks = MidRanks(of: tables)
        groups = tables.count
        n = ranks.n
        self.missing = missing
        let size = Double(ranks.n)
        let isConstant = Set(tables.flatMap(\.values)).count < 2
        guard tables.count >= 2, !isConstant else {
            (h, degreesOfFreedom, p) = (nil, nil, nil)
            undefined = tables.isEmpty ? .noAnswers : tables.count < 2 ? .tooFewGroups : .constant
            return
        }
        let spread = tables.reduce(0.0) { sum, table in
            let deviation = ranks.sum(of: table) / Double(table.n) - (size + 1) / 2
            return sum + Double(table.n) * deviation * deviation
        }
        let untied = 1 - ranks.ties / ((size - 1) * size * (size + 1))
        let statistic = 12 / (size * (size + 1)) * spread / untied
        h = statistic
        degreesOfFreedom = tables.count - 1
        p = ChiSquare(df: Double(tables.count - 1)).upperTail(statistic)
        undefined = nil
    }
}
