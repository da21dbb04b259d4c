import CXlsxWriter
import Glibc

/// The library's workbook and everything that its sheets share: formats, names, and promises to be kept at the end.
///
/// A class, because a workbook lends it to the sheet that is being written. It never leaves the room, and when it goes
/// without having been sealed, the library's memory and the files on the way go with it.
@safe final class WorkbookEngine {
    private var book: UnsafeMutablePointer<lxw_workbook>?
    private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = unsafe [:]
    /// The formats asked for last. A row of a table takes turns between few styles, and comparing one is far quicker than
    /// hashing it.
    private var recentFormats: [(style: CellStyle, format: UnsafeMutablePointer<lxw_format>)] = unsafe []
    private static let mostRecentFormats = 4
    private let output: OutputFile
    /// The room that everything written so far will take.
    var need = SpaceNeed()

    private(set) var sheetNames: [String] = []
    /// Names of tables and ranges in small letters; Excel keeps them in one list.
    private var names: Set<String> = []
    /// Sheets that something points to, and what does.
    private var promisedSheets: [(sheet: String, place: String)] = []
    /// Names that an input rule draws on, and where.
    private var promisedNames: [(name: String, place: String)] = []
    private var promisedBlocks: [(block: PlacedBlock, place: String)] = []
    private var paintedBlocks: Set<PlacedBlock> = []
    private var firstVisible: UnsafeMutablePointer<lxw_worksheet>?
    /// The sheet that is being written, or was left half written.
    private var openSheet: String?
    /// The files that rows are streamed to; the library closes them when it closes the workbook, and not before.
    private var streams: [UnsafeMutablePointer<FILE>] = unsafe []
    let author: String
    let fonts: FontSet
    /// The style of cells that have no format of their own; nil leaves them the library's.
    let normal: CellStyle?
    private let waitsForDisk: Bool
    private let isPrivate: Bool

    init(
        at path: String, properties: WorkbookProperties, fonts: FontSet, waitsForDisk: Bool, isPrivate: Bool,
        normal: CellStyle?
    ) throws(WorkbookError) {
        self.fonts = fonts
        self.waitsForDisk = waitsForDisk
        self.isPrivate = isPrivate
        self.normal = normal
        let properties = try properties.checked()
        author = properties.author
        output = try OutputFile(at: path)
        let scratch = output.scratchPath
        let part = output.partPath
        let made = unsafe Library.withTexts([scratch]) { texts in
            var options = unsafe lxw_workbook_options()
            unsafe options.tmpdir = texts[0]
            return unsafe workbook_new_opt(part, &options)
        }
        guard let made = unsafe made else { throw WorkbookEngine.noMemory(path) }
        unsafe book = made
        // The first format of the list is the one of cells without a format.
        if let normal { unsafe normal.describe(to: made.pointee.formats.pointee.stqh_first, fonts: fonts) }
        try setProperties(properties)
    }

    deinit {
        guard let book = unsafe book else { return }
        unsafe streams.forEach { unsafe _ = fclose($0) }
        unsafe lxw_workbook_free(book)
    }

    private func setProperties(_ properties: WorkbookProperties) throws(WorkbookError) {
        let texts = [
            properties.title, properties.subject, properties.author, properties.company, properties.category,
            properties.keywords, properties.comments, properties.status,
        ]
        let result = unsafe Library.withTexts(texts) { texts in
            var fields = unsafe lxw_doc_properties()
            unsafe fields.title = texts[0]
            unsafe fields.subject = texts[1]
            unsafe fields.author = texts[2]
            unsafe fields.company = texts[3]
            unsafe fields.category = texts[4]
            unsafe fields.keywords = texts[5]
            unsafe fields.comments = texts[6]
            unsafe fields.status = texts[7]
            unsafe fields.created = properties.created.secondsSince1970
            return unsafe workbook_set_properties(book, &fields)
        }
        try Library.check(result, at: output.path)
        for property in properties.custom {
            let result = unsafe workbook_set_custom_property_string(book, property.name, property.value)
            try Library.check(result, at: output.path)
        }
    }

    // MARK: What sheets ask for

    /// A new sheet of the library, once its name has been checked.
    ///
    /// - Parameter isStreamed: rows go to the disk as they come, in the private folder, and cannot be touched again.
    func openSheet(
        named name: String, tab: Color?, isHidden: Bool, isStreamed: Bool = false
    ) throws(WorkbookError) -> UnsafeMutablePointer<lxw_worksheet> {
        try checkNothingOpen()
        try SheetName.check(name, taken: sheetNames)
        // The library asks for this when a sheet is made, and of each sheet afterwards.
        unsafe book?.pointee.options.constant_memory = isStreamed ? 1 : 0
        if isStreamed { try output.checkScratch() }
        guard let sheet = unsafe workbook_add_worksheet(book, name) else { throw WorkbookEngine.noMemory(name) }
        if isStreamed, let file = unsafe sheet.pointee.optimize_tmpfile { unsafe streams.append(file) }
        sheetNames.append(name)
        openSheet = name
        if let tab { unsafe worksheet_set_tab_color(sheet, tab.library) }
        if isHidden {
            unsafe worksheet_hide(sheet)
        } else if unsafe firstVisible == nil {
            unsafe firstVisible = sheet
        }
        return unsafe sheet
    }

    func sheetIsFinished() {
        openSheet = nil
    }

    /// The format for the style, made on first use.
    func format(
        for style: CellStyle, at place: @autoclosure () -> String
    ) throws(WorkbookError) -> UnsafeMutablePointer<lxw_format> {
        for index in unsafe recentFormats.indices where unsafe recentFormats[index].style == style {
            return unsafe recentFormats[index].format
        }
        let format: UnsafeMutablePointer<lxw_format>
        if let known = unsafe formats[style] {
            unsafe format = known
        } else {
            unsafe format = try makeFormat(for: style, at: place())
        }
        if unsafe recentFormats.count == WorkbookEngine.mostRecentFormats { unsafe recentFormats.removeFirst() }
        unsafe recentFormats.append((style, format))
        return unsafe format
    }

    private func makeFormat(
        for style: CellStyle, at place: @autoclosure () -> String
    ) throws(WorkbookError) -> UnsafeMutablePointer<lxw_format> {
        // The library keeps 127 bytes and would cut a Chinese letter in the middle.
        guard style.numberFormat.utf8.count <= 127, (1...409).contains(style.size), (0...15).contains(style.indent),
            CellText.singleLine(style.numberFormat) == style.numberFormat
        else {
            throw WorkbookError(
                .badNumberFormat, at: place(), chinese: "数字格式超过127字节，或字号、缩进超出Excel的范围。",
                english: "The number format is longer than 127 bytes, or size or indent are outside Excel's range.")
        }
        guard let made = unsafe workbook_add_format(book) else { throw WorkbookEngine.noMemory(place()) }
        unsafe style.describe(to: made, fonts: fonts)
        unsafe formats[style] = made
        return unsafe made
    }

    /// Takes a name for a table, or says why it cannot be had.
    func claim(name: String) throws(WorkbookError) {
        try DefinedName.check(name, taken: names)
        names.insert(name.lowercased())
    }

    func define(_ name: String, as target: SheetRange) throws(WorkbookError) {
        guard target.range.first.isOnSheet, target.range.last.isOnSheet else {
            throw SheetLayout.outside(name)
        }
        try claim(name: name)
        promise(sheet: target.sheet, by: name)
        try Library.check(unsafe workbook_define_name(book, name, "=\(target.formula)"), at: name)
    }

    /// Notes that something points to a sheet, which may come later.
    func promise(sheet: String, by place: String) {
        promisedSheets.append((sheet, place))
    }

    /// Notes that something draws on a named block, which may be defined later.
    func promise(name: String, by place: String) {
        promisedNames.append((name, place))
    }

    func promise(_ block: PlacedBlock, by place: String) {
        promisedBlocks.append((block, place))
    }

    func isPainted(_ block: PlacedBlock) {
        paintedBlocks.insert(block)
    }

    func chart(of kind: UInt8, at place: @autoclosure () -> String) throws(WorkbookError)
        -> UnsafeMutablePointer<lxw_chart>
    {
        guard let chart = unsafe workbook_add_chart(book, kind) else { throw WorkbookEngine.noMemory(place()) }
        return unsafe chart
    }

    // MARK: The end

    /// Keeps every promise, writes, reads back, and gives the file its name.
    func seal() throws(WorkbookError) -> WorkbookSeal {
        try checkNothingOpen()
        try checkPromises()
        guard let book = unsafe book, let first = unsafe firstVisible else {
            throw WorkbookError(
                .missingSheet, at: output.path, chinese: "工作簿没有可见的工作表。",
                english: "The workbook has no visible sheet.")
        }
        unsafe worksheet_activate(first)
        unsafe worksheet_set_first_sheet(first)
        try output.checkScratch()
        try output.checkPart()
        try output.checkRoom(for: need.bytes)
        // The library frees the workbook whatever happens, so it is given away before the call.
        unsafe self.book = nil
        unsafe formats = [:]
        unsafe recentFormats = []
        // Emptied first: a stream that a failing library forgets has nothing left to write when the process ends.
        let descriptors = unsafe streams.map { stream in
            unsafe fflush(stream)
            return unsafe fileno(stream)
        }
        unsafe streams = []
        let (result, reason) = QuietThread.run(closing: descriptors) {
            NumericLocale.pinned {
                errno = 0
                let result = unsafe workbook_close(book)
                return (result, errno)
            }
        }
        // The library says "generic error" of a full disk; the system knows better.
        guard result == LXW_NO_ERROR || reason != ENOSPC && reason != EDQUOT else {
            throw WorkbookError(
                .libraryFailure, at: output.path, chinese: "磁盘已满，没有写成；请腾出空间再来，原有文件未改动。",
                english:
                    "The disk is full and nothing was written; make room and run again. An earlier file was left as it was."
            )
        }
        try Library.check(result, at: output.path)
        let bytes = try output.contents()
        let seal = try PackageCheck.seal(of: bytes, sheets: sheetNames.count, at: output.path)
        try output.publish(waitsForDisk: waitsForDisk, isPrivate: isPrivate)
        return seal
    }

    private func checkNothingOpen() throws(WorkbookError) {
        guard let openSheet else { return }
        throw WorkbookError(
            .unfinishedSheet, at: openSheet, chinese: "这张工作表写到一半出了错，工作簿不能再用。",
            english: "This sheet was left half written after an error, so the workbook cannot be used any more.")
    }

    private func checkPromises() throws(WorkbookError) {
        let known = Set(sheetNames.map { $0.lowercased() })
        for promise in promisedSheets where !known.contains(promise.sheet.lowercased()) {
            throw WorkbookError(
                .missingSheet, at: promise.place, chinese: "所指的工作表“\(promise.sheet)”不在工作簿里。",
                english: "It points to the sheet \"\(promise.sheet)\", which is not in the workbook.")
        }
        for promise in promisedNames where !names.contains(promise.name.lowercased()) {
            throw WorkbookError(
                .badName, at: promise.place, chinese: "所用的名称“\(promise.name)”没有定义。",
                english: "The name \"\(promise.name)\" that it draws on is not defined.")
        }
        for promise in promisedBlocks where !paintedBlocks.contains(promise.block) {
            throw WorkbookError(
                .badChart, at: promise.place, chinese: "图表所用数值没有写到工作表“\(promise.block.sheet)”上。",
                english: "The chart's numbers were not painted on the sheet \"\(promise.block.sheet)\".")
        }
    }

    private static func noMemory(_ place: String) -> WorkbookError {
        WorkbookError(
            .libraryFailure, at: place, chinese: "Excel写出库没有足够内存，或拒绝了这一步。",
            english: "The Excel library has no memory left, or refused this step.")
    }
}
