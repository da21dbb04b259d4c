import Foundation
import TestSupport
import Testing

/// Parts of libxlsxwriter that go wrong, whatever is handed to them: our room never speaks of them.
@Suite("Parts of the library")
struct LibraryPartsTests {
    /// The number of the trap in docs/workbook-walls.md, and what leads into it.
    static let parts = [
        (1, "LXW_VALIDATION_TYPE_LIST"), (1, "value_list"),
        (12, "LXW_CONDITIONAL_TYPE_TEXT"), (12, "LXW_CONDITIONAL_TYPE_TIME_PERIOD"),
        (12, "LXW_CONDITIONAL_TYPE_BLANKS"), (12, "LXW_CONDITIONAL_TYPE_NO_BLANKS"),
        (12, "LXW_CONDITIONAL_TYPE_ERRORS"), (12, "LXW_CONDITIONAL_TYPE_NO_ERRORS"),
        (13, "LXW_CONDITIONAL_TYPE_TOP"), (13, "LXW_CONDITIONAL_TYPE_BOTTOM"),
        (14, "LXW_CHART_MARKER_SHORT_DASH"), (14, "LXW_CHART_MARKER_LONG_DASH"),
        (16, "total_row"), (16, "total_function"), (16, "total_string"),
        (19, "chart_axis_set_reverse"),
        (27, "lxw_datetime"), (27, "worksheet_write_datetime"), (27, "worksheet_write_unixtime"),
        (31, "worksheet_write_array_formula"), (31, "worksheet_write_dynamic_array_formula"),
    ]

    /// Every word in the room's sources that could be a name of the library.
    private static let words: Set<Substring> = {
        let room = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Sources/Workbooks")
        let files = FileManager.default.enumerator(at: room, includingPropertiesForKeys: nil)
        var words: Set<Substring> = []
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift", let text = try? String(contentsOf: file, encoding: .utf8) else {
                continue
            }
            words.formUnion(text.matches(of: /[A-Za-z_0-9]+/).map(\.output))
        }
        return words
    }()

    @Test("those that go wrong are not used", arguments: parts)
    func unused(_ trap: Int, _ part: String) {
        #expect(Self.words.contains("worksheet_write_string"), "the sources are read")
        #expect(!Self.words.contains(part[...]), "trap \(trap)")
    }
}
