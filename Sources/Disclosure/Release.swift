package import Scoring

/// What may be shown: an assessment of groups that may be told apart, and the record of how they were formed.
///
/// Only `Groups` makes one, so nothing reaches a report that did not pass here.
package struct Release: Sendable, Equatable {
    /// Numbers that `standing(of:in:)` does not call exact must not be read from it as they are.
    package let assessment: Assessment
    /// The smallest group of which anything is shown.
    package let k: Int
    /// Years with fewer than k responses: nothing of them is shown.
    package let hiddenYears: Set<Int>
    /// By year and variable, the answers of the whole to items of few grades.
    private let answers: [Int: [String: ReleasedItem]]
    /// Of the latest round's units, in their order: what their own sheets may tell of single items and competences.
    package let unitDetails: [UnitDetail]
    /// By year, what later reports are held to once this one has left.
    package let tables: [Int: LedgerTable]
    /// By year, the units whose waiting responses this report counts for the first time.
    package let joining: [Int: Set<String>]

    init(
        assessment: Assessment, k: Int, answers: [Int: [String: ReleasedItem]], hiddenYears: Set<Int>,
        unitDetails: [UnitDetail],
        tables: [Int: LedgerTable], joining: [Int: Set<String>]
    ) {
        self.assessment = assessment
        self.k = k
        self.answers = answers
        self.hiddenYears = hiddenYears
        self.unitDetails = unitDetails
        self.tables = tables
        self.joining = joining
    }

    /// The rounds that may be shown, ascending.
    package var rounds: [AssessedRound] { assessment.rounds }

    /// The units of a round that may be shown; of each its responses and its scores, never its items and gaps.
    package func units(of round: AssessedRound) -> [AssessedGroup] { round.units }

    /// Units of the latest round that are shown together; the empty name stands for people who named none.
    package var merged: [[String]] { rounds.last?.units.map(\.units).filter { $0.count > 1 } ?? [] }

    /// The units of the latest round are not shown one by one at all.
    package var hidesUnits: Bool { rounds.last?.units.isEmpty ?? true }

    /// May the units' scores on a dimension be shown in a year?
    package func showsUnits(_ dimension: String, year: Int) -> Bool {
        rounds.first { $0.year == year }?.units.contains { $0.score(dimension)?.isWithheld == false } ?? false
    }

    /// How the whole answered an item; nil where it has no grades, or very many.
    package func answers(to variable: String, in year: Int) -> ReleasedItem? { answers[year]?[variable] }

    /// May a number that rests on n people be shown for the whole?
    package func shows(n: Int) -> Bool { n >= k }
}
