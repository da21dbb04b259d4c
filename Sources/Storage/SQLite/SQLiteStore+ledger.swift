import GRDB
package import Surveys

/// What was published, so that later reports can heed it.
extension SQLiteStore {
    package func table(of year: Int) throws(StoreError) -> PublishedTable? {
        try read { database in
            _ = try database.state(of: year)
            return try database.publishedTable(of: year, path: path)
        }
    }

    package func publish(
        _ report: PublishedReport, tables: [Int: PublishedTable], joining: [Int: Set<String>], on day: Day
    ) throws(StoreError) {
        precondition(Set(joining.keys).isSubset(of: tables.keys), "whoever joins a batch does so in a table")
        try write { database in
            try database.execute(
                sql: "INSERT INTO release (day, smallest_group, sha256) VALUES (?, ?, ?)",
                arguments: [day.description, report.smallestGroup, report.fingerprint])
            let release = database.lastInsertedRowID
            for round in report.rounds {
                for (place, group) in round.groups.enumerated() {
                    try database.execute(
                        sql: "INSERT INTO released_group (release, round, place, responses) VALUES (?, ?, ?, ?)",
                        arguments: [release, round.year, place, group.responses])
                    for unit in group.units {
                        try database.execute(
                            sql: "INSERT INTO released_unit (release, round, place, unit) VALUES (?, ?, ?, ?)",
                            arguments: [release, round.year, place, unit])
                    }
                }
            }
            for (year, published) in tables.sorted(by: { $0.key < $1.key }) {
                let (table, units) = (try self.table(year, database), joining[year] ?? [])
                published.check(
                    after: try database.publishedTable(of: year, path: path), joining: units,
                    in: try database.state(of: year))
                try database.replacePublishedTable(of: year, by: published)
                if !units.isEmpty { try database.join(units, of: table, to: published.batches) }
            }
            let years = report.rounds.map { String($0.year) }.joined(separator: " ")
            try log(.reported, year: nil, detail: "\(years) sha256 \(report.fingerprint)", on: day, database)
        }
    }

    package func published() throws(StoreError) -> [PublishedReport] {
        try read { database in
            try Row.fetchAll(database, sql: "SELECT number, smallest_group, sha256 FROM release ORDER BY number").map {
                release in
                let number: Int = release["number"]
                let groups = try Row.fetchAll(
                    database,
                    sql: "SELECT round, place, responses FROM released_group WHERE release = ? ORDER BY round, place",
                    arguments: [number])
                var rounds: [PublishedReport.Round] = []
                for row in groups {
                    let units = try String.fetchAll(
                        database,
                        sql: "SELECT unit FROM released_unit WHERE release = ? AND round = ? AND place = ?",
                        arguments: [number, row["round"] as Int, row["place"] as Int])
                    let group = PublishedReport.Group(units: units, responses: row["responses"])
                    if rounds.last?.year == row["round"] {
                        rounds[rounds.count - 1].groups.append(group)
                    } else {
                        rounds.append(PublishedReport.Round(year: row["round"], groups: [group]))
                    }
                }
                return PublishedReport(
                    fingerprint: release["sha256"], smallestGroup: release["smallest_group"], rounds: rounds)
            }
        }
    }
}
