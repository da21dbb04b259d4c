import Statistics

/// Scales of random people, some of whose items have something in common.
enum RandomScale {
    static func columns(
        _ chance: inout SplitMix64, items: ClosedRange<Int>, people: ClosedRange<Int>
    ) -> [[Int32]] {
        let count = Int.random(in: people, using: &chance)
        let common = (0..<count).map { _ in Int32.random(in: 0...3, using: &chance) }
        return (0..<Int.random(in: items, using: &chance)).map { _ in
            let share = Int32.random(in: 0...2, using: &chance)
            return common.map { 1 + share * $0 + Int32.random(in: 0...4, using: &chance) }
        }
    }
}

/// The exact sums of columns of codes as they are, over complete rows.
func rawMoments(_ columns: [[Int32]]) -> ProductMoments {
    let low = columns.joined().filter { $0 > ResponseTable.notAsked }.min() ?? 0
    let high = max(low, columns.joined().max() ?? 0)
    let terms = columns.indices.map {
        TallyPlan.Term.points(column: $0, low: Int(low), points: (low...high).map(Int.init), weight: 1)
    }
    return tally(columns, by: TallyPlan(scales: [.init(terms: terms, minimumAnswered: 1)])).scales[0].listwise
}
