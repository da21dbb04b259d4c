import GRDB
package import Surveys

/// What was published, so that later reports can heed it.
extension SQLiteStore {
    package func publish(_ report: PublishedReport, on day: Day) throws(StoreError) {
        try write { database in
            try database.execute(
                sql: "INSERT INTO release (day, smallest_group, sha256) VALUES (?, ?, ?)",
                arguments: [day.description, report.smallestGroup, report.fingerprint])
            let release = database.lastInsertedRowID
            for round in report.rounds {
                for (place, group) in round.groups.enumerated() {
                    try database.execute(
                        sql: "INSERT INTO released_group (release, year, place, responses) VALUES (?, ?, ?, ?)",
                        arguments: [release, round.year, place, group.responses])
                    for unit in group.units {
                        try database.execute(
                            sql: "INSERT INTO released_unit (release, year, place, unit) VALUES (?, ?, ?, ?)",
                            arguments: [release, round.year, place, unit])
                    }
                }
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
                    sql: "SELECT year, place, responses FROM released_group WHERE release = ? ORDER BY year, place",
                    arguments: [number])
                var rounds: [PublishedReport.Round] = []
                for row in groups {
                    let units = try String.fetchAll(
                        database,
                        sql: "SELECT unit FROM released_unit WHERE release = ? AND year = ? AND place = ?",
                        arguments: [number, row["year"] as Int, row["place"] as Int])
                    let group = PublishedReport.Group(units: units, responses: row["responses"])
                    if rounds.last?.year == row["year"] {
                        rounds[rounds.count - 1].groups.append(group)
                    } else {
                        rounds.append(PublishedReport.Round(year: row["year"], groups: [group]))
                    }
                }
                return PublishedReport(
                    fingerprint: release["sha256"], smallestGroup: release["smallest_group"], rounds: rounds)
            }
        }
    }
}
