import GRDB

/// The published table of a round, and the batches of its responses.
extension Database {
    /// How many batches of a round reports have told; 0 where none has shown it.
    func toldBatches(of year: Int) throws -> Int {
        try Int.fetchOne(self, sql: "SELECT batches FROM round_table WHERE round = ?", arguments: [year]) ?? 0
    }

    func publishedTable(of year: Int, path: String) throws -> PublishedTable? {
        func rows(_ sql: String) throws -> [Row] { try Row.fetchAll(self, sql: sql, arguments: [year]) }
        guard let row = try rows("SELECT smallest_group, batches, restriction FROM round_table WHERE round = ?").first
        else { return nil }
        var table = PublishedTable(smallestGroup: row["smallest_group"], cells: [], batches: row["batches"])
        if let code = row["restriction"] as String? {
            guard let restriction = PublishedTable.Restriction(rawValue: code) else {
                throw StoreError.damaged(path: path)
            }
            table.restriction = restriction
        }
        table.cells = Self.lists(
            try rows("SELECT cell, unit FROM cell WHERE round = ? ORDER BY cell, place").map { ($0[0], $0[1]) })
        table.withheldAnswers = Set(
            try rows("SELECT batch, cell, variable FROM withheld WHERE round = ?").map {
                WithheldAnswers(batch: $0[0], cell: $0[1], variable: $0[2])
            })
        table.hidden = Set(
            try rows("SELECT number, cell FROM hidden WHERE round = ?").map { HiddenNumber(name: $0[0], cell: $0[1]) })
        let told = try rows(
            "SELECT grouping, batch, class, option FROM told_grouping WHERE round = ? ORDER BY class, place")
        for (key, rows) in Dictionary(grouping: told, by: { [$0[0], $0[1]] as [DatabaseValue] }) {
            guard let grouping = String.fromDatabaseValue(key[0]), let batch = Int.fromDatabaseValue(key[1]) else {
                throw StoreError.damaged(path: path)
            }
            let classes = Self.lists(rows.map { ($0[2], $0[3]) })
            table.toldGroupings.insert(ToldGrouping(grouping: grouping, classes: classes, batch: batch))
        }
        guard table.isSound else { throw StoreError.damaged(path: path) }
        return table
    }

    /// Names in order, each list with a number of its own.
    private static func lists(_ rows: [(number: Int, name: String)]) -> [[String]] {
        var (lists, last): ([[String]], Int?) = ([], nil)
        for (number, name) in rows {
            if number != last { lists.append([]) }
            lists[lists.count - 1].append(name)
            last = number
        }
        return lists
    }

    /// Puts a table where the one before it stood.
    func replacePublishedTable(of year: Int, by table: PublishedTable) throws {
        for part in ["told_grouping", "hidden", "withheld", "cell", "round_table"] {
            try execute(sql: "DELETE FROM \(part) WHERE round = ?", arguments: [year])
        }
        try execute(
            sql: "INSERT INTO round_table (round, smallest_group, batches, restriction) VALUES (?, ?, ?, ?)",
            arguments: [year, table.smallestGroup, table.batches, table.restriction?.rawValue])
        for (cell, units) in table.cells.enumerated() {
            for (place, unit) in units.enumerated() {
                try execute(
                    sql: "INSERT INTO cell (round, cell, place, unit) VALUES (?, ?, ?, ?)",
                    arguments: [year, cell, place, unit])
            }
        }
        for answers in table.withheldAnswers {
            try execute(
                sql: "INSERT INTO withheld (round, batch, cell, variable) VALUES (?, ?, ?, ?)",
                arguments: [year, answers.batch, answers.cell, answers.variable])
        }
        for number in table.hidden {
            try execute(
                sql: "INSERT INTO hidden (round, number, cell) VALUES (?, ?, ?)",
                arguments: [year, number.name, number.cell])
        }
        for told in table.toldGroupings {
            for (index, options) in told.classes.enumerated() {
                for (place, option) in options.enumerated() {
                    try execute(
                        sql: """
                            INSERT INTO told_grouping (round, grouping, batch, class, place, option)
                            VALUES (?, ?, ?, ?, ?, ?)
                            """, arguments: [year, told.grouping, told.batch, index, place, option])
                }
            }
        }
    }

    /// Takes the waiting responses of some units into a batch; what was counted of them before is counted anew.
    func join(_ units: Set<String>, of table: RoundTable, to batch: Int) throws {
        let numbers = try self.units(of: table.year).filter { units.contains($0.name) }.map { String($0.number) }
        let unnamed = units.contains("") ? " OR _unit IS NULL" : ""
        try execute(
            sql: """
                UPDATE "\(table.name)" SET _batch = ?
                WHERE _batch IS NULL AND (_unit IN (\(numbers.joined(separator: ", ")))\(unnamed))
                """, arguments: [batch])
        try execute(sql: "DELETE FROM kept_tally WHERE round = ?", arguments: [table.year])
    }

    /// Looks whether the published table of a round fits its units and the batches of its responses.
    ///
    /// - Throws: `StoreError.damaged` where it does not.
    func checkPublishedTable(of table: RoundTable, path: String) throws {
        let published = try publishedTable(of: table.year, path: path)
        var names: [Int?: String] = [nil: ""]
        for unit in try units(of: table.year) { names[unit.number] = unit.name }
        let inCells = Set(published?.cells.flatMap(\.self) ?? [])
        let told = try Row.fetchAll(
            self, sql: "SELECT _unit, max(_batch) FROM \"\(table.name)\" WHERE _batch IS NOT NULL GROUP BY _unit")
        guard inCells.isSubset(of: names.values),
            told.allSatisfy({ row in
                let batch: Int = row[1]
                return batch <= published?.batches ?? 0 && names[row[0] as Int?].map(inCells.contains) ?? false
            })
        else { throw StoreError.damaged(path: path) }
    }
}
