package import Statistics

/// The people of a round who were told by the same report first, or who wait for one, counted unit by unit.
package struct Cohort: Sendable, Equatable {
    /// nil for those who wait for a report.
    package var batch: Int?
    /// All cohorts of a round have the same groups in the same order.
    package var counted: GroupedTally

    package init(batch: Int?, counted: GroupedTally) {
        self.batch = batch
        self.counted = counted
    }
}

/// Where the cohorts of a round stand in one count of it: the units of batch 1, those of batch 2 and so on, and last the
/// units of those who wait.
struct CohortLayout: Sendable {
    /// The names of the groups; the last is the empty one, of those who named none.
    private let units: [String]
    /// How many batches were told; 0 for a round that no report has shown.
    private let told: Int

    init(units: [String], told: Int) {
        self.units = units + [""]
        self.told = told
    }

    var groupCount: Int { (told + 1) * units.count }

    /// How many of the groups, from the first on, are those of the first cohort. Whose answers are unusual is told by these
    /// people alone, so that nobody who comes later changes what was told of them.
    var firstGroups: Int { units.count }

    /// The units' names, once for each cohort.
    var groups: [String] { (0...told).flatMap { _ in units } }

    /// The group of a unit's people of a batch.
    ///
    /// - Parameters:
    ///   - unit: its place; nil for those who named none.
    ///   - batch: nil for those who wait.
    /// - Returns: nil for a batch that was never told.
    func group(ofUnit unit: Int?, batch: Int?) -> Int32? {
        guard batch.map((1..<told + 1).contains) ?? true else { return nil }
        return Int32((batch.map { $0 - 1 } ?? told) * units.count + (unit ?? units.count - 1))
    }

    /// For each group the place of its sums of products: all units of the first cohort have theirs together, as they are
    /// only ever told of the whole; each unit of a later one has its own, as a unit joins by itself.
    var pairing: [Int] { (0..<groupCount).map { max(0, $0 - units.count + 1) } }

    /// Parts what was counted in these groups.
    ///
    /// Nobody waits in a round whose batches hold all, and those who named no unit are a group only where there are any.
    func cohorts(of counted: GroupedTally) -> [Cohort] {
        let starts = (0...told).map { $0 * units.count }
        let someNamedNone = starts.contains { counted.tallies[$0 + units.count - 1].responses > 0 }
        let size = someNamedNone ? units.count : units.count - 1
        let pairing = pairing
        var cohorts = starts.enumerated().map { index, start in
            func part<Element>(_ all: [Element]) -> [Element] { Array(all[start..<start + size]) }
            var cohort = counted
            cohort.groups = Array(units[..<size])
            cohort.tallies = part(counted.tallies)
            if let screening = counted.screening {
                cohort.screening?.careless = part(screening.careless)
                cohort.screening?.attentive = part(screening.attentive)
            }
            if !counted.pairSums.isEmpty {
                cohort.pairSums = Array(counted.pairSums[pairing[start]...].prefix(index == 0 ? 1 : size))
            }
            return Cohort(batch: index < told ? index + 1 : nil, counted: cohort)
        }
        if told > 0, cohorts[told].counted.tallies.allSatisfy({ $0.responses == 0 }) { cohorts.removeLast() }
        return cohorts
    }
}
