/// What the header of a file says: how lines end, what separates cells, and what to do with every column.
struct FileShape: Sendable {
    /// What becomes of a cell.
    enum Kind: Sendable, Equatable, BitwiseCopyable {
        /// Passed over.
        case skipped
        /// The code of this column of ``ResponseFile/columns``, into this place of the row.
        case code(column: Int, place: Int)
        /// The text of a group column or, as the last, of the round.
        case text(Int)
        /// Who answered.
        case person
    }

    /// Four cells of one digit, each with the byte behind it, are compared at once: as 16-bit lanes of one word.
    ///
    /// The word and `flip` leave a lane's digit, if that is what it is and the right byte stands behind; a lane is good
    /// when it is between the bounds. The sign bit of lane + `high` is set above the upper bound and that of
    /// lane + `low` is not set below the lower one; a lane with its own sign bit is bad. What a bad lane carries over
    /// spoils only lanes behind it, and the first bad one is all that is asked for.
    struct Lanes: Sendable, BitwiseCopyable {
        var flip: UInt64 = 0
        var high: UInt64 = 0
        var low: UInt64 = 0
        /// Where the first lane's code goes; what bad lanes leave behind it is overwritten by the next answers.
        var place = 0
    }

    let separator: UInt8
    let kinds: [Kind]
    /// For every column the four lanes that begin with it.
    let lanes: [Lanes]
    /// For every place of a row the column of ``ResponseFile/columns`` whose code it holds.
    let codeColumns: [Int]
    /// Where the first record behind the header begins, and its line.
    let start: Int
    let line: Int

    /// Reads a header.
    init(_ header: FileHeader, of file: ResponseFile) throws(ResponseFileError) {
        separator = header.separator
        start = header.end
        line = header.line
        func column(_ name: String) throws(ResponseFileError) -> Int {
            let found = header.names.indices.filter { header.names[$0] == name }
            guard let first = found.first else { throw .missingColumn(name: name) }
            guard found.count == 1 else { throw .doubledColumn(name: name) }
            return first
        }
        var kinds = Array(repeating: Kind.skipped, count: header.names.count)
        for (index, answers) in file.columns.enumerated() {
            kinds[try column(answers.name)] = .code(column: index, place: 0)
        }
        for (index, name) in (file.groups + (file.round.map { [$0] } ?? [])).enumerated() {
            kinds[try column(name)] = .text(index)
        }
        if let person = file.person { kinds[try column(person)] = .person }
        var codeColumns: [Int] = []
        for index in kinds.indices {
            guard case .code(let column, _) = kinds[index] else { continue }
            kinds[index] = .code(column: column, place: codeColumns.count)
            codeColumns.append(column)
        }
        self.kinds = kinds
        self.codeColumns = codeColumns
        var place = 0
        lanes = kinds.indices.map { first in
            var lanes = Lanes()
            // Also behind the last of some answers, where four lanes are looked at and none is good.
            lanes.place = place
            if case .code = kinds[first] { place += 1 }
            for lane in 0..<4 {
                let behind = first + lane == kinds.count - 1 ? header.newline : header.separator
                var (flip, high, low): (UInt64, UInt64, UInt64) = (0x30 | UInt64(behind) << 8, 0x8000, 0)
                if kinds.indices.contains(first + lane), case .code(let column, _) = kinds[first + lane],
                    let digits = file.columns[column].digits
                {
                    high = 0x7FFF - UInt64(digits.upperBound)
                    low = 0x8000 - UInt64(digits.lowerBound)
                }
                lanes.flip |= flip << (16 * lane)
                lanes.high |= high << (16 * lane)
                lanes.low |= low << (16 * lane)
            }
            return lanes
        }
    }
}

extension ResponseFile.Column {
    /// The codes that are one digit, where digits stand for themselves.
    fileprivate var digits: ClosedRange<Int>? {
        let digits = max(0, codes.lowerBound)...max(0, codes.lowerBound, min(9, codes.upperBound))
        return reader == nil && codes.upperBound >= 0 && codes.lowerBound <= 9 ? digits : nil
    }
}
