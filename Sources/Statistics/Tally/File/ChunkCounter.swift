/// Counts a piece of a file: all records that begin in it.
///
/// A value, so that its parts are changed without asking who else holds them.
struct ChunkCounter<Code: BlockCode> {
    let rows: GroupRows<Code>
    /// The texts of the group columns and of the round.
    private(set) var texts: [TextTable]
    /// The combinations of the first texts with the next, text by text: those of all are the groups of ``rows``.
    private(set) var combinations: [TextTable]
    /// How many cells of each column of answers were rejected.
    private(set) var rejected: [Int]
    /// The first of them: their lines, and columns of answers.
    private(set) var places: [(line: Int, column: Int)] = []
    /// How many responses there are.
    private(set) var responses = 0
    /// The number of the line behind the last record; how many lines there are when the first was 0.
    private(set) var lines: Int

    private let shape: FileShape
    /// The shape's kinds and lanes, where no array has to be held on to.
    private let kinds: FixedTable<FileShape.Kind>
    private let lanes: FixedTable<FileShape.Lanes>
    private var memos: [CodeMemo]
    /// The codes of the record at hand.
    private let row: ZeroedRoom<Code>
    /// The numbers of its texts.
    private var numbers: [Int]
    private var person = PersonName()
    /// How many lines it has beside the first.
    private var extraLines = 0
    /// Whether any of its cells says something.
    private var hasContent = false
    /// The columns whose cells were rejected in it.
    private var rejectedColumns: [Int] = []
    /// What stands in a quoted cell, its doubled marks made single.
    private let quoted = FileBuffer(room: 256)

    /// - Parameter line: the number of the first line; 0 when it is not known.
    init(_ layout: CountingLayout, _ shape: FileShape, memos: [CodeMemo.Shared], hasPersons: Bool, line: Int) {
        self.shape = shape
        kinds = FixedTable(shape.kinds)
        lanes = FixedTable(shape.lanes)
        lines = line
        self.memos = memos.map(CodeMemo.init)
        rejected = Array(repeating: 0, count: memos.count)
        let textCount = shape.kinds.count { if case .text = $0 { true } else { false } }
        texts = Array(repeating: TextTable(), count: textCount)
        numbers = Array(repeating: 0, count: textCount)
        combinations = Array(repeating: TextTable(), count: max(0, textCount - 1))
        rows = GroupRows(layout, codeColumns: shape.codeColumns, hasPersons: hasPersons)
        row = ZeroedRoom((shape.codeColumns.count + 15) / 8 * 8)
    }

    /// Counts the records that begin in a range of the file.
    ///
    /// - Parameter isBorder: the range begins anywhere, and its first record is guessed to stand behind the next line
    ///   end; otherwise it begins with a record.
    /// - Returns: where the first record began, and where the first one behind the range does.
    mutating func count(
        _ range: Range<Int>, of file: OpenFile, isBorder: Bool, room: Int
    ) throws(ResponseFileError) -> Range<Int> {
        let buffer = FileBuffer(room: room)
        var position = isBorder ? range.lowerBound - 1 : range.lowerBound
        var cursor = 0
        var start = isBorder ? nil : range.lowerBound
        while true {
            let isFinal = position + buffer.count == file.size
            // Safe: the buffer is refilled only when nothing points into it any more.
            if start == nil, let found = Self.lineEnd(in: buffer, from: cursor, isFinal: isFinal) {
                cursor = found
                start = position + found
            }
            if start != nil {
                cursor = try scan(
                    buffer, from: cursor, stop: range.upperBound - position, isFinal: isFinal)
            } else {
                cursor = max(0, buffer.count - 1)
            }
            if position + cursor >= range.upperBound || isFinal { break }
            guard buffer.count - cursor < FileBuffer.longestRecord else {
                throw .longRecord(line: lines, limit: FileBuffer.longestRecord)
            }
            // Behind the range only its last record is wanted.
            let end = position + buffer.count
            _ = try buffer.refill(
                dropping: cursor, from: file, at: end,
                limit: max(4096, buffer.count - cursor, range.upperBound - end + 4096))
            position += cursor
            cursor = 0
        }
        rows.flush()
        return (start ?? file.size)..<max(position + cursor, start ?? file.size)
    }

    /// Where the record behind the next line end begins; `nil` when that is not there yet.
    private static func lineEnd(in buffer: FileBuffer, from cursor: Int, isFinal: Bool) -> Int? {
        // Safe: no index reaches the count, but for the one that the margin allows.
        for index in cursor..<buffer.count where unsafe FileHeader.isNewline(buffer.base[index]) {
            guard unsafe buffer.base[index] == UInt8(ascii: "\r") else { return index + 1 }
            guard index + 1 < buffer.count || isFinal else { return nil }
            return unsafe index + 1 + (buffer.base[index + 1] == UInt8(ascii: "\n") ? 1 : 0)
        }
        return isFinal ? buffer.count : nil
    }

    /// Counts the whole records that begin before `stop` and returns where the first one that was not counted begins.
    private mutating func scan(
        _ buffer: FileBuffer, from cursor: Int, stop: Int, isFinal: Bool
    ) throws(ResponseFileError) -> Int {
        // Safe: every pointer below stays between `base` and `end`, or looks at most eight bytes behind `end`.
        let base = unsafe buffer.base
        let end = unsafe UnsafePointer(base + buffer.count)
        let last = unsafe UnsafePointer(base + min(stop, buffer.count))
        var start = unsafe UnsafePointer(base + cursor)
        while unsafe start < last {
            let byte = unsafe start.pointee
            if byte == UInt8(ascii: "\n") {
                unsafe start += 1
                lines += 1
                continue
            }
            extraLines = 0
            if !rejectedColumns.isEmpty { rejectedColumns.removeAll(keepingCapacity: true) }
            hasContent = false
            guard let next = try unsafe scanRow(start, end: end, isFinal: isFinal) else { break }
            if hasContent { commit() }
            lines += 1 + extraLines
            unsafe start = next
        }
        return unsafe start - UnsafePointer(base)
    }

    private mutating func commit() {
        responses += 1
        var group = numbers.first ?? 0
        for index in combinations.indices {
            group = combinations[index].number(ofWord: UInt64(group) << 32 | UInt64(numbers[index + 1]), length: 8)
        }
        for column in rejectedColumns {
            rejected[column] += 1
            if places.count < CountedResponses.placeLimit { places.append((lines, column)) }
        }
        // Safe: a row has a place for every column of answers.
        unsafe rows.append(row.base, group: group, person: person)
    }

    /// Reads one record and returns where the next one begins, or `nil` when its end is not there yet.
    private mutating func scanRow(
        _ start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>, isFinal: Bool
    ) throws(ResponseFileError) -> UnsafePointer<UInt8>? {
        let columns = kinds.count
        let separators = UInt64(shape.separator) &* 0x0101_0101_0101_0101
        var place = unsafe start
        var column = 0
        while true {
            // Safe: the column is one of the header's.
            let kind = unsafe kinds.base[column]
            if case .code = kind {
                let read = unsafe scanDigits(place, from: column)
                column += read
                if read > 0 { hasContent = true }
                unsafe place += 2 * read
                if column == columns { return unsafe lineEnd(place - 1, end: end, isFinal: isFinal) }
                if read > 0 { continue }
                // An empty cell is the usual reason to come here.
                if unsafe place < end && place.pointee == shape.separator && column < columns - 1 {
                    store(.missing, at: kind)
                    unsafe place += 1
                    column += 1
                    continue
                }
            } else if column < columns - 1 {
                // A short text without blanks and quotes, and its separator, within eight bytes.
                let word = unsafe Self.word(at: place)
                let flipped = word ^ separators
                let found = (flipped &- 0x0101_0101_0101_0101) & ~flipped & 0x8080_8080_8080_8080
                let small = (word &- 0x2323_2323_2323_2323) & ~word & 0x8080_8080_8080_8080
                if found != 0, found.trailingZeroBitCount <= small.trailingZeroBitCount {
                    let length = found.trailingZeroBitCount >> 3
                    let key = word & ~(UInt64.max << UInt64(length * 8))
                    switch kind {
                    case .text(let index): numbers[index] = texts[index].number(ofWord: key, length: length)
                    case .person: person = PersonName(word: key, length: length)
                    case .skipped, .code: break
                    }
                    if length > 0 { hasContent = true }
                    unsafe place += length + 1
                    column += 1
                    continue
                }
            }
            guard let cell = try unsafe cell(place, end: end, isFinal: isFinal) else { return nil }
            if unsafe cell.text.count > 0 { hasContent = true }
            unsafe read(cell.text, as: kind)
            unsafe place = cell.next
            column += 1
            if unsafe place == end || place.pointee != shape.separator {
                guard column == columns else {
                    return try unsafe raggedRow(cells: column, place, end: end, isFinal: isFinal)
                }
                return unsafe lineEnd(place, end: end, isFinal: isFinal)
            }
            guard column < columns else {
                return try unsafe raggedRow(cells: column, place, end: end, isFinal: isFinal)
            }
            unsafe place += 1
        }
    }

    /// Reads cells of one digit within the bounds, four at a time, and returns how many there were.
    @inline(__always)
    private func scanDigits(_ start: UnsafePointer<UInt8>, from column: Int) -> Int {
        // Safe: the index is compared; a row has room for four codes behind the last.
        let row = unsafe row.base
        let count = lanes.count
        var index = column
        var place = unsafe start
        while index < count {
            let lane = unsafe lanes.base + index
            let word = unsafe Self.word(at: place) ^ lane.pointee.flip
            unsafe Self.storeFour(word, to: row + lane.pointee.place)
            let bad = unsafe (word | (word &+ lane.pointee.high) | ~(word &+ lane.pointee.low)) & 0x8000_8000_8000_8000
            guard bad == 0 else {
                index &+= bad.trailingZeroBitCount &>> 4
                break
            }
            index &+= 4
            unsafe place += 8
        }
        return index &- column
    }

    @inline(__always)
    private static func storeFour(_ word: UInt64, to place: UnsafeMutablePointer<Code>) {
        // Safe: the row has eight places more than there are columns of answers.
        if Code.self == Int16.self {
            unsafe UnsafeMutableRawPointer(place).storeBytes(of: word.littleEndian, as: UInt64.self)
        } else {
            for lane in 0..<4 { unsafe place[lane] = Code(truncatingIfNeeded: (word >> (lane * 16)) & 0xFF) }
        }
    }

    @inline(__always)
    private static func word(at place: UnsafePointer<UInt8>) -> UInt64 {
        // Safe: the buffer's margin allows eight bytes behind its end.
        unsafe UInt64(littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt64.self))
    }

    private func store(_ code: Code, at kind: FileShape.Kind) {
        guard case .code(_, let place) = kind else { return }
        // Safe: a row has a place for every column of answers.
        unsafe row.base[place] = code
    }

    /// Takes any cell, at leisure.
    private mutating func read(_ text: UnsafeRawBufferPointer, as kind: FileShape.Kind) {
        switch kind {
        case .skipped: break
        case .text(let index): numbers[index] = unsafe texts[index].number(of: text)
        case .person: person = unsafe rows.name(of: text)
        case .code(let column, _):
            let code = unsafe memos[column].code(of: text)
            if code == CodeMemo.rejected { rejectedColumns.append(column) }
            store(code == CodeMemo.rejected ? .missing : Code(tableCode: code), at: kind)
        }
    }

    /// Where the record behind a line end begins; `nil` when it is not known whether a line feed follows.
    private func lineEnd(
        _ terminator: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>, isFinal: Bool
    ) -> UnsafePointer<UInt8>? {
        guard unsafe terminator < end else { return isFinal ? unsafe end : nil }
        let next = unsafe terminator + 1
        guard unsafe terminator.pointee == UInt8(ascii: "\r") else { return unsafe next }
        guard unsafe next < end || isFinal else { return nil }
        return unsafe next < end && next.pointee == UInt8(ascii: "\n") ? next + 1 : next
    }

    /// Finds the end of any cell: what it says without blanks and quotes, and the separator, line end or end behind it;
    /// `nil` when that is not there yet.
    private mutating func cell(
        _ start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>, isFinal: Bool
    ) throws(ResponseFileError) -> (text: UnsafeRawBufferPointer, next: UnsafePointer<UInt8>)? {
        var first = unsafe start
        while unsafe first < end && isPadding(first.pointee) { unsafe first += 1 }
        if unsafe first < end && first.pointee == UInt8(ascii: "\"") {
            return try unsafe quotedCell(first + 1, end: end, isFinal: isFinal)
        }
        var next = unsafe first
        while unsafe next < end && next.pointee != shape.separator && !FileHeader.isNewline(next.pointee) {
            unsafe next += 1
        }
        guard unsafe next < end || isFinal else { return nil }
        var last = unsafe next
        while unsafe last > first && isPadding(last[-1]) { unsafe last -= 1 }
        return unsafe (UnsafeRawBufferPointer(start: first, count: last - first), next)
    }

    private mutating func quotedCell(
        _ start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>, isFinal: Bool
    ) throws(ResponseFileError) -> (text: UnsafeRawBufferPointer, next: UnsafePointer<UInt8>)? {
        let opened = extraLines
        var place = unsafe start
        var content: [UInt8] = []
        while unsafe place < end {
            let byte = unsafe place.pointee
            unsafe place += 1
            if byte == UInt8(ascii: "\"") {
                if unsafe place == end && !isFinal { return nil }
                guard unsafe place < end && place.pointee == byte else {
                    while unsafe place < end && isPadding(place.pointee) { unsafe place += 1 }
                    guard unsafe place < end || isFinal else { return nil }
                    guard unsafe place == end || place.pointee == shape.separator || FileHeader.isNewline(place.pointee)
                    else { throw .textAfterQuote(line: lines + extraLines) }
                    return unsafe (quoted.hold(content), place)
                }
                unsafe place += 1
            } else if byte == UInt8(ascii: "\n") {
                extraLines += 1
            } else if byte == UInt8(ascii: "\r") {
                if unsafe place == end && !isFinal { return nil }
                if unsafe place == end || place.pointee != UInt8(ascii: "\n") { extraLines += 1 }
            }
            content.append(byte)
        }
        guard isFinal else { return nil }
        throw .unclosedQuote(line: lines + opened)
    }

    /// Blanks around a cell, unless they separate cells.
    private func isPadding(_ byte: UInt8) -> Bool {
        (byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")) && byte != shape.separator
    }

    /// A record of too few or too many cells, `cells` of which were read: an error unless it is blank.
    private mutating func raggedRow(
        cells: Int, _ place: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>,
        isFinal: Bool
    ) throws(ResponseFileError) -> UnsafePointer<UInt8>? {
        var place = unsafe place
        var cells = cells
        while unsafe place < end && place.pointee == shape.separator {
            guard let cell = try unsafe cell(place + 1, end: end, isFinal: isFinal) else { return nil }
            if unsafe cell.text.count > 0 { hasContent = true }
            unsafe place = cell.next
            cells += 1
        }
        guard let next = unsafe lineEnd(place, end: end, isFinal: isFinal) else { return nil }
        guard !hasContent else { throw .raggedRow(line: lines, cells: cells, columns: shape.kinds.count) }
        return unsafe next
    }
}

extension FileBuffer {
    /// Holds some bytes until the next ones are held, and lends them.
    fileprivate func hold(_ bytes: [UInt8]) -> UnsafeRawBufferPointer {
        reserve(bytes.count)
        // Safe: there is room, and the buffer outlives the cell.
        for (index, byte) in bytes.enumerated() { unsafe base[index] = byte }
        return unsafe UnsafeRawBufferPointer(start: base, count: bytes.count)
    }
}
