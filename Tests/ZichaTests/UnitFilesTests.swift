import Foundation
import Testing
import Workbooks

/// `zicha report --units FOLDER`
@Suite struct UnitFilesTests {
    private static let input =
        ["report"] + Program.lastYear + ["--organisation", "示例局", "--date", "2026-12-01", "--lang", "zh"]

    @Test func `a new folder gets a workbook for each unit, the same bytes each time`() throws {
        let scratch = try Scratch()
        var listings: [[String: Data]] = []
        for name in ["first", "second"] {
            let path = scratch.path(name)
            let outcome = try Program.run(Self.input + ["--units", path])
            #expect(outcome.status == 0, "\(outcome.messages)")
            var files: [String: Data] = [:]
            for file in try FileManager.default.contentsOfDirectory(atPath: path) {
                files[file] = FileManager.default.contents(atPath: "\(path)/\(file)")
            }
            listings.append(files)
        }
        #expect(listings[0].count >= 2)
        #expect(listings[0].keys.allSatisfy { $0.hasPrefix("自查报告_") && $0.hasSuffix("_2026.xlsx") })
        #expect(listings[0] == listings[1])
        #expect(scratch.names == ["first", "second"])
    }

    @Test func `in English every file has an English name and an English page`() throws {
        let scratch = try Scratch()
        let path = scratch.path("units")
        let outcome = try Program.run(
            ["report"] + Program.lastYear
                + ["--organisation", "Example", "--date", "2026-12-01", "--lang", "en", "--units", path])
        #expect(outcome.status == 0, "\(outcome.messages)")
        let files = try FileManager.default.contentsOfDirectory(atPath: path)
        #expect(files.count >= 2)
        for file in files {
            #expect(file.hasPrefix("report_") && file.hasSuffix("_2026.xlsx"))
            let book = try WorkbookReader(contentsOf: "\(path)/\(file)", limits: .report)
            #expect(book.sheetNames.allSatisfy { $0.first?.isASCII == true })
            // The survey is translated, so only the units' own names are Chinese.
            let units = file.split { $0.isASCII }
            for sheet in book.sheetNames {
                for case .text(let text) in try #require(try book.cells(of: sheet)).values.map(\.value) {
                    let rest = units.reduce(text) { $0.replacing($1, with: "") }
                    #expect(!rest.unicodeScalars.contains { $0.properties.isIdeographic }, "\(sheet): \(text)")
                }
            }
        }
    }

    @Test func `a folder that holds anything is left alone`() throws {
        let scratch = try Scratch()
        _ = try scratch.file("old.xlsx", "earlier")
        let outcome = try Program.run(Self.input + ["--units", scratch.path("")])
        #expect(outcome.status == 1)
        #expect(outcome.messages.contains("文件夹里已有文件"))
        #expect(scratch.names == ["old.xlsx"])
    }

    @Test func `a survey without units has no such files, and no folder is left`() throws {
        let scratch = try Scratch()
        let outcome = try Program.run(
            "report", "--survey", "Tests/Acceptance/assist2014.zicha", "--responses", "seeds/responses-2026.csv",
            "--units", scratch.path("units"))
        #expect(outcome.status != 0)
        #expect(scratch.names.isEmpty)
    }
}
