import Disclosure
import Scoring
import Statistics
import Surveys
import TestSupport
import Testing

@Suite struct NumbersMadeOfTheUnitsMeans {
    /// Enough answered the first item in both units, but few of the second unit the other.
    private let thin = [
        2025: [Group("甲处", 30), Group("乙处", 30)], 2026: [Group("甲处", 30), Group("乙处", 30, second: 4)],
    ]

    @Test func areNotThereWhereTheMeansMayNotBeShown() throws {
        let release = try release(thin)
        let now = try #require(release.rounds.last)
        #expect(!release.showsUnits("乙维", year: 2026) && release.showsUnits("甲维", year: 2026))
        #expect(now.weighted.map(\.name) == ["甲维"])
        #expect(now.variation.map(\.name) == ["甲维"])
        let changes = release.assessment.changes
        #expect(try #require(changes.first { $0.name == "甲维" }).decomposition != nil)
        #expect(try #require(changes.first { $0.name == "乙维" }).decomposition == nil)
    }

    @Test func areNotThereWhereNoUnitIsShown() throws {
        let release = try release([2026: [Group("甲处", 30), Group("乙处", 4)]])
        #expect(release.hidesUnits)
        #expect(release.rounds.allSatisfy { $0.weighted.isEmpty && $0.variation.isEmpty })
    }

    @Test func areThereForUnitsThatAreLargeEnough() throws {
        let release = try release([
            2025: [Group("甲处", 30), Group("乙处", 20)], 2026: [Group("甲处", 20), Group("乙处", 30)],
        ])
        let now = try #require(release.rounds.last)
        #expect(now.weighted.map(\.name) == ["甲维", "乙维"])
        for change in release.assessment.changes {
            let parts = try #require(change.decomposition)
            let (within, composition) = (try #require(parts.within), try #require(parts.composition))
            #expect(abs(within + composition - (try #require(change.test.difference.value))) < 1e-9)
        }
    }
}

@Suite struct TheFlagged {
    /// Twelve rated items in four dimensions.
    ///
    /// - Parameter isTold: as many came again after a first report.
    private func round(careless: Int, others: Int, skippingLast: Int = 0, isTold: Bool = false) throws -> Release {
        let codes = ["A", "B", "C", "D"]
        let blocks = codes.map { code in
            "\(code). 块 | Block [量表题 五级]\n" + (1...3).map { "- \(code)\($0) = 题 | Item" }.joined(separator: "\n")
        }.joined(separator: "\n\n")
        let dimensions = codes.map { "维度：维\($0) | \($0)\n取题：\($0)" }.joined(separator: "\n\n")
        let survey = try Survey.sample("## 题目\n\n\(blocks)\n\n\(dimensions)")
        let plan = SurveyPlan(survey)
        var chance = SplitMix64(seed: 7)
        let columns = (0..<12).map { item in
            (0..<(careless + others)).map { person -> Int32 in
                if item >= 9, person < skippingLast { return ResponseTable.missing }
                return person < careless ? 4 : Int32.random(in: 1...5, using: &chance)
            }
        }
        let table = ResponseTable(
            columns: columns, groups: Array(repeating: 0, count: careless + others), groupCount: 1)
        let counted = GroupedTally(groups: [""], counting: table, by: plan.tally)
        let told = LedgerTable(smallestGroup: 10, cells: [[""]], batches: 1)
        var cohorts = [Round.Cohort(batch: isTold ? 1 : nil, counted: counted)]
        if isTold { cohorts.append(.init(batch: nil, counted: counted)) }
        let round = Round(
            year: 2026, plan: plan, roster: nil, cohorts: cohorts,
            intake: Intake(fingerprint: "", rows: careless + others))
        let history = SurveyHistory([.init(year: 2026, survey: survey)])
        return try Disclosure(k: nil, ledger: Ledger(isTold ? [2026: told] : [:])).release([round], history: history)
    }

    @Test(arguments: [(0, false), (3, false), (9, false), (10, true), (25, true)])
    func areTakenOutOnlyWhereTheDifferenceIsOfEnoughPeople(careless: Int, isShown: Bool) throws {
        let found = try #require(try round(careless: careless, others: 120).rounds[0].careless)
        #expect(found.flagged == careless)
        #expect((found.attentive != nil) == isShown)
        if isShown { #expect(try #require(found.attentive).responses == 120) }
    }

    @Test func areNotTakenOutWhereFewWouldBeLeft() throws {
        let found = try #require(try round(careless: 30, others: 9).rounds[0].careless)
        #expect(found.attentive == nil)
    }

    /// Who is flagged depends on everybody's answers, those who came later among them.
    @Test func areToldByTheFirstReportOnly() throws {
        #expect(try round(careless: 20, others: 120).rounds[0].careless != nil)
        let later = try #require(try round(careless: 20, others: 120, isTold: true).rounds.first)
        #expect(later.careless == nil && later.whole.responses == 280)
    }

    /// Of the twelve flagged nine have no score on the last dimension: there the difference is of three.
    @Test func areLeftInADimensionWhereTheDifferenceIsOfFew() throws {
        let release = try round(careless: 12, others: 120, skippingLast: 9)
        let rest = try #require(release.rounds[0].careless?.attentive)
        #expect(rest.scores.keys.sorted() == ["维A", "维B", "维C"])
        #expect(rest.scores.values.allSatisfy { $0.n == 120 })
    }
}
