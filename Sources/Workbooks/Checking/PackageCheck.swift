/// What a finished file must hold before it gets its name.
enum PackageCheck {
    /// Throws unless every part unpacks with its CRC, every XML part is well formed, and every sheet is there.
    static func check(_ bytes: [UInt8], sheets: Int, at path: String) throws(WorkbookError) {
        do throws(WorkbookError) {
            let archive = try ZipArchive(bytes, limits: .own)
            let needed = ["[Content_Types].xml", "xl/workbook.xml", "xl/styles.xml"]
            for part in needed + (1...sheets).map({ "xl/worksheets/sheet\($0).xml" }) {
                guard archive.names.contains(part) else { throw damaged(at: path, part: part) }
            }
            for name in archive.names {
                let isMarkup = [".xml", ".rels", ".vml"].contains { name.hasSuffix($0) }
                var scanner = XMLScanner()
                let isTaken = try archive.unpack(name) { piece in !isMarkup || scanner.read(piece) }
                guard isTaken == true, !isMarkup || scanner.finish() else { throw damaged(at: path, part: name) }
            }
        } catch {
            throw error.code == .unreadableArchive ? damaged(at: path, part: error.place) : error
        }
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
