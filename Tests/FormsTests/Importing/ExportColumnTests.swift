import Forms
import Surveys
import TestSupport
import Testing

/// Reads a table of some tool against the survey with every type of question.
private func read(
    _ lines: [[String]], survey: Survey? = nil, map: [String: String]? = nil, roster: Roster? = nil
) throws -> ImportedResponses {
    let map = try map.map { map in
        try ColumnMap(CSVTable([["column", "code"]] + map.sorted { $0.key < $1.key }.map { [$0.key, $0.value] }))
    }
    return try ResponseExport.read(
        bytes: ExportFile(lines: lines).bytes(.csv), survey: survey ?? everyType(), roster: roster, map: map)
}

/// A table of 问卷星 with the given columns of answers.
private func wjx(_ headings: [String], _ rows: [String]...) -> [[String]] {
    [["序号", "提交答卷时间", "来自IP"] + headings]
        + rows.enumerated().map { ["\($0.offset + 1)", "2026/11/20 09:00:00", "10.1.2.3"] + $0.element }
}

private func answer(_ read: ImportedResponses, _ name: String, row: Int = 0, survey: Survey? = nil) throws -> Answer {
    let index = try (survey ?? everyType()).variables.firstIndex { $0.name == name }
    return try read.responses[row].answers[#require(index)]
}

@Suite struct ColumnsOfOtherTools {
    @Test(arguments: [
        "1、岗位", "Q1、岗位", "1. 岗位", "1、GW. 岗位", "1、GW", "GW", "岗位？", "1、 岗 位（单选）".replacing("（单选）", with: ""),
        "1、Post", "第1题：岗位",
    ])
    func aColumnIsFoundByItsCodeOrWording(heading: String) throws {
        let read = try read(wjx([heading], ["专业技术"]))
        #expect(read.report.uncarried == [])
        #expect(try answer(read, "GW") == .option("js"))
    }

    @Test(arguments: [
        ["11、自评—甲项", "11、自评—乙项"], ["11、自评:甲项", "乙项"], ["11、甲项", "11、乙项"], ["11_1、甲项", "11_2、乙项"],
        ["第11题(甲项)", "第11题(乙项)"], ["11(甲项)", "11(乙项)"], ["11、自评（甲项）", "11、自评（乙项）"],
    ])
    func theRowsOfAMatrixAreFoundHoweverTheyAreWritten(headings: [String]) throws {
        let read = try read(wjx(headings, ["比较符合", "2"]))
        #expect(read.report.uncarried == [])
        #expect(try answer(read, "XF1") == .level(4))
        #expect(try answer(read, "XF2") == .level(2))
    }

    /// Two blocks have a row of the same wording; only the columns beside it tell which is meant.
    @Test func theColumnsBesideItTellARowThatStandsTwice() throws {
        let survey = try Survey.sample(
            """
            ## 一

            A. 本人 [量表题 五级]
            - A1 = 按时参加
            - A2 = 主动发言

            B. 处室 [量表题 五级]
            - B1 = 按时参加
            - B2 = 组织得好
            """)
        let told = try read(
            wjx(["1、按时参加", "1、主动发言", "2、按时参加", "2、组织得好"], ["1", "2", "3", "4"]), survey: survey)
        #expect(told.responses[0].answers == [.level(1), .level(2), .level(3), .level(4)])
        let untold = try read(wjx(["7、按时参加", "2、组织得好"], ["1", "2"]), survey: survey)
        #expect(untold.report.uncarried.map(\.cause) == [.ambiguous(["A1", "B1"])])
        #expect(untold.responses[0].answers == [.notAsked, .notAsked, .notAsked, .level(2)])
    }

    @Test func aPairWithoutItsSideIsNotGuessed() throws {
        let read = try read(wjx(["1、岗位", "13、能力—丁项"], ["专业技术", "3"]))
        #expect(read.report.uncarried.map(\.cause) == [.ambiguous(["NL1_cur", "NL1_req"])])
        #expect(try answer(read, "NL1_cur") == .notAsked)
    }

    @Test func aCodeAndAWordingThatDisagreeAreReported() throws {
        let lines = [
            ["StartDate", "EndDate", "Status", "ResponseId", "GW", "CC"],
            ["Start Date", "End Date", "Response Type", "Response ID", "岗位", "占比"],
            ["startDate", "endDate", "status", "_recordId", "QID1", "QID2"].map { "{\"ImportId\":\"\($0)\"}" },
            ["2026-11-20", "2026-11-20", "IP Address", "R_1", "专业技术", "3"],
        ]
        let read = try read(lines)
        #expect(read.report.uncarried.map(\.cause) == [.ambiguous(["CC", "BL"])])
        #expect(read.report.uncarried.map(\.number) == [6])
    }

    @Test func twoColumnsForOneQuestionAreBothLeft() throws {
        let read = try read(wjx(["1、岗位", "2、次数", "2、次数"], ["专业技术", "1", "2"]))
        #expect(read.report.uncarried.map(\.cause) == [.doubled("CC"), .doubled("CC")])
        #expect(try answer(read, "CC") == .notAsked)
    }

    @Test func whatTheSurveyDoesNotAskIsNamedWithItsPlace() throws {
        let read = try read(wjx(["1、岗位", "2、年龄", "3、您的姓名", "OLD1"], ["专业技术", "40", "张三", "1"]))
        #expect(read.report.uncarried.map(\.title) == ["2、年龄", "OLD1"])
        #expect(read.report.uncarried.map(\.cause) == [.unknown, .retired])
        #expect(read.report.dropped.last == .init(title: "3、您的姓名", reason: .name))
        #expect(read.report.lines.contains { $0.chinese.contains("第 5 列“2、年龄”（问卷里没有）") })
    }

    @Test func aMapSettlesWhatItNamesAndLeavesTheRest() throws {
        let read = try read(
            wjx(["1、岗位", "8、丁（现在）", "9、丁（应当）", "2(自己)", "2(一起)"], ["专业技术", "2", "4", "1", "0"]),
            map: ["8、丁（现在）": "NL1_cur", "9、丁（应当）": "NL1.要求", "2(自己)": "MS.a", "2(一起)": "MS[b]"])
        #expect(read.report.uncarried == [])
        #expect(try answer(read, "GW") == .option("js"))
        #expect(try answer(read, "NL1_cur") == .level(2))
        #expect(try answer(read, "NL1_req") == .level(4))
        #expect(try answer(read, "MS") == .options(["a"]))
        #expect(read.report.partial == ["MS"])
    }

    @Test(arguments: [
        (["没有的列": "GW"], "the file has no column \"没有的列\" that the map names"),
        (
            ["2、次数": "ZZ"],
            "the map leads column \"2、次数\" to \"ZZ\", which the survey does not have; a column of one option is written as code.option"
        ),
    ])
    func aMapMustFitTheFileAndTheSurvey(map: [String: String], sentence: String) throws {
        let error = #expect(throws: FormError.self) { try read(wjx(["1、岗位", "2、次数"], ["专业技术", "1"]), map: map) }
        #expect(error?.wording.english == sentence)
    }

    @Test func whatTheToolAddsIsLeftBehindWithItsReason() throws {
        let survey = try everyType()
        let responses = try randomResponses(to: survey, count: 3, seed: 1)
        let rendering = ExportRendering(survey, responses)
        func reasons(_ lines: [[String]]) throws -> [DropReason] { try read(lines).report.dropped.map(\.reason) }
        #expect(try reasons(rendering.wjx(.texts)) == [.identifier, .time, .time, .source, .source, .address, .score])
        #expect(
            try reasons(rendering.limeSurvey(.texts, .both)) == [
                .identifier, .time, .progress, .language, .identifier, .identifier, .address, .source,
            ])
        #expect(
            try reasons(rendering.qualtrics(.texts, isCoded: false)) == [
                .time, .time, .progress, .address, .progress, .time, .progress, .time, .identifier, .name, .name,
                .email,
                .identifier, .location, .location, .source, .language,
            ])
        #expect(
            try reasons(rendering.surveyMonkey(.texts))
                == [
                    .identifier, .identifier, .time, .time, .address, .email, .name, .name, .custom, .otherText,
                ].filter { $0 != .otherText })
    }
}

@Suite struct NumbersOfOtherTools {
    /// 是 is the first option and has code 1, 否 the second and has code 0.
    @Test func aNumberThatIsNoCodeMakesTheWholeFileOneOfPositions() throws {
        let read = try read(wjx(["1、岗位", "2、是否参加"], ["3", "2"], ["1", "1"]))
        #expect(try answer(read, "GW") == .option("qt"))
        #expect(try answer(read, "DY") == .option("0"))
        #expect(read.report.byPosition == ["1、岗位", "2、是否参加"])
    }

    private static let reversed = """
        量表：倒 | Turned
        - 3 = 好 | Good
        - 2 = 中 | Fair
        - 1 = 差 | Poor

        ## 一

        A. 评价甲 [量表题 倒]
        - A1 = 甲
        - A2 = 乙

        B. 岗位 [单选]
        - x = 甲岗
        - y = 乙岗
        """

    @Test func numbersThatMayBeCodesOrPositionsAreReported() throws {
        let survey = try Survey.sample(Self.reversed)
        let alone = try read(wjx(["1、评价甲—甲", "1、评价甲—乙", "2、岗位"], ["3", "1", "甲岗"]), survey: survey)
        #expect(alone.report.uncarried.map(\.cause) == [.numbers("A1"), .numbers("A2")])
        #expect(alone.responses[0].answers == [.notAsked, .notAsked, .option("x")])
        // Another column that can only be positions tells how the file was exported.
        let told = try read(wjx(["1、评价甲—甲", "1、评价甲—乙", "2、岗位"], ["3", "1", "2"]), survey: survey)
        #expect(told.responses[0].answers == [.level(1), .level(3), .option("y")])
    }

    /// Options to which nobody gave a code have one that says their place.
    @Test func limeSurveysGeneratedCodesArePositions() throws {
        let lines = [
            ["id", "submitdate", "lastpage", "GW", "MS[SQ002]"], ["1", "x", "1", "AO02", "Y"],
            ["2", "x", "1", "A3", ""],
        ]
        let read = try read(lines)
        #expect(try answer(read, "GW") == .option("js"))
        #expect(try answer(read, "GW", row: 1) == .option("qt"))
        #expect(try answer(read, "MS") == .options(["b"]))
        #expect(read.report.byPosition == ["GW"])
    }

    @Test func limeSurveysCodesAreCodes() throws {
        let survey = try Survey.sample(Self.reversed)
        let lines = [
            ["id", "submitdate", "lastpage", "A[A1]", "A[A2]", "B"], ["1", "2026-11-20 09:00:00", "1", "3", "1", "y"],
        ]
        let read = try read(lines, survey: survey)
        #expect(read.responses[0].answers == [.level(3), .level(1), .option("y")])
        #expect(read.report.byPosition == [])
    }

    @Test func scoresAreReadWhereTheyAreTheOptions() throws {
        let survey = try Survey.sample(
            """
            ## 一

            A. 评议 [单选]
            - y = 优秀 [100分]
            - l = 良好 [80分]
            - n = 不了解 [不计分]
            """)
        let read = try read(wjx(["1、评议"], ["100"], ["80"], ["-3"]), survey: survey)
        #expect(read.responses.map(\.answers) == [[.option("y")], [.option("l")]])
        #expect(read.report.blankRows == 1)
        #expect(read.report.byPoints == ["1、评议"])
    }
}

@Suite struct CellsOfOtherTools {
    @Test func skippedIsNoAnswerButANumberStaysANumber() throws {
        let read = try read(
            wjx(["1、岗位", "2、占比", "3、次数", "4、意见"], ["专业技术", "-3", "(跳过)", "（空）"], ["综合管理", "-2.50", "3", "无"]))
        #expect(read.content.rejects == [])
        #expect(try answer(read, "BL") == .number(-300, decimals: 2))
        #expect(try answer(read, "CC") == .missing)
        #expect(try answer(read, "YJ") == .missing)
        #expect(try answer(read, "BL", row: 1) == .number(-250, decimals: 2))
    }

    @Test(arguments: ["其他〖工勤〗", "其他:工勤", "其他：工勤", "其他"])
    func whatIsWrittenBesideAnOptionIsLeftBehind(cell: String) throws {
        let read = try read(wjx(["1、岗位"], [cell]))
        #expect(try answer(read, "GW") == .option("qt"))
        #expect(read.report.otherTexts == (cell.contains("〖") ? ["1、岗位"] : []))
    }

    @Test func limeSurveysOtherIsTheOptionThatAsksForAText() throws {
        let lines = [
            ["id", "submitdate", "lastpage", "GW", "GW[other]", "YJ"], ["1", "x", "1", "-oth-", "工勤", "a"],
            ["2", "x", "1", "gl", "", "b"],
        ]
        let read = try read(lines)
        #expect(try answer(read, "GW") == .option("qt"))
        #expect(try answer(read, "GW", row: 1) == .option("gl"))
    }

    @Test func aCellThatIsNoAnswerIsRefusedUnderTheFilesHeading() throws {
        let read = try read(
            wjx(
                ["1、岗位", "4、方式", "5、排序(甲)", "5(乙)", "5(丙)"], ["局长", "自学┋钓鱼", "1", "3", ""],
                ["专业技术", "自学┋都没有", "2", "1", ""]))
        #expect(read.content.rejects.map(\.column) == ["1、岗位", "4、方式", "5、排序(甲)", "4、方式"])
        #expect(read.content.rejects.map(\.line) == [2, 2, 2, 3])
        #expect(read.content.rejects.map(\.refusal) == [.notAnOption, .notAnOption, .notAnOption, .exclusive])
        #expect(
            read.report.refused == [
                .init(title: "1、岗位", refusal: .notAnOption, count: 1),
                .init(title: "4、方式", refusal: .notAnOption, count: 1),
                .init(title: "5、排序(甲)", refusal: .notAnOption, count: 1),
                .init(title: "4、方式", refusal: .exclusive, count: 1),
            ])
        #expect(try answer(read, "PX", row: 1) == .options(["q", "p"]))
    }

    /// Qualtrics joins by commas, and a label may hold one.
    @Test func aLabelWithTheSeparatorInItIsPutTogetherAgain() throws {
        let survey = try Survey.sample(
            """
            ## 一

            A. 方式 [多选]
            - a = 自学
            - b = 集中,交流
            - c = 交流
            """)
        let read = try read(wjx(["1、方式"], ["自学,集中,交流"], ["交流"], ["自学,交流"]), survey: survey)
        #expect(read.responses.map(\.answers) == [[.options(["a", "b"])], [.options(["c"])], [.options(["a", "c"])]])
    }

    @Test func testsAreNoResponsesAndTheUnfinishedAre() throws {
        let lines = [
            ["StartDate", "EndDate", "Status", "Finished", "GW"],
            ["Start Date", "End Date", "Response Type", "Finished", "岗位"],
            ["a", "b", "c", "d", "QID1"].map { "{\"ImportId\":\"\($0)\"}" },
            ["x", "x", "Survey Preview", "True", "专业技术"],
            ["x", "x", "IP Address", "False", "综合管理"], ["x", "x", "IP Address", "True", "其他"],
        ]
        let read = try read(lines)
        #expect(read.report.rows == 3)
        #expect(read.report.trialRows == 1)
        #expect(read.report.unfinishedRows == 1)
        #expect(read.report.accepted == 2)
        #expect(try answer(read, "GW") == .option("gl"))
    }

    @Test func aConditionMaySpeakOfAnswersAndOfTheToolsColumns() throws {
        let lines = [["序号", "来自IP", "来源", "1、岗位", "2、次数"], ["1", "x", "微信", "其他", "3"], ["2", "x", "链接", "其他", "4"]]
        let bytes = try ExportFile(lines: lines).bytes(.csv)
        for condition in ["来源 = \"微信\"", "CC < 4"] {
            let read = try ResponseExport.read(bytes: bytes, survey: everyType(), where: condition)
            #expect(read.report.excludedRows == 1)
            #expect(try answer(read, "CC") == .number(3, decimals: 0))
            #expect(read.content.ignoredColumns == [])
        }
    }

    @Test func unitsAreCheckedAgainstTheRoster() throws {
        let roster = Roster(units: [.init(name: "甲处", headcount: 12)])
        let read = try read(wjx(["1、处室", "2、岗位"], ["甲处", "其他"], ["乙处", "其他"]), roster: roster)
        #expect(read.units == ["甲处", nil])
        #expect(read.content.rejects.map(\.refusal) == [.notOnRoster])
    }
}
