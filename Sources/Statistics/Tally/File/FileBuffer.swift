/// Memory that pieces of a file are read into, with room behind the end so that eight bytes may be looked at anywhere.
@safe final class FileBuffer {
    /// A record longer than this is no record but a sign of a missing quotation mark.
    static let longestRecord = 64 << 20
    /// How many bytes may be looked at behind the end; they are 0.
    static let margin = 64

    private(set) var base: UnsafeMutablePointer<UInt8>
    /// How many bytes there is room for, the margin not counted.
    private(set) var room: Int
    /// How many bytes are there.
    private(set) var count = 0

    init(room: Int) {
        self.room = room
        unsafe base = .allocate(capacity: room + Self.margin)
        unsafe base.initialize(repeating: 0, count: room + Self.margin)
    }

    deinit { unsafe base.deallocate() }

    /// Drops the first bytes, makes room if there is none, and reads on from `position`; returns how many bytes came.
    func refill(dropping used: Int, from file: OpenFile, at position: Int, limit: Int) throws(ResponseFileError) -> Int
    {
        precondition((0...count).contains(used), "no more is dropped than there is")
        // Safe: all moves stay within the old and the new room.
        unsafe base.update(from: base + used, count: count - used)
        count -= used
        if count == room { grow() }
        let free = unsafe UnsafeMutableRawBufferPointer(start: base + count, count: min(room - count, limit))
        let read = try unsafe file.read(at: position, into: free)
        count += read
        unsafe (base + count).update(repeating: 0, count: Self.margin)
        return read
    }

    /// Makes room for so many bytes.
    func reserve(_ count: Int) {
        while room < count { grow() }
    }

    private func grow() {
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: room * 4 + Self.margin)
        unsafe larger.initialize(repeating: 0, count: room * 4 + Self.margin)
        unsafe larger.update(from: base, count: count)
        unsafe base.deallocate()
        unsafe base = larger
        room *= 4
    }
}
