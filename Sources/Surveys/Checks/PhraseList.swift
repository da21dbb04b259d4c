/// Words to be looked for together: one walk over a text finds all of them.
struct PhraseList: Sendable {
    /// By their first letter; the longer ones first.
    private var byFirst: [UInt32: [[UInt32]]] = [:]
    /// Bits for the first letters, many letters to a bit: nearly every letter of a text is ruled out by them.
    private var firsts = [UInt64](repeating: 0, count: 64)

    init(_ phrases: [String]) {
        for phrase in phrases {
            let letters = Self.letters(of: phrase)
            guard let first = letters.first else { continue }
            byFirst[first, default: []].append(letters)
            firsts[Int(first >> 6 & 63)] |= 1 << UInt64(first & 63)
        }
        for first in byFirst.keys { byFirst[first]?.sort { $0.count > $1.count } }
    }

    static func letters(of text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

    /// The phrase that begins here, or nil.
    func phrase(at index: Int, of text: ArraySlice<UInt32>) -> [UInt32]? {
        let first = text[index]
        guard firsts[Int(first >> 6 & 63)] & 1 << UInt64(first & 63) != 0 else { return nil }
        return byFirst[first]?.first { text[index...].starts(with: $0) }
    }

    /// The first of the phrases in a text.
    func first(in text: ArraySlice<UInt32>) -> Range<Int>? {
        for index in text.indices {
            if let phrase = phrase(at: index, of: text) { return index..<index + phrase.count }
        }
        return nil
    }

    /// Where the last of them ends.
    func lastEnd(in text: ArraySlice<UInt32>) -> Int? {
        for index in text.indices.reversed() {
            if let phrase = phrase(at: index, of: text) { return index + phrase.count }
        }
        return nil
    }

    func isFound(in text: ArraySlice<UInt32>) -> Bool { first(in: text) != nil }
}
