import Foundation
import Testing
import Workbooks

/// Units called what a workbook could misread: every tab, cell and file name of theirs comes out right.
@Suite struct AwkwardUnitTests {
    /// The seeds with one unit called otherwise.
    private func report(unit name: String, in scratch: Scratch) throws -> Program.Outcome {
        let quoted = "\"" + name.replacing("\"", with: "\"\"") + "\""
        let roster = try Program.text(of: "seeds/roster.csv").replacing(/,信息化处(?=[,\n])/, with: ",\(quoted)")
        let responses = try Program.text(of: "seeds/responses-2026.csv").replacing("\n信息化处,", with: "\n\(quoted),")
        return try Program.run([
            "report", "--survey", "surveys/learning-organ-2026.zicha", "--lang", "zh",
            "--roster", try scratch.file("roster.csv", roster), "--responses", try scratch.file("2026.csv", responses),
            "--date", "2026-12-01", "-o", scratch.path("book.xlsx"), "--units", scratch.path("units"),
        ])
    }

    @Test(arguments: [
        ("2024", "处室_2024"), ("A1", "处室_A1"), ("R1C1", "处室_R1C1"), ("TRUE", "处室_TRUE"), ("=1+1", "处室_=1+1"),
        ("+1", "处室_+1"), ("-2+3", "处室_-2+3"), ("@SUM(A1)", "处室_@SUM(A1)"),
        ("=HYPERLINK(\"http://a.b\",\"x\")", "处室_=HYPERLINK(\"http___a.b\",\"x\")"),
        ("甲[]:*?/\\'乙", "处室_甲________乙"), ("x0041_", "处室-x0041_"), ("שלום", "处室_שלום"), ("👨‍👩‍👧‍👦处", "处室_👨‍👩‍👧‍👦处"),
        (String(repeating: "𠮷", count: 31), "处室_" + String(repeating: "𠮷", count: 13) + "…"),
    ])
    func `a unit with an awkward name has a tab, a file and its own name in every cell`(name: String, tab: String)
        throws
    {
        let scratch = try Scratch()
        let outcome = try report(unit: name, in: scratch)
        #expect(outcome.status == 0, "\(outcome.messages)")
        let book = try WorkbookReader(contentsOf: scratch.path("book.xlsx"), limits: .report)
        let compared = try #require(try book.cells(of: "处室对比"))
        #expect(compared.values.contains(WorkbookReader.Content(value: .text(name), isFormula: false)))
        var tabs: [String] = []
        for file in try FileManager.default.contentsOfDirectory(atPath: scratch.path("units")) {
            tabs += try WorkbookReader(contentsOf: scratch.path("units/" + file), limits: .report).sheetNames
        }
        #expect(tabs.contains(tab), "\(tabs.filter { $0.hasPrefix("处室") })")
    }
}
