import Statistics

extension GoldenCase {
    /// KMO, Bartlett, eigenvalues and parallel analysis of 25 items.
    static func dimensionBfi(_ golden: GoldenCase) throws -> [String: GoldenValue] {
        let data = try golden.table()
        let items = GoldenScale.bfi.flatMap(\.plainItems)
        let moments = data.listwise(items, low: 1, high: 6)[0]
        let found = Dimensionality(of: moments, responses: data.rows.count)
        let parallel = ParallelAnalysis(of: moments, responses: data.rows.count)
        return [
            "n": GoldenValue(found.samplingAdequacy.n),
            "eigenvalues": GoldenValue(found.eigenvalues),
            "kaiser_count": GoldenValue(found.kaiserCount.map(Double.init)),
            "kmo": GoldenValue(found.samplingAdequacy.value),
            "kmo_items": .named(items, found.itemAdequacy),
            "bartlett": GoldenValue([
                "chisq": found.sphericity?.chiSquare, "df": found.sphericity.map { Double($0.degreesOfFreedom) },
                "p": found.sphericity?.p,
            ]),
            "parallel_q95": GoldenValue(parallel.percentile95OfChance),
            "parallel_components": GoldenValue(parallel.components.value),
        ]
    }
}
