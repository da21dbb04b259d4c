import Disclosure
import Storage

/// The published table as the store keeps it, and as `Disclosure` reads it.
extension LedgerTable {
    init(_ stored: PublishedTable) {
        let withheld = Dictionary(grouping: stored.withheldAnswers) { [$0.batch, $0.cell] }
        self.init(
            smallestGroup: stored.smallestGroup, cells: stored.cells, batches: stored.batches,
            withheld: withheld.map { place, answers in
                Withheld(batch: place[0], cell: place[1], variables: answers.map(\.variable).sorted())
            }.sorted { ($0.batch, $0.cell) < ($1.batch, $1.cell) },
            hidden: stored.hidden.map { Hidden(number: $0.name, cell: $0.cell) }.sorted {
                ($0.number, $0.cell ?? -1) < ($1.number, $1.cell ?? -1)
            },
            restriction: stored.restriction.map {
                switch $0 {
                case .wholeOnly: .wholeOnly
                case .nothing: .nothing
                }
            })
    }

    /// - Parameter earlier: what reports told before, of which the groupings stay.
    func stored(after earlier: PublishedTable?) -> PublishedTable {
        PublishedTable(
            smallestGroup: smallestGroup, cells: cells, batches: batches,
            withheldAnswers: Set(
                withheld.flatMap { entry in
                    entry.variables.map { WithheldAnswers(batch: entry.batch, cell: entry.cell, variable: $0) }
                }), hidden: Set(hidden.map { HiddenNumber(name: $0.number, cell: $0.cell) }),
            toldGroupings: earlier?.toldGroupings ?? [], restriction: earlier?.restriction)
    }
}
