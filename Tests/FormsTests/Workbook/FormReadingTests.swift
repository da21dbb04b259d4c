import Forms
import Surveys
import TestSupport
import Testing
import Workbooks

@Suite("Reading forms that were filled in")
struct FormReadingTests {
    let sample: FormSample

    init() throws { sample = try FormSample(everyType()) }

    private func answer(to name: String, _ changes: [String: Typed?]) throws -> Answer? {
        let index = sample.survey.variables.firstIndex { $0.name == name }
        return try sample.read(with: changes).response.flatMap { response in index.map { response.answers[$0] } }
    }

    @Test("what was filled in comes back, for every type of question")
    func everyTypeComesBack() throws {
        let reading = try sample.read(sample.filled(FormSample.answers))
        #expect(reading.faults.map(\.english) == [])
        #expect(reading.response == FormSample.response)
        let identity = FormIdentity(serial: 12, code: "K7QF-3M2X", surveyHash: FormSample.hash, year: 2026)
        #expect(reading.identity == identity)
        #expect(identity.formID == "2026-ab12ab12-00012")
    }

    @Test("a form in English is read by the same survey")
    func english() throws {
        let english = try FormSample(everyType(), language: "en")
        var answers = FormSample.answers
        answers.merge(["GW": "gl General", "DY": "Yes", "MS_a": "Yes", "MS_c": "yes", "XF1": "4 Often"]) { $1 }
        #expect(try english.read(english.filled(answers)).response == FormSample.response)
    }

    @Test("a form without a code has none")
    func noCode() throws {
        let anonymous = try FormSample(everyType(), code: nil)
        let identity = try #require(anonymous.read(anonymous.filled(FormSample.answers)).identity)
        #expect(identity.code == nil && identity.serial == 12)
    }

    @Test(
        "a level may be chosen, typed, or typed as people do",
        arguments: [
            "4 比较符合", "4比较符合", "4. 比较符合", "比较符合", "Often", "4", "４", " 4 ", "4.0", 4, 4.0, "４　比较符合",
        ] as [Typed])
    func levels(_ typed: Typed) throws {
        #expect(try answer(to: "XF1", ["XF1": typed]) == .level(4))
    }

    @Test(
        "a day may be a number or a text",
        arguments: [46082, 46082.75, "2026-03-01", "2026/3/1", "2026.3.1", "2026年3月1日", "２０２６-03-01"] as [Typed])
    func days(_ typed: Typed) throws {
        #expect(try answer(to: "RQ", ["RQ": typed]) == .day(Day("2026-03-01")!))
    }

    @Test(
        "a month may be a day in it or a text", arguments: [46082, 46098, "2026-03", "2026年3月", "2026年3月9日"] as [Typed])
    func months(_ typed: Typed) throws {
        #expect(try answer(to: "YF", ["YF": typed]) == .day(Day("2026-03-01")!))
    }

    @Test("a day in a cell for a text is the day that it shows, and no answer to a question for a number")
    func dayInAnotherCell() throws {
        for (name, outcome) in [("YJ", nil), ("CC", refusal("CC", .answer(.notANumber)))] {
            let (cell, day) = (try sample.cell(of: name).name, try sample.cell(of: "RQ").name)
            var answers = FormSample.answers
            answers[name] = 46082
            let file = try sample.filled(answers) { part, text in
                func style(_ cell: String) -> Substring? {
                    text.firstRange(of: "<c r=\"\(cell)\" s=\"").map { text[$0.upperBound...].prefix { $0 != "\"" } }
                }
                guard part.hasPrefix("xl/worksheets"), let old = style(cell), let new = style(day) else { return text }
                return text.replacing("<c r=\"\(cell)\" s=\"\(old)\"", with: "<c r=\"\(cell)\" s=\"\(new)\"")
            }
            let reading = sample.read(file)
            if let outcome { #expect(reading.outcome == outcome) }
            if outcome == nil { #expect(reading.response?.answers.last == .text("2026-03-01")) }
        }
    }

    @Test(
        "是 has many marks, and so has 否",
        arguments: [
            ("是", true), (1, true), ("1", true), ("✓", true), ("√", true), ("Y", true), ("ｙ", true),
            (.truth(true), true),
            ("否", false), (0, false), ("n", false), (.truth(false), false),
        ] as [(Typed, Bool)])
    func marks(_ typed: Typed, _ isYes: Bool) throws {
        #expect(try answer(to: "DY", ["DY": typed]) == .option(isYes ? "1" : "0"))
        #expect(try answer(to: "MS", ["MS_b": typed]) == .options(isYes ? ["a", "b", "c"] : ["a", "c"]))
    }

    @Test("crosses alone choose; beside ticks, and beside a question, they could mean either")
    func crosses() throws {
        #expect(try answer(to: "MS", ["MS_a": "x", "MS_c": "X"]) == .options(["a", "c"]))
        #expect(try sample.read(with: ["MS_b": "x"]).outcome == refusal("MS", .notAMark))
        #expect(try sample.read(with: ["DY": "x"]).outcome == refusal("DY", .answer(.notAnOption)))
    }

    private func refusal(_ question: String, _ fault: FormReading.Fault) -> FormReading.Outcome {
        .refused([FormReading.Reason(question: question, fault: fault)])
    }

    @Test(
        "an answer that is none refuses the whole form, with its question and the reason",
        arguments: [
            (["XF1": "6"], "XF1", .answer(.outsideRange)), (["XF1": "差不多"], "XF1", .answer(.notAnOption)),
            (["XF1": 4.5], "XF1", .answer(.notAnOption)), (["XF1": .formula("3+1")], "XF1", .formula),
            (["XF1": .error], "XF1", .errorValue), (["XF1": nil], "XF1", .unanswered),
            (["XF1": "  "], "XF1", .unanswered), (["ZW": .formula("\"a\"")], "ZW", .formula),
            (["MS_a": .formula("1")], "MS", .formula), (["XF1": .bareFormula("3+1")], "XF1", .formula),
            (["YJ": .bareFormula("A1")], "YJ", .formula), (["MS_a": nil, "MS_c": "否"], "MS", .unanswered),
            (["MS_b": "是", "MS_d": "是"], "MS", .answer(.wrongCount)), (["MS_z": "是"], "MS", .answer(.exclusive)),
            (["MS_a": "也许"], "MS", .notAMark), (["PX_p": 1], "PX", .badRanks), (["PX_p": 3], "PX", .badRanks),
            (["PX_p": "甲"], "PX", .badRanks), (["PX_p": nil], "PX", .answer(.wrongCount)),
            (["CC": 21], "CC", .answer(.outsideRange)), (["CC": 1.5], "CC", .answer(.tooManyDecimals)),
            (["CC": "三"], "CC", .answer(.notANumber)), (["BL": 100.01], "BL", .answer(.outsideRange)),
            (["RQ": 46500], "RQ", .answer(.outsideRange)), (["RQ": 2026.03], "RQ", .answer(.notADay)),
            (["YF": 2026], "YF", .answer(.notADay)), (["YF": "三月"], "YF", .answer(.notADay)),
            (["GW": "js 专业技术"], "ZW", .answer(.notAsked)), (["JY2": 6], "JY2", .answer(.checkFailed)),
            (["YJ": .text(String(repeating: "长", count: 31))], "YJ", .answer(.tooLong)),
        ] as [([String: Typed?], String, FormReading.Fault)])
    func refusals(_ changes: [String: Typed?], _ question: String, _ fault: FormReading.Fault) throws {
        let reading = try sample.read(with: changes)
        #expect(reading.outcome == refusal(question, fault))
        #expect(reading.response == nil)
    }

    @Test("what is hidden may stay empty, and what is optional too")
    func hiddenAndOptional() throws {
        let reading = try sample.read(with: ["GW": "js", "ZW": nil, "YJ": nil])
        let answers = try #require(reading.response).answers
        #expect(answers[16] == .notAsked && answers[19] == .missing)
    }

    @Test("all faults of a form are told, in the order of the questionnaire, and no answer with them")
    func allFaults() throws {
        let reading = try sample.read(with: ["GW": nil, "XF1": "secret", "JY1": .formula("1"), "XF2": nil])
        guard case .refused(let reasons) = reading.outcome else {
            Issue.record("not refused")
            return
        }
        #expect(reasons.map(\.question) == ["GW", "XF1", "XF2", "ZW", "JY1"])
        let told = reading.faults.flatMap { [$0.chinese, $0.english] }.joined()
        #expect(told.contains("GW、XF2：必答题没有作答"))
        #expect(!told.contains("secret") && !told.contains("附件"))
    }

    @Test("units are held to the roster")
    func units() throws {
        let roster = Roster(units: [Roster.Unit(name: "办公室", headcount: 3)])
        let form = try FormSample(everyType(), roster: roster)
        #expect(try form.read(form.filled(FormSample.answers), roster: roster).response == FormSample.response)
        var answers = FormSample.answers
        answers["CS"] = "别处"
        #expect(try form.read(form.filled(answers), roster: roster).outcome == refusal("CS", .answer(.notOnRoster)))
    }

    @Test(
        "a file that is not the form that was given out says so and yields nothing",
        arguments: [
            ("xl/workbook.xml", "name=\"答_XF1\"", "name=\"别_XF1\"", "names of answer cells"),
            ("xl/workbook.xml", "name=\"元数据\"", "name=\"元资料\"", "no form"),
            ("xl/sharedStrings.xml", ">zicha-form<", ">other-form<", "no form"),
            ("xl/sharedStrings.xml", ">\(FormSample.hash)<", ">00<", "another version"),
            ("xl/sharedStrings.xml", ">流水号<", ">号<", "no form"),
            ("xl/workbook.xml", "<workbookPr", "<workbookPr date1904=\"1\"", "from 1904"),
        ])
    func otherFiles(_ part: String, _ old: String, _ new: String, _ words: String) throws {
        let bytes = try sample.filled(FormSample.answers) { $0 == part ? $1.replacing(old, with: new) : $1 }
        guard case .unusable(let wording) = sample.read(bytes).outcome else {
            Issue.record("taken")
            return
        }
        #expect(wording.english.contains(words))
    }

    @Test("two names for one cell, or a name for two cells, are no form")
    func doubledNames() throws {
        let (one, other) = (try sample.cell(of: "XF1"), try sample.cell(of: "XF2"))
        for new in [one.absoluteName, "\(one.absoluteName):\(other.absoluteName)"] {
            let bytes = try sample.filled(FormSample.answers) { part, text in
                part == "xl/workbook.xml"
                    ? text.replacing("\(other.absoluteName):\(other.absoluteName)", with: new)
                        .replacing("!\(other.absoluteName)<", with: "!\(new)<") : text
            }
            #expect(sample.read(bytes).response == nil)
        }
    }

    @Test("a zip bomb, a truncated file and another kind of file are turned away")
    func noWorkbook() throws {
        let whole = try sample.filled(FormSample.answers)
        let bomb = PlainZip.of([
            PlainZip.Part(name: "xl/workbook.xml", bytes: Array("<x/>".utf8), declaredSize: 900 << 20)
        ])
        for bytes in [bomb, Array(whole.dropLast(100)), Array("题号,作答\n".utf8), [], Array(sample.empty.prefix(4000))] {
            guard case .unusable = sample.read(bytes).outcome else {
                Issue.record("taken")
                return
            }
        }
    }

    @Test("document properties are never read into a response or a message")
    func properties() throws {
        let bytes = try sample.filled(FormSample.answers) { part, text in
            part == "docProps/core.xml" ? text.replacing("zicha", with: "张三") : text
        }
        let reading = sample.read(bytes)
        #expect(reading.response == FormSample.response)
        #expect(!"\(reading)".contains("张三"))
    }
}
