import Statistics

extension GoldenCase {
    /// Conscientiousness by education and by gender.
    static func groups(_ golden: GoldenCase) throws -> [String: GoldenValue] {
        let table = try golden.table()
        func scores(by column: String) -> (names: [String], tables: [CountTable]) {
            Samples.scores(
                of: table, items: ["C1", "C2", "C3", "-C4", "-C5"], low: 1, high: 6, minimumAnswered: 3, by: column)
        }
        let (names, tables) = scores(by: "education")
        let moments = tables.map(\.moments)
        func index(_ name: String) -> Int { names.firstIndex(of: name) ?? 0 }
        let (u, v) = (index("3"), index("5"))
        let welch = WelchTest(moments[u], moments[v], missing: 0)
        let g = Estimate.hedgesG(moments[u], moments[v], missing: 0)
        let correction = Estimate.hedgesCorrection(degrees: moments[u].n + moments[v].n - 2)
        let rank = MannWhitneyTest(tables[u], tables[v], missing: 0)
        let anova = OneWayAnova(of: moments, missing: 0)
        let welchAnova = WelchAnova(of: moments, missing: 0)
        let kruskal = KruskalWallisTest(of: tables, missing: 0)
        let rest = WelchTest.eachAgainstTheRest(moments, missing: 0)
        let pairs = names.indices.flatMap { i in names.indices.filter { $0 > i }.map { (i, $0) } }
        let pairNames = pairs.map { "\(names[$0.0])|\(names[$0.1])" }
        let pairwise = pairs.map { WelchTest(moments[$0.0], moments[$0.1], missing: 0).p }

        let classes = scores(by: "gender")
        let rated = zip(classes.names, classes.tables).enumerated().map { index, pair in
            RaterClass(name: pair.0, weight: [0.3, 0.7][index], ratings: pair.1.moments)
        }
        let weighted = try Estimate.raterClasses(rated, missing: 0)
        // The estimate carries the interval; its standard error is that of the formula.
        let squared = rated.reduce(0.0) {
            $0 + $1.weight * $1.weight * ($1.ratings.variance ?? .nan) / Double($1.ratings.n)
        }
        return [
            "n": GoldenValue(names, moments.map { Double($0.n) }),
            "mean": GoldenValue(names, moments.map(\.mean)),
            "sd": GoldenValue(names, moments.map(\.standardDeviation)),
            "ci95": .record(
                Dictionary(
                    uniqueKeysWithValues: try zip(names, moments).map {
                        ($0.0, GoldenValue(intervalOf: try Estimate.mean(of: $0.1, missing: 0)))
                    })),
            "welch_t": GoldenValue([
                "diff": welch.difference.value, "t": welch.t, "df": welch.degreesOfFreedom, "p": welch.p,
                "lower": welch.difference.lower, "upper": welch.difference.upper,
            ]),
            "cohen_d_pooled": GoldenValue(g.value.map { $0 / correction }),
            "hedges_g": GoldenValue(g.value), "hedges_g_ci95_noncentral_t": GoldenValue(intervalOf: g),
            "mann_whitney": GoldenValue(["W": rank.u, "p": rank.p]), "cliffs_delta": GoldenValue(rank.delta.value),
            "anova": GoldenValue([
                "df1": Double(anova.betweenDegrees), "df2": Double(anova.withinDegrees), "F": anova.f, "p": anova.p,
                "eta2": anova.etaSquared, "omega2": anova.omegaSquared,
            ]),
            "welch_anova": GoldenValue([
                "F": welchAnova.f, "df1": Double(welchAnova.betweenDegrees), "df2": welchAnova.withinDegrees,
                "p": welchAnova.p,
            ]),
            "kruskal": GoldenValue([
                "H": kruskal.h, "df": kruskal.degreesOfFreedom.map { Double($0) }, "p": kruskal.p,
            ]),
            "pairwise_welch_p": GoldenValue(pairNames, pairwise),
            "pairwise_welch_p_holm": GoldenValue(pairNames, MultipleTesting.holm(pairwise)),
            "pairwise_welch_p_bh": GoldenValue(pairNames, MultipleTesting.benjaminiHochberg(pairwise)),
            "vs_rest_diff": GoldenValue(names, rest.map(\.difference.value)),
            "vs_rest_p": GoldenValue(names, rest.map(\.p)),
            "vs_rest_p_holm": GoldenValue(names, MultipleTesting.holm(rest.map(\.p))),
            "vs_rest_p_bh": GoldenValue(names, MultipleTesting.benjaminiHochberg(rest.map(\.p))),
            "rater_class_weighted": GoldenValue(["mean": weighted.value, "se": squared.squareRoot()]),
        ]
    }
}
