import CXlsxWriter

extension Sheet {
    /// Marks a block as an Excel table with filter buttons, and writes its headers into the first row.
    ///
    /// The rows below are written cell by cell. A table has no totals row and no structured references: other
    /// programs do not compute them.
    public mutating func addTable(
        _ tableName: String, _ range: CellRange, headers: [String], headerStyle: CellStyle = .head
    ) throws(WorkbookError) {
        let clean = headers.map { CellText.escaped(CellText.singleLine($0)) }
        guard range.rows.count >= 2, clean.count == range.columns.count,
            clean.allSatisfy({ !$0.isEmpty && $0.utf16.count <= 255 }),
            Set(clean.map { $0.lowercased() }).count == clean.count
        else {
            throw WorkbookError(
                .badTable, at: "\(name)!\(range.name)",
                chinese: "表格至少要有一行数据，每列一个不同的标题（不分大小写，最多255个字符）。",
                english: """
                    A table has at least one row of data and one header a column, all different (capitals do not \
                    matter) and at most 255 characters long.
                    """)
        }
        try layout.takeTable(range, headers: clean, style: headerStyle, sheet: name)
        try engine.claim(name: tableName)
        let format = unsafe try engine.format(for: headerStyle, at: name)
        let result = unsafe Library.withTexts([tableName] + clean) { texts in
            var columns = unsafe texts.dropFirst().map { header in
                var column = unsafe lxw_table_column()
                unsafe column.header = header
                unsafe column.header_format = format
                return unsafe column
            }
            return unsafe columns.withUnsafeMutableBufferPointer { columns in
                // The library wants a list of pointers, closed by nil.
                var list: [UnsafeMutablePointer<lxw_table_column>?] = unsafe columns.indices.map { index in
                    unsafe columns.baseAddress.map { start in unsafe start + index }
                }
                unsafe list.append(nil)
                return unsafe list.withUnsafeMutableBufferPointer { list in
                    var options = unsafe lxw_table_options()
                    unsafe options.name = texts[0]
                    unsafe options.columns = list.baseAddress
                    unsafe options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
                    unsafe options.style_type_number = 1
                    return unsafe worksheet_add_table(
                        library, range.first.libraryRow, range.first.libraryColumn, range.last.libraryRow,
                        range.last.libraryColumn, &options)
                }
            }
        }
        try Library.check(result, at: "\(name)!\(range.name)")
    }
}
