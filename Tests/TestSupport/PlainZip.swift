/// A zip file of stored parts, made by hand: what other programs write, and what nobody should.
package enum PlainZip {
    package struct Part {
        package var name: String
        package var bytes: [UInt8]
        /// What the directory says of the size, where it lies.
        package var declaredSize: Int?

        package init(name: String, bytes: [UInt8], declaredSize: Int? = nil) {
            self.name = name
            self.bytes = bytes
            self.declaredSize = declaredSize
        }
    }

    package static func of(_ parts: [Part]) -> [UInt8] {
        var body: [UInt8] = []
        var directory: [UInt8] = []
        for part in parts {
            let offset = body.count
            let name = Array(part.name.utf8)
            let facts =
                half(20) + half(0) + half(0) + half(0) + half(0x21) + word(Int(crc(part.bytes)))
                + word(part.bytes.count) + word(part.declaredSize ?? part.bytes.count) + half(name.count) + half(0)
            body += word(0x0403_4b50) + facts + name + part.bytes
            directory +=
                word(0x0201_4b50) + half(20) + facts + half(0) + half(0) + half(0) + word(0) + word(offset) + name
        }
        let end =
            word(0x0605_4b50) + half(0) + half(0) + half(parts.count) + half(parts.count) + word(directory.count)
            + word(body.count) + half(0)
        return body + directory + end
    }

    /// A workbook of one sheet called 表, with these rows inside its `sheetData`.
    package static func workbook(rows: String, strings: String = "", names: String = "") -> [UInt8] {
        of(Part.ofWorkbook(rows: rows, strings: strings, names: names))
    }
}

extension PlainZip.Part {
    package static func ofWorkbook(rows: String, strings: String = "", names: String = "") -> [PlainZip.Part] {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let parts = [
            (
                "xl/workbook.xml",
                "<workbook xmlns=\"\(main)\" xmlns:r=\"\(links)\"><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"rId1\"/></sheets><definedNames>\(names)</definedNames></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Target=\"/xl/worksheets/sheet1.xml\"/></Relationships>"
            ),
            ("xl/sharedStrings.xml", "<sst>\(strings)</sst>"),
            ("xl/worksheets/sheet1.xml", "<x:worksheet><x:sheetData>\(rows)</x:sheetData></x:worksheet>"),
        ]
        return parts.map { PlainZip.Part(name: $0.0, bytes: Array($0.1.utf8)) }
    }
}

extension PlainZip {

    fileprivate static func half(_ value: Int) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }
    fileprivate static func word(_ value: Int) -> [UInt8] { half(value & 0xFFFF) + half(value >> 16 & 0xFFFF) }

    fileprivate static func crc(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }
}
