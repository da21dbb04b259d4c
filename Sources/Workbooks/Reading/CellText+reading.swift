extension CellText {
    /// The text that a reader sees: `_x0041_` is `A`, and `_x005F_` the underscore that kept a text from being read so.
    ///
    /// A character outside the basic plane is two such units (`_xD83D__xDE00_` is 😀); one alone is no character and
    /// stays as it was typed. Control characters that came in this way, where XML itself could not hold them, are
    /// dropped as they are in writing: a terminal obeys some of them.
    static func unescaped(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard bytes.indices.contains(where: { unit(in: bytes, at: $0) != nil }) else { return text }
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var at = 0
        while at < bytes.count {
            guard let first = unit(in: bytes, at: at) else {
                plain.append(bytes[at])
                at += 1
                continue
            }
            if let scalar = Unicode.Scalar(first) {
                plain += UTF8.encode(scalar).map(Array.init) ?? []
                at += 7
            } else if UTF16.isLeadSurrogate(first), let second = unit(in: bytes, at: at + 7),
                UTF16.isTrailSurrogate(second)
            {
                let scalar = UTF16.decode(UTF16.EncodedScalar([first, second]))
                plain += UTF8.encode(scalar).map(Array.init) ?? []
                at += 14
            } else {
                plain += bytes[at..<(at + 7)]
                at += 7
            }
        }
        return printable(String(decoding: plain, as: UTF8.self))
    }

    /// The UTF-16 unit that `_xHHHH_` stands for; nil where no such escape begins.
    private static func unit(in bytes: [UInt8], at start: Int) -> UInt16? {
        guard start + 7 <= bytes.count, bytes[start] == UInt8(ascii: "_"), bytes[start + 1] == UInt8(ascii: "x"),
            bytes[start + 6] == UInt8(ascii: "_")
        else { return nil }
        var value: UInt16 = 0
        for digit in bytes[(start + 2)..<(start + 6)] {
            guard let number = Character(Unicode.Scalar(digit)).hexDigitValue else { return nil }
            value = value << 4 | UInt16(number)
        }
        return value
    }
}
