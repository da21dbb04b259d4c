import Disclosure
import Scoring
import Statistics
import Surveys

extension ScoreListing {
    /// What changed between neighbouring years, for the whole.
    var changeRecords: [ScoreRecord] {
        yearChanges.map { change in
            ScoreRecord(.whole, .change(change.dimension.name, from: change.from, to: change.to)) {
                [
                    ScoreField(
                        "difference", Wording("差异", "difference"), .estimate(change.test.difference, .decimals(3)))
                ]
                    + ScoreField.test(
                        t: change.test.t, df: change.test.degreesOfFreedom, p: change.test.p,
                        adjusted: change.adjustedP) + [
                        ScoreField("hedgesG", Wording("g", "g"), .estimate(change.effect, .decimals(3, .interval)))
                    ]
            }
        }
    }
}
