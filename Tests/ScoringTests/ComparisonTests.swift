import Scoring
import Statistics
import Surveys
import TestSupport
import Testing

private func survey(level: String = "部门", year: Int = 2026) throws -> Survey {
    try Survey.sample(
        """
        ## 题目

        CS. 处室 | Unit [下拉 处室]

        XF. 自评 | Self [量表题 五级]
        - XF1 = 甲 | One
        - XF2 = 乙 | Two

        维度：甲维 | A
        取题：XF1
        层级：\(level)

        维度：乙维 | B
        取题：XF2
        """, year: year)
}

/// Answers to XF1 by unit; XF2 is answered with the same.
private func rows(_ answers: [(unit: String, levels: [Int])]) -> [[String: String]] {
    answers.flatMap { unit, levels in levels.map { ["CS": unit, "XF1": String($0), "XF2": String($0)] } }
}

/// Welch's t for the difference of two means; `open` is the share of either variance that the answers leave.
private func welch(
    _ first: [Double], _ second: [Double], open: (Double, Double) = (1, 1)
) -> (difference: Double, p: Double) {
    welch(Naive(first), Naive(second), open: open)
}

private func welch(_ a: Naive, _ b: Naive, open: (Double, Double) = (1, 1)) -> (difference: Double, p: Double) {
    let u = open.0 * a.deviation * a.deviation / Double(a.n)
    let v = open.1 * b.deviation * b.deviation / Double(b.n)
    let degrees = (u + v) * (u + v) / (u * u / Double(a.n - 1) + v * v / Double(b.n - 1))
    return (a.mean - b.mean, StudentT(df: degrees).twoSided((a.mean - b.mean) / (u + v).squareRoot()))
}

/// A unit with the spread within all units, and all others with what it leaves of everybody's squares.
private func contrast(_ unit: Int, _ units: [[Double]], open: (Double, Double) = (1, 1)) -> (
    difference: Double, p: Double
) {
    let all = units.flatMap(\.self)
    let squares = all.reduce(0) { $0 + $1 * $1 } - Double(all.count) * Naive(all).mean * Naive(all).mean
    let within =
        units.map { levels -> Double in
            let mean = levels.reduce(0, +) / Double(levels.count)
            return levels.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        }.reduce(0, +) / Double(all.count - units.count)
    var own = Naive(units[unit])
    var rest = Naive(units.enumerated().filter { $0.offset != unit }.flatMap(\.element))
    own.deviation = within.squareRoot()
    let between = Double(own.n * rest.n) / Double(all.count) * (own.mean - rest.mean) * (own.mean - rest.mean)
    rest.deviation = ((squares - between - Double(own.n - 1) * within) / Double(rest.n - 1)).squareRoot()
    return welch(own, rest, open: open)
}

@Suite struct YearsCompared {
    @Test func aChangeIsTheLaterYearLessTheEarlierWithHolmOverItsDimensions() throws {
        let before = [3, 3, 2, 4, 3, 2, 3]
        let after = [4, 5, 4, 3, 5, 4]
        let history = SurveyHistory(try [2024, 2025, 2026].map { .init(year: $0, survey: try survey(year: $0)) })
        let rounds = try zip(history.editions, [before, after, before]).map { edition, levels in
            let rows = levels.enumerated().map { ["CS": "甲处", "XF1": String($1), "XF2": String(($0 % 5) + 1)] }
            return try round(edition.survey, rows, year: edition.year, history: history)
        }
        let changes = try Assessment(of: rounds, history: history).changes
        #expect(changes.map { [$0.from, $0.to] } == [[2024, 2025], [2024, 2025], [2025, 2026], [2025, 2026]])
        #expect(changes.map(\.bases) == [[7, 6], [7, 6], [6, 7], [6, 7]])
        let expected = welch(after.map(Double.init), before.map(Double.init))
        #expect(expected.difference > 0)
        #expect(isClose(changes[0].test.difference.value, expected.difference))
        #expect(isClose(changes[0].test.p, expected.p))
        #expect(isClose(changes[2].test.difference.value, -expected.difference))
        let other = welch(after.indices.map { Double($0 % 5 + 1) }, before.indices.map { Double($0 % 5 + 1) })
        // Two tests in the family of two neighbouring years, not four.
        let smaller = min(expected.p, other.p)
        #expect(isClose(changes[expected.p < other.p ? 0 : 1].adjustedP, 2 * smaller))
        #expect(isClose(changes[expected.p < other.p ? 1 : 0].adjustedP, max(2 * smaller, max(expected.p, other.p))))
        #expect(changes[0].isClear == (2 * expected.p < 0.05))
    }

    /// The error of a change is that of the two years' own intervals; where one year has no roster, its own stays whole.
    @Test func aChangeHasTheErrorOfBothYears() throws {
        let (before, after) = ([3, 3, 2, 4, 3, 2, 3], [4, 5, 4, 3, 5, 4])
        let history = SurveyHistory(try [2025, 2026].map { .init(year: $0, survey: try survey(year: $0)) })
        for (sizes, open) in [([10, 6], (0.6, 1 - 0.4 * 0.7)), ([nil, 6], (0.6, 1))] as [([Int?], (Double, Double))] {
            let rounds = try zip(history.editions, zip([before, after], sizes)).map { edition, year in
                let roster = year.1.map { Roster(units: [.init(name: "甲处", headcount: $0)]) }
                return try round(
                    edition.survey, rows([("甲处", year.0)]), year: edition.year, roster: roster, history: history)
            }
            let assessment = try Assessment(of: rounds, history: history)
            let change = assessment.changes[0]
            let expected = welch(after.map(Double.init), before.map(Double.init), open: open)
            #expect(isClose(change.test.p, expected.p))
            #expect(change.test.difference.method == "mean.difference.welch.fpc40")
            #expect(change.effect.method == "hedges.g.noncentral.fpc40")
            let item = assessment.itemChanges[0]
            #expect(item.difference.method == "proportion.difference.newcombe.fpc25")
        }
    }

    /// All say the same in both years: the mean moved, and nothing says by how much it might have moved by chance.
    @Test func aChangeWithoutATestIsNotJudged() throws {
        let history = SurveyHistory(try [2025, 2026].map { .init(year: $0, survey: try survey(year: $0)) })
        let rounds = try zip(history.editions, [[4, 4, 4], [2, 2, 2]]).map { edition, levels in
            try round(edition.survey, rows([("甲处", levels)]), year: edition.year, history: history)
        }
        let changes = try Assessment(of: rounds, history: history).changes
        #expect(changes.map(\.test.difference.value) == [-2, -2])
        #expect(changes.map(\.isClear) == [nil, nil])
    }
}

@Suite struct UnitsCompared {
    private let answers: [(unit: String, levels: [Int])] = [
        ("甲处", [5, 4, 5, 5, 4]), ("乙处", [2, 3, 1, 2]), ("", [3, 4]), ("丙处", [3, 3, 4, 2, 3]),
    ]

    @Test func eachUnitIsComparedWithAllOthersWithHolmOverTheUnits() throws {
        let round = try assessed(survey(), rows(answers))
        #expect(round.units.map { $0.units[0] } == ["丙处", "乙处", "甲处", ""])
        let contrasts = round.contrasts.filter { $0.dimension == "甲维" }
        #expect(contrasts.map(\.unit) == [0, 1, 2, 3])
        #expect(round.contrasts.count == 8)
        var raw: [Double] = []
        let levels = round.units.map { unit in
            answers.filter { $0.unit == unit.units[0] }.flatMap(\.levels).map(Double.init)
        }
        for (found, unit) in zip(contrasts, round.units.indices) {
            let expected = contrast(unit, levels)
            #expect(isClose(found.test.difference.value, expected.difference))
            #expect(isClose(found.test.p, expected.p))
            raw.append(expected.p)
        }
        #expect((contrasts[2].test.difference.value ?? 0) > 0)
        let sorted = raw.sorted()
        var largest = 0.0
        for (rank, p) in sorted.enumerated() {
            largest = max(largest, min(1, Double(4 - rank) * p))
            let index = try #require(raw.firstIndex(of: p))
            #expect(isClose(contrasts[index].adjustedP, largest))
            #expect(contrasts[index].isClear == (largest < 0.05))
        }
    }

    /// Each mean with its own people; those of the rest are known where all its units are on the roster.
    @Test func aContrastHasTheErrorOfBothMeans() throws {
        let roster = Roster(units: [
            .init(name: "甲处", headcount: 5), .init(name: "乙处", headcount: 8), .init(name: "丙处", headcount: 7),
        ])
        let named = answers.filter { !$0.unit.isEmpty }
        let round = try assessed(survey(), rows(named), roster: roster)
        for (unit, open) in [("甲处", (0.6, 1 - 0.4 * 9 / 15)), ("乙处", (1 - 0.4 * 0.5, 1 - 0.4 * 10 / 12))] {
            let index = try #require(round.units.firstIndex { $0.units == [unit] })
            let found = try #require(round.contrasts.first { $0.unit == index && $0.dimension == "甲维" })
            let place = try #require(named.firstIndex { $0.unit == unit })
            let expected = contrast(place, named.map { $0.levels.map(Double.init) }, open: open)
            #expect(isClose(found.test.p, expected.p))
        }
        // Nobody counted those who named no unit, so the rest is no part of the roster.
        let all = try assessed(survey(), rows(answers), roster: roster)
        let first = try #require(all.units.firstIndex { $0.units == ["甲处"] })
        let expected = contrast(0, answers.map { $0.levels.map(Double.init) }, open: (0.6, 1))
        #expect(isClose(all.contrasts[first].test.p, expected.p))
    }

    @Test func oneUnitHasNoOthers() throws {
        #expect(try assessed(survey(), rows([("甲处", [1, 2, 3])])).contrasts.isEmpty)
    }

    @Test func onlyDimensionsThatSpeakOfTheUnitAreJudgedForAgreement() throws {
        #expect(try assessed(survey(), rows(answers)).agreement.map(\.dimension) == ["甲维"])
        #expect(try assessed(survey(level: "个人"), rows(answers)).agreement.isEmpty)
    }

    @Test func agreementIsJudgedAmongTheUnitsAndPeopleWithoutOneAreNoUnit() throws {
        let roster = Roster(units: [
            .init(name: "甲处", headcount: 12), .init(name: "乙处", headcount: 40), .init(name: "丙处", headcount: 30),
        ])
        let levels: [(unit: String, levels: [Int])] = [
            ("甲处", Array(repeating: [5, 4], count: 6).flatMap { $0 }),
            ("乙处", Array(repeating: [2, 1], count: 6).flatMap { $0 }),
            ("丙处", Array(repeating: [1, 5], count: 10).flatMap { $0 }), ("", [1, 5, 1, 5]),
        ]
        let round = try assessed(survey(), rows(levels), roster: roster)
        let agreement = try #require(round.agreement.first)
        let named = levels.dropLast().map { Naive($0.levels.map(Double.init)) }
        let all = Naive(levels.dropLast().flatMap(\.levels).map(Double.init))
        let between = named.reduce(0) { $0 + Double($1.n) * ($1.mean - all.mean) * ($1.mean - all.mean) } / 2
        // The spread within all cells, those who named no unit among them.
        let cells = levels.map { Naive($0.levels.map(Double.init)) }
        let within =
            cells.reduce(0) { $0 + Double($1.n - 1) * $1.deviation * $1.deviation }
            / Double(cells.reduce(0) { $0 + $1.n } - cells.count)
        let intraclass = try #require(agreement.intraclass)
        #expect(intraclass.groups == 3)
        #expect(isClose(intraclass.icc2.value, (between - within) / between))
        #expect(agreement.verdicts.count == 4)
        #expect(agreement.verdicts[0].mayBeRanked)
        #expect(agreement.verdicts[1].reasons == [.lowResponseRate])
        #expect(agreement.verdicts[2].reasons == [.weakAgreementUniform, .weakAgreementSlightSkew])
        #expect(!agreement.verdicts[3].isUnitProperty)
    }

    /// rwg must not depend on whether a level is called 1 or 20: 20, 40 … 100 are five levels, not 81.
    @Test func pointsAreLevelsByTheirSteps() throws {
        let plain = try verdicts(points: [1, 2, 3, 4, 5])
        let twenties = try verdicts(points: [20, 40, 60, 80, 100])
        #expect(plain.map(\.mayBeRanked) == [true, true, false])
        #expect(twenties == plain)
    }

    /// Their null distribution is unknown, so the gate stays shut, and nobody is said to disagree.
    @Test func pointsThatLieUnevenlyApartShowNoAgreement() throws {
        let unknown: [AgreementGate.Reason] = [.unknownAgreement]
        #expect(try verdicts(points: [10, 40, 60, 80, 100]).map(\.reasons) == [unknown, unknown, unknown])
    }

    /// Two units that agree in themselves and a third that does so too little, on one item and its reverse.
    private func verdicts(points: [Int]) throws -> [AgreementGate.Verdict] {
        let options = points.enumerated().map { "- \($0 + 1) = 级\($0 + 1) | L\($0 + 1) [\($1)分]" }.joined(
            separator: "\n")
        let survey = try Survey.sample(
            """
            ## 题目

            CS. 处室 | Unit [下拉 处室]

            A. 题 | Q [单选]
            \(options)

            B. 题二 | Q2 [单选 反向]
            \(options)

            维度：甲 | A
            取题：A、B
            层级：部门
            """)
        let levels = [
            ("甲处", [1, 2, 2, 1, 3, 2, 1, 2, 1, 2, 2]), ("乙处", [4, 5, 4, 5, 5, 4, 3, 4, 5, 4, 5]),
            ("丙处", [2, 4, 3, 1, 3, 4, 2, 3, 4, 2, 3]),
        ]
        let rows = levels.flatMap { unit, codes in codes.map { ["CS": unit, "A": String($0), "B": String(6 - $0)] } }
        let roster = Roster(units: levels.map { .init(name: $0.0, headcount: 11) })
        return try assessed(survey, rows, roster: roster).agreement[0].verdicts
    }
}

@Suite struct CompetencesCompared {
    private func gaps(_ pairs: [(current: Int, required: Int)]) throws -> [CompetenceGap] {
        let lines = pairs.indices.map { "- NL\($0 + 1) = 能\($0 + 1) | C\($0 + 1)" }.joined(separator: "\n")
        let survey = try Survey.sample("## 题目\n\nNL. 能力 | Competence [能力对 五级]\n\(lines)\n")
        let row = Dictionary(
            uniqueKeysWithValues: pairs.enumerated().flatMap { index, pair in
                [("NL\(index + 1)_cur", String(pair.current)), ("NL\(index + 1)_req", String(pair.required))]
            })
        return try assessed(survey, [row, row, row]).whole.gaps
    }

    @Test func quadrantsGoByTheMeansOverTheCompetences() throws {
        let found = try gaps([(1, 5), (5, 5), (1, 2), (5, 2)]).map(\.quadrant)
        #expect(found == [.concentrateHere, .keepUp, .lowPriority, .possibleOverkill])
    }

    @Test func tiesGoToTheHighSideEvenWhereTheMeanRounds() throws {
        // Nine times 1.4 over nine comes out a last bit above 1.4: five people, of whom two are a level higher.
        let lines = (1...9).map { "- NL\($0) = 能\($0) | C\($0)" }.joined(separator: "\n")
        let survey = try Survey.sample("## 题目\n\nNL. 能力 | Competence [能力对 五级]\n\(lines)\n")
        for people in 1...12 {
            let rows = (0..<people).map { person in
                Dictionary(
                    uniqueKeysWithValues: (1...9).flatMap {
                        [("NL\($0)_cur", person < 2 ? "2" : "1"), ("NL\($0)_req", person < 3 ? "4" : "5")]
                    })
            }
            #expect(try assessed(survey, rows).whole.gaps.allSatisfy { $0.quadrant == .keepUp }, "\(people)")
        }
    }

    @Test func pValuesAreAdjustedOverTheCompetencesOfAGroup() throws {
        let survey = try Survey.sample(
            "## 题目\n\nNL. 能力 | Competence [能力对 五级]\n- NL1 = 甲 | A\n- NL2 = 乙 | B\n- NL3 = 丙 | C\n")
        let rows = [(1, 3, 2, 2), (2, 5, 3, 2), (2, 4, 2, 3), (3, 4, 1, 3), (1, 4, 4, 4)].map {
            [
                "NL1_cur": "\($0.0)", "NL1_req": "\($0.1)", "NL2_cur": "\($0.2)", "NL2_req": "\($0.3)", "NL3_cur": "2",
                "NL3_req": "3",
            ]
        }
        let gaps = try assessed(survey, rows).whole.gaps
        // The third does not vary, so it is no test.
        #expect(gaps[2].test.p == nil && gaps[2].adjustedP == nil)
        let naive = Naive([2, 3, 2, 1, 3])
        let p = StudentT(df: 4).twoSided(naive.mean / (naive.deviation / 5.0.squareRoot()))
        #expect(isClose(gaps[0].test.gap.value, naive.mean))
        #expect(isClose(gaps[0].test.p, p))
        #expect(isClose(gaps[0].adjustedP, 2 * p))
        #expect(isClose(gaps[0].borich.value, 4.0 * (4.0 - 1.8)))
        #expect(gaps[0].ranked.short == 5 && gaps[1].ranked.over == 1)
    }
}
