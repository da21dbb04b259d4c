import GRDB

/// A step from one version of the format to the next.
///
/// Steps are only ever added: one that was released stays as it is, so that every store can be brought forward.
struct Migration: Sendable {
    var apply: @Sendable (Database) throws -> Void

    /// All steps; a store that has taken the first n of them is of version n.
    static let all = [rounds]

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
}

extension Database {
    /// Brings an open store to the newest version, in one transaction and, where there is something to lose, after a
    /// backup beside it.
    func migrate(by migrations: [Migration], path: String) throws {
        let version = try Int.fetchOne(self, sql: "PRAGMA user_version") ?? 0
        guard version <= migrations.count else { throw StoreError.newerStore(path: path, version: version) }
        guard version < migrations.count else { return }
        if version > 0 { try backUp(to: "\(path).v\(version)") }
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
