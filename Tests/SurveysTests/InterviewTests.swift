import TestSupport
import Testing

@testable import Surveys

@Suite struct InterviewTests {
    private static func interview(_ body: String, seed: UInt64 = 0) throws -> Interview {
        Interview(try Survey.sample(body), surveyHash: "h", seed: seed)
    }

    private static let branching = """
        ## 一 | One
        A1. 岗位 | Post [单选]
        - gl = 综合 | General
        - js = 技术 | Technical
        - qt = 其他 | Other [填写]

        A2. 带几个人 | Team size [数字 0~20]
        显示：A1 = gl

        A3. 您选了{A1}，为什么 | You chose {A1}: why? [文本 选填 ≤10字]

        ## 二 | Two
        显示：A1 = js
        B1. 量表 | Scale [量表题 五级]
        - B11 = 甲 | First
        - B12 = 乙 | Second [选填]
        """

    @Test func onlyWhatIsAskedIsAStep() throws {
        var interview = try Self.interview(Self.branching)
        #expect(interview.steps == [0, 2])
        try interview.answer("A1", "gl")
        #expect(interview.steps == [0, 1, 2])
        try interview.answer("A1", "技术")
        #expect(interview.steps == [0, 2, 3])
        #expect(interview.progress == (1, 4))
    }

    @Test func forwardIsBlockedByWhatIsMissingAndBackByNothing() throws {
        var interview = try Self.interview(Self.branching)
        let result1 = interview.next()
        #expect(result1.map(\.reason) == [.unanswered])
        #expect(interview.position == .question(0))
        try interview.answer("A1", "gl")
        let result2 = interview.next()
        #expect(result2.isEmpty)
        #expect(interview.position == .question(1))
        interview.back()
        #expect(interview.position == .question(0))
        let result3 = interview.goToReview()
        #expect(result3.map(\.variable) == ["A2"])
        #expect(interview.position == .question(1))
    }

    @Test func hiddenAnswersStayInTheDraftAndOutOfTheResponse() throws {
        var interview = try Self.interview(Self.branching)
        try interview.answer("A1", "gl")
        try interview.answer("A2", "7")
        try interview.answer("A1", "qt：借调")
        #expect(interview.answer(to: "A2") == .number(7, decimals: 0))
        #expect(interview.answer(to: "A1_qt_text") == .text("借调"))
        #expect(interview.response.answers[2] == .notAsked)
        try interview.answer("A1", "gl")
        #expect(interview.response.answers[2] == .number(7, decimals: 0))
        #expect(interview.response.answers[1] == .notAsked)
    }

    @Test func earlierAnswersStandInTextsInTheLanguageOfTheReader() throws {
        var interview = try Self.interview(Self.branching)
        let question = interview.questions[2]
        #expect(interview.text(question.text) == "您选了……，为什么")
        try interview.answer("A1", "js")
        #expect(interview.text(question.text) == "您选了技术，为什么")
    }

    @Test(arguments: [
        ("A1", "xx", Refusal.notAnOption), ("A2", "7", .notAsked), ("A3", "一二三四五六七八九十一", .tooLong),
        ("ZZ", "1", .notAsked), ("B11", "1", .notAsked),
    ])
    func whatIsRefusedChangesNothing(_ name: String, _ text: String, _ refusal: Refusal) throws {
        var interview = try Self.interview(Self.branching)
        let before = interview.draft
        #expect(throws: RefusalError(refusal)) { try interview.answer(name, text) }
        #expect(interview.draft == before)
    }

    @Test func languageIsSwitchedAtAnyTime() throws {
        var interview = try Self.interview(Self.branching)
        try interview.answer("A1", "gl")
        interview.setLanguage("en")
        #expect(interview.text(interview.questions[2].text) == "You chose General: why?")
        let result4 = interview.setLanguage("fr")
        #expect(!result4)
        #expect(interview.language == "en")
    }

    private static let checked = """
        C1. 提出几条 | Made [数字 0~99]

        C2. 采纳几条 | Adopted [数字 0~99]
        校验：C2 ≤ C1
        提示：采纳的不能多于提出的
        en: No more can be adopted than were made
        提醒：C2 > 0

        C3. 说明 | Note [文本 选填]
        """

    @Test func aCheckBlocksForwardUntilItHolds() throws {
        var interview = try Self.interview(Self.checked)
        try interview.answer("C1", "3")
        _ = interview.next()
        try interview.answer("C2", "5")
        let problems = interview.next()
        #expect(problems.map { interview.wording(of: $0).chinese } == ["采纳的不能多于提出的"])
        #expect(interview.response.answers[1] == .missing)
        #expect(interview.answer(to: "C2") == .number(5, decimals: 0))
        let result5 = interview.submit()
        #expect(!result5.isEmpty)
        interview.back()
        try interview.answer("C1", "6")
        #expect(interview.problems.isEmpty)
    }

    @Test func aReminderIsSaidOnceAndLetsGo() throws {
        var interview = try Self.interview(Self.checked)
        try interview.answer("C1", "3")
        _ = interview.next()
        try interview.answer("C2", "0")
        let first = interview.next()
        #expect(first.count == 1)
        #expect(interview.current == 1)
        let result6 = interview.next()
        #expect(result6.isEmpty)
        #expect(interview.current == 2)
        let result7 = interview.submit()
        #expect(result7.isEmpty)
        #expect(interview.position == .submitted)
    }

    private static let choosing = """
        D1. 方式 | Ways [多选 2~3项]
        - a = 自学 | Alone
        - b = 集中 | Together
        - c = 网络 | Online
        - d = 外出 | Abroad
        - z = 都没有 | None [独占]

        D2. 排序 | Rank [排序 2项]
        - p = 甲 | First
        - q = 乙 | Second
        - r = 丙 | Third
        """

    @Test func choicesAreCollectedOneByOne() throws {
        var interview = try Self.interview(Self.choosing)
        try interview.toggle("D1", option: "c")
        #expect(interview.answer(to: "D1") == .options(["c"]))
        #expect(interview.response.answers[0] == .missing)
        let result8 = interview.next()
        #expect(result8.map(\.reason) == [.unfinished])
        try interview.toggle("D1", option: "a")
        #expect(interview.response.answers[0] == .options(["a", "c"]))
        try interview.toggle("D1", option: "b")
        #expect(throws: RefusalError(.wrongCount)) { try interview.toggle("D1", option: "d") }
        try interview.toggle("D1", option: "z")
        #expect(interview.response.answers[0] == .options(["z"]))
        try interview.toggle("D1", option: "d")
        #expect(interview.answer(to: "D1") == .options(["d"]))
    }

    @Test func aRankingKeepsTheOrderOfPreference() throws {
        var interview = try Self.interview(Self.choosing)
        try interview.toggle("D2", option: "r")
        try interview.toggle("D2", option: "p")
        #expect(interview.response.answers[1] == .options(["r", "p"]))
        try interview.toggle("D2", option: "r")
        #expect(interview.answer(to: "D2") == .options(["p"]))
    }

    @Test func shuffledOptionsKeepTheirOrderForOneRespondentAndTheLastOnesTheirPlace() throws {
        let options = (1...9).map { "- \($0) = 项\($0) | Item \($0)" }.joined(separator: "\n")
        let body = "E1. 哪个 | Which [单选 乱序]\n\(options)\n- 99 = 其他 | Other [填写]"
        func order(_ seed: UInt64) throws -> [String] {
            try Self.interview(body, seed: seed).options(of: 0).map(\.code)
        }
        #expect(try order(1) == order(1))
        let orders = try (0..<20).map { try order($0) }
        #expect(Set(orders).count > 15)
        #expect(orders.allSatisfy { $0.last == "99" && Set($0).count == 10 })
    }

    @Test func aDraftResumesExactly() throws {
        var interview = try Self.interview(Self.branching, seed: 42)
        try interview.answer("A1", "qt")
        try interview.answer("A1_qt_text", "第一行\n第二行\\n")
        interview.setLanguage("en")
        _ = interview.next()
        let draft = try Interview.Draft(text: interview.draft.text)
        #expect(draft == interview.draft)
        let again = try Interview(resuming: draft, of: interview.survey, surveyHash: "h")
        #expect(again.draft == interview.draft)
        #expect(again.response == interview.response)
        #expect(again.position == interview.position)
        #expect(throws: Interview.DraftError.otherSurvey) {
            try Interview(resuming: draft, of: interview.survey, surveyHash: "other")
        }
    }

    @Test func aDraftThatWasCutOffIsNoDraft() throws {
        var interview = try Self.interview(Self.branching)
        try interview.answer("A1", "gl")
        let text = interview.draft.text
        for length in 0..<text.utf8.count {
            let part = String(decoding: Array(text.utf8.prefix(length)), as: UTF8.self)
            #expect(throws: Interview.DraftError.unreadable) { try Interview.Draft(text: part) }
        }
    }
}
