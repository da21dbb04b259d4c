import Testing

@testable import Workbooks

/// The scanner has no front of its own: it shows only when a disk is full. Its rules are therefore tested directly.
@Suite("Scanning XML")
struct XMLScannerTests {
    @Test(
        "well-formed documents pass",
        arguments: [
            "<a/>", "<?xml version=\"1.0\"?>\n<a b='1' c=\"&lt;&#x4E00;\"><x:y>一&amp;二</x:y><!-- < --></a>\n",
            "<a><b></b ><b/></a>", "\u{FEFF}<a/>", "<学风 分=\"1\"/>",
        ])
    func wellFormed(_ text: String) {
        #expect(XMLScanner.isWellFormed(Array(text.utf8)))
    }

    @Test(
        "everything else is refused",
        arguments: [
            "", " ", "一", "<a>", "</a>", "<a></b>", "<a><b></a></b>", "<a/><b/>", "<a/>二", "<a b></a>", "<a b=1/>",
            "<a b='1' b='2'/>", "<a b='1'c='2'/>", "<a b='<'/>", "<a>&nbsp;</a>", "<a>&amp</a>", "<a>&#1;</a>",
            "<a>&#xFFFE;</a>", "<a>\u{1}</a>", "<a>\u{FFFE}</a>", "<a>\u{FFFF}</a>", "<!DOCTYPE a><a/>",
            "<a><![CDATA[x]]></a>",
            "<a", "<a b='1", "<a>< /a>", "<1/>", "<a>&#xD800;</a>", "<!-- <a/>",
        ])
    func malformed(_ text: String) {
        #expect(!XMLScanner.isWellFormed(Array(text.utf8)))
    }

    @Test("bytes that are not UTF-8 are refused")
    func notUTF8() {
        #expect(!XMLScanner.isWellFormed(Array("<a>".utf8) + [0xFF] + Array("</a>".utf8)))
    }
}
