import Disclosure
import Foundation
import Scoring
import Surveys
import Testing
import Workbooks

@testable import Reports

@Suite("A committee report")
struct ReportTests {
    @Test("has the committee's sheets in reading order")
    func sheets() throws {
        let report = try sampleReport(sampleRelease())
        #expect(
            report.sheets.map(\.name) == [
                "封面", "目录", "要点", "维度得分", "处室对比", "题项分布", "能力差距", "历年对比", "处室_办公室", "处室_法规处",
                "处室_财务处、督查室（合并）", "整改清单", "数据质量", "方法说明", "注释与代码", "数据_维度", "数据_处室", "数据_题项", "数据_图表",
            ])
        let contents = try #require(report.sheets.first { $0.name == "目录" })
        let links = contents.cells.compactMap { placed in
            if case .link(let name) = placed.content { name } else { nil }
        }
        #expect(links == report.sheets.dropFirst(2).map(\.name))
    }

    @Test("leaves out what a survey does not have")
    func parts() throws {
        let withoutPairs = sampleSurvey.replacing("计法：要求-现有\n方向：低为好\n", with: "").replacing(
            "[能力对 五级]", with: "[量表题 五级]")
        let names = try sampleReport(sampleRelease(withoutPairs)).sheets.map(\.name)
        #expect(!names.contains("能力差距"))
        let oneYear = try sampleReport(sampleRelease(years: [2026]))
        let table = try #require(oneYear.sheets.first { $0.name == "维度得分" })
        #expect(!table.cells.contains { $0.content == .text("变化") })
    }

    @Test(
        "shows no unit below the limit, whatever the units' sizes",
        arguments: [
            [30, 25, 20, 6], [12, 12, 12, 12], [40, 3, 3, 3], [5, 5, 5, 5], [60, 11, 10, 1],
        ])
    func smallUnits(headcounts: [Int]) throws {
        let release = try sampleRelease(headcounts: headcounts)
        for round in release.rounds {
            for unit in release.units(of: round) { #expect(unit.responses == 0 || unit.responses >= 10) }
        }
        let report = try sampleReport(release)
        let sheet = try #require(report.sheets.first { $0.name == "处室对比" })
        for placed in sheet.cells where placed.cell.column == 2 && placed.style.numberFormat == "0" {
            guard case .number(let count) = placed.content else { continue }
            #expect(count >= 10)
        }
    }

    @Test("is refused when every year is below the limit")
    func nothingToShow() throws {
        let release = try sampleRelease(headcounts: [2, 2, 2, 2])
        #expect(throws: ReportError.self) { try sampleReport(release) }
    }

    @Test("never repeats what somebody wrote")
    func openAnswers() throws {
        let report = try sampleReport(sampleRelease(opinion: "机密-4711"))
        #expect(!report.text.contains("4711"))
    }

    @Test("gives every formula the result that its cells give")
    func formulas() throws {
        let report = try sampleReport(sampleRelease(years: [2024, 2025, 2026]))
        var checked = 0
        for sheet in report.sheets {
            var numbers: [String: Double] = [:]
            for placed in sheet.cells {
                switch placed.content {
                case .number(let number), .formula(_, let number): numbers[placed.cell.name] = number
                case .text, .code, .link, .blank: break
                }
            }
            for placed in sheet.cells {
                guard case .formula(let formula, let result) = placed.content else { continue }
                // `=D5-E5`, `=F5*D5`, or a difference of shares in percentage points, `=(J5-K5)*100`.
                let isPoints = formula.hasSuffix(")*100")
                let plain = isPoints ? formula.replacing("=(", with: "=").replacing(")*100", with: "") : formula
                let sign: Character = plain.contains("*") ? "*" : "-"
                let names = plain.dropFirst().split(separator: sign).map(String.init)
                let values = try names.map { try #require(numbers[$0], "\(sheet.name) \(formula)") }
                #expect(values.count == 2)
                let expected = (isPoints ? 100 : 1) * (sign == "*" ? values[0] * values[1] : values[0] - values[1])
                #expect(abs(expected - result) < 1e-12)
                checked += 1
            }
        }
        #expect(checked > 8)
    }

    @Test("prints as the same text every time, and holds no number that is not one")
    func text() throws {
        let release = try sampleRelease()
        let text = try sampleReport(release).text
        #expect(text == (try sampleReport(release).text))
        #expect(!text.contains("nan") && !text.contains("inf"))
        #expect(text.contains("════ 要点 ════"))
    }
}

@Suite("The conclusions")
struct ConclusionTests {
    @Test("are at most five, and say 基本持平 where a difference is not clear")
    func unchanged() throws {
        let context = try #require(
            ReportContext(
                release: sampleRelease(trend: 0), edition: .committee, language: .chinese, identity: sampleIdentity))
        let sentences = Conclusions(context).sentences.map(\.text)
        #expect(sentences.count <= 5)
        for change in context.release.assessment.changes where change.isClear == false {
            #expect(context.judgement(change) == "— 基本持平")
        }
        for word in ["因为", "由于", "略有"] { #expect(!sentences.joined().contains(word)) }
    }

    @Test("name the rise when it is clear")
    func risen() throws {
        let context = try #require(
            ReportContext(
                release: sampleRelease(trend: 0.6), edition: .committee, language: .chinese, identity: sampleIdentity))
        #expect(Conclusions(context).sentences[0].text.contains("较上年提高"))
    }

    @Test(
        "hide near unanimity, the more so the fewer people",
        arguments: [
            (0.97, 100, "≥95%"), (0.97, 301, "97%"), (0.85, 12, "≥80%"), (0.02, 60, "≤5%"), (0.02, 280, "≤2%"),
            (0.5, 10, "50%"),
        ])
    func unanimity(share: Double, n: Int, shown: String) {
        #expect(ShownNumber.share(share, n: n).percent == shown)
    }
}

@Suite("Numbers in words")
struct NumberTextTests {
    @Test(
        "are rounded once, half away from zero",
        arguments: [
            (2.675, 2, "2.68"), (-2.675, 2, "-2.68"), (0.05, 1, "0.1"), (-0.04, 1, "0.0"), (52.952, 0, "53"),
            (99.95, 1, "100.0"),
            (0.0, 1, "0.0"), (1e9, 0, "1000000000"),
        ] as [(Double, Int, String)])
    func fixed(number: Double, decimals: Int, shown: String) {
        #expect(NumberText.fixed(number, decimals) == shown)
    }

    @Test(
        "carry a sign only when something is left after rounding",
        arguments: [
            (0.04, "0.0"), (-0.04, "0.0"), (0.06, "+0.1"), (-1.25, "-1.3"),
        ])
    func signed(number: Double, shown: String) {
        #expect(NumberText.signed(number, 1) == shown)
    }
}

@Suite("A written report")
struct WrittenReportTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "zicha-reports-\(UUID().uuidString)")

    @Test("has the same bytes for the same release")
    func sameBytes() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let report = try sampleReport(sampleRelease(years: [2024, 2025, 2026]))
        let first = folder.appending(path: "a.xlsx")
        let second = folder.appending(path: "b.xlsx")
        let seal = try report.write(to: first.path)
        #expect(try report.write(to: second.path) == seal)
        #expect(try Data(contentsOf: first) == Data(contentsOf: second))
    }

    @Test("is not there at all when its folder is not")
    func unwritable() throws {
        let report = try sampleReport(sampleRelease())
        let target = folder.appending(path: "nowhere/a.xlsx").path
        #expect(throws: ReportError.self) { try report.write(to: target) }
        #expect(!FileManager.default.fileExists(atPath: target))
    }
}
