import Statistics

extension GoldenCase {
    /// Four pairs of ratings, the officers' standing in for what is required.
    static func gapBhr2000(_ golden: GoldenCase) throws -> [String: GoldenValue] {
        let data = try golden.table()
        let names = ["cooperation", "lead_in_combat", "welfare", "voice"]
        // Required, current; required, current; …
        let (table, groups) = data.responses(
            ["AF06", "AF07", "AP33", "AP34", "AS14", "AS15", "AS16", "AS17"], group: "GRP")
        let plan = TallyPlan(
            pairs: names.indices.map { .init(current: 2 * $0 + 1, required: 2 * $0, low: 1, high: 5) })
        let byGroup = Tally.counting(table, by: plan)
        let pairs = byGroup.dropFirst().reduce(byGroup[0], +).pairs
        let tests = try pairs.map { try PairedTest(of: $0) }
        let ranked = pairs.map { RankedDiscrepancy(of: $0) }
        let mwds = pairs.map { Estimate.meanWeightedDiscrepancy(of: $0).value }
        func named(_ list: [Double?]) -> GoldenValue { .named(names, list) }
        func record(_ list: [GoldenValue]) -> GoldenValue {
            .record(Dictionary(uniqueKeysWithValues: zip(names, list)))
        }
        func percent(_ share: Double?) -> Double? { share.map { 100 * $0 } }
        var values: [String: GoldenValue] = [
            "n": named(tests.map { Double($0.gap.n) }),
            "mean_required": named(tests.map(\.meanRequired)),
            "mean_present": named(tests.map(\.meanCurrent)),
            "gap": named(tests.map(\.gap.value)),
            "gap_sd": named(pairs.map(\.gaps.moments.standardDeviation)),
            "gap_ci95": record(tests.map { GoldenValue(interval: ($0.gap.lower, $0.gap.upper)) }),
            "gap_pomp": named(tests.map { $0.gap.scaled(by: 100.0 / (5 - 1)).value }),
            "mwds": named(mwds),
            "mwds_rank": named(mwds.map { score in Double(1 + mwds.count { ($0 ?? 0) > (score ?? 0) }) }),
            "rdm_negative_pct": named(ranked.map { percent($0.shortShare) }),
            "rdm_tie_pct": named(ranked.map { percent($0.metShare) }),
            "rdm_positive_pct": named(ranked.map { percent($0.overShare) }),
            "rdm_score": named(ranked.map(\.score)),
            "paired_t": .list(tests.map { GoldenValue(["t": $0.t, "df": $0.degreesOfFreedom, "p": $0.p]) }),
            "paired_t_p_holm": named(MultipleTesting.holm(tests.map(\.p))),
            "dz": named(tests.map(\.dz)),
            "signed_rank": .list(pairs.map { signedRank($0.gaps) }),
        ]
        for (id, crosshair) in [
            ("data", .dataCentred), ("scale", .scaleCentred(low: 1, high: 5)),
        ] as [(String, ImportancePerformance.Crosshair)] {
            let found = ImportancePerformance(of: pairs, crosshair: crosshair)
            values["ipa_quadrant_\(id)_centred"] = record(found.quadrants.map { name($0) })
            if crosshair == .dataCentred {
                values["ipa_crosshair"] = GoldenValue([
                    "required": found.importanceCut, "present": found.performanceCut,
                ])
            }
        }
        let chosen = (1...6).map(String.init)
        func ofGroups(_ statistic: (PairTally) throws -> Double?) rethrows -> GoldenValue {
            .record(
                Dictionary(
                    uniqueKeysWithValues: try chosen.map { group in
                        guard let index = groups.firstIndex(of: group) else { preconditionFailure("no group \(group)") }
                        return (group, named(try byGroup[index].pairs.map(statistic)))
                    }))
        }
        values["mwds_by_group"] = ofGroups { Estimate.meanWeightedDiscrepancy(of: $0).value }
        values["gap_by_group"] = try ofGroups { try PairedTest(of: $0).gap.value }
        return values
    }

    private static func signedRank(_ gaps: CountTable) -> GoldenValue {
        let test = SignedRankTest(of: gaps, missing: 0)
        return GoldenValue(["V": test.v, "p": test.p])
    }

    private static func name(_ quadrant: ImportancePerformance.Quadrant?) -> GoldenValue {
        switch quadrant {
        case .concentrateHere: .text("concentrate")
        case .keepUp: .text("keep_up")
        case .lowPriority: .text("low_priority")
        case .possibleOverkill: .text("overkill")
        case nil: .undefined
        }
    }
}
