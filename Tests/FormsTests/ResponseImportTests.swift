import Forms
import Surveys
import TestSupport
import Testing

private func message(_ text: String, map: String? = nil, where condition: String? = nil) throws -> String {
    let survey = try everyType()
    let error = #expect(throws: FormError.self) {
        let map = try map.map { try ColumnMap(CSVTable(text: $0)) }
        _ = try ResponseImport(CSVTable(text: text), survey: survey, map: map, where: condition)
    }
    return error?.wording.english ?? ""
}

@Suite struct ColumnsOfAnImport {
    @Test func withoutAMapAnUnknownColumnIsAnErrorWithASuggestion() throws {
        #expect(try message("GW,XFl\ngl,3\n") == "column 2 \"XFl\" is no code of the survey; did you mean \"XF1\"?")
        #expect(try message("GW,提交时间\ngl,x\n").hasSuffix("remove it, or take the columns you need by --map"))
    }

    @Test func allUnknownColumnsAreNamedInOneSentence() throws {
        #expect(
            try message("GW,XFl,提交时间\ngl,3,x\n")
                == "2 columns are no codes of the survey: column 2 \"XFl\" (\"XF1\"?), column 3 \"提交时间\"; rename those that are questions to their codes and remove the others, or take the columns you need by --map"
        )
        let header = (1...13).map { "字段甲乙丙\($0)" }
        let many = try message("GW,\(header.joined(separator: ","))\ngl\(String(repeating: ",x", count: 13))\n")
        #expect(many.hasPrefix("13 columns are no codes of the survey: column 2 \"字段甲乙丙1\", "))
        #expect(many.contains("column 11 \"字段甲乙丙10\" and 3 more; remove them"))
    }

    @Test(arguments: [
        ("GW, 是否参加 \ngl,1\n", "列“是否参加”是 DY 的题干，请把列名改成 DY，或用 --map"),
        ("GW,joined\ngl,1\n", "列“joined”是 DY 的题干，请把列名改成 DY，或用 --map"),
        ("GW,丁项\ngl,1\n", "列“丁项”是 NL1_cur、NL1_req 的题干，请把列名改成 NL1_cur 或 NL1_req，或用 --map"),
        ("次数\n1\n", "列“次数”是 CC 的题干，请把列名改成 CC，或用 --map"),
        ("岗位,次数\ngl,1\n", "有 2 列不是问卷里的代码：第 1 列“岗位”（是 GW 的题干）、第 2 列“次数”（是 CC 的题干）；请把列名改成题目代码，或用 --map"),
        (
            "GW,次数,IP 地址\ngl,1,x\n",
            "有 2 列不是问卷里的代码：第 2 列“次数”（是 CC 的题干）、第 3 列“IP 地址”；是题目的请把列名改成代码，其余的删去，或用 --map 只取需要的列"
        ),
    ])
    func aStemAsAHeadingIsToBecomeItsCode(text: String, sentence: String) throws {
        let error = #expect(throws: FormError.self) { try ResponseImport(CSVTable(text: text), survey: everyType()) }
        #expect(error?.wording.chinese == sentence)
    }

    @Test(arguments: ["=1+1", "-好", "+", "@甲", "'=1", "''=1", "'甲", "-5", "'-5"])
    func aTextThatLooksLikeAFormulaComesBackAsItWasWritten(text: String) throws {
        let survey = try everyType()
        let index = try #require(survey.variables.firstIndex { $0.name == "YJ" })
        var response = Response(answers: survey.variables.map { _ in .missing })
        response.answers[index] = .text(text)
        for written in [
            CSVTable([response], survey: survey).text, CSVTable([response], survey: survey).spreadsheetText,
        ] {
            // Whatever opens the file finds no formula.
            let cell = try #require(CSVTable(text: written).rows.first?.cells[index])
            #expect(!"=+@".contains(cell.first ?? " "))
            let read = try ResponseImport(CSVTable(bytes: Array(written.utf8)), survey: survey)
            #expect(read.responses.first?.answers[index] == .text(text))
        }
    }

    @Test func codesMayBeRetypedInOtherLettersAsHeadings() throws {
        let result = try ResponseImport(
            CSVTable(text: "ＧＷ,xf1,nl1_CUR,nl1．要求,old1\ngl,3,1,2,x\n"), survey: everyType())
        let names = try everyType().variables.filter { !$0.isOptionText }.map(\.name)
        #expect(Set(names).subtracting(result.absentVariables) == ["GW", "XF1", "NL1_cur", "NL1_req"])
        #expect(result.retiredColumns == ["old1"])
        #expect(try message("GW,gw\ngl,js\n") == "columns 1 and 2 are both \"gw\"")
    }

    /// An answer may look like a retyped code; then the line above the answers is still no line of headings.
    @Test func oneRetypedCodeMakesNoHeader() throws {
        #expect(try message("办公室,cc,1\n办公室,js,2\n").hasPrefix("no column belongs to this survey"))
    }

    @Test func aTitleWithItsEmptyCellsIsNamed() throws {
        #expect(
            try message("学习型机关问卷,,\nGW,CC,YJ\ngl,1,\n")
                == "row 1 has one cell only and seems to be a title; remove it, the header holds the codes of the questions"
        )
    }

    @Test func withAMapAnUnknownColumnIsIgnoredAndListed() throws {
        let map = try ColumnMap(CSVTable(text: "column,code\n1、岗位,GW\n"))
        let table = try CSVTable(text: "来自IP,1、岗位,GW\n1.2.3.4,综合管理,zz\n")
        let result = try ResponseImport(table, survey: everyType(), map: map)
        #expect(result.ignoredColumns == ["来自IP", "GW"])
        #expect(result.rejects.isEmpty)
        #expect(result.responses[0].answers[1] == .option("gl"))
        // One was read, and the words beside an option are no question.
        #expect(result.absentVariables.count == result.responses[0].answers.count - 2)
    }

    @Test func aMapMustFitTheFileAndTheSurvey() throws {
        #expect(
            try message("a,GW\n1,gl\n", map: "column,code\n岗位,GW\n")
                == "the file has no column \"岗位\" that the map names")
        #expect(
            try message("a,b\n1,gl\n", map: "column,code\na,GW\nb,XF9\n")
                == "the map leads column \"b\" to \"XF9\", which the survey does not have; did you mean \"XF1\"?")
        #expect(
            try message("a,b,c\n1,gl,2\n", map: "column,code\na,GW\nb,XF9\nc,QQQQ\n")
                == "the map leads to 2 codes that the survey does not have: \"XF9\" (\"XF1\"?), \"QQQQ\"")
    }

    @Test func aDoubledColumnIsAnError() throws {
        #expect(try message("GW,CC,GW\ngl,1,js\n") == "columns 1 and 3 are both \"GW\"")
        #expect(try message("NL1_cur,NL1.现有\n1,2\n") == "columns 1 and 2 are both \"NL1.现有\"")
        #expect(try message("岗位,岗位\ngl,js\n", map: "column,code\n岗位,GW\n") == "columns 1 and 2 are both \"GW\"")
    }

    @Test func retiredColumnsAreListedAndNotRead() throws {
        let result = try imported(["GW": "gl", "OLD2": "不该读", "OLD1": ""])
        #expect(result.retiredColumns == ["OLD1", "OLD2"])
        #expect(result.rejects.isEmpty)
    }

    @Test func aVariableWithoutAColumnWasAskedOfNobody() throws {
        let survey = try everyType()
        let result = try imported(["XF1": "3", "CS": "甲处"])
        let questions = survey.variables.filter { !$0.isOptionText }.map(\.name)
        #expect(result.absentVariables == questions.filter { $0 != "XF1" && $0 != "CS" })
        let answers = zip(survey.variables, result.responses[0].answers)
        #expect(answers.allSatisfy { $0.name == "XF1" || $0.name == "CS" || $1 == .notAsked })
        #expect(result.units == ["甲处"])
    }

    @Test func emptyColumnsAndRowsThatASpreadsheetLeavesAreNothing() throws {
        let table = try CSVTable(text: "GW,CC,,\ngl,1,,\n,,,\n")
        let result = try ResponseImport(table, survey: everyType())
        #expect(result.responses.count == 1)
        #expect(result.ignoredColumns.isEmpty)
        #expect(try message("GW,\ngl,说\n").hasPrefix("column 2 \"\" is no code"))
    }

    @Test func aFileOfAnotherSurveyIsRefused() throws {
        #expect(try message("q1,q2\n1,2\n").hasPrefix("no column belongs to this survey"))
        #expect(try message("q1\n1\n", map: "column,code\n").hasPrefix("no column belongs to this survey"))
    }
}

@Suite struct RowsOfAnImport {
    private static let rows: [[String: String]] = [
        ["GW": "gl", "CC": "5", "CS": "甲处"], ["GW": "js", "CC": "2", "CS": "乙处"], ["GW": "", "CC": "9", "CS": ""],
    ]

    @Test(arguments: [
        ("GW = gl", [0]), ("GW = 综合管理", [0]), ("GW ≠ gl", [1]), ("CC ≥ 5", [0, 2]), ("GW = gl 或 CC = 9", [0, 2]),
        ("CS = 乙处", [1]), ("GW 未答", [2]), ("非（GW = gl）", [1, 2]), ("CS 已答 且 CC < 5", [1]),
    ])
    func onlyRowsForWhichTheConditionHoldsCount(condition: String, kept: [Int]) throws {
        let result = try imported(Self.rows[0], Self.rows[1], Self.rows[2], where: condition)
        let all = try imported(Self.rows[0], Self.rows[1], Self.rows[2])
        #expect(result.responses == kept.map { all.responses[$0] })
        #expect(result.units == kept.map { all.units[$0] })
        #expect(result.excludedRows == 3 - kept.count)
    }

    @Test(arguments: [
        ("“2、今年去过几次？” = 两次", [0]), ("“2、今年去过几次？” ≠ 两次", [1]), ("\"time spent\" ≥ 30", [0, 1]),
        ("\"time spent\" < 40 且 GW = gl", [0]),
        ("\"time spent\" 未答", [2]),
    ])
    func rawColumnsAreNamedInQuotes(condition: String, kept: [Int]) throws {
        let map = try ColumnMap(CSVTable(text: "column,code\n岗位,GW\n"))
        let table = try CSVTable(text: "岗位,2、今年去过几次？,time spent\ngl,两次,30\njs,三次,40.5\ngl,,\n")
        let result = try ResponseImport(table, survey: everyType(), map: map, where: condition)
        #expect(result.responses.count == kept.count)
        #expect(result.excludedRows == 3 - kept.count)
    }

    @Test func aConditionThatIsNotUnderstoodIsAnError() throws {
        #expect(try message("GW\ngl\n", where: "GX = gl").hasPrefix("--where is not understood"))
        #expect(try message("GW\ngl\n", where: "").hasPrefix("--where is not understood"))
    }

    @Test func rejectsOfExcludedRowsAreNotReported() throws {
        let result = try imported(["GW": "gl", "CC": "99"], ["GW": "js", "CC": "98"], where: "GW = js")
        #expect(result.rejects == [ResponseImport.Reject(row: 3, column: "CC", refusal: .outsideRange)])
        #expect(result.excludedRows == 1)
    }

    @Test func rowsWithAtMostTheUnitAreNoResponses() throws {
        let rows: [[String: String]] = [
            ["CS": "甲处", "GW": "gl"], ["CS": "甲处"], ["CS": "甲处", "YJ": " \u{3000}"], ["CS": "丁处"],
            ["CS": "甲处", "CC": "很多"],
        ]
        let roster = Roster(units: [.init(name: "甲处", headcount: 12)])
        let result = try imported(rows[0], rows[1], rows[2], rows[3], rows[4], roster: roster)
        #expect(result.responses.count == 2)
        #expect(result.units == ["甲处", "甲处"])
        #expect(result.blankRows == 3)
        // Something was filled in, though it is no answer; a unit alone that is not on the roster is nothing to mend.
        #expect(result.rejects == [ResponseImport.Reject(row: 6, column: "CC", refusal: .notANumber)])
        let chosen = try imported(rows[0], rows[1], rows[3], where: "CS = 甲处")
        #expect((chosen.responses.count, chosen.blankRows, chosen.excludedRows) == (1, 1, 1))
    }

    @Test(arguments: [
        ("XF2", "可以写 1~5 或对应文字", "takes 1~5 or the labels"), ("XC1", "可以写 1~5、NA 或对应文字", "takes 1~5, NA or the labels"),
        ("GW", "可以写 gl、js、qt 或对应文字", "takes gl、js、qt or their labels"),
        (
            "MS", "可以写 a、b、c、d、z 或对应文字，多项用分号隔开，1~3项",
            "takes a、b、c、d、z or their labels, several with semicolons between, 1~3 of them"
        ),
        (
            "PX", "可以写 p、q、r 或对应文字，按先后用分号隔开，2项",
            "takes p、q、r or their labels in order, with semicolons between, 2 of them"
        ),
        ("CC", "可以写 0~20 的整数", "takes a whole number, 0~20"), ("DF", "可以写 0~10 的整数", "takes a whole number, 0~10"),
        ("BL", "可以写 -5.00~100.00 的数字，至多 2 位小数", "takes a number with at most 2 decimals, -5.00~100.00"),
        ("RQ", "可以写 2026-01-01~2026-12-31 的日期", "takes a day, 2026-01-01~2026-12-31"),
        ("CS", "可以写名册上的处室", "takes a unit on the roster"),
    ])
    func aColumnWithRejectsSaysWhatItTakes(name: String, chinese: String, english: String) throws {
        let roster = Roster(units: [.init(name: "甲处", headcount: 12)])
        let result = try imported(filled([name: "哨兵"]), filled([name: ""]), filled([name: "哨兵"]), roster: roster)
        let column = try #require(result.rejectedColumns.first)
        #expect(result.rejectedColumns.count == 1)
        #expect((column.column, column.count) == (name, 2))
        #expect(column.remedy == Wording(chinese, english))
    }

    @Test func aColumnThatWasNotAskedSaysSo() throws {
        let result = try imported(["GW": "js", "ZW": "有话", "JY1": "3", "JY2": "4"])
        #expect(result.rejectedColumns.map(\.column) == ["ZW", "JY2"])
        #expect(result.rejectedColumns.map(\.remedy.chinese) == ["不该问的人要留空", "要通过题目的校验"])
    }

    @Test func rejectsCarryTheRowOfTheSpreadsheetAndTheNameOfItsColumn() throws {
        let map = try ColumnMap(CSVTable(text: "column,code\n意见栏,YJ\n几次,CC\n"))
        let table = try CSVTable(text: "意见栏,几次\n\"两\n行\",1\n好,很多\n")
        let result = try ResponseImport(table, survey: everyType(), map: map)
        #expect(result.rejects == [ResponseImport.Reject(row: 3, column: "几次", refusal: .notANumber)])
    }
}

@Suite struct RoundTripOfResponses {
    /// Codes, not labels, and the same responses again: by way of a table, and by way of a file.
    @Test func whatIsWrittenIsImportedAgain() throws {
        let survey = try everyType()
        var reader = ResponseReader(survey: survey)
        var chance = SplitMix64(seed: 7)
        let cells: [String: [String]] = [
            "CS": ["甲处", "乙,处", "\"丙\"处", ""], "GW": ["gl", "js", "qt", ""], "DY": ["1", "0"],
            "MS": ["a", "c;a", "b;d;c", "z", ""],
            "PX": ["p;q", "r;p", ""], "CC": ["0", "20", ""], "BL": ["-5", "0.05", "99.9", "-0.5"],
            "RQ": ["2026-01-01", ""],
            "YF": ["2026-12", ""], "DF": ["0", "10"], "XF1": ["1", "5"], "XF2": ["3", ""], "XC1": ["2", "NA", ""],
            "NL1_cur": ["1", "4"], "NL1_req": ["5", ""], "ZW": ["短", "两\n行", ""], "JY1": ["3", "0"],
            "JY2": ["0", "3", "9"],
            "YJ": ["", "有,逗号", "有\"引号\"", "有\r\n换行", "'撇号", "NA", "1;2", "　前后　"],
        ]
        let responses = (0..<400).map { _ in
            reader.read(reader.variables.map { (cells[$0.name]?.randomElement(using: &chance) ?? "")[...] }).response
        }
        let table = CSVTable(responses, survey: survey)
        for copy in [table, try CSVTable(bytes: Array(table.text.utf8))] {
            let result = try ResponseImport(copy, survey: survey)
            #expect(result.responses == responses)
            #expect(result.rejects.isEmpty)
            #expect(result.absentVariables.isEmpty)
        }
    }
}
