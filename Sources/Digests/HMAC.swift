/// HMAC-SHA-256 after RFC 2104: a hash that nobody can compute or check without the key.
package enum HMAC {
    /// The 32 bytes that stand for a message under a key of any length.
    package static func digest(of message: [UInt8], key: [UInt8]) -> [UInt8] {
        var block = key.count > blockSize ? SHA256.digest(of: key) : key
        block += [UInt8](repeating: 0, count: blockSize - block.count)
        let inner = SHA256.digest(of: block.map { $0 ^ 0x36 } + message)
        return SHA256.digest(of: block.map { $0 ^ 0x5C } + inner)
    }

    /// Bytes that SHA-256 takes in at once.
    private static let blockSize = 64
}
