package import Surveys
import Workbooks

/// Why a table of responses cannot be read at all.
package struct FormError: Error, Sendable, Equatable {
    package var wording: Wording

    package init(_ chinese: String, _ english: String) {
        wording = Wording(chinese, english)
    }
}

/// A table of text cells out of a CSV file: comma, semicolon or tab; quotes with newlines inside; LF, CR LF or CR.
///
/// Rows are numbered as a spreadsheet that opens the file numbers them: a newline inside quotes makes no row, a blank line
/// makes one, and the note `sep=;` makes none.
package struct CSVTable: Sendable, Equatable {
    package var header: [String]
    /// The number of the header's row.
    package var headerRow = 1
    package var rows: [Row]
    /// The table comes from a workbook that counts days from 1904.
    package var countsFrom1904 = false
    /// Of a table from a workbook: the merged cells in which something stands.
    var merged = MergedCells()

    package struct Row: Sendable, Equatable {
        /// As a spreadsheet numbers it, from 1.
        package var number: Int
        package var cells: [String]

        package init(number: Int, cells: [String]) {
            self.number = number
            self.cells = cells
        }
    }

    /// - Parameter headings: what the first line is to hold, for the error about a title that stands there instead.
    /// - Throws: `FormError` for bytes that are no text, a quotation mark without its partner, a title above the header,
    ///   and a row with more or fewer cells than the header: the file was cut off or its separator is not what it seems.
    package init(bytes: [UInt8], headings: Wording = codes) throws(FormError) {
        guard let (text, _) = TextEncoding.decode(bytes) else {
            throw FormError(
                "不是能读的文本（UTF-8、GB18030 或 UTF-16）；请在表格软件里另存为 CSV UTF-8",
                "not text in UTF-8, GB18030 or UTF-16; save it as CSV UTF-8")
        }
        try self.init(text: text, headings: headings)
    }

    package init(text: String, headings: Wording = codes) throws(FormError) {
        // Programs that mend a file twice leave two byte order marks; the first is gone already.
        var scanner = Scanner(Array(text.drop { $0 == "\u{FEFF}" }.utf8))
        var records = try scanner.records()
        // Spreadsheets leave empty lines above and rows of separators below a table: a row with nothing in it is no row.
        records.removeAll { $0.cells.allSatisfy { AnswerReader.trimmed($0).isEmpty } }
        guard let first = records.first else {
            throw FormError("文件是空的", "the file is empty")
        }
        header = first.cells.map { AnswerReader.trimmed($0) }
        headerRow = first.number
        rows = Array(records.dropFirst())
        if header.count == 1, rows.count > 1, rows[0].cells.count > 1,
            rows.allSatisfy({ $0.cells.count == rows[0].cells.count })
        {
            throw Self.titleError(row: first.number, headings)
        }
        for row in rows where row.cells.count != header.count {
            let isLast = row.number == rows.last?.number
            throw FormError(
                "第 \(row.number) 行有 \(row.cells.count) 格，表头有 \(header.count) 格；\(isLast ? "文件可能没有传完，请重新导出" : "请检查这一行的分隔符和引号")",
                "row \(row.number) has \(row.cells.count) cells, the header \(header.count); \(isLast ? "the file may be cut off, export it again" : "check its separators and quotes")"
            )
        }
    }

    /// What the first line of a table of responses holds.
    package static let codes = Wording("题目代码", "the codes of the questions")

    /// The error for a header with a single text in it, as a spreadsheet saves a title that stands above the columns;
    /// nil when the header has more, or the table only one column.
    func titleError(_ headings: Wording) -> FormError? {
        guard header.count > 1, header.count(where: { !$0.isEmpty }) == 1 else { return nil }
        return Self.titleError(row: headerRow, headings)
    }

    private static func titleError(row: Int, _ headings: Wording) -> FormError {
        FormError(
            "第 \(row) 行只有一格，像是标题，请删去；表头要写\(headings.chinese)",
            "row \(row) has one cell only and seems to be a title; remove it, the header holds \(headings.english)")
    }

    /// The column under a heading, as read from the file or as people retype it.
    package func column(named name: String) -> Int? {
        let wanted = AnswerReader.trimmed(name)
        return header.firstIndex(of: wanted)
    }

    private struct Scanner {
        let bytes: [UInt8]
        var position = 0
        /// The number of the row that is being read.
        var row = 1
        let separator: UInt8

        init(_ bytes: [UInt8]) {
            self.bytes = bytes
            if let (declared, length) = Self.declaredSeparator(of: bytes) {
                separator = declared
                position = length
            } else {
                separator = Self.separator(of: bytes)
            }
        }

        /// `sep=;` on the first line is Excel's own note of the separator: what it names, and the bytes that it takes.
        private static func declaredSeparator(of bytes: [UInt8]) -> (separator: UInt8, length: Int)? {
            let quotes = bytes.first == UInt8(ascii: "\"") ? 1 : 0
            let key = bytes.dropFirst(quotes).prefix(4)
            guard String(decoding: key, as: UTF8.self).lowercased() == "sep=" else { return nil }
            let rest = Array(bytes.dropFirst(quotes + 4).prefix { !isNewline($0) })
            guard let separator = rest.first, separator < 0x80, separator != UInt8(ascii: "\""),
                rest.dropFirst().allSatisfy({ $0 == UInt8(ascii: "\"") || $0 == separator })
            else { return nil }
            var length = quotes + 4 + rest.count
            if length < bytes.count, bytes[length] == UInt8(ascii: "\r") { length += 1 }
            if length < bytes.count, bytes[length] == UInt8(ascii: "\n") { length += 1 }
            return (separator, length)
        }

        /// The most frequent candidate in the header outside quotes; a comma when there is none.
        private static func separator(of bytes: [UInt8]) -> UInt8 {
            let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
            var counts: [UInt8: Int] = [:]
            var isQuoted = false
            // A mark in the middle of a cell, as in 5" disk, quotes nothing.
            var isCellStart = true
            for byte in bytes.drop(while: { isNewline($0) || $0 == UInt8(ascii: " ") }) {
                if byte == UInt8(ascii: "\""), isQuoted || isCellStart { isQuoted.toggle() }
                if isQuoted { continue }
                if isNewline(byte) { break }
                let isCandidate = candidates.contains(byte)
                if isCandidate { counts[byte, default: 0] += 1 }
                // The second of two doubled marks opens the quotes again.
                isCellStart = isCandidate || byte == UInt8(ascii: "\"") || (isCellStart && byte == UInt8(ascii: " "))
            }
            return candidates.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? UInt8(ascii: ",")
        }

        mutating func records() throws(FormError) -> [Row] {
            var rows: [Row] = []
            while position < bytes.count { rows.append(try record()) }
            return rows
        }

        private mutating func record() throws(FormError) -> Row {
            var cells: [String] = []
            while true {
                cells.append(try cell())
                guard position < bytes.count else { break }
                let byte = bytes[position]
                position += 1
                if byte == separator {
                    if position == bytes.count { cells.append("") }
                    if position < bytes.count { continue }
                    break
                }
                if byte == UInt8(ascii: "\r"), position < bytes.count, bytes[position] == UInt8(ascii: "\n") {
                    position += 1
                }
                break
            }
            row += 1
            return Row(number: row - 1, cells: cells)
        }

        private mutating func cell() throws(FormError) -> String {
            var index = position
            // Blanks before a quote are padding; before anything else they belong to the cell and are trimmed later.
            while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
            if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
                return try quoted(from: index + 1)
            }
            index = position
            while index < bytes.count, bytes[index] != separator, !Self.isNewline(bytes[index]) { index += 1 }
            defer { position = index }
            return String(decoding: bytes[position..<index], as: UTF8.self)
        }

        private mutating func quoted(from start: Int) throws(FormError) -> String {
            var content: [UInt8] = []
            var index = start
            while index < bytes.count {
                if bytes[index] == UInt8(ascii: "\"") {
                    guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") else { break }
                    index += 1
                }
                content.append(bytes[index])
                index += 1
            }
            guard index < bytes.count else {
                throw FormError(
                    "第 \(row) 行的引号没有配对，一直到文件末尾；文件可能没有传完，请重新导出",
                    "the quotation mark in row \(row) is never closed; the file may be cut off, export it again")
            }
            index += 1
            while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
            guard index == bytes.count || bytes[index] == separator || Self.isNewline(bytes[index]) else {
                throw FormError(
                    "第 \(row) 行的引号后面还有文字；格子里的引号要写成两个",
                    "text follows a closing quotation mark in row \(row); double the marks inside a cell")
            }
            position = index
            return String(decoding: content, as: UTF8.self)
        }

        private static func isNewline(_ byte: UInt8) -> Bool {
            byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
        }
    }
}
