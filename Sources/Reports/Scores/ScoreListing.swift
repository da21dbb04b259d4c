package import Disclosure
package import Scoring
import Statistics
import Surveys

/// The numbers of a release without the report round them: as tables for the terminal, as JSON and as CSV for programs.
///
/// Each part of it is made once, as records of named values, and printed three ways.
package struct ScoreListing: Sendable, Equatable {
    let release: Release
    /// What the analyst sees of single years beside it; nil where he asked for nothing unprotected.
    let persons: [UnprotectedScores]?

    package init(of release: Release, persons: [UnprotectedScores]? = nil) {
        self.release = release
        self.persons = persons
    }

    /// What stands above numbers that are not protected.
    package static let unprotectedNotice = "未作保护，不外发 | unprotected: do not hand out"

    /// May this number of the whole be shown? That nobody answered is no secret about anybody.
    func shows(_ estimate: Estimate) -> Bool { estimate.n == 0 || release.shows(n: estimate.n) }

    /// May a unit's score be shown?
    func shows(_ score: DimensionScore, year: Int) -> Bool {
        !score.isWithheld
    }

    /// Every year that was counted, ascending; without a round where nothing of it may be shown.
    var years: [(year: Int, round: AssessedRound?)] {
        let shown = release.rounds.map { (year: $0.year, round: Optional($0)) }
        return (shown + release.hiddenYears.map { (year: $0, round: nil) }).sorted { $0.year < $1.year }
    }

    /// Of neighbouring years that may both be shown.
    var yearChanges: [YearChange] {
        release.assessment.changes.filter { change in
            !release.hiddenYears.contains(change.from) && !release.hiddenYears.contains(change.to)
        }
    }
}
