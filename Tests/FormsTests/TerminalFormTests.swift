import Surveys
import TestSupport
import Testing

@testable import Forms

@Suite struct TerminalFormTests {
    private static func form(_ body: String, roster: Roster? = nil) throws -> TerminalForm {
        TerminalForm(Interview(try Survey.sample(body), surveyHash: "h", roster: roster))
    }

    private static let body = """
        ## 一、基本 | Basics
        A1. 岗位 | Post [单选]
        - gl = 综合 | General
        - js = 技术 | Technical
        - qt = 其他 | Other [填写]

        A2. 学风自评 | Study style [量表题 五级]
        - A21 = 甲 | First
        - A22 = 乙 | Second [选填]

        A3. 能力 | Competence [能力对 五级]
        - A31 = 写作 | Writing

        A4. 次数 | Times [数字 0~20 次]

        A5. 意见 | Comment [文本 选填 ≤10字]
        """

    @Test func arrowsAndSpaceAnswerAndEnterAloneAnswersNothing() throws {
        var form = try Self.form(Self.body)
        form.press(.enter)
        #expect(form.interview.current == 0)
        #expect(!form.interview.answer(to: "A1").isGiven)
        #expect(form.message != nil)
        for key in [Key.down, .down, .character(" ")] { form.press(key) }
        #expect(form.interview.answer(to: "A1") == .option("js"))
        form.press(.enter)
        #expect(form.interview.current == 1)
        form.press(.backTab)
        #expect(form.interview.current == 0)
    }

    @Test func digitsAnswerAGridFromTopToBottom() throws {
        var form = try Self.form(Self.body)
        for key in "1n42" { form.press(.character(key)) }
        #expect(form.interview.answer(to: "A21") == .level(4))
        #expect(form.interview.answer(to: "A22") == .level(2))
        form.press(.tab)
        for key in "35" { form.press(.character(key)) }
        #expect(form.interview.answer(to: "A31_cur") == .level(3))
        #expect(form.interview.answer(to: "A31_req") == .level(5))
        form.press(.character("9"))
        #expect(form.message != nil)
        #expect(form.interview.answer(to: "A31_req") == .level(5))
    }

    @Test func wordsBesideAnOptionAreTypedAtOnce() throws {
        var form = try Self.form(Self.body)
        form.press(.character("3"))
        for key in "借调" { form.press(.character(key)) }
        #expect(form.interview.answer(to: "A1_qt_text") == .text("借调"))
        form.press(.backspace)
        #expect(form.interview.answer(to: "A1_qt_text") == .text("借"))
        form.press(.tab)
        #expect(form.interview.current == 1)
    }

    @Test func whatIsNoNumberStaysOnTheScreenAndBlocksForwardOnly() throws {
        var form = try Self.form(Self.body)
        for key in "1n42" { form.press(.character(key)) }
        form.press(.tab)
        for key in "35" { form.press(.character(key)) }
        form.press(.tab)
        for key in "99" { form.press(.character(key)) }
        form.press(.enter)
        #expect(form.interview.current == 3)
        #expect(form.message?.chinese.contains("0~20") == true)
        form.press(.backTab)
        #expect(form.interview.current == 2)
        form.press(.tab)
        form.press(.character("7"))
        form.press(.enter)
        #expect(form.interview.answer(to: "A4") == .number(7, decimals: 0))
        form.press(.tab)
        #expect(form.interview.position == .review)
        // The keys that go on do not hand in: one too many would leave nothing to look over.
        for key in [Key.tab, .character("n"), .right] { form.press(key) }
        #expect(form.outcome == .open && form.interview.position == .review)
        form.press(.enter)
        #expect(form.outcome == .submitted)
    }

    @Test func theReviewNamesWhatIsMissingAndLeadsThere() throws {
        var interview = Interview(try Survey.sample(Self.body), surveyHash: "h")
        for (name, text) in [("A1", "gl"), ("A21", "1"), ("A31_cur", "1"), ("A31_req", "2"), ("A4", "3")] {
            try interview.answer(name, text)
        }
        _ = interview.goToReview()
        interview.clear("A21")
        var form = TerminalForm(interview)
        #expect(form.render(width: 80, height: 24).contains { $0.text.contains("甲") && $0.text.contains("还没有回答") })
        form.press(.enter)
        #expect(form.interview.current == 1)
    }

    @Test func theLanguageIsSwitchedAnywhere() throws {
        var form = try Self.form(Self.body)
        form.press(.character("L"))
        #expect(form.render(width: 80, height: 24).contains { $0.text.contains("General") })
        form.press(.character("3"))
        form.press(.control("l"))
        #expect(form.render(width: 80, height: 24).contains { $0.text.contains("其他") })
    }

    @Test(arguments: [(20, 6), (40, 10), (80, 24), (200, 60), (3, 2)])
    func everyScreenFitsTheTerminal(_ width: Int, _ height: Int) throws {
        var form = TerminalForm(Interview(try everyType(), surveyHash: "h"))
        var chance = SplitMix64(seed: 5)
        let keys: [Key] = [
            .down, .down, .up, .right, .left, .tab, .tab, .enter, .backTab, .character(" "), .character("1"),
            .character("2"), .character("?"), .pageDown, .character("L"), .escape,
        ]
        let (columns, rows) = (max(width, TerminalForm.leastSize.width), max(height, TerminalForm.leastSize.height))
        for _ in 0..<400 where form.outcome == .open {
            form.press(keys.randomElement(using: &chance) ?? .tab)
            let lines = form.render(width: width, height: height)
            #expect(lines.count == rows)
            #expect(lines.allSatisfy { DisplayWidth.of($0.text) <= columns })
        }
    }

    @Test(arguments: [(40, 10), (80, 24), (120, 40)])
    func theCursorIsAlwaysOnTheScreen(_ width: Int, _ height: Int) throws {
        let rows = (1...30).map { "- B\($0) = 第\($0)条很长很长的说法，要占两行才写得下的那一种 | Statement \($0)" }
        var form = try Self.form("B. 很多条 | Many [量表题 五级]\n" + rows.joined(separator: "\n"))
        for step in 0..<30 {
            let lines = form.render(width: width, height: height)
            // Its steps too: the last line of a statement.
            #expect(lines.contains { $0.style == .cursor && $0.text.contains("( )") }, "\(step)")
            #expect(lines.contains { $0.text.contains("1   2   3   4   5") || $0.text.contains("完全不符合") }, "\(step)")
            form.press(.down)
        }
    }

    @Test func theStepUnderTheCursorIsNamed() throws {
        var form = try Self.form("B. 几条 | Some [量表题 五级]\n- B1 = 甲 | First\n- B2 = 乙 | Second")
        form.press(.right)
        form.press(.right)
        #expect(form.render(width: 40, height: 10).last?.text.hasPrefix("[2 不太符合]") == true)
        form.press(.enter)
        #expect(form.interview.answer(to: "B1") == .level(2))
    }

    @Test func theScreenSaysWithoutColourWhatIsChosen() throws {
        var form = try Self.form(Self.body)
        form.press(.character("2"))
        let lines = form.render(width: 60, height: 20).map(\.text)
        #expect(lines.contains { $0.hasPrefix("> (*) 2 技术") })
        #expect(lines.contains { $0.hasPrefix("  ( ) 1 综合") })
    }

    @Test func aSurveyMovesNoCursor() throws {
        let survey = try Survey.sample("A1. 问\u{1B}c题 | Q [文本 选填]")
        let lines = TerminalForm(Interview(survey, surveyHash: "h")).render(width: 60, height: 20)
        #expect(lines.allSatisfy { !$0.text.unicodeScalars.contains("\u{1B}") })
    }

    // MARK: Keys

    @Test(arguments: [
        ("\u{1B}[A", [Key.up]), ("\u{1B}OB", [.down]), ("\u{1B}[Z", [.backTab]), ("\u{1B}[5~", [.pageUp]),
        ("a\r", [.character("a"), .enter]), ("学", [.character("学")]), ("\u{3}", [.control("c")]),
        ("\u{1B}[200~一\n二\u{1B}[201~x", [.paste("一\n二"), .character("x")]), ("\u{1B}[1;5C1", [.character("1")]),
    ])
    func bytesAreKeysHoweverTheyAreCut(_ text: String, _ keys: [Key]) {
        let bytes = Array(text.utf8)
        for cut in 0...bytes.count {
            var decoder = KeyDecoder()
            let found = decoder.keys(in: Array(bytes[..<cut])) + decoder.keys(in: Array(bytes[cut...]))
            #expect(found == keys)
        }
    }

    @Test func anEscapeAloneIsAKeyOnceNothingFollows() {
        var decoder = KeyDecoder()
        #expect(decoder.keys(in: [0x1B]).isEmpty)
        #expect(decoder.isWaiting)
        #expect(decoder.flush() == [.escape])
    }
}
