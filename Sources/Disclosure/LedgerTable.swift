/// What reports have shown of one round, and what later reports may therefore show: cells and unions of cells, of the
/// same people.
///
/// Units bear the names of the round's own year; the empty name stands for people who named none.
package struct LedgerTable: Sendable, Equatable {
    /// No cell has fewer people of a batch, unless it has none.
    package var smallestGroup: Int
    /// Units that stand together, each set in the order of its roster. Every unit is in one cell; one cell alone is the
    /// whole.
    package var cells: [[String]]
    /// How many times people were added: by the first report, and by later ones that counted at least k new responses of
    /// some cell.
    package var batches: Int
    /// Answers of people who are counted that are themselves not counted, because too few of a batch gave them.
    package var withheld: [Withheld]
    /// Numbers that were not told, or as a bound only: they stay so while their people stay the same.
    package var hidden: [Hidden]
    /// nil where the cells may be told.
    package var restriction: Restriction?

    /// Why less than the cells is told, whatever the counts: earlier reports do not say of whom they told.
    package enum Restriction: Sendable {
        case wholeOnly
        case nothing
    }

    package struct Withheld: Sendable, Hashable {
        /// From 1.
        package var batch: Int
        /// A place in `cells`.
        package var cell: Int
        /// Names of variables, or codes of competences.
        package var variables: [String]

        package init(batch: Int, cell: Int, variables: [String]) {
            self.batch = batch
            self.cell = cell
            self.variables = variables
        }
    }

    package struct Hidden: Sendable, Hashable {
        /// Of a dimension or an item.
        package var number: String
        /// nil for the whole.
        package var cell: Int?

        package init(number: String, cell: Int?) {
            self.number = number
            self.cell = cell
        }
    }

    package init(
        smallestGroup: Int, cells: [[String]], batches: Int, withheld: [Withheld] = [], hidden: [Hidden] = [],
        restriction: Restriction? = nil
    ) {
        self.smallestGroup = smallestGroup
        self.cells = cells
        self.batches = batches
        self.withheld = withheld
        self.hidden = hidden
        self.restriction = restriction
    }
}

/// The published tables of the rounds that reports have shown.
package struct Ledger: Sendable, Equatable {
    /// By year.
    package var tables: [Int: LedgerTable]

    package init(_ tables: [Int: LedgerTable] = [:]) { self.tables = tables }
}
