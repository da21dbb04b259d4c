import Dispatch
import GRDB
import Glibc
package import Statistics
import Synchronization

/// Counting a round in one pass over its rows.
extension SQLiteStore {
    /// The rows are shared among the processors by their random keys. While they are read nothing is written: this
    /// connection, the only one that writes, is held for so long.
    package func cohorts(_ plan: TallyPlan, year: Int) throws(StoreError) -> [Cohort] {
        let isSealed = try state(of: year) == .sealed
        if isSealed, let kept = try read({ try $0.keptCohorts(of: plan, year: year) }) { return kept }
        let counted = try count(plan, year: year)
        if isSealed { try write { try $0.keep(counted, of: plan, year: year) } }
        return counted
    }

    private func count(_ plan: TallyPlan, year: Int) throws(StoreError) -> [Cohort] {
        try read { database in
            let table = try self.table(year, database)
            let columns = plan.columns
            precondition(columns.allSatisfy(table.columns.indices.contains), "the plan is of the round's survey")
            let units = try database.units(of: year)
            let named = units.filter(\.isListed) + units.filter { !$0.isListed }.sorted { $0.name < $1.name }
            let layout = CohortLayout(units: named.map(\.name), told: try database.toldBatches(of: year))
            var reader = BlockReader(
                table: table, chosen: columns, layout: layout, groupCount: layout.firstGroups,
                places: named.enumerated().reduce(into: [:]) { $0[$1.element.number] = $1.offset },
                blockRows: blockRows, path: path)
            let narrowed = plan.reading(columns)
            let usual = try narrowed.screening.map {
                try countInShares(reader, into: RoundCount(groupCount: layout.firstGroups, by: $0.moments))
            }
            reader.groupCount = layout.groupCount
            let counted = try countInShares(
                reader,
                into: RoundCount(groupCount: layout.groupCount, by: narrowed, knowing: usual, pairing: layout.pairing))
            return layout.cohorts(of: counted.grouped(layout.groups))
        }
    }

    private func countInShares(_ reader: BlockReader, into empty: RoundCount) throws -> RoundCount {
        let shares = min(Self.mostShares, max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
        let results = Mutex<[Result<RoundCount, StoreError>]>([])
        let path = path
        DispatchQueue.concurrentPerform(iterations: shares) { share in
            let result = Result { () throws(StoreError) in
                try Self.translating(path) {
                    try StoreFile.reader(path).read { try reader.count($0, share: share, of: shares, into: empty) }
                }
            }
            results.withLock { $0.append(result) }
        }
        let counts = try results.withLock { try $0.map { try $0.get() } }
        return counts.dropFirst().reduce(into: counts[0]) { $0.add($1) }
    }

    /// More connections than these would wait for the disk and not for a processor.
    private static let mostShares = 8
}
