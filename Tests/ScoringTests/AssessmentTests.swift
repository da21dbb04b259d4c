import Scoring
import Statistics
import Surveys
import TestSupport
import Testing

private func survey() throws -> Survey {
    try Survey.sample(
        """
        ## 题目

        CS. 处室 | Unit [下拉 处室]

        XF. 自评 | Self [量表题 五级含不适用]
        - XF1 = 甲 | One
        - XF2 = 乙 | Two [反向]
        - XF3 = 丙 | Three

        NL. 能力 | Competence [能力对 五级]
        - NL1 = 丁 | Four
        - NL2 = 戊 | Five

        维度：自评 | Self
        取题：XF1×2、XF2、XF3
        换算：折百
        - ≥ 60 = 好 | Good
        - 其余 = 差 | Poor

        维度：差距 | Gap
        取题：NL
        计法：要求-现有

        维度：总分 | Total
        合成：自评 40%、差距 60%
        """)
}

private let units = ["甲处", "乙处", "丙处"]
private let roster = Roster(units: [
    .init(name: "甲处", headcount: 70), .init(name: "乙处", headcount: 70), .init(name: "丙处", headcount: 200),
    .init(name: "空处", headcount: 5),
])

private func rows(_ count: Int, seed: UInt64) -> [[String: String]] {
    var chance = SplitMix64(seed: seed)
    return (0..<count).map { _ in
        var row = ["CS": (units + [""]).randomElement(using: &chance) ?? ""]
        for name in ["XF1", "XF2", "XF3"] {
            row[name] = ["1", "2", "3", "4", "5", "NA", ""].randomElement(using: &chance)
        }
        for name in ["NL1_cur", "NL1_req", "NL2_cur", "NL2_req"] {
            row[name] = ["1", "2", "3", "4", "5", ""].randomElement(using: &chance)
        }
        return row
    }
}

/// What people gave to the items of a scale.
private struct Answers {
    let weights: [Double]
    /// By person and item.
    let people: [[Double?]]

    private var given: [(person: Int, item: Int, answer: Double)] {
        people.enumerated().flatMap { person, answers in
            answers.enumerated().compactMap { item, answer in answer.map { (person, item, $0) } }
        }
    }
    /// How many gave something.
    var n: Int { Set(given.map(\.person)).count }
    var weight: Double { given.reduce(0) { $0 + weights[$1.item] } }
    var mean: Double { given.reduce(0) { $0 + weights[$1.item] * $1.answer } / weight }

    /// Of each person Σw·(x − m)/Σw, m the mean of the item and Σw over everybody.
    var deviations: [Double] {
        let means = weights.indices.map { item in Naive(people.compactMap { $0[item] }).mean }
        var sums = people.map { _ in 0.0 }
        for (person, item, answer) in given { sums[person] += weights[item] * (answer - means[item]) / weight }
        return sums
    }
}

/// n, mean and variance of a mean that is made of several people's answers.
private struct Expected {
    let n: Int
    let mean: Double
    var variance: Double

    init(n: Int, mean: Double, deviations: [Double]) {
        (self.n, self.mean) = (n, mean)
        variance = Double(n * n) / Double(n - 1) * deviations.reduce(0) { $0 + $1 * $1 }
    }
}

/// The answers to the three items, to the gaps and to the shortfalls, computed from the cells.
private func answers(_ rows: [[String: String]]) -> (own: Answers, gap: Answers, shortfall: Answers) {
    let own = rows.map { row in
        ["XF1", "XF2", "XF3"].map { name in Double(row[name] ?? "").map { name == "XF2" ? 6 - $0 : $0 } }
    }
    let gaps = rows.map { row in
        ["NL1", "NL2"].map { code in
            Double(row[code + "_cur"] ?? "").flatMap { now in Double(row[code + "_req"] ?? "").map { $0 - now } }
        }
    }
    return (
        Answers(weights: [2, 1, 1], people: own), Answers(weights: [1, 1], people: gaps),
        Answers(weights: [1, 1], people: gaps.map { $0.map { $0.map { max(0, $0) } } })
    )
}

/// The three scores of a group.
private func scores(_ rows: [[String: String]]) -> [Expected] {
    let (own, gap, shortfall) = answers(rows)
    let total = zip(own.deviations, shortfall.deviations).map { 0.4 * 20 * $0 - 0.6 * 25 * $1 }
    return [
        Expected(n: own.n, mean: 20 * own.mean, deviations: own.deviations.map { 20 * $0 }),
        Expected(n: gap.n, mean: gap.mean, deviations: gap.deviations),
        Expected(
            n: min(own.n, gap.n), mean: 0.4 * 20 * own.mean + 0.6 * (100 - 25 * shortfall.mean), deviations: total),
    ]
}

private func expectMean(
    _ estimate: Estimate, _ expected: Expected, of people: Int, headcount: Int?,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(estimate.n == expected.n && estimate.missing == people - expected.n, sourceLocation: sourceLocation)
    #expect(isClose(estimate.value, expected.mean), sourceLocation: sourceLocation)
    let open = headcount.map { 1 - 0.4 * Double(expected.n) / Double($0) } ?? 1
    let half =
        StudentT(df: Double(expected.n - 1)).critical(level: 0.95)
        * (open * expected.variance / Double(expected.n)).squareRoot()
    #expect(isClose(estimate.upper, expected.mean + half), sourceLocation: sourceLocation)
    #expect(isClose(estimate.lower, expected.mean - half), sourceLocation: sourceLocation)
}

@Suite struct NumbersOfAnAssessment {
    @Test func areMadeOfAllAnswersAndNotOfPersons() throws {
        let rows = rows(200, seed: 1)
        let round = try assessed(survey(), rows, roster: roster)
        for (score, expected) in zip(round.whole.scores, scores(rows)) {
            expectMean(score.estimate, expected, of: 200, headcount: 345)
        }
        #expect(round.whole.scores.count == 3)
        #expect(round.whole.scores[0].band?.main == (round.whole.scores[0].estimate.value ?? 0 >= 60 ? "好" : "差"))
        #expect(round.whole.headcount == 345)
    }

    /// Its interval is that of the spread within all units: how the answers of one unit spread is never told.
    @Test func ofAUnitHaveTheSpreadWithinAllUnits() throws {
        let rows = rows(200, seed: 1)
        let round = try assessed(survey(), rows, roster: roster)
        #expect(round.units.map(\.units) == [["甲处"], ["乙处"], ["丙处"], ["空处"], [""]])
        let members = round.units.map { unit in rows.filter { $0["CS"] == unit.units[0] } }
        let whole = scores(rows)
        for place in 0..<2 {
            let cells = members.filter { !$0.isEmpty }.map { scores($0)[place] }
            let between = cells.reduce(0) { sum, cell in
                sum + Double(cell.n) * (cell.mean - whole[place].mean) * (cell.mean - whole[place].mean)
            }
            let within = (whole[place].variance * Double(whole[place].n - 1) - between) / Double(whole[place].n - 4)
            for (unit, people) in zip(round.units, members) where !people.isEmpty {
                var expected = scores(people)[place]
                expected.variance = within
                expectMean(unit.scores[place].estimate, expected, of: people.count, headcount: unit.headcount)
                #expect(unit.scores[place].standardDeviation == nil && unit.scores[place].reliability == nil)
            }
        }
        for (unit, people) in zip(round.units, members) where !people.isEmpty {
            #expect(isClose(unit.scores[2].estimate.value, scores(people)[2].mean))
        }
        #expect(round.units.map(\.headcount) == [70, 70, 200, 5, nil])
        #expect(round.units[0].responseRate == Double(round.units[0].responses) / 70)
        #expect(round.units[3].responseRate == 0 && round.units[3].scores.allSatisfy { $0.estimate.value == nil })
    }

    /// Of the mean over persons who give all items, from the variances and covariances of those who gave both of two.
    @Test func haveADeviationOfPairs() throws {
        let rows = rows(200, seed: 1)
        let own = answers(rows).own
        let means = (0..<3).map { item in Naive(own.people.compactMap { $0[item] }).mean }
        var sum = 0.0
        for (one, other) in (0..<3).flatMap({ one in (0..<3).map { (one, $0) } }) {
            let products = own.people.compactMap { person in
                person[one].flatMap { x in person[other].map { (x - means[one]) * ($0 - means[other]) } }
            }
            sum += own.weights[one] * own.weights[other] * products.reduce(0, +) / Double(products.count - 1)
        }
        let found = try assessed(survey(), rows).whole.scores
        #expect(isClose(found[0].standardDeviation, 20 * sum.squareRoot() / 4))
        #expect(found[2].standardDeviation == nil)
    }

    /// Against those on the roster: people who named no unit are among them, so the whole counts them and no unit does.
    @Test func theCorrectionForAFinitePopulationGoesByTheHeadcountOfTheGroup() throws {
        let few = [["CS": "甲处", "XF1": "1", "XF2": "", "XF3": "3"], ["CS": "甲处", "XF1": "5", "XF2": "", "XF3": "4"]]
        let all = few + [["CS": "", "XF1": "4", "XF2": "", "XF3": "4"]]
        let small = Roster(units: [.init(name: "甲处", headcount: 2), .init(name: "乙处", headcount: 2)])
        let round = try assessed(survey(), all, roster: small)
        #expect(round.whole.scores[0].estimate.method.hasSuffix(".fpc40"))
        // All of the unit answered, and their mood of the day is still unknown.
        let unit = round.units[0].scores[0].estimate
        #expect(unit.method == "mean.wilson.fpc40")
        let (lower, upper) = (try #require(unit.lower), try #require(unit.upper))
        #expect(20 <= lower && lower < unit.value ?? 0 && unit.value ?? 0 < upper && upper <= 100)
        #expect(round.units[2].scores[0].estimate.undefined == .oneAnswer)
        #expect(round.units[2].headcount == nil)
    }

    /// Nobody counted those whom a condition let through, so the roster's headcount is not theirs.
    @Test func whoWasAskedUnderAConditionIsNotOnTheRoster() throws {
        let survey = try Survey.sample(
            """
            ## 题目

            A. 参加过吗 | Took part? [评分 0~4]

            B. 有用吗 | Useful? [评分 0~4]
            显示：A > 0

            NL. 能力 | Competence [能力对 五级]
            显示：A > 0
            - NL1 = 丁 | Four

            维度：参加 | Part
            取题：A

            维度：收获 | Use
            取题：B

            维度：合计 | Total
            合成：参加 50%、收获 50%
            """)
        let rows = [(1, 2), (3, 1), (2, 4), (4, 2)].map {
            ["A": "\($0.0)", "B": "\($0.1)", "NL1_cur": "\($0.0)", "NL1_req": "\($0.1 + 1)"]
        }
        let whole = try assessed(survey, rows, roster: Roster(units: [.init(name: "甲处", headcount: 4)])).whole
        #expect(whole.scores.map { $0.estimate.method.hasSuffix(".fpc40") } == [true, false, false])
        #expect(whole.scores.map { $0.favourable?.method } == ["share.wilson.fpc25", "share.wilson", nil])
        #expect(whole.items.map { $0.mean.method.hasSuffix(".fpc25") } == [true, false])
        #expect(whole.items.map(\.favourable.method) == ["proportion.wilson.fpc25", "proportion.wilson"])
        #expect(whole.gaps.map { $0.test.gap.method.contains("fpc") } == [false])
    }

    /// Thirteen of thirteen: a gap of more than one level is tested, and every interval has a width.
    @Test func aFullReturnIsJudged() throws {
        let rows = (0..<13).map { person in
            ["CS": "甲处", "XF1": "\(3 + person % 3)", "XF2": "\(1 + person % 2)", "XF3": "4"].merging([
                "NL1_cur": "\(1 + person % 3)", "NL1_req": "\(person == 0 ? 2 : 4 - person % 2)",
                "NL2_cur": "3", "NL2_req": "3",
            ]) { $1 }
        }
        let round = try assessed(survey(), rows, roster: Roster(units: [.init(name: "甲处", headcount: 13)]))
        let gap = round.whole.gaps[0]
        #expect(gap.test.gap.n == 13 && (gap.test.gap.value ?? 0) > 1)
        #expect(gap.test.gap.method == "gap.t.fpc40" && gap.isClear == true)
        let naive = Naive(rows.map { Double($0["NL1_req"] ?? "")! - Double($0["NL1_cur"] ?? "")! })
        let half = StudentT(df: 12).critical(level: 0.95) * naive.deviation * (0.6 / 13).squareRoot()
        #expect(isClose(gap.test.gap.lower, naive.mean - half))
        // The second does not vary: it has no test, and so no verdict.
        #expect(round.whole.gaps[1].isClear == nil)
        let intervals = (round.whole.scores + round.units[0].scores).compactMap(\.estimate.interval)
        #expect(intervals.count == 6 && intervals.allSatisfy { $0.lower < $0.upper })
    }

    @Test func itemsAreSharesOfThoseWhoScored() throws {
        let rows = ["5", "4", "3", "1", "NA", "", ""].map { ["XF1": $0, "XF2": $0] }
        let items = try assessed(survey(), rows).whole.items
        #expect(items.map(\.variable.name) == ["XF1", "XF2", "XF3"])
        #expect(items[0].favourable.value == 0.5)
        #expect(items[1].favourable.value == 0.25)
        #expect(items[0].favourable.n == 4)
        #expect(isClose(items[0].missingShare, 2.0 / 7))
        // Nobody was asked the third.
        #expect(items[2].favourable.value == nil)
        #expect(items[2].missingShare == nil)
    }

    @Test(arguments: ["反映", "形成"])
    func onlyReflectiveMeansOfSeveralItemsHaveAReliability(model: String) throws {
        let survey = try Survey.sample(
            """
            ## 题目

            XF. 自评 | Self [量表题 五级]
            - XF1 = 甲 | One
            - XF2 = 乙 | Two [反向]

            维度：两题 | Two
            取题：XF
            性质：\(model)

            维度：一题 | One
            取题：XF1
            性质：\(model)
            """)
        let rows = [
            ("1", "5"), ("2", "4"), ("4", "3"), ("5", "1"), ("3", ""), ("2", "2"), ("4", "4"), ("1", "1"),
        ].map { ["XF1": $0, "XF2": $1] }
        let scores = try assessed(survey, rows).whole.scores
        #expect((scores[0].reliability != nil) == (model == "反映"))
        #expect(scores[1].reliability == nil)
        guard let alpha = scores[0].reliability?.alpha else { return }
        // Keyed, the second is 1, 2, 3, 5, –, 4, 2, 5; the covariance is of the seven who gave both.
        #expect(alpha.n == 7)
        let first = Naive([1, 2, 4, 5, 3, 2, 4, 1])
        let second = Naive([1, 2, 3, 5, 4, 2, 5])
        let products = zip([1, 2, 4, 5, 2, 4, 1], [1, 2, 3, 5, 4, 2, 5]).map { ($0 - first.mean) * ($1 - second.mean) }
        let items = first.deviation * first.deviation + second.deviation * second.deviation
        #expect(isClose(alpha.value, 2 * (1 - items / (items + 2 * products.reduce(0, +) / 6))))
    }
}

@Suite struct OddRounds {
    @Test func nobodyAnswered() throws {
        let round = try assessed(survey(), [], roster: roster)
        #expect(round.whole.responses == 0)
        #expect(round.whole.responseRate == 0)
        #expect(round.units.isEmpty)
        for score in round.whole.scores {
            #expect(score.estimate.undefined == .noAnswers)
            #expect(score.band == nil)
        }
        #expect(round.whole.gaps.allSatisfy { $0.test.gap.undefined == .noAnswers && $0.quadrant == nil })
        #expect(round.whole.items.allSatisfy { $0.favourable.undefined == .noAnswers && $0.missingShare == nil })
        #expect(round.contrasts.isEmpty)
    }

    @Test func onePersonHasAValueWithoutAnInterval() throws {
        let row = [
            "CS": "甲处", "XF1": "4", "XF2": "2", "XF3": "4", "NL1_cur": "1", "NL1_req": "2", "NL2_cur": "",
            "NL2_req": "",
        ]
        let round = try assessed(survey(), [row])
        for score in round.whole.scores {
            #expect(score.estimate.value != nil && score.estimate.lower == nil)
            #expect(score.estimate.undefined == .oneAnswer)
            #expect(score.standardDeviation == nil)
        }
        #expect(round.whole.gaps.map(\.test.gap.undefined) == [.oneAnswer, .noAnswers])
        #expect(round.whole.scores[0].reliability?.alpha.undefined == .tooFewTogether)
    }

    @Test func everybodySkippedEverything() throws {
        let blank = Dictionary(uniqueKeysWithValues: try survey().variables.map { ($0.name, "") })
        let round = try assessed(survey(), [blank, blank, blank])
        #expect(round.whole.responses == 3)
        #expect(round.units.isEmpty)
        #expect(round.whole.scores.allSatisfy { $0.estimate.undefined == .noAnswers && $0.estimate.missing == 3 })
        #expect(round.whole.items.allSatisfy { $0.missingShare == 1 })
    }

    @Test func everybodySaysTheSame() throws {
        let row = [
            "CS": "甲处", "XF1": "4", "XF2": "2", "XF3": "4", "NL1_cur": "2", "NL1_req": "4", "NL2_cur": "4",
            "NL2_req": "2",
        ]
        let round = try assessed(
            survey(),
            [row, row, row].enumerated().map { index, row in
                row.merging(["CS": index == 0 ? "乙处" : "甲处"]) { $1 }
            })
        #expect(round.whole.scores.map(\.estimate.undefined) == [.constant, .constant, .constant])
        #expect(round.whole.gaps.map(\.test.p) == [nil, nil])
        #expect(round.whole.gaps.map(\.adjustedP) == [nil, nil])
        #expect(round.contrasts.allSatisfy { $0.adjustedP == nil && $0.isClear == nil })
    }

    /// No unit was named: whatever the roster lists, there is nothing to show unit by unit.
    @Test func aSurveyThatAsksForNoUnitHasNone() throws {
        let survey = try Survey.sample("## 题目\n\nA. 好吗 | Good? [评分 0~10]\n\n维度：甲 | A\n取题：A\n")
        let round = try assessed(survey, [["A": "3"], ["A": "9"]], roster: roster)
        #expect(round.units.isEmpty && round.contrasts.isEmpty && round.agreement.isEmpty)
        #expect(round.whole.headcount == 345)
        #expect(round.whole.scores[0].estimate.method == "mean.wilson.fpc40")
    }

    @Test func moreResponsesThanPeopleIsAnErrorThatNamesTheUnit() throws {
        let one = Roster(units: [.init(name: "甲处", headcount: 1), .init(name: "乙处", headcount: 9)])
        // Even where no single question has too many answers.
        let rows = [["CS": "甲处", "XF1": "1", "XF2": ""], ["CS": "甲处", "XF1": "", "XF2": "1"]]
        let error = #expect(throws: ScoringError.self) { try assessed(survey(), rows, roster: one) }
        #expect(error?.wording.chinese == "2026 年“甲处”有 2 份答卷，名册上只有 1 人；请查同一批答卷是不是收了两次，或者名册的人数不对")
        #expect(
            error?.wording.english
                == "\"甲处\" has 2 responses in 2026 but 1 people on the roster; see whether the same responses were taken twice, or correct the roster"
        )
        let nameless = Array(repeating: ["CS": "", "XF1": "3"], count: 11)
        let total = #expect(throws: ScoringError.self) { try assessed(survey(), nameless, roster: one) }
        #expect(total?.wording.chinese == "2026 年全体有 11 份答卷，名册上只有 10 人；请查同一批答卷是不是收了两次，或者名册的人数不对")
    }

    @Test func noRoundsAreAnEmptyAssessment() throws {
        let assessment = try Assessment(of: [], history: SurveyHistory([]))
        #expect(assessment.rounds.isEmpty && assessment.changes.isEmpty)
        #expect(assessment.survey == Survey())
    }
}

@Suite struct Merging {
    @Test func equalsScoringTheUnion() throws {
        let rows = rows(150, seed: 3).filter { $0["CS"] != "" }
        let renamed = rows.map { $0["CS"] == "丙处" ? $0.merging(["CS": "甲处"]) { $1 } : $0 }
        let union = Roster(units: [
            .init(name: "甲处", headcount: 270), .init(name: "乙处", headcount: 70), .init(name: "空处", headcount: 5),
        ])
        let history = SurveyHistory([.init(year: 2026, survey: try survey())])
        let merged = try Assessment(
            of: [round(survey(), rows, roster: roster)], history: history, joining: [["甲处", "丙处"]])
        let scored = try Assessment(of: [round(survey(), renamed, roster: union)], history: history)
        #expect(merged.rounds[0].units.map(\.units) == [["甲处", "丙处"], ["乙处"], ["空处"]])
        for (left, right) in zip(merged.rounds[0].units, scored.rounds[0].units) {
            var left = left
            left.units = right.units
            #expect(left == right)
        }
        #expect(merged.rounds[0].contrasts == scored.rounds[0].contrasts)
        #expect(merged.rounds[0].whole.scores == scored.rounds[0].whole.scores)
    }

    @Test func aUnitOutsideTheRosterLeavesTheHeadcountUnknown() throws {
        let rows = [["CS": "甲处", "XF1": "2"], ["CS": "", "XF1": "3"], ["CS": "乙处", "XF1": "3"]]
        let history = SurveyHistory([.init(year: 2026, survey: try survey())])
        let merged = try Assessment(
            of: [round(survey(), rows, roster: roster)], history: history, joining: [["甲处", ""]])
        #expect(merged.rounds[0].units[0].units == ["甲处", ""])
        #expect(merged.rounds[0].units[0].headcount == nil)
        #expect(merged.rounds[0].units[0].responseRate == nil)
    }

    @Test func unitsOfOtherYearsAndUnknownOnesChangeNothing() throws {
        let history = SurveyHistory([.init(year: 2025, survey: try survey()), .init(year: 2026, survey: try survey())])
        let rounds = try [2025, 2026].map { year in
            try round(
                survey(), [["CS": "甲处", "XF1": "2"], ["CS": year == 2025 ? "旧处" : "新处", "XF1": "3"]], year: year,
                history: history)
        }
        let assessment = try Assessment(of: rounds.reversed(), history: history)
        #expect(assessment.rounds.map(\.year) == [2025, 2026])
        // A unit has no row in a year that does not know it.
        #expect(assessment.rounds.map { $0.units.map(\.units) } == [[["旧处"], ["甲处"]], [["新处"], ["甲处"]]])
        #expect(try Assessment(of: rounds, history: history, joining: [["旧处", "新处"], ["没有"]]) == assessment)
        let merged = try Assessment(of: rounds, history: history, joining: [["甲处", "旧处"]])
        #expect(merged.rounds.map { $0.units.map(\.units) } == [[["旧处", "甲处"]], [["新处"], ["甲处"]]])
    }
}

extension Estimate {
    fileprivate var interval: (lower: Double, upper: Double)? {
        lower.flatMap { low in upper.map { (low, $0) } }
    }
}
