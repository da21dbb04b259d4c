import Statistics

extension GoldenCase {
    /// The vocabulary of twenty years, by education.
    static func trends(_ golden: GoldenCase) throws -> [String: GoldenValue] {
        let table = try golden.table()
        let (labels, groups, values) = (table.texts("year"), table.texts("educGroup"), table.numbers("vocab"))
        // The order of the golden values.
        let names = ["<12 yrs", ">16 yrs", "12 yrs", "13-15 yrs", "16 yrs"]
        var cells: [String: [String: [Double]]] = [:]
        for index in values.indices {
            guard let value = values[index], !groups[index].isEmpty, !labels[index].isEmpty else { continue }
            cells[labels[index], default: [:]][groups[index], default: []].append(value)
        }
        let years = cells.keys.sorted()
        func groupMoments(_ year: String) throws -> [Moments] {
            try names.map { try Moments(of: cells[year]?[$0] ?? []) }
        }
        let moments = try years.map { Moments.pooled(try groupMoments($0)) }
        let tests = years.indices.dropFirst().map { WelchTest(moments[$0], moments[$0 - 1], missing: 0) }
        let later = Array(years.dropFirst())
        let trend = Trend(of: zip(years, moments).map { (year: Int($0.0) ?? 0, moments: $0.1) }, missing: 0)
        let base = try groupMoments(years[0]).map { Double($0.n) }
        var found: [String: GoldenValue] = [
            "n": GoldenValue(years, moments.map { Double($0.n) }),
            "mean": GoldenValue(years, moments.map(\.mean)),
            "sd": GoldenValue(years, moments.map(\.standardDeviation)),
            "ci95": .record(
                Dictionary(
                    uniqueKeysWithValues: try zip(years, moments).map {
                        ($0.0, GoldenValue(intervalOf: try Estimate.mean(of: $0.1, missing: 0)))
                    })),
            "consecutive_diff": GoldenValue(later, tests.map(\.difference.value)),
            "consecutive_t": GoldenValue(later, tests.map(\.t)),
            "consecutive_df": GoldenValue(later, tests.map(\.degreesOfFreedom)),
            "consecutive_p": GoldenValue(later, tests.map(\.p)),
            "consecutive_p_holm": GoldenValue(later, MultipleTesting.holm(tests.map(\.p))),
            "slope": GoldenValue([
                "per_year": trend.slope.value, "se": trend.standardError, "t": trend.t, "p": trend.p,
                "lower": trend.slope.lower, "upper": trend.slope.upper, "r2": trend.rSquared,
            ]),
            "standardised_to_base": GoldenValue(
                years,
                try years.map {
                    Estimate.standardisedMean(of: try groupMoments($0), shares: base, missing: 0).value
                }),
        ]
        for (first, second) in [("1978", "2016"), ("2014", "2016"), ("1996", "2006")] {
            let parts = KitagawaDecomposition(earlier: try groupMoments(first), later: try groupMoments(second))
            found["kitagawa.\(first)_\(second)"] = GoldenValue(parts, groups: names)
        }
        return found
    }
}
