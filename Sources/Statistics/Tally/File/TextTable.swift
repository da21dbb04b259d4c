/// Numbers for distinct texts, 0, 1, 2, … in the order of their first appearance; found by their bytes.
///
/// A hash table with open places. Texts of up to eight bytes are told apart by one comparison.
struct TextTable {
    private struct Entry {
        /// The first eight bytes, zeros behind the end.
        var word: UInt64
        var length: Int
        /// Where a longer text begins in ``bytes``.
        var start: Int
    }

    private var entries: [Entry] = []
    private var bytes: [UInt8] = []
    /// The entry in each place, or −1; at most half of the places are taken.
    private var places: [Int32] = Array(repeating: -1, count: 64)

    /// How many texts there are.
    var count: Int { entries.count }

    /// The number of a text of at most eight bytes, zeros behind its end.
    @inline(__always)
    mutating func number(ofWord word: UInt64, length: Int) -> Int {
        var place = Self.hash(word, length) & (places.count - 1)
        while true {
            let number = Int(places[place])
            guard number >= 0 else { break }
            if entries[number].word == word, entries[number].length == length { return number }
            place = (place + 1) & (places.count - 1)
        }
        return append(Entry(word: word, length: length, start: 0), at: place)
    }

    /// The number of any text.
    mutating func number(of text: UnsafeRawBufferPointer) -> Int {
        let word = unsafe Self.word(text)
        guard text.count > 8 else { return number(ofWord: word, length: text.count) }
        var place = unsafe Self.hash(text) & (places.count - 1)
        while places[place] >= 0 {
            let entry = entries[Int(places[place])]
            if entry.word == word, entry.length == text.count,
                unsafe bytes[entry.start..<entry.start + entry.length].elementsEqual(text)
            {
                return Int(places[place])
            }
            place = (place + 1) & (places.count - 1)
        }
        let entry = Entry(word: word, length: text.count, start: bytes.count)
        unsafe bytes.append(contentsOf: text)
        return append(entry, at: place)
    }

    private mutating func append(_ entry: Entry, at place: Int) -> Int {
        let number = entries.count
        places[place] = Int32(number)
        entries.append(entry)
        guard entries.count * 2 > places.count else { return number }
        places = Array(repeating: -1, count: places.count * 4)
        for (number, entry) in entries.enumerated() {
            var place = hash(of: entry) & (places.count - 1)
            while places[place] >= 0 { place = (place + 1) & (places.count - 1) }
            places[place] = Int32(number)
        }
        return number
    }

    private func hash(of entry: Entry) -> Int {
        guard entry.length > 8 else { return Self.hash(entry.word, entry.length) }
        // Safe: the bytes are only looked at inside the closure.
        return unsafe bytes[entry.start..<entry.start + entry.length].withUnsafeBytes { unsafe Self.hash($0) }
    }

    /// The first eight bytes of a text of up to eight bytes, zeros behind its end.
    func word(_ number: Int) -> UInt64 { entries[number].word }

    /// A text, mended where it is not UTF-8.
    func text(_ number: Int) -> String {
        let entry = entries[number]
        guard entry.length <= 8 else {
            return String(decoding: bytes[entry.start..<entry.start + entry.length], as: UTF8.self)
        }
        return String(
            decoding: (0..<entry.length).map { UInt8(truncatingIfNeeded: entry.word >> ($0 * 8)) }, as: UTF8.self)
    }

    /// The first eight bytes, zeros behind the end.
    static func word(_ text: UnsafeRawBufferPointer) -> UInt64 {
        var word: UInt64 = 0
        // Safe: no index reaches the count.
        for index in 0..<min(8, text.count) { unsafe word |= UInt64(text[index]) << (index * 8) }
        return word
    }

    @inline(__always)
    static func hash(_ word: UInt64, _ length: Int) -> Int {
        let mixed = (word ^ UInt64(truncatingIfNeeded: length)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: (mixed ^ (mixed >> 32)) & 0x7FFF_FFFF_FFFF_FFFF)
    }

    static func hash(_ text: UnsafeRawBufferPointer) -> Int {
        guard text.count > 8 else { return unsafe hash(word(text), text.count) }
        var mixed = UInt64(truncatingIfNeeded: text.count)
        var start = 0
        // Safe: the slices end inside the text.
        while start < text.count {
            let part = unsafe UnsafeRawBufferPointer(rebasing: text[start..<min(start + 8, text.count)])
            mixed = unsafe UInt64(truncatingIfNeeded: hash(word(part) ^ mixed, part.count))
            start += 8
        }
        return Int(truncatingIfNeeded: mixed)
    }
}
