import Disclosure
import Reports
import Scoring
import Statistics
import Storage
import Surveys

/// A small survey with everything that a report shows: two areas, a composite, a unit-level dimension and pairs.
let sampleSurvey = """
    # 年度自查
    版本：2026
    语言：zh
    填写：2026-11-01 ~ 2026-11-30
    分组下限：10

    量表：五级
    - 1 = 很不同意
    - 2 = 不同意
    - 3 = 一般
    - 4 = 同意
    - 5 = 很同意

    ## 一、学风

    CS. 您所在的处室 [下拉 处室]

    XF. 请作答 [量表题 五级]
    - XF1 = 我按计划学习
    - XF2 = 我把学习放到一边 [反向]
    - XF3 = 我学以致用

    ## 二、作风

    ZF. 请作答 [量表题 五级]
    - ZF1 = 本处室首问负责
    - ZF2 = 本处室深入基层
    - ZF3 = 本处室敢于担当

    ## 三、能力

    NL. 请评价 [能力对 五级]
    - NL1 = 公文写作（起草与审核）
    - NL2 = 政策理解
    - NL3 = 数据分析

    YJ. 意见 [长文本 选填]

    维度：学风
    取题：XF
    换算：折百
    - ≥ 90 = 优秀
    - ≥ 60 = 一般
    - 其余 = 较差

    维度：作风
    取题：ZF
    换算：折百
    层级：部门

    维度：能力差距
    取题：NL
    计法：要求-现有
    方向：低为好

    维度：综合
    合成：学风 50%、作风 50%
    """

/// A release of simulated rounds of one survey.
func sampleRelease(
    _ text: String = sampleSurvey, years: [Int] = [2025, 2026], headcounts: [Int] = [30, 25, 20, 6],
    opinion: String? = nil, k: Int? = nil, trend: Double = 0.3, unitSpread: Double? = nil,
    headcountsByYear: [Int: [Int]] = [:], hasRoster: Bool = true,
    edit: (_ responses: inout [Response], _ survey: Survey, _ year: Int) -> Void = { _, _, _ in }
) throws -> Release {
    let reading = Survey.read(text)
    let survey = reading.survey
    let names = ["办公室", "法规处", "财务处", "督查室"] + (5...60).map { "第\($0)处" }
    let history = SurveyHistory(years.map { SurveyHistory.Edition(year: $0, survey: survey) })
    let plan = SurveyPlan(survey, history: history)
    var store = MemoryStore()
    var rounds: [Round] = []
    let variables = survey.variables
    for year in years {
        var settings = Simulation.Settings()
        settings.trend = trend
        if let unitSpread { settings.unitSpread = unitSpread }
        let roster = Roster(
            units: zip(names, headcountsByYear[year] ?? headcounts).map { Roster.Unit(name: $0, headcount: $1) })
        var responses = Simulation(survey: survey, roster: roster, year: year, settings: settings).responses()
        if let opinion, let column = variables.firstIndex(where: { $0.name == "YJ" }) {
            for index in responses.indices { responses[index].answers[column] = .text(opinion) }
        }
        edit(&responses, survey, year)
        let unit = variables.firstIndex { $0.domain == .unit }
        let units = responses.map { response -> String? in
            guard let unit, case .text(let name) = response.answers[unit] else { return nil }
            return name
        }
        let known = hasRoster ? roster : nil
        try store.open(year, survey: reading, roster: known)
        try store.append(responses, units: units, to: year)
        rounds.append(
            Round(
                year: year, plan: plan, roster: known, counted: try store.cohorts(plan.tally, year: year)[0].counted,
                intake: Intake(fingerprint: String(repeating: "0f", count: 32), rows: responses.count)))
    }
    let series = try RoundSeries(rounds)
    let groups = Disclosure(k: k).groups(of: series)
    return groups.release(try Assessment(of: series, in: groups, history: history))
}

let sampleIdentity = ReportIdentity(
    organisation: "示例局", number: "ZC-1", audience: "党组会议", created: Day(year: 2026, month: 12, day: 1)!,
    program: "zicha test")

func sampleReport(_ release: Release, as edition: ReportEdition = .office) throws -> Report {
    try Report(of: release, as: edition, identity: sampleIdentity)
}

extension Report {
    func sheet(_ name: String) -> ReportSheet? { sheets.first { $0.name == name } }
}

extension ReportSheet {
    /// Everything written on it.
    var text: String {
        let cells = cells.compactMap { if case .text(let text) = $0.content { text } else { nil } }
        return (cells + merges.map(\.text)).joined(separator: "\n")
    }
}
