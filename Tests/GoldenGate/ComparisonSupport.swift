import Statistics

/// What the cases on comparisons and change share: reading lists, groups and pairs from a golden table.
enum Samples {
    /// The moments of what is there.
    static func moments(_ values: [Double?]) throws -> Moments { try Moments(of: values.compactMap { $0 }) }

    /// The numbers that are there as a table.
    static func counts(_ values: [Double?]) -> CountTable {
        let values = values.compactMap { $0 }
        return CountTable(values: values, counts: values.map { _ in 1 })
    }

    /// The person scores of a scale by the groups of a column, as tables; names ascend. A key "-X" is reversed.
    static func scores(
        of table: GoldenTable, items: [String], low: Int, high: Int, minimumAnswered: Int, by column: String
    ) -> (names: [String], tables: [CountTable]) {
        let labels = table.texts(column)
        let names = Set(labels).subtracting([""]).sorted()
        let kept = labels.indices.filter { !labels[$0].isEmpty }
        let columns = items.map { item in
            let numbers = table.numbers(item.hasPrefix("-") ? String(item.dropFirst()) : item)
            return kept.map { numbers[$0].map { Int32($0) } ?? ResponseTable.missing }
        }
        let terms = items.enumerated().map { index, item in
            let points = Array(low...high)
            return TallyPlan.Term.points(
                column: index, low: low, points: item.hasPrefix("-") ? points.reversed() : points, weight: 1)
        }
        let plan = TallyPlan(scales: [.init(terms: terms, minimumAnswered: minimumAnswered)])
        let groups = kept.map { Int32(names.firstIndex(of: labels[$0]) ?? 0) }
        let tallies = Tally.counting(
            ResponseTable(columns: columns, groups: groups, groupCount: names.count), by: plan)
        return (names, tallies.map { $0.scales[0].distribution(minimumAnswered: minimumAnswered) })
    }

    /// The people of two years: who has both values, who only the earlier, and who only the later.
    static func linked(
        _ earlier: [Double?], _ later: [Double?]
    ) throws -> (stayers: JointTable, leavers: Moments, joiners: Moments) {
        let pairs = Array(zip(earlier, later))
        let rows = pairs.compactMap { first, second -> JointTable.Row? in
            guard let first, let second else { return nil }
            return JointTable.Row(earlier: first, later: second, count: 1)
        }
        return (
            JointTable(rows: rows), try moments(pairs.map { $0.1 == nil ? $0.0 : nil }),
            try moments(pairs.map { $0.0 == nil ? $0.1 : nil })
        )
    }
}

extension GoldenValue {
    /// A record of one value a group.
    init(_ names: [String], _ values: [Double?]) {
        self.init(Dictionary(uniqueKeysWithValues: zip(names, values)))
    }

    /// The interval of an estimate.
    init(intervalOf estimate: Estimate) {
        self.init(interval: (estimate.lower, estimate.upper))
    }

    /// A decomposition, as the golden files write it.
    init(_ decomposition: KitagawaDecomposition, groups: [String]) {
        self = .record([
            "group": .list(groups.map { .text($0) }),
            "within": GoldenValue(decomposition.groups.map(\.within)),
            "composition": GoldenValue(decomposition.groups.map(\.composition)),
            "composition_centred": GoldenValue(decomposition.groups.map(\.centredComposition)),
            "total_within": GoldenValue(decomposition.within),
            "total_composition": GoldenValue(decomposition.composition),
            "total": GoldenValue(decomposition.total),
        ])
    }
}
