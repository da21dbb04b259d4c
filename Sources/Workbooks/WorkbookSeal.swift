/// The proof of a finished file: what it holds and how large it is.
public struct WorkbookSeal: Hashable, Sendable {
    /// SHA-256 of the file, 64 hexadecimal digits.
    public let sha256: String
    /// Its size in bytes.
    public let size: Int
}
