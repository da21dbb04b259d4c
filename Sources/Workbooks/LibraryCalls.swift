import CXlsxWriter
import Glibc

/// What every call into libxlsxwriter goes through.
enum Library {
    /// Throws when the library refused; our walls should have said so first and better.
    static func check(_ result: lxw_error, at place: @autoclosure () -> String) throws(WorkbookError) {
        guard result != LXW_NO_ERROR else { return }
        let reason = unsafe String(cString: lxw_strerror(result))
        throw WorkbookError(
            .libraryFailure, at: place(), chinese: "Excel写出库报错（\(reason)）。",
            english: "The Excel library reports an error (\(reason)).")
    }

    /// Lends C copies of texts for the length of one call; the library copies what it keeps.
    static func withTexts<Result, Failure: Error>(
        _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let copies = unsafe texts.map { unsafe strdup($0) }
        defer { unsafe copies.forEach { unsafe free($0) } }
        return try unsafe body(copies)
    }
}

extension Cell {
    /// The row as the library counts, from 0.
    var libraryRow: lxw_row_t { lxw_row_t(row - 1) }
    /// The column as the library counts, from 0.
    var libraryColumn: lxw_col_t { lxw_col_t(column - 1) }
}
