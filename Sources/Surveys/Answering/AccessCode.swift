/// What admits one respondent to one round: 80 bits of chance, printed as sixteen letters and digits and a check
/// character in Crockford's base 32, such as `7K3M-Q9TZ-04XW-H2RB-5`.
public struct AccessCode: Sendable, Hashable {
    /// The lower 80 of them.
    public let bits: UInt128

    /// Makes a code of chance.
    ///
    /// - Parameter chance: 128 bits, of which 80 are used.
    /// - Returns: nil where the check character would be one of Crockford's five signs (`*~$=U`), which are hard to
    ///   find on a Chinese keyboard; the caller draws again. That happens to 5 in 37, so a fifth of a bit is lost.
    public init?(chance: UInt128) {
        bits = chance & ((1 << 80) - 1)
        guard checkValue < Self.letters.count else { return nil }
    }

    /// Draws a code; only a generator that nobody can foresee makes one that nobody can guess.
    public init(using chance: inout some RandomNumberGenerator) {
        while true {
            let drawn = AccessCode(chance: UInt128(chance.next() as UInt64) << 64 | UInt128(chance.next() as UInt64))
            guard let drawn else { continue }
            self = drawn
            return
        }
    }

    /// Reads a code as people type it: in capitals or not, full width or half, with or without the hyphens, O for 0 and
    /// I or L for 1.
    public init(_ text: String) throws(AccessCodeError) {
        let values = try text.unicodeScalars.map(\.meant).filter { !Self.separators.contains($0) }
            .map { scalar throws(AccessCodeError) in
                guard let value = Self.value(of: scalar) else { throw .notALetter }
                return value
            }
        guard values.count == Self.length else { throw .wrongLength(values.count) }
        bits = values.dropLast().reduce(0) { $0 << 5 | UInt128($1) }
        guard values.last == checkValue else { throw .misspelt }
    }

    /// `7K3M-Q9TZ-04XW-H2RB-5`
    public var text: String { "\(body)-\(Self.letters[checkValue])" }

    /// The sixteen letters in groups of four, without the check character.
    private var body: String {
        let letters = stride(from: 75, through: 0, by: -5).map { Self.letters[Int((bits >> UInt128($0)) & 31)] }
        return stride(from: 0, to: 16, by: 4).map { String(letters[$0..<$0 + 4]) }.joined(separator: "-")
    }

    /// Modulo 37, a prime: no single wrong letter and no two letters exchanged leave it as it is.
    private var checkValue: Int { Int(bits % 37) }

    private static let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    private static let separators = Set("- \u{2010}\u{2011}\u{2012}".unicodeScalars)
    /// Letters and the check character.
    private static let length = 17

    private static func value(of scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "O", "o": 0
        case "I", "i", "L", "l": 1
        default: letters.firstIndex(of: Character(String(scalar).uppercased()))
        }
    }
}

/// Why a text is no access code; it never quotes the text.
public enum AccessCodeError: Error, Sendable, Equatable {
    case notALetter
    case wrongLength(Int)
    /// The check character does not fit the others.
    case misspelt

    public var wording: Wording {
        switch self {
        case .notALetter:
            Wording(
                "口令里有不属于口令的字符；口令只有数字和英文字母，请照着重新输入",
                "the code has a character that no code has; type its letters and digits again")
        case .wrongLength(let count):
            Wording(
                "口令应有 17 位，输入了 \(count) 位；请照着重新输入",
                "a code has 17 letters and digits, \(count) were typed; type it again")
        case .misspelt: Wording("口令有一位输错了；请照着重新输入", "one letter of the code is wrong; type it again")
        }
    }
}
