import Foundation
package import Surveys

/// The repository's example folders, found from wherever the tests run.
package enum Repository {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The bytes of a file, by its path from the top of the repository: `seeds/roster.csv`.
    package static func bytes(_ path: String) throws -> [UInt8] {
        try [UInt8](Data(contentsOf: root.appendingPathComponent(path)))
    }

    /// Records a golden file, by its path from the top of the repository.
    package static func write(_ text: String, to path: String) throws {
        try text.write(to: root.appendingPathComponent(path), atomically: true, encoding: .utf8)
    }

    /// A shipped survey, by the name of its file in surveys/.
    package static func survey(_ name: String) throws -> Survey {
        try Survey.read(bytes: bytes("surveys/" + name)).survey
    }

    /// The files in surveys/, in the order of their names.
    package static var surveyNames: [String] {
        let path = root.appendingPathComponent("surveys").path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasSuffix(".zicha") }.sorted()
    }
}
