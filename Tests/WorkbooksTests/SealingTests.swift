import Foundation
import Glibc
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
        #expect(scratch.names == ["one.xlsx", "two.xlsx"])
        // The sample can be had for check_xlsx.py and for looking at: WORKBOOKS_SAMPLE=/tmp/sample.xlsx swift test
        if let path = ProcessInfo.processInfo.environment["WORKBOOKS_SAMPLE"] { _ = try SampleBook.write(to: path) }
    }

    @Test("the seal is the SHA-256 of the file as sha256sum computes it")
    func sealIsTheHash() throws {
        let scratch = try Scratch()
        let seal = try SampleBook.write(to: scratch.file("a.xlsx"))
        #expect(try sha256sum(of: scratch.file("a.xlsx")) == seal.sha256)
    }

    @Test("while it is written the file belongs to its owner alone; finished, it has the rights of any new file")
    func fileIsPrivateUntilItIsWhole() throws {
        let scratch = try Scratch()
        var book = try Workbook(at: scratch.file("a.xlsx"), properties: someDay)
        try book.addSheet("数据") { try $0.write("一", at: "A1") }
        #expect(try rights(of: scratch.file(".a.xlsx.part")) == 0o600)
        _ = try book.close()
        let other = unsafe open(scratch.file("other"), O_WRONLY | O_CREAT, 0o666)
        close(other)
        #expect(try rights(of: scratch.file("a.xlsx")) == rights(of: scratch.file("other")))
        #expect(scratch.names == ["a.xlsx", "other"])
    }

    @Test("a file that is replaced keeps its rights", arguments: [0o600, 0o640, 0o664, 0o444])
    func rightsAreKept(_ mode: Int) throws {
        let scratch = try Scratch()
        try Data("earlier".utf8).write(to: URL(fileURLWithPath: scratch.file("a.xlsx")))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: scratch.file("a.xlsx"))
        _ = try SampleBook.write(to: scratch.file("a.xlsx"))
        #expect(try rights(of: scratch.file("a.xlsx")) == mode)
    }

    private func rights(of path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test(
        "a target that cannot be written is refused before anything is computed",
        arguments: ["no-such-folder/a.xlsx", "plain-file/a.xlsx", "folder", "", "pipe"])
    func unwritableTarget(_ name: String) throws {
        let scratch = try Scratch()
        try Data().write(to: URL(fileURLWithPath: scratch.file("plain-file")))
        try FileManager.default.createDirectory(atPath: scratch.file("folder"), withIntermediateDirectories: true)
        unsafe mkfifo(scratch.file("pipe"), 0o600)
        let before = scratch.names
        #expect(code { _ = try Workbook(at: scratch.file(name), properties: someDay) } == .unwritableTarget)
        #expect(scratch.names == before)
    }

    @Test("while a workbook is being written, a second one for the same file is refused and spoils nothing")
    func twoWritersAtOnce() throws {
        let scratch = try Scratch()
        var first = try Workbook(at: scratch.file("a.xlsx"), properties: someDay)
        #expect(code { _ = try Workbook(at: scratch.file("a.xlsx"), properties: someDay) } == .unwritableTarget)
        try first.addSheet("数据") { try $0.write("一", at: "A1") }
        _ = try first.close()
        #expect(scratch.names == ["a.xlsx"])
    }

    @Test("what a crash left behind does not stop the next run")
    func leftoversAreTakenOver() throws {
        let scratch = try Scratch()
        try Data("half a file".utf8).write(to: URL(fileURLWithPath: scratch.file(".a.xlsx.part")))
        try FileManager.default.createDirectory(atPath: scratch.file(".a.xlsx.tmp"), withIntermediateDirectories: true)
        for name in ["Xy12ab", "mode"] {
            try Data("half a sheet".utf8).write(to: URL(fileURLWithPath: scratch.file(".a.xlsx.tmp/\(name)")))
        }
        _ = try SampleBook.write(to: scratch.file("a.xlsx"))
        #expect(scratch.names == ["a.xlsx"])
    }

    @Test("a part that a crash left readable for all becomes its owner's alone")
    func leftoversBecomePrivate() throws {
        let scratch = try Scratch()
        try Data("half a file".utf8).write(to: URL(fileURLWithPath: scratch.file(".a.xlsx.part")))
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: scratch.file(".a.xlsx.part"))
        let book = try Workbook(at: scratch.file("a.xlsx"), properties: someDay)
        #expect(try rights(of: scratch.file(".a.xlsx.part")) == 0o600)
        _ = consume book
    }

    @Test("a link laid in the place of the private folder is not followed")
    func scratchIsNoLink() throws {
        let scratch = try Scratch()
        try FileManager.default.createDirectory(atPath: scratch.file("folder"), withIntermediateDirectories: true)
        try Data("another's".utf8).write(to: URL(fileURLWithPath: scratch.file("folder/victim")))
        try FileManager.default.createSymbolicLink(
            atPath: scratch.file(".a.xlsx.tmp"), withDestinationPath: scratch.file("folder"))
        #expect(code { _ = try SampleBook.write(to: scratch.file("a.xlsx")) } == .unwritableTarget)
        #expect(FileManager.default.fileExists(atPath: scratch.file("folder/victim")))
    }

    @Test("a link laid in the way is not followed", arguments: [".a.xlsx.part", "a.xlsx"])
    func linksAreNotFollowed(_ name: String) throws {
        let scratch = try Scratch()
        try Data("another's".utf8).write(to: URL(fileURLWithPath: scratch.file("victim")))
        try FileManager.default.createSymbolicLink(
            atPath: scratch.file(name), withDestinationPath: scratch.file("victim"))
        #expect(code { _ = try Workbook(at: scratch.file("a.xlsx"), properties: someDay) } == .unwritableTarget)
        #expect(try String(contentsOfFile: scratch.file("victim"), encoding: .utf8) == "another's")
        #expect(scratch.names == [name, "victim"].sorted())
    }

    @Test("a link laid in the way while the workbook is being filled is not followed")
    func laterLinksAreNotFollowed() throws {
        let scratch = try Scratch()
        try Data("another's".utf8).write(to: URL(fileURLWithPath: scratch.file("victim")))
        let refused = code {
            var book = try Workbook(at: scratch.file("a.xlsx"), properties: someDay)
            try book.addSheet("数据") { try $0.write("一", at: "A1") }
            try FileManager.default.removeItem(atPath: scratch.file(".a.xlsx.part"))
            try FileManager.default.createSymbolicLink(
                atPath: scratch.file(".a.xlsx.part"), withDestinationPath: scratch.file("victim"))
            _ = try book.close()
        }
        #expect(refused == .systemCall)
        #expect(try String(contentsOfFile: scratch.file("victim"), encoding: .utf8) == "another's")
        #expect(scratch.names == ["victim"])
    }

    @Test("an abandoned workbook leaves nothing, and the earlier file as it was")
    func abandonedWorkbook() throws {
        let scratch = try Scratch()
        try Data("earlier".utf8).write(to: URL(fileURLWithPath: scratch.file("a.xlsx")))
        do {
            var book = try Workbook(at: scratch.file("a.xlsx"), properties: someDay)
            try book.addSheet("数据") { try $0.write("一", at: "A1") }
        }
        #expect(scratch.names == ["a.xlsx"])
        #expect(try String(contentsOfFile: scratch.file("a.xlsx"), encoding: .utf8) == "earlier")
    }

    @Test("a sheet left half written is never sealed")
    func halfASheet() throws {
        let scratch = try Scratch()
        #expect(
            code {
                var book = try Workbook(at: scratch.file("a.xlsx"), properties: someDay)
                try book.addSheet("数据") { try $0.write("一", at: "A1") }
                try? book.addSheet("后来") { try $0.write(Double.nan, at: "A1") }
                _ = try book.close()
            } == .unfinishedSheet)
        #expect(scratch.names.isEmpty)
    }

    @Test("when the file cannot get its name, nothing is left")
    func failedRename() throws {
        let scratch = try Scratch()
        #expect(
            code {
                var book = try Workbook(at: scratch.file("a.xlsx"), properties: someDay)
                try book.addSheet("数据") { try $0.write("一", at: "A1") }
                try FileManager.default.createDirectory(
                    atPath: scratch.file("a.xlsx"), withIntermediateDirectories: true)
                _ = try book.close()
            } == .systemCall)
        #expect(scratch.names == ["a.xlsx"])
    }

    @Test("when the private folder is gone at closing, the library does not fall back to a public one")
    func lostScratchFolder() async {
        await #expect(processExitsWith: .success) {
            let scratch = try Scratch()
            let common = scratch.file("common")
            try FileManager.default.createDirectory(atPath: common, withIntermediateDirectories: true)
            for name in ["TMPDIR", "TMP", "TEMP"] { unsafe setenv(name, common, 1) }
            let watch = inotify_init1(Int32(IN_NONBLOCK))
            guard unsafe inotify_add_watch(watch, common, UInt32(IN_CREATE)) >= 0 else { exit(1) }
            let refused = code {
                var book = try Workbook(at: scratch.file("a.xlsx"), properties: someDay)
                try book.addSheet("数据") { try $0.write("一", at: "A1") }
                try FileManager.default.removeItem(atPath: scratch.file(".a.xlsx.tmp"))
                _ = try book.close()
            }
            guard refused == .systemCall, scratch.names == ["common"] else { exit(2) }
            var event = [UInt8](repeating: 0, count: 4_096)
            guard unsafe read(watch, &event, event.count) < 0 else { exit(3) }
        }
    }

    @Test("the library's own files lie in a folder that only the owner enters, and nowhere else")
    func onlyThePrivateFolder() async {
        await #expect(processExitsWith: .success) {
            let scratch = try Scratch()
            let common = scratch.file("common")
            try FileManager.default.createDirectory(atPath: common, withIntermediateDirectories: true)
            for name in ["TMPDIR", "TMP", "TEMP"] { unsafe setenv(name, common, 1) }
            var book = try Workbook(at: scratch.file("a.xlsx"), properties: someDay)
            try book.addSheet("数据") { try $0.write("一", at: "A1") }
            let rights = try FileManager.default.attributesOfItem(atPath: scratch.file(".a.xlsx.tmp"))[
                .posixPermissions]
            guard rights as? Int == 0o700 else { exit(1) }
            let watch = inotify_init1(Int32(IN_NONBLOCK))
            let own = unsafe inotify_add_watch(watch, scratch.file(".a.xlsx.tmp"), UInt32(IN_CREATE))
            let other = unsafe inotify_add_watch(watch, common, UInt32(IN_CREATE))
            guard own >= 0, other >= 0 else { exit(2) }
            _ = try book.close()
            var events = [inotify_event](repeating: inotify_event(), count: 1_000)
            let count = unsafe read(watch, &events, events.count * MemoryLayout<inotify_event>.stride)
            // Whose event came first: the library makes at least one file.
            guard count > 0, events[0].wd == own else { exit(3) }
            guard try FileManager.default.contentsOfDirectory(atPath: common).isEmpty else { exit(4) }
        }
    }

    @Test("what the library refuses is an error, and the earlier file stays")
    func libraryErrors() async throws {
        let result = try await #require(
            processExitsWith: .success, observing: [\.standardErrorContent, \.standardOutputContent]
        ) {
            let scratch = try Scratch()
            try Data("earlier".utf8).write(to: URL(fileURLWithPath: scratch.file("a.xlsx")))
            var book = try Workbook(at: scratch.file("a.xlsx"), properties: someDay)
            try book.addSheet("数据") { try $0.write("一", at: "A1") }
            // No file can be opened any more, which only the library finds out.
            var before = rlimit()
            unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &before)
            let next = dup(0)
            close(next)
            var limit = rlimit(rlim_cur: rlim_t(next), rlim_max: before.rlim_max)
            unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
            var refused: WorkbookError.Code?
            do throws(WorkbookError) {
                _ = try book.close()
            } catch {
                refused = error.code
            }
            unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &before)
            guard refused == .libraryFailure else { exit(1) }
            guard scratch.names == ["a.xlsx"] else { exit(2) }
            guard try String(contentsOfFile: scratch.file("a.xlsx"), encoding: .utf8) == "earlier" else { exit(3) }
            // Only the library was turned away from standard error, and only meanwhile.
            unsafe _ = write(STDERR_FILENO, "heard", 5)
        }
        let said = String(decoding: result.standardErrorContent, as: UTF8.self)
        #expect(said == "heard" || !OwnDescriptors.isPossible && said.hasPrefix("["), "\(said)")
    }

    /// No disk can be made to refuse this on demand, so scripts/wall-check puts a function in place of the system's.
    @Test(
        "a file that the disk does not keep gets no name",
        .enabled(if: ProcessInfo.processInfo.environment["FSYNC_FAILS"] != nil, "run by scripts/wall-check"))
    func notKept() throws {
        let scratch = try Scratch()
        try Data("earlier".utf8).write(to: URL(fileURLWithPath: scratch.file("a.xlsx")))
        #expect(code { _ = try SampleBook.write(to: scratch.file("a.xlsx")) } == .systemCall)
        #expect(try String(contentsOfFile: scratch.file("a.xlsx"), encoding: .utf8) == "earlier")
        #expect(scratch.names == ["a.xlsx"])
    }

    @Test("a workbook without a visible sheet is refused")
    func noVisibleSheet() throws {
        let scratch = try Scratch()
        #expect(
            code {
                var book = try Workbook(at: scratch.file("a.xlsx"), properties: someDay)
                try book.addSheet("选项", isHidden: true) { try $0.write("一", at: "A1") }
                _ = try book.close()
            } == .missingSheet)
    }

    /// The library returns success when its temporary files are cut short; only reading back shows it.
    @Test("a full disk is noticed, and the earlier file stays", arguments: [4_000, 20_000, 60_000])
    func fullDisk(_ room: Int) async {
        await #expect(processExitsWith: .success) { [room] in
            let scratch = try Scratch()
            let path = scratch.file("a.xlsx")
            try Data("earlier".utf8).write(to: URL(fileURLWithPath: path))
            var limit = rlimit(rlim_cur: rlim_t(room), rlim_max: rlim_t(room))
            signal(SIGXFSZ, SIG_IGN)
            var book = try Workbook(at: path, properties: someDay)
            try book.addSheet("数据") { sheet in
                for row in 1...3_000 { try sheet.write("文字\(row)", at: Cell(row: row, column: 1)) }
            }
            unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            do throws(WorkbookError) {
                _ = try book.close()
                exit(1)
            } catch {
                // With much room the zip file is whole and only the XML inside it is cut.
                let expected: [WorkbookError.Code] =
                    room > 50_000 ? [.damagedOutput] : [.damagedOutput, .libraryFailure]
                guard expected.contains(error.code) else { exit(2) }
            }
            guard scratch.names == ["a.xlsx"], try String(contentsOfFile: path, encoding: .utf8) == "earlier" else {
                exit(3)
            }
        }
    }

    @Test(
        "numbers have decimal points under a German locale",
        .enabled(if: FileManager.default.fileExists(atPath: "/usr/share/i18n/locales/de_DE")))
    func germanLocale() async {
        await #expect(processExitsWith: .success) {
            let scratch = try Scratch()
            let tool = Process()
            tool.executableURL = URL(fileURLWithPath: "/usr/bin/localedef")
            tool.arguments = ["-i", "de_DE", "-f", "UTF-8", scratch.file("de_DE.UTF-8")]
            try tool.run()
            tool.waitUntilExit()
            unsafe setenv("LOCPATH", scratch.path, 1)
            guard unsafe setlocale(LC_ALL, "de_DE.UTF-8") != nil, decimalPoint() == "," else { exit(1) }
            let parts = try written { sheet in
                try sheet.write(0.5, at: "A1")
                try sheet.write(formula: "=A1*3", result: .number(1.5), at: "A2")
                try sheet.addDataBar(DataBar(0.25...0.75), to: "A1:A2")
            }
            let sheet = parts["xl/worksheets/sheet1.xml"] ?? ""
            guard sheet.contains("<v>0.5</v>"), sheet.contains("<v>1.5</v>"), !sheet.contains("0,5") else { exit(2) }
            guard decimalPoint() == "," else { exit(3) }
        }
    }
}

/// Whether the system lets a thread have descriptors of its own; some containers do not.
private enum OwnDescriptors {
    static let isPossible: Bool = {
        guard let found = unsafe dlsym(dlopen(nil, RTLD_NOW), "unshare") else { return false }
        let unshare = unsafe unsafeBitCast(found, to: (@convention(c) (Int32) -> Int32).self)
        // Asked for nothing, the function does nothing; where it is forbidden it is so for any request.
        return unshare(0) == 0
    }()
}

/// What this thread puts between whole and fraction at the moment.
private func decimalPoint() -> String {
    unsafe String(cString: localeconv().pointee.decimal_point)
}
