import Foundation
import Glibc
import Testing
import Workbooks

/// Workbooks on a real disk of a few blocks, which only this process sees and which goes with it.
@Suite("A small disk", .enabled(if: SmallDisk.isPossible, "a disk can be mounted"))
struct SmallDiskTests {
    @Test("a disk with too little room is refused before anything is written", arguments: [16, 60])
    func tooSmall(_ room: Int) async throws {
        let result = try await #require(processExitsWith: .success, observing: [\.standardErrorContent]) { [room] in
            let scratch = try Scratch()
            guard SmallDisk.mount(at: scratch.path, kibibytes: room) else { exit(1) }
            try Data("earlier".utf8).write(to: URL(fileURLWithPath: scratch.file("a.xlsx")))
            let refused = SmallDisk.refusal { try Filled.texts.write(to: scratch.file("a.xlsx")) }
            guard let error = refused else { exit(2) }
            guard error.code == .notEnoughSpace, error.place == scratch.file("a.xlsx") else { exit(3) }
            guard scratch.names == ["a.xlsx"] else { exit(4) }
            guard try String(contentsOfFile: scratch.file("a.xlsx"), encoding: .utf8) == "earlier" else { exit(5) }
        }
        #expect(result.standardErrorContent.isEmpty, "the library says nothing")
    }

    @Test("the room that is asked for is enough, and not much more than is used", arguments: Filled.allCases)
    func estimate(_ filled: Filled) async {
        await #expect(processExitsWith: .success) { [filled] in
            let scratch = try Scratch()
            try filled.write(to: scratch.file("a.xlsx"))
            let archive = try ZipArchive(contentsOf: scratch.file("a.xlsx"))
            let largest = try archive.names.map { try archive.contents(of: $0)?.count ?? 0 }.max() ?? 0
            let packed = try Data(contentsOf: URL(fileURLWithPath: scratch.file("a.xlsx"))).count
            let used = (largest + packed) / 1_024
            let small = scratch.file("small")
            let enough = scratch.file("enough")
            for folder in [small, enough] {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            }
            guard SmallDisk.mount(at: small, kibibytes: 16) else { exit(1) }
            let refused = SmallDisk.refusal { try filled.write(to: small + "/a.xlsx") }
            guard let said = refused?.message(in: .english).firstMatch(of: /about (\d+) KB are needed/),
                let needed = Int(said.1)
            else { exit(2) }
            guard needed > used, needed < used * 2 + 128 else { exit(3) }
            // A block more, for the folders themselves.
            guard SmallDisk.mount(at: enough, kibibytes: needed + 4) else { exit(4) }
            try filled.write(to: enough + "/a.xlsx")
        }
    }
}

/// Ways to fill a workbook that take room in different places.
enum Filled: CaseIterable, Codable, Sendable {
    case texts, numbers, words, rules, sample

    func write(to path: String) throws {
        if self == .sample {
            _ = try SampleBook.write(to: path)
            return
        }
        var book = try Workbook(at: path, properties: someDay)
        try book.addSheet("数据") { sheet in
            for row in 1...2_000 {
                let first = Cell(row: row, column: 1)
                switch self {
                case .texts:
                    let opinion = (0..<8).map { "\(row * 7_919 % 1_000 + $0)号会议开得短些，材料发得早些。" }
                    try sheet.write("第\(row)条意见：" + opinion.joined(), at: first)
                case .numbers:
                    for column in 0..<8 {
                        try sheet.write(Double(row * (column + 1)) / 7, at: first.moved(columns: column))
                    }
                case .words:
                    for column in 0..<8 { try sheet.write("\(row)-\(column)", at: first.moved(columns: column)) }
                case .rules where row <= 300:
                    try sheet.write("第\(row)题", at: first)
                    let message = InputMessage(title: "有误", text: "第\(row)题请填1至5。", hint: "填1至5的整数。")
                    let cell = first.moved(columns: 1)
                    try sheet.addInputRule(.wholeNumbers(1...5), to: CellRange(cell, cell), message: message)
                    try sheet.addComment("第\(row)题的说明", at: first)
                default: break
                }
            }
        }
        _ = try book.close()
    }
}

enum SmallDisk {
    /// Not every machine lets people mount a disk, and only the superuser can do so for a single thread.
    static let isPossible: Bool = {
        guard geteuid() == 0 else { return false }
        let tool = Process()
        tool.executableURL = URL(fileURLWithPath: "/usr/bin/unshare")
        tool.arguments = ["--mount", "/bin/sh", "-c", "mount -t tmpfs -o size=16k none \"$0\"", NSTemporaryDirectory()]
        guard (try? tool.run()) != nil else { return false }
        tool.waitUntilExit()
        return tool.terminationStatus == 0
    }()

    /// Mounts a disk for the calling thread alone.
    static func mount(at path: String, kibibytes: Int) -> Bool {
        // Glibc shows this function to C programs with GNU's extensions only.
        guard let found = unsafe dlsym(dlopen(nil, RTLD_NOW), "unshare") else { return false }
        let unshare = unsafe unsafeBitCast(found, to: (@convention(c) (Int32) -> Int32).self)
        let newMountNamespace: Int32 = 0x20000
        guard unshare(newMountNamespace) == 0 else { return false }
        let isApart = unsafe Glibc.mount("none", "/", nil, UInt(MS_REC | MS_PRIVATE), nil)
        let isMounted = unsafe Glibc.mount("none", path, "tmpfs", 0, "size=\(kibibytes)k")
        return isApart == 0 && isMounted == 0
    }

    static func refusal(_ body: () throws -> Void) -> WorkbookError? {
        do {
            try body()
            return nil
        } catch {
            return error as? WorkbookError
        }
    }
}
