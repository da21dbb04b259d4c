import GRDB

extension Migration {
    /// 4: rounds have numbers, their responses batches, and what reports have told of a round is one table.
    ///
    /// A round that was the one of its year keeps the year as its number, which its table of responses and the log name.
    static let publishedTables = Migration { database in
        try database.execute(
            sql: """
                -- The round of a year, which has no name, has the year as its number; others have one from 10000 on.
                ALTER TABLE round RENAME COLUMN year TO id;
                ALTER TABLE round ADD COLUMN edition INTEGER NOT NULL DEFAULT 0;
                ALTER TABLE round ADD COLUMN name TEXT NOT NULL DEFAULT '' CHECK (name = '' OR id >= 10000);
                UPDATE round SET edition = id;
                CREATE UNIQUE INDEX round_edition ON round (edition, name);

                ALTER TABLE unit RENAME COLUMN year TO round;
                ALTER TABLE code RENAME COLUMN year TO round;
                ALTER TABLE intake RENAME COLUMN year TO round;
                ALTER TABLE refused_file RENAME COLUMN year TO round;
                ALTER TABLE log RENAME COLUMN year TO round;
                ALTER TABLE kept_tally RENAME COLUMN year TO round;
                ALTER TABLE released_group RENAME COLUMN year TO round;
                ALTER TABLE released_unit RENAME COLUMN year TO round;
                ALTER TABLE import RENAME COLUMN year TO round;
                ALTER TABLE arrival RENAME COLUMN year TO round;
                ALTER TABLE earlier_receipt RENAME COLUMN year TO round;

                -- They were counted without batches.
                DELETE FROM kept_tally;

                -- What reports have told of a round.
                CREATE TABLE round_table (
                    round INTEGER PRIMARY KEY REFERENCES round,
                    smallest_group INTEGER NOT NULL CHECK (smallest_group > 0),
                    batches INTEGER NOT NULL CHECK (batches > 0),
                    restriction TEXT
                ) STRICT;

                -- Units that no report tells apart, as they were named in the round's own year; the empty name is that of
                -- people who named none.
                CREATE TABLE cell (
                    round INTEGER NOT NULL REFERENCES round_table,
                    cell INTEGER NOT NULL CHECK (cell >= 0),
                    place INTEGER NOT NULL CHECK (place >= 0),
                    unit TEXT NOT NULL,
                    PRIMARY KEY (round, cell, place),
                    UNIQUE (round, unit)
                ) STRICT, WITHOUT ROWID;

                -- Answers that no report counts.
                CREATE TABLE withheld (
                    round INTEGER NOT NULL REFERENCES round_table,
                    batch INTEGER NOT NULL CHECK (batch > 0),
                    cell INTEGER NOT NULL CHECK (cell >= 0),
                    variable TEXT NOT NULL,
                    PRIMARY KEY (round, batch, cell, variable)
                ) STRICT, WITHOUT ROWID;

                -- Numbers that are bounds only, or left out for the sake of one; without a cell, of the whole.
                CREATE TABLE hidden (
                    round INTEGER NOT NULL REFERENCES round_table,
                    number TEXT NOT NULL,
                    cell INTEGER CHECK (cell >= 0),
                    UNIQUE (round, number, cell)
                ) STRICT;

                -- Groupings other than units, each told once of a batch.
                CREATE TABLE told_grouping (
                    round INTEGER NOT NULL REFERENCES round_table,
                    grouping TEXT NOT NULL,
                    batch INTEGER NOT NULL CHECK (batch > 0),
                    class INTEGER NOT NULL CHECK (class >= 0),
                    place INTEGER NOT NULL CHECK (place >= 0),
                    option TEXT NOT NULL,
                    PRIMARY KEY (round, grouping, batch, class, place),
                    UNIQUE (round, grouping, batch, option)
                ) STRICT, WITHOUT ROWID;
                """)
        for round in try Int.fetchAll(database, sql: "SELECT id FROM round") {
            // NULL in a row that waits for a report.
            try database.execute(
                sql: "ALTER TABLE \"response_\(round)\" ADD COLUMN _batch INTEGER CHECK (_batch >= 1)")
            try database.bringLedgerForward(of: round)
        }
    }
}

extension Database {
    /// Makes the table of a round that reports have shown before rows had a batch: everybody is batch 1, and the units that
    /// no report told apart are a cell.
    fileprivate func bringLedgerForward(of round: Int) throws {
        guard let ledger = try OlderLedger(of: round, self) else { return }
        try execute(
            sql: "INSERT INTO round_table (round, smallest_group, batches, restriction) VALUES (?, ?, 1, ?)",
            arguments: [round, ledger.smallestGroup, ledger.restriction])
        for (cell, units) in ledger.cells.enumerated() {
            for (place, unit) in units.enumerated() {
                try execute(
                    sql: "INSERT INTO cell (round, cell, place, unit) VALUES (?, ?, ?, ?)",
                    arguments: [round, cell, place, unit])
            }
        }
        try execute(sql: "UPDATE \"response_\(round)\" SET _batch = 1")
    }
}

/// What reports of programs without batches showed of a round, beside what the round holds today.
private struct OlderLedger {
    /// The largest k of the reports.
    private(set) var smallestGroup = 1
    private struct Group {
        var units: Set<String>
        var responses: Int
    }
    private var reports: [[Group]] = []
    /// By unit; the empty name is that of people who named none.
    private let responses: [String: Int]
    /// In stated order, the empty name last.
    private let units: [String]

    /// - Returns: nil for a round that no report has shown.
    init?(of round: Int, _ database: Database) throws {
        let counts = try Row.fetchAll(
            database,
            sql: """
                SELECT coalesce(unit.name, ''), count(*)
                FROM "response_\(round)" LEFT JOIN unit ON unit.id = _unit GROUP BY 1
                """)
        responses = counts.reduce(into: [:]) { $0[$1[0] as String] = $1[1] as Int }
        let names = try String.fetchAll(
            database, sql: "SELECT name FROM unit WHERE round = ? ORDER BY place IS NULL, place, name",
            arguments: [round])
        units = names + (responses[""] == nil ? [] : [""])
        let groups = try Row.fetchAll(
            database,
            sql: """
                SELECT release, place, responses, smallest_group
                FROM released_group JOIN release ON number = release WHERE round = ? ORDER BY release, place
                """, arguments: [round])
        guard !groups.isEmpty else { return nil }
        var last: Int?
        for group in groups {
            let release: Int = group["release"]
            let members = try String.fetchAll(
                database, sql: "SELECT unit FROM released_unit WHERE release = ? AND round = ? AND place = ?",
                arguments: [release, round, group["place"] as Int])
            if release != last { reports.append([]) }
            reports[reports.count - 1].append(Group(units: Set(members), responses: group["responses"]))
            smallestGroup = max(smallestGroup, group["smallest_group"])
            last = release
        }
    }

    private var total: Int { responses.values.reduce(0, +) }

    private func count(_ units: some Sequence<String>) -> Int { units.reduce(0) { $0 + responses[$1, default: 0] } }

    /// How many have come since each report.
    private var growths: [Int] { reports.map { groups in total - groups.reduce(0) { $0 + $1.responses } } }

    /// Units that stood in the same group of every report; the common refinement of what the reports showed.
    private var blocks: [[String]] {
        var (places, blocks): ([[Int?]: Int], [[String]]) = ([:], [])
        for unit in units {
            let key = reports.map { groups in groups.firstIndex { $0.units.contains(unit) } }
            // A unit that no report showed has nobody, or the round has grown.
            guard key.contains(where: { $0 != nil }) else { continue }
            if let place = places[key] {
                blocks[place].append(unit)
            } else {
                places[key] = blocks.count
                blocks.append([unit])
            }
        }
        return blocks
    }

    /// Whether everybody who is there today was counted by every report, and nobody else, and no block is of few people.
    private var isCertain: Bool {
        growths.allSatisfy { $0 == 0 } && reports.joined().allSatisfy { count($0.units) == $0.responses }
            && blocks.map { count($0) }.allSatisfy { $0 == 0 || $0 >= smallestGroup }
    }

    var cells: [[String]] { isCertain ? blocks : [units] }

    /// A code of `PublishedTable.Restriction`.
    var restriction: String? {
        if isCertain { return nil }
        return growths.allSatisfy { $0 == 0 || abs($0) >= smallestGroup } ? "wholeOnly" : "nothing"
    }
}
