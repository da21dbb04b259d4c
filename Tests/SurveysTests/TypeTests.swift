import Surveys
import Testing

/// Every question type, with its arguments in both languages.
@Suite struct TypeTests {
    private static let days = Day("2026-01-01")!...Day("2026-12-31")!

    static let types: [(String, Question.Kind)] = [
        ("单选", .single), ("single", .single), ("单选题", .single),
        ("多选", .multiple(count: nil)), ("multi", .multiple(count: nil)), ("多选 1~3项", .multiple(count: 1...3)),
        ("multi 1~3items", .multiple(count: 1...3)), ("多选 2 项", .multiple(count: 2...2)),
        ("multi 1 ~ 3 options", .multiple(count: 1...3)),
        ("多选 0~2项", .multiple(count: 0...2)),
        ("下拉", .dropdown(list: nil)), ("下拉 处室", .dropdown(list: "处室")), ("dropdown units", .dropdown(list: "units")),
        ("是否", .yesNo), ("yesno", .yesNo), ("量表题 五级", .likert(scale: "五级")), ("likert 五级", .likert(scale: "五级")),
        ("评分 0~10", .rating(0...10)), ("rate 0~10", .rating(0...10)), ("评分 -5~5", .rating(-5...5)),
        ("能力对 五级", .pair(scale: "五级")), ("pair 五级", .pair(scale: "五级")),
        ("排序", .ranking(count: nil)), ("排序 2项", .ranking(count: 2)), ("rank 2 items", .ranking(count: 2)),
        ("数字", .number(nil, unit: nil)), ("number", .number(nil, unit: nil)),
        ("数字 0~366 天", .number(NumberRange(bounds: 0...366), unit: "天")),
        ("number 0~366 days", .number(NumberRange(bounds: 0...366), unit: "days")),
        ("数字 0.5~9.75", .number(NumberRange(bounds: 50...975, decimals: 2), unit: nil)),
        ("数字 -1.5~1", .number(NumberRange(bounds: -15...10, decimals: 1), unit: nil)),
        ("数字 0~100 %", .number(NumberRange(bounds: 0...100), unit: "%")), ("数字 元", .number(nil, unit: "元")),
        ("文本", .text(limit: nil)), ("text ≤50", .text(limit: 50)), ("文本 ≤50字", .text(limit: 50)),
        ("文本 ≤ 50 字", .text(limit: 50)),
        ("填空", .text(limit: nil)), ("长文本 <=300字", .longText(limit: 300)),
        ("longtext ≤300 characters", .longText(limit: 300)),
        ("日期", .date(nil)), ("日期 2026-01-01~2026-12-31", .date(days)), ("date 2026/1/1 ~ 2026.12.31", .date(days)),
        ("月份", .month(nil)), ("month 2026-01~2026-12", .month(Day("2026-01-01")!...Day("2026-12-01")!)),
        ("说明", .note), ("note", .note),
    ]

    @Test(arguments: types) func aTypeAndItsArguments(_ bracket: String, _ expected: Question.Kind) {
        #expect(kind(bracket) == expected)
    }

    @Test func marksInBothLanguages() {
        let chinese = readClean(
            "# 自查\n语言：zh\nA1. 问 [单选 选填 乱序 不计分 改述可比 只用于汇总]\n- a = 甲 [填写]\n- b = 乙 [独占]\n- c = 丙 [不计分 新增]")
        let english = readClean(
            "# 自查\n语言：zh\nA1. 问 [single optional shuffle unscored reworded-comparable aggregate-only]\n- a = 甲 [write]\n- b = 乙 [exclusive]\n- c = 丙 [unscored new]"
        )
        #expect(chinese == english)
        let marks = chinese.questions[0].marks
        #expect(marks.isOptional && marks.isShuffled && marks.isUnscored && marks.isAggregateOnly)
        #expect(marks.change == .rewordedComparable)
        #expect(chinese.questions[0].options.map(\.marks.takesText) == [true, false, false])
        #expect(chinese.questions[0].options.map(\.marks.isExclusive) == [false, true, false])
    }

    @Test func optionsWithoutCodesAreNumbered() {
        let survey = readClean("# 自查\n语言：zh\nA1. 问 [单选]\n- 1.5 万元以下\n- 甲\n- 乙")
        #expect(survey.questions[0].options.map(\.code) == ["1", "2", "3"])
        #expect(survey.questions[0].options[0].text.main == "1.5 万元以下")
    }

    @Test func aNegativeLevelKeepsItsSign() {
        let survey = readClean("# 自查\n语言：zh\n量表：差\n- -1 = 更差\n- 0 = 一样\n- 1 = 更好\nA1. 问 [量表题 差]")
        #expect(survey.scales[0].bounds == -1...1)
    }

    @Test func everyPropertyOfADimensionIsRead() throws {
        let survey = readClean(
            """
            # 自查
            语言：zh
            NL. 问 [能力对 五级]
            - NL1 = 写
            - NL2 = 说
            量表：五级
            - 1 = 低
            - 2 = 高
            维度：差距
            取题：NL1、NL2 ×3
            计法：要求-现有
            缺答：至多 1 题
            换算：0~100
            方向：低为好
            层级：部门
            性质：形成
            基准：1.5
            - ≥ 1.5 = 大
            - 其余 = 小
            """)
        let dimension = try #require(survey.dimension(named: "差距"))
        #expect(dimension.terms.map(\.code) == ["NL1", "NL2"] && dimension.terms.map(\.weight) == [1, 3])
        #expect(dimension.method == .gap && dimension.mostMissing == 1 && dimension.rescale == .onto(0...100))
        #expect(dimension.direction == .lowerIsBetter && dimension.level == .unit && dimension.model == .formative)
        #expect(dimension.benchmark == .value(1.5))
        #expect(dimension.band(for: 1.5)?.text.main == "大" && dimension.band(for: 1.4999)?.text.main == "小")
    }

    @Test func theHeaderIsRead() {
        let survey = readClean(
            "# 自查\n版本：2026\n上一版：2024\n语言：zh\n填写：2026-11-01～2026-11-30\n匿名：否\n分组下限：10\n凭证：一人一码\n说明：甲\n说明：乙\nA1. 问 [文本]\n停用：B1,B2"
        )
        #expect(survey.year == 2026 && survey.previousYear == 2024 && !survey.isAnonymous && survey.smallestGroup == 10)
        #expect(survey.fieldwork == Day("2026-11-01")!...Day("2026-11-30")! && survey.access == "一人一码")
        #expect(survey.introduction.map(\.main) == ["甲", "乙"] && survey.retired == ["B1", "B2"])
    }
}
