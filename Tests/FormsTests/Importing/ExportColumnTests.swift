import Forms
import Surveys
import TestSupport
import Testing

@Suite struct ColumnsOfOtherTools {
    @Test(arguments: [
        "1、岗位", "Q1、岗位", "1. 岗位", "1、GW. 岗位", "1、GW", "GW", "岗位？", "1、 岗 位（单选）".replacing("（单选）", with: ""),
        "1、Post", "第1题：岗位",
    ])
    func aColumnIsFoundByItsCodeOrWording(heading: String) throws {
        let read = try readExport(wjxTable([heading], ["专业技术"]))
        #expect(read.report.uncarried == [])
        #expect(try answer(read, "GW") == .option("js"))
    }

    @Test(arguments: [
        ["11、自评—甲项", "11、自评—乙项"], ["11、自评:甲项", "乙项"], ["11、甲项", "11、乙项"], ["11_1、甲项", "11_2、乙项"],
        ["第11题(甲项)", "第11题(乙项)"], ["11(甲项)", "11(乙项)"], ["11、自评（甲项）", "11、自评（乙项）"],
    ])
    func theRowsOfAMatrixAreFoundHoweverTheyAreWritten(headings: [String]) throws {
        let read = try readExport(wjxTable(headings, ["比较符合", "2"]))
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
        let told = try readExport(
            wjxTable(["1、按时参加", "1、主动发言", "2、按时参加", "2、组织得好"], ["1", "2", "3", "4"]), survey: survey)
        #expect(told.responses[0].answers == [.level(1), .level(2), .level(3), .level(4)])
        let untold = try readExport(wjxTable(["7、按时参加", "2、组织得好"], ["1", "2"]), survey: survey)
        #expect(untold.report.uncarried.map(\.cause) == [.ambiguous(["A1", "B1"])])
        #expect(untold.responses[0].answers == [.notAsked, .notAsked, .notAsked, .level(2)])
    }

    @Test func aPairWithoutItsSideIsNotGuessed() throws {
        let read = try readExport(wjxTable(["1、岗位", "13、能力—丁项"], ["专业技术", "3"]))
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
        let read = try readExport(lines)
        #expect(read.report.uncarried.map(\.cause) == [.ambiguous(["CC", "BL"])])
        #expect(read.report.uncarried.map(\.number) == [6])
    }

    @Test func twoColumnsForOneQuestionAreBothLeft() throws {
        let read = try readExport(wjxTable(["1、岗位", "2、次数", "2、次数"], ["专业技术", "1", "2"]))
        #expect(read.report.uncarried.map(\.cause) == [.doubled("CC"), .doubled("CC")])
        #expect(try answer(read, "CC") == .notAsked)
    }

    @Test func whatTheSurveyDoesNotAskIsNamedWithItsPlace() throws {
        let read = try readExport(wjxTable(["1、岗位", "2、年龄", "3、您的姓名", "OLD1"], ["专业技术", "40", "张三", "1"]))
        #expect(read.report.uncarried.map(\.title) == ["2、年龄", "OLD1"])
        #expect(read.report.uncarried.map(\.cause) == [.unknown, .retired])
        #expect(read.report.dropped.last == .init(title: "3、您的姓名", reason: .name))
        #expect(read.report.lines.contains { $0.chinese.contains("第 5 列“2、年龄”（问卷里没有）") })
    }

    @Test func aMapSettlesWhatItNamesAndLeavesTheRest() throws {
        let read = try readExport(
            wjxTable(["1、岗位", "8、丁（现在）", "9、丁（应当）", "2(自己)", "2(一起)"], ["专业技术", "2", "4", "1", "0"]),
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
        let error = #expect(throws: FormError.self) {
            try readExport(wjxTable(["1、岗位", "2、次数"], ["专业技术", "1"]), map: map)
        }
        #expect(error?.wording.english == sentence)
    }

    @Test(arguments: [["8、甲": "NL1_cur", "9、乙": "NL1.现有"], ["8、甲": "MS", "9、乙": "MS.a"]])
    func aMapLeadsOneColumnToEachThing(map: [String: String]) throws {
        let error = #expect(throws: FormError.self) {
            try readExport(wjxTable(["1、岗位", "8、甲", "9、乙"], ["其他", "1", "1"]), map: map)
        }
        #expect(error?.wording.english.hasPrefix("several columns of the map lead to ") == true)
    }

    @Test func whatTheToolAddsIsLeftBehindWithItsReason() throws {
        let survey = try everyType()
        let responses = try randomResponses(to: survey, count: 3, seed: 1)
        let rendering = ExportRendering(survey, responses)
        func reasons(_ lines: [[String]]) throws -> [DropReason] { try readExport(lines).report.dropped.map(\.reason) }
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
