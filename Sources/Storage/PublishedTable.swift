/// What reports have told of a round: who may be told apart in it for ever.
///
/// A response is counted by reports once it has a batch. The first report on a round takes everybody as batch 1; what
/// comes later waits until a report takes it in as the next batch. A report prints cells and unions of cells only.
package struct PublishedTable: Sendable, Equatable {
    /// k when the table was made: no cell had fewer people.
    package var smallestGroup: Int
    /// Units that no report tells apart, in stated order, by their names in the round's own year; the empty name is that
    /// of people who named none. A unit without responses in any batch may be missing.
    package var cells: [[String]]
    /// Batches 1 to this one have been told.
    package var batches: Int
    package var withheldAnswers: Set<WithheldAnswers>
    package var hidden: Set<HiddenNumber>
    package var toldGroupings: Set<ToldGrouping>
    /// nil where the cells may be told.
    package var restriction: Restriction?

    /// Why reports of an earlier program leave less to tell than cells: their responses had no batch.
    package enum Restriction: String, Sendable {
        /// Whoever was told then cannot be told from whoever came later, or groups of several reports tell of few people
        /// between them: only the whole is told, which is the one cell.
        case wholeOnly
        /// Since then fewer than k people have come, so that even the whole would tell what they answered.
        case nothing
    }

    package init(
        smallestGroup: Int, cells: [[String]], batches: Int, withheldAnswers: Set<WithheldAnswers> = [],
        hidden: Set<HiddenNumber> = [], toldGroupings: Set<ToldGrouping> = [], restriction: Restriction? = nil
    ) {
        self.smallestGroup = smallestGroup
        self.cells = cells
        self.batches = batches
        self.withheldAnswers = withheldAnswers
        self.hidden = hidden
        self.toldGroupings = toldGroupings
        self.restriction = restriction
    }
}

/// The answers to one variable that the people of one batch gave in one cell, and that no report counts.
package struct WithheldAnswers: Sendable, Hashable {
    package var batch: Int
    /// Its place among the cells.
    package var cell: Int
    package var variable: String

    package init(batch: Int, cell: Int, variable: String) {
        self.batch = batch
        self.cell = cell
        self.variable = variable
    }
}

/// A number that reports show as a bound only, or leave out so that a bound beside it holds.
package struct HiddenNumber: Sendable, Hashable {
    /// Of the number, such as a dimension.
    package var name: String
    /// Its place among the cells; nil for the number of the whole.
    package var cell: Int?

    package init(name: String, cell: Int?) {
        self.name = name
        self.cell = cell
    }
}

/// A grouping other than units that a report told of one batch, and which of its options stood together.
package struct ToldGrouping: Sendable, Hashable {
    /// The variable, or several with a join between.
    package var grouping: String
    /// The options of each class, each option once.
    package var classes: [[String]]
    package var batch: Int

    package init(grouping: String, classes: [[String]], batch: Int) {
        self.grouping = grouping
        self.classes = classes
        self.batch = batch
    }
}

extension PublishedTable {
    /// Whether it fits together: no cell is empty, each unit is in one, and whatever names a cell or a batch names one
    /// that there is.
    var isSound: Bool {
        func areLists(_ lists: [[String]]) -> Bool {
            let names = lists.flatMap(\.self)
            return !lists.contains([]) && Set(names).count == names.count
        }
        guard smallestGroup > 0, batches > 0, !cells.isEmpty, areLists(cells) else { return false }
        let (told, places) = (1...batches, cells.indices)
        return withheldAnswers.allSatisfy { told.contains($0.batch) && places.contains($0.cell) }
            && hidden.allSatisfy { $0.cell.map(places.contains) ?? true }
            && toldGroupings.allSatisfy { told.contains($0.batch) && areLists($0.classes) }
    }

    /// States that a report may make this table of the one before.
    ///
    /// - Parameters:
    ///   - earlier: nil for the first report on the round.
    ///   - units: whose waiting responses become the newest batch.
    func check(after earlier: PublishedTable?, joining units: Set<String>, in state: RoundState) {
        precondition(isSound, "a published table fits together")
        let told = earlier?.batches ?? 0
        precondition(batches == (units.isEmpty ? told : told + 1), "a report takes in one batch where units join")
        precondition(units.isSubset(of: cells.flatMap(\.self)), "whoever joins is in a cell")
        precondition(
            earlier == nil || state != .sealed || units.isEmpty,
            "a sealed round has one batch more by its first report only")
    }
}
