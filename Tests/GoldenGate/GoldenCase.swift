import Foundation

/// One folder of golden values: what is expected, and the data that it was computed from.
struct GoldenCase {
    /// One expected value.
    struct Expected: Decodable {
        var value: GoldenValue
        var tolerance: Double
        /// Relative to the value also below 1.
        var isRelative: Bool
        /// The program text that gave the value.
        var call: String

        enum CodingKeys: String, CodingKey {
            case value, call
            case tolerance = "rel_tol"
            case isRelative = "relative"
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            // A key that is missing and a null are the same here: nothing is defined.
            value = try container.decodeIfPresent(GoldenValue.self, forKey: .value) ?? .undefined
            tolerance = try container.decode(Double.self, forKey: .tolerance)
            isRelative = try container.decodeIfPresent(Bool.self, forKey: .isRelative) ?? false
            call = try container.decodeIfPresent(String.self, forKey: .call) ?? ""
        }
    }

    private struct File: Decodable {
        var values: [String: Expected]
    }

    let folder: URL
    let expected: [String: Expected]

    var name: String { folder.lastPathComponent }

    init(_ folder: URL) throws {
        self.folder = folder
        let bytes = try Data(contentsOf: folder.appending(path: "expected.json"))
        expected = try JSONDecoder().decode(File.self, from: bytes).values
    }

    func table(_ file: String = "data.csv") throws -> GoldenTable {
        GoldenTable(text: try String(contentsOf: folder.appending(path: file), encoding: .utf8))
    }
}

/// A CSV file of golden data: no quotes, an empty cell is a missing value.
struct GoldenTable {
    let header: [String]
    let rows: [[Substring]]

    init(text: String) {
        let lines = text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        header = lines[0].map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "\"")) }
        rows = Array(lines.dropFirst())
    }

    func texts(_ name: String) -> [String] {
        guard let column = header.firstIndex(of: name) else { preconditionFailure("no column \(name)") }
        return rows.map { $0[column].trimmingCharacters(in: CharacterSet(charactersIn: "\"")) }
    }

    func numbers(_ name: String) -> [Double?] {
        texts(name).map { Double($0) }
    }
}
