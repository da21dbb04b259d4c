import Forms
import Surveys
import TestSupport
import Testing

/// Tables of answers as spreadsheets keep them: days, formulas and merged cells.
@Suite struct TablesInWorkbooks {
    private static let days = """
        <x:numFmts><x:numFmt numFmtId="164" formatCode="yyyy\\-m\\-d"/></x:numFmts>\
        <x:cellXfs><x:xf numFmtId="0"/><x:xf numFmtId="164"/></x:cellXfs>
        """

    /// A sheet of these rows: a text, `=` for a formula without a value, `#` before a number, `@` before the number of a day.
    private func file(
        _ rows: [[String]], from first: Int = 1, merged: [String] = [], countsFrom1904: Bool = false
    ) -> [UInt8] {
        let lines = rows.enumerated().map { index, cells in
            let row = first + index
            let filled = cells.enumerated().filter { !$0.element.isEmpty }.map { column, text in
                let place = "r=\"\(["A", "B", "C", "D", "E", "F"][column])\(row)\""
                return switch text.first {
                case "=": "<x:c \(place)><x:f>1+1</x:f></x:c>"
                case "#": "<x:c \(place)><x:v>\(text.dropFirst())</x:v></x:c>"
                case "@": "<x:c s=\"1\" \(place)><x:v>\(text.dropFirst())</x:v></x:c>"
                default: "<x:c t=\"inlineStr\" \(place)><x:is><x:t>\(text)</x:t></x:is></x:c>"
                }
            }
            return "<x:row r=\"\(row)\">\(filled.joined())</x:row>"
        }
        return PlainZip.workbook(
            rows: lines.joined(), styles: Self.days, merged: merged, countsFrom1904: countsFrom1904)
    }

    private func imported(_ file: [UInt8]) throws -> ImportedResponses {
        try ResponseExport.read(bytes: file, survey: everyType())
    }

    private func refusal(_ file: [UInt8]) -> String? {
        #expect(throws: FormError.self) { try imported(file) }?.wording.english
    }

    @Test(arguments: [false, true])
    func daysAreThoseThatTheSheetShows(countsFrom1904: Bool) throws {
        let shift = countsFrom1904 ? 1_462 : 0
        let rows = [["RQ", "YF", "YJ"], ["#\(46_082 - shift)", "@\(46_082 - shift)", "@\(46_024 - shift)"]]
        let read = try imported(file(rows, countsFrom1904: countsFrom1904))
        #expect(try answer(read, "RQ") == .day(Day("2026-03-01")!))
        #expect(try answer(read, "YF") == .day(Day("2026-03-01")!))
        #expect(try answer(read, "YJ") == .text("2026-01-02"))
        #expect(read.report.dayNumbers == [])
    }

    @Test func anotherToolsDaysAreReadTheSameWay() throws {
        let rows = [["序号", "来自IP", "1、日期", "2、意见"], ["1", "x", "#44620", "@44562"]]
        let read = try imported(file(rows, countsFrom1904: true))
        #expect(try answer(read, "RQ") == .day(Day("2026-03-01")!))
        #expect(try answer(read, "YJ") == .text("2026-01-02"))
    }

    /// `5-6` typed into a cell becomes a day; its number is no answer of anybody.
    @Test(arguments: ["GW", "CC", "XF1", "MS", "DF"])
    func aDayIsNoAnswerToAnotherKindOfQuestion(name: String) throws {
        let read = try imported(file([[name, "YJ"], ["@46148", "好"]]))
        #expect(read.content.rejects.map(\.row) == [2] && read.content.rejects.map(\.column) == [name])
    }

    @Test func aNumberThatMayHaveBeenADayIsPointedOut() throws {
        let read = try imported(file([["YJ", "CC"], ["#46024", "#1"], ["46024", "#1"], ["#300", "#1"]]))
        #expect(read.report.dayNumbers == [.init(title: "YJ", rows: [2, 3])])
        #expect(read.report.textLines[0].chinese.contains("第 2、3 行"))
        #expect(!read.report.textLines[0].chinese.contains("46024"))
    }

    @Test func aFormulaWithoutAValueStopsTheFile() {
        #expect(
            refusal(file([["GW", "CC"], ["gl", "="], ["gl", "#1"]]))
                == "B2 of sheet \"表\" is a formula without a computed value; open the file in a spreadsheet, save it again and use that"
        )
        #expect(refusal(file([["GW", "CC"], ["=", "="], ["gl", "="]]))?.hasPrefix("A2 and 2 more cells of") == true)
    }

    /// Programs that cannot compute store a 0 and ask whoever opens the file to compute.
    @Test func aFormulaThatWaitsToBeComputedStopsTheFile() throws {
        let rows =
            "<x:row><x:c t=\"str\"><x:v>CC</x:v></x:c></x:row><x:row><x:c><x:f>2+3</x:f><x:v>0</x:v></x:c></x:row>"
        let file = PlainZip.workbook(rows: rows)
        #expect(try imported(file).content.rejects.isEmpty)
        let waiting = try PlainZip.copy(of: file) { _, text in
            text.replacing("</workbook>", with: "<calcPr fullCalcOnLoad=\"1\" calcId=\"124519\"/></workbook>")
        }
        #expect(refusal(waiting)?.hasPrefix("A2 of sheet \"表\" is a formula without a computed value") == true)
    }

    // MARK: Merged cells

    @Test func aMergedUnitIsThatOfAllRowsBesideIt() throws {
        let rows = [["CS", "GW"], ["甲处", "gl"], ["", "js"], ["", ""], ["", "gl"], ["乙处", "gl"]]
        #expect(try imported(file(rows, merged: ["A2:A5"])).units == ["甲处", "甲处", "甲处", "乙处"])
        #expect(try imported(file(rows)).units == ["甲处", nil, nil, "乙处"])
        let export = [["序号", "来自IP", "1、处室", "2、岗位"], ["1", "x", "甲处", "其他"], ["2", "x", "", "其他"]]
        #expect(try readExport(export).units == ["甲处", nil])
        #expect(try imported(file(export, merged: ["C2:C3"])).units == ["甲处", "甲处"])
        // Our own export has the units in a column of its own where the survey does not ask.
        let own = try Survey.sample("## 一\n\nA. 问 [单选]\n- a = 甲\n- b = 乙\n")
        let bytes = file([["_unit", "A"], ["甲处", "a"], ["", "b"]], merged: ["A2:A3"])
        #expect(try ResponseExport.read(bytes: bytes, survey: own).units == ["甲处", "甲处"])
    }

    @Test(arguments: [
        (["B2:B3"], "B2:B3 is a merged cell"), (["B2:C2"], "B2:C2 is a merged cell"),
        (["A2:B3"], "A2:B3 is a merged cell"),
        (["B2:B3", "C2:C3"], "B2:B3 and 1 more are merged cells"), (["A1:A2"], "A1:A2 is a merged heading"),
    ])
    func anAnswerThatSeveralShareIsRefused(merged: [String], message: String) {
        let rows = [["CS", "GW", "CC"], ["甲处", "gl", "#1"], ["甲处", "", ""], ["乙处", "gl", "#2"]]
        #expect(refusal(file(rows, merged: merged))?.hasPrefix(message) == true)
    }

    /// Of one person alone, empty, or of columns and rows that are not read: nothing is lost.
    @Test(arguments: [["B4:B5"], ["C2:C3"], ["D2:D4"], ["C4:D4"], ["E2:F4"]])
    func mergedCellsThatHideNothingAreRead(merged: [String]) throws {
        let rows = [["CS", "GW", "CC", "备注"], ["甲处", "gl", "", "甲"], ["甲处", "js", "", ""], ["乙处", "gl", "#2", ""]]
        let map = try ColumnMap(CSVTable(text: "column,code\nCS,CS\nGW,GW\nCC,CC\n"))
        let read = try ResponseExport.read(bytes: file(rows, merged: merged), survey: everyType(), map: map)
        #expect(read.responses.count == 3 && read.content.rejects.isEmpty)
    }

    @Test func aConditionHoldsForAllRowsBesideAMergedCell() throws {
        let rows = [["组", "处室", "岗位"], ["一组", "甲处", "gl"], ["", "甲处", "js"], ["二组", "甲处", "gl"]]
        let map = try ColumnMap(CSVTable(text: "column,code\n处室,CS\n岗位,GW\n"))
        #expect(
            try ResponseExport.read(
                bytes: file(rows, merged: ["A2:A3"]), survey: everyType(), map: map, where: "“组” = 一组"
            ).responses.count == 2)
    }

    @Test func aMergedTitleIsNoRowOfTheTable() {
        let rows = [["学习型机关问卷", "", ""], ["CS", "GW", "CC"], ["甲处", "gl", "#1"]]
        #expect(refusal(file(rows, from: 3, merged: ["A3:C3"]))?.hasPrefix("row 3 has one cell only") == true)
    }

    // MARK: Files

    static let survey = "Tests/Fixtures/tables/survey.zicha"

    @Test(arguments: [
        ("days-from-1904", ["RQ": "2020-05-06", "YF": "2021-07-01"], ["办公室"]),
        ("days-in-words", ["RQ": "2020-05-06"], ["办公室"]),
        ("merged-unit", ["XF1": "5"], ["办公室", "办公室", "办公室"]),
        // Merged units, days under three formats, counted from 1904.
        ("saved-by-libreoffice", ["RQ": "2020-05-06", "YF": "2021-07-01", "YJ": "2026-01-02"], ["办公室", "办公室", "办公室"]),
    ])
    func filesOfManyProgramsAreRead(name: String, cells: [String: String], units: [String]) throws {
        let survey = try Survey.read(bytes: Repository.bytes(Self.survey)).survey
        let read = try ResponseExport.read(
            bytes: Repository.bytes("Tests/Fixtures/tables/\(name).xlsx"), survey: survey)
        #expect(read.units == units && read.content.rejects.isEmpty)
        for (variable, cell) in cells {
            let index = try #require(survey.variables.firstIndex { $0.name == variable })
            #expect(read.responses[0].cells[index] == cell)
        }
    }
}
