import Disclosure
import Scoring
import Statistics
import Surveys
import TestSupport
import Testing

@Suite struct SmallestGroup {
    @Test(arguments: [(nil, 10), (5, 10), (0, 10), (10, 10), (12, 12)] as [(Int?, Int)])
    func isTheSurveysButNeverBelowTen(declared: Int?, k: Int) {
        #expect(Disclosure(k: declared).k == k)
    }
}

@Suite struct ReleasedUnits {
    @Test func unitsOfTenOrMoreStandAlone() throws {
        let release = try release([2026: [Group("甲", 10), Group("乙", 25), Group("丙", 11)]])
        #expect(shown(release, 2026) == [["甲"], ["乙"], ["丙"]])
        #expect(release.merged.isEmpty && !release.hidesUnits && release.hiddenYears.isEmpty)
    }

    @Test func aSmallUnitJoinsTheOneThatTheRosterDeclares() throws {
        let groups = [Group("甲", 30), Group("乙", 12), Group("丙", 9)]
        #expect(shown(try release([2026: groups], merging: ["丙": "甲"]), 2026) == [["甲", "丙"], ["乙"]])
        #expect(shown(try release([2026: groups]), 2026) == [["甲"], ["乙", "丙"]])
    }

    @Test func aDeclarationOfAUnitThatIsLargeEnoughIsNotNeeded() throws {
        let groups = [Group("甲", 30), Group("乙", 12), Group("丙", 10)]
        #expect(shown(try release([2026: groups], merging: ["丙": "甲"]), 2026) == [["甲"], ["乙"], ["丙"]])
    }

    @Test func declarationsChainAndCyclesEnd() throws {
        let groups = [Group("甲", 3), Group("乙", 4), Group("丙", 5), Group("丁", 40), Group("戊", 50)]
        let chained = try release([2026: groups], merging: ["甲": "乙", "乙": "丙", "丙": "甲"])
        #expect(shown(chained, 2026) == [["甲", "乙", "丙"], ["丁"], ["戊"]])
    }

    @Test func smallUnitsJoinOneAnotherBeforeLargeOnes() throws {
        let release = try release([2026: [Group("甲", 6), Group("乙", 50), Group("丙", 5), Group("丁", 12)]])
        #expect(release.merged == [["甲", "丙"]])
        #expect(shown(release, 2026) == [["甲", "丙"], ["乙"], ["丁"]])
    }

    @Test func aSetStandsInTheOrderOfTheRosterWhateverTheOrderOfMerging() throws {
        let release = try release([2026: [Group("甲", 1), Group("乙", 3), Group("丙", 2), Group("丁", 4), Group("戊", 30)]])
        #expect(release.merged == [["甲", "乙", "丙", "丁"]])
    }

    @Test func unitsAreHiddenWhereOneOfTwoIsSmall() throws {
        let release = try release([2026: [Group("甲", 40), Group("乙", 3)]])
        #expect(release.hidesUnits)
        #expect(shown(release, 2026).isEmpty)
        #expect(!release.showsUnits("甲维", year: 2026))
        #expect(release.rounds[0].contrasts.isEmpty && release.rounds[0].agreement.isEmpty)
        // They are not there for anybody to read by mistake.
        #expect(release.rounds[0].units.isEmpty)
        // One with people and one without are the whole and nothing.
        #expect(try shown(DisclosureTests.release([2026: [Group("甲", 40), Group("乙", 0)]]), 2026).isEmpty)
    }

    @Test func anEmptyUnitHarmsNobodyAndHelpsNobody() throws {
        let release = try release([2026: [Group("甲", 4), Group("空", 0), Group("乙", 20), Group("丙", 30)]])
        #expect(shown(release, 2026) == [["甲", "乙"], ["丙"]])
    }

    @Test func peopleWhoNamedNoUnitAreAGroupLikeAnyOther() throws {
        #expect(
            shown(try release([2026: [Group("甲", 40), Group("乙", 20), Group("", 12)]]), 2026) == [["甲"], ["乙"], [""]])
        let few = try release([2026: [Group("甲", 40), Group("乙", 20), Group("", 2)]])
        #expect(few.merged == [["乙", ""]])
    }

    @Test func aSurveyWithoutUnitsHasNoneToShow() throws {
        let release = try release([2026: [Group("", 40)]])
        #expect(release.hidesUnits && release.rounds[0].units.isEmpty)
    }
}

@Suite struct ReleasedYears {
    /// What stood together in one year has no number of its own to be compared with.
    @Test func eachYearHasItsOwnCells() throws {
        let release = try release([
            2024: [Group("甲", 30), Group("乙", 15), Group("丙", 16)],
            2025: [Group("甲", 30), Group("乙", 4), Group("丙", 16)],
            2026: [Group("甲", 30), Group("乙", 15), Group("丙", 16)],
        ])
        #expect(shown(release, 2024) == [["甲"], ["乙"], ["丙"]] && shown(release, 2026) == shown(release, 2024))
        #expect(shown(release, 2025) == [["甲"], ["乙", "丙"]])
        #expect(release.rounds.map(\.predecessors) == [[[], [], []], [[0], [1, 2]], [[0], [], []]])
    }

    /// A unit has no row in a year that does not know it, and needs a partner with people in the year that is short.
    @Test func aUnitThatExistedInOneYearJoinsOneOfThatYear() throws {
        let release = try release([
            2025: [Group("甲", 30), Group("旧", 4), Group("乙", 40)],
            2026: [Group("新", 11), Group("甲", 30), Group("乙", 40)],
        ])
        #expect(shown(release, 2025) == [["甲", "旧"], ["乙"]])
        #expect(shown(release, 2026) == [["新"], ["甲"], ["乙"]])
    }

    @Test func aYearOfFewIsGoneAndNothingOfItIsLeft() throws {
        let release = try release([
            2024: [Group("甲", 40), Group("乙", 40)], 2025: [Group("甲", 5), Group("乙", 4)],
            2026: [Group("甲", 40), Group("乙", 40)],
        ])
        #expect(release.hiddenYears == [2025])
        #expect(release.rounds.map(\.year) == [2024, 2026])
        #expect(release.assessment.rounds.map(\.year) == [2024, 2026])
        #expect(Set(release.assessment.changes.map { [$0.from, $0.to] }) == [[2024, 2026]])
        // Its small units make nobody else's disappear.
        #expect(release.merged.isEmpty)
    }

    @Test func nobodyAtAllIsAReleaseOfNothing() throws {
        let release = try release([2026: []])
        #expect(release.hiddenYears == [2026] && release.rounds.isEmpty && release.hidesUnits)
        #expect(try DisclosureTests.release([:]).rounds.isEmpty)
    }
}

@Suite struct ReleasedDimensions {
    @Test func aDimensionThatFewOfAUnitAnsweredIsShownForTheWholeOnly() throws {
        let release = try release([
            2025: [Group("甲", 40), Group("乙", 20)], 2026: [Group("甲", 40), Group("乙", 20, second: 9)],
        ])
        #expect(release.showsUnits("甲维", year: 2026) && !release.showsUnits("乙维", year: 2026))
        #expect(release.showsUnits("乙维", year: 2025))
        #expect(Set(release.rounds[1].contrasts.map(\.dimension)) == ["甲维"])
        #expect(release.rounds[1].agreement.map(\.dimension) == ["甲维"])
        #expect(release.shows(n: release.rounds[1].whole.scores[1].estimate.n))
        // Nobody of a unit is no thin group.
        let none = try DisclosureTests.release([2026: [Group("甲", 40), Group("乙", 20, second: 0)]])
        #expect(none.showsUnits("乙维", year: 2026))
    }

    @Test func unitsAreMergedOnWhereThatShowsMore() throws {
        // Three units of two dimensions, against four of one.
        let release = try release([
            2026: [Group("甲", 40), Group("乙", 30), Group("丙", 20), Group("丁", 12, second: 8)]
        ])
        #expect(release.merged == [["丙", "丁"]])
        #expect(release.showsUnits("乙维", year: 2026))
    }

    @Test func unitsAreNotMergedOnWhereThatShowsLess() throws {
        let release = try release([2026: [Group("甲", 40), Group("乙", 12, second: 8)]])
        #expect(release.merged.isEmpty)
        #expect(release.showsUnits("甲维", year: 2026) && !release.showsUnits("乙维", year: 2026))
    }

    @Test func aChangeFromAMeanOfFewIsNotShown() throws {
        let release = try release([2025: [Group("甲", 40, second: 3)], 2026: [Group("甲", 40)]])
        #expect(release.assessment.changes.map(\.dimension.name.main) == ["甲维"])
        #expect(release.rounds[0].whole.score("乙维")?.isWithheld == true)
        #expect(release.rounds[0].whole.score("乙维")?.estimate.n == 0)
    }

    @Test func unitsCarryNoItemsAndGaps() throws {
        let release = try release([2026: [Group("甲", 40), Group("乙", 20)]])
        #expect(release.units(of: release.rounds[0]).allSatisfy { $0.items.isEmpty && $0.gaps.isEmpty })
        #expect(!release.rounds[0].whole.items.isEmpty && !release.rounds[0].whole.gaps.isEmpty)
    }
}

@Suite struct NoDifferencing {
    private static let names = ["甲", "乙", "丙", "丁", "戊", "己", ""]

    private func random(_ seed: UInt64) -> (years: [Int: [Group]], targets: [String: String], k: Int) {
        var chance = SplitMix64(seed: seed)
        var years: [Int: [Group]] = [:]
        for year in 2024..<2024 + Int.random(in: 1...3, using: &chance) {
            let units = Self.names.filter { _ in Int.random(in: 0..<5, using: &chance) > 0 }
            years[year] = units.map { unit in
                let responses =
                    [
                        0, Int.random(in: 1..<10, using: &chance), Int.random(in: 8..<14, using: &chance),
                        Int.random(in: 10..<60, using: &chance),
                    ]
                    .randomElement(using: &chance) ?? 0
                return Group(unit, responses, second: Int.random(in: 0...responses, using: &chance))
            }
        }
        var targets: [String: String] = [:]
        for unit in Self.names.dropLast() where Bool.random(using: &chance) {
            targets[unit] = Self.names.dropLast().randomElement(using: &chance)
        }
        return (years, targets, Bool.random(using: &chance) ? 10 : 13)
    }

    /// Whatever is added up and taken away from the whole rests on nobody or on k people, in every year: of the
    /// responses, and of the scores on every dimension that is shown by unit.
    @Test func everySumOfPublishedGroupsHasNobodyOrEnoughPeople() throws {
        var unitsShown = 0
        for seed in 0..<150 as Range<UInt64> {
            let (years, targets, k) = random(seed)
            let release = try release(years, k: k, merging: targets)
            for round in release.rounds {
                let units = release.units(of: round)
                unitsShown += units.count
                try #require(round.whole.responses >= k)
                try expectSafe(units.map(\.responses), of: round.whole.responses, k: k, seed)
                for (index, score) in round.whole.scores.enumerated()
                where release.showsUnits(score.name, year: round.year) {
                    try expectSafe(units.map { $0.scores[index].estimate.n }, of: score.estimate.n, k: k, seed)
                }
                // The years mean the same units by a name.
                try #require(Set(units.flatMap(\.units)).count == units.flatMap(\.units).count)
            }
            for change in release.assessment.changes { try #require(change.bases.allSatisfy { $0 >= k }) }
        }
        #expect(unitsShown > 200)
    }

    /// Every subset, and what the whole leaves of it.
    private func expectSafe(_ parts: [Int], of whole: Int, k: Int, _ seed: UInt64) throws {
        guard !parts.isEmpty else { return }
        try #require(parts.reduce(0, +) == whole, "seed \(seed)")
        for subset in 0..<(1 << parts.count) {
            let sum = parts.indices.reduce(0) { $0 + (subset >> $1 & 1 == 1 ? parts[$1] : 0) }
            for rest in [sum, whole - sum] {
                try #require(rest == 0 || rest >= k, "seed \(seed): \(parts) of \(whole)")
            }
        }
    }

    @Test func theSameRoundsGiveTheSameRelease() throws {
        for seed in 0..<30 as Range<UInt64> {
            let (years, targets, k) = random(seed)
            let first = try release(years, k: k, merging: targets)
            try #require(try release(years, k: k, merging: targets) == first)
        }
    }
}
