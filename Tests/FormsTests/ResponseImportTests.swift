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

    @Test func withAMapAnUnknownColumnIsIgnoredAndListed() throws {
        let map = try ColumnMap(CSVTable(text: "column,code\n1、岗位,GW\n"))
        let table = try CSVTable(text: "来自IP,1、岗位,GW\n1.2.3.4,综合管理,zz\n")
        let result = try ResponseImport(table, survey: everyType(), map: map)
        #expect(result.ignoredColumns == ["来自IP", "GW"])
        #expect(result.rejects.isEmpty)
        #expect(result.responses[0].answers[1] == .option("gl"))
        #expect(result.absentVariables.count == result.responses[0].answers.count - 1)
    }

    @Test func aMapMustFitTheFileAndTheSurvey() throws {
        #expect(
            try message("a,GW\n1,gl\n", map: "column,code\n岗位,GW\n")
                == "the file has no column \"岗位\" that the map names")
        #expect(
            try message("a,b\n1,gl\n", map: "column,code\na,GW\nb,XF9\n")
                == "the map leads column \"b\" to \"XF9\", which the survey does not have; did you mean \"XF1\"?")
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
        #expect(result.absentVariables == survey.variables.map(\.name).filter { $0 != "XF1" && $0 != "CS" })
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
        #expect(result.rejects == [ResponseImport.Reject(line: 3, column: "CC", refusal: .outsideRange)])
        #expect(result.excludedRows == 1)
    }

    @Test func rejectsCarryTheLineOfTheFileAndTheNameOfItsColumn() throws {
        let map = try ColumnMap(CSVTable(text: "column,code\n意见栏,YJ\n几次,CC\n"))
        let table = try CSVTable(text: "意见栏,几次\n\"两\n行\",1\n好,很多\n")
        let result = try ResponseImport(table, survey: everyType(), map: map)
        #expect(result.rejects == [ResponseImport.Reject(line: 4, column: "几次", refusal: .notANumber)])
    }
}

@Suite struct RoundTripOfResponses {
    /// Codes, not labels, and the same responses again: by way of a table, and by way of a file.
    @Test func whatIsWrittenIsImportedAgain() throws {
        let survey = try everyType()
        let reader = ResponseReader(survey: survey)
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
