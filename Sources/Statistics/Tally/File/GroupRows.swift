/// Who answered, as far as it matters for finding the same person again.
struct PersonName {
    /// The name itself when it has at most eight bytes; otherwise where it begins among the long names.
    var word: UInt64 = 0
    /// How many bytes the name has; without a name 0.
    var length = 0
}

/// Gathers rows until a group has a block of them, and feeds the blocks to the counter.
///
/// Rows come in any order of groups and lie one after another; a block is column by column.
@safe final class GroupRows<Code: BlockCode> {
    let counter: BlockCounter<Code>
    /// What is kept of every response to link persons; `nil` when nobody is named.
    let persons: PersonRecords?
    /// The codes of a row, a multiple of eight.
    private let width: Int
    /// For every place of a row its slot in the counter's block; unread columns go to the slot behind the last.
    private let slots: FixedTable<Int>
    /// The keys of the block counted last.
    private let keys: ZeroedRoom<UInt16>
    private var groups: UnsafeMutablePointer<Gathered>
    private var groupCount = 0
    private var groupRoom = 16
    /// How many bytes the gathered rows have room for.
    private var held = 0

    @safe private struct Gathered {
        var codes: UnsafeMutablePointer<Code>
        var names: UnsafeMutablePointer<PersonName>
        var count: Int
        var room: Int
    }

    init(_ layout: CountingLayout, codeColumns: [Int], hasPersons: Bool) {
        counter = BlockCounter(layout)
        persons = hasPersons ? PersonRecords(layout) : nil
        width = (codeColumns.count + 7) / 8 * 8
        let known = Dictionary(uniqueKeysWithValues: layout.columns.enumerated().map { ($0.element, $0.offset) })
        let unread = layout.columns.count
        slots = FixedTable(
            (0..<width).map { codeColumns.indices.contains($0) ? known[codeColumns[$0]] ?? unread : unread })
        keys = ZeroedRoom(columns: layout.scales.count * layout.keyWords)
        unsafe groups = .allocate(capacity: groupRoom)
    }

    deinit {
        for group in 0..<groupCount {
            unsafe groups[group].codes.deallocate()
            unsafe groups[group].names.deallocate()
        }
        unsafe groups.deallocate()
    }

    /// The name of a person, kept if it is long.
    func name(of text: UnsafeRawBufferPointer) -> PersonName {
        guard text.count > 8, let persons else {
            return unsafe PersonName(word: TextTable.word(text), length: min(8, text.count))
        }
        return unsafe persons.keep(text)
    }

    /// Takes one row.
    func append(_ row: UnsafePointer<Code>, group: Int, person: PersonName) {
        if group >= groupCount { makeRoom(for: group) }
        // Safe: there is room for the group, and for `room` rows of `width` codes in it.
        let gathered = unsafe groups + group
        if unsafe gathered.pointee.count == gathered.pointee.room { makeRoom(in: group) }
        let count = unsafe gathered.pointee.count
        let target = unsafe gathered.pointee.codes + count * width
        for start in stride(from: 0, to: width, by: 8) { unsafe (target + start).update(from: row + start, count: 8) }
        unsafe gathered.pointee.names[count] = person
        unsafe gathered.pointee.count = count + 1
    }

    private func makeRoom(for group: Int) {
        if group >= groupRoom {
            let room = max(group + 1, groupRoom * 2)
            let larger = UnsafeMutablePointer<Gathered>.allocate(capacity: room)
            unsafe larger.moveInitialize(from: groups, count: groupCount)
            unsafe groups.deallocate()
            unsafe groups = larger
            groupRoom = room
        }
        for new in groupCount...group {
            unsafe (groups + new).initialize(
                to: Gathered(codes: .allocate(capacity: 0), names: .allocate(capacity: 0), count: 0, room: 0))
        }
        groupCount = group + 1
        counter.grow(to: groupCount)
    }

    /// A full group is counted, or has its room doubled up to a block.
    private func makeRoom(in group: Int) {
        // Safe: the group exists; what is moved fits into the new room.
        let old = unsafe groups[group]
        guard old.room < BlockRows.count, held < Self.heldLimit else {
            // With very many groups a group without any room still gets some.
            if old.room > 0 { return count(group) }
            return enlarge(group, to: 8)
        }
        enlarge(group, to: max(16, old.room * 4))
    }

    private func enlarge(_ group: Int, to room: Int) {
        let old = unsafe groups[group]
        let codes = UnsafeMutablePointer<Code>.allocate(capacity: room * width)
        let names = UnsafeMutablePointer<PersonName>.allocate(capacity: room)
        // Rows behind the last are looked at in whole eights, though never counted.
        unsafe codes.initialize(repeating: 0, count: room * width)
        unsafe codes.update(from: old.codes, count: old.count * width)
        unsafe names.update(from: old.names, count: old.count)
        unsafe old.codes.deallocate()
        unsafe old.names.deallocate()
        unsafe groups[group] = Gathered(codes: codes, names: names, count: old.count, room: room)
        held += (room - old.room) * width * MemoryLayout<Code>.size
    }

    /// Sixteen megabytes of rows.
    private static var heldLimit: Int { 16 << 20 }

    /// Counts what is left.
    func flush() {
        for group in 0..<groupCount { count(group) }
    }

    private func count(_ group: Int) {
        // Safe: the group exists and has `count` rows.
        let gathered = unsafe groups[group]
        let rows = gathered.count
        guard rows > 0 else { return }
        unsafe transpose(gathered.codes, rows: rows)
        counter.count(rows: rows, group: group)
        if let persons {
            unsafe counter.copyKeys(rows: rows, to: keys.base)
            unsafe persons.append(gathered.names, rows: rows, group: group, keys: keys.base)
        }
        unsafe groups[group].count = 0
    }

    /// Turns rows into the columns of the counter's block.
    private func transpose(_ codes: UnsafePointer<Code>, rows: Int) {
        let block = unsafe counter.block.base
        for start in stride(from: 0, to: width, by: 8) {
            for row in stride(from: 0, to: rows, by: 8) {
                // Safe: rows of `width` codes; a group has room for whole eights of rows; the block has a slot for
                // every column read and one for the others.
                unsafe Self.transposeEight(
                    codes + row * width + start, width: width, to: block + row, slots: slots, start: start)
            }
        }
    }

    @inline(__always)
    private static func transposeEight(
        _ codes: UnsafePointer<Code>, width: Int, to block: UnsafeMutablePointer<Code>, slots: FixedTable<Int>,
        start: Int
    ) {
        typealias Eight = SIMD8<Code>
        func row(_ index: Int) -> Eight {
            unsafe UnsafeRawPointer(codes + index * width).loadUnaligned(as: Eight.self)
        }
        // Three rounds of interleaving: rows 0 and 4, 1 and 5, …, and what comes of them again.
        let (a, e) = interleaved(row(0), row(4))
        let (b, f) = interleaved(row(1), row(5))
        let (c, g) = interleaved(row(2), row(6))
        let (d, h) = interleaved(row(3), row(7))
        let (i, k) = interleaved(a, c)
        let (j, l) = interleaved(b, d)
        let (m, o) = interleaved(e, g)
        let (n, p) = interleaved(f, h)
        let (c0, c1) = interleaved(i, j)
        let (c2, c3) = interleaved(k, l)
        let (c4, c5) = interleaved(m, n)
        let (c6, c7) = interleaved(o, p)
        func store(_ column: Int, _ codes: Eight) {
            let target = unsafe block + slots.base[start + column] * BlockRows.count
            unsafe UnsafeMutableRawPointer(target).storeBytes(of: codes, as: Eight.self)
        }
        store(0, c0)
        store(1, c1)
        store(2, c2)
        store(3, c3)
        store(4, c4)
        store(5, c5)
        store(6, c6)
        store(7, c7)
    }

    /// a₀b₀a₁b₁…, the lower and the upper half: one instruction each on x86-64.
    @inline(__always)
    private static func interleaved(_ a: SIMD8<Code>, _ b: SIMD8<Code>) -> (SIMD8<Code>, SIMD8<Code>) {
        var (low, high) = (SIMD8<Code>(), SIMD8<Code>())
        (low.evenHalf, low.oddHalf) = (a.lowHalf, b.lowHalf)
        (high.evenHalf, high.oddHalf) = (a.highHalf, b.highHalf)
        return (low, high)
    }
}
