/// The tallies of a round in the making: table after table, or share after share of the rows.
///
/// Counting in parts and adding gives the same as counting at once.
public struct RoundCount: Sendable {
    private let plan: TallyPlan
    private let screen: CarelessScreen?
    private var tallies: [Tally]
    private var screening: GroupedTally.Screening?
    /// The set of each group, a place in ``pairSums``.
    private let pairing: [Int32]
    private var pairSums: [PairSums] = []

    /// Nothing counted yet.
    ///
    /// `pairing` gives each group the place of the ``PairSums`` that its rows enter, from 0 on; by default everybody
    /// enters the same.
    ///
    /// `everybody` is the same rows counted by ``ScreeningPlan/moments``, where the plan screens: whose answers are
    /// unusual is told by everybody's. Without it no distance is looked at.
    public init(
        groupCount: Int, by plan: TallyPlan, knowing everybody: RoundCount? = nil, pairing: [Int]? = nil
    ) {
        precondition(pairing.map { $0.count == groupCount } ?? true, "every group has its place among the pair sums")
        self.plan = plan
        self.pairing = pairing?.map(Int32.init) ?? Array(repeating: 0, count: groupCount)
        if !plan.variables.isEmpty {
            let sets = 1 + (pairing?.max() ?? 0)
            pairSums = Array(repeating: PairSums(zeroFor: plan.variables.count), count: sets)
        }
        tallies = (0..<groupCount).map { _ in Tally(zeroFor: plan) }
        var moments: ProductMoments?
        for tally in everybody?.tallies ?? [] {
            guard let part = tally.scales.first?.listwise else { continue }
            if moments == nil { moments = part } else { moments?.add(part) }
        }
        screen = plan.screening?.screen(moments)
        if screen != nil {
            screening = GroupedTally.Screening(
                careless: tallies.map { _ in CarelessTally() }, attentive: tallies,
                distanceUndefined: screen?.distance.map(\.undefined) ?? .noAnswers)
        }
    }

    /// Counts the rows of a table with as many groups.
    public mutating func count(_ table: ResponseTable) {
        precondition(table.groupCount == tallies.count, "the table has the groups of the count")
        if !pairSums.isEmpty { countPairs(table) }
        guard let screen, let screened = plan.screening else {
            for (group, tally) in Tally.counting(table, by: plan).enumerated() { tallies[group].add(tally) }
            return
        }
        // The flagged are counted apart, and both together are everybody.
        var apart = table
        apart.groupCount = 2 * table.groupCount
        for (row, profile) in screen.profiles(of: table, columns: screened.items.map(\.column)).enumerated() {
            let group = table.groups[row]
            screening?.careless[Int(group)].count(profile)
            apart.groups[row] = 2 * group + (profile.isFlagged ? 1 : 0)
        }
        for (index, tally) in Tally.counting(apart, by: plan).enumerated() {
            tallies[index / 2].add(tally)
            if index.isMultiple(of: 2) { screening?.attentive[index / 2].add(tally) }
        }
    }

    private mutating func countPairs(_ table: ResponseTable) {
        var paired = table
        paired.groupCount = pairSums.count
        paired.groups = table.groups.map { pairing[Int($0)] }
        for (set, sums) in PairSums.counting(paired, plan.variables).enumerated() { pairSums[set].add(sums) }
    }

    /// Adds the counts of other rows.
    public mutating func add(_ other: RoundCount) {
        precondition(
            tallies.count == other.tallies.count && pairing == other.pairing, "counts of the same groups add")
        for set in pairSums.indices { pairSums[set].add(other.pairSums[set]) }
        for group in tallies.indices {
            tallies[group].add(other.tallies[group])
            guard let more = other.screening else { continue }
            screening?.careless[group].add(more.careless[group])
            screening?.attentive[group].add(more.attentive[group])
        }
    }

    /// What was counted, the groups with their names.
    public func grouped(_ groups: [String]) -> GroupedTally {
        GroupedTally(groups: groups, tallies: tallies, screening: screening, pairSums: pairSums)
    }
}
