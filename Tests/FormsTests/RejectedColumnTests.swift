import Forms
import Surveys
import TestSupport
import Testing

/// What is told of cells that are no answers: how many, where, and which text many of them share.
@Suite struct RejectedColumns {
    private static let secret = "哨兵甲"

    /// A table of sixty people in which some wrote the same thing that is no answer to each of some questions.
    private func table(_ count: Int, of text: String = secret, in columns: [String] = ["XF1"], rows: Int = 60) throws
        -> ResponseImport
    {
        try ResponseImport(
            CSVTable(
                [["CS", "YJ"] + columns]
                    + (0..<rows).map { row in ["甲处", "好"] + columns.map { _ in row < count ? text : "3" } }),
            survey: everyType())
    }

    @Test(arguments: 1...9)
    func aTextOfFewPeopleIsNeverShown(count: Int) throws {
        let result = try table(count)
        let column = try #require(result.rejectedColumns.first)
        #expect(result.rejectedColumns.count == 1)
        #expect((column.filled, column.count, column.namedCount) == (60, count, 0))
        #expect(column.texts.map(\.isLarge) == (count > 3 ? [true] : []))
        #expect(column.texts.allSatisfy { $0.text == nil })
        #expect(
            !(String(describing: result.rejectedColumns) + String(describing: result.rejectLines)).contains(Self.secret)
        )
    }

    @Test func aTextOfTenPeopleIsShown() throws {
        let result = try table(10)
        #expect(result.rejectedColumns[0].texts.map(\.text) == [Self.secret])
        #expect(
            result.rejectLines == [
                Wording(
                    "列“XF1”：60 格中 10 格不是答案（17%）：不是这道题的选项，第 2、3、4、5、6 行等，其中“哨兵甲”10 格；可以写 1~5 或对应文字",
                    "column \"XF1\": 10 of 60 cells are no answers (17%): not an answer that the question offers; rows 2, 3, 4, 5, 6 …; \"哨兵甲\" in 10; takes 1~5 or the labels"
                )
            ])
    }

    /// Ten people, and not ten cells of five.
    @Test func cellsOfOneTextInTwoColumnsAreCountedApart() throws {
        let result = try table(5, in: ["XF1", "XF2"])
        #expect(!String(describing: result.rejectLines).contains(Self.secret))
        #expect(result.rejectLines.map(\.english)[0].hasPrefix("columns \"XF1\", \"XF2\": 10 of 120 cells"))
    }

    @Test func aSurveyThatShowsNoGroupOfTwelveShowsNoTextOfEleven() throws {
        var survey = try everyType()
        survey.smallestGroup = 12
        for (count, isShown) in [(11, false), (12, true)] {
            let rows = (0..<60).map { ["甲处", $0 < count ? Self.secret : "3"] }
            let result = try ResponseImport(CSVTable([["CS", "XF1"]] + rows), survey: survey)
            #expect(String(describing: result.rejectLines).contains(Self.secret) == isShown)
        }
    }

    @Test(arguments: [(100, 5, false), (100, 6, true), (19, 1, true), (20, 1, false)])
    func moreThanATwentiethIsLarge(rows: Int, count: Int, isLarge: Bool) throws {
        #expect(try table(count, rows: rows).rejectedColumns[0].texts.contains(where: \.isLarge) == isLarge)
    }

    /// A share is one of the cells that hold anything, and widths and letters make no other text.
    @Test func sharesAreThoseOfFilledCellsAndTextsAreFolded() throws {
        let cells = ["NA", "ｎａ", " Na "] + Array(repeating: "3", count: 30) + Array(repeating: "", count: 60)
        let result = try ResponseImport(
            CSVTable([["CS", "YJ", "XF1"]] + cells.map { ["甲处", "好", $0] }), survey: everyType())
        #expect(result.rejectedColumns[0].filled == 33)
        #expect(result.rejectedColumns[0].texts.map(\.count) == [3])
    }

    @Test(arguments: [["哨兵Ａ"], [" 哨兵a "], ["别的", "哨兵A"]])
    func aTextThatIsNamedIsNoneToStopFor(names: [String]) throws {
        let rows = (0..<60).map { [$0 < 12 ? "哨兵a" : $0 < 14 ? "9" : "3", $0 < 12 ? "哨兵a" : "好"] }
        let result = try ResponseImport(CSVTable([["XF1", "YJ"]] + rows), survey: everyType(), setAside: names)
        #expect(result.rejects.count == 14 && result.unnamedRejects == 2)
        #expect(result.rejectedColumns[0].namedCount == 12 && result.rejectedColumns[0].texts.isEmpty)
        // Where it is an answer, as in a text, it stays one.
        #expect(result.responses[0].answers.last == .text("哨兵a"))
    }

    /// A hidden question that was answered all the same says nothing against the text.
    @Test func anAnswerThatWasNotAskedForIsNoText() throws {
        let rows = (0..<30).map { _ in ["js", "3"] }
        let result = try ResponseImport(CSVTable([["GW", "ZW"]] + rows), survey: everyType())
        #expect(result.rejectedColumns.map(\.count) == [30])
        #expect(result.rejectedColumns[0].texts.isEmpty)
    }

    @Test func unitsThatAreNotOnTheRosterAreTold() throws {
        let survey = try Survey.sample("## 一\n\nA. 问 [单选]\n- a = 甲\n- b = 乙\n")
        let roster = Roster(units: [.init(name: "甲处", headcount: 12)])
        let rows = (0..<20).map { [$0 < 11 ? "甲 处" : "甲处", "a"] }
        let result = try ResponseImport(CSVTable([["_unit", "A"]] + rows), survey: survey, roster: roster)
        #expect(result.rejectedColumns.map(\.column) == ["_unit"])
        #expect(result.rejectedColumns[0].texts.map(\.text) == ["甲 处"])
        #expect(result.rejectLines[0].chinese.hasSuffix("可以写名册上的处室"))
    }

    @Test(arguments: ExportFile.Kind.allCases)
    func anotherToolsTextsAreToldAsTheyStandInItsFile(kind: ExportFile.Kind) throws {
        let rows = (0..<40).map { [$0 < 12 ? "专业 技术" : "专业技术", $0 < 12 ? "自学┋钓鱼" : "自学"] }
        let lines =
            [["序号", "提交答卷时间", "来自IP", "1、岗位", "4、方式"]]
            + rows.enumerated().map { ["\($0.offset + 1)", "2026/11/20 09:00:00", "10.1.2.3"] + $0.element }
        let read = try ResponseExport.read(
            bytes: ExportFile(lines: lines).bytes(kind), survey: everyType(), setAside: ["自学┋钓鱼"])
        #expect(read.content.rejectedColumns.map(\.column) == ["1、岗位", "4、方式"])
        #expect(read.content.rejectedColumns[0].texts.map(\.text) == ["专业 技术"])
        #expect(read.content.rejectedColumns[1].namedCount == 12)
    }

    // MARK: Lines

    @Test func theGreatestLossComesFirstAndColumnsThatLostTheSameStandTogether() throws {
        let columns = ["XF1", "XF2", "JY1", "JY2", "XC1"]
        let rows = (0..<100).map { row in
            [row < 12 ? "同意" : "3", row < 12 ? "同意" : "3", row < 2 ? "很多" : "3", "3", row < 40 ? "差不多" : "3"]
        }
        let result = try ResponseImport(CSVTable([columns] + rows), survey: everyType())
        let lines = result.rejectLines.map(\.chinese)
        #expect(lines.count == 3)
        #expect(lines[0].hasPrefix("列“XC1”：100 格中 40 格"))
        #expect(lines[1].hasPrefix("列“XF1”、“XF2”：200 格中 24 格不是答案（12%）：不是这道题的选项，其中“同意”24 格"))
        #expect(lines[2].hasPrefix("列“JY1”：100 格中 2 格不是答案（2.0%）：不是数字，第 2、3 行；"))
    }

    @Test func aDozenLinesAreEnough() throws {
        let items = (1...20).map { "A\($0). 问题\($0) [数字 0~\($0)]" }.joined(separator: "\n\n")
        let survey = try Survey.sample("## 一\n\n" + items)
        let rows = (0..<30).map { row in (1...20).map { row < 1 && $0 < 20 ? "x" : "\(row < 2 ? 99 : 0)" } }
        let result = try ResponseImport(
            CSVTable([(1...20).map { "A\($0)" }] + rows), survey: survey)
        #expect(result.rejectLines.count == 13)
        #expect(result.rejectLines.last == Wording("…… 还有 8 列，共 16 格", "… and 8 more columns with 16 cells"))
    }
}
