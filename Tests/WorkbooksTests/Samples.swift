import Foundation
import Testing
import Workbooks

/// A folder below the temporary directory that goes with the test.
final class Scratch {
    let path: String

    init() throws {
        let name = FileManager.default.temporaryDirectory.appendingPathComponent("workbooks-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: name, withIntermediateDirectories: true)
        path = name.path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Everything in the folder, hidden files too.
    var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }
}

let someDay = WorkbookProperties(
    title: "样本", author: "测试", created: moment(2025, 12, 1))

func moment(_ year: Int, _ month: Int, _ day: Int) -> WorkbookMoment {
    guard let day = try? WorkbookDay(year: year, month: month, day: day), let moment = try? WorkbookMoment(day) else {
        fatalError("the day exists")
    }
    return moment
}

/// Writes a workbook with one sheet and returns its parts as text.
func written(_ name: String = "数据", _ body: (inout Sheet) throws -> Void) throws -> [String: String] {
    let scratch = try Scratch()
    let path = scratch.file("a.xlsx")
    var book = try Workbook(at: path, properties: someDay)
    try book.addSheet(name, body)
    _ = try book.close()
    return try parts(of: path)
}

/// All parts of a workbook as text, read by the room's own reader.
func parts(of path: String) throws -> [String: String] {
    let archive = try ZipArchive(contentsOf: path)
    var parts: [String: String] = [:]
    for name in archive.names {
        parts[name] = try archive.contents(of: name).map { String(decoding: $0, as: UTF8.self) }
    }
    return parts
}

/// The SHA-256 of a file as the system's own tool computes it.
func sha256sum(of path: String) throws -> String {
    let tool = Process()
    let output = Pipe()
    tool.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
    tool.arguments = [path]
    tool.standardOutput = output
    try tool.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    tool.waitUntilExit()
    return String(said.prefix(64))
}

/// The code of the error that the body throws; nil when it throws none.
func code(_ body: () throws -> Void) -> WorkbookError.Code? {
    do {
        try body()
        return nil
    } catch {
        return (error as? WorkbookError)?.code
    }
}

/// The code of the error that comes of writing one sheet and closing.
func codeOfSheet(_ body: (inout Sheet) throws -> Void) -> WorkbookError.Code? {
    code { _ = try written("数据", body) }
}
