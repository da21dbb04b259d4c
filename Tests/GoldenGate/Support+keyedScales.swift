import Foundation
import Statistics

/// A scale as the golden designs write it: `-A1` is A1 reversed between the declared bounds.
struct GoldenScale {
    var name: String
    var items: [String]
    var low: Int
    var high: Int

    /// The five scales of the bfi data, 1…6.
    static let bfi: [GoldenScale] = [
        ("agree", ["-A1", "A2", "A3", "A4", "A5"]), ("consc", ["C1", "C2", "C3", "-C4", "-C5"]),
        ("extra", ["-E1", "-E2", "E3", "E4", "E5"]), ("neuro", ["N1", "N2", "N3", "N4", "N5"]),
        ("open", ["O1", "-O2", "O3", "O4", "-O5"]),
    ].map { GoldenScale(name: $0.0, items: $0.1, low: 1, high: 6) }

    /// The items without the sign.
    var plainItems: [String] { items.map { $0.hasPrefix("-") ? String($0.dropFirst()) : $0 } }
    func isReversed(_ item: Int) -> Bool { items[item].hasPrefix("-") }

    /// The scale over columns in the order of its items, every item scored by its keyed code.
    func plan(firstColumn: Int = 0, minimumAnswered: Int) -> TallyPlan.Scale {
        let codes = Array(low...high)
        let terms = items.indices.map { item in
            TallyPlan.Term.points(
                column: firstColumn + item, low: low, points: isReversed(item) ? codes.reversed() : codes, weight: 1)
        }
        return TallyPlan.Scale(terms: terms, minimumAnswered: minimumAnswered)
    }
}

extension GoldenTable {
    /// Columns of codes, an empty cell being a missing answer.
    func codes(_ names: [String]) -> [[Int32]] {
        names.map { name in texts(name).map { Int32($0) ?? ResponseTable.missing } }
    }

    /// The columns as responses; every distinct text of `group` is a group, in the order of their first row.
    func responses(_ names: [String], group: String? = nil) -> (table: ResponseTable, groups: [String]) {
        guard let group else {
            return (
                ResponseTable(columns: codes(names), groups: rows.map { _ in 0 }, groupCount: 1), [""]
            )
        }
        var order: [String: Int32] = [:]
        var found: [String] = []
        let groups = texts(group).map { text in
            if let index = order[text] { return index }
            order[text] = Int32(found.count)
            found.append(text)
            return Int32(found.count - 1)
        }
        return (ResponseTable(columns: codes(names), groups: groups, groupCount: found.count), found)
    }

    /// The exact sums of raw codes over complete rows, one group after the other.
    func listwise(_ names: [String], low: Int, high: Int, group: String? = nil) -> [ProductMoments] {
        let scale = GoldenScale(name: "", items: names, low: low, high: high)
        let plan = TallyPlan(scales: [scale.plan(minimumAnswered: names.count)])
        return Tally.counting(responses(names, group: group).table, by: plan).map { $0.scales[0].listwise }
    }
}

extension GoldenValue {
    /// Names beside values.
    static func named(_ names: [String], _ values: [Double?]) -> GoldenValue {
        .record(Dictionary(uniqueKeysWithValues: zip(names, values.map { GoldenValue($0) })))
    }
}
