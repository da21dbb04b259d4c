import Forms
import Foundation
import Surveys
import TestSupport
import Testing
import Workbooks

@Suite("Forms to fill in")
struct WorkbookFormTests {
    private func part(_ name: String, of bytes: [UInt8]) throws -> String {
        try String(decoding: ZipArchive(bytes).contents(of: name) ?? [], as: UTF8.self)
    }

    @Test("four sheets, of which the last two are hidden, and all are protected")
    func sheets() throws {
        let sample = try FormSample(everyType())
        #expect(try sample.book.sheetNames == ["填写说明", "问卷", "选项", "元数据"])
        let book = try part("xl/workbook.xml", of: sample.empty)
        #expect(book.components(separatedBy: "state=\"hidden\"").count == 3)
        for number in 1...4 {
            let sheet = try part("xl/worksheets/sheet\(number).xml", of: sample.empty)
            #expect(sheet.contains("<sheetProtection sheet=\"1\""), "sheet \(number)")
        }
    }

    @Test("every variable of every shipped survey has its answer cells", arguments: Repository.surveyNames)
    func namesOfShipped(_ name: String) throws {
        let survey = try Repository.survey(name)
        let names = try FormSample(survey).book.names
        for variable in survey.variables {
            switch variable.domain {
            case .optionSet(let options, _), .ranking(let options, _):
                for option in options { #expect(names["答_\(variable.name)_\(option.code)"] != nil) }
            default: #expect(names["答_\(variable.name)"] != nil, "\(variable.name)")
            }
        }
    }

    @Test("codes that a workbook would take for one name get two")
    func similarCodes() throws {
        let survey = try Survey.sample("## 一\n\nMS. 甲 [多选]\n- a = 子\n- b = 丑\n\nMS_a. 乙 [数字 0~9]")
        let sample = try FormSample(survey)
        let bytes = try sample.filled(["MS_a": "是", "MS_a_2": 2])
        #expect(sample.read(bytes).response?.answers == [.options(["a"]), .number(2, decimals: 0)])
    }

    @Test("lists are chosen by name, and only levels may be kept against the list")
    func rules() throws {
        let sample = try FormSample(everyType(), roster: Roster(units: [Roster.Unit(name: "办公室", headcount: 3)]))
        let whole = try part("xl/worksheets/sheet2.xml", of: sample.empty)
        let sheet = try whole[#require(whole.firstRange(of: "<dataValidations")).lowerBound...]
        func rule(_ answer: String) throws -> Substring {
            let mark = "sqref=\"\(try sample.cell(of: answer).name)\""
            let place = try #require(sheet.firstRange(of: mark))
            let start = try #require(sheet[..<place.lowerBound].ranges(of: "<dataValidation ").last)
            let end = try #require(sheet[place.upperBound...].firstRange(of: "</dataValidation>"))
            return sheet[start.lowerBound..<end.upperBound]
        }
        #expect(try rule("XF1").contains("<formula1>选项_五级</formula1>"))
        #expect(try rule("XF1").contains("errorStyle=\"warning\""))
        #expect(try rule("GW").contains("<formula1>选项_GW</formula1>"))
        #expect(try !rule("GW").contains("errorStyle"))
        #expect(try rule("CS").contains("<formula1>选项_处室</formula1>"))
        #expect(try rule("CC").contains("type=\"whole\""))
        #expect(try rule("CC").contains("<formula1>0</formula1><formula2>20</formula2>"))
        #expect(try rule("BL").contains("type=\"decimal\""))
        #expect(try rule("RQ").contains("type=\"date\""))
        #expect(try rule("ZW").contains("type=\"textLength\""))
        #expect(try rule("PX_p").contains("<formula1>1</formula1><formula2>2</formula2>"))
    }

    @Test("every entry of a list is an answer, and the one that it says")
    func entries() throws {
        // 1 of the second option is the code of the first, and "2 2" would be read as either.
        let survey = try Survey.sample("## 一\n\nA. 甲 [单选]\n- 1 = 2\n- 2 = 1 2\n- 3 = 丙")
        let sample = try FormSample(survey)
        let cells = try #require(try sample.book.cells(of: "选项"))
        let target = try #require(try sample.book.names["选项_A"]).range
        for (row, code) in zip(target.rows, ["1", "2", "3"]) {
            guard case .text(let entry)? = cells[Cell(row: row, column: target.first.column)]?.value else {
                Issue.record("no entry")
                return
            }
            #expect(try sample.read(sample.filled(["A": .text(entry)])).response?.answers == [.option(code)])
        }
    }

    @Test(
        "conditions stand as formulas over the cells",
        arguments: [
            ("A = x", "OR(LEFT(D5,FIND(\" \",D5&\" \")-1)=\"x\",D5&\"\"=\"甲\")"),
            ("B 含 p", "(COUNTA(D7)-COUNTIF(D7,\"否\")-COUNTIF(D7,\"No\")-COUNTIF(D7,0))=1"),
            ("C > 3", "IFERROR(VALUE(D9&\"\")>3,FALSE)"),
            ("C 已答", "D9<>\"\""),
            ("非（C ≥ 2 且 A = y）", "NOT(AND(IFERROR(VALUE(D9&\"\")>=2,FALSE),OR("),
            ("L ≥ 4", "IFERROR(VALUE(LEFT(D10,FIND(\" \",D10&\" \")-1))>=4,FALSE)"),
        ])
    func conditions(_ condition: String, _ formula: String) throws {
        let sample = try FormSample(
            Survey.sample(
                """
                ## 一

                A. 一 [单选]
                - x = 甲
                - y = 乙

                B. 二 [多选]
                - p = 丙
                - q = 丁

                C. 三 [数字 0~9]

                L. 四 [量表题 五级]

                Z. 五 [文本]
                显示：\(condition)
                """))
        let cell = try sample.cell(of: "Z")
        let sheet = try part("xl/worksheets/sheet2.xml", of: sample.empty)
            .replacing("&amp;", with: "&").replacing("&quot;", with: "\"").replacing("&gt;", with: ">")
            .replacing("&lt;", with: "<")
        let start = try #require(sheet.firstRange(of: "<c r=\"E\(cell.row)\"")).upperBound
        let end = try #require(sheet[start...].firstRange(of: "</f>")).lowerBound
        #expect(sheet[start..<end].contains("IF(" + formula), "\(sheet[start..<end])")
    }

    @Test("the same form twice is the same file, and another number makes another")
    func sameBytes() throws {
        #expect(try FormSample(everyType()).empty == FormSample(everyType()).empty)
        #expect(try FormSample(everyType()).empty != FormSample(everyType(), code: "别的").empty)
    }

    @Test("a file name holds nothing that a folder refuses")
    func fileName() throws {
        var survey = try everyType()
        survey.title = LocalText("上/下:半年\"自查\"?")
        let form = WorkbookForm(survey: survey, surveyHash: "ab", year: 2026, roster: nil, language: nil)
        #expect(form.fileName(serial: 7) == "问卷_上_下_半年_自查___00007.xlsx")
    }
}
