import TestSupport
import Testing
import Workbooks

/// Files made to harm a program that reads workbooks. Each is refused with a typed error, before it takes memory or time.
@Suite("Hostile archives")
struct HostileArchiveTests {
    private func refusal(_ bytes: [UInt8], limits: ZipArchive.Limits = .form) -> WorkbookError.Code? {
        code { _ = try WorkbookReader(bytes, limits: limits).cells(of: "表") }
    }

    /// A sound workbook with more parts.
    private func book(_ more: [PlainZip.Part]) -> [UInt8] {
        PlainZip.of(PlainZip.Part.ofWorkbook(rows: "<x:row><x:c><x:v>1</x:v></x:c></x:row>") + more)
    }

    @Test("the sound workbook that the others are made from is read")
    func sound() {
        #expect(refusal(book([PlainZip.Part(name: "a.xml", bytes: Array("<a/>".utf8))])) == nil)
    }

    @Test(
        "parts outside the folder, encrypted parts and names given twice are refused",
        arguments: [
            PlainZip.Part(name: "../a.xml", bytes: []), PlainZip.Part(name: "xl/../../a.xml", bytes: []),
            PlainZip.Part(name: "/etc/a.xml", bytes: []), PlainZip.Part(name: "c:a.xml", bytes: []),
            PlainZip.Part(name: "xl\\a.xml", bytes: []), PlainZip.Part(name: "xl//a.xml", bytes: []),
            PlainZip.Part(name: "", bytes: []), PlainZip.Part(name: "a\0b", bytes: []),
            PlainZip.Part(name: "a.xml", bytes: [1, 2, 3], flags: 1),
            PlainZip.Part(name: "xl/workbook.xml", bytes: []),
        ])
    func badParts(_ part: PlainZip.Part) {
        #expect(refusal(book([part])) == .unreadableArchive)
    }

    @Test("a part that lies inside another is refused")
    func overlap() {
        let inner = PlainZip.Part(name: "b.xml", bytes: Array("<b/>".utf8))
        let outer = PlainZip.Part(name: "a.xml", bytes: inner.record)
        let start = outer.record.count - outer.bytes.count
        var shared = inner
        shared.offset = start
        let rest = PlainZip.Part.ofWorkbook(rows: "")
        #expect(refusal(PlainZip.of([outer] + rest)) == nil)
        #expect(refusal(PlainZip.of([outer] + rest + [shared])) == .unreadableArchive)
    }

    @Test("a zip64 file is refused, whatever its other fields say")
    func zip64() {
        let locator =
            PlainZip.word(0x0706_4b50) + PlainZip.word(0) + PlainZip.word(0) + PlainZip.word(0)
            + PlainZip.word(1)
        let parts = PlainZip.Part.ofWorkbook(rows: "")
        #expect(refusal(PlainZip.of(parts)) == nil)
        #expect(refusal(PlainZip.of(parts, beforeEnd: locator)) == .unreadableArchive)
        let size = PlainZip.Part(name: "a.xml", bytes: [], declaredSize: 0xFFFF_FFFF)
        #expect(refusal(book([size]), limits: .report) == .unreadableArchive)
    }

    @Test(
        "ten thousand entries are refused in a report, and far fewer in a form",
        arguments: [(400, true), (10_000, false)])
    func entries(_ count: Int, _ isForm: Bool) {
        let more = (0..<count).map { PlainZip.Part(name: "\($0)", bytes: []) }
        #expect(refusal(book(more), limits: isForm ? .form : .report) == .unreadableArchive)
    }

    @Test(
        "a tag of 128 attributes is read, one of more refused before they are compared",
        arguments: [(128, nil), (129, WorkbookError.Code.unreadableArchive), (100_000, .unreadableArchive)])
    func attributes(_ count: Int, _ expected: WorkbookError.Code?) {
        let tag = "<x:row" + (0..<count).map { " a\($0)=\"\"" }.joined() + "/>"
        #expect(refusal(PlainZip.workbook(rows: tag)) == expected)
    }

    @Test(
        "a text longer than any cell is refused",
        arguments: [(1 << 20, nil), (1 << 20 + 1, WorkbookError.Code.unreadableArchive)])
    func texts(_ length: Int, _ expected: WorkbookError.Code?) {
        let text = String(repeating: "a", count: length)
        #expect(refusal(PlainZip.workbook(rows: "", strings: "<si><t>\(text)</t></si>")) == expected)
        #expect(refusal(PlainZip.workbook(rows: "<x:row a=\"\(text)\"/>")) == expected)
    }

    @Test(
        "document types are refused, and with them every entity",
        arguments: [
            "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
            "<?xml version=\"1.0\"?><!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>", "<a>&b;</a>",
        ])
    func documentTypes(_ text: String) {
        var parts = PlainZip.Part.ofWorkbook(rows: "")
        for index in parts.indices {
            let whole = parts[index].bytes
            parts[index].bytes = Array(text.utf8)
            #expect(refusal(PlainZip.of(parts)) == .unreadableArchive, "\(parts[index].name)")
            parts[index].bytes = whole
        }
    }

    @Test(
        "rows beyond the sheet are refused, and do not stop the program",
        arguments: ["9223372036854775807", "1048577", "0", "-1"])
    func rows(_ number: String) {
        let rows = "<x:row r=\"\(number)\"/><x:row><x:c><x:v>1</x:v></x:c></x:row>"
        #expect(refusal(PlainZip.workbook(rows: rows)) == .unreadableArchive)
    }

    @Test(
        "escapes of characters outside the basic plane are read, halves of them stay as typed, controls are dropped",
        arguments: [
            ("_xD83D__xDE00_", "😀"), ("a_xd842__xdfb7_b", "a𠮷b"), ("_xD83D_", "_xD83D_"),
            ("_xDE00__xD83D_", "_xDE00__xD83D_"),
            ("_xD83D__x0041_", "_xD83D_A"), ("一_x000D_\n二", "一\n二"), ("_x001B_[2J_x0000_", "[2J"),
            ("_x005F_x0041_", "_x0041_"),
            ("_x00G1_", "_x00G1_"), ("_x0041", "_x0041"),
        ])
    func escapes(_ stored: String, _ text: String) throws {
        let file = PlainZip.workbook(
            rows: "<x:row><x:c t=\"s\"><x:v>0</x:v></x:c><x:c t=\"str\"><x:v>\(stored)</x:v></x:c></x:row>",
            strings: "<si><t>\(stored)</t></si>")
        let cells = try #require(try WorkbookReader(file).cells(of: "表"))
        #expect(cells["A1"]?.value == .text(text))
        #expect(cells["B1"]?.value == .text(text))
    }

    @Test(
        "a document of nothing but tags, or of nothing but names, is refused",
        arguments: [(1_000, nil), (30_000, WorkbookError.Code.unreadableArchive)])
    func names(_ count: Int, _ expected: WorkbookError.Code?) {
        let names = (0..<count).map { "<definedName name=\"a\($0)\">表!$A$1</definedName>" }.joined()
        #expect(refusal(PlainZip.workbook(rows: "", names: names)) == expected)
        let tags = String(repeating: "<a/>", count: count * 40)
        #expect(refusal(PlainZip.workbook(rows: tags)) == expected)
    }
}
