package import Scoring
import Statistics
import Surveys

/// Decides which groups may be shown: none of fewer than k people, neither directly nor by any arithmetic on what is
/// shown, in one report or in several (docs/decisions/0024).
///
/// A round is told in cells: units that stand together, so that each cell has none or at least k people of every batch,
/// where a batch is those whom one report counted for the first time. Cells partition people, every number that is told
/// of units is a sum over cells and batches, and so is every combination of such numbers.
package struct Disclosure: Sendable {
    package let k: Int
    package let ledger: Ledger

    /// - Parameters:
    ///   - k: the survey's 分组下限, but never below the default of 10.
    ///   - ledger: what reports showed of the same rounds before.
    package init(k: Int?, ledger: Ledger = Ledger()) {
        self.init(smallestGroup: max(k ?? Self.defaultSmallestGroup, Self.defaultSmallestGroup), ledger: ledger)
    }

    /// For tests, whose exact search through sets of people is only possible where groups are smaller than any survey's.
    package init(smallestGroup: Int, ledger: Ledger) {
        k = smallestGroup
        self.ledger = ledger
    }

    package static let defaultSmallestGroup = 10

    /// Forms the groups that may be told apart, from counts alone: nothing is scored before it is known of whom.
    ///
    /// Rounds that reports have shown keep their cells; in the others a unit stands with those with which it, or what it
    /// went on from, stood before.
    package func groups(of series: RoundSeries) -> Groups {
        var formed: [Int: RoundGroups] = [:]
        let known = series.rounds.filter { ledger.tables[$0.year] != nil }
        for round in known + series.rounds.filter({ ledger.tables[$0.year] == nil }) {
            var tables = ledger.tables
            for (year, groups) in formed { tables[year] = groups.table }
            let together = together(round, tables, series.succession)
            formed[round.year] = RoundGroups(round, k: k, table: ledger.tables[round.year], together: together)
        }
        let years = series.rounds.map(\.year)
        return Groups(
            k: k, rounds: years.compactMap { formed[$0] }, hiddenYears: Set(years.filter { formed[$0] == nil }),
            succession: series.succession)
    }

    /// By unit of a round, the number of a set of units that the tables of other years show together.
    private func together(
        _ round: Round, _ tables: [Int: LedgerTable], _ succession: UnitSuccession
    ) -> [Int: Int] {
        var sets: [String: Int] = [:]
        for (year, table) in tables.sorted(by: { $0.key < $1.key }) where year != round.year && table.cells.count > 1 {
            for cell in table.cells where cell.count > 1 {
                let names = cell.filter { !$0.isEmpty }.map { succession.latestName(of: $0, in: year) }
                let set = names.compactMap { sets[$0] }.min() ?? sets.count
                for old in Set(names.compactMap { sets[$0] }) {
                    for (name, value) in sets where value == old { sets[name] = set }
                }
                for name in names { sets[name] = set }
            }
        }
        return Dictionary(
            uniqueKeysWithValues: round.units.enumerated().compactMap { index, unit in
                sets[succession.latestName(of: unit, in: round.year)].map { (index, $0) }
            })
    }
}
