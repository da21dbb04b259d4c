package import Scoring

/// What may be shown: an assessment whose small groups are gone, and the record of how that was done.
///
/// Only `Disclosure` makes one, so nothing reaches a report that did not pass here.
package struct Release: Sendable, Equatable {
    /// With small units merged, hidden years gone, and nothing left of what a difference could give away. Numbers that
    /// `shows` and `showsUnits` deny must not be read from it.
    package let assessment: Assessment
    /// The smallest group of which anything is shown.
    package let k: Int
    /// Units that are shown together, each set in the roster's order; the empty name stands for people who named none.
    package let merged: [[String]]
    /// The units are not shown one by one at all: even together the smaller ones stay below k.
    package let hidesUnits: Bool
    /// By year, dimensions of which no unit is shown, because some unit has too few answers to them.
    package let wholeOnly: [Int: Set<String>]
    /// Years with fewer than k responses: nothing of them is shown.
    package let hiddenYears: Set<Int>
    /// Of the latest round's units, in their order: what their own sheets may tell of single items and competences.
    package let unitDetails: [UnitDetail]

    init(
        assessment: Assessment, k: Int, merged: [[String]], hidesUnits: Bool, wholeOnly: [Int: Set<String>],
        hiddenYears: Set<Int>, unitDetails: [UnitDetail]
    ) {
        self.assessment = assessment
        self.k = k
        self.merged = merged
        self.hidesUnits = hidesUnits
        self.wholeOnly = wholeOnly
        self.hiddenYears = hiddenYears
        self.unitDetails = unitDetails
    }

    /// The rounds that may be shown, ascending.
    package var rounds: [AssessedRound] { assessment.rounds }

    /// The units of a round that may be shown; of each its responses and its scores, never its items and gaps.
    package func units(of round: AssessedRound) -> [AssessedGroup] { hidesUnits ? [] : round.units }

    /// What the ledger keeps of this release: of every round the groups that are shown, under the names of its own year.
    package var entries: [Ledger.Entry] {
        rounds.map { round in
            let shown = units(of: round)
            let groups = shown.isEmpty ? [round.whole] : shown
            return Ledger.Entry(
                year: round.year, responses: round.whole.responses,
                classes: groups.map { group in
                    Ledger.Class(
                        units: group.units.flatMap { assessment.succession.names(of: $0, in: round.year) },
                        responses: group.responses)
                })
        }
    }

    /// May the units' scores on a dimension be shown in a year?
    package func showsUnits(_ dimension: String, year: Int) -> Bool {
        !hidesUnits && wholeOnly[year]?.contains(dimension) != true
    }

    /// May a number that rests on n people be shown for the whole?
    package func shows(n: Int) -> Bool { n >= k }
}
