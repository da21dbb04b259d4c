import Disclosure
import Scoring
import Surveys
import Testing
import Workbooks

@testable import Reports

extension ReportSheet {
    fileprivate var words: [String] {
        cells.compactMap { if case .text(let text) = $0.content { text } else { nil } } + merges.map(\.text)
    }

    /// The contents of the row that begins with these words.
    fileprivate func row(_ name: String) -> [Content] {
        let found =
            cells.first { $0.content == .text(name) }?.cell.row ?? merges.first { $0.text == name }?.range.first.row
        return cells.filter { $0.cell.row == found }.map(\.content)
    }
}

private let head = """
    # 年度自查
    版本：2026
    语言：zh、en
    分组下限：10

    量表：五级
    - 1 = 很不同意 | Strongly disagree
    - 2 = 不同意 | Disagree
    - 3 = 一般 | Neither
    - 4 = 同意 | Agree
    - 5 = 很同意 | Strongly agree

    ## 一、基本情况

    CS. 您所在的处室 | Your unit [下拉 处室]


    """

/// Times in classes under codes that say nothing of their meaning, and a number of times.
private let models =
    head + """
        Q7. 近一年参加论坛的次数 | Times you took part: Forum [单选]
        - 0 = 没有 | None
        - 1 = 1 至 2 次 | 1 or 2
        - 3 = 3 次以上 | 3 or more

        R. 近一年参加读书会（小组）的次数 | Times you took part: Reading [单选]
        - 0 = 没有 | None
        - 1 = 1 至 2 次 | 1 or 2
        - 3 = 3 次以上 | 3 or more

        S. 近一年参加讲座的次数 | Times you took part: Lectures [单选]
        - 0 = 没有 | None
        - 1 = 1 至 2 次 | 1 or 2
        - 3 = 3 次以上 | 3 or more

        U. 收获如何 [量表题 五级]
        - Z1 = 论坛有帮助 | Forum helped
        显示：Q7 ≠ 0
        - Z2 = 读书会有帮助 | Reading helped
        显示：R ≠ 0
        - Z3 = 讲座有帮助 | Lectures helped
        显示：S ≠ 0

        维度：收获
        取题：U
        """

@Suite("The sheet of study models")
struct StudyModelTests {
    private func answering(_ code: String, _ option: @escaping (Int) -> String) -> (inout [Response], Survey, Int) ->
        Void
    {
        { responses, survey, _ in
            for (column, variable) in survey.variables.enumerated() where variable.name == code {
                for index in responses.indices { responses[index].answers[column] = .option(option(index)) }
            }
        }
    }

    @Test("finds a count of times by the condition of the item for those who took part")
    func form() throws {
        let plan = SurveyPlan(Survey.read(models).survey)
        #expect(plan.frequencies.map(\.count.code) == ["Q7", "R", "S"])
        #expect(plan.frequencies.map(\.usefulness) == ["Z1", "Z2", "Z3"])
        #expect(plan.frequencies[0].times == [0, 1, 3])
    }

    @Test(
        "finds none where the condition is another, or the answers are no numbers of times",
        arguments: [
            ("显示：Q7 ≠ 0", "显示：Q7 = 3"), ("显示：Q7 ≠ 0", "显示：Q7 ≠ 1"),
            ("- 0 = 没有 | None\n- 1 = 1 至", "- n = 没有 | None\n- 1 = 1 至"),
        ])
    func otherForm(text: String, other: String) throws {
        let plan = SurveyPlan(Survey.read(models.replacing(text, with: other)).survey)
        #expect(!plan.frequencies.contains { $0.usefulness == "Z1" })
    }

    @Test("takes numbers of times as well")
    func number() throws {
        let text =
            head + """
                S. 近一年参加讲座的次数 [数字 0~50 次]

                U. 收获如何 [量表题 五级]
                - Z = 讲座有帮助
                显示：S > 0

                维度：收获
                取题：U
                """
        let plan = SurveyPlan(Survey.read(text).survey)
        #expect(plan.frequencies.map(\.count.code) == ["S"] && plan.frequencies[0].times == Array(0...50))
        let release = try sampleRelease(
            text, years: [2026],
            edit: { responses, survey, _ in
                let column = survey.variables.firstIndex { $0.name == "S" } ?? 0
                for index in responses.indices {
                    responses[index].answers[column] = .number([0, 2, 5][index % 3], decimals: 0)
                }
            })
        let sheet = try #require(sampleReport(release).sheet("学习模式"))
        #expect(sheet.charts.isEmpty && sheet.words.contains("人均次数"))
    }

    @Test("gives the share that took part and the least mean of times, mode by mode and never in sum")
    func numbers() throws {
        let release = try sampleRelease(
            models, years: [2026], edit: answering("Q7") { ["0", "0", "1", "3"][$0 % 4] })
        let sheet = try #require(sampleReport(release).sheet("学习模式"))
        let context = try #require(
            ReportContext(release: release, edition: .committee, language: .chinese, identity: sampleIdentity))
        let found = StudyModel.all(context)
        #expect(found.map(\.name) == ["论坛", "读书会", "讲座"])
        let rate = try #require(found[0].rate.exact)
        #expect(abs(rate - 0.5) < 0.03)
        let times = try #require(found[0].meanTimes.exact)
        #expect(abs(times - 1) < 0.1)
        #expect(sheet.row("论坛").contains(.number(rate)))
        #expect(!sheet.words.contains("合计"))
    }

    @Test("shows a bound and no mean where nearly everybody took part")
    func everybody() throws {
        let release = try sampleRelease(models, years: [2026], edit: answering("Q7") { _ in "3" })
        let sheet = try #require(sampleReport(release).sheet("学习模式"))
        let row = sheet.row("论坛")
        #expect(row.contains(.text("≥95%")) && row.contains(.text("[界]")))
    }

    @Test("draws participation against usefulness, and speaks English where asked")
    func english() throws {
        let release = try sampleRelease(models, years: [2026]) { responses, survey, _ in
            for (column, variable) in survey.variables.enumerated() {
                for index in responses.indices {
                    if ["Q7", "R", "S"].contains(variable.name) {
                        responses[index].answers[column] = .option((index + column) % 3 == 0 ? "0" : "1")
                    } else if variable.name.hasPrefix("Z") {
                        responses[index].answers[column] = .level(index % 5 + 1)
                    }
                }
            }
        }
        let report = try Report(of: release, as: .office, language: .english, identity: sampleIdentity)
        let sheet = try #require(report.sheet("Study models"))
        for word in ["Forum", "Reading", "Took part", "1 or 2"] { #expect(sheet.words.contains(word), "\(word)") }
        guard case .quadrant(let chart)? = sheet.charts.first?.figure else {
            Issue.record("no quadrants")
            return
        }
        #expect(chart.points.count == 3)
    }

    @Test(
        "names the modes by what their questions do not share",
        arguments: [
            (["参加甲的次数", "参加乙丙的次数"], ["甲", "乙丙"]), (["Times: Post work", "Times: Project"], ["Post work", "Project"]),
            (["甲", "甲"], ["甲", "甲"]), (["甲"], ["甲"]), (["次数", "次数多"], ["次数", "次数多"]),
        ])
    func names(texts: [String], parts: [String]) {
        #expect(StudyModel.distinctParts(of: texts) == parts)
    }
}

@Suite("The sheet of mechanisms")
struct MechanismTests {
    private let text =
        head + """
            J. 请评价本单位 [量表题 五级]
            - J1 = 学得好有好处
            - J2 = 办法公开

            维度：激励
            取题：J
            换算：折百
            层级：单位
            性质：形成
            """

    @Test("takes formative dimensions of the organisation, with change and bars of two years")
    func mechanisms() throws {
        let sheet = try #require(sampleReport(sampleRelease(text)).sheet("激励与转化"))
        #expect(sheet.words.contains("激励") && sheet.words.contains("学得好有好处"))
        #expect(sheet.row("激励").contains { if case .formula("=G5-H5", _) = $0 { true } else { false } })
        guard case .bars(let chart)? = sheet.charts.last?.figure else {
            Issue.record("no bars")
            return
        }
        #expect(chart.series.map(\.name) == ["2026", "2025"] && chart.categories.count == 2)
    }

    @Test("is not there for other dimensions", arguments: ["层级：单位\n", "性质：形成"])
    func others(line: String) throws {
        #expect(try sampleReport(sampleRelease(text.replacing(line, with: ""))).sheet("激励与转化") == nil)
    }
}

@Suite("The sheet of the ballot")
struct BallotTests {
    private let text =
        head + """
            V. 学风 | Study style [单选]
            - 1 = 优秀 | Excellent [100分]
            - 2 = 良好 | Good [80分]
            - 3 = 较差 | Poor [40分]
            - 9 = 不了解 | No basis [不计分]

            W. 作风 | Work style [单选]
            - 1 = 优秀 | Excellent [100分]
            - 2 = 良好 | Good [80分]
            - 3 = 较差 | Poor [40分]
            - 9 = 不了解 | No basis [不计分]

            维度：测评
            取题：V、W
            """

    private func release(_ vote: @escaping (Int) -> String) throws -> Release {
        try sampleRelease(text, years: [2026]) { responses, survey, _ in
            for (column, variable) in survey.variables.enumerated() where variable.name == "V" {
                for index in responses.indices { responses[index].answers[column] = .option(vote(index)) }
            }
        }
    }

    @Test("gives shares of the valid votes, best grade first, and the share of abstentions")
    func shares() throws {
        let sheet = try #require(sampleReport(release { ["1", "2", "2", "3", "9"][$0 % 5] }).sheet("民主测评汇总"))
        let heads = sheet.cells.filter { $0.cell.row == 4 }.map(\.content)
        #expect(heads[2] == .text("优秀 100分") && heads[4] == .text("较差 40分") && heads.last == .text("不了解"))
        let numbers = sheet.row("V").compactMap { if case .number(let number) = $0 { number } else { nil } }
        #expect(numbers.count == 7)
        #expect(abs(numbers[0] - 0.25) < 0.02 && abs(numbers[1] - 0.5) < 0.02 && abs(numbers[5] - 75) < 1)
        #expect(abs(numbers[6] - 0.2) < 0.02)
    }

    @Test("lists no count of votes of a grade, and beside a bound only shares that leave it room")
    func noCounts() throws {
        let sheet = try #require(sampleReport(release { $0 % 41 == 0 ? "3" : $0 % 3 == 0 ? "2" : "1" }).sheet("民主测评汇总"))
        let row = sheet.row("V")
        let numbers = row.compactMap { content -> Double? in
            if case .number(let number) = content { number } else { nil }
        }
        #expect(numbers.count == 2 && numbers.allSatisfy { $0 >= 10 }, "the valid votes and the score")
        #expect(row.count { $0 == .text("[界]") } == 2 && row.contains(.text("≤5%")) && row.contains(.text("≥95%")))
    }

    @Test("is not there where a bound of one of two lines takes the other with it")
    func unanimous() throws {
        let report = try sampleReport(release { $0 == 3 ? "3" : "1" })
        #expect(report.sheet("民主测评汇总") == nil)
    }

    @Test("does not stand on the sheet of items as well, and needs a grade that does not score")
    func recognised() throws {
        let report = try sampleReport(release { "\($0 % 3 + 1)" })
        #expect(report.sheet("题项分布") == nil)
        let graded = text.replacing("- 9 = 不了解 | No basis [不计分]\n", with: "")
        let other = try sampleReport(sampleRelease(graded, years: [2026]))
        #expect(other.sheet("民主测评汇总") == nil && other.sheet("题项分布") != nil)
    }

    @Test("speaks English where asked")
    func english() throws {
        let report = try Report(of: release { "\($0 % 3 + 1)" }, language: .english, identity: sampleIdentity)
        let words = try #require(report.sheet("Ballot")).words
        for word in ["Excellent (100)", "Valid votes", "No basis"] { #expect(words.contains(word)) }
    }
}

@Suite("The sheet of the self-check")
struct SelfCheckTests {
    private let text = """
        # 自查评分表
        版本：2026

        ## 一、组织

        P1. 机构 [数字 0~8 分]
        P2. 会议 [数字 0~10 分]
        P3. 方案 [数字 0~6 分]

        ## 二、核查

        H1. 机构核查 [数字 0~8 分]
        H2. 会议核查 [数字 0~10 分]
        H3. 方案核查 [数字 0~6 分]
        LY. 扣分原因 [长文本 选填]

        维度：自查得分
        取题：P1、P2、P3
        计法：合计

        维度：核查得分
        取题：H1、H2、H3
        计法：合计
        """

    private func report(_ points: [String: (Int) -> Int] = [:], headcounts: [Int] = [30, 25, 20, 6]) throws -> Report {
        try sampleReport(
            sampleRelease(text, years: [2026], headcounts: headcounts) { responses, survey, _ in
                for (column, variable) in survey.variables.enumerated() {
                    for index in responses.indices {
                        if variable.name == "LY" { responses[index].answers[column] = .text("机密-4711") }
                        if let points = points[variable.name] {
                            responses[index].answers[column] = .number(points(index), decimals: 0)
                        }
                    }
                }
            })
    }

    private func means(_ index: Int) -> Int { 3 + index % 2 }

    @Test("gives mean and share of points line by line, and the difference from a second sum of the same points")
    func lines() throws {
        let report = try report([
            "P1": means, "P2": means, "P3": means, "H1": { _ in 2 }, "H2": means, "H3": means,
        ])
        let sheet = try #require(report.sheet("自查评分"))
        #expect(sheet.words.contains("核查得分") && sheet.words.contains("差额"))
        let row = sheet.row("机构")
        #expect(row.contains(.number(8)))
        #expect(row.contains { if case .formula("=H5-F5", let size) = $0 { size < -1 } else { false } })
        #expect(!report.text.contains("4711"))
    }

    @Test("keeps another line back where the total would tell one that is a bound")
    func bound() throws {
        let sheet = try #require(report(["P1": { _ in 8 }, "P2": means, "P3": means]).sheet("自查评分"))
        #expect(sheet.row("机构").contains(.text("≥7.60")))
        #expect(sheet.row("会议").contains(.text("[界]")))
        #expect(!sheet.row("方案").contains(.text("[界]")) || sheet.row("方案").count { $0 == .text("[界]") } == 1)
    }

    @Test("is not there without a sum of points")
    func absent() throws {
        #expect(try sampleReport(sampleRelease()).sheet("自查评分") == nil)
        let loose = String(text[..<(try #require(text.firstRange(of: "维度：自查得分")).lowerBound)])
        #expect(try sampleReport(sampleRelease(loose, years: [2026])).sheet("自查评分") == nil)
    }
}
