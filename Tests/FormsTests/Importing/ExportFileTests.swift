import Forms
import Surveys
import TestSupport
import Testing

private func message(_ bytes: [UInt8]) throws -> String {
    let error = #expect(throws: FormError.self) { try ResponseExport.read(bytes: bytes, survey: everyType()) }
    return error?.wording.english ?? ""
}

private func message(_ text: String) throws -> String { try message(Array(text.utf8)) }

@Suite struct FilesOfOtherTools {
    @Test(arguments: [
        ("GW,CC\ngl,1\n", ExportFormat.own), ("序号,来自IP,1、岗位\n1,x,y\n", .wjx), ("序号,岗位\n1,y\n", .own),
        ("id,submitdate,lastpage,GW\n1,x,1,gl\n", .limeSurvey), ("id,GW\n1,gl\n", .own),
        ("GW. 岗位,CC. 次数,XF[XF1]. 自评 [甲项]\ngl,1,2\n", .limeSurvey),
        ("StartDate,EndDate,Status,Progress,GW\na,b,c,d,e\n", .qualtrics),
        ("Respondent ID,Collector ID,岗位\n,,Response\n1,2,y\n", .surveyMonkey),
        ("RespondentID,岗位\n,Response\n1,y\n", .surveyMonkey),
    ])
    func theToolIsToldByTheColumnsThatItAdds(text: String, format: ExportFormat) throws {
        #expect(try ExportFormat.detect(CSVTable(text: text)) == format)
    }

    @Test(arguments: ExportFile.Kind.allCases)
    func ourOwnTableIsReadAsEver(kind: ExportFile.Kind) throws {
        let survey = try everyType()
        let responses = try randomResponses(to: survey, count: 40, seed: 7)
        let table = CSVTable(responses, survey: survey)
        let bytes = try ExportFile(lines: [table.header] + table.rows.map(\.cells)).bytes(kind)
        let read = try ResponseExport.read(bytes: bytes, survey: survey)
        #expect(read.report.format == .own)
        #expect(read.responses == responses)
        #expect(read.report.accepted == 40)
    }

    @Test func aTableThatIsCutOffOrHasNoResponsesIsRefused() throws {
        #expect(
            try message("序号,提交答卷时间,来自IP,1、岗位\n1,x,y\n").hasPrefix("row 2 has 3 cells, the header 4"))
        #expect(
            try message("序号,提交答卷时间,来自IP,1、岗位\n")
                == "a file exported from 问卷星 (wjx) with headings and no responses; export it again when there are some")
        #expect(
            try message("Respondent ID,Collector ID,岗位\n,,Response\n").contains("SurveyMonkey with headings and no"))
        #expect(
            try message("序号,提交答卷时间,来自IP,1、爱好\n1,x,y,z\n")
                == "a file exported from 问卷星 (wjx), but none of its columns is a question of this survey; check the survey, or say by a --map which column is which"
        )
        #expect(try message("") == "the file is empty")
    }

    @Test func workbooksThatCannotBeReadSayWhatToDo() throws {
        #expect(
            try message([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).hasSuffix("save it as .xlsx or as CSV UTF-8"))
        #expect(try message(Array("PK\u{3}\u{4}nonsense".utf8)).hasSuffix("export it again, or save it as CSV UTF-8"))
    }

    @Test func aVeryLongCellIsOnlyTooLong() throws {
        let long = String(repeating: "长", count: 400_000)
        let bytes = try ExportFile(lines: [["序号", "来自IP", "1、岗位", "2、意见"], ["1", "x", "其他", long]]).bytes(.csv)
        let read = try ResponseExport.read(bytes: bytes, survey: everyType())
        #expect(read.content.rejects.map(\.refusal) == [.tooLong])
        #expect(read.report.accepted == 1)
    }

    @Test func aHundredThousandRowsAreRead() throws {
        let headings = "序号,提交答卷时间,来自IP,1、岗位,11、自评—甲项,11、自评—乙项,4、方式,6、次数,20、意见\n"
        let row = ",2026/11/20 09:00:00,10.1.2.3,专业技术,比较符合,2,自学┋网络,3,无\n"
        let text = headings + (1...100_000).map { "\($0)\(row)" }.joined()
        let read = try ResponseExport.read(bytes: Array(text.utf8), survey: everyType())
        #expect(read.report.accepted == 100_000)
        #expect(Set(read.responses.map(\.answers.description)).count == 1)
    }

    @Test func emptyColumnsAndRowsOfASheetAreNothing() throws {
        let lines = [["序号", "来自IP", "1、岗位", "", ""], ["", "", "", "", ""], ["1", "x", "其他", "", ""]]
        for kind in ExportFile.Kind.allCases {
            let read = try ResponseExport.read(bytes: ExportFile(lines: lines).bytes(kind), survey: everyType())
            #expect(read.report.uncarried == [])
            #expect(read.report.accepted == 1)
        }
    }

    /// What people answered is in no report, whatever of it could not be read.
    @Test(arguments: ["张三的秘密", "987654321"])
    func answersStayOutOfTheReport(secret: String) throws {
        let lines = [
            ["序号", "提交答卷时间", "来自IP", "1、岗位", "2、次数", "3、方式", "4、爱好", "4、排序(甲)", "5、意见"],
            [secret, secret, secret, secret, secret, secret, secret, secret, "\(secret) 13800138000"],
        ]
        let read = try ResponseExport.read(bytes: ExportFile(lines: lines).bytes(.csv), survey: everyType())
        #expect(read.content.rejects.count == 4)
        #expect(read.report.personalData.map(\.rows) == [[2]])
        #expect(!String(describing: read.report).contains(secret))
        #expect(!String(describing: read.content.rejectedColumns).contains(secret))
        let told = read.report.lines + read.content.rejectLines
        #expect(told.count > 3 && !told.contains { ($0.chinese + $0.english).contains(secret) })
    }
}

@Suite struct PersonalDataInTexts {
    @Test(arguments: [
        ("请联系 zhang.san@example.com。", [PersonalData.email]), ("写到ａ@ｂ．ｃｎ", [.email]), ("@张三", []), ("a@b", []),
        ("3@5.1", []),
        ("手机13800138000", [.mobile]), ("138-0013-8000", [.mobile]), ("+86 13800138000", [.mobile]),
        ("8613800138000", [.mobile]),
        ("１３８００１３８０００", [.mobile]), ("12800138000", []), ("138001380001", []), ("2138001380000", []),
        ("电话010-62345678", [.landline]), ("(010) 62345678", [.landline]), ("0571 8765432", [.landline]),
        ("0571-87654321转8", [.landline]),
        ("0123456789", []), ("2026-11-27", []), ("010", []),
        ("11010519491231002X", [.identityNumber]), ("11010519491231002x 张", [.identityNumber]),
        ("110105194912310021", []),
        ("440524188001010014", [.identityNumber]), ("440524188013010014", []), ("1234567890123456789012", []),
        ("身份证11010519491231002X，手机13912345678，邮箱a_b@c-d.org.cn", [.email, .mobile, .identityNumber]), ("很好", []),
        ("", []),
    ])
    func areTold(text: String, kinds: [PersonalData]) {
        #expect(PersonalData.kinds(in: text) == kinds)
    }

    @Test func theReportSaysWhereAndNeverWhat() throws {
        let text = "GW,YJ\ngl,无\njs,打13800138000\nqt,a@b.cn\ngl,打13900139000\n"
        let read = try ResponseExport.read(bytes: Array(text.utf8), survey: everyType())
        #expect(
            read.report.personalData == [
                .init(title: "YJ", kind: .email, rows: [4]), .init(title: "YJ", kind: .mobile, rows: [3, 5]),
            ])
        #expect(
            read.report.textLines.last?.english
                == "column \"YJ\": rows whose text seems to hold mobile numbers: 2 (3, 5)"
        )
    }
}
