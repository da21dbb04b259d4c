import Digests
import Reports
import Surveys
import Workbooks

/// Where a result goes.
enum Output: Equatable {
    case screen
    case text(String)
    case page(String)
    case markdown(String)
    case workbook(String)

    /// What a report's file may be called.
    static let reportNames =
        "-o 要写 .xlsx、.html、.md 或 .txt 文件，或 - | -o takes a name that ends in .xlsx, .html, .md or .txt, or -"

    /// - Returns: nil for a file name of a kind that we do not write.
    init?(report path: String) {
        let name = path.lowercased()
        if path == "-" {
            self = .screen
        } else if name.hasSuffix(".xlsx") {
            self = .workbook(path)
        } else if name.hasSuffix(".html") {
            self = .page(path)
        } else if name.hasSuffix(".md") {
            self = .markdown(path)
        } else if name.hasSuffix(".txt") {
            self = .text(path)
        } else {
            return nil
        }
    }

    /// Text only; any name will do.
    init(text path: String?) {
        self = path.flatMap { $0 == "-" ? nil : Output.text($0) } ?? .screen
    }

    /// Says before any work what would stop the result from being written after it.
    func check(sparing inputs: [String]) throws(Complaint) {
        switch self {
        case .screen: break
        case .text(let path), .page(let path), .markdown(let path), .workbook(let path):
            try Files.checkTarget(path, sparing: inputs)
        }
    }

    /// Says before any work that a file with the name is there already, which may be the only one of its kind.
    ///
    /// - Parameter instead: what to do about it.
    func checkIsNew(
        instead: Wording = Wording("请换一个名字，确实要覆盖请加 --overwrite", "choose another name, or add --overwrite")
    ) throws(Complaint) {
        switch self {
        case .screen: break
        case .text(let path), .page(let path), .markdown(let path), .workbook(let path):
            guard Files.exists(path) else { return }
            throw Complaint(
                at: path,
                Wording(
                    "已经有这个文件，没有覆盖；\(instead.chinese)",
                    "the file is there already and is not overwritten; \(instead.english)"))
        }
    }

    /// Puts a text where it goes, and says so of a file.
    func write(_ text: String, _ console: Console) throws(Complaint) {
        switch self {
        case .screen: try console.put(document: text)
        case .text(let path), .page(let path), .markdown(let path), .workbook(let path):
            try Files.write(text, to: path)
            console.written(path, sha256: SHA256.hexadecimal(of: Array(text.utf8)))
        }
    }
}
