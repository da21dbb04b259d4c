import Statistics

extension GoldenCase {
    /// The signs of careless answering, person by person.
    static func carelessBfi(_ golden: GoldenCase) throws -> [String: GoldenValue] {
        let data = try golden.table()
        let items = GoldenScale.bfi.flatMap(\.plainItems)
        var place = 0
        let scales = GoldenScale.bfi.map { scale in
            scale.items.indices.map { item in
                defer { place += 1 }
                return EvenOddConsistency.Item(
                    place: place, low: scale.low, high: scale.high, isReversed: scale.isReversed(item))
            }
        }
        let screen = CarelessScreen(
            consistency: EvenOddConsistency(scales: scales),
            distance: MahalanobisDistance(of: data.listwise(items, low: 1, high: 6)[0]))
        let people = screen.profiles(of: data.responses(items).table, columns: Array(items.indices))
        let runs = people.map { Double($0.longestRun) }
        let variability = moments(people.compactMap(\.variability))
        let distances = people.compactMap(\.squaredDistance)
        let consistency = people.compactMap(\.consistency)
        return [
            "longstring.first": GoldenValue(Array(runs.prefix(60))),
            "longstring.counts": .record(
                Dictionary(grouping: people, by: { String($0.longestRun) }).mapValues { GoldenValue($0.count) }),
            "longstring.mean": GoldenValue(moments(runs).mean),
            "irv.first": GoldenValue(people.prefix(60).map(\.variability)),
            "irv.mean": GoldenValue(variability.mean),
            "irv.sd": GoldenValue(variability.standardDeviation),
            "mahalanobis.n": GoldenValue(distances.count),
            "mahalanobis.first": GoldenValue(people.prefix(60).map(\.squaredDistance)),
            "mahalanobis.p.first": GoldenValue(people.prefix(60).map(\.distanceP)),
            "mahalanobis.sum": GoldenValue(distances.reduce(0, +)),
            "mahalanobis.flag_p001": .list(
                people.indices.filter { people[$0].signs.contains(.unusual) }.map { GoldenValue($0 + 1) }),
            "evenodd.first": GoldenValue(people.prefix(60).map(\.consistency)),
            "evenodd.n_undefined": GoldenValue(people.count - consistency.count),
            "evenodd.mean": GoldenValue(moments(consistency).mean),
            "evenodd.n_below_30": GoldenValue(people.count { $0.signs.contains(.inconsistent) }),
        ]
    }

    private static func moments(_ values: [Double]) -> Moments {
        CountTable(values: values, counts: values.map { _ in 1 }).moments
    }
}
