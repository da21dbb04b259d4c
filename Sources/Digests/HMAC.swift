/// HMAC-SHA-256 after RFC 2104: a hash that nobody can compute or check without the key.
package struct HMAC: Sendable {
    /// The two hashes, each begun with its block of the key, which every message shares.
    private let inner: SHA256
    private let outer: SHA256

    /// - Parameter key: of any length.
    package init(key: [UInt8]) {
        var block = key.count > SHA256.blockSize ? SHA256.digest(of: key) : key
        block += [UInt8](repeating: 0, count: SHA256.blockSize - block.count)
        inner = SHA256(begunWith: block.map { $0 ^ 0x36 })
        outer = SHA256(begunWith: block.map { $0 ^ 0x5C })
    }

    /// The 32 bytes that stand for a message.
    package func digest(of message: [UInt8]) -> [UInt8] {
        let hashed = inner.digest(of: message, after: SHA256.blockSize)
        return outer.digest(of: hashed, after: SHA256.blockSize)
    }
}
