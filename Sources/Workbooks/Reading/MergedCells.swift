/// The blocks of a sheet that are merged into one cell each.
///
/// A block's value is in its upper left cell; the others are empty, though a reader sees one cell beside all rows.
public struct MergedCells: Hashable, Sendable {
    /// The blocks, in the order of the file.
    public let blocks: [CellRange]

    /// Blocks that are merged.
    public init(_ blocks: [CellRange] = []) {
        self.blocks = blocks
    }

    /// Repeats the value of each block down its first column, in the rows that hold anything.
    ///
    /// - Parameters:
    ///   - cells: by their places; empty ones are left out.
    ///   - row: blocks that begin above the next row, as titles do, are left as they are.
    ///   - limit: how many cells may be filled.
    /// - Returns: false where there would be more: blocks of a sound file do not overlap and never need as many.
    public func repeatDown<Value>(in cells: inout [Cell: Value], below row: Int, atMost limit: Int) -> Bool {
        let high = blocks.filter { $0.first.row > row && $0.rows.count > 1 }
        guard !high.isEmpty else { return true }
        let rows = Set(cells.keys.map(\.row)).sorted()
        var filled = 0
        for block in high {
            guard let value = cells[block.first] else { continue }
            for index in rows[rows.firstIndex(atLeast: block.first.row + 1)...].indices {
                guard rows[index] <= block.last.row else { break }
                filled += 1
                guard filled <= limit else { return false }
                cells[Cell(row: rows[index], column: block.first.column)] = value
            }
        }
        return true
    }
}

extension [Int] {
    /// The place of the first element that is not below a number, in an array in rising order.
    package func firstIndex(atLeast number: Int) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
