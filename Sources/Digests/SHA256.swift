/// SHA-256 after FIPS 180-4, so that seals and names of texts need no further library.
package struct SHA256 {
    private var state: [UInt32] = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]

    /// The hash of the bytes as 64 hexadecimal digits.
    package static func hexadecimal(of bytes: [UInt8]) -> String { digest(of: bytes).hexadecimal }

    /// The hash of the bytes: 32 of them.
    package static func digest(of bytes: [UInt8]) -> [UInt8] { SHA256().digest(of: bytes, after: 0) }

    private init() {}

    /// A hash that has taken in a block, so that many messages that begin with it can go on from there.
    init(begunWith block: [UInt8]) {
        precondition(block.count == Self.blockSize, "a hash takes in whole blocks")
        absorb(block, at: 0)
    }

    /// The hash of what was taken in before and these bytes.
    ///
    /// - Parameter count: how many bytes were taken in before.
    func digest(of bytes: [UInt8], after count: Int) -> [UInt8] {
        var hash = self
        let whole = bytes.count / Self.blockSize * Self.blockSize
        for start in stride(from: 0, to: whole, by: Self.blockSize) { hash.absorb(bytes, at: start) }
        var tail = Array(bytes[whole...]) + [0x80]
        while tail.count % Self.blockSize != 56 { tail.append(0) }
        for shift in stride(from: 56, through: 0, by: -8) {
            tail.append(UInt8(truncatingIfNeeded: (UInt64(count + bytes.count) * 8) >> UInt64(shift)))
        }
        for start in stride(from: 0, to: tail.count, by: Self.blockSize) { hash.absorb(tail, at: start) }
        return hash.state.flatMap { word in
            stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
        }
    }

    /// Bytes that are taken in at once.
    static let blockSize = 64

    /// Takes in the 64 bytes that start there.
    private mutating func absorb(_ bytes: [UInt8], at start: Int) {
        // On the stack: an array for each block would cost as much as the hash.
        var words = InlineArray<64, UInt32>(repeating: 0)
        let block = bytes.span.extracting(start..<(start + 64))
        for index in 0..<16 {
            let high = UInt32(block[index * 4]) << 24 | UInt32(block[index * 4 + 1]) << 16
            words[index] = high | UInt32(block[index * 4 + 2]) << 8 | UInt32(block[index * 4 + 3])
        }
        for index in 16..<64 {
            let early = words[index - 15]
            let late = words[index - 2]
            let mixedEarly = turned(early, 7) ^ turned(early, 18) ^ early >> 3
            let mixedLate = turned(late, 17) ^ turned(late, 19) ^ late >> 10
            words[index] = words[index - 16] &+ mixedEarly &+ words[index - 7] &+ mixedLate
        }
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        let constants = SHA256.constants
        // Eight rounds at a time turn the eight registers once, so that none is ever moved.
        for index in stride(from: 0, to: 64, by: 8) {
            mix(a, b, c, &d, e, f, g, &h, words[index] &+ constants[index])
            mix(h, a, b, &c, d, e, f, &g, words[index + 1] &+ constants[index + 1])
            mix(g, h, a, &b, c, d, e, &f, words[index + 2] &+ constants[index + 2])
            mix(f, g, h, &a, b, c, d, &e, words[index + 3] &+ constants[index + 3])
            mix(e, f, g, &h, a, b, c, &d, words[index + 4] &+ constants[index + 4])
            mix(d, e, f, &g, h, a, b, &c, words[index + 5] &+ constants[index + 5])
            mix(c, d, e, &f, g, h, a, &b, words[index + 6] &+ constants[index + 6])
            mix(b, c, d, &e, f, g, h, &a, words[index + 7] &+ constants[index + 7])
        }
        let added: InlineArray<8, UInt32> = [a, b, c, d, e, f, g, h]
        for index in 0..<8 { state[index] &+= added[index] }
    }

    /// One round: what was `h` becomes the new `a`, and `d` the new `e`.
    @inline(__always)
    private func mix(
        _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
        _ h: inout UInt32, _ word: UInt32
    ) {
        let choice = (e & f) ^ (~e & g)
        let majority = (a & b) ^ (a & c) ^ (b & c)
        let first = h &+ (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) &+ choice &+ word
        d &+= first
        h = first &+ (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) &+ majority
    }

    private func turned(_ word: UInt32, _ bits: UInt32) -> UInt32 {
        word >> bits | word << (32 - bits)
    }

    private static let constants: InlineArray<64, UInt32> = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]
}
