import GRDB
import Statistics
import Surveys

/// Reads the columns that a plan counts, in blocks of rows that are counted while they are still at hand.
struct BlockReader {
    let table: RoundTable
    /// The variables read, as indices; the plan knows them by their place here.
    let chosen: [Int]
    let layout: CohortLayout
    /// Rows of the layout's groups from this one on are left out.
    var groupCount: Int
    /// Where the units with these numbers stand in the layout.
    let places: [Int: Int]
    let blockRows: Int
    let path: String

    /// From one column of a block to the next. Columns a power of two apart would push one another out of the cache,
    /// so each begins a cache line further on.
    private var stride: Int { blockRows + 16 }

    /// Counts one of as many shares of a round, on top of what `empty` has.
    func count(_ database: Database, share: Int, of shares: Int, into empty: RoundCount) throws -> RoundCount {
        let statement = try database.makeStatement(
            sql: table.selection(chosen, with: ["_batch"], share: share, of: shares))
        var sum = empty
        var cells = [Int32](repeating: 0, count: chosen.count * stride)
        var rowGroups: [Int32] = []
        rowGroups.reserveCapacity(blockRows)
        let isInteger = chosen.map { table.columns[$0].isInteger }
        while try statement.nextRow(path: path) {
            guard let group = group(of: statement) else { throw StoreError.damaged(path: path) }
            guard group < groupCount else { continue }
            readRow(of: statement, isInteger, into: &cells, at: rowGroups.count)
            rowGroups.append(group)
            if rowGroups.count == blockRows { count(&rowGroups, cells, into: &sum) }
        }
        count(&rowGroups, cells, into: &sum)
        return sum
    }

    /// - Returns: nil for a unit or a batch that the round has not got.
    private func group(of statement: Statement) -> Int32? {
        let batch = RoundTable.selectedOwnColumns + chosen.count
        let unit = statement.isNull(0) ? nil : places[statement.integer(0)]
        guard unit != nil || statement.isNull(0) else { return nil }
        return layout.group(ofUnit: unit, batch: statement.isNull(batch) ? nil : statement.integer(batch))
    }

    private func readRow(of statement: Statement, _ isInteger: [Bool], into cells: inout [Int32], at row: Int) {
        for place in isInteger.indices {
            let column = RoundTable.selectedOwnColumns + place
            var cell: Int32
            if isInteger[place] {
                let integer = statement.integer(column)
                // NULL reads as 0, so only a 0 has to be looked at twice.
                if integer != 0 || !statement.isNull(column) {
                    cell = ResponseTable.cell(ofCode: integer)
                } else {
                    cell = absence(of: chosen[place], statement)
                }
            } else {
                cell = statement.isNull(column) ? absence(of: chosen[place], statement) : ResponseTable.notApplicable
            }
            cells[place * stride + row] = cell
        }
    }

    private func absence(of variable: Int, _ statement: Statement) -> Int32 {
        switch statement.absence(of: variable) {
        case .none: ResponseTable.missing
        case .notAsked: ResponseTable.notAsked
        case .notApplicable: ResponseTable.notApplicable
        }
    }

    private func count(_ rowGroups: inout [Int32], _ cells: [Int32], into sum: inout RoundCount) {
        guard !rowGroups.isEmpty else { return }
        let columns = chosen.indices.map { place in
            Array(cells[place * stride..<place * stride + rowGroups.count])
        }
        let block = ResponseTable(columns: columns, groups: rowGroups, groupCount: groupCount)
        sum.count(block)
        rowGroups.removeAll(keepingCapacity: true)
    }
}

extension Statement {
    /// Why a variable's column is NULL in a row that begins with `_unit` and `_absent`.
    func absence(of variable: Int) -> StoredColumn.Absence {
        withBytes(1) { letters in
            letters.indices.contains(variable) ? StoredColumn.Absence(rawValue: letters[variable]) ?? .none : .none
        }
    }

    /// The response in a row of all columns of a table.
    func response(in table: RoundTable, path: String) throws(StoreError) -> Response {
        var answers: [Answer] = []
        answers.reserveCapacity(table.columns.count)
        for variable in table.columns.indices {
            guard let answer = answer(to: variable, in: table) else { throw .damaged(path: path) }
            answers.append(answer)
        }
        return Response(answers: answers)
    }

    /// The answer to a variable in a row of all columns of a table.
    ///
    /// - Returns: nil for a cell that no answer leaves.
    private func answer(to variable: Int, in table: RoundTable) -> Answer? {
        let column = RoundTable.selectedOwnColumns + variable
        guard isNull(column) else {
            let stored = table.columns[variable]
            return stored.isInteger ? stored.answer(integer(column)) : stored.answer(text(column))
        }
        return switch absence(of: variable) {
        case .none: .missing
        case .notAsked: .notAsked
        case .notApplicable: .notApplicable
        }
    }
}
