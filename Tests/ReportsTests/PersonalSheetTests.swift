import Disclosure
import Scoring
import Statistics
import Storage
import Surveys
import Testing
import Workbooks

@testable import Reports

@Suite("One person's page")
struct PersonalSheetTests {
    private static let advised = sampleSurvey.replacing("- NL2 = 政策理解", with: "- NL2 = 政策理解\n建议：逐条读一份文件。")
        .replacing("- NL1 = 公文写作（起草与审核）", with: "- NL1 = 公文写作（起草与审核）\n建议：每月写一份简报。")
        .replacing("维度：学风\n取题：XF\n换算：折百\n", with: "维度：学风\n取题：XF\n换算：折百\n建议：每周留半天学习。\n")

    private func own(_ answers: [String: String], _ release: Release) throws -> PersonalAssessment {
        let plan = try #require(release.rounds.last).plan
        var reader = ResponseReader(survey: plan.survey)
        let response = reader.read(reader.variables.map { answers[$0.name].map { $0[...] } ?? "" }).response
        var store = MemoryStore()
        try store.open(2026, survey: Survey.read(plan.survey.written(), warnsToo: false), roster: nil)
        try store.append([response], units: [nil], to: 2026)
        let tallies = try store.cohorts(plan.tally, year: 2026)[0].counted.tallies
        return PersonalAssessment(of: try #require(tallies.first), by: plan)
    }

    private func page(
        _ answers: [String: String], text: String = advised, headcounts: [Int] = [30, 25, 20, 24]
    ) throws -> (page: PersonalPage, report: Report) {
        // One to five in turn, so that the quartiles are 40 and 80 whatever chance did.
        let release = try sampleRelease(text, years: [2026], headcounts: headcounts) { responses, survey, _ in
            for (column, variable) in survey.variables.enumerated() where variable.name.hasPrefix("XF") {
                for index in responses.indices {
                    let level = 1 + index % 5
                    responses[index].answers[column] = .level(variable.marks.isReversed ? 6 - level : level)
                }
            }
        }
        let own = try own(answers, release)
        let context = try #require(
            ReportContext(release: release, edition: .committee, language: .chinese, identity: sampleIdentity))
        let reference = try #require(ReferenceGroup(of: release))
        return (
            PersonalPage(context: context, own: own, reference: reference),
            try Report(to: own, beside: release, mark: "7K3M", identity: sampleIdentity)
        )
    }

    private static let low = ["XF1": "1", "XF2": "5", "XF3": "1"]
    private static let high = ["XF1": "5", "XF2": "1", "XF3": "5"]

    @Test(
        "says low, middle or high by the quartiles",
        arguments: [(low, PersonalPage.Position.low, "▼ 偏低"), (high, .high, "▲ 偏高")])
    func position(answers: [String: String], position: PersonalPage.Position, words: String) throws {
        let (page, report) = try page(answers)
        #expect(page.lines.first?.position == position)
        #expect(report.text.contains(words))
    }

    @Test("puts the quartiles themselves in the middle", arguments: [2, 3, 4])
    func middle(level: Int) throws {
        let answers = ["XF1": "\(level)", "XF2": "\(6 - level)", "XF3": "\(level)"]
        let line = try #require(try page(answers).page.lines.first)
        #expect([line.lower.exact, line.median.exact, line.upper.exact] == [40, 60, 80])
        #expect(line.own == Double(20 * level) && line.position == .middle)
    }

    @Test("leaves out what speaks of the unit, and says so")
    func ofThePerson() throws {
        let (page, report) = try page(Self.low)
        #expect(page.lines.map(\.score.name) == ["学风", "能力差距"])
        #expect(report.text.contains("那些得分说的不是本人"))
    }

    @Test("names no unit and gives no rank")
    func nothingOfUnits() throws {
        let text = try page(Self.low).report.text
        for unit in ["办公室", "法规处", "财务处", "督查室"] { #expect(!text.contains(unit)) }
        #expect(text.contains("不与处室比较，不排名次"))
    }

    @Test("tells no quartiles of fewer than twenty people, and the median only of ten")
    func few() throws {
        let (page, report) = try page(Self.low, headcounts: [15, 0, 0, 0])
        let line = try #require(page.lines.first)
        #expect((10..<20).contains(page.reference.responses))
        #expect(line.median.drawn != nil && line.lower == .absent(.hidden) && line.position == nil)
        #expect(report.text.contains("[隐]") && report.text.contains("不足20人不给四分位数"))
    }

    @Test("shows the person's own gaps, the widest first, with their picture")
    func gaps() throws {
        let answers = ["NL1_cur": "2", "NL1_req": "3", "NL2_cur": "1", "NL2_req": "5", "NL3_cur": "4", "NL3_req": "3"]
        let (page, report) = try page(answers.merging(Self.low) { own, _ in own })
        #expect(page.levels.map(\.code) == ["NL2", "NL1", "NL3"])
        #expect(report.sheets.map(\.name) == ["个人反馈", "数据_图表"])
        guard case .dumbbell(let chart)? = report.sheets[0].charts.first?.figure else {
            Issue.record("there is no dumbbell")
            return
        }
        #expect(chart.rows.map(\.current) == [1, 2, 4] && chart.rows.map(\.required) == [5, 3, 3])
    }

    @Test("gives the survey's advice, the largest shortfall first, and none for what is well")
    func suggestions() throws {
        let answers = ["NL1_cur": "4", "NL1_req": "5", "NL2_cur": "1", "NL2_req": "5", "NL3_cur": "1", "NL3_req": "5"]
        let poor = try page(answers.merging(Self.low) { own, _ in own }).page.suggestions
        // NL3 is as wide as NL2, but the survey advises nothing on it.
        // One level of four and 20 points of 80 are the same share: then the competence comes first.
        #expect(poor.map(\.subject) == ["政策理解", "公文写作", "学风"])
        #expect(poor.map(\.advice) == ["逐条读一份文件。", "每月写一份简报。", "每周留半天学习。"])
        let (page, report) = try page(["NL1_cur": "5", "NL1_req": "5"].merging(Self.high) { own, _ in own })
        #expect(page.suggestions.isEmpty)
        #expect(report.text.contains("没有需要单独提建议的"))
    }

    @Test("is protected, for one person by every line above it, and knows its code by four characters")
    func protected() throws {
        let report = try page(Self.low.merging(["NL1_cur": "2", "NL1_req": "3"]) { own, _ in own }).report
        for sheet in report.sheets {
            #expect(sheet.isProtected)
            #expect(sheet.print.header.left == [.text("仅供本人")])
            #expect(sheet.print.orientation == .portrait || sheet.name == "数据_图表")
        }
        #expect(report.text.contains("口令后四位 7K3M"))
    }

    @Test("marks a dimension that the person answered too little of")
    func missing() throws {
        let (page, report) = try page(["ZF1": "3"])
        #expect(page.lines.first?.own == nil && page.lines.first?.position == nil)
        #expect(report.text.contains("本人答的题太少"))
    }
}
