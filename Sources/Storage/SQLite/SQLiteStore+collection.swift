import Digests
import GRDB
package import Surveys

/// Letting people in and taking in what they answer.
extension SQLiteStore {
    package func admit(_ codes: [AdmittedCode], to year: Int, on day: Day) throws(StoreError) {
        try write { database in
            try database.checkIsOpen(year)
            let listed = try database.units(of: year).filter(\.isListed)
            let numbers = Dictionary(uniqueKeysWithValues: listed.map { ($0.name, $0.number) })
            let statement = try database.makeStatement(sql: "INSERT INTO code (hash, round, unit) VALUES (?, ?, ?)")
            for (hash, unit) in codes.map({ ($0.code.storedHash, $0.unit) }).sorted(by: { $0.0 < $1.0 }) {
                let number = try unit.map { name in
                    guard let number = numbers[name] else { throw StoreError.unknownUnit(name, year: year) }
                    return number
                }
                try statement.execute(arguments: [hash, year, number])
            }
            try log(.codesMade, year: year, detail: AdmittedCode.counted(codes), on: day, database)
        }
    }

    package func status(of code: AccessCode) throws(StoreError) -> CodeStatus {
        try read { try $0.status(of: code) }
    }

    package func keep(draft: String, of code: AccessCode) throws(StoreError) {
        try write { database in
            let status = try database.status(of: code)
            guard !status.isUsed else { throw StoreError.usedCode }
            try database.checkIsOpen(status.year)
            try database.execute(
                sql: """
                    INSERT INTO draft (hash, body) VALUES (?, ?) ON CONFLICT (hash) DO UPDATE SET body = excluded.body
                    """, arguments: [code.storedHash, draft])
        }
    }

    package func draft(of code: AccessCode) throws(StoreError) -> String? {
        try read { database in
            let status = try database.status(of: code)
            guard !status.isUsed else { throw StoreError.usedCode }
            return try String.fetchOne(
                database, sql: "SELECT body FROM draft WHERE hash = ?", arguments: [code.storedHash])
        }
    }

    package func submit(
        _ responses: [SentResponse], to year: Int
    ) throws(StoreError) -> [Result<Submission, StoreError>] {
        let results = try write { database in
            let table = try self.table(year, database)
            var intake = SubmissionIntake(table: table, salts: try database.salts(of: year), path: path)
            let results = try responses.map { sent -> Result<Submission, StoreError> in
                do {
                    return .success(try intake.judge(sent, database))
                } catch let error as StoreError {
                    return .failure(error)
                }
            }
            try intake.write(database)
            return results
        }
        // Codes stand there beside responses, and drafts.
        emptyChanges()
        return results
    }

    package func note(_ event: IntakeEvent, count: Int, in year: Int) throws(StoreError) {
        try write { try $0.add(count, to: event, of: year) }
    }

    package func note(refusedFiles fingerprints: [String], in year: Int) throws(StoreError) {
        try write { try $0.add(refusedFiles: fingerprints, of: year, by: $0.secret(of: year)) }
    }

    package func intake(of year: Int) throws(StoreError) -> [IntakeEvent: Int] {
        try read { database in
            let rows = try Row.fetchAll(
                database, sql: "SELECT event, count FROM intake WHERE round = ?", arguments: [year])
            var counts = rows.reduce(into: [IntakeEvent: Int]()) { counts, row in
                if let event = IntakeEvent(rawValue: row["event"]) { counts[event] = row["count"] }
            }
            let files = try Int.fetchOne(
                database, sql: "SELECT count(*) FROM refused_file WHERE round = ?", arguments: [year])
            if let files, files > 0 { counts[.refusedFiles, default: 0] += files }
            return counts
        }
    }

    package func progress(of year: Int) throws(StoreError) -> [UnitProgress] {
        try read { database in
            let table = try self.table(year, database)
            func counts(_ sql: String) throws -> [Int?: Int] {
                try Row.fetchAll(database, sql: sql).reduce(into: [:]) { $0[$1[0] as Int?] = $1[1] as Int }
            }
            let codes = try counts("SELECT unit, count(*) FROM code WHERE round = \(year) GROUP BY unit")
            let used = try counts("SELECT unit, sum(used) FROM code WHERE round = \(year) GROUP BY unit")
            let drafts = try counts(
                """
                SELECT code.unit, count(*) FROM draft JOIN code ON code.hash = draft.hash
                WHERE code.round = \(year) GROUP BY code.unit
                """)
            let responses = try counts("SELECT _unit, count(*) FROM \"\(table.name)\" GROUP BY _unit")
            func progress(_ number: Int?, _ progress: UnitProgress) -> UnitProgress {
                var progress = progress
                progress.codes = codes[number] ?? 0
                progress.usedCodes = used[number] ?? 0
                progress.drafts = drafts[number] ?? 0
                progress.responses = responses[number] ?? 0
                return progress
            }
            let rows = try Row.fetchAll(
                database,
                sql: "SELECT id, name, headcount, parent FROM unit WHERE round = ? ORDER BY place IS NULL, place, name",
                arguments: [year])
            let units = rows.map { row in
                progress(row["id"], UnitProgress(unit: row["name"], parent: row["parent"], headcount: row["headcount"]))
            }
            let rest = progress(nil, UnitProgress(unit: nil))
            return units + (rest.codes + rest.responses > 0 ? [rest] : [])
        }
    }
}

extension Database {
    func checkIsOpen(_ year: Int) throws {
        let state = try state(of: year)
        guard state == .open else { throw StoreError.roundNotOpen(year, state) }
    }

    func state(of year: Int) throws -> RoundState {
        let word = try String.fetchOne(self, sql: "SELECT state FROM round WHERE id = ?", arguments: [year])
        guard let state = word.flatMap(RoundState.init) else { throw StoreError.noRound(year) }
        return state
    }

    func add(_ count: Int, to event: IntakeEvent, of year: Int) throws {
        guard count > 0 else { return }
        try execute(
            sql: """
                INSERT INTO intake (round, event, count) VALUES (?, ?, ?)
                ON CONFLICT (round, event) DO UPDATE SET count = count + excluded.count
                """, arguments: [year, event.rawValue, count])
    }

    func add(refusedFiles fingerprints: [String], of year: Int, by secret: RoundSecret) throws {
        for name in Set(fingerprints.map({ secret.name(ofRefusedFile: $0) })).sorted() {
            try execute(
                sql: "INSERT OR IGNORE INTO refused_file (round, sha256) VALUES (?, ?)", arguments: [year, name])
        }
    }

    /// - Throws: for a sealed round, which has none.
    func secret(of year: Int) throws -> RoundSecret {
        let state = try state(of: year)
        let text = try String.fetchOne(self, sql: "SELECT secret FROM round WHERE id = ?", arguments: [year])
        guard let text else { throw StoreError.roundNotOpen(year, state) }
        return RoundSecret(text: text)
    }

    func status(of code: AccessCode) throws -> CodeStatus {
        let sql = """
            SELECT code.round, code.used, unit.name FROM code LEFT JOIN unit ON unit.id = code.unit WHERE code.hash = ?
            """
        guard let row = try Row.fetchOne(self, sql: sql, arguments: [code.storedHash]) else {
            throw StoreError.unknownCode
        }
        return CodeStatus(year: row["round"], unit: row["name"], isUsed: row["used"])
    }
}

extension AccessCode {
    /// What a store keeps of a code. 80 bits of chance need no salt: nobody can try them all.
    var storedHash: String { SHA256.hexadecimal(of: Array("zicha code \(text)".utf8)) }
}
