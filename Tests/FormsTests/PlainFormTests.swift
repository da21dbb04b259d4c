import Surveys
import TestSupport
import Testing

@testable import Forms

@Suite struct PlainFormTests {
    private static let body = """
        A1. 岗位 | Post [单选]
        - b = 综合 | General
        - js = 技术 | Technical
        - qt = 其他 | Other [填写]

        A2. 次数 | Times [数字 0~20]

        A3. 意见 | Comment [文本 选填]
        """

    /// Feeds lines and gives back everything that was printed.
    private static func talk(_ lines: [String?]) throws -> (form: PlainForm, said: String) {
        var form = PlainForm(Interview(try Survey.sample(body), surveyHash: "h"))
        var said = ""
        for line in lines { said += form.prompt() + form.read(line) }
        return (form, said)
    }

    @Test func linesAnswerFromTheFirstQuestionToTheEnd() throws {
        let (form, said) = try Self.talk(["js", "7", "", "y"])
        #expect(form.outcome == .submitted)
        #expect(form.interview.response.answers == [.option("js"), .notAsked, .number(7, decimals: 0), .missing])
        #expect(said.contains("1/3. 岗位"))
    }

    @Test func aCodeGoesBeforeACommandAndAColonBeforeBoth() throws {
        #expect(try Self.talk(["b"]).form.interview.answer(to: "A1") == .option("b"))
        #expect(try Self.talk(["js", ":b"]).form.interview.current == 0)
        #expect(try Self.talk(["js", "b"]).form.interview.current == 0)
        #expect(try Self.talk(["js", "7", " q"]).form.interview.answer(to: "A3") == .text("q"))
    }

    @Test func whatIsRequiredOrRefusedIsAskedAgain() throws {
        let (form, said) = try Self.talk(["", "zz", "js", "21"])
        #expect(form.interview.current == 1)
        #expect(said.contains("还没有回答"))
        #expect(said.contains("0~20"))
        #expect(!said.contains("zz"))
    }

    @Test func theEndOfTheInputLeavesAndKeeps() throws {
        let (form, _) = try Self.talk(["js", nil])
        #expect(form.outcome == .left)
        #expect(form.interview.draft.answers.map(\.cell) == ["js"])
    }

    @Test func theLanguageIsSwitched() throws {
        let (_, said) = try Self.talk(["l", "js"])
        #expect(said.contains("js = Technical"))
    }

    @Test func wordsBesideAnOptionAreAsked() throws {
        let (form, _) = try Self.talk(["qt", "借调"])
        #expect(form.interview.answer(to: "A1_qt_text") == .text("借调"))
    }
}
