package import Surveys

/// Invents plausible responses to a survey: for examples, for trying out a report, for tests.
///
/// People differ in a general disposition that mostly stays with them over the years; units and years shift each block;
/// some skip items, some tick the same box throughout. The same survey, roster, year and settings give the same
/// responses on every machine.
package struct Simulation: Sendable {
    package struct Settings: Sendable, Equatable {
        package var seed: UInt64 = 1
        /// Mean share of the roster that responds; units lie up to about 15 points on either side.
        package var responseRate = 0.85
        /// Share of the asked items that are skipped.
        package var missing = 0.015
        /// Share of people who tick the same box throughout.
        package var careless = 0.03
        /// Standard deviation of the units' shifts, in standard deviations of a person.
        package var unitSpread = 0.3
        /// Mean shift in a year, in standard deviations of a person.
        package var trend = 0.12
        /// Standard deviation of the blocks' own yearly shifts round that mean.
        package var trendSpread = 0.3

        package init() {}
    }

    package let survey: Survey
    package let roster: Roster
    package let year: Int
    package let settings: Settings
    private let variables: [Variable]

    package init(survey: Survey, roster: Roster, year: Int, settings: Settings = Settings()) {
        self.survey = survey
        self.roster = roster
        self.year = year
        self.settings = settings
        variables = survey.variables
    }

    /// The responses of everybody who took part, unit by unit in the order of the roster.
    package func responses() -> [Response] {
        roster.units.flatMap { unit -> [Response] in
            var chance = SeededChance(seed: settings.seed, "rate", unit.name, String(year))
            let rate = settings.responseRate + 0.05 * chance.normal()
            return (0..<unit.headcount).compactMap { person in
                var joining = SeededChance(seed: settings.seed, "joins", unit.name, String(person), String(year))
                guard joining.happens(rate) else { return nil }
                return response(of: person, in: unit)
            }
        }
    }

    // MARK: One person

    private func response(of person: Int, in unit: Roster.Unit) -> Response {
        func chance(_ name: String) -> SeededChance {
            SeededChance(seed: settings.seed, name, unit.name, String(person), String(year))
        }
        // The disposition stays with the post over the years, most of it.
        var lasting = SeededChance(seed: settings.seed, "person", unit.name, String(person))
        var passing = chance("year")
        let disposition = 0.8 * lasting.normal() + 0.6 * passing.normal()
        var straight = chance("careless")
        let sameBox = straight.happens(settings.careless) ? straight.uniform() : nil
        var answers: [Answer] = []
        var answered: [String: Answer] = [:]
        for variable in variables {
            var draw = chance(variable.name)
            var answer = Answer.notAsked
            if variable.show.allSatisfy({ $0.holds { answered[$0.name] ?? .missing } }) {
                answer = self.answer(to: variable, unit, disposition, sameBox, &draw)
                let skips = variable.isRequired ? settings.missing : 5 * settings.missing
                if variable.domain != .unit, draw.happens(skips) { answer = .missing }
            }
            answered[variable.name] = answer
            answers.append(obeying(variable, answer, &answered))
        }
        return Response(answers: answers)
    }

    /// An answer that would fail a 校验 is left out, as a form would not have let it pass.
    private func obeying(_ variable: Variable, _ answer: Answer, _ answered: inout [String: Answer]) -> Answer {
        for check in variable.checks where check.isHard && answer.isGiven {
            let known = answered
            let isDecided = check.condition.references.allSatisfy { known[$0.name]?.isGiven ?? false }
            if isDecided, !check.condition.holds({ known[$0.name] ?? .missing }) {
                answered[variable.name] = .missing
                return .missing
            }
        }
        return answer
    }

    private func answer(
        to variable: Variable, _ unit: Roster.Unit, _ disposition: Double, _ sameBox: Double?,
        _ draw: inout SeededChance
    ) -> Answer {
        switch variable.domain {
        case .unit: return .text(unit.name)
        case .levels(let scale):
            let levels = scale.numbered.compactMap(\.code).sorted()
            guard let low = levels.first, let high = levels.last else { return .missing }
            if scale.levels.contains(where: { $0.code == nil }), draw.happens(0.02) { return .notApplicable }
            if let sameBox { return .level(low + Int(sameBox * Double(high - low + 1))) }
            return .level(level(variable, unit, disposition, low...high, &draw))
        case .integers(let range):
            return .number(level(variable, unit, disposition, range, &draw), decimals: 0)
        case .options(let options):
            guard !options.isEmpty else { return .missing }
            return .option(options[weighted(variable, options.count, &draw)].code)
        case .optionSet(let options, let count):
            let chosen = several(variable, options, count, &draw)
            return chosen.isEmpty ? .missing : .options(chosen)
        case .ranking(let options, let count):
            var left = options.map(\.code)
            let ranked = (0..<min(count ?? options.count, options.count)).map { _ in
                left.remove(at: draw.index(below: left.count))
            }
            return .options(ranked)
        case .number(let range):
            let bounds = range?.bounds ?? 0...100
            // The mean of two uniforms: people crowd in the middle.
            let share = (draw.uniform() + draw.uniform()) / 2
            let span = Double(bounds.upperBound - bounds.lowerBound)
            return .number(bounds.lowerBound + Int(share * span + 0.5), decimals: range?.decimals ?? 0)
        case .day(let range), .month(let range):
            guard let range else { return .missing }
            return .day(draw.happens(0.5) ? range.lowerBound : range.upperBound)
        case .text: return .missing
        }
    }

    /// Cuts a latent value into levels; about four in five agree, as in surveys of this kind.
    private func level(
        _ variable: Variable, _ unit: Roster.Unit, _ disposition: Double, _ range: ClosedRange<Int>,
        _ draw: inout SeededChance
    ) -> Int {
        let block = String(variable.code.reversed().drop { $0.isNumber }.reversed())
        var itemChance = SeededChance(seed: settings.seed, "item", variable.name)
        var unitChance = SeededChance(seed: settings.seed, "unit", unit.name, block)
        var trendChance = SeededChance(seed: settings.seed, "trend", block)
        let ease = 0.35 * itemChance.normal()
        let unitShift = settings.unitSpread * unitChance.normal()
        let yearShift = (settings.trend + settings.trendSpread * trendChance.normal()) * Double(year - Self.originYear)
        var latent = ease + unitShift + yearShift + 0.7 * disposition + 0.8 * draw.normal()
        switch variable.part {
        case .required?: latent = 0.5 + 0.6 * ease + 0.5 * draw.normal()
        case .current?: latent -= 0.45
        case .text?, nil: break
        }
        let middle = Double(range.lowerBound) + 0.68 * Double(range.upperBound - range.lowerBound)
        let step = Double(range.upperBound - range.lowerBound) / 4
        let keyed = middle + step * latent
        let value = variable.marks.isReversed ? Double(range.lowerBound + range.upperBound) - keyed : keyed
        return min(range.upperBound, max(range.lowerBound, Int((value + 0.5).rounded(.down))))
    }

    /// The year in which no trend has set in.
    private static let originYear = 2024

    /// Options are chosen unevenly, the same way every year.
    private func weighted(_ variable: Variable, _ count: Int, _ draw: inout SeededChance) -> Int {
        var shape = SeededChance(seed: settings.seed, "option", variable.name)
        let weights = (0..<count).map { _ in 0.3 + shape.uniform() }
        var rest = draw.uniform() * weights.reduce(0, +)
        for (index, weight) in weights.enumerated() {
            rest -= weight
            if rest < 0 { return index }
        }
        return count - 1
    }

    private func several(
        _ variable: Variable, _ options: [Option], _ count: ClosedRange<Int>?, _ draw: inout SeededChance
    ) -> [String] {
        if let none = options.first(where: \.marks.isExclusive), draw.happens(0.05) { return [none.code] }
        let free = options.filter { !$0.marks.isExclusive }.map(\.code)
        let least = max(1, count?.lowerBound ?? 1)
        let most = min(free.count, count?.upperBound ?? free.count)
        let wanted = least + draw.index(below: max(1, most - least + 1))
        var left = free
        let chosen = (0..<min(wanted, free.count)).map { _ in left.remove(at: draw.index(below: left.count)) }
        return free.filter(chosen.contains)
    }
}
