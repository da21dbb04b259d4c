import Foundation
import Glibc
import Testing

/// A run that is stopped or runs out of room: the earlier report stays whole, and the next run is not in its way.
@Suite struct InterruptionTests {
    private static let input =
        ["report"] + Program.lastYear
        + ["--organisation", "云岭市发展服务局", "--date", "2026-12-01", "--overwrite"]
    private static let earlier = Program.package.appendingPathComponent("reports/learning-organ-2024-2026.xlsx").path

    /// What a run that nobody stops writes.
    private static let whole: Data? = {
        guard let scratch = try? Scratch(),
            let outcome = try? Program.run(input + ["-o", scratch.path("a.xlsx")]), outcome.status == 0
        else { return nil }
        return FileManager.default.contents(atPath: scratch.path("a.xlsx"))
    }()

    /// Moments of writing, told by how much of the hidden file is there.
    enum Moment: CaseIterable {
        case reserved, begun, half, complete

        func hasCome(_ size: Int, of whole: Int) -> Bool {
            switch self {
            case .reserved: true
            case .begun: size > 0
            case .half: size >= whole / 2
            case .complete: size >= whole
            }
        }
    }

    @Test(arguments: Moment.allCases)
    func `killed while it writes, it leaves the earlier workbook or the new one, and the next run cleans up`(
        moment: Moment
    ) throws {
        let whole = try #require(Self.whole)
        let scratch = try Scratch()
        let (target, part) = (scratch.path("a.xlsx"), scratch.path(".a.xlsx.part"))
        try FileManager.default.copyItem(atPath: Self.earlier, toPath: target)
        let earlier = FileManager.default.contents(atPath: target)
        #expect(earlier != whole)
        let process = Process()
        process.executableURL = Program.executable
        process.currentDirectoryURL = Program.package
        process.arguments = Self.input + ["-o", target]
        process.environment = ["LC_ALL": "zh_CN.UTF-8"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        var facts = stat()
        while process.isRunning {
            if unsafe stat(part, &facts) == 0, moment.hasCome(Int(facts.st_size), of: whole.count) { break }
            usleep(100)
        }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        let left = FileManager.default.contents(atPath: target)
        #expect(left == earlier || left == whole)

        let next = try Program.run(Self.input + ["-o", target])
        #expect(next.status == 0, "\(next.messages)")
        #expect(FileManager.default.contents(atPath: target) == whole)
        // Nothing half-written, and each run has kept what the earlier report asked people to fill in.
        #expect(scratch.names.allSatisfy { $0 == "a.xlsx" || $0.hasPrefix("a-原件") })
        #expect(FileManager.default.contents(atPath: scratch.path("a-原件1.xlsx")) == earlier)
    }

    @Test(arguments: ["/no-such-folder", "/proc", ""])
    func `the system's own folder for temporary files is not needed`(folder: String) throws {
        let scratch = try Scratch()
        let outcome = try Program.run(
            Self.input + ["-o", scratch.path("a.xlsx")],
            environment: ["LC_ALL": "zh_CN.UTF-8", "TMPDIR": folder, "TMP": folder, "TEMP": folder])
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(FileManager.default.contents(atPath: scratch.path("a.xlsx")) == Self.whole)
    }

    /// A disk of our own, in a name space that goes with the process; not every machine lets people make one.
    private static let disk = ["--mount", "--map-root-user", "/bin/sh", "-c"]

    private static func onDisk(kibibytes: Int, _ script: String, _ arguments: [String]) throws -> Program.Outcome {
        let mount = "mount -t tmpfs -o size=\(kibibytes)k none \"$0\" && "
        return try Program.run(disk + [mount + script] + arguments, of: URL(fileURLWithPath: "/usr/bin/unshare"))
    }

    private static let hasDisk =
        (try? onDisk(kibibytes: 64, "true", [FileManager.default.temporaryDirectory.path]))?.status == 0

    @Test(.enabled(if: hasDisk), arguments: [16, 64, 150])
    func `on a full disk the report is refused with a sentence, and the earlier one stays`(room: Int) throws {
        let scratch = try Scratch()
        let folder = scratch.path("disk")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let target = folder + "/a.xlsx"
        // The earlier report is a small file here: the room is for the new one.
        let script = """
            echo earlier > "$0/a.xlsx"; "$@"; echo "status $?"; echo "holds $(cat "$0/a.xlsx")"; ls -A "$0"
            """
        let outcome = try Self.onDisk(
            kibibytes: room, script, [folder, Program.executable.path] + Self.input + ["-o", target])
        #expect(outcome.output == "status 1\nholds earlier\na.xlsx\n", "\(outcome.messages)")
        // Nothing was begun, so the library had nothing to say of its own.
        #expect(outcome.messages.hasPrefix("错误：\(target)：磁盘空间不够，没有写：约需"), "\(outcome.messages)")
        #expect(outcome.messages.contains("请腾出空间或换一个文件夹再来，原有文件未改动"), "\(outcome.messages)")
        #expect(outcome.messages.split(separator: "\n").count == 1, "\(outcome.messages)")
    }

    /// The disk has room, but the process may not use it: as when somebody else fills it meanwhile.
    @Test(arguments: [16, 100, 300])
    func `room that is gone only when it is used is noticed, in one sentence`(blocks: Int) throws {
        let scratch = try Scratch()
        let target = scratch.path("a.xlsx")
        try Data("earlier".utf8).write(to: URL(fileURLWithPath: target))
        let script = "trap '' XFSZ; ulimit -f \(blocks); exec \"$0\" \"$@\""
        let outcome = try Program.run(
            ["-c", script, Program.executable.path] + Self.input + ["-o", target], of: URL(fileURLWithPath: "/bin/sh"))
        #expect(outcome.status == 1)
        #expect(outcome.messages.hasPrefix("错误：\(target)："), "\(outcome.messages)")
        // The library would say more, in its own words.
        #expect(outcome.messages.split(separator: "\n").count == 1, "\(outcome.messages)")
        #expect(FileManager.default.contents(atPath: target) == Data("earlier".utf8))
        #expect(scratch.names == ["a.xlsx"])
    }
}
