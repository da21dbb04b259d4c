import Statistics

extension GoldenCase {
    /// 99 companies on eleven items.
    static func agreementBhr2000(_ golden: GoldenCase) throws -> [String: GoldenValue] {
        let data = try golden.table()
        let items = Array(data.header[1...11])
        var values = agreement(
            data, items: items, group: "GRP", single: "AP12", nulls: [("2", .uniform), ("1.34", .slightSkew)])
        for (name, column) in [("hours", "HRS"), ("AP12", "AP12")] {
            values.merge(intraclass(data, column: column, group: "GRP", prefix: name)) { first, _ in first }
        }
        return values
    }

    /// Eleven persons in four platoons, and the table of Shrout and Fleiss.
    static func agreementSmall(_ golden: GoldenCase) throws -> [String: GoldenValue] {
        var values = agreement(
            try golden.table(), items: (1...5).map { "COH0\($0)" }, group: "G4", single: "COH01",
            nulls: [("2", .uniform)])
        let published = try golden.table("shrout_fleiss.csv")
        values.merge(intraclass(published, column: "rating", group: "target", prefix: "shrout_fleiss")) {
            first, _ in first
        }
        return values
    }

    private static func agreement(
        _ data: GoldenTable, items: [String], group: String, single: String,
        nulls: [(name: String, null: NullDistribution)]
    ) -> [String: GoldenValue] {
        let (table, groups) = data.responses(items, group: group)
        let complete = table.completeRows(in: Array(items.indices))
        let scale = GoldenScale(name: "", items: items, low: 1, high: 5)
        let plan = TallyPlan(
            items: items.indices.map { .init(column: $0, low: 1, high: 5) },
            scales: [scale.plan(minimumAnswered: items.count)])
        let tallies = Tally.counting(complete, by: plan)
        let responses = Tally.counting(table, by: plan).map(\.responses)
        var values: [String: GoldenValue] = [:]
        for (name, null) in nulls {
            let found = zip(tallies, responses).map {
                Estimate.withinGroupAgreement(of: $0.scales[0].listwise, responses: $1, levels: 5, null: null)
            }
            let summary = AgreementSummary(of: found)
            values["rwgj.null\(name).by_group"] = .named(groups, found.map(\.value))
            values["rwgj.null\(name).mean"] = GoldenValue(summary.mean)
            values["rwgj.null\(name).median"] = GoldenValue(summary.median)
            values["rwgj.null\(name).share_ge_70"] = GoldenValue(summary.shareAgreeing)
        }
        values["group_size_complete"] = .named(groups, tallies.map { Double($0.responses) })
        let alone = data.listwise([single], low: 1, high: 5, group: group)
        values["rwg_single_item.by_group"] = .named(
            groups,
            zip(alone, responses).map {
                Estimate.withinGroupAgreement(of: $0, responses: $1, levels: 5, null: .uniform).value
            })
        values["ad_mean.by_group"] = .named(
            groups,
            zip(tallies, responses).map { Estimate.averageDeviation(of: $0.items.map(\.answers), responses: $1).value })
        values["ad_cutoff"] = GoldenValue(Estimate.averageDeviationCut(levels: 5))
        values["awg.by_group"] = .named(groups, tallies.map { awg($0.items.map(\.answers.moments), low: 1, high: 5) })
        let scores = tallies.map { $0.scales[0].scores(minimumAnswered: items.count) }
        values.merge(intraclass(scores, prefix: "score")) { first, _ in first }
        return values
    }

    /// Brown & Hauenstein's a_wg, which the library leaves out: it is not defined where the group's mean lies near an end
    /// of the scale, which is where good units are.
    private static func awg(_ items: [Moments], low: Double, high: Double) -> Double? {
        let values = items.compactMap { item -> Double? in
            guard let mean = item.mean, let variance = item.variance else { return nil }
            let n = Double(item.n)
            let largest = ((high + low) * mean - mean * mean - high * low) * n / (n - 1)
            let (from, to) = ((low * (n - 1) + high) / n, (high * (n - 1) + low) / n)
            guard (from...to).contains(mean), largest > 0 else { return nil }
            return 1 - 2 * variance / largest
        }
        return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }

    private static func intraclass(
        _ data: GoldenTable, column: String, group: String, prefix: String
    ) -> [String: GoldenValue] {
        let (table, groups) = data.responses([column], group: group)
        let codes = table.columns[0].filter { $0 != ResponseTable.missing }
        let plan = TallyPlan(items: [.init(column: 0, low: Int(codes.min() ?? 0), high: Int(codes.max() ?? 0))])
        precondition(!groups.isEmpty, "there are groups")
        return intraclass(Tally.counting(table, by: plan).map(\.items[0].answers.moments), prefix: prefix)
    }

    private static func intraclass(_ samples: [Moments], prefix: String) -> [String: GoldenValue] {
        let found = IntraclassCorrelation(of: samples, missing: 0)
        return [
            "\(prefix).icc1": GoldenValue(found.icc1.value), "\(prefix).icc2": GoldenValue(found.icc2.value),
            "\(prefix).icc1_n0": GoldenValue(found.icc1BySnedecor),
            "\(prefix).icc1_ci95": GoldenValue(interval: (found.icc1.lower, found.icc1.upper)),
            "\(prefix).anova": GoldenValue([
                "df1": Double(found.betweenDegrees), "df2": Double(found.withinDegrees),
                "msb": found.betweenMeanSquare, "msw": found.withinMeanSquare, "F": found.f, "p": found.p,
            ]),
            "\(prefix).eta2": GoldenValue(found.etaSquared),
        ]
    }
}
