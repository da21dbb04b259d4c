import Scoring
import Statistics
import Surveys
import TestSupport
import Testing

/// Whatever few people answer, no interval of an assessment leaves its scale, none is without a width, and a verdict is
/// what its interval shows.
@Suite struct IntervalsOfAnAssessment {
    private static func survey(_ year: Int) throws -> Survey {
        try Survey.sample(
            """
            ## 题目

            CS. 处室 | Unit [下拉 处室]

            XF. 自评 | Self [量表题 五级]
            - XF1 = 甲 | One
            - XF2 = 乙 | Two [反向]

            PJ. 测评 | Ballot [单选]
            - 1 = 优 | A [100分]
            - 2 = 良 | B [80分]
            - 3 = 中 | C [60分]
            - 4 = 差 | D [30分]

            DF. 自查分 | Points [数字 0~20]
            DG. 核查分 | Checked [数字 0~20]

            YL. 压力 | Strain [评分 0~10]

            SH. 收获 | Use [评分 0~10]
            显示：YL > 3

            NL. 能力 | Competence [能力对 五级]
            - NL1 = 丁 | Four
            - NL2 = 戊 | Five

            维度：学风 | Style
            取题：XF1×2、XF2
            换算：百分制

            维度：折百 | Share
            取题：XF
            换算：折百

            维度：测评 | Ballot
            取题：PJ

            维度：合计 | Sum
            取题：DF、DG
            计法：合计

            维度：压力 | Strain
            取题：YL
            换算：百分制
            方向：低为好

            维度：收获 | Use
            取题：SH
            换算：0~100

            维度：差距 | Gap
            取题：NL
            计法：要求-现有
            方向：低为好

            维度：总分 | Total
            合成：学风 40%、压力 30%、差距 30%
            """, year: year)
    }

    /// Answers anywhere, or nearly all at one end.
    private static func rows(_ count: Int, _ chance: inout SplitMix64) -> [[String: String]] {
        let end = [0.0, 1, nil].randomElement(using: &chance) ?? nil
        return (0..<count).map { _ in
            func number(_ range: ClosedRange<Int>) -> String {
                guard let end, Int.random(in: 0..<7, using: &chance) > 0 else {
                    return Int.random(in: 0..<12, using: &chance) == 0
                        ? "" : String(Int.random(in: range, using: &chance))
                }
                return String(end == 0 ? range.lowerBound : range.upperBound)
            }
            var row = ["CS": ["甲处", "乙处", "丙处"].randomElement(using: &chance) ?? ""]
            for (name, range) in [
                ("XF1", 1...5), ("XF2", 1...5), ("PJ", 1...4), ("DF", 0...20), ("DG", 0...20), ("YL", 0...10),
                ("SH", 0...10), ("NL1_cur", 1...5), ("NL1_req", 1...5), ("NL2_cur", 1...5), ("NL2_req", 1...5),
            ] {
                row[name] = number(range)
            }
            if (Int(row["YL"] ?? "") ?? 0) <= 3 { row["SH"] = "" }
            return row
        }
    }

    private func expectSound(
        _ estimate: Estimate, in scale: ClosedRange<Double>, _ what: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        guard let value = estimate.value, let lower = estimate.lower, let upper = estimate.upper else {
            #expect(estimate.undefined != nil, "\(what) \(estimate)", sourceLocation: sourceLocation)
            return
        }
        let tolerance = 1e-9 * (scale.upperBound - scale.lowerBound)
        #expect(lower < upper, "\(what) \(estimate)", sourceLocation: sourceLocation)
        #expect(
            scale.lowerBound - tolerance <= lower && upper <= scale.upperBound + tolerance, "\(what) \(estimate)",
            sourceLocation: sourceLocation)
        #expect(
            lower - tolerance <= value && value <= upper + tolerance, "\(what) \(estimate)",
            sourceLocation: sourceLocation)
    }

    private func expectAgreement(
        _ estimate: Estimate, _ p: Double?, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect((p == nil) == (estimate.lower == nil), "\(estimate)", sourceLocation: sourceLocation)
        guard let p, let lower = estimate.lower, let upper = estimate.upper else { return }
        #expect((p < 0.05) == (lower > 0 || upper < 0), "\(estimate) \(p)", sourceLocation: sourceLocation)
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func stayOnTheirScales(seed: UInt64) throws {
        var chance = SplitMix64(seed: seed)
        let history = SurveyHistory(try [2025, 2026].map { .init(year: $0, survey: try Self.survey($0)) })
        let rounds = try history.editions.map { edition in
            let rows = Self.rows(Int.random(in: 4...26, using: &chance), &chance)
            let units = Set(rows.compactMap { $0["CS"] }).sorted()
            let isFull = Bool.random(using: &chance)
            let roster = Roster(
                units: units.map { unit in
                    let answered = rows.count { $0["CS"] == unit }
                    return Roster.Unit(
                        name: unit, headcount: answered + (isFull ? 0 : Int.random(in: 0...4, using: &chance)))
                })
            return try round(
                edition.survey, rows, year: edition.year, roster: seed.isMultiple(of: 3) ? nil : roster,
                history: history)
        }
        let assessment = try Assessment(of: rounds, history: history)
        for round in assessment.rounds {
            for group in [round.whole] + round.units {
                for score in group.scores {
                    let planned = try #require(round.plan.dimension(named: score.name))
                    let (own, shared) = (try #require(planned.own), try #require(planned.comparable))
                    expectSound(score.estimate, in: own.ends, score.name)
                    expectSound(try #require(score.comparable).estimate, in: shared.ends, score.name)
                    if let favourable = score.favourable { expectSound(favourable, in: 0...1, score.name) }
                }
                for item in group.items {
                    let bounds = try #require(item.variable.scoring).bounds
                    expectSound(
                        item.mean, in: Double(bounds.lowerBound)...Double(bounds.upperBound), item.variable.name)
                    expectSound(item.favourable, in: 0...1, item.variable.name)
                    expectSound(item.unfavourable, in: 0...1, item.variable.name)
                }
                for gap in group.gaps {
                    expectSound(gap.test.gap, in: -4...4, gap.code)
                    expectAgreement(gap.test.gap, gap.test.p)
                }
            }
            for weighted in round.weighted {
                let own = try #require(round.plan.dimension(named: weighted.name)?.own)
                expectSound(weighted.mean, in: own.ends, weighted.name)
            }
            for contrast in round.contrasts {
                let ends = try #require(round.plan.dimension(named: contrast.dimension)?.own).ends
                let width = ends.upperBound - ends.lowerBound
                expectSound(contrast.test.difference, in: -width...width, contrast.dimension)
                expectAgreement(contrast.test.difference, contrast.test.p)
                #expect((contrast.isClear == nil) == (contrast.test.p == nil))
            }
        }
        #expect(assessment.changes.count == 8)
        for change in assessment.changes {
            let ends = try #require(assessment.rounds[1].plan.dimension(named: change.name)?.comparable).ends
            let width = ends.upperBound - ends.lowerBound
            expectSound(change.test.difference, in: -width...width, change.name)
            expectAgreement(change.test.difference, change.test.p)
            #expect((change.isClear == nil) == (change.test.p == nil))
        }
        #expect(!assessment.itemChanges.isEmpty)
        for change in assessment.itemChanges { expectSound(change.difference, in: -1...1, change.variable.name) }
    }
}
