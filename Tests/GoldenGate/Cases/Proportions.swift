import Statistics

extension GoldenCase {
    /// Newcombe's published intervals, and the percent favourable of companies.
    static func proportions(_ golden: GoldenCase) throws -> [String: GoldenValue] {
        var found: [String: GoldenValue] = [:]
        for (count, n) in [(81, 263), (15, 148), (0, 20), (1, 29)] {
            found["wilson.\(count)_\(n)"] = GoldenValue(
                intervalOf: try Estimate.proportion(count, of: n, missing: 0))
        }
        let tested = try Estimate.proportion(81, of: 263, missing: 0)
        found["wilson.prop_test_81_263"] = GoldenValue([tested.lower, tested.upper])
        for (x1, n1, x2, n2) in [
            (56, 70, 48, 80), (9, 10, 3, 10), (6, 7, 2, 7), (5, 56, 0, 29), (0, 10, 0, 20), (0, 10, 0, 10),
            (10, 10, 0, 20), (10, 10, 0, 10),
        ] {
            found["newcombe.\(x1)_\(n1)_\(x2)_\(n2)"] = GoldenValue(
                intervalOf: Estimate.proportionDifference((x1, n1), (x2, n2), missing: 0))
        }
        for (name, count, n, population) in [
            ("9_12_of_15", 9, 12, 15), ("census", 7, 12, 12), ("40_100_of_120", 40, 100, 120), ("0_8_of_10", 0, 8, 10),
        ] {
            found["wilson_fpc.\(name)"] = GoldenValue(
                intervalOf: try Estimate.proportion(count, of: n, missing: 0, population: cochran(n, of: population)))
        }

        let table = try golden.table()
        let rows = Dictionary(grouping: zip(table.texts("GRP"), table.numbers("AS28")), by: { $0.0 })
        let names = rows.keys.sorted()
        var columns: [String: [Double?]] = [:]
        for name in names {
            let answers = Samples.counts(rows[name, default: []].map(\.1))
            func count(_ isCounted: (Double) -> Bool) -> Int {
                zip(answers.values, answers.counts).reduce(0) { $0 + (isCounted($1.0) ? $1.1 : 0) }
            }
            let (n, above, below) = (answers.n, count { $0 >= 4 }, count { $0 <= 2 })
            // ⌈1.25·n⌉ people.
            let population = cochran(n, of: (5 * n + 3) / 4)
            let favourable = try Estimate.proportion(above, of: n, missing: 0)
            let unfavourable = try Estimate.proportion(below, of: n, missing: 0)
            let corrected = try Estimate.proportion(above, of: n, missing: 0, population: population)
            columns["favourable_pct", default: []].append(favourable.scaled(by: 100).value)
            columns["unfavourable_pct", default: []].append(unfavourable.scaled(by: 100).value)
            columns["net_pct", default: []].append(
                favourable.value.flatMap { share in unfavourable.value.map { 100 * (share - $0) } })
            columns["wilson_lower", default: []].append(favourable.lower)
            columns["wilson_upper", default: []].append(favourable.upper)
            columns["wilson_fpc_lower", default: []].append(corrected.lower)
            columns["wilson_fpc_upper", default: []].append(corrected.upper)
        }
        for (id, values) in columns { found[id] = GoldenValue(names, values) }
        return found
    }

    /// R's values replace n by Cochran's n(N − 1)/(N − n): the variance of a population has the divisor N there and N − 1
    /// here, which makes the lasting share N(n − 1)/(n(N − 1)) where all is meant to last.
    private static func cochran(_ n: Int, of people: Int) -> FinitePopulation {
        let lasting = Double(people * (n - 1)) / Double(n * (people - 1))
        return FinitePopulation(size: people, lasting: lasting)
    }
}
