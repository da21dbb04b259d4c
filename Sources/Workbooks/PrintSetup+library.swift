import CXlsxWriter

extension PrintSetup {
    /// Gives a sheet of the library this set-up.
    ///
    /// - Parameter written: what is printed unless an area is stated; nil for a sheet that is not printed.
    func apply(
        to sheet: UnsafeMutablePointer<lxw_worksheet>, named name: String, written: CellRange?, fonts: FontSet
    ) throws(WorkbookError) {
        guard (1...100).contains(pagesWide), (0...1_000).contains(pagesHigh),
            [margins.left, margins.right, margins.top, margins.bottom].allSatisfy(
                (0...4).contains)
        else { throw PrintSetup.unusable(at: name) }
        switch orientation {
        case .portrait: unsafe worksheet_set_portrait(sheet)
        case .landscape: unsafe worksheet_set_landscape(sheet)
        }
        // Paper 9 is A4.
        unsafe worksheet_set_paper(sheet, 9)
        unsafe worksheet_set_margins(
            sheet, margins.left, margins.right, margins.top, margins.bottom)
        unsafe worksheet_fit_to_pages(sheet, UInt16(pagesWide), UInt16(pagesHigh))
        if isCentered { unsafe worksheet_center_horizontally(sheet) }
        let header = try header.codes(fonts: fonts, at: name)
        if !header.isEmpty { try Library.check(unsafe worksheet_set_header(sheet, header), at: name) }
        let footer = try footer.codes(fonts: fonts, at: name)
        if !footer.isEmpty { try Library.check(unsafe worksheet_set_footer(sheet, footer), at: name) }
        if let rows = repeatedRows {
            guard rows.lowerBound >= 1, rows.upperBound <= Cell.lastRow else { throw PrintSetup.unusable(at: name) }
            let result = unsafe worksheet_repeat_rows(
                sheet, lxw_row_t(rows.lowerBound - 1), lxw_row_t(rows.upperBound - 1))
            try Library.check(result, at: name)
        }
        if let area = area ?? written {
            guard area.first.isOnSheet, area.last.isOnSheet else {
                throw SheetLayout.outside("\(name)!\(area.first.row),\(area.first.column)")
            }
            let result = unsafe worksheet_print_area(
                sheet, area.first.libraryRow, area.first.libraryColumn, area.last.libraryRow,
                area.last.libraryColumn)
            try Library.check(result, at: name)
        }
        try unsafe setBreaks(on: sheet, named: name)
    }

    private func setBreaks(
        on sheet: UnsafeMutablePointer<lxw_worksheet>, named name: String
    ) throws(WorkbookError) {
        guard !breaksAfterRows.isEmpty else { return }
        guard breaksAfterRows.count <= 1_000,
            breaksAfterRows.allSatisfy({ (1..<Cell.lastRow).contains($0) })
        else { throw PrintSetup.unusable(at: name) }
        // The library wants the list closed by 0.
        var rows = breaksAfterRows.sorted().map { lxw_row_t($0) } + [0]
        try Library.check(unsafe worksheet_set_h_pagebreaks(sheet, &rows), at: name)
    }

    private static func unusable(at name: String) -> WorkbookError {
        WorkbookError(
            .badLayout, at: name, chinese: "打印设置中的页数、页边距、重复行或分页超出Excel的范围。",
            english: "Pages, margins, repeated rows or breaks of the print set-up are outside Excel's range.")
    }
}
