import Disclosure
import Scoring
import Statistics
import Surveys

/// What one person answers once: an item, or the two levels of a competence, which count only together.
struct Source {
    var name: String
    var columns: [Int]
    /// The codes of each answer.
    var answers: [[Int]]
}

/// A number for each answer to a source: its points, a gap, or what is lacking.
struct Quantity {
    var source: Source
    /// Tells it from other quantities of the same source.
    var name: String
    var values: [Int]
}

/// Whose answers a report counts, as the table says that it publishes.
struct CountedPeople {
    let people: [Person]
    let plan: SurveyPlan
    let batches: Int
    let sources: [Source]
    /// By source and person: which answer is counted, by its place among the answers.
    private var given: [String: [Int?]] = [:]

    init(_ people: [Person], _ plan: SurveyPlan, _ table: LedgerTable) {
        self.people = people
        self.plan = plan
        batches = table.batches
        let variables = plan.survey.variables
        sources =
            plan.items.map { item in
                let counted = plan.tally.items[item.index]
                return Source(
                    name: item.variable.name, columns: [counted.column],
                    answers: (counted.low...counted.high).map { [$0] })
            }
            + plan.pairs.map { pair in
                let counted = plan.tally.pairs[pair.index]
                let levels = counted.low...counted.high
                return Source(
                    name: pair.code, columns: [counted.current, counted.required],
                    answers: levels.flatMap { current in levels.map { [current, $0] } })
            }
        let cells = Dictionary(
            table.cells.enumerated().flatMap { place, units in units.map { ($0, place) } }
        ) { first, _ in first }
        for source in sources {
            given[source.name] = people.map { person in
                guard let batch = person.batch else { return nil }
                let isWithheld = table.withheld.contains {
                    $0.batch == batch && $0.cell == cells[person.unit] && $0.variables.contains(source.name)
                }
                guard !isWithheld else { return nil }
                let codes = source.columns.compactMap { variables[$0].code(of: person.response.answers[$0]) }
                return source.answers.firstIndex(of: codes)
            }
        }
    }

    /// Places of those who are counted.
    func members(_ isWanted: (Person) -> Bool = { _ in true }) -> [Int] {
        people.indices.filter { people[$0].batch != nil && isWanted(people[$0]) }
    }

    func answer(_ source: Source, of person: Int) -> Int? { given[source.name]?[person] }

    func answered(_ source: Source, _ members: [Int]) -> [Int] { members.filter { answer(source, of: $0) != nil } }

    /// A person's value; everybody's who is asked for has one.
    func value(_ quantity: Quantity, of person: Int) -> Int {
        answer(quantity.source, of: person).map { quantity.values[$0] } ?? 0
    }

    func source(named name: String) -> Source? { sources.first { $0.name == name } }

    /// What a term of a scale counts.
    func quantity(_ term: TallyPlan.Term) -> Quantity? {
        switch term {
        case .points(let column, let low, let points, _):
            return sources.first { $0.columns == [column] }.map { source in
                Quantity(
                    source: source, name: source.name,
                    values: source.answers.map { points.indices.contains($0[0] - low) ? points[$0[0] - low] ?? 0 : 0 })
            }
        case .gap(let current, let required, _):
            return pair(current, required).map { source in
                Quantity(source: source, name: source.name, values: source.answers.map { $0[1] - $0[0] })
            }
        case .shortfall(let current, let required, _):
            return pair(current, required).map { source in
                Quantity(
                    source: source, name: source.name + " shortfall",
                    values: source.answers.map { max(0, $0[1] - $0[0]) })
            }
        }
    }

    private func pair(_ current: Int, _ required: Int) -> Source? {
        sources.first { $0.columns == [current, required] }
    }
}
