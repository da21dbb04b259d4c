import Forms
import Surveys
import TestSupport
import Testing

/// Words beside an option: `其他 [填写]`.
@Suite struct OptionTextTests {
    private static let body = """
        A1. 岗位 | Post [单选]
        - gl = 综合 | General
        - qt = 其他 | Other [填写]

        A2. 方式 | Ways [多选 选填]
        - a = 自学 | Alone
        - b = 报班 | Course [填写]
        - z = 别的 | Else [填写]

        A3. 补充 | More [文本 选填]
        显示：A1_qt_text 已答
        """

    private static func read(_ lines: [String]...) throws -> ResponseImport {
        try ResponseImport(CSVTable(lines), survey: Survey.sample(body))
    }

    @Test func theyAreVariablesBehindTheirQuestion() throws {
        let survey = try Survey.sample(Self.body)
        #expect(survey.variables.map(\.name) == ["A1", "A1_qt_text", "A2", "A2_b_text", "A2_z_text", "A3"])
        let words = survey.variables[1]
        #expect(words.code == "A1")
        #expect(!words.isRequired)
        #expect(words.marks.isUnscored)
        #expect(words.text.text(in: "en") == "Post: Other")
        #expect(survey.variables(of: Dimension.Term(code: "A1")).map(\.name) == ["A1"])
    }

    @Test(arguments: [
        (["qt：借调", ""], [Answer.option("qt"), .text("借调")]),
        (["其他: 借调", ""], [.option("qt"), .text("借调")]),
        (["qt：借调", "挂职"], [.option("qt"), .text("挂职")]),
        (["qt", "挂职"], [.option("qt"), .text("挂职")]),
        (["qt", ""], [.option("qt"), .missing]),
        (["qt：", ""], [.option("qt"), .missing]),
        (["gl", ""], [.option("gl"), .notAsked]),
    ])
    func oneCellIsSplitAndTheWordsOwnColumnGoesBefore(_ cells: [String], _ answers: [Answer]) throws {
        let content = try Self.read(["A1", "A1_qt_text"], cells)
        #expect(content.rejects.isEmpty)
        #expect(Array(content.responses[0].answers.prefix(2)) == answers)
    }

    @Test func withoutAColumnOfTheirOwnTheyAreReadAllTheSame() throws {
        let content = try Self.read(["A1"], ["qt：借调"])
        #expect(Array(content.responses[0].answers.prefix(2)) == [.option("qt"), .text("借调")])
    }

    @Test(arguments: [
        ("a;b：夜校", ["a", "b"], ["夜校", nil]), ("b：夜校┋z：展览", ["b", "z"], ["夜校", "展览"]),
        ("b：夜校、网课", ["b"], ["夜校、网课", nil]), ("a、b", ["a", "b"], [nil, nil]),
    ])
    func severalChoicesAreSplit(_ cell: String, _ codes: [String], _ words: [String?]) throws {
        let content = try Self.read(["A1", "A2"], ["gl", cell])
        #expect(content.rejects.isEmpty)
        let answers = content.responses[0].answers
        #expect(answers[2] == .options(codes))
        // The file has no column for the words: who wrote none was not asked.
        #expect(Array(answers[3...4]) == words.map { $0.map { .text($0) } ?? .notAsked })
    }

    @Test func wordsBesideAnOptionThatWasNotChosenAreRefused() throws {
        let content = try Self.read(["A1", "A1_qt_text"], ["gl", "借调"])
        #expect(content.rejects.map(\.refusal) == [.notAsked])
        #expect(content.rejects.map(\.column) == ["A1_qt_text"])
    }

    @Test func aTableOfResponsesReadsBackTheSame() throws {
        let survey = try Survey.sample(Self.body)
        let response = Response(answers: [
            .option("qt"), .text("借调, \"x\""), .options(["a", "z"]), .notAsked, .text("b：c;d"), .missing,
        ])
        let table = try CSVTable(bytes: Array(CSVTable([response], survey: survey).text.utf8))
        #expect(try ResponseImport(table, survey: survey).responses == [response])
    }

    @Test func aConditionMayAskForThem() throws {
        let shown = try Self.read(["A1", "A1_qt_text", "A3"], ["qt", "借调", "详"], ["qt", "", ""])
        #expect(shown.responses.map { $0.answers[5] } == [.text("详"), .notAsked])
    }
}
