import Foundation
import Testing
import Workbooks

@Suite("Reading a zip file back")
struct ReadingTests {
    private func sample() throws -> [UInt8] {
        let scratch = try Scratch()
        _ = try SampleBook.write(to: scratch.file("a.xlsx"))
        return try [UInt8](Data(contentsOf: URL(fileURLWithPath: scratch.file("a.xlsx"))))
    }

    /// Reads every part; throws as soon as one is refused.
    private func readAll(_ bytes: [UInt8], limits: ZipArchive.Limits = .form) throws {
        let archive = try ZipArchive(bytes, limits: limits)
        for name in archive.names { _ = try archive.contents(of: name) }
    }

    @Test("what was written reads back part by part")
    func wholeFile() throws {
        let archive = try ZipArchive(sample())
        #expect(archive.names.contains("xl/workbook.xml"))
        #expect(try archive.contents(of: "[Content_Types].xml")?.isEmpty == false)
        #expect(try archive.contents(of: "no-such-part") == nil)
    }

    @Test("a file cut anywhere is refused", arguments: [0, 1, 21, 22, 1_000, -1, -22, -30])
    func cutFile(_ length: Int) throws {
        let bytes = try sample()
        let cut = Array(bytes.prefix(length >= 0 ? length : bytes.count + length))
        #expect(code { try readAll(cut) } == .unreadableArchive)
    }

    @Test("a changed byte never passes unnoticed as other text, and never stops the program")
    func changedBytes() throws {
        let bytes = try sample()
        let whole = try Dictionary(
            uniqueKeysWithValues: ZipArchive(bytes).names.map { ($0, try ZipArchive(bytes).contents(of: $0)) })
        for at in stride(from: 0, to: bytes.count, by: 97) {
            var changed = bytes
            changed[at] ^= 0x5A
            guard let archive = try? ZipArchive(changed) else { continue }
            for name in archive.names {
                guard let part = try? archive.contents(of: name) else { continue }
                #expect(part == whole[name], "byte \(at)")
            }
        }
    }

    @Test("a part handed out in pieces is the part unpacked whole, and a changed byte is found alike")
    func inPieces() throws {
        let bytes = try sample()
        for at in [nil] + stride(from: 5, to: bytes.count, by: 211).map({ $0 }) {
            var changed = bytes
            if let at { changed[at] ^= 0x5A }
            guard let archive = try? ZipArchive(changed) else { continue }
            for name in archive.names {
                let whole = try? archive.contents(of: name)
                var joined: [UInt8] = []
                let isTaken = try? archive.unpack(name) { piece in
                    for index in piece.indices { joined.append(piece[index]) }
                    return true
                }
                #expect(isTaken == (whole == nil ? nil : true), "byte \(at ?? -1), \(name)")
                if let whole { #expect(joined == whole, "byte \(at ?? -1), \(name)") }
            }
        }
        #expect(try ZipArchive(bytes).unpack("no-such-part") { _ in true } == nil)
        #expect(try ZipArchive(bytes).unpack("xl/workbook.xml") { _ in false } == false)
    }

    @Test("limits hold before memory is taken", arguments: 0..<4)
    func limits(_ kind: Int) throws {
        var limits = ZipArchive.Limits.form
        switch kind {
        case 0: limits.fileSize = 1_000
        case 1: limits.partSize = 1_000
        case 2: limits.totalSize = 10_000
        default: limits.partCount = 5
        }
        let bytes = try sample()
        #expect(code { try readAll(bytes, limits: limits) } == .unreadableArchive)
    }

    @Test(
        "names that leave the folder, and encrypted parts, are refused",
        arguments: [
            ("xl/workbook.xml", "../workbook.xml"), ("xl/workbook.xml", "/l/workbook.xml"),
            ("xl/workbook.xml", "xl\\workbook.xml"), ("xl/workbook.xml", "xl/styles.xmlxx"),
        ])
    func trickyNames(_ name: String, _ other: String) throws {
        var bytes = try sample()
        #expect(name.utf8.count == other.utf8.count)
        // In the directory and in the local header alike, so that only the name itself can be the reason.
        let old = Array(name.utf8)
        for at in bytes.indices.dropLast(old.count) where Array(bytes[at..<(at + old.count)]) == old {
            bytes.replaceSubrange(at..<(at + old.count), with: Array(other.utf8))
        }
        if other == "xl/styles.xmlxx" {
            #expect(try ZipArchive(bytes).contents(of: name) == nil)
        } else {
            #expect(code { try readAll(bytes) } == .unreadableArchive)
        }
    }

    @Test("only regular files are read", arguments: ["/dev/zero", "/tmp", "/no-such-file"])
    func notAFile(_ path: String) {
        let refused = code { _ = try ZipArchive(contentsOf: path) }
        #expect(refused == .unreadableArchive || refused == .systemCall)
    }
}
