import Surveys
import Testing

/// What an expression means, and what it answers for one respondent.
@Suite struct ConditionTests {
    private static let survey = Survey.read(
        """
        # 自查
        语言：zh、en
        量表：五级
        - 1 = 低 | Low
        - 2 = 中 | Middle
        - 3 = 高 | High
        - NA = 不适用 | Inapplicable
        A1. 岗位 | Post [单选]
        - gl = 综合管理 | General
        - js = 专业技术（含工勤） | Technical
        - 3 = 领导或同事 | Yes and no
        A2. 形式 | Forms [多选]
        - 1 = 外出培训 | Away
        - 2 = 1 | One
        A3. 天数 | Days [数字 0.0~99.5]
        A4. 日期 | Date [日期]
        A5. 日期 | Date [日期]
        A6. 姓 | Name [文本]
        XF. 对照 | Rate [量表题 五级]
        - XF1 = 甲 | One
        - XF2 = 乙 | Two
        NL. 能力 | Skills [能力对 五级]
        - NL1 = 写 | Writing
        非甲. 数 | Number [数字]
        """
    ).survey

    private func read(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) -> Condition? {
        let (condition, diagnostics) = Condition.read(text, survey: Self.survey, columns: ["age", "q 1", "in-school"])
        #expect(diagnostics.map(\.title.chinese) == [], sourceLocation: sourceLocation)
        return condition
    }

    private static func compare(_ name: String, _ sign: Condition.Comparison, _ operand: Condition.Operand) -> Condition
    {
        .compare(Condition.Reference(name), sign, operand)
    }

    static let meanings: [(String, Condition)] = [
        ("A1 = 综合管理", compare("A1", .equal, .option("gl"))), ("A1=gl", compare("A1", .equal, .option("gl"))),
        ("A1 ≠ General", compare("A1", .notEqual, .option("gl"))), ("A1 != 3", compare("A1", .notEqual, .option("3"))),
        ("A1 = 专业技术（含工勤）", compare("A1", .equal, .option("js"))),
        ("(A1 = 专业技术（含工勤）)", compare("A1", .equal, .option("js"))),
        ("A1 = “领导或同事”", compare("A1", .equal, .option("3"))),
        ("A1 = \"Yes and no\"", compare("A1", .equal, .option("3"))),
        ("A2含外出培训", compare("A2", .has, .option("1"))), ("A2 不含 外出培训", compare("A2", .lacks, .option("1"))),
        ("A2只含外出培训", compare("A2", .hasOnly, .option("1"))), ("A2 has Away", compare("A2", .has, .option("1"))),
        ("A2 lacks Away", compare("A2", .lacks, .option("1"))), ("A2 only Away", compare("A2", .hasOnly, .option("1"))),
        // A code goes before a label that looks like it.
        ("A2 含 1", compare("A2", .has, .option("1"))), ("A2 含 One", compare("A2", .has, .option("2"))),
        ("A3 ≥ 5.5", compare("A3", .atLeast, .number(5.5))), ("A3》５", compare("A3", .greater, .number(5))),
        ("A3 <= 5", compare("A3", .atMost, .number(5))), ("A3<5", compare("A3", .less, .number(5))),
        ("A5 ≥ A4", compare("A5", .atLeast, .reference(.init("A4")))),
        ("A5 ≥ 2026-11-03", compare("A5", .atLeast, .day(Day("2026-11-03")!))),
        ("A6 = 张", compare("A6", .equal, .text("张"))),
        ("XF1 = 高", compare("XF1", .equal, .number(3))), ("XF1 ≥ Middle", compare("XF1", .atLeast, .number(2))),
        ("XF1 > XF2", compare("XF1", .greater, .reference(.init("XF2")))),
        ("NL1.要求 ≥ 2", compare("NL1_req", .atLeast, .number(2))),
        ("NL1。现有 > 2", compare("NL1_cur", .greater, .number(2))),
        ("NL1.required > NL1.current", compare("NL1_req", .greater, .reference(.init("NL1_cur")))),
        ("NL1_req ≥ 2", compare("NL1_req", .atLeast, .number(2))),
        ("A3 已答", .answered(.init("A3"))), ("A3已答", .answered(.init("A3"))),
        ("A3 unanswered", .unanswered(.init("A3"))),
        ("NL1.要求已答", .answered(.init("NL1_req"))),
        ("非 A3 已答", .not(.answered(.init("A3")))), ("非A3已答", .not(.answered(.init("A3")))),
        ("not (A3 已答)", .not(.answered(.init("A3")))),
        ("非非 A3 已答", .not(.not(.answered(.init("A3"))))), ("非甲 已答", .answered(.init("非甲"))),
        ("age ≥ 18", compare("age", .atLeast, .number(18))), ("age = adult", compare("age", .equal, .text("adult"))),
        ("“q 1” = 2", compare("q 1", .equal, .number(2))), ("\"in-school\" 已答", .answered(.init("in-school"))),
        ("A3 已答 且 A4 已答 且 A5 已答", .all([.answered(.init("A3")), .answered(.init("A4")), .answered(.init("A5"))])),
        ("A3 已答或A4 已答", .any([.answered(.init("A3")), .answered(.init("A4"))])),
        (
            "A3 已答 and (A4 已答 OR A5 已答)",
            .all([.answered(.init("A3")), .any([.answered(.init("A4")), .answered(.init("A5"))])])
        ),
        ("非 A3 已答 或 A4 已答", .any([.not(.answered(.init("A3"))), .answered(.init("A4"))])),
        ("（（A3 已答））", .answered(.init("A3"))),
        ("A1=gl且A2含外出培训", .all([compare("A1", .equal, .option("gl")), compare("A2", .has, .option("1"))])),
    ]

    @Test(arguments: meanings) func anExpressionMeans(_ text: String, _ condition: Condition) {
        #expect(read(text) == condition)
    }

    @Test func itSaysWhatItReads() {
        #expect(read("A3 已答 且 （非 A5 ≥ A4 或 A6 = 张）")?.references.map(\.name) == ["A3", "A5", "A4", "A6"])
    }

    static let answers: [String: Answer] = [
        "A1": .option("gl"), "A2": .options(["1", "2"]), "A3": .number(55, decimals: 1), "A4": .day(Day("2026-01-31")!),
        "A5": .day(Day("2026-02-01")!), "A6": .text("张"), "XF1": .level(3), "XF2": .notApplicable, "NL1_cur": .level(1),
        "NL1_req": .level(3), "age": .text("18"),
    ]

    @Test(arguments: [
        ("A1 = gl", true), ("A1 ≠ gl", false), ("A1 = js", false), ("A1 ≠ js", true),
        ("A2 含 1", true), ("A2 不含 1", false), ("A2 只含 1", false), ("A2 含 One", true),
        ("A3 = 5.5", true), ("A3 > 5.5", false), ("A3 ≥ 5.5", true), ("A3 < 5.5", false), ("A3 ≤ 5.5", true),
        ("A3 ≠ 5.5", false),
        ("A5 > A4", true), ("A4 > A5", false), ("A5 = 2026-02-01", true), ("A6 = 张", true), ("A6 ≠ 张", false),
        ("A6 = 李", false),
        ("XF1 ≥ 3", true), ("XF1 > XF2", false), ("NL1.要求 > NL1.现有", true), ("age ≥ 18", true), ("age = 18", true),
        ("age < 18", false),
        // 不适用 is an answer, but no number.
        ("XF2 已答", true), ("XF2 ≥ 2", false), ("XF2 < 2", false),
        ("A3 已答 且 A4 已答", true), ("A3 已答 且 A4 未答", false), ("A3 未答 或 A4 已答", true), ("非 （A3 已答 且 A4 未答）", true),
    ])
    func itAnswersForOneRespondent(_ text: String, _ holds: Bool) {
        #expect(read(text)?.holds { Self.answers[$0.name] ?? .missing } == holds)
    }

    @Test(arguments: [Answer.missing, .notAsked])
    func aMissingAnswerMakesEveryComparisonFalse(_ answer: Answer) {
        for text in ["A3 ≥ 5", "A3 < 5", "A3 ≠ 5", "A1 ≠ gl", "A2 不含 1", "A6 ≠ 张", "A3 已答", "A5 ≥ A4"] {
            #expect(read(text)?.holds { _ in answer } == false)
        }
        for text in ["A3 未答", "非 A3 ≥ 5"] { #expect(read(text)?.holds { _ in answer } == true) }
    }

    @Test func aConditionOfAFileIsOneLine() {
        let (condition, diagnostics) = Condition.read("A3 ≥ 5\nA4 已答", survey: Self.survey, columns: [])
        #expect(condition == nil && diagnostics.map(\.code) == ["Z082"])
    }

    @Test func bracketsAreFollowedOnlySoDeep() {
        let deep = String(repeating: "非（", count: 100_000)
        #expect(Condition.read(deep, survey: Self.survey, columns: []).diagnostics.map(\.code) == ["Z089"])
        #expect(
            Condition.read(String(repeating: "非", count: 100_000), survey: Self.survey, columns: []).condition == nil)
    }
}
