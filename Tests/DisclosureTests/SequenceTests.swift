import Scoring
import Statistics
import Surveys
import TestSupport
import Testing

@testable import Disclosure

/// What an organisation does: rounds of units that are renamed and joined, answers that come late, reports in between.
private struct RandomSequence {
    private var chance: SplitMix64
    private let seed: UInt64
    private(set) var office: Office
    private(set) var years: [Int] = []
    private var units: [String] = ["甲", "乙", "丙", "丁", "戊"]
    private var missing = 0.0

    init(seed: UInt64) {
        self.seed = seed
        chance = SplitMix64(seed: seed &+ 500)
        office = Office(k: seed.isMultiple(of: 4) ? 10 : 3)
        missing = [0, 0.03, 0.1, 0.3].randomElement(using: &chance) ?? 0
    }

    /// Opens the next year, with most answers.
    mutating func open() throws {
        let year = 2024 + years.count
        var succeeds: [String: [String]] = [:]
        if !years.isEmpty {
            switch Int.random(in: 0..<3, using: &chance) {
            case 0:
                // The first two are joined.
                succeeds["并\(year)"] = Array(units.prefix(2))
                units.replaceSubrange(0..<2, with: ["并\(year)"])
            case 1:
                succeeds["新\(year)"] = [units[1]]
                units[1] = "新\(year)"
            default: break
            }
        }
        let hasRoster = !years.isEmpty || Bool.random(using: &chance)
        let roster = Roster(
            units: units.map { unit in
                let target = Int.random(in: 0..<3, using: &chance) == 0 ? units.randomElement(using: &chance) : nil
                return Roster.Unit(
                    name: unit, headcount: 500, mergeInto: target == unit ? nil : target, succeeds: succeeds[unit] ?? []
                )
            })
        try office.open(RandomRound.survey(seed % 7, year: year), roster: hasRoster ? roster : nil)
        years.append(year)
        for unit in units + [""] { try take(unit, Int.random(in: 0...4 * office.k, using: &chance), year) }
    }

    private mutating func take(_ unit: String, _ count: Int, _ year: Int) throws {
        try office.take(RandomRound.rows(of: unit, count, missing: missing, &chance), year: year)
    }

    /// Late answers to some year: of the units of its time, or of now.
    mutating func takeLate() throws {
        guard let year = years.randomElement(using: &chance) else { return }
        let known = Set(office.people[year, default: []].map(\.unit)).sorted()
        for unit in known where Bool.random(using: &chance) {
            try take(unit, Int.random(in: 1...2 * office.k, using: &chance), year)
        }
    }

    mutating func report() throws -> Release {
        let chosen = years.filter { _ in Int.random(in: 0..<3, using: &chance) > 0 }
        return try office.report(chosen.isEmpty ? [years[years.count - 1]] : chosen)
    }

    /// The years in another order.
    mutating func shuffledYears(of release: Release) -> [Int] {
        (release.rounds.map(\.year) + release.hiddenYears).shuffled(using: &chance)
    }
}

/// The answers of one round that are counted, from the people themselves.
private struct CountedPeople {
    let round: AssessedRound
    let table: LedgerTable
    let people: [Office.Person]

    func cell(of person: Office.Person) -> Int? { table.cells.firstIndex { $0.contains(person.unit) } }

    /// Points and weight of each answer that somebody gave to a scale.
    func answers(_ person: Office.Person, _ scale: SurveyPlan.PlannedScale) -> [(points: Int, weight: Int)] {
        let place = cell(of: person)
        let withheld = table.withheld.filter { $0.batch == person.batch && $0.cell == place }.flatMap(\.variables)
        return zip(scale.codes, round.plan.tally.scales[scale.index].terms).compactMap { code, term in
            guard !withheld.contains(code) else { return nil }
            switch term {
            case .points(_, let low, let points, let weight):
                // A choice is counted by the places of its options.
                guard let answer = Int(person.row[code] ?? "") else { return nil }
                return points[answer - (code.hasPrefix("PD") ? 1 : low)].map { ($0, weight) }
            case .gap(_, _, let weight), .shortfall(_, _, let weight):
                guard let now = Int(person.row[code + "_cur"] ?? ""), let then = Int(person.row[code + "_req"] ?? "")
                else { return nil }
                return (then - now, weight)
            }
        }
    }

    /// n and mean of some people.
    func pooled(_ people: [Office.Person], _ scale: SurveyPlan.PlannedScale) -> (n: Int, mean: Double?) {
        let given = people.map { answers($0, scale) }.filter { !$0.isEmpty }
        let weight = given.joined().reduce(0) { $0 + $1.weight }
        let points = given.joined().reduce(0) { $0 + $1.weight * $1.points }
        return (given.count, weight == 0 ? nil : scale.offset + scale.slope * (Double(points) / Double(weight)))
    }
}

@Suite struct SequencesOfReports {
    private func expectEnough(
        _ counts: [Int], k: Int, _ what: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        try #require(counts.allSatisfy { $0 == 0 || $0 >= k }, "\(what): \(counts)", sourceLocation: sourceLocation)
    }

    /// What is printed of a round: groups are cells, each with nobody or k people of every batch, and the numbers are
    /// those of the people who are counted.
    private func check(_ round: AssessedRound, _ office: Office, _ release: Release, _ seed: UInt64) throws -> Int {
        let table = try #require(office.ledger.tables[round.year])
        let told = office.people[round.year, default: []].filter { $0.batch != nil }
        let counted = CountedPeople(round: round, table: table, people: told)
        try #require(round.whole.responses == told.count && told.count >= office.k)
        try #require(round.whole.received == office.people[round.year]?.count)
        try #require(table.cells.flatMap(\.self).count == Set(table.cells.flatMap(\.self)).count)
        try #require(round.units.allSatisfy { table.cells.contains($0.units) })
        let members = round.units.map { unit in told.filter { unit.units.contains($0.unit) } }
        try #require(zip(round.units, members).allSatisfy { $0.responses == $1.count })
        try #require(round.units.isEmpty || members.joined().count == told.count)
        func byBatch(_ people: [Office.Person]) -> [[Office.Person]] {
            (1...table.batches).map { batch in people.filter { $0.batch == batch } }
        }
        for people in members + [told] {
            try expectEnough(byBatch(people).map(\.count), k: office.k, "seed \(seed) \(round.year)")
        }
        var numbers = 0
        for (place, planned) in round.plan.dimensions.enumerated() {
            guard case .scale(let scale)? = planned.own else { continue }
            let groups = [(round.whole, told)] + zip(round.units, members)
            for (group, people) in groups where !group.scores[place].isWithheld {
                let parts = byBatch(people).map { counted.pooled($0, scale).n }
                try expectEnough(parts, k: office.k, "seed \(seed) \(round.year) \(group.units) \(scale.codes)")
                let expected = counted.pooled(people, scale)
                let found = group.scores[place].estimate
                try #require(found.n == expected.n, "seed \(seed)")
                try #require((found.value == nil) == (expected.mean == nil))
                try #require(abs((found.value ?? 0) - (expected.mean ?? 0)) < 1e-9, "seed \(seed)")
                numbers += 1
            }
        }
        // Items are told of units together, each with nobody or k answers in every cell and batch.
        if round.year == release.rounds.last?.year {
            for (detail, people) in zip(release.unitDetails, members) {
                for item in detail.items {
                    let counts = byBatch(people).map { batch in
                        batch.count { person in
                            let cell = counted.cell(of: person)
                            let isWithheld = table.withheld.contains {
                                $0.batch == person.batch && $0.cell == cell && $0.variables.contains(item.variable.name)
                            }
                            return !isWithheld && Int(person.row[item.variable.name] ?? "") != nil
                        }
                    }
                    try expectEnough(counts, k: office.k, "seed \(seed) \(item.variable.name)")
                }
            }
            try #require(Set(release.unitDetails.map { $0.items.map(\.variable.name) }).count <= 1)
        }
        return numbers
    }

    /// No report is refused, and every round that has k people shows its whole.
    @Test(arguments: [0..<6, 6..<12] as [Range<UInt64>])
    func tellOfNobodyOrOfEnoughPeople(seeds: Range<UInt64>) throws {
        var (numbers, units, joined, waiting) = (0, 0, 0, 0)
        for seed in seeds {
            var sequence = RandomSequence(seed: seed)
            for _ in 0..<3 {
                try sequence.open()
                for _ in 0..<2 {
                    let release = try sequence.report()
                    let office = sequence.office
                    for year in sequence.shuffledYears(of: release) {
                        let isShown = office.people[year, default: []].count >= office.k
                        try #require(release.rounds.contains { $0.year == year } == isShown, "seed \(seed)")
                    }
                    for round in release.rounds {
                        numbers += try check(round, office, release, seed)
                        units += round.units.count
                        if (release.tables[round.year]?.batches ?? 0) > 1, release.joining[round.year]?.isEmpty == false
                        {
                            joined += 1
                        }
                        if round.whole.received > round.whole.responses { waiting += 1 }
                    }
                    try sequence.takeLate()
                }
            }
        }
        #expect(numbers > 400 && units > 40 && joined > 2 && waiting > 2, "\(numbers) \(units) \(joined) \(waiting)")
    }

    @Test(arguments: 0..<8 as Range<UInt64>) func printTheSameTwice(seed: UInt64) throws {
        var sequence = RandomSequence(seed: seed)
        try sequence.open()
        _ = try sequence.report()
        try sequence.takeLate()
        try sequence.open()
        let first = try sequence.report()
        let years = sequence.shuffledYears(of: first)
        var office = sequence.office
        let second = try office.report(years)
        #expect(second.assessment == first.assessment && second.tables == first.tables)
        #expect(second.unitDetails == first.unitDetails && second.joining.values.allSatisfy(\.isEmpty))
        #expect(try office.release(years.reversed()) == office.release(years.sorted()))
    }

    @Test(arguments: 0..<5 as Range<UInt64>) func doNotDependOnTheOrderOfTheRows(seed: UInt64) throws {
        var sequence = RandomSequence(seed: seed)
        try sequence.open()
        let rows = sequence.office.people[2024, default: []].map(\.row)
        var chance = SplitMix64(seed: seed)
        func release(_ rows: [[String: String]]) throws -> Release {
            var office = Office(k: 3)
            try office.open(RandomRound.survey(seed, year: 2024))
            try office.take(rows, year: 2024)
            return try office.report([2024])
        }
        let first = try release(rows)
        #expect(!first.rounds.isEmpty)
        #expect(try release(rows.shuffled(using: &chance)) == first)
    }

    /// Of sizes of which no two sums are equal; of equal ones the first in the roster is taken.
    @Test(arguments: 0..<20 as Range<UInt64>) func doNotDependOnTheOrderOfTheUnits(seed: UInt64) throws {
        var chance = SplitMix64(seed: seed)
        let sizes = zip(["甲", "乙", "丙", "丁", "戊", "己"], [1, 2, 4, 8, 16, 32].shuffled(using: &chance)).map { ($0, $1) }
        func cells(_ units: [(String, Int)]) throws -> Set<Set<String>> {
            var office = Office()
            try office.open(itemSurvey(), roster: Roster(units: units.map { .init(name: $0.0, headcount: 99) }))
            for (unit, size) in units { try office.take(rows(unit, ["A": String(repeating: "3", count: size)])) }
            return Set(try office.report().rounds[0].units.map { Set($0.units) })
        }
        let first = try cells(sizes)
        #expect(first.count == 3)
        #expect(try cells(sizes.shuffled(using: &chance)) == first)
    }
}
