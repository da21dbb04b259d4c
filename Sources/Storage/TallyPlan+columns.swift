import Statistics

extension TallyPlan {
    /// The columns that the plan reads, each once, in ascending order.
    var columns: [Int] {
        let terms = (scales.flatMap(\.terms) + variables).flatMap(\.columns)
        let screened = screening?.items.map(\.column) ?? []
        return Set(items.map(\.column) + pairs.flatMap { [$0.current, $0.required] } + terms + screened).sorted()
    }

    /// The same plan for a table that holds only some columns, each now at its place among them.
    func reading(_ columns: [Int]) -> TallyPlan {
        // Every column of the plan is among them, as callers ask with all of `columns`.
        let place = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($0.element, $0.offset) })
        func moved(_ term: TallyPlan.Term) -> TallyPlan.Term {
            switch term {
            case .points(let column, let low, let points, let weight):
                .points(column: place[column]!, low: low, points: points, weight: weight)
            case .gap(let current, let required, let weight):
                .gap(current: place[current]!, required: place[required]!, weight: weight)
            case .shortfall(let current, let required, let weight):
                .shortfall(current: place[current]!, required: place[required]!, weight: weight)
            }
        }
        var plan = self
        for (index, item) in (screening?.items ?? []).enumerated() {
            plan.screening?.items[index].column = place[item.column]!
        }
        for index in items.indices { plan.items[index].column = place[items[index].column]! }
        for index in pairs.indices {
            plan.pairs[index].current = place[pairs[index].current]!
            plan.pairs[index].required = place[pairs[index].required]!
        }
        for index in scales.indices {
            plan.scales[index].terms = scales[index].terms.map(moved)
        }
        plan.variables = variables.map(moved)
        return plan
    }
}
