import Scoring
import Statistics
import Surveys

/// How many people of each unit responded in each year, and how many answered each dimension: all that decides which
/// groups may be told apart.
struct GroupCounts {
    /// What people are counted for: their response in a year, or one of the means of a dimension.
    private struct Basis: Hashable {
        var year: Int
        var dimension: String?
        /// Which of `SurveyPlan.PlannedDimension.bases`.
        var mean = 0
    }

    /// Units that are told as one group.
    struct Class: Equatable {
        var units: [String]
        /// Of each unit: its place in the latest year's order.
        var places: [Int]
        /// By basis.
        var counts: [Int]

        func joined(_ other: Class) -> Class {
            Class(
                units: units + other.units, places: places + other.places,
                counts: zip(counts, other.counts).map(+))
        }

        /// People who named none stand last, wherever an earlier roster puts a unit.
        var ordered: [String] {
            zip(units, places).sorted { ($0.0.isEmpty ? 1 : 0, $0.1) < ($1.0.isEmpty ? 1 : 0, $1.1) }.map(\.0)
        }
    }

    /// Each unit by itself, in the order of the latest year and then of those before it.
    private(set) var units: [Class] = []
    /// 并入: what a unit is to be joined with, as the latest roster that says so declares.
    private(set) var declaredPartners: [String: String] = [:]
    /// The dimensions of the latest year that everybody was asked, those with the most answers first.
    private(set) var dimensions: [String] = []
    private var bases: [Basis: Int] = [:]
    /// The places of the responses, by year.
    private(set) var responseBases: [Int: Int] = [:]
    /// The places of a dimension's means, in all years.
    private(set) var dimensionBases: [String: [Int]] = [:]

    init(_ rounds: [Round]) {
        for round in rounds {
            responseBases[round.year] = add(Basis(year: round.year))
            for planned in round.plan.dimensions {
                for mean in 0..<Self.meansOfDimension {
                    let name = planned.dimension.name.main
                    dimensionBases[name, default: []].append(add(Basis(year: round.year, dimension: name, mean: mean)))
                }
            }
        }
        var position: [String: Int] = [:]
        // The latest year's order first: it is the one that the report is read in.
        for round in rounds.reversed() where round.namesUnits {
            for (name, tally) in zip(round.counted.groups, round.counted.tallies) {
                let place = position[name] ?? units.count
                if place == units.count {
                    units.append(Class(units: [name], places: [place], counts: Array(repeating: 0, count: bases.count)))
                    position[name] = place
                }
                count(tally, of: round, in: place)
            }
            for unit in round.roster?.units ?? [] where declaredPartners[unit.name] == nil {
                declaredPartners[unit.name] = unit.mergeInto
            }
        }
        dimensions = rounds.last.map(Self.servable) ?? []
    }

    /// By this year's own items, and by those of all years.
    private static let meansOfDimension = 2

    private mutating func add(_ basis: Basis) -> Int {
        let place = bases[basis] ?? bases.count
        bases[basis] = place
        return place
    }

    private mutating func count(_ tally: Tally, of round: Round, in place: Int) {
        func add(_ count: Int, to basis: Basis) {
            if let index = bases[basis] { units[place].counts[index] += count }
        }
        add(tally.responses, to: Basis(year: round.year))
        for planned in round.plan.dimensions {
            for (mean, count) in planned.bases(in: tally).enumerated() {
                add(count, to: Basis(year: round.year, dimension: planned.dimension.name.main, mean: mean))
            }
        }
    }

    private static func servable(_ round: Round) -> [String] {
        let whole = round.whole
        return round.plan.dimensions.enumerated().compactMap { offset, planned in
            let bases = planned.bases(in: whole)
            let isAnswered = bases.contains { $0 > 0 } && planned.isAskedOfAll
            return isAnswered ? (name: planned.dimension.name.main, count: bases[0], offset: offset) : nil
        }.sorted { (-$0.count, $0.offset) < (-$1.count, $1.offset) }.map(\.name)
    }

    // MARK: What a class is judged by

    /// The places of the responses of all years, and of the means of some dimensions.
    func bases(serving dimensions: Set<String> = []) -> [Int] {
        (Array(responseBases.values) + dimensions.flatMap { dimensionBases[$0] ?? [] }).sorted()
    }
}
