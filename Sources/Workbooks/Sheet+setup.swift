import CXlsxWriter

extension Sheet {
    /// Sets the width of columns, in digits of an 11-point font; ``TextMeasure`` says how many a text needs.
    public mutating func setWidth(_ width: Double, ofColumns columns: ClosedRange<Int>) throws(WorkbookError) {
        try layout.setWidth(width, ofColumns: columns, sheet: name)
        let first = Cell(row: 1, column: columns.lowerBound).libraryColumn
        let last = Cell(row: 1, column: columns.upperBound).libraryColumn
        try Library.check(unsafe worksheet_set_column(library, first, last, width, nil), at: name)
    }

    /// Sets the width of one column.
    public mutating func setWidth(_ width: Double, ofColumn column: Int) throws(WorkbookError) {
        try setWidth(width, ofColumns: column...column)
    }

    /// Sets the height of rows in points. Rows without one are measured from their texts when the sheet is finished.
    public mutating func setHeight(_ height: Double, ofRows rows: ClosedRange<Int>) throws(WorkbookError) {
        try layout.setHeight(height, ofRows: rows, sheet: name)
    }

    /// Sets the height of one row.
    public mutating func setHeight(_ height: Double, ofRow row: Int) throws(WorkbookError) {
        try setHeight(height, ofRows: row...row)
    }

    /// Keeps the rows above and the columns to the left of the cell in sight.
    public mutating func freeze(at cell: Cell) throws(WorkbookError) {
        guard cell.isOnSheet, cell != "A1" else { throw SheetLayout.outside(place(cell)) }
        unsafe worksheet_freeze_panes(library, cell.libraryRow, cell.libraryColumn)
    }

    /// Puts the cursor on the cell when the sheet is opened.
    public mutating func select(_ cell: Cell) throws(WorkbookError) {
        guard cell.isOnSheet else { throw SheetLayout.outside(place(cell)) }
        unsafe worksheet_set_selection(
            library, cell.libraryRow, cell.libraryColumn, cell.libraryRow, cell.libraryColumn)
    }

    /// Gives every used row its height and sets up the print, once all texts and charts are known.
    consuming func finish() throws(WorkbookError) {
        let heights = layout.finalHeights()
        engine.need.addSheet(cells: layout.cellCount, rows: heights.count, textBytes: layout.textBytes)
        for (row, height) in heights {
            let row = Cell(row: row, column: 1).libraryRow
            try Library.check(unsafe worksheet_set_row(library, row, height, nil), at: name)
        }
        if !showsGridlines { unsafe worksheet_gridlines(library, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue)) }
        // A hidden sheet with a print area is printed by some programs all the same.
        try unsafe print.apply(to: library, named: name, written: isHidden ? nil : layout.extent(), fonts: engine.fonts)
        engine.sheetIsFinished()
    }
}
