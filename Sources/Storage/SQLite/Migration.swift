import GRDB

/// A step from one version of the format to the next.
///
/// Steps are only ever added: one that was released stays as it is, so that every store can be brought forward.
struct Migration: Sendable {
    var apply: @Sendable (Database) throws -> Void

    /// All steps; a store that has taken the first n of them is of version n.
    static let all = [rounds, collection, arrivals, publishedTables]

    /// Where the copy lies that is made of a store before it is brought forward.
    static func backup(of path: String, version: Int) -> String { "\(path).v\(version)" }

    /// 1: rounds, their surveys and their units. The responses of a round get a table of their own when it is opened.
    static let rounds = Migration { database in
        try database.execute(
            sql: """
                CREATE TABLE round (
                    year INTEGER PRIMARY KEY,
                    survey TEXT NOT NULL,
                    survey_sha256 TEXT NOT NULL CHECK (length(survey_sha256) = 64)
                ) STRICT;

                -- The units of the roster have a place in its order and a headcount; others were only named by somebody.
                CREATE TABLE unit (
                    id INTEGER PRIMARY KEY,
                    year INTEGER NOT NULL REFERENCES round,
                    name TEXT NOT NULL CHECK (name <> ''),
                    place INTEGER CHECK (place >= 0),
                    headcount INTEGER CHECK (headcount >= 0),
                    merge_into INTEGER REFERENCES unit DEFERRABLE INITIALLY DEFERRED,
                    UNIQUE (year, name),
                    UNIQUE (year, place),
                    CHECK ((place IS NULL) = (headcount IS NULL)),
                    CHECK (place IS NOT NULL OR merge_into IS NULL)
                ) STRICT;
                """)
    }

    /// 2: states and seals of rounds, codes, drafts, what happened on the way in, the log, kept tallies, and which groups
    /// were published.
    static let collection = Migration { database in
        try database.execute(
            sql: """
                ALTER TABLE round ADD COLUMN state TEXT NOT NULL DEFAULT 'open'
                    CHECK (state IN ('open', 'closed', 'sealed'));
                -- Part of every receipt of the round.
                ALTER TABLE round ADD COLUMN salt TEXT NOT NULL DEFAULT '' CHECK (length(salt) IN (0, 32));
                ALTER TABLE round ADD COLUMN root TEXT CHECK ((root IS NULL) = (state <> 'sealed'));
                ALTER TABLE round ADD COLUMN sealed_responses INTEGER;

                ALTER TABLE unit ADD COLUMN parent TEXT;
                -- Names of last year's units, one a line.
                ALTER TABLE unit ADD COLUMN succeeds TEXT NOT NULL DEFAULT '';

                -- Neither here nor with the responses stands anything that leads from one to the other.
                CREATE TABLE code (
                    hash TEXT NOT NULL PRIMARY KEY CHECK (length(hash) = 64),
                    year INTEGER NOT NULL REFERENCES round,
                    unit INTEGER REFERENCES unit,
                    used INTEGER NOT NULL DEFAULT 0 CHECK (used IN (0, 1))
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE draft (
                    hash TEXT NOT NULL PRIMARY KEY REFERENCES code,
                    body TEXT NOT NULL
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE intake (
                    year INTEGER NOT NULL REFERENCES round,
                    event TEXT NOT NULL,
                    count INTEGER NOT NULL CHECK (count > 0),
                    PRIMARY KEY (year, event)
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE refused_file (
                    year INTEGER NOT NULL REFERENCES round,
                    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
                    PRIMARY KEY (year, sha256)
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE log (
                    number INTEGER PRIMARY KEY,
                    day TEXT NOT NULL,
                    act TEXT NOT NULL,
                    year INTEGER,
                    detail TEXT NOT NULL,
                    hash TEXT NOT NULL CHECK (length(hash) = 64)
                ) STRICT;

                -- Of sealed rounds only. The plan is named by a hash of everything that it counts.
                CREATE TABLE kept_tally (
                    year INTEGER NOT NULL REFERENCES round,
                    plan TEXT NOT NULL CHECK (length(plan) = 64),
                    units TEXT NOT NULL,
                    numbers TEXT NOT NULL,
                    PRIMARY KEY (year, plan)
                ) STRICT, WITHOUT ROWID;

                -- The ledger: of every report, which units of a round were shown together as one group.
                CREATE TABLE release (
                    number INTEGER PRIMARY KEY,
                    day TEXT NOT NULL,
                    smallest_group INTEGER NOT NULL,
                    sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
                ) STRICT;

                CREATE TABLE released_group (
                    release INTEGER NOT NULL REFERENCES release,
                    year INTEGER NOT NULL REFERENCES round,
                    place INTEGER NOT NULL,
                    responses INTEGER NOT NULL,
                    PRIMARY KEY (release, year, place)
                ) STRICT, WITHOUT ROWID;

                -- Named as in the round's own year; the empty name is that of people who named none.
                CREATE TABLE released_unit (
                    release INTEGER NOT NULL,
                    year INTEGER NOT NULL,
                    place INTEGER NOT NULL,
                    unit TEXT NOT NULL,
                    PRIMARY KEY (release, year, place, unit),
                    FOREIGN KEY (release, year, place) REFERENCES released_group
                ) STRICT, WITHOUT ROWID;
                """)
        for year in try Int.fetchAll(database, sql: "SELECT year FROM round") {
            try database.execute(
                sql: "UPDATE round SET salt = ? WHERE year = ?", arguments: [RandomKeys.salt(), year])
        }
    }

    /// 3: what is known of responses, forms and files only until their round is sealed.
    ///
    /// In rounds that are open already, responses have no arrival: the key of one that came by a form is the plain hash of
    /// the form, which sealing replaces. The salt of their receipts has never left the store, so it serves as the secret
    /// and goes with it; receipts from now on have a new salt.
    static let arrivals = Migration { database in
        try database.execute(
            sql: """
                -- The first stores of version 2 have none.
                CREATE TABLE IF NOT EXISTS refused_file (
                    year INTEGER NOT NULL REFERENCES round,
                    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
                    PRIMARY KEY (year, sha256)
                ) STRICT, WITHOUT ROWID;

                -- Goes at the seal.
                ALTER TABLE round ADD COLUMN secret TEXT
                    CHECK (secret IS NULL OR (length(secret) = 32 AND state <> 'sealed'));

                -- Files that were taken in, by the number of their entry in the log; until the seal.
                CREATE TABLE import (
                    number INTEGER PRIMARY KEY REFERENCES log,
                    year INTEGER NOT NULL REFERENCES round,
                    responses INTEGER NOT NULL CHECK (responses >= 0),
                    -- The last report before it.
                    release INTEGER NOT NULL
                ) STRICT;

                CREATE TABLE import_event (
                    import INTEGER NOT NULL REFERENCES import,
                    event TEXT NOT NULL,
                    count INTEGER NOT NULL CHECK (count > 0),
                    PRIMARY KEY (import, event)
                ) STRICT, WITHOUT ROWID;

                -- What the rows of files are recognised by, hashed under the secret; nothing leads to a response.
                CREATE TABLE seen (
                    mark BLOB NOT NULL CHECK (length(mark) = 16),
                    import INTEGER NOT NULL REFERENCES import,
                    count INTEGER NOT NULL CHECK (count > 0),
                    PRIMARY KEY (mark, import)
                ) STRICT, WITHOUT ROWID;

                -- For each response of a round that is not sealed, by its key: the key that it will have, and until the
                -- round is closed the file that it came by.
                CREATE TABLE arrival (
                    year INTEGER NOT NULL REFERENCES round,
                    id BLOB NOT NULL CHECK (length(id) = 16),
                    receipt_key BLOB NOT NULL CHECK (length(receipt_key) = 16),
                    import INTEGER REFERENCES import,
                    PRIMARY KEY (year, id)
                ) STRICT, WITHOUT ROWID;

                -- Receipts of responses without an arrival, kept when their round was sealed; in no order but their own.
                CREATE TABLE earlier_receipt (
                    year INTEGER NOT NULL REFERENCES round,
                    hash TEXT NOT NULL CHECK (length(hash) = 64),
                    PRIMARY KEY (year, hash)
                ) STRICT, WITHOUT ROWID;
                """)
        let rounds = try Row.fetchAll(database, sql: "SELECT year, salt, state FROM round")
        for (year, salt, state) in rounds.map({ ($0[0] as Int, $0[1] as String, $0[2] as String) }) {
            let refused = try String.fetchAll(
                database, sql: "SELECT sha256 FROM refused_file WHERE year = ?", arguments: [year])
            try database.execute(sql: "DELETE FROM refused_file WHERE year = ?", arguments: [year])
            guard state != "sealed" else {
                if !refused.isEmpty {
                    try database.execute(
                        sql: """
                            INSERT INTO intake (year, event, count) VALUES (?, 'refusedFiles', ?)
                            ON CONFLICT (year, event) DO UPDATE SET count = count + excluded.count
                            """, arguments: [year, refused.count])
                }
                continue
            }
            try database.execute(
                sql: "UPDATE round SET secret = ?, salt = ? WHERE year = ?", arguments: [salt, RandomKeys.salt(), year])
            let secret = RoundSecret(text: salt)
            for name in Set(refused.map({ secret.name(ofRefusedFile: $0) })).sorted() {
                try database.execute(
                    sql: "INSERT INTO refused_file (year, sha256) VALUES (?, ?)", arguments: [year, name])
            }
        }
    }
}

extension Database {
    /// Brings an open store to the newest version, in one transaction and, where there is something to lose, after a
    /// backup beside it.
    func migrate(by migrations: [Migration], path: String) throws {
        let version = try Int.fetchOne(self, sql: "PRAGMA user_version") ?? 0
        guard version <= migrations.count else { throw StoreError.newerStore(path: path, version: version) }
        guard version < migrations.count else { return }
        if version > 0 { try backUp(to: Migration.backup(of: path, version: version)) }
        try inTransaction(.exclusive) {
            for migration in migrations[version...] { try migration.apply(self) }
            try execute(sql: "PRAGMA application_id = \(FileHeader.applicationID)")
            try execute(sql: "PRAGMA user_version = \(migrations.count)")
            return .commit
        }
    }

    /// Writes a whole copy, which nobody but its owner may read. A copy that an earlier attempt left is replaced.
    private func backUp(to path: String) throws {
        try StoreFile.remove(path)
        try StoreFile.create(path)
        try execute(sql: "VACUUM INTO ?", arguments: [path])
    }
}
