/// An Excel workbook on its way to a file: sheets go in one after another, and closing seals it.
///
/// Nothing appears under the final name before the file has been written, read back and checked; when anything goes
/// wrong, an earlier file of that name stays as it was. The same input yields the same bytes.
///
/// ```swift
/// var book = try Workbook(at: "report.xlsx", properties: properties)
/// try book.addSheet("要点", tab: .red) { sheet in
///     try sheet.write("要点", at: "A1", .title)
/// }
/// let seal = try book.close()
/// ```
public struct Workbook: ~Copyable {
    private let engine: WorkbookEngine

    /// Reserves the file. A target that cannot be written is found here, before anything is computed.
    ///
    /// - Parameters:
    ///   - waitsForDisk: false for one of many files that can be made again: closing does not wait until the disk has
    ///     it, and a power cut may leave it empty under its name.
    ///   - normal: what cells without a format look like, for books of long tables: on a ``DataSheet`` its columns save a
    ///     tenth of the bytes. Nil leaves Excel's own, which no sheet of ours shows.
    ///   - isPrivate: true for a file that nobody but its owner may ever read.
    public init(
        at path: String, properties: WorkbookProperties, fonts: FontSet = .general, waitsForDisk: Bool = true,
        isPrivate: Bool = false, normal: CellStyle? = nil
    ) throws(WorkbookError) {
        engine = try WorkbookEngine(
            at: path, properties: properties, fonts: fonts, waitsForDisk: waitsForDisk, isPrivate: isPrivate,
            normal: normal)
    }

    /// Adds a sheet and lends it to the body. Sheets appear in the order in which they are added.
    ///
    /// When the body throws, the workbook can only be abandoned: half a sheet is never sealed. On the thread that
    /// runs the body, numbers are formatted in the C locale meanwhile.
    public mutating func addSheet(
        _ name: String, tab: Color? = nil, isHidden: Bool = false, _ body: (inout Sheet) throws -> Void
    ) throws {
        try NumericLocale.pinned {
            var sheet = try Sheet(named: name, tab: tab, isHidden: isHidden, engine: engine)
            try body(&sheet)
            try sheet.finish()
        }
    }

    /// Adds a sheet for a long table and lends it to the body, which appends row after row in constant memory.
    ///
    /// Charts and rules cannot draw on it, since nothing of it is kept; everything said of ``addSheet(_:tab:isHidden:_:)``
    /// holds as well.
    public mutating func addData(
        _ name: String, columns: [DataColumn], tab: Color? = nil, _ body: (inout DataSheet) throws -> Void
    ) throws {
        try NumericLocale.pinned {
            var sheet = try DataSheet(named: name, columns: columns, tab: tab, engine: engine)
            try body(&sheet)
            try sheet.finish()
        }
    }

    /// Names a block of cells, such as `选项_同意`; its sheet may be added later.
    public mutating func defineName(_ name: String, as target: SheetRange) throws(WorkbookError) {
        try engine.define(name, as: target)
    }

    /// Writes the file, reads it back, checks every part, and only then gives it its name.
    public consuming func close() throws(WorkbookError) -> WorkbookSeal {
        try engine.seal()
    }
}
