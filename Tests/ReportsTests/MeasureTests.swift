import Disclosure
import Foundation
import Scoring
import Statistics
import Surveys
import TestSupport
import Testing
import Workbooks

@testable import Reports

@Suite("The list of measures")
struct MeasureTests {
    private func context(_ release: Release, _ language: ReaderLanguage = .chinese) throws -> ReportContext {
        try #require(
            ReportContext(release: release, edition: .committee, language: language, identity: sampleIdentity))
    }

    /// Last year's list as a meeting leaves it: the typed texts stand in the row of that number.
    private func lastYear(
        _ typed: [Int: [MeasureColumn: ReportSheet.Content]], _ language: ReaderLanguage = .chinese, at path: String
    ) throws {
        var report = try Report(
            of: sampleRelease(trend: -1.2), language: language, identity: sampleIdentity)
        let index = try #require(
            report.sheets.firstIndex { $0.name == SheetKind.measures.name.text(in: language) })
        for (row, texts) in typed {
            for (column, content) in texts {
                let place = try #require(MeasureColumn.allCases.firstIndex(of: column)) + 1
                let cell = Cell(row: 4 + row, column: place)
                let at = try #require(report.sheets[index].cells.firstIndex { $0.cell == cell })
                report.sheets[index].cells[at].content = content
            }
        }
        _ = try report.write(to: path)
    }

    private func inFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("measures-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.path)
    }

    @Test("has a row for everything that the last conclusion counts", arguments: [-1.5, -0.5, 0, 1.0])
    func count(trend: Double) throws {
        let context = try context(sampleRelease(trend: trend))
        let seeds = MeasureSeed.all(context)
        let sheet = measureSheet(context)
        for seed in seeds {
            #expect(sheet.cells.contains { $0.content == .text(seed.problem) && $0.style.isUnlocked })
            #expect(sheet.cells.contains { $0.content == .text(seed.evidence) && !$0.style.isUnlocked })
        }
        let decision = try #require(Conclusions(context).sentences.last)
        #expect(String(describing: decision).contains(seeds.isEmpty ? "没有必须列入" : "应列入\(seeds.count)项"))
    }

    @Test("names clear falls, wide gaps of what matters, and units that few of answered, each by its rule")
    func rules() throws {
        let context = try context(sampleRelease(trend: -1.5))
        #expect(MeasureSeed.all(context).contains { $0.rule == .fall })
        for gap in context.urgentGaps {
            #expect(context.isClearGap(gap) && isWide(gap))
            let required = context.competences.compactMap(\.test.meanRequired)
            #expect(gap.test.meanRequired ?? 0 >= required.reduce(0, +) / Double(required.count))
        }
        for score in context.lowScores { #expect((score.estimate.value ?? 100) < 60) }
    }

    @Test("is protected, and only takes a status of the list and a day of the next two years")
    func inputs() throws {
        let sheet = measureSheet(try context(sampleRelease()))
        #expect(sheet.isProtected)
        #expect(sheet.inputs.count == 2)
        let first = try WorkbookDay(year: 2026, month: 12, day: 1)
        let last = try WorkbookDay(year: 2028, month: 12, day: 31)
        #expect(sheet.inputs.contains { $0.rule == .days(first...last) })
        guard case .list(let source)? = sheet.inputs.first?.rule else {
            Issue.record("the status is no list")
            return
        }
        let listed = sheet.cells.filter {
            source.range.rows.contains($0.cell.row) && source.range.columns.contains($0.cell.column)
        }
        #expect(listed.map(\.content) == ["未开始", "进行中", "已完成", "延期"].map { .text($0) })
    }

    @Test("reads back what the meeting typed, and nothing is lost", arguments: ReaderLanguage.allCases)
    func roundTrip(language: ReaderLanguage) throws {
        try inFolder { folder in
            let done = language == .chinese ? "已完成" : "Done"
            try lastYear(
                [
                    1: [
                        .measure: .text("每季度通报"), .lead: .text("办公室"), .due: .number(46_568), .status: .text(done),
                    ],
                    2: [.status: .text("快好了"), .note: .number(3)],
                    6: [.problem: .text("会上新增"), .due: .text("年底")],
                ], language, at: "\(folder)/last.xlsx")
            let followUp = try FollowUp(contentsOf: "\(folder)/last.xlsx")
            #expect(followUp.year == 2026)
            let first = try #require(followUp.measures.first)
            #expect(first.measure == "每季度通报" && first.lead == "办公室" && first.status == done)
            #expect(first.due == "2027-06-30")
            #expect(followUp.measures[1].status == "快好了" && followUp.measures[1].note == "3")
            let added = try #require(followUp.measures.last)
            #expect(added.problem == "会上新增" && added.due == "年底" && added.status.isEmpty)

            let next = try Report(
                of: sampleRelease(trend: -1.2), identity: sampleIdentity, followUp: followUp)
            let sheet = try #require(next.sheets.first { $0.name == "整改清单" })
            let words = sheet.cells.compactMap(\.content.words)
            #expect(words.contains { $0.contains("（备注：3）") })
            for word in ["每季度通报", "2027-06-30", "已完成", "会上新增", "年底", "▼ 仍在清单", "— 规则不涉及"] {
                #expect(words.contains(word), "\(word)")
            }
            // A status of somebody's own is none of the four.
            #expect(!words.contains("快好了"))
            #expect(sheet.merges.contains { $0.text.contains("有1项的状态") })
        }
    }

    @Test("rows are read whose numbers were saved as texts, and rows that somebody put in without a number")
    func otherPrograms() throws {
        try inFolder { folder in
            try lastYear(
                [
                    1: [.number: .text("1"), .measure: .text("甲措施")],
                    2: [.number: .blank, .problem: .text("插入的一行"), .measure: .text("乙措施")],
                    6: [.problem: .text("最后一行")],
                ], at: "\(folder)/last.xlsx")
            let followUp = try FollowUp(contentsOf: "\(folder)/last.xlsx")
            #expect(followUp.measures.first?.measure == "甲措施")
            #expect(followUp.measures[1].problem == "插入的一行" && followUp.measures[1].measure == "乙措施")
            #expect(followUp.measures.last?.problem == "最后一行")
            // What stands below the list is none of it.
            #expect(!followUp.measures.contains { $0.problem == "状态" || $0.problem.contains("列入的规则") })
        }
    }

    @Test("a formula where an answer should be is refused with its place, never its content")
    func formula() throws {
        try inFolder { folder in
            try lastYear([1: [.status: .formula("=1+1", 2)]], at: "\(folder)/last.xlsx")
            let error = #expect(throws: ReportError.self) { _ = try FollowUp(contentsOf: "\(folder)/last.xlsx") }
            #expect(error?.wording.chinese.contains("H5 是公式") == true)
        }
    }

    /// The file with its list changed, as another program would leave it.
    private func change(_ path: String, _ change: (String, String) -> String) throws {
        let number = try #require(WorkbookReader(contentsOf: path).sheetNames.firstIndex(of: "整改清单")) + 1
        let list = "xl/worksheets/sheet\(number).xml"
        let file = try PlainZip.copy(of: [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))) { name, text in
            change(name == list ? "list" : name, text)
        }
        try Data(file).write(to: URL(fileURLWithPath: path))
    }

    @Test("a cell that was merged over several measures is that of each")
    func merged() throws {
        try inFolder { folder in
            let path = "\(folder)/last.xlsx"
            try lastYear(
                [
                    1: [.problem: .text("甲"), .lead: .text("办公室"), .status: .text("已完成")],
                    2: [.problem: .text("乙")], 3: [.problem: .text("丙"), .lead: .text("人事处")],
                ], at: path)
            try change(path) { name, text in
                name == "list"
                    ? text.replacing(
                        "</mergeCells>", with: "<mergeCell ref=\"E5:E6\"/><mergeCell ref=\"H5:H7\"/></mergeCells>")
                    : text
            }
            let measures = try FollowUp(contentsOf: path).measures
            #expect(measures.prefix(3).map(\.lead) == ["办公室", "办公室", "人事处"])
            #expect(measures.prefix(3).map(\.status) == ["已完成", "已完成", "已完成"])
            #expect(measures.dropFirst(3).allSatisfy { $0.status.isEmpty })
        }
    }

    @Test("a day is the one that the workbook shows, from whichever year it counts")
    func from1904() throws {
        try inFolder { folder in
            let path = "\(folder)/last.xlsx"
            try lastYear([1: [.due: .number(45_106), .note: .number(45_106)]], at: path)
            try change(path) { name, text in
                name == "xl/workbook.xml" ? text.replacing("<workbookPr ", with: "<workbookPr date1904=\"1\" ") : text
            }
            let first = try #require(try FollowUp(contentsOf: path).measures.first)
            #expect(first.due == "2027-06-30" && first.note == "45106")
        }
    }

    @Test("a formula without a stored value is refused with its place")
    func bareFormula() throws {
        try inFolder { folder in
            let path = "\(folder)/last.xlsx"
            try lastYear([1: [.status: .formula("=1+1", 2)]], at: path)
            try change(path) { name, text in
                name == "list" ? text.replacing("<v>2</v></c><c r=\"I5\"", with: "</c><c r=\"I5\"") : text
            }
            #expect(try WorkbookReader(contentsOf: path).cells(of: "整改清单")?["H5"]?.value == .unknown)
            let error = #expect(throws: ReportError.self) { _ = try FollowUp(contentsOf: path) }
            #expect(error?.wording.chinese.contains("H5 是公式") == true)
        }
    }

    @Test("a file that is no report of ours is refused with its name and the remedy")
    func strangers() throws {
        try inFolder { folder in
            let path = "\(folder)/a.xlsx"
            var book = try Workbook(
                at: path,
                properties: WorkbookProperties(
                    title: "别的", author: "别人", created: WorkbookMoment(WorkbookDay(year: 2026, month: 1, day: 1))))
            try book.addSheet("整改清单") { try $0.write("没有表头", at: "A1") }
            _ = try book.close()
            try Data("no zip".utf8).write(to: URL(fileURLWithPath: "\(folder)/b.xlsx"))
            for (file, words) in [("a.xlsx", "没有整改清单"), ("b.xlsx", "请核对文件")] {
                let error = #expect(throws: ReportError.self) { _ = try FollowUp(contentsOf: "\(folder)/\(file)") }
                #expect(error?.wording.chinese.contains(words) == true)
                #expect(error?.wording.chinese.contains(file) == true)
            }
        }
    }
}
