import Forms
import Foundation
import Glibc
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
            try FormFolder(folder.path).files,
            with: FormReader(survey: sample.survey, surveyHash: FormSample.hash, roster: nil), cores: cores
        ) { done, all in told.withLock { $0.append(done * 100 + all) } }
        func names(_ paths: [String]) -> [String] { paths.map { String($0.dropFirst(folder.path.count + 1)) } }
        #expect(names(batch.readings.map(\.path)) == ["a.xlsx", "b.xlsx", "e.XLSX", "二处/c.xlsx"])
        #expect(batch.readings.map { $0.response != nil } == [false, true, false, true])
        #expect(names(batch.skipped.map(\.path)) == ["d.xls", "~$b.xlsx", "说明.docx"])
        #expect(batch.skipped[0].reason.chinese.contains("另存为 .xlsx"))
        #expect(told.withLock { $0 } == [104, 204, 304, 404])
    }

    /// `打印.xlsx` in UTF-8, in GBK as an archive from an old desktop unpacks it, and as bytes of neither.
    static let names: [(bytes: [UInt8], shown: String)] = [
        (Array("打印.xlsx".utf8), "打印.xlsx"), ([0xB4, 0xF2, 0xD3, 0xA1] + Array(".xlsx".utf8), "打印.xlsx"),
        ([0xFF, 0x80] + Array("a.xlsx".utf8), "\u{FFFD}\u{FFFD}a.xlsx"),
    ]

    @Test("names in any encoding are read", arguments: names)
    func encodings(name: [UInt8], shown: String) throws {
        let sample = try FormSample(everyType())
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let plain = folder + "/form.xlsx"
        try Data(sample.filled(FormSample.answers)).write(to: URL(fileURLWithPath: plain))
        let path = (Array("\(folder)/".utf8) + name + [0]).map { CChar(bitPattern: $0) }
        #expect(unsafe rename(plain, path) == 0)
        let batch = FormBatch.read(
            try FormFolder(folder).files,
            with: FormReader(survey: sample.survey, surveyHash: FormSample.hash, roster: nil))
        #expect(batch.readings.map(\.response) == [FormSample.response])
        #expect(batch.readings.map(\.path) == ["\(folder)/\(shown)"])
        #expect(batch.skipped == [])
        // The system's own call: Foundation takes no such name.
        #expect(unsafe unlink(path) == 0)
    }

    @Test("whatever lies beside the forms is named with its reason")
    func skipped() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: folder + "/.隐藏", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createSymbolicLink(atPath: folder + "/a.xlsx", withDestinationPath: "/etc/passwd")
        #expect(unsafe mkfifo(folder + "/b.xlsx", 0o600) == 0)
        let content = try FormFolder(folder)
        #expect(content.files == [])
        #expect(content.skipped.map { $0.path.dropFirst(folder.count + 1) } == [".隐藏", "a.xlsx", "b.xlsx"])
        #expect(
            content.skipped.map(\.reason.english)
                == ["a hidden folder", "a link, which is not followed; put the file itself here", "no regular file"])
    }

    @Test("a folder that is not there is an error and no empty folder")
    func noFolder() {
        #expect(throws: FormError.self) { try FormFolder("/没有这个文件夹") }
    }
}
