import Forms
import Foundation
import Surveys
import Synchronization
import TestSupport
import Testing

@Suite("Many forms")
struct FormBatchTests {
    @Test("a folder is read in the order of its paths, on any number of cores", arguments: [1, 2, 3])
    func folder(_ cores: Int) throws {
        let sample = try FormSample(everyType())
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        let below = folder.appendingPathComponent("二处")
        try FileManager.default.createDirectory(at: below, withIntermediateDirectories: true)
        let filled = try sample.filled(FormSample.answers)
        for (name, bytes) in [
            ("b.xlsx", filled), ("a.xlsx", sample.empty), ("二处/c.xlsx", filled), ("~$b.xlsx", [1]), ("d.xls", [1]),
            ("说明.docx", [1]), ("e.XLSX", Array("no".utf8)),
        ] { try Data(bytes).write(to: folder.appendingPathComponent(name)) }
        let told = Mutex<[Int]>([])
        let batch = FormBatch.read(
            try FormFolder.files(in: folder.path),
            with: FormReader(survey: sample.survey, surveyHash: FormSample.hash, roster: nil), cores: cores
        ) { done, all in told.withLock { $0.append(done * 100 + all) } }
        func names(_ paths: [String]) -> [String] { paths.map { String($0.dropFirst(folder.path.count + 1)) } }
        #expect(names(batch.readings.map(\.path)) == ["a.xlsx", "b.xlsx", "e.XLSX", "二处/c.xlsx"])
        #expect(batch.readings.map { $0.response != nil } == [false, true, false, true])
        #expect(names(batch.skipped.map(\.path)) == ["d.xls", "~$b.xlsx", "说明.docx"])
        #expect(batch.skipped[0].reason.chinese.contains("另存为 .xlsx"))
        #expect(told.withLock { $0 } == [104, 204, 304, 404])
    }

    @Test("a folder that is not there is an error and no empty folder")
    func noFolder() {
        #expect(throws: FormError.self) { try FormFolder.files(in: "/没有这个文件夹") }
    }
}
