import Statistics

extension GoldenCase {
    /// Weights to the roster by strata and by two margins.
    static func weightsApisrs(_ golden: GoldenCase) throws -> [String: GoldenValue] {
        let data = try golden.table()
        let roster = try golden.table("roster.csv")
        let y = data.numbers("api00").compactMap { $0 }
        let people = roster.rows.count
        func categories(_ name: String) -> [String] { Set(roster.texts(name)).sorted() }
        func headcounts(_ name: String) -> [Int] {
            let texts = roster.texts(name)
            return categories(name).map { category in texts.count { $0 == category } }
        }
        func moments(_ values: [Double]) -> Moments {
            CountTable(values: values, counts: values.map { _ in 1 }).moments
        }
        var values: [String: GoldenValue] = [:]

        let all = moments(y)
        let fpc = try Estimate.mean(of: all, missing: 0, population: FinitePopulation(size: people))
        let plain = try Estimate.mean(of: all, missing: 0)
        // The standard error is what Student's interval spans.
        func standardError(_ estimate: Estimate) -> Double? {
            guard let lower = estimate.lower, let upper = estimate.upper else { return nil }
            return (upper - lower) / 2 / StudentT(df: Double(estimate.n - 1)).critical(level: 0.95)
        }
        values["srs_fpc.mean"] = GoldenValue(fpc.value)
        values["srs_fpc.se"] = GoldenValue(standardError(fpc))
        values["srs_fpc.se_survey"] = GoldenValue(standardError(fpc))
        values["srs_nofpc.se"] = GoldenValue(standardError(plain))
        values["truth.roster_mean"] = GoldenValue(moments(roster.numbers("api00").compactMap { $0 }).mean)

        let types = categories("stype")
        let typeOf = data.texts("stype")
        let strata = types.indices.map { index in
            PostStratification.Stratum(
                name: types[index], answers: moments(y.indices.filter { typeOf[$0] == types[index] }.map { y[$0] }),
                population: headcounts("stype")[index])
        }
        let post = try PostStratification(strata, missing: 0)
        values["response_rate_by_stype"] = .named(
            types,
            try strata.map { try Estimate.proportion($0.answers.n, of: $0.population, missing: 0).value })
        values["poststratified.mean"] = GoldenValue(post.mean.value)
        values["poststratified.mean_by_hand"] = GoldenValue(post.mean.value)
        values["poststratified.se"] = GoldenValue(post.standardError)
        values["poststratified.weights"] = .named(types, post.weights)

        let wide = categories("sch.wide")
        let wideOf = data.texts("sch.wide")
        var members: [[Int]] = []
        var cells: [Raking.Cell] = []
        for second in wide.indices {
            for first in types.indices {
                let rows = y.indices.filter { typeOf[$0] == types[first] && wideOf[$0] == wide[second] }
                members.append(rows)
                cells.append(Raking.Cell(categories: [first, second], n: rows.count))
            }
        }
        let raking = try Raking(
            cells,
            to: [
                Raking.Margin(name: "stype", categories: types, population: headcounts("stype")),
                Raking.Margin(name: "sch.wide", categories: wide, population: headcounts("sch.wide")),
            ])
        let mean = raking.mean(of: members.map { rows in moments(rows.map { y[$0] }) }, missing: 0)
        let names = cells.map { "\(types[$0.categories[0]]).\(wide[$0.categories[1]])" }
        values["raked.cell_weights"] = .named(names, zip(raking.weights, cells).map { $1.n > 0 ? $0 : nil })
        values["raked.margins"] = .record([
            "stype": .named(types, raking.counts(of: 0)), "sch.wide": .named(wide, raking.counts(of: 1)),
        ])
        values["raked.mean"] = GoldenValue(mean.mean.value)
        values["raked.se_survey"] = GoldenValue(mean.standardError)
        values["raked.kish_deff"] = GoldenValue(raking.effect.designEffect)
        values["raked.effective_n"] = GoldenValue(raking.effect.effectiveN)
        values["raked.first_weights"] = GoldenValue(
            (0..<30).map { row in members.firstIndex { $0.contains(row) }.map { raking.weights[$0] } })
        return values
    }
}
