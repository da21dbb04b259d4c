import Surveys
import TestSupport

/// A survey with a variable of every kind; the first is the number of the response.
func everyKind() throws -> SurveyReading {
    try Survey.sample(
        """
        ## 题目

        XH. 序号 | Number [数字 0~100000]

        CS. 处室 | Unit [下拉 处室]

        GW. 岗位 | Post [单选]
        - gl = 综合 | General [2分]
        - js = 技术 | Technical [1分]
        - qt = 其他 | Other [不计分 填写]

        XL. 学历 | Degree [下拉]
        - 1 = 大专 | College
        - 2 = 本科 | Bachelor

        DY. 是否参加 | Joined [是否]

        MS. 方式 | Ways [多选 1~3项]
        - a = 自学 | Alone
        - b = 集中 | Together
        - c = 网络 | Online
        - z = 都没有 | None [独占]

        PX. 排序 | Rank [排序 2项]
        - p = 甲 | First
        - q = 乙 | Second
        - r = 丙 | Third

        BL. 占比 | Share [数字 -5.00~100.00 分]

        SM. 数目 | Any [数字]

        RQ. 日期 | Day [日期 2026-01-01~2026-12-31]

        YF. 月份 | Month [月份 2026-01~2026-12]

        DF. 打分 | Rate [评分 0~10]

        XC. 处室 | Section [量表题 五级含不适用]
        - XC1 = 丙项 | Item three
        - XC2 = 丁项 | Item four [反向]

        NL. 能力 | Competence [能力对 五级]
        - NL1 = 丁项 | Item four

        ZW. 追问 | More [文本 ≤20字]

        YJ. 意见 | Comment [长文本 选填]
        """
    ).reading
}

/// Texts that a store might mistake for something else.
let hostileTexts = [
    "", ".", "h", "NA", "a;b", ";", "'; DROP TABLE round; --", "\"", "%s ?1 :x", "\u{0}", "a\u{0}b", "e\u{301}",
    "\u{E9}",
    "👩‍👩‍👧", "\u{FEFF}", "\r\n", "-2147483648", "x'00'", String(repeating: "长", count: 20_000),
]

/// A response whose answers are any that a variable can have, each also missing, hidden or not applicable.
func randomResponse(to variables: [Variable], number: Int, _ chance: inout SplitMix64) -> Response {
    Response(
        answers: variables.indices.map { index in
            index == 0 ? .number(number, decimals: 0) : randomAnswer(to: variables[index], &chance)
        })
}

private func randomAnswer(to variable: Variable, _ chance: inout SplitMix64) -> Answer {
    switch Int.random(in: 0..<10, using: &chance) {
    case 0: return .missing
    case 1: return .notAsked
    case 2: return .notApplicable
    default: break
    }
    switch variable.domain {
    case .levels(let scale): return .level(scale.numbered.randomElement(using: &chance)?.code ?? 1)
    case .options(let options): return .option(options.randomElement(using: &chance)?.code ?? "")
    case .optionSet(let options, _), .ranking(let options, _):
        return .options(
            options.map(\.code).shuffled(using: &chance).prefix(Int.random(in: 0...3, using: &chance)).map { $0 })
    case .integers(let range): return .number(Int.random(in: range, using: &chance), decimals: 0)
    case .number(let range?): return .number(.random(in: range.bounds, using: &chance), decimals: range.decimals)
    case .number(nil):
        let edges = [0, Int.min, Int.max, Int(Int32.min), Int(Int32.min) + 1, Int(Int32.max) + 1, -1]
        return .number(edges.randomElement(using: &chance) ?? 0, decimals: 0)
    case .text: return .text(hostileTexts.randomElement(using: &chance) ?? "")
    case .unit: return .text(["甲处", "乙处"].randomElement(using: &chance) ?? "")
    case .day, .month:
        let days = [
            Day(year: 2026, month: 1, day: 1), Day(year: 1, month: 1, day: 1), Day(year: 9999, month: 12, day: 31),
        ]
        return .day(days.compactMap { $0 }.randomElement(using: &chance)!)
    }
}
