/// One cell, counted as Excel shows it: `A1` is row 1, column 1.
///
/// Row numbers are therefore the ones that stand in formulas: `"=D\(row)-G\(row)"`.
public struct Cell: Hashable, Sendable {
    /// The last row and column of an Excel sheet.
    static let lastRow = 1_048_576
    static let lastColumn = 16_384

    /// The row, from 1.
    public var row: Int
    /// The column, from 1 (`A`).
    public var column: Int

    /// A cell by numbers, both from 1.
    public init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// A cell by its name such as `D5`; nil when the name is not one.
    public init?(named name: some StringProtocol) {
        var column = 0
        var row = 0
        var rest = Substring(name)
        while let letter = rest.utf8.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter), column < 20_000 {
            column = column * 26 + Int(letter - UInt8(ascii: "A")) + 1
            rest.removeFirst()
        }
        guard column > 0, !rest.isEmpty, rest.utf8.count <= 7, rest.utf8.first != UInt8(ascii: "0") else { return nil }
        for digit in rest.utf8 {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            row = row * 10 + Int(digit - UInt8(ascii: "0"))
        }
        self.init(row: row, column: column)
        guard isOnSheet else { return nil }
    }

    /// The letters of a column: 1 is `A`, 27 is `AA`.
    public static func columnName(_ column: Int) -> String {
        precondition(column > 0, "columns are counted from 1")
        var letters: [Character] = []
        var rest = column
        while rest > 0 {
            letters.append(Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))))
            rest = (rest - 1) / 26
        }
        return String(letters.reversed())
    }

    /// The name such as `D5`.
    public var name: String { "\(Cell.columnName(column))\(row)" }

    /// The name that does not move when copied, such as `$D$5`.
    public var absoluteName: String { "$\(Cell.columnName(column))$\(row)" }

    /// The cell so many rows below and columns to the right.
    public func moved(rows: Int = 0, columns: Int = 0) -> Cell {
        Cell(row: row + rows, column: column + columns)
    }

    var isOnSheet: Bool {
        (1...Cell.lastRow).contains(row) && (1...Cell.lastColumn).contains(column)
    }
}

extension Cell: ExpressibleByStringLiteral {
    /// A cell written out in the source, such as `"D5"`.
    public init(stringLiteral value: String) {
        guard let cell = Cell(named: value) else {
            preconditionFailure("a cell literal reads like D5")
        }
        self = cell
    }
}

/// A block of cells, both corners included.
public struct CellRange: Hashable, Sendable {
    /// The upper left corner.
    public let first: Cell
    /// The lower right corner.
    public let last: Cell

    /// The smallest block that holds both cells.
    public init(_ one: Cell, _ other: Cell) {
        first = Cell(row: min(one.row, other.row), column: min(one.column, other.column))
        last = Cell(row: max(one.row, other.row), column: max(one.column, other.column))
    }

    /// A block by its size, from its upper left corner.
    public init(at first: Cell, rows: Int, columns: Int) {
        precondition(rows > 0 && columns > 0, "a block has at least one row and one column")
        self.init(first, first.moved(rows: rows - 1, columns: columns - 1))
    }

    /// The rows that the block covers.
    public var rows: ClosedRange<Int> { first.row...last.row }
    /// The columns that the block covers.
    public var columns: ClosedRange<Int> { first.column...last.column }
    /// The name such as `A1:H10`.
    public var name: String { "\(first.name):\(last.name)" }

    /// Whether the cell lies in the block.
    public func contains(_ cell: Cell) -> Bool {
        rows.contains(cell.row) && columns.contains(cell.column)
    }

    /// Whether the two blocks share a cell.
    public func overlaps(_ other: CellRange) -> Bool {
        rows.overlaps(other.rows) && columns.overlaps(other.columns)
    }
}

extension CellRange: ExpressibleByStringLiteral {
    /// A block written out in the source, such as `"A1:H10"` or `"B3"`.
    public init(stringLiteral value: String) {
        let corners = value.split(separator: ":", omittingEmptySubsequences: false)
        guard let first = corners.first.flatMap({ Cell(named: $0) }), corners.count <= 2,
            let last = corners.last.flatMap({ Cell(named: $0) })
        else {
            preconditionFailure("a range literal reads like A1:H10")
        }
        self.init(first, last)
    }
}

/// A block of cells on a sheet, which may be added later than the thing that points to it.
public struct SheetRange: Hashable, Sendable {
    /// The name of the sheet.
    public let sheet: String
    /// The cells.
    public let range: CellRange

    /// The block on the sheet of that name.
    public init(sheet: String, range: CellRange) {
        self.sheet = sheet
        self.range = range
    }

    /// The formula for the block: `'选项'!$A$1:$A$4`. Always quoted, so that no name can be read as something else.
    var formula: String { "'\(sheet)'!\(range.first.absoluteName):\(range.last.absoluteName)" }
}
