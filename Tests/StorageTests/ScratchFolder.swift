import Foundation

/// A folder of its own that goes with its last owner; a suite keeps it as a member.
final class ScratchFolder: Sendable {
    let path: String

    init() {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("zicha-store-\(UUID().uuidString)").path
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The path of a file that is not there yet.
    func newPath() -> String { "\(path)/\(UUID().uuidString).db" }
}
