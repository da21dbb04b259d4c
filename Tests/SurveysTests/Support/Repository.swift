import Foundation
import Surveys

/// The files that tests read beside their own.
enum Repository {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Every survey that is shipped, or kept to be compared with.
    static func surveyNames() throws -> [String] {
        try ["surveys", "Tests/Acceptance"].flatMap { try names(in: $0) }.filter { $0.hasSuffix(".zicha") }.sorted()
    }

    static func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
            .map { "\(folder)/\($0)" }.sorted()
    }

    static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: root.appending(path: name)))
    }

    static func text(_ name: String) throws -> String {
        String(decoding: try bytes(name), as: UTF8.self)
    }

    static func write(_ text: String, to name: String) throws {
        try text.write(to: root.appending(path: name), atomically: true, encoding: .utf8)
    }

    /// The codes of remarks in the sources of the room, comments and explanations left out.
    static func reportedCodes() throws -> Set<String> {
        let sources = root.appending(path: "Sources/Surveys").resolvingSymlinksInPath()
        let files = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String } ?? []
        var codes: Set<String> = []
        for file in files where file.hasSuffix(".swift") && !file.contains("Explanations/") {
            let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
            codes.formUnion(text.matches(of: /"(Z[0-9]{3})"/).map { String($0.1) })
        }
        return codes
    }
}
