import Foundation
import Glibc
import TestSupport
import Testing

/// Files with access codes are their owner's alone from the first byte on, and nothing of an interrupted run stays.
@Suite struct PrivateFilesTests {
    private let scratch: Scratch
    private let store: [String]

    init() throws {
        scratch = try Scratch()
        store = ["--store", scratch.path("zicha.db")]
        let opened = try Program.run(
            ["open", "2026", "--survey", "surveys/learning-organ-2026.zicha", "--roster", "seeds/roster.csv"] + store)
        #expect(opened.status == 0, "\(opened.messages)")
    }

    private func mode(_ path: String) throws -> Int {
        let facts = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(facts[.posixPermissions] as? Int)
    }

    /// The rights of everything that comes up in the scratch folder while a command runs.
    private func modesSeen(during arguments: [String]) throws -> [String: Set<Int>] {
        let process = Process()
        process.executableURL = Program.executable
        process.currentDirectoryURL = Program.package
        process.arguments = arguments
        process.environment = ["LC_ALL": "zh_CN.UTF-8"]
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        var seen: [String: Set<Int>] = [:]
        try process.run()
        while process.isRunning {
            for name in scratch.names where !name.hasPrefix("zicha.db") {
                if let mode = try? mode(scratch.path(name)) { seen[name, default: []].insert(mode) }
            }
        }
        #expect(process.terminationStatus == 0)
        return seen
    }

    @Test(arguments: [["codes.xlsx"], ["codes.csv"], ["codes.xlsx", "codes.csv"]])
    func `Codes are never readable by others`(names: [String]) throws {
        let outputs = names.flatMap { ["-o", scratch.path($0)] }
        let seen = try modesSeen(during: ["codes", "2026"] + outputs + store)
        for name in names { #expect(try mode(scratch.path(name)) == 0o600) }
        #expect(!seen.isEmpty)
        for (name, modes) in seen {
            for mode in modes { #expect(mode & 0o077 == 0, "\(name) had the rights \(String(mode, radix: 8))") }
        }
    }

    @Test func `Forms are private files in a private folder, from the first one on`() throws {
        let folder = scratch.path("表")
        let seen = try modesSeen(
            during: ["forms", "2026", "--unit", "办公室", "--count", "5", "-o", folder] + store)
        #expect(try mode(folder) == 0o700)
        let forms = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(forms.count == 5)
        for form in forms { #expect(try mode("\(folder)/\(form)") == 0o600) }
        #expect(!seen.isEmpty)
        for (name, modes) in seen { #expect(modes == [0o700], "\(name)") }
    }

    @Test func `What a killed run left is removed by the next, wherever that one writes beside it`() throws {
        let process = Process()
        process.executableURL = Program.executable
        process.currentDirectoryURL = Program.package
        process.arguments = ["forms", "2026", "-o", scratch.path("表")] + store
        process.standardError = FileHandle.nullDevice
        try process.run()
        let part = scratch.path(".表.zicha-part")
        while process.isRunning {
            if let names = try? FileManager.default.contentsOfDirectory(atPath: part), names.count >= 3 { break }
        }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        #expect(scratch.names.contains(".表.zicha-part"))
        #expect(try mode(part) == 0o700)

        let made = try Program.run(
            ["forms", "2026", "--unit", "办公室", "--count", "1", "-o", scratch.path("另一个")] + store)
        #expect(made.status == 0, "\(made.messages)")
        #expect(scratch.names.filter { $0.hasPrefix(".") } == [])
        #expect(scratch.names.contains("另一个"))
    }

    @Test func `A folder that another run is filling is left alone`() throws {
        let part = scratch.path(".表.zicha-part")
        try FileManager.default.createDirectory(atPath: part, withIntermediateDirectories: false)
        try Data("x".utf8).write(to: URL(fileURLWithPath: part + "/a.xlsx"))
        let lock = unsafe open(part, O_RDONLY | O_DIRECTORY)
        defer { close(lock) }
        #expect(flock(lock, LOCK_EX) == 0)
        let refused = try Program.run(["forms", "2026", "-o", scratch.path("表")] + store)
        #expect(refused.status == 1)
        #expect(refused.messages.contains("另一个程序正在写这个文件夹"), "\(refused.messages)")
        #expect(FileManager.default.fileExists(atPath: part + "/a.xlsx"))
    }

    @Test func `A text file that a killed run left half-written is taken over, and keeps nothing of it`() throws {
        let part = scratch.path(".a.csv.part")
        try Data(repeating: 65, count: 1 << 20).write(to: URL(fileURLWithPath: part))
        unsafe chmod(part, 0o644)
        let simulate = ["simulate", "--survey", "surveys/learning-organ-2026.zicha", "--roster", "seeds/roster.csv"]
        for name in ["a.csv", "b.csv"] {
            #expect(try Program.run(simulate + ["-o", scratch.path(name)]).status == 0)
        }
        #expect(scratch.names == ["a.csv", "b.csv", "zicha.db"])
        let written = FileManager.default.contents(atPath: scratch.path("a.csv"))
        #expect(written?.isEmpty == false)
        #expect(written == FileManager.default.contents(atPath: scratch.path("b.csv")))
    }
}
