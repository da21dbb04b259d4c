/// Many lists of plain records of one width, in pages, so that they grow without being copied.
///
/// One object for all lists, since adding to one of them is done for every row.
@safe final class RecordLists {
    /// How many words a record has.
    let width: Int
    let count: Int
    private let heads: UnsafeMutablePointer<Head>

    @safe private struct Head {
        var next: UnsafeMutablePointer<UInt16>
        /// For how many records there still is room.
        var left = 0
        var records = 0
        var pages: [Page] = []
    }

    /// Some of the records of a list; all but the last page are full.
    @safe private struct Page {
        let base: UnsafeMutablePointer<UInt16>
        let room: Int
    }

    init(count: Int, width: Int) {
        self.count = count
        self.width = width
        unsafe heads = .allocate(capacity: count)
        // Safe: nothing is written to a list without room.
        let nowhere = UnsafeMutablePointer<UInt16>.allocate(capacity: 0)
        defer { unsafe nowhere.deallocate() }
        for list in 0..<count { unsafe (heads + list).initialize(to: Head(next: nowhere)) }
    }

    deinit {
        for list in 0..<count { removeAll(list) }
        unsafe heads.deinitialize(count: count)
        unsafe heads.deallocate()
    }

    /// Adds a record to a list, and lends the place where it is to be written.
    @inline(__always)
    func add(to list: Int) -> UnsafeMutablePointer<UInt16> {
        // Safe: lists are numbered below `count`, and a page has room for `left` more records.
        let head = unsafe heads + list
        if unsafe head.pointee.left == 0 { addPage(to: list) }
        let place = unsafe head.pointee.next
        unsafe head.pointee.next = place + width
        unsafe head.pointee.left &-= 1
        unsafe head.pointee.records &+= 1
        return unsafe place
    }

    private func addPage(to list: Int) {
        let head = unsafe heads + list
        let room = unsafe min(2048, max(8, (head.pointee.pages.last?.room ?? 0) * 4))
        let page = unsafe Page(base: .allocate(capacity: room * max(1, width)), room: room)
        unsafe head.pointee.pages.append(page)
        unsafe head.pointee.left = room
        unsafe head.pointee.next = page.base
    }

    /// How many records a list has.
    func records(in list: Int) -> Int { unsafe heads[list].records }

    /// Frees the records of a list.
    func removeAll(_ list: Int) {
        // Safe: every page was allocated by `addPage` and is dropped here.
        for page in unsafe heads[list].pages { unsafe page.base.deallocate() }
        unsafe heads[list].pages = []
        unsafe (heads[list].left, heads[list].records) = (0, 0)
    }

    /// Hands over every record of a list.
    @inline(__always)
    func forEach(in list: Int, _ body: (UnsafePointer<UInt16>) -> Void) {
        var left = records(in: list)
        for page in unsafe heads[list].pages {
            var record = unsafe UnsafePointer(page.base)
            let count = min(left, page.room)
            left -= count
            // Safe: the page holds so many records.
            for _ in 0..<count {
                unsafe body(record)
                unsafe record += width
            }
        }
    }
}
