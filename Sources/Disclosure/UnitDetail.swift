package import Scoring
package import Statistics
package import Surveys

/// What may be told of one unit beyond its dimensions, for the unit's own sheet: how its people answered single items
/// and competences.
///
/// Items of a dimension are told of units together or not at all (`RoundGroups`).
package struct UnitDetail: Sendable, Equatable {
    package var items: [Item] = []
    package var gaps: [Gap] = []

    package struct Item: Sendable, Equatable {
        package var variable: Variable
        package var dimension: String
        /// 0…1, of those who scored.
        package var favourable: Estimate
        /// How the share is told; nil where it is told as it is.
        package var standing: ScoreStanding?
    }

    package struct Gap: Sendable, Equatable {
        package var code: String
        package var text: LocalText
        /// Required − current, the mean of those who gave both.
        package var gap: Double
        package var n: Int
    }

    /// In the order of the round's units, the same items for each, and of competences those whose levels are bounds in no
    /// unit: beside the whole and the others, the gap would tell them.
    static func all(of round: AssessedRound) -> [UnitDetail] {
        func isExact(_ gap: CompetenceGap) -> Bool {
            let frame = Double(gap.bounds.lowerBound)...Double(gap.bounds.upperBound)
            return [gap.test.meanRequired, gap.test.meanCurrent].allSatisfy { mean in
                mean.map { Bound.ofMean($0, n: gap.test.gap.n, in: frame) == nil } ?? true
            }
        }
        let bounded = Set(round.units.flatMap { $0.gaps.filter { !isExact($0) }.map(\.code) })
        return round.units.enumerated().map { cell, unit in
            UnitDetail(
                items: unit.items.compactMap { item in
                    guard let dimension = item.dimension, item.isRated, unit.score(dimension)?.isWithheld == false
                    else {
                        return nil
                    }
                    let name = ShareName(variable: item.variable.name, cell: cell)
                    return Item(
                        variable: item.variable, dimension: dimension, favourable: item.favourable,
                        standing: round.shareStandings[name])
                },
                gaps: unit.gaps.compactMap { gap in
                    guard !bounded.contains(gap.code), let mean = gap.test.gap.value else { return nil }
                    return Gap(code: gap.code, text: gap.text, gap: mean, n: gap.test.gap.n)
                })
        }
    }
}
