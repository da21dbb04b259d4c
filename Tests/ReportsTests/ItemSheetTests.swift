import Disclosure
import Scoring
import Surveys
import Testing
import Workbooks

@testable import Reports

private let scale = """
    量表：五级 | Five
    - 1 = 很不同意 | Strongly disagree
    - 2 = 不同意 | Disagree
    - 3 = 一般 | Neither
    - 4 = 同意 | Agree
    - 5 = 很同意 | Strongly agree

    量表：四级 | Four
    - 1 = 从不 | Never
    - 2 = 很少 | Rarely
    - 3 = 经常 | Often
    - 4 = 总是 | Always

    """

/// Two years' survey with a block of so many items.
private func survey(_ sections: String, dimensions: String = "") -> String {
    """
    # 年度自查
    版本：2026
    语言：zh、en
    分组下限：10

    \(scale)
    ## 一、学风 | Study

    CS. 您所在的处室 [下拉 处室]

    \(sections)

    \(dimensions)
    """
}

private func block(_ code: String, _ count: Int, of scale: String = "五级") -> String {
    "\(code). 请作答 [量表题 \(scale)]\n" + (1...count).map { "- \(code)\($0) = 说法\($0)\($0 == 2 ? " [反向]" : "")\n" }.joined()
}

extension Report {
    fileprivate var names: [String] { sheets.map(\.name) }
}

extension ReportSheet {
    fileprivate var words: [String] {
        cells.compactMap { if case .text(let text) = $0.content { text } else { nil } } + merges.map(\.text)
    }
}

@Suite("The sheet of items")
struct ItemSheetTests {
    @Test("groups items by their grades, each with its own head, legend and bars")
    func scales() throws {
        let text = survey(block("A", 3) + "\n" + block("B", 2, of: "四级"), dimensions: "维度：甲\n取题：A\n\n维度：乙\n取题：B")
        let report = try sampleReport(sampleRelease(text))
        let sheet = try #require(report.sheet("题项分布"))
        let heads = sheet.cells.filter { $0.content == .text("题号") }.map(\.cell.row)
        #expect(heads == [4, 9])
        #expect(sheet.words.filter { $0 == "很同意" }.count == 2 && sheet.words.filter { $0 == "总是" }.count == 2)
        let answers = sheet.charts.compactMap { chart -> [String]? in
            if case .diverging(let chart) = chart.figure { chart.answers } else { nil }
        }
        #expect(answers.map(\.count) == [5, 4])
        #expect(sheet.words.contains("说法2（反向）"))
    }

    @Test("counts agreement with a reversed item as unfavourable")
    func reversed() throws {
        let text = survey(block("A", 2), dimensions: "维度：甲\n取题：A")
        let release = try sampleRelease(text, years: [2026]) { responses, survey, _ in
            for (column, variable) in survey.variables.enumerated() where variable.name == "A2" {
                for index in responses.indices { responses[index].answers[column] = .level(index % 4 == 0 ? 1 : 5) }
            }
        }
        let context = try #require(
            ReportContext(release: release, edition: .committee, language: .chinese, identity: sampleIdentity))
        let item = try #require(context.gradedItems().first { $0.result.variable.code == "A2" })
        let share = try #require(item.shown.favourable.exact)
        #expect(share > 0.2 && share < 0.3)
    }

    @Test("is cut by area beyond fourteen items, under names that Excel takes")
    func areas() throws {
        let long = "关于进一步加强和改进机关干部理论学习与业务能力建设[综合]评价工作的若干事项"
        let text = survey(
            block("A", 8) + "\n## 二、\(long)\n\n" + block("B", 8) + "\n## 三、\(long)\n\n" + block("C", 2)
                + "\n## 四、\(long)其他\n\n" + block("D", 2),
            dimensions: "维度：甲\n取题：A、B、C、D")
        let report = try sampleReport(sampleRelease(text))
        let names = report.names.filter { $0.hasPrefix("题项分布") }
        // The two sections of one name are one area.
        #expect(names.count == 3 && names[0] == "题项分布_学风" && Set(names).count == 3)
        for name in names { #expect(name.utf16.count <= 31 && !name.contains("[")) }
    }

    @Test("compares only items that both years share, by a formula of the two shares")
    func changes() throws {
        let text = survey(block("A", 3), dimensions: "维度：甲\n取题：A")
        let sheet = try #require(sampleReport(sampleRelease(text)).sheet("题项分布"))
        let formulas = sheet.cells.compactMap { placed in
            if case .formula(let formula, _) = placed.content { formula } else { nil }
        }
        #expect(formulas.first == "=(I5-J5)*100" && formulas.count == 3)
        let alone = try #require(sampleReport(sampleRelease(text, years: [2026])).sheet("题项分布"))
        #expect(!alone.words.contains("上年"))
    }

    @Test("hides a dimension's items where fewer than k people answered one of them, and fewer than k all")
    func few() throws {
        let text = survey(
            block("A", 3) + "\n" + block("B", 2), dimensions: "维度：甲\n取题：A\n缺答：至多 2 题\n\n维度：乙\n取题：B")
        let release = try sampleRelease(text, years: [2026]) { responses, survey, _ in
            for (column, variable) in survey.variables.enumerated() where variable.name == "A1" {
                for index in responses.indices.dropFirst(9) { responses[index].answers[column] = .missing }
            }
        }
        let report = try sampleReport(release)
        for name in ["题项分布", "数据_题项"] {
            let sheet = try #require(report.sheet(name))
            for code in ["A1", "A2", "A3"] {
                let row = try #require(sheet.cells.first { $0.content == .text(code) }).cell.row
                let cells = sheet.cells.filter { $0.cell.row == row }
                #expect(cells.contains { $0.content == .text("[隐]") })
                for cell in cells where cell.cell.column > 1 {
                    if case .number(let number) = cell.content { #expect(number == 2026, "\(name) \(cell.cell.name)") }
                }
            }
        }
    }

    @Test("is not there where nothing is graded, and speaks English where asked")
    func absentOrEnglish() throws {
        let none = survey("H. 时数 [数字 0~9 时]", dimensions: "维度：甲\n取题：H\n计法：合计\n换算：原始")
        let names = try sampleReport(sampleRelease(none)).names
        for name in ["题项分布", "数据_题项", "学习模式", "激励与转化", "民主测评汇总"] { #expect(!names.contains(name)) }
        let text = survey(block("A", 3), dimensions: "维度：甲 | First\n取题：A")
        let report = try Report(of: sampleRelease(text), language: .english, identity: sampleIdentity)
        let sheet = try #require(report.sheet("Items"))
        for word in ["Item", "Favourable", "Strongly agree"] { #expect(sheet.words.contains(word)) }
        #expect(try #require(report.sheet("Data_items")).words.contains("First"))
        #expect(report.sheet("Data_units") != nil)
    }
}

@Suite("The data sheets")
struct DataSheetTests {
    @Test("are whole tables without an empty cell", arguments: ["数据_处室", "数据_题项"])
    func whole(name: String) throws {
        let sheet = try #require(sampleReport(sampleRelease()).sheet(name))
        let table = try #require(sheet.table)
        let filled = Set(sheet.cells.map(\.cell))
        for row in table.range.rows.dropFirst() {
            for column in table.range.columns { #expect(filled.contains(Cell(row: row, column: column))) }
        }
        #expect(table.range.first == "A4" && table.headers.count == table.range.columns.count)
        #expect(sheet.merges.isEmpty)
    }

    @Test("hold no unit where none is shown, and no unit's number below k where some are")
    func units() throws {
        #expect(try sampleReport(sampleRelease(headcounts: [60, 2, 2, 2])).sheet("数据_处室") == nil)
        let sheet = try #require(sampleReport(sampleRelease(headcounts: [30, 25, 20, 6])).sheet("数据_处室"))
        let counts = sheet.cells.filter { $0.cell.column == 6 && $0.cell.row > 4 }
        #expect(counts.count > 8)
        for placed in counts {
            guard case .number(let n) = placed.content else { continue }
            #expect(n >= 10)
        }
    }

    @Test("keep back what would tell one unit's bound, as the sheet of units does")
    func bounds() throws {
        let release = try sampleRelease(years: [2026], headcounts: [30, 30, 30, 30]) { responses, survey, _ in
            let unit = survey.variables.firstIndex { $0.domain == .unit }!
            for (column, variable) in survey.variables.enumerated() where variable.name.hasPrefix("ZF") {
                for index in responses.indices where responses[index].answers[unit] == .text("办公室") {
                    responses[index].answers[column] = .level(5)
                }
            }
        }
        let sheet = try #require(sampleReport(release).sheet("数据_处室"))
        let rows = sheet.cells.filter { $0.cell.column == 4 && $0.content == .text("作风") }.map(\.cell.row)
        let scores = sheet.cells.filter { rows.contains($0.cell.row) && $0.cell.column == 7 }.map(\.content)
        #expect(scores.filter { $0 == .text("≥95.0") || $0 == .text("≥96.0") }.count == 1)
        #expect(scores.filter { $0 == .text("[界]") }.count == 1)
    }
}
