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
        try setUpPrint()
        engine.sheetIsFinished()
    }

    private func setUpPrint() throws(WorkbookError) {
        guard (1...100).contains(print.pagesWide), (0...1_000).contains(print.pagesHigh),
            [print.margins.left, print.margins.right, print.margins.top, print.margins.bottom].allSatisfy(
                (0...4).contains)
        else { throw badPrint() }
        switch print.orientation {
        case .portrait: unsafe worksheet_set_portrait(library)
        case .landscape: unsafe worksheet_set_landscape(library)
        }
        // Paper 9 is A4.
        unsafe worksheet_set_paper(library, 9)
        unsafe worksheet_set_margins(
            library, print.margins.left, print.margins.right, print.margins.top, print.margins.bottom)
        unsafe worksheet_fit_to_pages(library, UInt16(print.pagesWide), UInt16(print.pagesHigh))
        if print.isCentered { unsafe worksheet_center_horizontally(library) }
        let header = try print.header.codes(fonts: engine.fonts, at: name)
        if !header.isEmpty { try Library.check(unsafe worksheet_set_header(library, header), at: name) }
        let footer = try print.footer.codes(fonts: engine.fonts, at: name)
        if !footer.isEmpty { try Library.check(unsafe worksheet_set_footer(library, footer), at: name) }
        if let rows = print.repeatedRows {
            guard rows.lowerBound >= 1, rows.upperBound <= Cell.lastRow else { throw badPrint() }
            let result = unsafe worksheet_repeat_rows(
                library, lxw_row_t(rows.lowerBound - 1), lxw_row_t(rows.upperBound - 1))
            try Library.check(result, at: name)
        }
        // A hidden sheet with a print area is printed by some programs all the same.
        if let area = print.area ?? (isHidden ? nil : layout.extent()) {
            try layout.checkInside(area, sheet: name)
            let result = unsafe worksheet_print_area(
                library, area.first.libraryRow, area.first.libraryColumn, area.last.libraryRow,
                area.last.libraryColumn)
            try Library.check(result, at: name)
        }
        try setBreaks()
    }

    private func setBreaks() throws(WorkbookError) {
        guard !print.breaksAfterRows.isEmpty else { return }
        guard print.breaksAfterRows.count <= 1_000,
            print.breaksAfterRows.allSatisfy({ (1..<Cell.lastRow).contains($0) })
        else { throw badPrint() }
        // The library wants the list closed by 0.
        var rows = print.breaksAfterRows.sorted().map { lxw_row_t($0) } + [0]
        try Library.check(unsafe worksheet_set_h_pagebreaks(library, &rows), at: name)
    }

    private func badPrint() -> WorkbookError {
        WorkbookError(
            .badLayout, at: name, chinese: "打印设置中的页数、页边距、重复行或分页超出Excel的范围。",
            english: "Pages, margins, repeated rows or breaks of the print set-up are outside Excel's range.")
    }
}
