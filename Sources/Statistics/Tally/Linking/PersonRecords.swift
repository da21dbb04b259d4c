/// What is kept of every response until the rounds are linked: who gave it, in which group, and its key in each scale.
///
/// Records lie in parts by the hash of the person, so that one part at a time can be linked in a small table, and
/// different parts by different threads. They are made of 16-bit words, since there may be very many.
final class PersonRecords {
    static let partCount = 64
    /// Name (four words), its length and the group (two words each); the keys follow.
    static let headWords = 8

    let scales: Int
    /// How many words a key has, see ``CountingLayout/keyWords``.
    let keyWords: Int
    /// One list a part.
    let parts: RecordLists
    /// Names of more than eight bytes, one after another.
    private(set) var longNames: [UInt8] = []
    /// How many responses name nobody, by group.
    private(set) var anonymous: [Int] = []

    init(_ layout: CountingLayout) {
        let (scales, keyWords) = (layout.scales.count, layout.keyWords)
        self.scales = scales
        self.keyWords = keyWords
        parts = RecordLists(count: Self.partCount, width: Self.headWords + keyWords * scales)
    }

    /// Keeps a long name.
    func keep(_ name: UnsafeRawBufferPointer) -> PersonName {
        let start = longNames.count
        unsafe longNames.append(contentsOf: name)
        return PersonName(word: UInt64(start), length: name.count)
    }

    /// A number that is the same for the same name, whoever keeps it.
    @inline(__always)
    func hash(_ name: PersonName) -> Int {
        name.length > 8 ? longHash(name) : TextTable.hash(name.word, name.length)
    }

    private func longHash(_ name: PersonName) -> Int {
        let start = Int(name.word)
        // Safe: the name was appended here, and the bytes are only looked at inside the closure.
        return unsafe longNames.withUnsafeBytes { bytes in
            unsafe TextTable.hash(UnsafeRawBufferPointer(rebasing: bytes[start..<start + name.length]))
        }
    }

    /// Keeps the records of some rows; `keys` has ``scales`` × ``keyWords`` words a row.
    func append(_ names: UnsafePointer<PersonName>, rows: Int, group: Int, keys: UnsafePointer<UInt16>) {
        if group >= anonymous.count { anonymous += repeatElement(0, count: group + 1 - anonymous.count) }
        let words = scales * keyWords
        let parts = parts
        for row in 0..<rows {
            // Safe: both lists have `rows` entries, and `add` makes room for a record.
            let name = unsafe names[row]
            guard name.length > 0 else {
                anonymous[group] += 1
                continue
            }
            let record = unsafe parts.add(to: (hash(name) >> 20) & (Self.partCount - 1))
            unsafe UnsafeMutableRawPointer(record).storeBytes(of: name.word, as: UInt64.self)
            unsafe UnsafeMutableRawPointer(record + 4).storeBytes(
                of: UInt32(truncatingIfNeeded: name.length), as: UInt32.self)
            unsafe UnsafeMutableRawPointer(record + 6).storeBytes(
                of: UInt32(truncatingIfNeeded: group), as: UInt32.self)
            let source = unsafe keys + row * words
            for word in 0..<words { unsafe record[Self.headWords + word] = source[word] }
        }
    }

    /// The name in a record.
    static func name(_ record: UnsafePointer<UInt16>) -> PersonName {
        // Safe: a record begins with its head.
        unsafe PersonName(
            word: UnsafeRawPointer(record).loadUnaligned(as: UInt64.self),
            length: Int(UnsafeRawPointer(record + 4).loadUnaligned(as: UInt32.self)))
    }

    /// The group in a record.
    static func group(_ record: UnsafePointer<UInt16>) -> Int {
        // Safe: a record begins with its head.
        unsafe Int(UnsafeRawPointer(record + 6).loadUnaligned(as: UInt32.self))
    }
}
