import Surveys
import TestSupport

/// A small self-assessment that is hard to protect: few people in few units, who leave answers out and come late.
///
/// Everything follows from the seed.
struct RandomOrganisation {
    struct Year {
        var number: Int
        var reading: SurveyReading
        var roster: Roster
    }

    enum Act {
        case come(year: Int, [Person])
        /// Of one year, or of two that are compared.
        case report([Int])
    }

    private(set) var years: [Year] = []
    private(set) var acts: [Act] = []

    init(seed: UInt64) {
        var chance = SplitMix64(seed: seed)
        var questionnaire = Questionnaire(&chance)
        var units = chance.units()
        var roster = chance.roster(units)
        years.append(Year(number: 2025, reading: questionnaire.reading(2025), roster: roster))
        var habits = Habits(&chance, units)
        acts.append(.come(year: 2025, habits.people(chance.between(4, 30), of: years[0], &chance)))
        acts.append(.report([2025]))
        let isCompared = chance.holds(0.3)
        for _ in 0..<chance.between(0, isCompared ? 1 : 2) {
            acts.append(.come(year: 2025, habits.late(of: years[0], &chance)))
            acts.append(.report([2025]))
        }
        guard isCompared else { return }
        (units, roster) = chance.nextYear(units)
        if chance.holds(0.5) { questionnaire.addItem(&chance) }
        years.append(Year(number: 2026, reading: questionnaire.reading(2026), roster: roster))
        var later = Habits(&chance, units)
        acts.append(.come(year: 2026, later.people(chance.between(4, 24), of: years[1], &chance)))
        if chance.holds(0.5) { acts.append(.report([2026])) }
        acts.append(.report([2025, 2026]))
        for _ in 0..<chance.between(0, 1) {
            acts.append(.come(year: 2026, later.late(of: years[1], &chance)))
            if chance.holds(0.5) { acts.append(.come(year: 2025, habits.late(of: years[0], &chance))) }
            acts.append(.report(chance.holds(0.7) ? [2025, 2026] : [2026]))
        }
    }
}

/// Who answers, and what they leave out.
private struct Habits {
    private let units: [String]
    private let sizes: [Int]
    private let leavesOut: Double
    private let skips: Double
    private let tookPart: Double
    /// Nearly nobody of a unit answers one item.
    private let gap: (unit: String, place: Int)?

    init(_ chance: inout SplitMix64, _ units: [String]) {
        self.units = units + (chance.holds(0.1) ? [""] : [])
        sizes = self.units.map { _ in chance.between(1, 10) }
        leavesOut = chance.pick([0, 0, 0.08, 0.15, 0.3])
        skips = chance.pick([0, 0, 0.1, 0.25])
        tookPart = chance.pick([0.5, 0.7, 0.9])
        gap = chance.holds(0.3) ? (chance.pick(units), chance.between(1, 8)) : nil
    }

    mutating func people(_ count: Int, of year: RandomOrganisation.Year, _ chance: inout SplitMix64) -> [Person] {
        (0..<count).map { _ in person(of: year, unit: chance.pick(units, sizes), &chance) }
    }

    /// A few from anywhere, or from one unit.
    mutating func late(of year: RandomOrganisation.Year, _ chance: inout SplitMix64) -> [Person] {
        let only = chance.holds(0.5) ? chance.pick(units) : nil
        return (0..<chance.between(1, 7)).map { _ in
            person(of: year, unit: only ?? chance.pick(units, sizes), &chance)
        }
    }

    private func person(of year: RandomOrganisation.Year, unit: String, _ chance: inout SplitMix64) -> Person {
        let survey = year.reading.survey
        let takesPart = chance.holds(tookPart)
        var skipped: [Int: Bool] = [:]
        var pairs: [String: Bool] = [:]
        let answers = survey.variables.enumerated().map { place, variable -> Answer in
            if variable.domain == .unit { return unit.isEmpty ? .missing : .text(unit) }
            if case .options(let options) = variable.domain { return .option(options[takesPart ? 0 : 1].code) }
            if !variable.show.isEmpty, !takesPart { return .notAsked }
            let skipsBlock = skipped[variable.ordinal] ?? chance.holds(skips)
            skipped[variable.ordinal] = skipsBlock
            let isLeftOut =
                pairs[variable.code]
                ?? (chance.holds(leavesOut) || (gap.map { $0 == (unit, place) } ?? false) && chance.holds(0.8))
            pairs[variable.code] = isLeftOut
            guard !skipsBlock, !isLeftOut, case .levels(let scale) = variable.domain else { return .missing }
            return .level(chance.pick(scale.levels.compactMap(\.code)))
        }
        return Person(unit: unit, response: Response(answers: answers))
    }
}

extension SplitMix64 {
    mutating func between(_ low: Int, _ high: Int) -> Int { Int.random(in: low...high, using: &self) }

    mutating func holds(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &self) < share }

    /// One of several, of which there is at least one.
    mutating func pick<Value>(_ values: [Value]) -> Value { values[between(0, values.count - 1)] }

    /// One of several by their sizes.
    fileprivate mutating func pick(_ values: [String], _ sizes: [Int]) -> String {
        var left = between(1, sizes.reduce(0, +))
        for (value, size) in zip(values, sizes) {
            left -= size
            if left <= 0 { return value }
        }
        preconditionFailure("the sizes add up")
    }

    fileprivate mutating func units() -> [String] { Array(["甲", "乙", "丙", "丁"].prefix(between(1, 4))) }

    fileprivate mutating func roster(_ units: [String], succeeding: [String: [String]] = [:]) -> Roster {
        let target = holds(0.3) ? pick(units) : nil
        let small = pick(units)
        return Roster(
            units: units.map { unit in
                Roster.Unit(
                    name: unit, headcount: 100, mergeInto: unit == small && target != small ? target : nil,
                    succeeds: succeeding[unit] ?? [])
            })
    }

    /// The next year's units: the same, one renamed, two joined, or one split.
    fileprivate mutating func nextYear(_ units: [String]) -> (units: [String], roster: Roster) {
        let old = pick(units)
        let rest = units.filter { $0 != old }
        switch between(0, 3) {
        case 0: return (units, roster(units))
        case 1: return (rest + ["新"], roster(rest + ["新"], succeeding: ["新": [old]]))
        case 2:
            guard let other = rest.first else { return (units, roster(units)) }
            let joined = Array(rest.dropFirst()) + ["新"]
            return (joined, roster(joined, succeeding: ["新": [old, other]]))
        default: return (rest + ["新", "分"], roster(rest + ["新", "分"], succeeding: ["新": [old]]))
        }
    }
}
