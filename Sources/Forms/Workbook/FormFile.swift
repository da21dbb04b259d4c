import Surveys
import Workbooks

/// A file that came back, by the bytes of its path.
///
/// A name on a disk is bytes: an archive that was packed on another system brings names that are no UTF-8.
package struct FormFile: Sendable, Hashable {
    /// The path as the system knows it.
    let bytes: [UInt8]

    package init(path: String) {
        bytes = Array(path.utf8)
    }

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The path as people read it, each part for itself: UTF-8, or else GB18030 as Chinese desktops write; what is
    /// neither is shown with �.
    package var path: String { parts.joined(separator: "/") }

    /// The last part of the path.
    var name: String { parts.last ?? "" }

    private var parts: [String] {
        bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { part in
            TextEncoding.decode(Array(part))?.text ?? String(decoding: part, as: UTF8.self)
        }
    }

    /// The bytes in the file, up to the size of a form.
    ///
    /// - Throws: `WorkbookError` for what is no regular file, cannot be read or is larger.
    func contents() throws(WorkbookError) -> [UInt8] {
        try ByteFile.contents(of: bytes, limit: ZipArchive.Limits.form.fileSize)
    }
}
