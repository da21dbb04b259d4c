import Disclosure
import Foundation
import Scoring
import Statistics
import Surveys
import Testing
import Workbooks

@testable import Reports

/// The sample survey's questions with other dimensions.
private func survey(_ dimensions: String) -> String {
    let start = sampleSurvey.firstRange(of: "维度：学风")?.lowerBound ?? sampleSurvey.endIndex
    return String(sampleSurvey[..<start]) + dimensions
}

private let longName = "关于进一步加强和改进新时代机关干部理论学习与业务能力建设综合评价工作的若干具体事项及其落实情况的年度总体满意程度"

@Suite("Surveys of other shapes")
struct ShapeTests {
    @Test(
        "give a workbook all the same",
        arguments: [
            "", "维度：学风\n取题：XF", "维度：学风\n取题：XF\n\n维度：作风\n取题：ZF\n换算：折百",
            "维度：学风\n取题：XF\n换算：百分制\n\n维度：作风\n取题：ZF\n换算：折百", "维度：学风\n取题：XF\n计法：合计\n换算：原始",
            "维度：差距\n取题：NL\n计法：要求-现有\n方向：低为好", "维度：学风\n取题：XF\n换算：0~10",
            "维度：\(longName)\n取题：XF\n换算：折百\n- ≥ 90 = \(longName)\n- 其余 = 差\n\n维度：=A&<\"😀\n取题：ZF",
        ])
    func written(dimensions: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "zicha-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for years in [[2026], [2025, 2026], [2022, 2023, 2024, 2025, 2026]] {
            var identity = sampleIdentity
            identity.organisation = longName
            let report = try Report(of: sampleRelease(survey(dimensions), years: years), identity: identity)
            _ = try report.write(to: folder.appending(path: "\(years.count).xlsx").path)
        }
    }

    @Test("have no sheet, and name none on the cover, that would be empty")
    func emptySheets() throws {
        let names = try sampleReport(sampleRelease(survey(""), years: [2026])).sheets.map(\.name)
        for name in ["维度得分", "历年对比", "数据_维度"] { #expect(!names.contains(name)) }
        let text = try sampleReport(sampleRelease(survey("维度：学风\n取题：XF"), headcounts: [60, 0, 0, 0])).sheets[0].text
        #expect(!text.contains("已合并统计"))
    }

    @Test("keep dimensions of different scales apart in bars, colours and pictures")
    func mixedScales() throws {
        let report = try sampleReport(sampleRelease(survey("维度：学风\n取题：XF\n\n维度：作风\n取题：ZF\n换算：折百")))
        let table = try #require(report.sheet("维度得分"))
        #expect(table.bars.filter { $0.range.first.column == 4 }.map(\.bar.range) == [1...5, 50...100])
        #expect(try #require(report.sheet("处室对比")).scales.count == 2)
        guard case .forest(let chart)? = report.sheet("要点")?.charts.first?.figure else { return #expect(Bool(false)) }
        #expect(chart.rows.map(\.label) == ["学风"])
        #expect(try #require(report.sheet("要点")).text.contains("另有1个维度不在图中"))
    }

    @Test("of sums of items that differ end at the highest sum")
    func sumFrame() throws {
        let text = """
            # 自查
            版本：2026

            PF1. 机构 [数字 0~8 分]
            PF2. 会议 [数字 0~10 分]

            维度：得分
            取题：PF1、PF2
            计法：合计
            换算：原始
            """
        let context = try #require(
            ReportContext(
                release: sampleRelease(text, years: [2026]), edition: .committee, language: .chinese,
                identity: sampleIdentity))
        #expect(context.frame(of: context.scored[0].dimension) == 0...18)
    }

    @Test("say 2024年 and not 上年 where the year between is hidden")
    func hiddenYear() throws {
        let report = try sampleReport(
            sampleRelease(years: [2024, 2025, 2026], trend: 1.5, headcountsByYear: [2025: [3, 3, 0, 0]]))
        #expect(!report.sheets.prefix(7).map(\.text).joined().contains("上年"))
        #expect(try #require(report.sheet("历年对比")).text.contains("2025年答卷不足10份，不显示"))
        #expect(try #require(report.sheet("要点")).text.contains("较2024年"))
    }

    @Test("with five years and one dimension keep the table of years in narrow columns")
    func fiveYears() throws {
        let sheet = try #require(
            sampleReport(sampleRelease(survey("维度：学风\n取题：XF"), years: [2022, 2023, 2024, 2025, 2026])).sheet("历年对比"))
        let judgement = try #require(sheet.merges.first { $0.text == "判断" }).range.first
        for column in 1...judgement.column { #expect((9...16).contains(sheet.widths[column] ?? 0)) }
    }

    @Test("with one year promise no comparison")
    func oneYear() throws {
        let report = try sampleReport(sampleRelease(years: [2026]))
        #expect(report.sheet("历年对比") == nil)
        for word in ["上年", "没有维度较"] { #expect(!report.sheets.prefix(6).map(\.text).joined().contains(word)) }
    }
}

@Suite("Dimensions that are better low")
struct LowIsBetterTests {
    private func report(trend: Double) throws -> Report {
        try sampleReport(
            sampleRelease(survey("维度：倦怠\n取题：XF\n换算：折百\n方向：低为好\n\n维度：作风\n取题：ZF\n换算：折百"), trend: trend))
    }

    @Test("call a rise 变差 and colour it orange")
    func rise() throws {
        let report = try report(trend: 0.8)
        let cell = try #require(report.sheet("维度得分")?.cells.first { $0.content == .text("▲ 明显变差") })
        #expect(cell.style.color == .orange)
        let text = try #require(report.sheet("要点")).text
        #expect(text.contains("（变差）") && text.contains("明显变差的维度1个"))
    }

    @Test("turn bars and colour scales round")
    func colours() throws {
        let report = try report(trend: 0.3)
        let bars = try #require(report.sheet("维度得分")).bars.filter(\.bar.hidesNumber)
        #expect(bars.map(\.bar.color) == [.orangeLight, .blueLight])
        let scales = try #require(report.sheet("处室对比")).scales
        #expect(scales.map(\.scale.low.color) == [.blueLight, .orangeLight])
    }

    @Test("have no favourable answers above the middle")
    func items() throws {
        let text = try #require(report(trend: 0.3).sheet("要点")).text
        #expect(!text.contains("XF1") && text.contains("ZF1"))
    }

    @Test("include every gap, whatever the survey says of its direction")
    func gap() throws {
        let report = try sampleReport(sampleRelease(survey("维度：差距\n取题：NL\n计法：要求-现有")))
        #expect(try #require(report.sheet("历年对比")).cells.contains { $0.content == .text("低为好") })
    }
}

@Suite("Numbers that say what nearly everybody answered")
struct EdgeTests {
    private let composite = """
        维度：学风
        取题：XF
        换算：折百

        维度：作风
        取题：ZF
        换算：折百

        维度：综合
        合成：学风 50%、作风 50%
        """

    private func answerAll(
        _ code: String, _ level: Int, in year: Int? = nil
    ) -> (inout [Response], Survey, Int) -> Void {
        { responses, survey, now in
            for (column, variable) in survey.variables.enumerated() where variable.name.hasPrefix(code) {
                guard year == nil || year == now else { continue }
                let isReversed = variable.marks.isReversed
                for index in responses.indices {
                    responses[index].answers[column] = .level(isReversed ? 6 - level : level)
                }
            }
        }
    }

    @Test("are bounds, without interval, deviation or size of change")
    func bounds() throws {
        let report = try sampleReport(sampleRelease(survey(composite), edit: answerAll("XF", 5, in: 2026)))
        for name in ["要点", "维度得分", "处室对比", "历年对比", "数据_维度"] {
            let sheet = try #require(report.sheet(name))
            for placed in sheet.cells {
                if case .number(let number) = placed.content { #expect(number != 100, "\(name) \(placed.cell.name)") }
            }
        }
        let table = try #require(report.sheet("维度得分"))
        let row = try #require(table.cells.first { $0.content == .text("学风") && $0.cell.column == 2 }).cell.row
        let content = table.cells.filter { $0.cell.row == row }.map(\.content)
        #expect(content.contains(.text("≥96.0")))
        #expect(!content.contains { if case .formula = $0 { true } else { false } })
    }

    @Test("cannot be had from a composite and its other members")
    func compositeOfBounds() throws {
        let report = try sampleReport(sampleRelease(survey(composite), edit: answerAll("XF", 5)))
        let table = try #require(report.sheet("维度得分"))
        let row = try #require(table.cells.first { $0.content == .text("综合") && $0.cell.column == 2 }).cell.row
        for placed in table.cells where placed.cell.row == row {
            if case .number = placed.content { Issue.record("\(placed.cell.name)") }
        }
    }

    @Test("of one unit cannot be had from the whole and the others")
    func loneUnit() throws {
        let release = try sampleRelease(survey("维度：学风\n取题：XF\n换算：折百"), years: [2026], headcounts: [30, 25, 20, 0]) {
            responses, survey, _ in
            let unit = survey.variables.firstIndex { $0.domain == .unit } ?? 0
            for (column, variable) in survey.variables.enumerated() where variable.name.hasPrefix("XF") {
                for index in responses.indices {
                    let isFirst = responses[index].answers[unit] == .text("办公室")
                    responses[index].answers[column] = .level(
                        isFirst == variable.marks.isReversed ? 1 : isFirst ? 5 : index % 3 + 2)
                }
            }
        }
        let sheet = try #require(sampleReport(release).sheet("处室对比"))
        let numbers = sheet.cells.filter { $0.cell.column == 4 && (5...7).contains($0.cell.row) }.map(\.content)
        #expect(numbers.count { if case .number = $0 { true } else { false } } <= 1)
    }
}

@Suite("Sentences")
struct SentenceTests {
    @Test("do not call units small that were only merged with small ones")
    func mergedUnits() throws {
        let text = try #require(sampleReport(sampleRelease()).sheet("要点")).text
        #expect(text.contains("2个处室合并为1组显示"))
    }

    @Test("mark a reversed item, of which a high share is no agreement")
    func reversedItems() throws {
        let text = try #require(sampleReport(sampleRelease()).sheet("要点")).text
        #expect(text.contains("我把学习放到一边（反向）"))
    }

    @Test("say why no unit is shown")
    func noUnits() throws {
        // Two units: to merge them would leave only the whole.
        let release = try sampleRelease(survey("维度：学风\n取题：XF"), years: [2026], headcounts: [30, 25]) {
            responses, survey, _ in
            let unit = survey.variables.firstIndex { $0.domain == .unit } ?? 0
            for (column, variable) in survey.variables.enumerated() where variable.name.hasPrefix("XF") {
                let indices = responses.indices.filter { responses[$0].answers[unit] == .text("办公室") }
                for index in indices.dropFirst(4) { responses[index].answers[column] = .missing }
            }
        }
        let text = try #require(sampleReport(release).sheet("处室对比")).text
        #expect(text.contains("每个维度都有处室的回答人数不足10人，只报全局。"))
        let nobodyAsked = sampleSurvey.replacing("CS. 您所在的处室 [下拉 处室]\n", with: "")
        #expect(try sampleReport(sampleRelease(nobodyAsked)).sheet("处室对比") == nil)
    }

    @Test("recommend no competence whose gap may be chance")
    func smallGaps() throws {
        let release = try sampleRelease(survey("维度：差距\n取题：NL\n计法：要求-现有")) { responses, survey, _ in
            for (column, variable) in survey.variables.enumerated() where variable.name.hasPrefix("NL") {
                let shift = variable.part == .required ? 1 : 0
                for index in responses.indices { responses[index].answers[column] = .level(2 + (index + shift) % 3) }
            }
        }
        let text = try #require(sampleReport(release).sheet("要点")).text
        #expect(!text.contains("能力差距最大") && !text.contains("的能力1个"))
        #expect(text.contains("各项能力的现状都没有明显低于要求。"))
    }
}
