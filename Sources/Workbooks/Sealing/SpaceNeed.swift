/// How much room a workbook takes on its way, guessed before the library is let at the disk.
///
/// The library packs one part after another: that part lies unpacked in the private folder while the packed ones grow in the
/// file. What is needed is therefore the largest part and the whole packed file. A cell is some 48 bytes of XML besides its
/// text, a row 64; every text is taken as the only one of its kind, though equal ones are kept once. Packed, XML is less
/// than a quarter, and text in few languages less than half.
struct SpaceNeed {
    /// Styles, theme, properties and lists of parts, and the blocks that a disk gives to each file.
    private static let fixed = 48 * 1_024

    private var largest = 0
    private var markup = 0
    private var texts = 0
    /// What the sheet that is being written holds besides its cells.
    private var ruleBytes = 0

    /// A sheet with so many cells and rows, whose texts have so many bytes.
    mutating func addSheet(cells: Int, rows: Int, textBytes: Int) {
        addPart(4_096 + cells * 48 + rows * 64 + ruleBytes)
        ruleBytes = 0
        texts += textBytes + cells * 18
    }

    /// Something on the sheet that is being written, besides its cells.
    mutating func addRule(_ bytes: Int) {
        ruleBytes += bytes
    }

    /// A part of so many bytes: a chart, the comments of a sheet.
    mutating func addPart(_ bytes: Int) {
        largest = max(largest, bytes)
        markup += bytes
    }

    var bytes: Int { SpaceNeed.fixed + max(largest, texts) + markup / 4 + texts / 2 }
}
