import Statistics

extension GoldenCase {
    /// Alpha and omega of five scales over complete rows.
    static func reliabilityBfi(_ golden: GoldenCase) throws -> [String: GoldenValue] {
        let data = try golden.table()
        var values: [String: GoldenValue] = [:]
        for scale in GoldenScale.bfi {
            let plan = TallyPlan(scales: [scale.plan(minimumAnswered: 3)])
            let tally = Tally.counting(data.responses(scale.plainItems).table, by: plan)[0]
            let moments = tally.scales[0].listwise
            let reliability = Reliability(of: moments, responses: tally.responses)
            let ninety = Reliability(of: moments, responses: tally.responses, level: 0.9)
            func put(_ id: String, _ value: GoldenValue) { values["\(scale.name).\(id)"] = value }
            put("n_complete", GoldenValue(reliability.alpha.n))
            put("alpha", GoldenValue(reliability.alpha.value))
            put("alpha_std", GoldenValue(reliability.standardisedAlpha))
            put("mean_inter_item_r", GoldenValue(reliability.meanInterItemCorrelation))
            put("alpha_ci95_feldt", GoldenValue(interval: (reliability.alpha.lower, reliability.alpha.upper)))
            put("alpha_ci90_feldt", GoldenValue(interval: (ninety.alpha.lower, ninety.alpha.upper)))
            put("item_rest_r", .named(scale.plainItems, reliability.items.map(\.itemRest)))
            put("alpha_if_dropped", .named(scale.plainItems, reliability.items.map(\.alphaIfDropped)))
            put("sem_mean_score", GoldenValue(reliability.standardError))
            put("sem_pomp", GoldenValue(reliability.standardError.map { $0 * 100 / Double(scale.high - scale.low) }))
            put("omega_total", GoldenValue(reliability.omega.total.value))
            put("omega_total_lavaan", GoldenValue(reliability.omega.total.value))
        }
        return values
    }
}
