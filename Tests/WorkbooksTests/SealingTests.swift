import Foundation
import Testing
import Workbooks

@Suite("Sealing a workbook")
struct SealingTests {
    @Test("two runs of the same input give the same bytes, and the seal tells them")
    func twoRunsAreEqual() throws {
        let scratch = try Scratch()
        let first = try SampleBook.write(to: scratch.file("one.xlsx"))
        let second = try SampleBook.write(to: scratch.file("two.xlsx"))
        let bytes = try Data(contentsOf: URL(fileURLWithPath: scratch.file("one.xlsx")))
        #expect(try bytes == Data(contentsOf: URL(fileURLWithPath: scratch.file("two.xlsx"))))
        #expect(first == second)
        #expect(first.size == bytes.count)
        #expect(first.sha256.count == 64)
        #expect(scratch.names == ["one.xlsx", "two.xlsx"])
        if let path = ProcessInfo.processInfo.environment["WORKBOOKS_SAMPLE"] { _ = try SampleBook.write(to: path) }
    }
}
