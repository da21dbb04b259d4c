package import Scoring
import Statistics
import Surveys

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

    /// Forms the groups that may be told apart, from counts alone: nothing is scored before it is known of whom.
    ///
    /// - Throws: `DisclosureError` where what came since an earlier report is too little to be told.
    package func groups(of series: RoundSeries) throws(DisclosureError) -> Groups {
        let ledger = ledger.renamed(by: series.succession)
        var hiddenYears: Set<Int> = []
        for round in series.rounds {
            let responses = round.counted.tallies.map(\.responses)
            let whole = responses.reduce(0, +)
            let byUnit =
                round.namesUnits
                ? Dictionary(zip(round.counted.groups, responses), uniquingKeysWith: +)
                : [round.counted.groups.first ?? "": whole]
            try ledger.checkGrowth(of: round.year, to: byUnit, k: k)
            if whole < k { hiddenYears.insert(round.year) }
        }
        let counts = GroupCounts(series.rounds.filter { !hiddenYears.contains($0.year) })
        let classes = certified(classes(of: counts), counts, beside: ledger)
        return Groups(
            k: k, joined: classes.filter { $0.units.count > 1 }.map(\.ordered), hidesUnits: hides(classes, counts),
            hiddenYears: hiddenYears)
    }

    // MARK: Classes

    private typealias Class = GroupCounts.Class

    /// Merged until each class has enough responses, and further where that shows more.
    ///
    /// A dimension that too few of some class answered is shown for no unit at all. Merging on brings it back, at the
    /// price of a class; it is done while it gains cells (classes × dimensions) to show, and only for dimensions that
    /// everybody was asked: questions put to some people must not blur the units of all.
    private func classes(of counts: GroupCounts) -> [Class] {
        let bases = counts.bases()
        func isServed(_ dimension: String, by classes: [Class]) -> Bool {
            let bases = counts.bases(serving: [dimension])
            return !classes.contains { isSmall($0, bases) }
        }
        func cells(_ classes: [Class]) -> Int {
            hides(classes, counts)
                ? 0 : classes.count { size($0, bases) > 0 } * counts.dimensions.count { isServed($0, by: classes) }
        }
        var served: Set<String> = []
        var best = merged(counts, serving: served)
        for dimension in counts.dimensions.prefix(Self.mostServed)
        where !hides(best, counts) && !isServed(dimension, by: best) {
            let wider = merged(counts, serving: served.union([dimension]))
            guard cells(wider) > cells(best) else { continue }
            served.insert(dimension)
            best = wider
        }
        return best
    }

    /// Each dimension tried costs another merging.
    private static let mostServed = 40

    private func merged(_ counts: GroupCounts, serving dimensions: Set<String>) -> [Class] {
        let bases = counts.bases(serving: dimensions)
        var classes = counts.units
        while let small = smallest(of: classes.indices.filter { isSmall(classes[$0], bases) }, in: classes, bases),
            let partner = partner(of: small, among: classes, counts, bases)
        {
            join(small, partner, in: &classes)
        }
        return classes
    }

    /// Merged on until no difference between these classes and those of earlier reports tells of fewer than k people.
    ///
    /// The class on the lesser side of the cut is joined to one on the other: joining never makes a cut smaller, so this
    /// ends, at the latest with one class, which is the whole.
    private func certified(_ classes: [Class], _ counts: GroupCounts, beside ledger: Ledger) -> [Class] {
        var classes = classes
        for (year, responses) in counts.responseBases.sorted(by: { $0.key < $1.key }) {
            guard let blocks = ledger.blocks(of: year) else { continue }
            while classes.count > 1, let cut = cut(classes, counts.units, blocks, responses), cut.weight < k {
                let people = classes.indices.filter { classes[$0].counts[responses] > 0 }
                let inside = people.filter(cut.side.contains), outside = people.filter { !cut.side.contains($0) }
                let bases = counts.bases()
                guard let first = smallest(of: inside, in: classes, bases),
                    let second = smallest(of: outside, in: classes, bases)
                else {
                    // One earlier group alone is too small: only the whole, which it is a part of, is told.
                    return [classes.dropFirst().reduce(classes[0]) { $0.joined($1) }]
                }
                join(first, second, in: &classes)
            }
        }
        return classes
    }

    private func cut(_ classes: [Class], _ units: [Class], _ blocks: [String: Int], _ responses: Int) -> MinimumCut? {
        let places = Dictionary(classes.enumerated().flatMap { place, joined in joined.units.map { ($0, place) } }) {
            first, _ in first
        }
        return MinimumCut(
            of: units.map { unit in
                MinimumCut.Edge(
                    left: places[unit.units[0]] ?? -1,
                    // A unit that no report has shown yet was never told apart from any other such unit.
                    right: blocks[unit.units[0]] ?? -1, people: unit.counts[responses])
            })
    }

    private func join(_ one: Int, _ other: Int, in classes: inout [Class]) {
        let (first, second) = (min(one, other), max(one, other))
        classes[first] = classes[first].joined(classes[second])
        classes.remove(at: second)
    }

    /// Somebody answered, but fewer than k, on one of these bases.
    private func isSmall(_ group: Class, _ bases: [Int]) -> Bool {
        bases.contains { group.counts[$0] > 0 && group.counts[$0] < k }
    }

    /// The fewest people that it has on one of these bases, where it has any.
    private func size(_ group: Class, _ bases: [Int]) -> Int {
        var least = 0
        for base in bases where group.counts[base] > 0 && (least == 0 || group.counts[base] < least) {
            least = group.counts[base]
        }
        return least
    }

    /// One class with people is the same as the whole, and a class that is still too small has found no partner.
    private func hides(_ classes: [Class], _ counts: GroupCounts) -> Bool {
        let bases = counts.bases()
        return classes.count { size($0, bases) > 0 } < 2 || classes.contains { isSmall($0, bases) }
    }

    /// The first of the smallest, so that the same rounds are always merged the same way.
    private func smallest(of indices: [Int], in classes: [Class], _ bases: [Int]) -> Int? {
        var (best, least) = (Int?.none, Int.max)
        for index in indices {
            let size = size(classes[index], bases)
            if size < least { (best, least) = (index, size) }
        }
        return best
    }

    /// The unit that the roster declares, or else the smallest other class with people where this one is short of them.
    private func partner(
        of small: Int, among classes: [Class], _ counts: GroupCounts, _ bases: [Int]
    ) -> Int? {
        let others = classes.indices.filter { $0 != small }
        for unit in classes[small].units {
            guard let target = counts.declaredPartners[unit] else { continue }
            if let declared = others.first(where: { classes[$0].units.contains(target) }) { return declared }
        }
        let short = bases.filter { classes[small].counts[$0] > 0 && classes[small].counts[$0] < k }
        let helpful = others.filter { other in short.contains { classes[other].counts[$0] > 0 } }
        return smallest(of: helpful, in: classes, bases)
    }
}
