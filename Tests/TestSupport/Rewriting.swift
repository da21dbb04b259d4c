package import Workbooks

/// A workbook as another program would save it after somebody typed into it: the values stay, looks and rules go.
package enum Rewriting {
    package enum Change {
        case text(String)
        case number(Double)
        case formula(String, String)
        case cleared
    }

    /// - Parameters:
    ///   - changes: by sheet and cell.
    ///   - droppingRows: rows of a sheet that are left empty.
    package static func copy(
        _ path: String, to copy: String, changes: [String: [Cell: Change]], droppingRows: [String: Set<Int>] = [:]
    ) throws {
        let reader = try WorkbookReader(contentsOf: path)
        let day = try WorkbookMoment(WorkbookDay(year: 2026, month: 12, day: 1))
        var book = try Workbook(
            at: copy, properties: WorkbookProperties(title: "copy", author: "somebody else", created: day))
        for name in reader.sheetNames {
            var cells: [Cell: Change] = [:]
            for (cell, content) in try reader.cells(of: name) ?? [:] {
                switch content.value {
                case .text(let text), .day(let text): cells[cell] = .text(text)
                case .number(let number): cells[cell] = .number(number)
                case .truth, .error, .unknown: break
                }
            }
            cells.merge(changes[name] ?? [:]) { $1 }
            let dropped = droppingRows[name] ?? []
            let order = cells.filter { !dropped.contains($0.key.row) }
                .sorted { ($0.key.row, $0.key.column) < ($1.key.row, $1.key.column) }
            try book.addSheet(name) { sheet in
                for (cell, change) in order {
                    switch change {
                    case .text(let text): try sheet.write(text, at: cell)
                    case .number(let number): try sheet.write(number, at: cell)
                    case .formula(let formula, let result):
                        try sheet.write(formula: formula, result: .text(result), at: cell)
                    case .cleared: break
                    }
                }
            }
        }
        _ = try book.close()
    }
}
