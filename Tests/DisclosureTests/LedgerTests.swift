import Scoring
import Surveys
import TestSupport
import Testing

@testable import Disclosure

@Suite struct MinimumCuts {
    /// Every way to divide the nodes of each component.
    private func bruteForce(_ edges: [MinimumCut.Edge]) -> Int? {
        let edges = edges.filter { $0.people > 0 }
        let lefts = Set(edges.map(\.left)).sorted(), rights = Set(edges.map(\.right)).sorted()
        let count = lefts.count + rights.count
        var best: Int?
        for mask in 1..<max(1, (1 << count) - 1) {
            func inside(_ edge: MinimumCut.Edge) -> (Bool, Bool) {
                let left = lefts.firstIndex(of: edge.left) ?? 0
                let right = lefts.count + (rights.firstIndex(of: edge.right) ?? 0)
                return (mask >> left & 1 == 1, mask >> right & 1 == 1)
            }
            let cut = edges.filter { inside($0).0 != inside($0).1 }.reduce(0) { $0 + $1.people }
            // A side that is a union of whole components cuts nobody off.
            if cut > 0 { best = min(best ?? cut, cut) }
        }
        return best
    }

    @Test(arguments: 0..<400)
    func agreeWithTryingEveryDivision(seed: UInt64) {
        var chance = SplitMix64(seed: seed)
        let (lefts, rights) = (Int.random(in: 1...4, using: &chance), Int.random(in: 1...4, using: &chance))
        let edges = (0..<Int.random(in: 1...9, using: &chance)).map { _ in
            MinimumCut.Edge(
                left: Int.random(in: 0..<lefts, using: &chance), right: Int.random(in: 0..<rights, using: &chance),
                people: Int.random(in: 0...12, using: &chance))
        }
        let cut = MinimumCut(of: edges)
        #expect(cut?.weight == bruteForce(edges))
        #expect(cut == MinimumCut(of: edges))
    }
}

@Suite struct ReleasesBesideEarlierOnes {
    private func entry(_ classes: [([String], Int)], year: Int = 2026) -> Ledger.Entry {
        Ledger.Entry(
            year: year, responses: classes.reduce(0) { $0 + $1.1 },
            classes: classes.map { Ledger.Class(units: $0.0, responses: $0.1) })
    }

    private func release(_ years: [Int: [Group]], _ ledger: [Ledger.Entry]) throws -> Release {
        try DisclosureTests.release(years, ledger: Ledger(ledger))
    }

    private let groups = [Group("甲", 30), Group("乙", 14), Group("丙", 12), Group("丁", 25)]

    @Test func theSameAgainIsShownAgain() throws {
        let first = try release([2026: groups], [])
        #expect(try release([2026: groups], first.entries) == first)
        #expect(first.entries.map(\.responses) == [81] && first.entries[0].classes.count == 4)
    }

    /// 丙 and 丁 were one group; shown apart they are two sums of 12 and 25, and nothing smaller comes of it.
    @Test func aFinerOneIsShownWhereEveryDifferenceIsLarge() throws {
        let earlier = entry([(["甲"], 30), (["乙"], 14), (["丙", "丁"], 37)])
        #expect(try shown(release([2026: groups], [earlier]), 2026) == [["甲"], ["乙"], ["丙"], ["丁"]])
    }

    /// 乙 alone is 14; 乙 with 戊 (3) was shown. Their difference is 戊.
    @Test func classesAreJoinedWhereADifferenceIsSmall() throws {
        let people = [Group("甲", 30), Group("乙", 14), Group("丙", 12), Group("丁", 25), Group("戊", 3)]
        let plain = try release([2026: people], [])
        #expect(shown(plain, 2026) == [["甲"], ["乙"], ["丙", "戊"], ["丁"]])
        let earlier = entry([(["甲"], 30), (["乙", "戊"], 17), (["丙"], 12), (["丁"], 25)])
        let careful = try release([2026: people], [earlier])
        #expect(shown(careful, 2026) == [["甲"], ["乙", "丙", "戊"], ["丁"]])
        // What the joined classes publish is in the span of what was published before.
        #expect(try release([2026: people], [earlier] + careful.entries) == careful)
    }

    @Test(arguments: [(1, false), (9, false), (10, true), (0, true)])
    func aRoundThatGrewByAFewIsNotToldAgain(newcomers: Int, isShown: Bool) throws {
        let first = try release([2026: groups], [])
        let later = [Group("甲", 30 + newcomers), Group("乙", 14), Group("丙", 12), Group("丁", 25)]
        if isShown {
            #expect(throws: Never.self) { try release([2026: later], first.entries) }
        } else {
            #expect(throws: DisclosureError.fewCameSince(year: 2026, k: 10)) {
                try release([2026: later], first.entries)
            }
        }
    }

    /// Twelve in all, but five in one group and seven in another.
    @Test func growthIsLookedAtGroupByGroup() throws {
        let first = try release([2026: groups], [])
        let later = [Group("甲", 35), Group("乙", 21), Group("丙", 12), Group("丁", 25)]
        #expect(throws: DisclosureError.self) { try release([2026: later], first.entries) }
    }

    @Test func otherYearsOfTheLedgerPlayNoPart() throws {
        let earlier = entry([(["甲", "乙"], 10), (["丙"], 3)], year: 2025)
        #expect(try release([2026: groups], [earlier]) == release([2026: groups], []))
    }

    /// 200 random organisations: whatever was published before, no combination of what both reports show is about 1 to
    /// 9 people.
    @Test(arguments: 0..<200)
    func noDifferenceTellsOfFew(seed: UInt64) throws {
        var chance = SplitMix64(seed: seed)
        let units = (0..<Int.random(in: 3...7, using: &chance)).map {
            Group("处\($0)", Int.random(in: 1...30, using: &chance))
        }
        // Published before: another grouping that was safe by itself.
        var earlier: [([String], Int)] = []
        for unit in units.shuffled(using: &chance) {
            if let last = earlier.last, last.1 < 10 {
                earlier[earlier.count - 1] = (last.0 + [unit.unit], last.1 + unit.responses)
            } else {
                earlier.append(([unit.unit], unit.responses))
            }
        }
        if let last = earlier.last, last.1 < 10, earlier.count > 1 {
            earlier.removeLast()
            earlier[earlier.count - 1] = (earlier[earlier.count - 1].0 + last.0, earlier[earlier.count - 1].1 + last.1)
        }
        guard earlier.allSatisfy({ $0.1 >= 10 }) else { return }
        let released = try release([2026: units], [entry(earlier)])
        let groups = released.entries.flatMap(\.classes).map { Set($0.units) } + earlier.map { Set($0.0) }
        // Coefficients −1, 0, 1 reach every cut of two partitions.
        guard groups.count <= 8 else { return }
        var coefficients = Array(repeating: -1, count: groups.count)
        while true {
            let people = units.filter { unit in
                zip(coefficients, groups).reduce(0) { $0 + ($1.1.contains(unit.unit) ? $1.0 : 0) } != 0
            }.reduce(0) { $0 + $1.responses }
            #expect(people == 0 || people >= 10)
            guard let place = coefficients.firstIndex(where: { $0 < 1 }) else { break }
            for index in 0..<place { coefficients[index] = -1 }
            coefficients[place] += 1
        }
    }
}
