import Disclosure
import Scoring
import Statistics
import Surveys
import Testing
import Workbooks

@testable import Reports

/// Answers that do not vary leave nothing to test by; what is not tested is not judged, and that is said.
@Suite("Where there is no test")
struct NoTestTests {
    /// 学风 falls from 80 to 40 in everybody alike, NL1 lacks two levels in everybody; the others vary.
    private func release() throws -> Release {
        try sampleRelease(headcounts: [30, 25, 20]) { responses, survey, year in
            for (column, variable) in survey.variables.enumerated() {
                let level: Int? =
                    switch (variable.code, variable.part) {
                    case ("XF2", _): year == 2025 ? 2 : 4
                    case ("XF1", _), ("XF3", _): year == 2025 ? 4 : 2
                    case ("NL1", .current?): 2
                    case ("NL1", .required?): 4
                    default: nil
                    }
                guard let level else { continue }
                for index in responses.indices { responses[index].answers[column] = .level(level) }
            }
        }
    }

    private func context(_ language: ReaderLanguage = .chinese) throws -> ReportContext {
        try #require(
            ReportContext(release: release(), edition: .committee, language: language, identity: sampleIdentity))
    }

    @Test("tables say that a change, a gap and a unit are not judged")
    func tables() throws {
        let report = try sampleReport(release())
        func row(_ sheet: String, _ name: String) throws -> [String] {
            let sheet = try #require(report.sheet(sheet))
            let row = try #require(sheet.cells.first { $0.content == .text(name) }?.cell.row)
            return sheet.cells.filter { $0.cell.row == row }.compactMap {
                if case .text(let text) = $0.content { text } else { nil }
            }
        }
        #expect(try row("维度得分", "学风").last == "不判")
        #expect(try row("能力差距", "公文写作").last == "不判")
        #expect(try #require(report.sheet("处室对比")).text.contains("不判：学风"))
        let own = try #require(report.sheets.first { $0.name.hasPrefix("处室_") })
        #expect(own.cells.contains { $0.content == .text("不判") })
        #expect(try #require(report.sheet("历年对比")).text.contains("不判"))
        // A verdict from no test would be one of these beside 学风 or 公文写作.
        #expect(try row("维度得分", "学风").allSatisfy { !$0.contains("持平") && !$0.contains("明显") })
        #expect(try row("能力差距", "公文写作").allSatisfy { !$0.contains("不明显") })
    }

    @Test("the first page counts what is not judged")
    func conclusions() throws {
        let context = try context()
        let sentences = Conclusions(context).sentences
        func text(_ rule: ConclusionRule) throws -> String { try #require(sentences.first { $0.rule == rule }).text }
        #expect(try text(.largestFall).contains("；另有1个维度的变化没有检验，不判"))
        #expect(try text(.largestGaps).contains("；另有1项的差距没有检验，不判"))
        #expect(try text(.units).contains("处室与其他处室的比较有3个没有检验，不判"))
        #expect(try text(.decisions).contains("没有检验、不判的变差或差距2个"))
    }

    @Test("the list of measures keeps what is not judged", arguments: ReaderLanguage.allCases)
    func measures(language: ReaderLanguage) throws {
        let context = try context(language)
        let unjudged = MeasureSeed.all(context).filter { $0.rule == .unjudged }
        let expected: [(String, String)] =
            language == .chinese
            ? [
                ("“学风”变差，不判", "较上年下降40.0分，没有检验（见“维度得分”）"),
                ("“公文写作”有差距，不判", "差距2.00，要求4.00，没有检验（见“能力差距”）"),
            ]
            : [
                ("“学风” worse, not judged", "down 40.0 points from the year before, no test (see “Dimension scores”)"),
                ("“公文写作”: a gap, not judged", "gap 2.00, required 4.00, no test (see “Competence gaps”)"),
            ]
        #expect(unjudged.map(\.problem) == expected.map(\.0))
        #expect(unjudged.map(\.evidence) == expected.map(\.1))
        // English sheets have straight quotes.
        let sheet = measureSheet(context).text.replacing("\"", with: "").replacing(/[“”]/, with: "")
        #expect(unjudged.allSatisfy { sheet.contains($0.problem.replacing(/[“”]/, with: "")) })
    }

    @Test("nothing is said to be alike where nothing could be compared")
    func nothing() throws {
        let release = try sampleRelease(headcounts: [30, 25, 20]) { responses, survey, year in
            for (column, variable) in survey.variables.enumerated() where variable.codes != nil {
                let isReversed = variable.marks.isReversed
                let level = variable.part == .required ? 4 : (year == 2025) != isReversed ? 4 : 2
                for index in responses.indices { responses[index].answers[column] = .level(level) }
            }
        }
        let context = try #require(
            ReportContext(release: release, edition: .committee, language: .chinese, identity: sampleIdentity))
        let sentences = Conclusions(context).sentences
        func text(_ rule: ConclusionRule) throws -> String { try #require(sentences.first { $0.rule == rule }).text }
        #expect(try text(.totals).contains("较上年的变化不判"))
        #expect(try text(.largestFall) == "各维度较上年的变化都没有检验，不判。")
        #expect(try text(.largestGaps) == "各项能力的差距都没有检验，不判。")
        #expect(try !text(.units).contains("没有处室"))
        #expect(try text(.units).contains("6个没有检验，不判"))
        // The scores are not weighted into another interval, since there is none to be within.
        #expect(QualityCheck.weights(context).map(\.verdict) == [.remark])
        let report = try sampleReport(release)
        let alike = ["持平", "相当", "不明显", "没有与其他处室明显不同", "意见不一致："]
        for name in ["要点", "维度得分", "处室对比", "能力差距", "处室_办公室"] {
            let sheet = try #require(report.sheet(name))
            let cells = sheet.cells.compactMap { if case .text(let text) = $0.content { text } else { nil } }
            #expect(cells.allSatisfy { cell in alike.allSatisfy { !cell.contains($0) } }, "\(name)")
        }
    }
}
