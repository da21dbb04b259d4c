import Statistics

extension GoldenCase {
    /// Hand-made degenerate answers: what is defined, and what is not.
    static func edge(_ golden: GoldenCase) throws -> [String: GoldenValue] {
        let table = try golden.table()
        let departments = table.texts("dept")
        let names = Set(departments).sorted()
        let codes = Dictionary(
            uniqueKeysWithValues: ["q1", "q2", "q3", "q4", "q5", "q6"].map { name in
                (name, table.numbers(name).map { $0.map { Int32($0) } ?? ResponseTable.missing })
            })

        /// The tally of some rows on some items, each row a group of its own or of those given.
        func tallies(_ items: [String], minimum: Int, rows: [Int], groups: [Int]) -> [Tally] {
            let terms = items.indices.map {
                TallyPlan.Term.points(column: $0, low: 1, points: [1, 2, 3, 4, 5], weight: 1)
            }
            let plan = TallyPlan(
                items: items.indices.map { .init(column: $0, low: 1, high: 5) },
                scales: [.init(terms: terms, minimumAnswered: minimum)])
            let columns = items.map { item in rows.map { codes[item]?[$0] ?? ResponseTable.missing } }
            return Tally.counting(
                ResponseTable(
                    columns: columns, groups: groups.map { Int32($0) }, groupCount: (groups.max() ?? -1) + 1),
                by: plan)
        }
        let all = Array(departments.indices)
        func scores(minimum: Int) -> GoldenValue {
            let people = tallies(["q1", "q2", "q3"], minimum: minimum, rows: all, groups: all)
            return GoldenValue(people.map { $0.scales[0].scores(minimumAnswered: minimum).mean })
        }
        func scale(_ items: [String], rows: [Int]? = nil) -> Reliability {
            let rows = rows ?? all
            let tally = tallies(items, minimum: 1, rows: rows, groups: rows.map { _ in 0 })[0]
            return Reliability(of: tally.scales[0].listwise, responses: rows.count)
        }
        let byDepartment = tallies(
            ["q1", "q6"], minimum: 1, rows: all, groups: departments.map { names.firstIndex(of: $0) ?? 0 })
        let first = byDepartment.map { $0.items[0].answers.moments }
        let agreement = zip(names, byDepartment).filter { $0.1.scales[0].listwise.n > 0 }.map { name, tally in
            let rwg = Estimate.withinGroupAgreement(
                of: tally.scales[0].listwise, responses: tally.responses, levels: 5, null: .uniform)
            return (name, rwg.value)
        }
        let constant = Moments(n: 3, mean: 3, variance: 0)
        let p: [Double?] = [0.01, nil, 0.04, 0.03]
        func quartiles(_ values: [Double]) -> GoldenValue {
            let table = CountTable(values: values, counts: values.map { _ in 1 })
            return GoldenValue([0.25, 0.5, 0.75].map(table.quantile))
        }
        let opposite = scale(["q1", "q2", "q4"])
        let single = IntraclassCorrelation(of: [first[0]], missing: 0)
        let inOrder = codes.sorted { $0.key < $1.key }.map(\.value)
        let runs = all.map { row -> Double? in
            let answers = inOrder.map { $0[row] == ResponseTable.missing ? nil : $0[row] }
            return Double(AnswerPattern.longestRun(of: answers))
        }
        return [
            "person_frac50": scores(minimum: 2), "person_frac100": scores(minimum: 3), "person_any": scores(minimum: 1),
            "n_complete": GoldenValue(scale(["q1", "q2", "q3"]).alpha.n),
            "alpha_constant_item": GoldenValue(opposite.alpha.value),
            "item_rest_constant": GoldenValue(opposite.items[2].itemRest),
            "alpha_all_constant": GoldenValue(scale(["q4", "q5"], rows: [0, 1, 2, 3]).alpha.value),
            "alpha_negative": GoldenValue(scale(["q1", "q6"]).alpha.value),
            "group_sd": GoldenValue(names, first.map(\.standardDeviation)),
            "group_n": GoldenValue(names, first.map { Double($0.n) }),
            "group_mean": GoldenValue(names, first.map(\.mean)),
            "rwg_floor": GoldenValue(agreement.map(\.0), agreement.map(\.1)),
            "welch_zero_variance": GoldenValue(WelchTest(constant, constant, missing: 0).p),
            "wilson_0_of_0": GoldenValue(try Estimate.proportion(0, of: 0, missing: 0).lower),
            "longstring": GoldenValue(runs),
            "holm_with_null": GoldenValue(MultipleTesting.holm(p)),
            "bh_with_null": GoldenValue(MultipleTesting.benjaminiHochberg(p)),
            "quartiles_one": quartiles([3]), "quartiles_two": quartiles([1, 4]),
            "icc_single_group": GoldenValue(single.icc1.value),
            "pomp_bounds": GoldenValue(
                [1.0, 3, 5].map { Moments(n: 1, mean: $0, variance: nil).scaled(by: 25, offset: -25).mean }),
        ]
    }
}
