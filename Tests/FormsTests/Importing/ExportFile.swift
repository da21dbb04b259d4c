import Forms
import Foundation
import Surveys
import TestSupport
import Workbooks

/// A table as some tool exports it, in the kinds of file that it comes in.
struct ExportFile {
    var lines: [[String]]

    enum Kind: CaseIterable {
        case csv, csvWithMark, gb18030, xlsx
    }

    struct Unwritable: Error {}

    func bytes(_ kind: Kind) throws -> [UInt8] {
        switch kind {
        case .csv: return Array(text.utf8)
        case .csvWithMark: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        case .gb18030:
            // Foundation has no name for it: the bit of foreign encodings, and its number among them.
            guard let data = text.data(using: String.Encoding(rawValue: 0x8000_0632)) else { throw Unwritable() }
            return [UInt8](data)
        case .xlsx: return try workbook()
        }
    }

    private var text: String {
        lines.map { $0.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\r\n" }.joined()
    }

    /// Numbers and days as spreadsheets keep them.
    private func workbook() throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "a.xlsx").path(percentEncoded: false)
        let day = try WorkbookDay(year: 2026, month: 11, day: 27)
        var book = try Workbook(
            at: path, properties: WorkbookProperties(title: "a", author: "a", created: WorkbookMoment(day)))
        try book.addSheet("Sheet1") { sheet in
            for (row, cells) in lines.enumerated() {
                for (column, text) in cells.enumerated() where !text.isEmpty {
                    let cell = Cell(row: row + 1, column: column + 1)
                    let parts = text.split(separator: "-").compactMap { Int($0) }
                    if let number = Double(text) {
                        try sheet.write(number, at: cell)
                    } else if parts.count == 3, text.count == 10 {
                        try sheet.write(WorkbookDay(year: parts[0], month: parts[1], day: parts[2]), at: cell)
                    } else {
                        try sheet.write(text, at: cell)
                    }
                }
            }
        }
        _ = try book.close()
        return try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
    }
}

/// Random answers to every question of a survey, checked as all answers are.
func randomResponses(to survey: Survey, count: Int, seed: UInt64) throws -> [Response] {
    var chance = SplitMix64(seed: seed)
    let variables = survey.variables
    let rows = (0..<count).map { _ in
        variables.map { variable in
            // Something is answered in every row.
            if variable.name != "DY", Int.random(in: 0..<8, using: &chance) == 0 { return "" }
            return randomCell(variable, &chance)
        }
    }
    return try ResponseImport(CSVTable([variables.map(\.name)] + rows), survey: survey).responses
}

private func randomCell(_ variable: Variable, _ chance: inout SplitMix64) -> String {
    switch variable.domain {
    case .levels(let scale):
        return scale.levels.randomElement(using: &chance)?.code.map(String.init) ?? "NA"
    case .options(let options): return options.randomElement(using: &chance)?.code ?? ""
    case .optionSet(let options, _):
        if Int.random(in: 0..<5, using: &chance) == 0 { return options.last { $0.marks.isExclusive }?.code ?? "" }
        let open = options.filter { !$0.marks.isExclusive }.shuffled(using: &chance)
        return open.prefix(Int.random(in: 1...3, using: &chance)).map(\.code).joined(separator: ";")
    case .ranking(let options, let count):
        return options.shuffled(using: &chance).prefix(count ?? options.count).map(\.code).joined(separator: ";")
    case .integers(let range): return String(Int.random(in: range, using: &chance))
    case .number(let range):
        guard let range else { return "7" }
        let units = Int.random(in: range.bounds, using: &chance)
        guard range.decimals > 0 else { return String(units) }
        return (units < 0 ? "-" : "") + "\(units.magnitude / 100)." + (units.magnitude % 100 < 10 ? "0" : "")
            + "\(units.magnitude % 100)"
    case .text: return ["很好", "希望多办班,多交流", "He said \"fine\"", "第一行\n第二行", "无"].randomElement(using: &chance) ?? ""
    case .day: return "2026-0\(Int.random(in: 1...9, using: &chance))-1\(Int.random(in: 0...9, using: &chance))"
    case .month: return "2026-0\(Int.random(in: 1...9, using: &chance))"
    case .unit: return ["甲处", "乙处", "丙处"].randomElement(using: &chance) ?? ""
    }
}
