/// Why a file of responses cannot be counted. What stands in a cell is never told.
public enum ResponseFileError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The system refuses to open or read the file; `code` is its error number.
    case unreadable(path: String, code: Int32)
    /// The file became shorter or longer while it was read.
    case changed(path: String)
    /// There is no header.
    case empty(path: String)
    /// The file is UTF-16; save it as CSV UTF-8.
    case notUTF8(path: String)
    /// The header lacks a column.
    case missingColumn(name: String)
    /// The header names a column twice.
    case doubledColumn(name: String)
    /// A record has more or fewer cells than the header.
    case raggedRow(line: Int, cells: Int, columns: Int)
    /// A quotation mark is never closed.
    case unclosedQuote(line: Int)
    /// Text follows a closing quotation mark.
    case textAfterQuote(line: Int)
    /// A record is longer than `limit` bytes.
    case longRecord(line: Int, limit: Int)
    /// The responses cannot be counted exactly.
    case counting(TallyError)

    /// The sentence for the person at the terminal.
    public var description: String {
        switch self {
        case .unreadable(let path, let code): "\(path) cannot be read (system error \(code))."
        case .changed(let path): "\(path) was changed while it was read; try again when it is complete."
        case .empty(let path): "\(path) is empty."
        case .notUTF8(let path): "\(path) is UTF-16; save it as CSV UTF-8."
        case .missingColumn(let name): "The header has no column \(name)."
        case .doubledColumn(let name): "The header has more than one column \(name)."
        case .raggedRow(let line, let cells, let columns):
            "Line \(line) has \(cells) cells, the header \(columns); check its separators and quotes."
        case .unclosedQuote(let line): "The quotation mark on line \(line) is never closed; the file may be cut off."
        case .textAfterQuote(let line):
            "Text follows a closing quotation mark on line \(line); double the marks inside a cell."
        case .longRecord(let line, let limit): "The record on line \(line) is longer than \(limit) bytes."
        case .counting(let error): error.description
        }
    }
}
