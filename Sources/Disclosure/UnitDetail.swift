import Scoring
package import Statistics
package import Surveys

/// What may be told of one unit beyond its dimensions, for the unit's own sheet: how its people answered single items
/// and competences.
///
/// The units partition the people who answered an item. An item is released only where each unit has none of them or at
/// least k, so that no sum of units, and no difference from the whole, can be fewer; of an item nothing but the
/// favourable share is released, which no dimension's mean is a multiple of.
package struct UnitDetail: Sendable, Equatable {
    package var items: [Item] = []
    package var gaps: [Gap] = []

    package struct Item: Sendable, Equatable {
        package var variable: Variable
        package var dimension: String
        /// 0…1, of those who scored.
        package var favourable: Estimate
    }

    package struct Gap: Sendable, Equatable {
        package var code: String
        package var text: LocalText
        package var bounds: ClosedRange<Int>
        package var test: PairedTest
    }

    /// In the order of the round's units, the same items and competences for each.
    static func all(of round: AssessedRound, k: Int, withoutDimensions thin: Set<String>) -> [UnitDetail] {
        func isSafe(_ count: (AssessedGroup) -> Int) -> Bool {
            round.units.allSatisfy { count($0) == 0 || count($0) >= k }
        }
        let items = round.whole.items.indices.filter { index in
            let item = round.whole.items[index]
            guard let dimension = item.dimension, item.isRated, !thin.contains(dimension) else { return false }
            return isSafe { $0.items[index].favourable.n }
        }
        let gaps = round.whole.gaps.indices.filter { index in isSafe { $0.gaps[index].test.gap.n } }
        return round.units.map { unit in
            UnitDetail(
                items: items.compactMap { index in
                    let item = unit.items[index]
                    return item.dimension.map {
                        Item(variable: item.variable, dimension: $0, favourable: item.favourable)
                    }
                },
                gaps: gaps.map { index in
                    let gap = unit.gaps[index]
                    return Gap(code: gap.code, text: gap.text, bounds: gap.bounds, test: gap.test)
                })
        }
    }
}
