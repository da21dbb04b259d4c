import Digests
import Dispatch
import Synchronization

/// What a finished file must hold before it gets its name.
enum PackageCheck {
    /// Files beyond this are unpacked on a second thread while the first reads; below it a thread costs more than it saves.
    private static let largeFile = 2 << 20

    /// The seal of a file whose every part unpacks with its CRC, whose XML is well formed and which has every sheet.
    ///
    /// - Throws: ``WorkbookError`` with code `damagedOutput` for any other file.
    static func seal(of bytes: [UInt8], sheets: Int, at path: String) throws(WorkbookError) -> WorkbookSeal {
        do throws(WorkbookError) {
            let archive = try ZipArchive(bytes, limits: .own)
            let needed = ["[Content_Types].xml", "xl/workbook.xml", "xl/styles.xml"]
            for part in needed + (1...sheets).map({ "xl/worksheets/sheet\($0).xml" }) {
                guard archive.names.contains(part) else { throw damaged(at: path, part: part) }
            }
            let digest: String
            if bytes.count < largeFile {
                try readHere(archive, at: path)
                digest = SHA256.hexadecimal(of: bytes)
            } else {
                digest = try readBeside(archive, digesting: bytes, at: path)
            }
            return WorkbookSeal(sha256: digest, size: bytes.count)
        } catch {
            throw error.code == .unreadableArchive ? damaged(at: path, part: error.place) : error
        }
    }

    private static func readHere(_ archive: ZipArchive, at path: String) throws(WorkbookError) {
        for name in archive.names {
            let isMarkup = isMarkup(name)
            var scanner = XMLScanner()
            let isTaken = try archive.unpack(name) { piece in !isMarkup || scanner.read(piece) }
            guard isTaken == true, !isMarkup || scanner.finish() else { throw damaged(at: path, part: name) }
        }
    }

    /// Unpacking and the digest on one thread, reading the XML on this one: together they take half as long.
    private static func readBeside(
        _ archive: ZipArchive, digesting bytes: [UInt8], at path: String
    ) throws(WorkbookError) -> String {
        let belt = PieceBelt()
        let outcome = Mutex<Result<String, WorkbookError>?>(nil)
        let unpacking = DispatchGroup()
        DispatchQueue(label: "zicha.unpacking").async(group: unpacking) {
            let result = Result { () throws(WorkbookError) in
                try unpack(archive, onto: belt, at: path)
                return SHA256.hexadecimal(of: bytes)
            }
            outcome.withLock { $0 = result }
            belt.close()
        }
        let badPart = firstBadPart(on: belt)
        unpacking.wait()
        // A part that does not unpack is told before what followed from it.
        let digest = try outcome.withLock { $0 }?.get()
        guard let digest, badPart == nil else { throw damaged(at: path, part: badPart ?? "") }
        return digest
    }

    private static func unpack(
        _ archive: ZipArchive, onto belt: PieceBelt, at path: String
    ) throws(WorkbookError) {
        for name in archive.names {
            let isMarkup = isMarkup(name)
            let isTaken = try archive.unpack(name) { piece in
                !isMarkup || belt.put(.bytes(unsafe piece.withUnsafeBufferPointer { unsafe Array($0) }))
            }
            // False: the reader has refused, and names the part itself.
            guard let isTaken else { throw damaged(at: path, part: name) }
            guard isTaken, !isMarkup || belt.put(.end(of: name)) else { return }
        }
    }

    /// The first part on the belt that is not well formed.
    private static func firstBadPart(on belt: PieceBelt) -> String? {
        var scanner = XMLScanner()
        var isGood = true
        while let piece = belt.take() {
            switch piece {
            case .bytes(let bytes): isGood = isGood && scanner.read(bytes.span)
            case .end(let name):
                guard isGood, scanner.finish() else {
                    belt.refuse()
                    return name
                }
                scanner = XMLScanner()
            }
        }
        return nil
    }

    private static func isMarkup(_ name: String) -> Bool {
        [".xml", ".rels", ".vml"].contains { name.hasSuffix($0) }
    }

    private static func damaged(at path: String, part: String) -> WorkbookError {
        WorkbookError(
            .damagedOutput, at: path, chinese: "写出的文件重新打开时不完整（\(part)），常见原因是磁盘已满；原有文件未改动。",
            english: """
                The file written does not read back whole (\(part)), most often because the disk is full; \
                an earlier file was left as it was.
                """)
    }
}
