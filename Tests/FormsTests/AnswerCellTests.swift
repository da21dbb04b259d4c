import Forms
import Surveys
import Testing

@Suite struct AnswerCells {
    @Test(
        arguments: [
            ("XF1", "4", .level(4)), ("XF1", "4.0", .level(4)), ("XF1", "４", .level(4)),
            ("XF1", " \u{FEFF}4\u{200B} ", .level(4)),
            ("XF1", "比较符合", .level(4)), ("XF1", "often", .level(4)), ("XF1", "4 比较符合", .level(4)),
            ("XF1", "4比较符合", .level(4)), ("XF1", "4. Often", .level(4)), ("XF1", "4、比较符合", .level(4)),
            ("XF1", "4=Often", .level(4)),
            ("XC1", "NA", .notApplicable), ("XC1", "na", .notApplicable), ("XC1", "不适用", .notApplicable),
            ("XC1", "Not  applicable", .notApplicable), ("XC1", "", .missing), ("XC1", "\u{3000}", .missing),
            ("NL1_cur", "3", .level(3)), ("NL1_req", "Always", .level(5)), ("DF", "10", .number(10, decimals: 0)),
            ("GW", "gl", .option("gl")), ("GW", "综合管理", .option("gl")), ("GW", "TECHNICAL", .option("js")),
            ("GW", "其他：借调", .option("qt")), ("DY", "是", .option("1")), ("DY", "No", .option("0")),
            ("DY", "1.0", .option("1")),
            ("CC", "３", .number(3, decimals: 0)), ("CC", "3.00", .number(3, decimals: 0)),
            ("BL", "12.5", .number(1250, decimals: 2)),
            ("BL", "-0.05", .number(-5, decimals: 2)), ("ZW", "只管说", .notAsked), ("YJ", " =1+1 ", .text("=1+1")),
            ("MS", "a", .options(["a"])), ("MS", "c;a", .options(["a", "c"])), ("MS", "自学┋网络", .options(["a", "c"])),
            ("MS", "自学|Online", .options(["a", "c"])), ("MS", "自学；网络", .options(["a", "c"])),
            ("MS", "a,c,d", .options(["a", "c", "d"])),
            ("MS", "a、c", .options(["a", "c"])), ("MS", "a，c", .options(["a", "c"])), ("MS", "集中、交流", .options(["b"])),
            ("MS", "集中、交流┋自学", .options(["a", "b"])), ("MS", "a;a", .options(["a"])), ("MS", "z", .options(["z"])),
            ("PX", "r;p", .options(["r", "p"])),
        ] as [(String, String, Answer)])
    func cellsAreReadAsPeopleAndProgramsWriteThem(name: String, cell: String, expected: Answer) throws {
        // A text that its condition hides is refused; the others must not be.
        if expected == .notAsked {
            #expect(try answer(to: name, cell) == .failure(RefusalError(.notAsked)))
        } else {
            #expect(try answer(to: name, cell) == .success(expected))
        }
    }

    @Test(arguments: [
        ("RQ", "2026-03-09"), ("RQ", "2026/3/9"), ("RQ", "2026.03.09"), ("RQ", "2026-03-09 10:11:12"),
        ("RQ", "２０２６-03-09"),
    ])
    func daysAreReadInTheFormsThatDesktopsWrite(name: String, cell: String) throws {
        let day = try #require(Day(year: 2026, month: 3, day: 9))
        #expect(try answer(to: name, cell) == .success(.day(day)))
    }

    @Test(
        arguments: [
            ("XF1", "6", .outsideRange), ("XF1", "3.5", .notAnOption), ("XF1", "NA", .notAnOption),
            ("XF1", "尚可", .notAnOption),
            ("GW", "zz", .notAnOption), ("GW", "综合管理：借调", .notAnOption), ("CS", "丙处", .notOnRoster),
            ("CC", "21", .outsideRange),
            ("CC", "三", .notANumber), ("CC", "2.5", .tooManyDecimals),
            ("RQ", "2026-02-30", .notADay),
            ("RQ", "2025-12-31", .outsideRange),
            ("MS", "a;zz", .notAnOption), ("MS", "a;b;c;d", .wrongCount), ("MS", "a;z", .exclusive),
            ("PX", "p", .wrongCount),
            ("YJ", String(repeating: "长", count: 31), .tooLong),
        ] as [(String, String, Refusal)])
    func whatIsNoAnswerIsRefusedAndCountsAsMissing(name: String, cell: String, refusal: Refusal) throws {
        let survey = try everyType()
        let roster = Roster(units: [.init(name: "甲处", headcount: 12), .init(name: "乙处", headcount: 12)])
        let result = try imported(filled([name: cell]), survey: survey, roster: roster)
        #expect(result.rejects == [ResponseImport.Reject(row: 2, column: name, refusal: refusal)])
        let index = try #require(survey.variables.firstIndex { $0.name == name })
        #expect(result.responses[0].answers[index] == .missing)
        #expect(result.units == [nil])
    }

    @Test func anAnswerThatItsConditionHidesIsRefused() throws {
        let result = try imported(["GW": "js", "ZW": "有话"], ["GW": "gl", "ZW": "有话"], ["GW": "js", "ZW": ""])
        #expect(result.rejects == [ResponseImport.Reject(row: 2, column: "ZW", refusal: .notAsked)])
        let index = try #require(try everyType().variables.firstIndex { $0.name == "ZW" })
        #expect(result.responses.map { $0.answers[index] } == [.notAsked, .text("有话"), .notAsked])
    }

    @Test func anAnswerThatFailsAHardCheckIsRefused() throws {
        let result = try imported(["JY1": "3", "JY2": "4"], ["JY1": "4", "JY2": "4"], ["JY1": "", "JY2": "4"])
        #expect(result.rejects == [ResponseImport.Reject(row: 2, column: "JY2", refusal: .checkFailed)])
    }
}
