import Reports
import Surveys

/// Where a result goes.
enum Output: Equatable {
    case screen
    case text(String)
    case workbook(String)

    /// - Returns: nil for a file name of a kind that we do not write.
    init?(report path: String) {
        let name = path.lowercased()
        if path == "-" {
            self = .screen
        } else if name.hasSuffix(".xlsx") {
            self = .workbook(path)
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
        case .text(let path), .workbook(let path): try Files.checkTarget(path, sparing: inputs)
        }
    }

    func write(_ text: String, _ console: Console) throws(Complaint) {
        switch self {
        case .screen: try console.put(text)
        case .text(let path), .workbook(let path): try Files.write(text, to: path)
        }
    }
}
