import Statistics

extension GoldenCase {
    /// Person scores, item tables and their summaries, all of them from tallies; a person is a group of one.
    static func scoringBfi(_ golden: GoldenCase) throws -> [String: GoldenValue] {
        let data = try golden.table()
        var values: [String: GoldenValue] = [:]
        for scale in GoldenScale.bfi {
            let items = data.codes(scale.plainItems)
            let everybody = ResponseTable(columns: items, groups: data.rows.map { _ in 0 }, groupCount: 1)
            let alone = ResponseTable(
                columns: items, groups: data.rows.indices.map(Int32.init), groupCount: data.rows.count)
            let plan = TallyPlan(
                items: items.indices.map { .init(column: $0, low: scale.low, high: scale.high) },
                scales: [scale.plan(minimumAnswered: 1)])
            let tally = Tally.counting(everybody, by: plan)[0]
            let persons = Tally.counting(alone, by: plan).map { $0.scales[0] }
            func put(_ id: String, _ value: GoldenValue) { values["\(scale.name).\(id)"] = value }
            func named(_ list: [Double?]) -> GoldenValue { .named(scale.plainItems, list) }

            let keyed = tally.items.indices.map { item in
                let counts = tally.items[item].counts
                return scale.isReversed(item) ? counts.reversed() : counts
            }
            let tables = keyed.map { CountTable(values: (1...6).map(Double.init), counts: $0) }
            put("item_n", named(tally.items.map { Double($0.answered) }))
            put("item_mean_keyed", named(tables.map(\.moments.mean)))
            put("item_sd", named(tables.map(\.moments.standardDeviation)))
            put(
                "item_counts_keyed",
                .record(
                    Dictionary(
                        uniqueKeysWithValues: zip(
                            scale.plainItems, keyed.map { GoldenValue.list($0.map { GoldenValue($0) }) }))))
            put(
                "item_pct_favourable",
                named(
                    try tally.items.indices.map { item in
                        let isReversed = scale.isReversed(item)
                        let sides = try Favourability(
                            of: tally.items[item], favourable: isReversed ? 1...2 : 5...6,
                            unfavourable: isReversed ? 5...6 : 1...2)
                        return sides.favourable.value.map { 100 * $0 }
                    }))
            // The half rule and a stricter one: ⌈f·k⌉ of five items.
            for (fraction, minimum) in [("0.5", 3), ("0.8", 4)] {
                let scores = tally.scales[0].scores(minimumAnswered: minimum)
                let table = tally.scales[0].distribution(minimumAnswered: minimum)
                let person = persons.map { $0.scores(minimumAnswered: minimum).mean }
                let units = ScoreUnits(low: Double(scale.low), high: Double(scale.high))
                let estimate = try Estimate.mean(of: scores, missing: tally.responses - scores.n)
                let pomp = units.percentOfMaximumPossible(scores)
                func put(_ id: String, _ value: GoldenValue) { values["\(scale.name).frac\(fraction).\(id)"] = value }
                func percent(at score: Int) -> GoldenValue {
                    .number(100 * Double(table.count(of: Double(score))) / Double(scores.n))
                }
                put("n", GoldenValue(scores.n))
                put("mean", GoldenValue(scores.mean))
                put("sd", GoldenValue(scores.standardDeviation))
                put("se", GoldenValue(scores.standardDeviation.map { $0 / Double(scores.n).squareRoot() }))
                put("ci95", GoldenValue(interval: (estimate.lower, estimate.upper)))
                put("median", GoldenValue(table.median))
                put("quartiles_type7", GoldenValue([0.25, 0.5, 0.75].map { table.quantile($0) }))
                put("pomp_mean", GoldenValue(pomp.mean))
                put("pomp_sd", GoldenValue(pomp.standardDeviation))
                put("pct_floor", percent(at: scale.low))
                put("pct_ceiling", percent(at: scale.high))
                put("first_scores", GoldenValue(Array(person.prefix(40))))
                put("sum_scores", GoldenValue(scores.mean.map { $0 * Double(scores.n) }))
                put("rows_unscored", .list(person.indices.filter { person[$0] == nil }.map { GoldenValue($0 + 1) }))
            }
            if scale.name == "agree" {
                values["peer.scoreItems_any_answered"] = GoldenValue(
                    persons.prefix(40).map { $0.scores(minimumAnswered: 1).mean })
            }
        }
        return values
    }
}
