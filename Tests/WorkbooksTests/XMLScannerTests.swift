import Testing

@testable import Workbooks

/// The scanner has no front of its own: it shows only when a disk is full. Its rules are therefore tested directly.
@Suite("Scanning XML")
struct XMLScannerTests {
    private static let wellFormedTexts = [
        "<a/>", "<?xml version=\"1.0\"?>\n<a b='1' c=\"&lt;&#x4E00;\"><x:y>一&amp;二</x:y><!-- < --></a>\n",
        "<a><b></b ><b/></a>", "\u{FEFF}<a/>", "<学风 分=\"1\"/>", "<ab><a></a><abc></abc></ab>", "<a>，\u{F000}𠮷</a>",
        "<a_b-c.d:e9 Z='>'/>",
    ]
    private static let malformedTexts = [
        "", " ", "一", "<a>", "</a>", "<a></b>", "<a><b></a></b>", "<a/><b/>", "<a/>二", "<a b></a>", "<a b=1/>",
        "<a b='1' b='2'/>", "<a b='1'c='2'/>", "<a b='<'/>", "<a>&nbsp;</a>", "<a>&amp</a>", "<a>&#1;</a>",
        "<a>&#xFFFE;</a>", "<a>\u{1}</a>", "<a>\u{FFFE}</a>", "<a>\u{FFFF}</a>", "<!DOCTYPE a><a/>",
        "<a><![CDATA[x]]></a>", "<a></ab>", "<ab></a>", "<ab></abc>", "<a b='1' cd='1' b='2'/>", "<a;/>", "<a@/>",
        "<a", "<a b='1", "<a>< /a>", "<1/>", "<-a/>", "<.a/>", "<a>&#xD800;</a>", "<!-- <a/>", "<a/>&amp;",
        "<a>&abcdefghijklmnop;</a>", "</", "<", "<a/", "<a></a", "\u{FEFF}",
    ]

    @Test("well-formed documents pass", arguments: wellFormedTexts)
    func wellFormed(_ text: String) {
        #expect(XMLScanner.isWellFormed(Array(text.utf8)))
    }

    @Test("everything else is refused", arguments: malformedTexts)
    func malformed(_ text: String) {
        #expect(!XMLScanner.isWellFormed(Array(text.utf8)))
    }

    @Test("a document that comes in pieces is judged as the whole one", arguments: 1...9)
    func inPieces(_ size: Int) {
        for text in XMLScannerTests.wellFormedTexts {
            #expect(isWellFormed(Array(text.utf8), inPiecesOf: size), "\(text)")
        }
        for text in XMLScannerTests.malformedTexts {
            #expect(!isWellFormed(Array(text.utf8), inPiecesOf: size), "\(text)")
        }
        // Cut in the middle of a character, and never finished.
        #expect(!isWellFormed(Array("<a>一</a>".utf8).dropLast(5), inPiecesOf: size))
        #expect(!isWellFormed(Array("<a>".utf8) + [0xE4, 0xB8] + Array("</a>".utf8), inPiecesOf: size))
    }

    @Test("a document that can no longer become well formed is given up at once")
    func givenUp() {
        var scanner = XMLScanner()
        let broken = Array("<a></b>".utf8)
        let canStillBe = scanner.read(broken.span)
        #expect(!canStillBe)
    }

    private func isWellFormed(_ bytes: [UInt8], inPiecesOf size: Int) -> Bool {
        var scanner = XMLScanner()
        for start in stride(from: 0, to: bytes.count, by: size) {
            guard scanner.read(bytes.span.extracting(start..<min(start + size, bytes.count))) else { return false }
        }
        return scanner.finish()
    }

    @Test("bytes that are not UTF-8 are refused")
    func notUTF8() {
        #expect(!XMLScanner.isWellFormed(Array("<a>".utf8) + [0xFF] + Array("</a>".utf8)))
    }
}
