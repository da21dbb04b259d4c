import Surveys
import TestSupport
import Testing

@Suite("The difference of two years")
struct DifferenceTests {
    private static func read(_ text: String) -> Survey { Survey.read(text).survey }

    /// A shipped survey without the marks of its year: nothing in it is new, nothing reworded.
    private static func unmarked(_ name: String) throws -> String {
        var text = try Repository.text(name)
        for mark in [" [新增]", " [改述可比]", " [改述不可比]"] { text = text.replacing(mark, with: "") }
        return text
    }

    // Arguments are made before any test runs, where nothing can be caught: a checkout without its surveys is no checkout.
    @Test(arguments: try! Repository.surveyNames()) func ofASurveyAndItselfIsEmpty(_ name: String) throws {
        let survey = Self.read(try Self.unmarked(name))
        let difference = SurveyDifference(from: survey, to: survey)
        #expect(difference.changes == [])
        #expect(difference.trends.allSatisfy { $0.verdict == .unchanged && $0.reasons.isEmpty })
        #expect(difference.trends.map(\.dimension) == survey.dimensions.map(\.name.main))
    }

    @Test func doesNotDependOnTheLanguageOfTheKeywords() throws {
        let reading = Survey.read(try Self.unmarked("surveys/learning-organ-2026.zicha"))
        let english = Survey.read(try #require(reading.formatted(keywords: .english)))
        #expect(english.survey != reading.survey || english.source.text != reading.source.text)
        #expect(SurveyDifference(from: reading.survey, to: english.survey).changes == [])
        #expect(SurveyDifference(from: english.survey, to: reading.survey).changes == [])
    }

    @Test func englishListsHaveCommasAndOneItemIsOne() throws {
        let old = "# 自查\n语言：zh\nX. 问 [评分 1~5]\n- X1 = 甲\n维度：学风\n取题：X\n- ≥ 4 = 好\n- 其余 = 差"
        let new = old.replacing("- X1 = 甲", with: "- X1 = 甲\n- X2 = 乙 [新增]").replacing("≥ 4", with: "≥ 3.5")
        let difference = SurveyDifference(from: Self.read(old), to: Self.read(new))
        #expect(difference.trends.map(\.verdict.wording.english) == ["compared over the 1 common item only (of 2): X1"])
        let bands = try #require(difference.changes.first { $0.what.english == "bands" })
        #expect(bands.before?.english == "≥ 4 好, rest 差" && bands.after?.chinese == "≥ 3.5 好、其余 差")
    }

    // MARK: Nothing that differs goes unsaid

    private static let base = """
        # 自查 | Check
        版本：2026
        上一版：2025
        语言：zh、en
        填写：2026-11-01 ~ 2026-11-30
        分组下限：10
        凭证：一人一码
        说明：请如实作答 | Be frank

        量表：五级 | Five
        - 1 = 从不 | Never [1分]
        - 2 = 有时 | At times [2分]
        - 3 = 总是 | Always [5分]
        - NA = 不适用 | Not applicable

        ## 一、基本 | Basics
        说明：第一页 | Page one

        GW. 岗位 | Post [单选]
        - 1 = 管理 | Admin [3分]
        - 2 = 技术 | Technical [1分]
        - 9 = 其他 | Other [填写 不计分]

        TS. 天数 | Days [数字 0~366 天]
        提醒：TS ≤ 60
        提示：请再核对 | Check again

        XS. 形式 | Forms [多选 1~2项]
        显示：TS > 0
        - a = 集中 | Group
        - b = 网络 | Online
        - c = 都不是 | None [独占]

        ## 二、学风 | Style
        显示：GW ≠ 9

        XF. 请作答 | Answer [量表题 五级]
        - XF1 = 按计划学习 | I keep to my plan
        - XF2 = 凑学时 | I run up hours [反向]
        显示：TS ≥ 1

        NL. 请评价 | Rate [能力对 五级]
        - NL1 = 写作 | Writing
        建议：每月写一份简报 | Write a brief a month
        - NL2 = 调研 | Research

        YJ. 意见 | Comments [长文本 ≤300字 选填]
        RQ. 日期 | Day [日期 2026-01-01~2026-12-31]
        PF. 总评 | Overall [评分 0~10]

        维度：学风 | Style
        取题：XF1 ×2、XF2
        缺答：至多 1 题
        换算：百分制
        建议：排进日程 | Put it into your plan
        - ≥ 80 = 良好 | Good
        - 其余 = 一般 | Fair

        维度：岗位 | Post
        取题：GW
        换算：百分制

        维度：差距 | Gap
        取题：NL
        计法：要求-现有
        方向：低为好

        维度：综合 | Overall
        合成：学风 40%、岗位 60%
        基准：70

        停用：ZZ1
        """

    /// A field of a survey, changed to something else.
    struct Edit: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var make: @Sendable (inout Survey) -> Void

        init(_ name: String, _ make: @escaping @Sendable (inout Survey) -> Void) {
            testDescription = name
            self.make = make
        }
    }

    /// One for every field of the model, but for those that change with the year.
    static let edits: [Edit] = [
        Edit("title") { $0.title.main += "表" },
        Edit("title translated") { $0.title.translations["en"] = "Form" },
        Edit("languages") { $0.languages = ["zh"] },
        Edit("anonymity") { $0.isAnonymous = false },
        Edit("smallest group") { $0.smallestGroup = 9 },
        Edit("no smallest group") { $0.smallestGroup = nil },
        Edit("access") { $0.access = "公开" },
        Edit("introduction") { $0.introduction[0].main += "！" },
        Edit("another introduction") { $0.introduction.append(LocalText("甲")) },
        Edit("scale name") { $0.scales[0].name.translations["en"] = "Scale" },
        Edit("scale gone") { $0.scales.removeAll() },
        Edit("level code") { $0.scales[0].levels[1].code = 4 },
        Edit("level text") { $0.scales[0].levels[1].text.main = "偶尔" },
        Edit("level translation") { $0.scales[0].levels[1].text.translations["en"] = "Rarely" },
        Edit("level points") { $0.scales[0].levels[2].points = 6 },
        Edit("level unscored") { $0.scales[0].levels[1].isUnscored = true },
        Edit("level order") { $0.scales[0].levels.swapAt(0, 1) },
        Edit("no NA") { $0.scales[0].levels.removeLast() },
        Edit("section title") { $0.sections[0].title.main += "信息" },
        Edit("section title translated") { $0.sections[0].title.translations["en"] = "About" },
        Edit("section help") { $0.sections[0].help = [] },
        Edit("section condition") { $0.sections[1].show = nil },
        Edit("section split") { survey in
            let moved = survey.sections[1].questions.removeLast()
            survey.sections.append(Section(title: LocalText("三、其他")))
            survey.sections[2].questions = [moved]
        },
        Edit("sections joined") { survey in
            let last = survey.sections.removeLast()
            survey.sections[0].questions += last.questions
        },
        Edit("section order") { $0.sections.swapAt(0, 1) },
        Edit("question code") { $0.sections[0].questions[0].code = "GX" },
        Edit("question text") { $0.sections[0].questions[0].text.main = "职务" },
        Edit("question translation") { $0.sections[0].questions[0].text.translations["en"] = "Job" },
        Edit("question gone") { $0.sections[0].questions.remove(at: 2) },
        Edit("question added") {
            $0.sections[0].questions.append(Question(code: "Q", text: LocalText("问"), kind: .text(limit: nil)))
        },
        Edit("question order") { $0.sections[0].questions.swapAt(0, 1) },
        Edit("question moved") { survey in
            survey.sections[1].questions.insert(survey.sections[0].questions.removeLast(), at: 0)
        },
        Edit("question help") { $0.sections[0].questions[0].help = [LocalText("甲")] },
        Edit("question condition") { $0.sections[0].questions[2].show = .answered(Condition.Reference("TS")) },
        Edit("type") { $0.sections[0].questions[0].kind = .dropdown(list: nil) },
        Edit("type of rows") { $0.sections[1].questions[0].kind = .rating(1...3) },
        Edit("scale of a block") { $0.sections[1].questions[0].kind = .likert(scale: "三级") },
        Edit("number range") { $0.sections[0].questions[1].kind = .number(NumberRange(bounds: 0...365), unit: "天") },
        Edit("number decimals") {
            $0.sections[0].questions[1].kind = .number(NumberRange(bounds: 0...366, decimals: 1), unit: "天")
        },
        Edit("unit") { $0.sections[0].questions[1].kind = .number(NumberRange(bounds: 0...366), unit: "日") },
        Edit("choices") { $0.sections[0].questions[2].kind = .multiple(count: 1...3) },
        Edit("text limit") { $0.sections[1].questions[2].kind = .longText(limit: 200) },
        Edit("dates") { $0.sections[1].questions[3].kind = .date(nil) },
        Edit("rating range") { $0.sections[1].questions[4].kind = .rating(1...10) },
        Edit("optional") { $0.sections[1].questions[2].marks.isOptional = false },
        Edit("shuffled") { $0.sections[1].questions[0].marks.isShuffled = true },
        Edit("unscored question") { $0.sections[0].questions[0].marks.isUnscored = true },
        Edit("aggregate only") { $0.sections[0].questions[1].marks.isAggregateOnly = true },
        Edit("check gone") { $0.sections[0].questions[1].checks = [] },
        Edit("check hard") { $0.sections[0].questions[1].checks[0].isHard = true },
        Edit("check condition") {
            $0.sections[0].questions[1].checks[0].condition = .compare(Condition.Reference("TS"), .atMost, .number(61))
        },
        Edit("message") { $0.sections[0].questions[1].checks[0].message?.main = "不对" },
        Edit("message translated") { $0.sections[0].questions[1].checks[0].message?.translations["en"] = "Sure?" },
        Edit("option code") { $0.sections[0].questions[0].options[0].code = "8" },
        Edit("option text") { $0.sections[0].questions[0].options[0].text.main = "行政" },
        Edit("option translation") { $0.sections[0].questions[0].options[0].text.translations["en"] = "Office" },
        Edit("option points") { $0.sections[0].questions[0].options[0].marks.points = 4 },
        Edit("option unscored") { $0.sections[0].questions[0].options[2].marks.isUnscored = false },
        Edit("option gone") { $0.sections[0].questions[2].options.remove(at: 1) },
        Edit("option order") { $0.sections[0].questions[0].options.swapAt(0, 1) },
        Edit("option order of a multiple choice") { $0.sections[0].questions[2].options.swapAt(0, 1) },
        Edit("option writes") { $0.sections[0].questions[0].options[2].marks.takesText = false },
        Edit("option exclusive") { $0.sections[0].questions[2].options[2].marks.isExclusive = false },
        Edit("option help") { $0.sections[0].questions[0].options[0].help = [LocalText("甲")] },
        Edit("option condition") { $0.sections[0].questions[2].options[0].show = .answered(Condition.Reference("TS")) },
        Edit("row code") { $0.sections[1].questions[0].rows[0].code = "XF9" },
        Edit("row text") { $0.sections[1].questions[0].rows[0].text.main = "按时学习" },
        Edit("row translation") { $0.sections[1].questions[0].rows[0].text.translations["en"] = "I plan" },
        Edit("row reversed") { $0.sections[1].questions[0].rows[0].marks.isReversed = true },
        Edit("row unscored") { $0.sections[1].questions[0].rows[0].marks.isUnscored = true },
        Edit("row optional") { $0.sections[1].questions[0].rows[0].marks.isOptional = true },
        Edit("row condition") { $0.sections[1].questions[0].rows[1].show = nil },
        Edit("row help") { $0.sections[1].questions[0].rows[1].help = [LocalText("甲")] },
        Edit("row gone") { $0.sections[1].questions[1].rows.removeLast() },
        Edit("row order") { $0.sections[1].questions[1].rows.swapAt(0, 1) },
        Edit("row moved") { survey in
            let row = survey.sections[1].questions[1].rows.removeLast()
            survey.sections[1].questions[0].rows.append(row)
        },
        Edit("dimension name") { $0.dimensions[0].name.main = "学凤" },
        Edit("dimension name translated") { $0.dimensions[0].name.translations["en"] = "Ways" },
        Edit("dimension gone") { $0.dimensions.remove(at: 2) },
        Edit("dimension order") { $0.dimensions.swapAt(0, 1) },
        Edit("terms") { $0.dimensions[0].terms.removeLast() },
        Edit("weight") { $0.dimensions[0].terms[0].weight = 3 },
        Edit("shares") { $0.dimensions[3].shares[0].parts = 41 },
        Edit("shared dimension") { $0.dimensions[3].shares[1].dimension = "差距" },
        Edit("method") { $0.dimensions[0].method = .sum },
        Edit("rescale") { $0.dimensions[0].rescale = .shareOfMaximum },
        Edit("missing") { $0.dimensions[0].mostMissing = nil },
        Edit("direction") { $0.dimensions[0].direction = .lowerIsBetter },
        Edit("level") { $0.dimensions[0].level = .unit },
        Edit("model") { $0.dimensions[0].model = .formative },
        Edit("benchmark") { $0.dimensions[3].benchmark = .value(71) },
        Edit("band") { $0.dimensions[0].bands[0].from = 85 },
        Edit("band text") { $0.dimensions[0].bands[0].text.main = "优秀" },
        Edit("band translation") { $0.dimensions[0].bands[0].text.translations["en"] = "Excellent" },
        Edit("band gone") { $0.dimensions[0].bands.removeFirst() },
        Edit("advice") { $0.dimensions[0].advice[0].main = "坚持" },
        Edit("advice translated") { $0.dimensions[0].advice[0].translations["en"] = "Keep at it" },
        Edit("more advice") { $0.dimensions[0].advice.append(LocalText("坚持")) },
        Edit("advice on a competence") { $0.sections[1].questions[1].rows[0].advice[0].main = "多写" },
        Edit("retired") { $0.retired = [] },
        Edit("retired too") { $0.retired.append("ZZ2") },
    ]

    @Test(arguments: edits) func namesEveryFieldThatHasChanged(_ edit: Edit) throws {
        let reading = Survey.read(Self.base)
        try #require(reading.diagnostics.map(\.title.chinese) == [])
        var changed = reading.survey
        edit.make(&changed)
        #expect(changed != reading.survey)
        for (from, to) in [(reading.survey, changed), (changed, reading.survey)] {
            #expect(SurveyDifference(from: from, to: to).changes.contains { !$0.isSettled }, "\(edit.testDescription)")
        }
        // The same as a text, where the change is one that a text can say.
        let again = Survey.read(changed.written())
        guard again.survey != reading.survey else { return }
        var last = reading.survey
        last.year = 2025
        #expect(!again.compared(with: last).diagnostics.isEmpty)
        let back = reading.compared(with: again.survey)
        #expect(!back.diagnostics.isEmpty)
    }

    /// The gate of the language: against last year's identical file every slip that means something earns a remark.
    @Test(arguments: [
        "surveys/learning-organ-2026.zicha", "surveys/unit-check-2026.zicha", "surveys/democratic-ballot-2026.zicha",
    ])
    func anySlipThatChangesTheSurveyEarnsARemark(_ name: String) throws {
        let text = try Self.unmarked(name)
        let reading = Survey.read(text)
        let last = Self.unyeared(reading.survey)
        let characters = Array(text)
        let keys = Array("[]（：:.。|、,=-≥ \n1235甲学AXF分题反")
        var random = SplitMix64(seed: 412)
        var silent: [String] = []
        var tried = 0
        while tried < 150 {
            var slip = characters
            let at = Int.random(in: 0..<slip.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: slip[at] = keys.randomElement(using: &random) ?? "x"
            case 1: slip.remove(at: at)
            case 2: slip.insert(keys.randomElement(using: &random) ?? "x", at: at)
            default: if at > 0 { slip.swapAt(at, at - 1) }
            }
            let changed = Survey.read(String(slip))
            guard Self.unyeared(changed.survey) != last else { continue }
            tried += 1
            if changed.compared(with: last).diagnostics.isEmpty {
                silent.append(String(slip[max(0, at - 10)..<min(slip.count, at + 10)]))
            }
        }
        #expect(silent == [])
    }

    /// What changes every year by itself.
    private static func unyeared(_ survey: Survey) -> Survey {
        var survey = survey
        survey.year = nil
        survey.previousYear = nil
        survey.fieldwork = nil
        return survey
    }

    // MARK: Trends

    private static func block(_ rows: String, _ items: String = "X", _ rest: String = "") -> Survey {
        read("# 自查\n语言：zh\nX. 请作答 [评分 1~5]\n\(rows)\nY. 问 [评分 1~5]\n维度：学风\n取题：\(items)\n\(rest)\n维度：综合\n合成：学风 100%")
    }

    private static let three = "- X1 = 甲\n- X2 = 乙\n- X3 = 丙"

    static let trends: [(rows: String, items: String, rest: String, verdict: SurveyDifference.Verdict)] = [
        (three, "X", "", .unchanged),
        (three, "X1、X2、X3", "", .unchanged),
        (three.replacing("丙", with: "丁 [改述可比]"), "X", "", .unchanged),
        (three, "X", "缺答：至多 1 题", .byThisYearsRule),
        (three, "X", "换算：百分制", .byThisYearsRule),
        (three.replacing("丙", with: "丁 [改述不可比]"), "X", "", .overCommonItems(["X1", "X2"], of: 3)),
        ("- X1 = 甲\n- X2 = 乙", "X", "", .overCommonItems(["X1", "X2"], of: 2)),
        (three + "\n- X4 = 丁 [新增]", "X", "", .overCommonItems(["X1", "X2", "X3"], of: 4)),
        (three, "X1、X2", "", .overCommonItems(["X1", "X2"], of: 2)),
        (three, "X、Y", "", .overCommonItems(["X1", "X2", "X3"], of: 4)),
        (three, "X1 ×2、X2、X3", "", .overCommonItems(["X2", "X3"], of: 3)),
        (three.replacing("丙", with: "丙 [反向]"), "X", "", .overCommonItems(["X1", "X2"], of: 3)),
        (three, "Y", "", .broken),
    ]

    @Test(arguments: trends)
    func saysOfEachDimensionWhetherTheTrendHolds(
        _ one: (rows: String, items: String, rest: String, verdict: SurveyDifference.Verdict)
    ) {
        let (before, after) = (Self.block(Self.three), Self.block(one.rows, one.items, one.rest))
        let trends = SurveyDifference(from: before, to: after).trends
        #expect(trends.map(\.dimension) == ["学风", "综合"])
        #expect(trends.map(\.verdict) == [one.verdict, one.verdict])
        #expect((one.verdict == .unchanged) == trends[0].reasons.isEmpty)
        // The verdict is that of the reports.
        let history = SurveyHistory([
            SurveyHistory.Edition(year: 2025, survey: before), SurveyHistory.Edition(year: 2026, survey: after),
        ])
        let common = history.comparableCodes(of: "学风")
        switch one.verdict {
        case .overCommonItems(let codes, _): #expect(Set(codes) == common)
        case .broken: #expect(common.isEmpty)
        default: #expect(common == ["X1", "X2", "X3"])
        }
    }

    @Test func saysThatADimensionCameOrWent() {
        let before = Self.block(Self.three)
        var after = before
        after.dimensions[0].name.main = "学凤"
        let verdicts = SurveyDifference(from: before, to: after).trends
        #expect(verdicts.map(\.dimension) == ["学凤", "综合", "学风"])
        #expect(verdicts.map(\.verdict) == [.new, .unchanged, .gone])
        #expect(verdicts[0].reasons.first?.chinese.contains("由“学风”改名为“学凤”") == true)
    }

    @Test func breaksWithTheOptionsOfItsQuestions() {
        func survey(_ options: String) -> Survey {
            Self.read("# 自查\n语言：zh\nA. 问 [单选]\n\(options)\n维度：甲\n取题：A")
        }
        let before = survey("- 1 = 好 [2分]\n- 2 = 差 [1分]")
        for (options, verdict) in [
            ("- 1 = 好 [2分]\n- 2 = 差 [1分]", SurveyDifference.Verdict.unchanged),
            ("- 1 = 好 [2分]\n- 2 = 不好 [1分 改述可比]", .unchanged),
            ("- 1 = 好 [2分]\n- 2 = 不好 [1分 改述不可比]", .broken), ("- 1 = 好 [2分]\n- 3 = 差 [1分]", .broken),
            ("- 1 = 好 [3分]\n- 2 = 差 [1分]", .broken), ("- 1 = 好 [2分]\n- 2 = 差 [1分]\n- 3 = 没有 [0分 新增]", .broken),
        ] {
            #expect(
                SurveyDifference(from: before, to: survey(options)).trends.map(\.verdict) == [verdict], "\(options)")
        }
    }
}
