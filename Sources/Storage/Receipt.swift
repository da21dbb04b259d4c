import Digests
package import Surveys

/// What a respondent keeps: a hash of the response and its random key, which can be looked for in a sealed round.
///
/// It tells nothing about the answers to anybody who has not got the store.
package struct Receipt: Sendable, Hashable, Comparable {
    /// 32 of them.
    package let bytes: [UInt8]

    /// - Parameter salt: of the round, so that the same response in two rounds has two receipts.
    package init(of response: Response, key: UInt128, salt: String) {
        let keyBytes = stride(from: 120, through: 0, by: -8).map { UInt8(truncatingIfNeeded: key >> UInt128($0)) }
        bytes = SHA256.digest(of: Array("zicha response \(salt)".utf8) + keyBytes + Array(response.words.utf8))
    }

    /// - Returns: nil for a text that is not 64 hexadecimal digits.
    init?(hexadecimal text: String) {
        let digits = text.compactMap(\.hexDigitValue)
        guard digits.count == 64, text.count == 64 else { return nil }
        bytes = stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }

    /// Sixteen letters and digits that are as good as all: `7K3M-Q9TZ-04XW-H2RB`.
    package var text: String {
        let value = bytes.prefix(10).reduce(UInt128(0)) { $0 << 8 | UInt128($1) }
        let letters = stride(from: 75, through: 0, by: -5).map { Self.letters[Int((value >> UInt128($0)) & 31)] }
        return stride(from: 0, to: 16, by: 4).map { String(letters[$0..<$0 + 4]) }.joined(separator: "-")
    }

    /// Whether somebody typed this receipt, however it was spaced.
    package func isMeant(by typed: String) -> Bool {
        typed.uppercased().filter { $0.isLetter || $0.isNumber } == text.filter { $0 != "-" }
    }

    package static func < (left: Receipt, right: Receipt) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }

    /// The one root over the receipts of a round; their order plays no part.
    package static func root(of receipts: [Receipt]) -> String {
        MerkleTree.root(of: receipts.sorted().map(\.bytes)).hexadecimal
    }

    /// Crockford's base 32, as access codes have it.
    private static let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
}
