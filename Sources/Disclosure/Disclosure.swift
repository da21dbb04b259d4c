package import Scoring

/// Decides which groups may be shown: none of fewer than k people, neither directly nor as a difference of two that are.
///
/// Units partition the respondents of a round, so everything that can be computed from them and the whole is a sum over
/// some of the classes; when every class has k people or none, so has every such sum. Classes are therefore merged
/// until that holds in every round, the same merge in every year, so that a unit means the same people's posts
/// throughout.
package struct Disclosure: Sendable {
    package let k: Int
    package let ledger: Ledger

    /// - Parameters:
    ///   - k: the survey's 分组下限, but never below the default of 10.
    ///   - ledger: what was published of the same rounds before.
    package init(k: Int?, ledger: Ledger = Ledger()) {
        self.k = max(k ?? Self.defaultSmallestGroup, Self.defaultSmallestGroup)
        self.ledger = ledger
    }

    private static let defaultSmallestGroup = 10

    /// - Throws: `DisclosureError` where what came since an earlier report is too little to be told, `ScoringError` as
    ///   the assessment does.
    package func release(_ assessment: Assessment) throws -> Release {
        let ledger = ledger.renamed(by: assessment.succession)
        for round in assessment.rounds {
            let units = round.units.isEmpty ? [round.whole] : round.units
            // Units that the assessment has merged already have one count, which stands under the first of them.
            let responses = units.reduce(into: [:]) { $0[$1.units.first ?? "", default: 0] += $1.responses }
            try ledger.checkGrowth(of: round.year, to: responses, k: k)
        }
        let hiddenYears = Set(assessment.rounds.filter { $0.whole.responses < k }.map(\.year))
        let shown = assessment.rounds.filter { !hiddenYears.contains($0.year) }
        let classes = certified(classes(of: shown), initialClasses(shown), beside: ledger)
        let sets = classes.filter { $0.units.count > 1 }.map(\.ordered)
        let merged = try assessment.merging(sets, withoutYears: hiddenYears)
        let hidesUnits = hides(classes)
        var wholeOnly: [Int: Set<String>] = [:]
        for round in merged.rounds { wholeOnly[round.year] = thinDimensions(round) }
        let details = merged.rounds.last.map { round in
            hidesUnits
                ? [] : UnitDetail.all(of: round, k: k, withoutDimensions: wholeOnly[round.year] ?? [])
        }
        return Release(
            assessment: merged.withholding(below: k, hidesUnits: hidesUnits, wholeOnly: wholeOnly), k: k, merged: sets,
            hidesUnits: hidesUnits, wholeOnly: wholeOnly, hiddenYears: hiddenYears,
            unitDetails: details ?? [])
    }

    // MARK: Classes

    private struct Class {
        var units: [String]
        /// Of each unit: its place in the latest year's order.
        var places: [Int]
        var counts: [Basis: Int]

        func joined(_ other: Class) -> Class {
            Class(
                units: units + other.units, places: places + other.places,
                counts: counts.merging(other.counts, uniquingKeysWith: +))
        }

        /// People who named none stand last, wherever an earlier roster puts a unit.
        var ordered: [String] {
            zip(units, places).sorted { ($0.0.isEmpty ? 1 : 0, $0.1) < ($1.0.isEmpty ? 1 : 0, $1.1) }.map(\.0)
        }
    }

    /// What people are counted for: their response in a year, or one of the means of a dimension.
    private struct Basis: Hashable {
        var year: Int
        var dimension: String?
        /// Which of `DimensionScore.bases`.
        var mean = 0
    }

    /// Merged until each class has enough responses, and further where that shows more.
    ///
    /// A dimension that too few of some class answered is shown for no unit at all. Merging on brings it back, at the
    /// price of a class; it is done while it gains cells (classes × dimensions) to show, and only for dimensions that
    /// everybody was asked: questions put to some people must not blur the units of all.
    private func classes(of rounds: [AssessedRound]) -> [Class] {
        let units = initialClasses(rounds)
        let latest = rounds.last
        let dimensions = (latest?.whole.scores ?? []).enumerated()
            .filter { ($0.element.bases.max() ?? 0) > 0 }
            .filter { latest?.plan.dimension(named: $0.element.name)?.isAskedOfAll ?? false }
            .sorted { (-$0.element.bases[0], $0.offset) < (-$1.element.bases[0], $1.offset) }
            .map(\.element.name)
        func cells(_ classes: [Class]) -> Int {
            hides(classes) ? 0 : classes.count { size($0) > 0 } * dimensions.count { isServed($0, by: classes) }
        }
        var served: Set<String> = []
        var best = merged(units, in: rounds, serving: served)
        for dimension in dimensions.prefix(Self.mostServed) where !hides(best) && !isServed(dimension, by: best) {
            let wider = merged(units, in: rounds, serving: served.union([dimension]))
            guard cells(wider) > cells(best) else { continue }
            served.insert(dimension)
            best = wider
        }
        return best
    }

    /// Each dimension tried costs another merging.
    private static let mostServed = 40

    /// Merged on until no difference between these classes and those of earlier reports tells of fewer than k people.
    ///
    /// The class on the lesser side of the cut is joined to one on the other: joining never makes a cut smaller, so this
    /// ends, at the latest with one class, which is the whole.
    private func certified(_ classes: [Class], _ units: [Class], beside ledger: Ledger) -> [Class] {
        var classes = classes
        for year in Set(units.flatMap { $0.counts.keys.map(\.year) }).sorted() {
            guard let blocks = ledger.blocks(of: year) else { continue }
            while classes.count > 1, let cut = cut(classes, units, blocks, year), cut.weight < k {
                let people = classes.indices.filter { classes[$0].counts[Basis(year: year), default: 0] > 0 }
                let inside = people.filter(cut.side.contains), outside = people.filter { !cut.side.contains($0) }
                guard let first = smallest(of: inside, in: classes, []),
                    let second = smallest(of: outside, in: classes, [])
                else {
                    // One earlier group alone is too small: only the whole, which it is a part of, is told.
                    return [classes.dropFirst().reduce(classes[0]) { $0.joined($1) }]
                }
                classes[min(first, second)] = classes[min(first, second)].joined(classes[max(first, second)])
                classes.remove(at: max(first, second))
            }
        }
        return classes
    }

    private func cut(_ classes: [Class], _ units: [Class], _ blocks: [String: Int], _ year: Int) -> MinimumCut? {
        let edges = units.map { unit in
            MinimumCut.Edge(
                left: classes.firstIndex { $0.units.contains(unit.units[0]) } ?? -1,
                // A unit that no report has shown yet was never told apart from any other such unit.
                right: blocks[unit.units[0]] ?? -1, people: unit.counts[Basis(year: year), default: 0])
        }
        return MinimumCut(of: edges)
    }

    private func merged(_ units: [Class], in rounds: [AssessedRound], serving dimensions: Set<String>) -> [Class] {
        var classes = units
        while let small = smallest(
            of: classes.indices.filter { isSmall(classes[$0], dimensions) }, in: classes, dimensions),
            let partner = partner(of: small, among: classes, in: rounds, dimensions)
        {
            let (first, second) = (min(small, partner), max(small, partner))
            classes[first] = classes[first].joined(classes[second])
            classes.remove(at: second)
        }
        return classes
    }

    private func initialClasses(_ rounds: [AssessedRound]) -> [Class] {
        var classes: [Class] = []
        var position: [String: Int] = [:]
        // The latest year's order first: it is the one that the report is read in.
        for round in rounds.reversed() {
            for unit in round.units {
                // Units that the assessment has merged already stay together.
                let index = unit.units.lazy.compactMap { position[$0] }.first ?? classes.count
                if index == classes.count { classes.append(Class(units: [], places: [], counts: [:])) }
                for name in unit.units where position[name] == nil {
                    classes[index].units.append(name)
                    classes[index].places.append(position.count)
                    position[name] = index
                }
                classes[index].counts[Basis(year: round.year), default: 0] += unit.responses
                for score in unit.scores {
                    for (mean, count) in score.bases.enumerated() {
                        classes[index].counts[Basis(year: round.year, dimension: score.name, mean: mean), default: 0] +=
                            count
                    }
                }
            }
        }
        return classes
    }

    /// The counts that matter: of responses, and of the answers to the dimensions that merging has to serve.
    private func relevant(_ group: Class, _ dimensions: Set<String>) -> [Basis: Int] {
        group.counts.filter { $0.key.dimension.map(dimensions.contains) ?? true }
    }

    /// Somebody answered, but fewer than k, in some year.
    private func isSmall(_ group: Class, _ dimensions: Set<String> = []) -> Bool {
        relevant(group, dimensions).values.contains { $0 > 0 && $0 < k }
    }

    private func size(_ group: Class, _ dimensions: Set<String> = []) -> Int {
        relevant(group, dimensions).values.filter { $0 > 0 }.min() ?? 0
    }

    /// One class with people is the whole once more; a small one that found no partner closes the door on all.
    private func hides(_ classes: [Class]) -> Bool {
        classes.count { size($0) > 0 } < 2 || classes.contains { isSmall($0) }
    }

    private func isServed(_ dimension: String, by classes: [Class]) -> Bool {
        !classes.contains { isSmall($0, [dimension]) }
    }

    /// The first of the smallest, so that the same rounds are always merged the same way.
    private func smallest(of indices: [Int], in classes: [Class], _ dimensions: Set<String>) -> Int? {
        let sizes = indices.map { size(classes[$0], dimensions) }
        return zip(indices, sizes).min { $0.1 < $1.1 }?.0
    }

    /// The unit that the roster declares, or else the smallest other class with people where this one is short of them.
    private func partner(
        of small: Int, among classes: [Class], in rounds: [AssessedRound], _ dimensions: Set<String>
    ) -> Int? {
        let others = classes.indices.filter { $0 != small }
        let declared = classes[small].units.lazy
            .compactMap { name in rounds.reversed().lazy.compactMap { $0.mergeTarget(of: name) }.first }
            .compactMap { target in others.first { classes[$0].units.contains(target) } }
            .first
        let short = relevant(classes[small], dimensions).filter { $0.value > 0 && $0.value < k }.keys
        let helpful = others.filter { other in short.contains { classes[other].counts[$0, default: 0] > 0 } }
        return declared ?? smallest(of: helpful, in: classes, dimensions)
    }

    // MARK: Dimensions

    /// Dimensions on which some unit has scores of fewer than k people: showing the others would give it away.
    private func thinDimensions(_ round: AssessedRound) -> Set<String> {
        var thin: Set<String> = []
        for unit in round.units {
            for score in unit.scores where score.bases.contains(where: { $0 > 0 && $0 < k }) { thin.insert(score.name) }
        }
        return thin
    }
}
