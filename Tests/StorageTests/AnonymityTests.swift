import Foundation
import GRDB
import Statistics
import Surveys
import TestSupport
import Testing

@testable import Storage

private let year = 2026
private let day = Day("2026-11-02")!
private let people = 300

/// What somebody learns who has the file: who answered when is known to the test alone.
@Suite struct AnonymityOfAStore {
    private let folder = ScratchFolder()

    /// People answer one after another in the order of their numbers, each under a code and with a text of its own.
    private func collected() throws -> (path: String, store: SQLiteStore, codes: [AccessCode]) {
        let path = folder.newPath()
        let store = try SQLiteStore(path: path)
        try store.open(year, survey: sampleReading(), roster: sampleRoster)
        var chance = SplitMix64(seed: 11)
        let codes = (0..<people).map { _ in AccessCode(using: &chance) }
        try store.admit(codes.map { AdmittedCode($0, unit: "甲处") }, to: year, on: day)
        let keys = RandomKeys.make(people)
        for person in 0..<people {
            try store.keep(draft: draft(of: person), of: codes[person])
            var response = samplePeople(1, seed: UInt64(person)).responses[0]
            response.answers[7] = .text(text(of: person))
            let sent = SentResponse(response, unit: nil, key: keys[person], code: codes[person])
            _ = try store.submit(sent, to: year)
        }
        return (path, store, codes)
    }

    private func text(of person: Int) -> String { "意见\(person)号。" }
    private func draft(of person: Int) -> String { "草稿\(person)号。" }
    private func hash(of person: Int) -> String { "散列\(person)号。" }

    /// Everything on the disk that belongs to the store.
    private func bytes(of path: String) -> Data {
        [path, path + "-wal", path + "-shm"].compactMap { FileManager.default.contents(atPath: $0) }.reduce(Data(), +)
    }

    /// Where each text last stands in the bytes.
    private func places(of texts: [String], in bytes: Data) -> [Int?] {
        texts.map { bytes.range(of: Data($0.utf8), options: .backwards)?.lowerBound }
    }

    /// How many are right when the n-th of one list is paired with the n-th of the other, both by their place.
    private func hits(_ left: [Int?], _ right: [Int?]) -> Int {
        func order(_ places: [Int?]) -> [Int] { places.indices.sorted { (places[$0] ?? 0) < (places[$1] ?? 0) } }
        return zip(order(left), order(right)).count { $0 == $1 }
    }

    /// Spearman's coefficient between the numbers of the people and where something of theirs stands.
    private func correlation(_ places: [Int?]) -> Double {
        let order = places.indices.sorted { (places[$0] ?? 0) < (places[$1] ?? 0) }
        let squares = order.enumerated().reduce(0.0) { $0 + pow(Double($1.offset - $1.element), 2) }
        let n = Double(order.count)
        return 1 - 6 * squares / (n * (n * n - 1))
    }

    /// Guessing is right once on average and eight times in a hundred thousand; a coefficient of five standard errors
    /// is rarer still.
    private let mostHits = 8
    private let mostCorrelation = 5 / Double(people).squareRoot()

    @Test func afterSealingNothingPairsACodeWithAResponse() throws {
        let (path, store, codes) = try collected()
        try store.close(year, on: day)
        _ = try store.seal(year, on: day)
        let archive = folder.newPath()
        try store.copy(to: archive)
        for file in [path, archive] {
            let bytes = bytes(of: file)
            let responses = places(of: (0..<people).map(text), in: bytes)
            let hashes = places(of: codes.map(\.storedHash), in: bytes)
            #expect(responses.allSatisfy { $0 != nil } && hashes.allSatisfy { $0 != nil })
            // By where they lie in the file, by when they came, and backwards.
            #expect(hits(hashes, responses) <= mostHits)
            #expect(hits(Array(0..<people), responses) <= mostHits)
            #expect(hits(hashes.map { $0.map { -$0 } }, responses) <= mostHits)
            #expect(abs(correlation(responses)) < mostCorrelation)
            // Each is there once: no copy is left in a free page.
            for person in stride(from: 0, to: people, by: 7) {
                let text = Data(text(of: person).utf8)
                let first = bytes.range(of: text)
                #expect(first == bytes.range(of: text, options: .backwards))
            }
        }
        #expect(try store.withDatabase { try Int.fetchOne($0, sql: "PRAGMA freelist_count") } == 0)
    }

    @Test func noDraftAndNoCodeIsLeftOnceAResponseHasCome() throws {
        let (path, store, codes) = try collected()
        let bytes = bytes(of: path)
        for person in 0..<people {
            #expect(bytes.range(of: Data(draft(of: person).utf8)) == nil)
            #expect(bytes.range(of: Data(codes[person].text.utf8)) == nil)
        }
        withExtendedLifetime(store) {}
    }

    @Test func aResponseHasNoTimeAndNoNumberThatGrows() throws {
        let (_, store, _) = try collected()
        let columns = try store.withDatabase { database in
            try String.fetchAll(database, sql: "SELECT name FROM pragma_table_info('response_2026')")
        }
        #expect(columns.prefix(3) == ["_id", "_unit", "_absent"] && columns.last == "_batch" && columns.count == 12)
        #expect(throws: DatabaseError.self) {
            try store.withDatabase { try Int.fetchOne($0, sql: "SELECT rowid FROM response_2026") }
        }
        #expect(throws: DatabaseError.self) {
            try store.withDatabase { try Int.fetchOne($0, sql: "SELECT rowid FROM code") }
        }
    }

    /// The attack finds everybody in a store that keeps rows as they come; otherwise the tests above would say nothing.
    @Test func theAttackFindsEverybodyInARowidTable() throws {
        let path = folder.newPath()
        let queue = try DatabaseQueue(path: path)
        try queue.write { database in
            try database.execute(sql: "CREATE TABLE code (hash TEXT); CREATE TABLE response (text TEXT)")
            for person in 0..<people {
                try database.execute(sql: "INSERT INTO code VALUES (?)", arguments: [hash(of: person)])
                try database.execute(sql: "INSERT INTO response VALUES (?)", arguments: [text(of: person)])
            }
        }
        try queue.close()
        let bytes = bytes(of: path)
        let responses = places(of: (0..<people).map(text), in: bytes)
        #expect(hits(places(of: (0..<people).map(hash), in: bytes), responses) == people)
    }
}

@Suite struct TamperedStores {
    private let folder = ScratchFolder()

    /// A store with a sealed round, closed.
    private func sealed() throws -> String {
        let path = folder.newPath()
        let store = try SQLiteStore(path: path)
        try store.open(year, survey: sampleReading(), roster: sampleRoster, on: day)
        let (responses, units) = samplePeople(30, seed: 3)
        try store.append(responses, units: units, to: year)
        try store.close(year, on: day)
        _ = try store.seal(year, on: day)
        try store.verify()
        return path
    }

    @Test(arguments: [
        "UPDATE response_2026 SET XF1 = 6 - XF1 WHERE _id = (SELECT min(_id) FROM response_2026 WHERE XF1 <> 3)",
        "DELETE FROM response_2026 WHERE _id = (SELECT max(_id) FROM response_2026)",
        "INSERT INTO response_2026 (_id) VALUES (randomblob(16))",
        "UPDATE response_2026 SET _unit = (SELECT max(id) FROM unit) WHERE _unit = (SELECT min(id) FROM unit)",
        "UPDATE unit SET headcount = headcount + 1 WHERE place = (SELECT min(place) FROM unit)",
        "UPDATE round SET root = substr(root, 2) || substr(root, 1, 1)",
        "UPDATE log SET detail = '31' WHERE act = 'sealed'",
        "DELETE FROM log WHERE number = 2",
        "UPDATE log SET day = '2026-11-01' WHERE number = 1",
    ])
    func areFoundOut(change: String) throws {
        let path = try sealed()
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: change) }
        try queue.close()
        #expect(throws: StoreError.tampered(path: path)) { try SQLiteStore(path: path).verify() }
    }

    @Test func aKeptTallyWithOtherNumbersIsCountedAnew() throws {
        let path = try sealed()
        let counted = try SQLiteStore(path: path).counted(samplePlan, year: year)
        let queue = try DatabaseQueue(path: path)
        let changed = try queue.write { database in
            try database.execute(sql: "UPDATE kept_tally SET numbers = numbers || '1'")
            return database.changesCount
        }
        try queue.close()
        #expect(changed == 1)
        #expect(try SQLiteStore(path: path).counted(samplePlan, year: year) == counted)
    }
}
