import Surveys
import Testing

/// Days, suggestions, and the cells that people fill in.
@Suite struct ValueTests {
    @Test(arguments: [
        ("2026-11-03", "2026-11-03"), ("2026/1/3", "2026-01-03"), ("2026.11.30", "2026-11-30"),
        ("2026-11", "2026-11-01"),
        ("2024-02-29", "2024-02-29"), ("2000-02-29", "2000-02-29"),
    ])
    func aDayIsRead(_ text: String, _ day: String) {
        #expect(Day(text)?.description == day)
    }

    @Test(arguments: [
        "2025-02-29", "1900-02-29", "2026-13-01", "2026-00-01", "2026-04-31", "2026-1-0", "+202-01-01", "2026-+1-01",
        "26-01-01", "2026",
        "2026-01-01-01", "2026--01", "", "２０２６-01-01", "二〇二六-01-01", "0000-01-01",
    ])
    func noSuchDay(_ text: String) {
        #expect(Day(text) == nil)
    }

    @Test(arguments: [
        ("先是", "显示"), ("小燕", "校验"), ("题型", "提醒"), ("题示", "提示"), ("纬度", "维度"), ("亮表", "量表"), ("却答", "缺答"), ("还算", "换算"),
        ("但选", "单选"), ("平分", "评分"), ("能力队", "能力对"), ("派序", "排序"), ("反响", "反向"), ("不记分", "不计分"), ("分组下线", "分组下限"),
    ])
    func `a word that sounds like a keyword is taken for it`(typed: String, meant: String) {
        let words = [
            "显示", "校验", "提醒", "提示", "维度", "量表", "缺答", "换算", "单选", "多选", "评分", "能力对", "排序", "反向", "不计分", "分组下限",
        ]
        #expect(Suggestion.nearest(to: typed, among: words) == meant)
    }

    @Test func daysAreCountedWithoutAGap() throws {
        var number = try #require(Day("1999-12-31")).number
        for year in 2000...2001 {
            for month in 1...12 {
                for day in 1...31 {
                    guard let next = Day(year: year, month: month, day: day) else { continue }
                    number += 1
                    #expect(next.number == number)
                }
            }
        }
        let (march, february) = (try #require(Day("2026-03-01")), try #require(Day("2026-02-28")))
        #expect(march > february)
    }

    @Test(arguments: [
        ("单选提", "单选"), ("多远", "多选"), ("显视", "显示"), ("singel", "single"), ("mutli", "multi"), ("SINGLE1", "single"),
        ("天地玄黄", nil),
        ("", nil), ("量", nil),
    ])
    func theNearestWord(_ typed: String, _ meant: String?) {
        #expect(Suggestion.nearest(to: typed, among: ["单选", "多选", "显示", "single", "multi"]) == meant)
    }

    @Test func swappedNeighboursAreOneSlip() {
        #expect(Suggestion.nearest(to: "NL21", among: ["NL99", "NL12"]) == "NL12")
        #expect(Suggestion.nearest(to: "A1", among: ["A1"]) == nil)
    }

    private func answer(_ block: String, _ cell: String) throws -> Result<Answer, RefusalError> {
        let survey = readClean("# 自查\n语言：zh\n\(block)")
        return AnswerReader(try #require(survey.variables.first)).read(cell)
    }

    private static let single = "A1. 问 [单选]\n- gl = 综合管理\n- js = 专业技术\n- qt = 其他 [填写]"
    private static let multi = "A1. 问 [多选 1~2项]\n- 1 = 甲、乙\n- 2 = 丙\n- 3 = 丁\n- 9 = 都没有 [独占]"
    private static let scale = "量表：五级\n- 1 = 低\n- 2 = 高\n- NA = 不适用\nA1. 问 [量表题 五级]"

    @Test(arguments: [
        (single, " 综合管理\u{3000}", Answer.option("gl")), (single, "ＧＬ", .option("gl")),
        (single, "gl. 综合管理", .option("gl")),
        (single, "其他：自由职业", .option("qt")), (single, "", .missing),
        (multi, "甲、乙", .options(["1"])), (multi, "丁┋丙", .options(["2", "3"])), (multi, "3,2,2", .options(["2", "3"])),
        (multi, "都没有", .options(["9"])),
        (scale, "2.0", .level(2)), (scale, "２", .level(2)), (scale, "2 高", .level(2)), (scale, "na", .notApplicable),
        (scale, "不适用", .notApplicable),
        ("A1. 问 [数字 0.5~9]", "３.5", .number(35, decimals: 1)), ("A1. 问 [数字 0~9]", "5.0", .number(5, decimals: 0)),
        ("A1. 问 [日期]", "2026/11/3 10:00", .day(Day("2026-11-03")!)), ("A1. 问 [文本 ≤2字]", "你好", .text("你好")),
    ])
    func aCellIsRead(_ block: String, _ cell: String, _ expected: Answer) throws {
        #expect(try answer(block, cell).get() == expected)
    }

    @Test(arguments: [
        (single, "综合", Refusal.notAnOption), (single, "综合管理：自由", .notAnOption), (single, "7", .outsideRange),
        (multi, "都没有、丙", .exclusive),
        (multi, "甲、乙┋丙┋丁", .wrongCount), (scale, "3", .outsideRange), (scale, "2.5", .notAnOption),
        ("A1. 问 [数字 0~9]", "5.5", .tooManyDecimals), ("A1. 问 [数字 0~9]", "10", .outsideRange),
        ("A1. 问 [数字 0~9]", "nan", .notANumber),
        ("A1. 问 [数字 0~9]", "1e3", .notANumber), ("A1. 问 [数字 0~9]", "五", .notANumber),
        ("A1. 问 [日期]", "2026-02-30", .notADay),
        ("A1. 问 [文本 ≤2字]", "你好吗", .tooLong),
    ])
    func aCellIsRefused(_ block: String, _ cell: String, _ refusal: Refusal) throws {
        #expect(try answer(block, cell) == .failure(RefusalError(refusal)))
    }
}
