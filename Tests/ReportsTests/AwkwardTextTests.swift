import Foundation
import Reports
import Surveys
import Testing
import Workbooks

/// Surveys and offices with texts that a workbook could misread: the report shows them as they are.
@Suite("Awkward texts")
struct AwkwardTextTests {
    static let texts = [
        String(repeating: "很长的名称", count: 8), String(repeating: "𠮷", count: 31), "甲[]:*?/\\'乙", "2024", "A1", "TRUE",
        "#N/A",
        "=HYPERLINK(\"http://a.b\",\"x\")", "=1+1", "+1", "-2+3", "@SUM(A1:A9)", "_x0041_", "a&G<b>\"c\"",
        "👨‍👩‍👧‍👦🇨🇳", "שלום 123 עולם", "\u{202E}反\u{202C}",
    ]

    /// The texts of the workbook's cells, sheet by sheet; formulas are no texts.
    private func shown(_ report: Report) throws -> [String: [String]] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "zicha-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "a.xlsx").path
        _ = try report.write(to: path)
        let book = try WorkbookReader(contentsOf: path, limits: .report)
        var texts: [String: [String]] = [:]
        for name in book.sheetNames {
            texts[name] = try book.cells(of: name)?.values.compactMap {
                guard case .text(let text) = $0.value, !$0.isFormula else { return nil }
                return text
            }
        }
        return texts
    }

    @Test("in titles, dimensions, questions and the name of the office stand in their cells", arguments: texts)
    func everywhere(_ text: String) throws {
        let survey = sampleSurvey.replacing("# 年度自查", with: "# \(text)").replacing("维度：学风", with: "维度：\(text)")
            .replacing("合成：学风 50%、作风 50%", with: "取题：XF").replacing("XF1 = 我按计划学习", with: "XF1 = \(text)。")
        var identity = sampleIdentity
        identity.organisation = text
        let texts = try shown(Report(of: sampleRelease(survey, years: [2026]), identity: identity))
        let cover = try #require(texts["封面"])
        #expect(cover.contains(text), "the office")
        #expect(cover.contains { $0 != text && $0.hasPrefix(text) }, "the title of the survey")
        #expect(texts["维度得分"]?.contains(text) == true, "the dimension")
        #expect(texts.values.joined().contains("\(text)。"), "the question")
    }

    @Test("are left out of a cell where it cannot keep them, and nothing else is")
    func controls() throws {
        var identity = sampleIdentity
        identity.organisation = "甲\u{7}\u{1B}\u{FFFF}乙局"
        let report = try Report(of: sampleRelease(years: [2026]), identity: identity)
        #expect(try shown(report)["封面"]?.contains("甲乙局") == true)
    }

    @Test("longer than a row is high are shown, longer than a cell refused with the place", arguments: [2_000, 40_000])
    func long(_ length: Int) throws {
        let title = String(repeating: "长", count: length)
        let report = try sampleReport(
            sampleRelease(sampleSurvey.replacing("# 年度自查", with: "# \(title)"), years: [2026]))
        guard length > 32_767 else {
            return #expect(try shown(report)["封面"]?.contains { $0.hasPrefix(title) } == true)
        }
        let refused = #expect(throws: ReportError.self) { try shown(report) }
        let sentence = refused?.wording.text(in: .chinese) ?? ""
        #expect(sentence.hasPrefix("封面!A8：文字超过") && sentence.hasSuffix("请改短。"), "\(sentence.prefix(80))")
    }

    @Test("of 40,000 characters that somebody answers do not stop the report, which shows no answer")
    func answers() throws {
        let opinion = String(repeating: "长", count: 40_000)
        let texts = try shown(sampleReport(sampleRelease(years: [2026], opinion: opinion)))
        #expect(!texts.isEmpty && texts.values.joined().allSatisfy { !$0.contains("长长") })
    }
}
