import Forms
import Surveys
import TestSupport
import Testing

@Suite struct CellsOfOtherTools {
    @Test func skippedIsNoAnswerButANumberStaysANumber() throws {
        let read = try readExport(
            wjxTable(["1、岗位", "2、占比", "3、次数", "4、意见"], ["专业技术", "-3", "(跳过)", "（空）"], ["综合管理", "-2.50", "3", "无"]))
        #expect(read.content.rejects == [])
        #expect(try answer(read, "BL") == .number(-300, decimals: 2))
        #expect(try answer(read, "CC") == .missing)
        #expect(try answer(read, "YJ") == .missing)
        #expect(try answer(read, "BL", row: 1) == .number(-250, decimals: 2))
    }

    @Test(arguments: ["其他〖工勤〗", "其他:工勤", "其他：工勤", "其他"])
    func whatIsWrittenBesideAnOptionIsLeftBehind(cell: String) throws {
        let read = try readExport(wjxTable(["1、岗位"], [cell]))
        #expect(try answer(read, "GW") == .option("qt"))
        #expect(read.report.otherTexts == (cell.contains("〖") ? ["1、岗位"] : []))
    }

    @Test func limeSurveysOtherIsTheOptionThatAsksForAText() throws {
        let lines = [
            ["id", "submitdate", "lastpage", "GW", "GW[other]", "YJ"], ["1", "x", "1", "-oth-", "工勤", "a"],
            ["2", "x", "1", "gl", "", "b"],
        ]
        let read = try readExport(lines)
        #expect(try answer(read, "GW") == .option("qt"))
        #expect(try answer(read, "GW", row: 1) == .option("gl"))
    }

    @Test func aCellThatIsNoAnswerIsRefusedUnderTheFilesHeading() throws {
        let read = try readExport(
            wjxTable(
                ["1、岗位", "4、方式", "5、排序(甲)", "5(乙)", "5(丙)"], ["局长", "自学┋钓鱼", "1", "3", ""],
                ["专业技术", "自学┋都没有", "2", "1", ""]))
        #expect(read.content.rejects.map(\.column) == ["1、岗位", "4、方式", "5、排序(甲)", "4、方式"])
        #expect(read.content.rejects.map(\.row) == [2, 2, 2, 3])
        #expect(read.content.rejects.map(\.refusal) == [.notAnOption, .notAnOption, .notAnOption, .exclusive])
        #expect(read.content.rejectedColumns.map(\.column) == ["1、岗位", "4、方式", "5、排序(甲)"])
        #expect(read.content.rejectedColumns[1].reasons.map(\.refusal) == [.notAnOption, .exclusive])
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
        let read = try readExport(wjxTable(["1、方式"], ["自学,集中,交流"], ["交流"], ["自学,交流"]), survey: survey)
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
        let read = try readExport(lines)
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

    /// LimeSurvey writes this day for a finished response where times are not kept.
    @Test func aResponseWithoutATimeIsFinished() throws {
        let lines = [
            ["id", "submitdate", "lastpage", "GW"], ["1", "1980-01-01 00:00:00", "3", "gl"], ["2", "", "1", "js"],
        ]
        let read = try readExport(lines)
        #expect(read.report.unfinishedRows == 1)
        #expect(read.report.accepted == 2)
    }

    @Test func unitsAreCheckedAgainstTheRoster() throws {
        let roster = Roster(units: [.init(name: "甲处", headcount: 12)])
        let read = try readExport(wjxTable(["1、处室", "2、岗位"], ["甲处", "其他"], ["乙处", "其他"]), roster: roster)
        #expect(read.units == ["甲处", nil])
        #expect(read.content.rejects.map(\.refusal) == [.notOnRoster])
    }
}
