import Forms
import Foundation
import Surveys
import TestSupport
import Testing
import Workbooks

/// The open answers on their way to a coder.
@Suite struct OpenAnswerTests {
    @Test func `The order says nothing of the file: any order of the responses gives the same sheet`() throws {
        let one = try CodingSample.answers()
        let other = try CodingSample.answers(of: CodingSample.written.reversed())
        #expect(one == other)
    }

    @Test func `Another seed gives another order of the same answers`() throws {
        let one = try CodingSample.answers(seed: 1).entries.map(\.text)
        let other = try CodingSample.answers(seed: 2).entries.map(\.text)
        #expect(one != other)
        #expect(one.sorted() == other.sorted())
    }

    @Test func `Answers of one person share a number, and nobody else has it`() throws {
        let answers = try CodingSample.answers()
        let both = answers.entries.filter { ["没有时间", "会开得太长"].contains($0.text) }
        #expect(Set(both.map(\.response)).count == 1)
        #expect(Set(answers.entries.map(\.response)) == Set(1...14))
        #expect(answers.responses == 14)
    }

    @Test func `Short texts, which may hold a post, are coded only when they are asked for`() throws {
        #expect(try CodingSample.answers().questions.map(\.code) == ["YJ", "JY"])
        #expect(try CodingSample.answers(codes: ["ZW"]).entries.map(\.text) == Array(repeating: "处长", count: 14))
    }

    @Test func `What cannot be coded is said in both languages`() {
        let nothing = #expect(throws: FormError.self) { try CodingSample.answers(of: [("", ""), (" ", "")]) }
        #expect(nothing?.wording.chinese.contains("没有人回答") == true)
        let unknown = #expect(throws: FormError.self) { try CodingSample.answers(codes: ["A1"]) }
        #expect(unknown?.wording.english.contains("no open question \"A1\"; it has: ZW, YJ, JY") == true)
    }

    @Test func `Only its owner may read the workbook, whatever the umask`() throws {
        let sample = try CodingSample()
        let attributes = try FileManager.default.attributesOfItem(atPath: sample.path("空.xlsx"))
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    }

    @Test func `The workbook holds the answers, areas to choose from, and nothing else of a person`() throws {
        let sample = try CodingSample()
        let reader = try WorkbookReader(contentsOf: sample.path("空.xlsx"))
        #expect(reader.sheetNames == ["填写说明", "意见", "主题", "选项", "元数据"])
        let lists = try #require(try reader.cells(of: "选项"))
        #expect((1...3).map { lists[Cell(row: $0, column: 1)]?.value } == [.text("学风"), .text("作风"), .text("其他")])
        let comments = try #require(try reader.cells(of: "意见"))
        for (index, entry) in sample.answers.entries.enumerated() {
            let row = (1...7).map { comments[Cell(row: 5 + index, column: $0)]?.value }
            let written: [WorkbookReader.Content.Value?] = [
                .number(Double(index + 1)), .number(Double(entry.response)), .text(entry.code), .text(entry.text),
            ]
            #expect(row == written + [nil, nil, nil])
        }
        #expect(!comments.values.contains { $0.value == .text("处长") })
    }
}

/// The coding workbook on its way back.
@Suite struct CodingReaderTests {
    @Test func `Themes are counted by people: who speaks of one twice counts once`() throws {
        let coded = try CodingSample().read()
        #expect(coded.themes.map(\.name) == ["会议", "时间"])
        #expect(coded.themes.map(\.responses.count) == [5, 11])
        #expect(coded.themes.map { $0.area?.main } == ["作风", "学风"])
        #expect(coded.responses == 14)
        #expect(coded.uncoded == 0)
    }

    @Test func `A comment without a theme is left out and counted`() throws {
        let coded = try CodingSample().read(["意见": ["E5": .cleared]])
        #expect(coded.uncoded == 1)
        #expect(coded.themes.reduce(0) { $0 + $1.responses.count } <= 16)
    }

    @Test func `An area may be written in either language, and Other is none`() throws {
        let coded = try CodingSample().read(["主题": ["B5": .text("Work style"), "B6": .text("其他")]])
        #expect(coded.themes.map { $0.area?.main } == ["作风", nil])
    }

    @Test func `An English workbook is read as a Chinese one is`() throws {
        let sample = try CodingSample()
        let english = try sample.rewrittenInEnglish()
        #expect(english.sheets == ["Instructions", "Comments", "Themes", "选项", "元数据"])
        #expect(try sample.read() == english.coded)
    }

    @Test(arguments: [
        ("<c r=\"E6\"", "意见", "<c r=\"E6\"><f>A1</f></c>", "E6 是公式"), ("</sheetData>", "意见", nil, "E5:E7 是合并的格子"),
        ("</sheetData>", "主题", nil, "A5:A6 是合并的格子"),
    ])
    func `A formula without a value and a merged cell are refused with their place`(
        mark: String, sheet: String, formula: String?, sentence: String
    ) throws {
        let sample = try CodingSample()
        _ = try sample.read()
        let path = sample.path("填好.xlsx")
        let number = try #require(WorkbookReader(contentsOf: path).sheetNames.firstIndex(of: sheet)) + 1
        let file = try PlainZip.copy(of: [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))) { name, text in
            guard name == "xl/worksheets/sheet\(number).xml", let start = text.firstRange(of: mark) else { return text }
            guard let formula else {
                let block = sheet == "意见" ? "E5:E7" : "A5:A6"
                return text.replacing(mark, with: "\(mark)<mergeCells><mergeCell ref=\"\(block)\"/></mergeCells>")
            }
            guard let end = text[start.upperBound...].firstRange(of: "</c>") else { return text }
            return text.replacingCharacters(in: start.lowerBound..<end.upperBound, with: formula)
        }
        try Data(file).write(to: URL(fileURLWithPath: path))
        let error = #expect(throws: FormError.self) {
            try CodingReader(contentsOf: path).coded(sample.answers, k: 10)
        }
        #expect(error?.wording.chinese.contains("“\(sheet)”第 ") == true)
        #expect(error?.wording.chinese.contains(sentence) == true, "\(error?.wording.chinese ?? "")")
    }

    struct Fault: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var changes: [String: [Cell: Rewriting.Change]] = [:]
        var dropped: [String: Set<Int>] = [:]
        var place: String
        var chinese: String
        var english: String
    }

    static let faults: [Fault] = [
        Fault(
            testDescription: "a formula as theme", changes: ["意见": ["E6": .formula("=\"会\"&\"议\"", "会议")]],
            place: "“意见”第 6 行", chinese: "E6 是公式", english: "E6 is a formula"),
        Fault(
            testDescription: "a formula as summary", changes: ["主题": ["C6": .formula("=意见!D5", "x")]],
            place: "“主题”第 6 行", chinese: "C6 是公式", english: "C6 is a formula"),
        Fault(
            testDescription: "a theme that is not listed", changes: ["意见": ["F7": .text("食堂")]],
            place: "“意见”第 7 行", chinese: "主题2没有列在“主题”表里", english: "Theme 2 is not listed"),
        Fault(
            testDescription: "a theme listed twice",
            changes: ["主题": ["A7": .text("会议"), "B7": .text("其他"), "C7": .text("x")]],
            place: "“主题”第 7 行", chinese: "和第 5 行的主题同名", english: "the name of the theme in row 5"),
        Fault(
            testDescription: "an unknown area", changes: ["主题": ["B5": .text("伙食")]], place: "“主题”第 5 行",
            chinese: "领域不是问卷的领域", english: "none of the survey's"),
        Fault(
            testDescription: "no area", changes: ["主题": ["B5": .cleared]], place: "“主题”第 5 行", chinese: "没有选领域",
            english: "has no area"),
        Fault(
            testDescription: "no name", changes: ["主题": ["A5": .cleared]], place: "“主题”第 5 行", chinese: "没有写主题名称",
            english: "the theme has no name"),
        Fault(
            testDescription: "no summary of a theme that is shown", changes: ["主题": ["C6": .cleared]],
            place: "“主题”第 6 行", chinese: "还没有概述", english: "has no summary"),
        Fault(
            testDescription: "a summary that is too long",
            changes: ["主题": ["C5": .text(String(repeating: "长", count: 301))]],
            place: "“主题”第 5 行", chinese: "300 字以内", english: "at most 300 characters"),
        Fault(
            testDescription: "a name of several lines", changes: ["主题": ["A7": .text("两\n行")]], place: "“主题”第 7 行",
            chinese: "不换行", english: "on one line"),
        Fault(
            testDescription: "another person's number", changes: ["意见": ["B5": .number(99)]], place: "“意见”第 5 行",
            chinese: "份号、题号或意见被改动", english: "was changed"),
        Fault(
            testDescription: "another comment", changes: ["意见": ["D8": .text("另一条意见")]], place: "“意见”第 8 行",
            chinese: "份号、题号或意见被改动", english: "was changed"),
        Fault(
            testDescription: "a number that there is not", changes: ["意见": ["A9": .number(400)]],
            place: "“意见”第 9 行", chinese: "被改动", english: "was changed"),
        Fault(
            testDescription: "the least number that there is", changes: ["意见": ["A9": .text("-9223372036854775808")]],
            place: "“意见”第 9 行", chinese: "被改动", english: "was changed"),
        Fault(
            testDescription: "a row without a number", changes: ["意见": ["A40": .cleared, "E40": .text("会议")]],
            place: "“意见”第 40 行", chinese: "被改动", english: "was changed"),
        Fault(
            testDescription: "a deleted row", dropped: ["意见": [9]], place: "“意见”", chinese: "缺序号 5 的一行",
            english: "lacks the row numbered 5"),
        Fault(
            testDescription: "another header", changes: ["意见": ["D4": .text("x")]], place: "“意见”第 4 行",
            chinese: "表头被改动", english: "the header was changed"),
        Fault(
            testDescription: "no theme at all", dropped: ["主题": [5, 6]], place: "“主题”第 5 行",
            chinese: "一个主题也没有", english: "no theme is listed"),
    ]

    @Test(arguments: faults) func `A fault is said with sheet, row and remedy`(_ fault: Fault) throws {
        let sample = try CodingSample()
        let error = #expect(throws: FormError.self) { try sample.read(fault.changes, droppingRows: fault.dropped) }
        let wording = try #require(error?.wording)
        #expect(wording.chinese.contains(fault.place))
        #expect(wording.chinese.contains(fault.chinese))
        #expect(wording.english.contains(fault.english))
    }

    @Test(arguments: [
        ("主题", "C5" as Cell, "有人说“学习时间，被临时任务占用”"), ("主题", "C5", "学习时间被临时任务占用"),
        ("主题", "C5", "没有 时间！"), ("主题", "C5", "他们说：会议材料能不能精简一些，等等"), ("主题", "A5", "学习时间被临时任务占用"),
        ("主题", "C5", "希望ｈｕì，请把重复的会合并。"),
    ])
    func `Nobody's words are printed, and the refusal does not print them either`(
        _ sheet: String, _ cell: Cell, _ text: String
    ) throws {
        let sample = try CodingSample()
        var changes: [String: [Cell: Rewriting.Change]] = [sheet: [cell: .text(text)]]
        if cell == "A5" { changes["意见"] = coded(sample, as: text) }
        let error = #expect(throws: FormError.self) { try sample.read(changes) }
        let wording = try #require(error?.wording)
        #expect(wording.chinese.contains("“主题”第 5 行") && wording.chinese.contains("照抄了一条意见的原话"))
        #expect(wording.chinese.contains("主题“会议”") == (cell == "C5"))
        for (problem, advice) in CodingSample.written {
            for words in [problem, advice] where !words.isEmpty {
                #expect(!wording.chinese.contains(words) && !wording.english.contains(words))
            }
        }
    }

    private func coded(_ sample: CodingSample, as name: String) -> [Cell: Rewriting.Change] {
        (sample.coding["意见"] ?? [:]).mapValues { change in
            if case .text("会议") = change { .text(name) } else { change }
        }
    }

    @Test(arguments: ["学习的时间不够", "重复的会可以合并", "时间", "会开得不长"])
    func `Own words that share some with a comment are taken`(_ summary: String) throws {
        #expect(try CodingSample().read(["主题": ["C5": .text(summary)]]).themes[0].summary == summary)
    }

    @Test func `A file of another round, survey or other responses is refused`() throws {
        let sample = try CodingSample()
        let reader = try CodingReader(contentsOf: sample.path("空.xlsx"))
        for (year, survey, responses, words) in [
            (2025, "abc", "def", "这是 2026 年的编码表"), (2026, "x", "def", "另一版问卷"), (2026, "abc", "x", "另一批答卷"),
        ] {
            let error = #expect(throws: FormError.self) {
                try reader.check(year: year, surveyHash: survey, responsesHash: responses)
            }
            #expect(error?.wording.chinese.contains(words) == true)
        }
        let fewer = try CodingSample.answers(of: Array(CodingSample.written.dropLast()))
        let error = #expect(throws: FormError.self) { try reader.coded(fewer, k: 10) }
        #expect(error?.wording.english.contains("made from other responses") == true)
    }

    @Test(arguments: [CodingKeyChange.format, .version]) func `A foreign workbook is refused`(
        _ change: CodingKeyChange
    ) throws {
        let sample = try CodingSample()
        let error = #expect(throws: FormError.self) { try sample.read(["元数据": [change.cell: .text("99")]]) }
        #expect(error?.wording.chinese.contains(change.words) == true)
    }

    enum CodingKeyChange: Sendable {
        case format, version

        var cell: Cell { self == .format ? "B1" : "B2" }
        var words: String { self == .format ? "不是编码表" : "格式版本" }
    }

    @Test func `Rows may be sorted: each is known by its number`() throws {
        let sample = try CodingSample()
        var moved: [Cell: Rewriting.Change] = [:]
        let entries = sample.answers.entries
        for (index, entry) in entries.enumerated() {
            let row = 5 + entries.count - 1 - index
            moved[Cell(row: row, column: 1)] = .number(Double(index + 1))
            moved[Cell(row: row, column: 2)] = .number(Double(entry.response))
            moved[Cell(row: row, column: 3)] = .text(entry.code)
            moved[Cell(row: row, column: 4)] = .text(entry.text)
            moved[Cell(row: row, column: 5)] = .text(entry.text.contains("会") ? "会议" : "时间")
        }
        #expect(try sample.read(["意见": moved]) == sample.read())
    }

    /// What anybody may do to a cell: the file is read, or refused without a word of anybody's.
    @Test(arguments: 0..<4) func `A workbook with spoiled cells is read or refused, and quotes nobody`(
        _ seed: UInt64
    ) throws {
        let sample = try CodingSample()
        var chance = SplitMix64(seed: seed)
        let words = sample.answers.entries.map(\.text)
        let sheets = ["意见": 7, "主题": 3, "元数据": 2]
        var (read, refused) = (0, 0)
        for _ in 0..<40 {
            guard let sheet = sheets.keys.sorted().randomElement(using: &chance), let columns = sheets[sheet],
                let word = words.randomElement(using: &chance)
            else { return }
            let cell = Cell(
                row: Int.random(in: 1...24, using: &chance), column: Int.random(in: 1...columns, using: &chance))
            let spoiled: [Rewriting.Change] = [
                .text(word), .text(" "), .number(1e300), .number(-1), .number(2.5), .formula("=1+1", word), .cleared,
                .text("时间"), .text(String(repeating: "字", count: 5_000)),
            ]
            do {
                let coded = try sample.read([sheet: [cell: spoiled.randomElement(using: &chance) ?? .cleared]])
                #expect(coded.themes.allSatisfy { $0.responses.isSubset(of: 1...14) })
                read += 1
            } catch let error as FormError {
                #expect(!words.contains { error.wording.chinese.contains($0) || error.wording.english.contains($0) })
                refused += 1
            }
        }
        #expect(read > 0 && refused > 0)
    }
}
