import Forms
import Surveys
import TestSupport
import Testing

/// What a file says of its rows beside the answers, by which a row that comes again is known.
@Suite struct OriginsOfRows {
    @Test(arguments: RoundTripsThroughOtherTools.Way.allCases)
    func eachToolNumbersAndTimesItsResponses(way: RoundTripsThroughOtherTools.Way) throws {
        let survey = try everyType()
        let responses = try randomResponses(to: survey, count: 30, seed: 3)
        let lines = way.lines(ExportRendering(survey, responses))
        var found: [[RowOrigin?]] = []
        for kind in ExportFile.Kind.allCases {
            let read = try ResponseExport.read(bytes: ExportFile(lines: lines).bytes(kind), survey: survey)
            #expect(read.origins.count == read.responses.count && read.content.rowNumbers.count == read.responses.count)
            found.append(read.origins)
        }
        let numbers = found[0].compactMap { $0?.number }
        #expect(Set(numbers).count == 30)
        // LimeSurvey has no time of a response that was not finished.
        let moments = found[0].compactMap { $0?.moment }
        #expect(moments.count >= 29 && moments.allSatisfy { $0.contains(/20(26)?.* 0?9:\d{1,2}/) })
        #expect(found.allSatisfy { $0 == found[0] })
        #expect(Set(found[0].map { $0?.tool }) == [way.format.name.english])
    }

    @Test(arguments: [
        "2026/11/3 9:05:00", "2026-11-03 09:05:59", "2026/11/3 9:05", "2026-11-03T09:05:12Z", "2026年11月3日 9:05",
        "2026-11-03 09:05:12.345", "46329.37847", "2026.11.3  9:05",
    ])
    func aMinuteHasOneSpelling(text: String) throws {
        let lines = [["序号", "提交答卷时间", "来自IP", "1、GW"], ["1", text, "10.0.0.1", "gl"]]
        #expect(try readExport(lines).origins == [RowOrigin(tool: "问卷星 (wjx)", number: "1", moment: "2026-11-03 9:5")])
    }

    @Test(arguments: ["昨天上午", "11/3/2026 9:05", "2026-13-03 9:05", "9:05"])
    func whatIsReadAsNoTimeStaysAsItIs(text: String) throws {
        let lines = [["序号", "提交答卷时间", "来自IP", "1、GW"], ["1", text, "10.0.0.1", "gl"]]
        #expect(try readExport(lines).origins == [RowOrigin(tool: "问卷星 (wjx)", number: "1", moment: text)])
    }

    /// Only numbers that the tool gave: what names a person would lead from the store to that person's answers.
    @Test func aColumnThatNamesAPersonIsNoNumber() throws {
        let lines = [["用户ID", "openid", "工号", "来自IP", "所用时间", "1、GW"], ["u1", "o1", "77", "10.0.0.1", "9秒", "gl"]]
        let read = try readExport(lines)
        #expect(read.report.format == .wjx && read.origins.isEmpty)
        let own = try readExport([["编号", "工号", "姓名", "岗位"], ["1", "77", "张三", "gl"]], map: ["岗位": "GW"])
        #expect(own.report.format == .own && own.origins.isEmpty)
    }

    /// In our own tables, columns that the map leaves out may tell; a question's column never does.
    @Test func ofOurOwnTablesColumnsBesideTheAnswersTell() throws {
        let lines = [["ID", "时间戳记", "岗位"], ["17", "2026/11/3 9:05:00", "gl"], ["", "", "js"]]
        #expect(
            try readExport(lines, map: ["岗位": "GW"]).origins == [
                RowOrigin(tool: ExportFormat.own.name.english, number: "17", moment: "2026-11-03 9:5"), nil,
            ])
        let survey = try Survey.sample("## 一\n\nID. 数 | Number [数字 0~99]\n\nGW. 岗位 | Post [是否]\n")
        #expect(try readExport([["ID", "GW"], ["17", "1"]], survey: survey).origins.isEmpty)
    }

    @Test func originsStandBesideTheResponsesThatAreLeft() throws {
        // A row without an answer, and one that a condition leaves out.
        let lines = wjxTable(["1、GW"], ["gl"], [""], ["js"], ["gl"])
        let read = try ResponseExport.read(
            bytes: ExportFile(lines: lines).bytes(.csv), survey: everyType(), where: "GW = gl")
        #expect(read.origins.map { $0?.number } == ["1", "4"])
        #expect(read.content.rowNumbers == [2, 5])
    }

    @Test func aRowThatStandsTwiceWithItsNumberIsTakenOnce() throws {
        var lines = wjxTable(["1、GW"], ["gl"], ["js"], ["gl"])
        lines += [lines[1], lines[3]]
        // The same number with another answer, and the same answer without a number, are other rows.
        lines += [["2", lines[2][1], lines[2][2], "gl"], ["", "", "", "gl"], ["", "", "", "gl"]]
        let read = try readExport(lines)
        #expect(read.origins.map { $0?.number } == ["1", "2", "3", "2", nil, nil])
        #expect(read.report.repeatedRows == 2 && read.report.rows == 6)
        #expect(read.report.lines.contains { $0.english.hasPrefix("rows that repeat a row before them") })
        let own = try readExport(
            [["id", "岗位"], ["1", "gl"], ["1", "gl"], ["2", "gl"]], map: ["岗位": "GW"])
        #expect(own.responses.count == 2 && own.report.repeatedRows == 1)
    }
}
