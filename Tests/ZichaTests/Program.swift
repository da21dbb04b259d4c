import Foundation

/// The built program, as a person at a terminal meets it.
enum Program {
    struct Outcome {
        var status: Int32
        var output: String
        var messages: String

        /// Everything that somebody could read.
        var all: String { output + messages }
    }

    /// Runs the program in the package's folder and waits for its end.
    ///
    /// - Parameter input: what is typed on standard input; then it ends.
    static func run(
        _ arguments: String..., environment: [String: String] = ["LC_ALL": "zh_CN.UTF-8"], input: String = ""
    ) throws -> Outcome {
        try run(arguments, environment: environment, input: input)
    }

    static func run(
        _ arguments: [String], of program: URL = executable,
        environment: [String: String] = ["LC_ALL": "zh_CN.UTF-8"], input: String = ""
    ) throws -> Outcome {
        let scratch = try Scratch()
        let typed = try scratch.file("typed", input)
        // Files and not pipes: a pipe that nobody empties would stop a long report.
        let (output, messages) = (scratch.path("output"), scratch.path("messages"))
        for path in [output, messages] { _ = FileManager.default.createFile(atPath: path, contents: nil) }
        let process = Process()
        process.executableURL = program
        process.currentDirectoryURL = package
        process.arguments = arguments
        process.environment = environment
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: typed))
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: messages))
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: try String(contentsOfFile: output, encoding: .utf8),
            messages: try String(contentsOfFile: messages, encoding: .utf8))
    }

    /// Runs the program at a terminal and types something there; what it says on standard error comes back.
    ///
    /// - Parameter typed: the lines of the person.
    static func runAtTerminal(_ arguments: [String], typed: String) throws -> Outcome {
        var (keyboard, terminal): (Int32, Int32) = (0, 0)
        guard unsafe openpty(&keyboard, &terminal, nil, nil, nil) == 0 else { throw POSIXError(.ENXIO) }
        let (person, program) = (
            FileHandle(fileDescriptor: keyboard, closeOnDealloc: true),
            FileHandle(fileDescriptor: terminal, closeOnDealloc: true)
        )
        let process = Process()
        process.executableURL = executable
        process.currentDirectoryURL = package
        process.arguments = arguments
        process.environment = ["LC_ALL": "zh_CN.UTF-8"]
        process.standardInput = program
        process.standardError = program
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        try person.write(contentsOf: Data(typed.utf8))
        process.waitUntilExit()
        // What is said here is short, so that it waits in the terminal until somebody reads it.
        let said = person.availableData
        return Outcome(status: process.terminationStatus, output: "", messages: String(decoding: said, as: UTF8.self))
    }

    /// The package's top folder: surveys/, seeds/ and reports/ lie in it.
    static let package = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// SwiftPM puts the program beside the test runner.
    static let executable = URL(fileURLWithPath: CommandLine.arguments[0])
        .deletingLastPathComponent().appendingPathComponent("zicha")

    /// The committee workbook's inputs, as `make demo` gives them.
    static let threeYears = [
        "--survey", "surveys/learning-organ-2026.zicha", "--roster", "seeds/roster.csv",
        "--responses", "2024=seeds/responses-2024.csv", "--responses", "2025=seeds/responses-2025.csv",
        "--responses", "2026=seeds/responses-2026.csv",
    ]
    static let lastYear = [
        "--survey", "surveys/learning-organ-2026.zicha", "--roster", "seeds/roster.csv",
        "--responses", "seeds/responses-2026.csv",
    ]

    static func text(of path: String) throws -> String {
        try String(contentsOf: package.appendingPathComponent(path), encoding: .utf8)
    }
}

/// A folder that goes when the test ends.
final class Scratch {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("zicha-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    func file(_ name: String, _ text: String, encoding: String.Encoding = .utf8) throws -> String {
        try text.write(toFile: path(name), atomically: false, encoding: encoding)
        return path(name)
    }

    /// What lies in it, hidden files too.
    var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    }
}

/// A CSV of the seeds, to be spoiled cell by cell. The seeds hold no quotes and no newlines.
struct SeedTable {
    var header: [String]
    var rows: [[String]]

    init(_ path: String = "seeds/responses-2026.csv") throws {
        let lines = try Program.text(of: path).split(separator: "\n")
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        header = lines[0]
        rows = Array(lines.dropFirst())
    }

    /// Puts text into the cell under a heading; rows count from 0.
    mutating func set(_ column: String, row: Int, to text: String) throws {
        guard let index = header.firstIndex(of: column) else { throw NoColumn(name: column) }
        rows[row][index] = text
    }

    struct NoColumn: Error { var name: String }

    var text: String { ([header] + rows).map { $0.joined(separator: ",") + "\n" }.joined() }
}
