import Workbooks

/// Writes the table of the rivals, through the public front of Workbooks: 100,000 rows of 30 cells below a header.
///
///     workbook FILE.xlsx [ROWS] [kept]
///
/// Long tables go on a `DataSheet`, whose rows leave the memory at once; `kept` writes the same cells on an ordinary sheet.
/// Six columns are texts, twelve are whole numbers from 1 to 5, twelve have two decimals. The file is sealed as every
/// report is: read back, checked and renamed.
@main
struct WorkbookJob {
    static func main() throws {
        let words = CommandLine.arguments.dropFirst()
        guard let path = words.first, let rows = Int(words.dropFirst().first ?? "100000"),
            (1..<1_000_000).contains(rows)
        else {
            print("workbook FILE.xlsx [ROWS] [kept]")
            return
        }
        let created = try WorkbookMoment(WorkbookDay(year: 2026, month: 12, day: 1))
        var workbook = try Workbook(
            at: path, properties: WorkbookProperties(title: "报告", author: "自查", created: created), normal: .standard)
        if words.last == "kept" {
            try workbook.addSheet("报告") { sheet throws(WorkbookError) in try fill(&sheet, rows: rows) }
        } else {
            let columns = (1...30).map { DataColumn("列\(twoDigits($0))", style: $0 > 18 ? decimals : .standard) }
            try workbook.addData("报告", columns: columns) { sheet throws(WorkbookError) in
                try append(to: &sheet, rows: rows)
            }
        }
        let seal = try workbook.close()
        print(seal.sha256, seal.size)
    }

    private static let decimals = CellStyle.standard.with(\.numberFormat, "0.00")

    private static func append(to sheet: inout DataSheet, rows: Int) throws(WorkbookError) {
        var values = SplitMix(state: 7)
        var row: [DataCell] = []
        for _ in 1...rows {
            row.removeAll(keepingCapacity: true)
            for column in 1...30 {
                let value = values.next()
                switch column {
                case ...6: row.append(.text("部门\(twoDigits(Int(value % 20)))-第\(section(value))科"))
                case ...18: row.append(.number(Double(1 + value % 5)))
                default: row.append(.number(Double(value % 1_000_003) / 9973))
                }
            }
            try sheet.append(row)
        }
    }

    private static func fill(_ sheet: inout Sheet, rows: Int) throws(WorkbookError) {
        var values = SplitMix(state: 7)
        for column in 1...30 { try sheet.write("列\(twoDigits(column))", at: Cell(row: 1, column: column)) }
        for row in 2...(rows + 1) {
            for column in 1...30 {
                let value = values.next()
                let cell = Cell(row: row, column: column)
                switch column {
                case ...6: try sheet.write("部门\(twoDigits(Int(value % 20)))-第\(section(value))科", at: cell)
                case ...18: try sheet.write(Int(1 + value % 5), at: cell)
                default: try sheet.write(Double(value % 1_000_003) / 9973, at: cell, decimals)
                }
            }
        }
    }

    /// The rivals in C cut the shifted number to 32 bits with its sign before they divide; so does this.
    private static func section(_ value: UInt64) -> Int32 {
        Int32(truncatingIfNeeded: value >> 8) % 50
    }

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}

/// The generator of the rivals: Steele, Lea and Flood's SplitMix64.
private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
