import Workbooks

/// A zip file of stored parts, made by hand: what other programs write, and what nobody should.
package enum PlainZip {
    package struct Part {
        package var name: String
        package var bytes: [UInt8]
        /// What the directory says of the size, where it lies.
        package var declaredSize: Int?
        /// Bit 0 says that the part is encrypted.
        package var flags: Int
        /// Nothing is written, and the directory says that the part begins here.
        package var offset: Int?

        package init(name: String, bytes: [UInt8], declaredSize: Int? = nil, flags: Int = 0, offset: Int? = nil) {
            self.name = name
            self.bytes = bytes
            self.declaredSize = declaredSize
            self.flags = flags
            self.offset = offset
        }

        /// The part as it lies in the file.
        package var record: [UInt8] { PlainZip.word(0x0403_4b50) + facts + Array(name.utf8) + bytes }

        fileprivate var facts: [UInt8] {
            PlainZip.half(20) + PlainZip.half(flags) + PlainZip.half(0) + PlainZip.half(0) + PlainZip.half(0x21)
                + PlainZip.word(Int(PlainZip.crc(bytes))) + PlainZip.word(bytes.count)
                + PlainZip.word(declaredSize ?? bytes.count) + PlainZip.half(name.utf8.count) + PlainZip.half(0)
        }
    }

    /// - Parameter beforeEnd: bytes between the directory and its end record, where zip64 keeps its own.
    package static func of(_ parts: [Part], beforeEnd: [UInt8] = []) -> [UInt8] {
        var body: [UInt8] = []
        var directory: [UInt8] = []
        for part in parts {
            let offset = part.offset ?? body.count
            if part.offset == nil { body += part.record }
            directory +=
                word(0x0201_4b50) + half(20) + part.facts + half(0) + half(0) + half(0) + word(0) + word(offset)
                + Array(part.name.utf8)
        }
        let end =
            word(0x0605_4b50) + half(0) + half(0) + half(parts.count) + half(parts.count) + word(directory.count)
            + word(body.count) + half(0)
        return body + directory + beforeEnd + end
    }

    /// A workbook of one sheet called 表, with these rows inside its `sheetData`.
    package static func workbook(
        rows: String, strings: String = "", names: String = "", styles: String? = nil, merged: [String] = [],
        countsFrom1904: Bool = false
    ) -> [UInt8] {
        of(
            Part.ofWorkbook(
                rows: rows, strings: strings, names: names, styles: styles, merged: merged,
                countsFrom1904: countsFrom1904))
    }

    /// An archive with the texts of its XML parts changed, as one would with an editor.
    package static func copy(of file: [UInt8], changing change: (String, String) -> String) throws -> [UInt8] {
        let archive = try ZipArchive(file, limits: .own)
        return of(
            try archive.names.map { name in
                let bytes = try archive.contents(of: name) ?? []
                guard name.hasSuffix(".xml") else { return Part(name: name, bytes: bytes) }
                return Part(name: name, bytes: Array(change(name, String(decoding: bytes, as: UTF8.self)).utf8))
            })
    }
}

extension PlainZip.Part {
    /// - Parameters:
    ///   - styles: what stands in the part with the styles, which is found by the kind of its relation; no part for nil.
    ///   - merged: the blocks of merged cells.
    package static func ofWorkbook(
        rows: String, strings: String = "", names: String = "", styles: String? = nil, merged: [String] = [],
        countsFrom1904: Bool = false
    ) -> [PlainZip.Part] {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let blocks =
            merged.isEmpty
            ? "" : "<x:mergeCells>" + merged.map { "<x:mergeCell ref=\"\($0)\"/>" }.joined() + "</x:mergeCells>"
        let parts: [(String, String)] =
            [
                (
                    "xl/workbook.xml",
                    "<workbook xmlns=\"\(main)\" xmlns:r=\"\(links)\"><workbookPr date1904=\"\(countsFrom1904)\"/><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"rId1\"/></sheets><definedNames>\(names)</definedNames></workbook>"
                ),
                (
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id=\"rId1\" Target=\"/xl/worksheets/sheet1.xml\"/><Relationship Target=\"looks.xml\" Type=\"\(links)/styles\" Id=\"rId2\"/></Relationships>"
                ),
                ("xl/sharedStrings.xml", "<sst>\(strings)</sst>"),
                (
                    "xl/worksheets/sheet1.xml",
                    "<x:worksheet><x:sheetData>\(rows)</x:sheetData><x:sheetProtection sheet=\"1\"/>\(blocks)</x:worksheet>"
                ),
            ] + (styles.map { [("xl/looks.xml", "<x:styleSheet>\($0)</x:styleSheet>")] } ?? [])
        return parts.map { PlainZip.Part(name: $0.0, bytes: Array($0.1.utf8)) }
    }
}

extension PlainZip {
    package static func half(_ value: Int) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }
    package static func word(_ value: Int) -> [UInt8] { half(value & 0xFFFF) + half(value >> 16 & 0xFFFF) }

    fileprivate static func crc(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }
}
