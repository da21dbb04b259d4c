import Foundation
import GRDB
import Statistics
import Surveys
import TestSupport
import Testing

@testable import Storage

private let year = 2026

/// A store with some responses, closed again.
private func fill(_ path: String, count: Int = 50, seed: UInt64 = 1) throws {
    let store = try SQLiteStore(path: path)
    try store.open(year, survey: sampleReading(), roster: sampleRoster)
    let (responses, units) = samplePeople(count, seed: seed)
    try store.append(responses, units: units, to: year)
}

private func count(_ store: SQLiteStore) throws -> Int {
    try store.counted(samplePlan, year: year).tallies.reduce(0) { $0 + $1.responses }
}

/// The error of opening a store.
private func refusal(_ path: String) -> StoreError? {
    do {
        _ = try SQLiteStore(path: path)
        return nil
    } catch {
        return error
    }
}

private func setting(_ name: String, of store: SQLiteStore) throws -> String? {
    try store.withDatabase { try String.fetchOne($0, sql: "PRAGMA \(name)") }
}

/// Works on the file as another program would.
private func tamper(_ path: String, _ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
}

private func contents(_ path: String) -> Data? { FileManager.default.contents(atPath: path) }

private func files(beside path: String) throws -> [String] {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let name = URL(fileURLWithPath: path).lastPathComponent
    return try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix(name) }.sorted()
}

@Suite struct AStoreFile {
    private let folder = ScratchFolder()

    @Test func holdsAfterReopeningWhatItHeld() throws {
        let path = folder.newPath()
        let (first, second) = (samplePeople(200, seed: 1), samplePeople(100, seed: 2))
        var memory = MemoryStore()
        try memory.open(year, survey: sampleReading(), roster: sampleRoster)
        try memory.append(first.responses + second.responses, units: first.units + second.units, to: year)
        do {
            let store = try SQLiteStore(path: path)
            try store.open(year, survey: sampleReading(), roster: sampleRoster)
            try store.append(first.responses, units: first.units, to: year)
        }
        do {
            let store = try SQLiteStore(path: path)
            #expect(throws: StoreError.roundExists(year)) {
                try store.open(year, survey: sampleReading(), roster: nil)
            }
            try store.append(second.responses, units: second.units, to: year)
        }
        let store = try SQLiteStore(path: path)
        #expect(try store.round(year) == memory.round(year))
        #expect(try store.counted(samplePlan, year: year) == memory.counted(samplePlan, year: year))
    }

    @Test func isWrittenAheadAndSynchronisedBeforeACommitIsAcknowledged() throws {
        let store = try SQLiteStore(path: folder.newPath())
        #expect(try setting("journal_mode", of: store) == "wal")
        // 2 is FULL; GRDB's own way into the write-ahead log leaves 1.
        #expect(try setting("synchronous", of: store) == "2")
        #expect(try setting("foreign_keys", of: store) == "1")
    }

    @Test func isItsOwnersAloneAndLeavesNothingBesideIt() throws {
        let path = folder.newPath()
        do {
            let store = try SQLiteStore(path: path)
            try store.open(year, survey: sampleReading(), roster: nil)
            for file in try files(beside: path) {
                let rights = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/\(file)")
                #expect((rights[.posixPermissions] as? Int) == 0o600, "\(file)")
            }
            #expect(try files(beside: path).count == 4)
        }
        #expect(try files(beside: path).count == 1)
    }

    /// Every row has a key of 128 bits and nothing that tells when it came, and the order of the keys is no order of
    /// arrival.
    @Test func tellsNeitherTimeNorOrder() throws {
        let path = folder.newPath()
        let reading = try everyKind()
        do {
            let store = try SQLiteStore(path: path)
            try store.open(year, survey: reading, roster: nil)
            var chance = SplitMix64(seed: 5)
            for start in [0, 500] {
                let responses = (start..<start + 500).map {
                    randomResponse(to: reading.survey.variables, number: $0, &chance)
                }
                try store.append(responses, units: responses.map { _ in nil }, to: year)
            }
        }
        let queue = try DatabaseQueue(path: path)
        try queue.read { database in
            let columns = try String.fetchAll(database, sql: "SELECT name FROM pragma_table_info('response_2026')")
            #expect(columns == ["_id", "_unit", "_absent"] + reading.survey.variables.map(\.name) + ["_batch"])
            #expect(try Int.fetchOne(database, sql: "SELECT min(length(_id)) FROM response_2026") == 16)
            #expect(throws: DatabaseError.self) { try Row.fetchOne(database, sql: "SELECT rowid FROM response_2026") }
            let numbers = try Int.fetchAll(database, sql: "SELECT XH FROM response_2026")
            #expect(Set(numbers) == Set(0..<1000))
            // Spearman's correlation of place and arrival; its standard error is 0.032 where there is none.
            let squares = numbers.enumerated().reduce(0) { $0 + ($1.offset - $1.element) * ($1.offset - $1.element) }
            #expect(abs(1 - 6 * Double(squares) / (1000 * (1_000_000 - 1))) < 0.2)
        }
    }

    @Test func countsLikeMemoryWhateverTheAnswers() throws {
        let reading = try everyKind()
        let variables = reading.survey.variables
        let plan = TallyPlan(
            items: variables.indices.compactMap { index in
                variables[index].codes.map { .init(column: index, low: $0.lowerBound, high: $0.upperBound) }
            },
            scales: [
                .init(
                    terms: variables.indices.compactMap { index in
                        variables[index].scoring.map {
                            .points(column: index, low: $0.low, points: $0.points, weight: 1 + index % 3)
                        }
                    }, minimumAnswered: 2)
            ],
            pairs: variables.indices.compactMap { index in
                variables[index].part == .current ? .init(current: index, required: index + 1, low: 1, high: 5) : nil
            }, composites: [[0]],
            variables: variables.indices.compactMap { index in
                variables[index].scoring.map { .points(column: index, low: $0.low, points: $0.points, weight: 1) }
            },
            screening: ScreeningPlan(
                items: variables.indices.compactMap { index in
                    guard case .levels = variables[index].domain, let codes = variables[index].codes else { return nil }
                    return .init(column: index, low: codes.lowerBound, high: codes.upperBound)
                }, limits: CarelessLimits(fewestAnswers: 2, signsForFlag: 1)))
        var chance = SplitMix64(seed: 9)
        let responses = (0..<600).map { randomResponse(to: variables, number: $0, &chance) }
        var memory = MemoryStore()
        // Many blocks of rows to each processor's share, and a rest.
        let store = try SQLiteStore(path: folder.newPath(), migrations: Migration.all, blockRows: 13)
        try memory.open(year, survey: reading, roster: sampleRoster)
        try store.open(year, survey: reading, roster: sampleRoster)
        for _ in 0..<3 {
            let units: [String?] = responses.map { _ in ["甲处", "乙处", "丁处", nil].randomElement(using: &chance) ?? nil }
            try memory.append(responses, units: units, to: year)
            try store.append(responses, units: units, to: year)
        }
        let counted = try store.counted(plan, year: year)
        #expect(try counted == memory.counted(plan, year: year))
        #expect(try #require(counted.screening).careless.contains { $0.flagged > 0 })
        // Parted by batch, too.
        let table = PublishedTable(smallestGroup: 10, cells: [["甲处", "丁处"], ["乙处"]], batches: 1)
        let report = PublishedReport(fingerprint: String(repeating: "a", count: 64), smallestGroup: 10, rounds: [])
        let joining: [Int: Set<String>] = [year: ["甲处", "乙处"]]
        try memory.publish(report, tables: [year: table], joining: joining, on: Day("2026-12-01")!)
        try store.publish(report, tables: [year: table], joining: joining, on: Day("2026-12-01")!)
        let told = try store.cohorts(plan, year: year)[0]
        for index in 0..<100 {
            let response = randomResponse(to: variables, number: index, &chance)
            try memory.append([response], units: ["甲处"], to: year)
            try store.append([response], units: ["甲处"], to: year)
        }
        let cohorts = try store.cohorts(plan, year: year)
        #expect(cohorts.map(\.batch) == [1, nil])
        // Nobody who comes later changes whose answers are unusual among those who were told.
        #expect(cohorts[0] == told)
        #expect(try cohorts == memory.cohorts(plan, year: year))
    }
}

@Suite struct AStoreRefuses {
    private let folder = ScratchFolder()

    @Test(arguments: ["这不是数据库", "SQLite format 3\u{0}", String(repeating: "x", count: 5000)])
    func aFileOfSomethingElse(text: String) throws {
        let path = folder.newPath()
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        #expect(refusal(path) == .notAStore(path: path))
        #expect(contents(path) == Data(text.utf8))
        #expect(try files(beside: path).count == 1)
    }

    @Test func theDatabaseOfAnotherProgram() throws {
        let path = folder.newPath()
        try tamper(path, "CREATE TABLE contact (name TEXT)")
        let before = contents(path)
        #expect(refusal(path) == .notAStore(path: path))
        #expect(contents(path) == before)
    }

    @Test func theStoreOfANewerProgram() throws {
        let path = folder.newPath()
        try fill(path)
        try tamper(path, "PRAGMA user_version = 99")
        let before = contents(path)
        let error = refusal(path)
        #expect(error == .newerStore(path: path, version: 99))
        #expect(error?.wording.english.contains("use the newer zicha") == true)
        #expect(contents(path) == before)
    }

    @Test(arguments: [0.2, 0.5, 0.9])
    func aDamagedFile(place: Double) throws {
        let path = folder.newPath()
        try fill(path, count: 2000)
        var bytes = try #require(contents(path))
        let start = Int(Double(bytes.count) * place) / 4096 * 4096
        for index in start..<start + 200 { bytes[index] = 0xA5 }
        try bytes.write(to: URL(fileURLWithPath: path))
        #expect(refusal(path) == .damaged(path: path))
        #expect(contents(path) == bytes)
    }

    /// A store that is too large to be looked at as a whole whenever it is opened.
    @Test func aDamagedPageOfALargeFileWhereItIsRead() throws {
        let path = folder.newPath()
        let reading = try Survey.sample("## 一\n\nA. 甲 | A [是否]\n\nYJ. 意见 | Comment [文本 选填]").reading
        let plan = TallyPlan(items: [.init(column: 0, low: 0, high: 1)])
        do {
            let store = try SQLiteStore(path: path)
            try store.open(year, survey: reading, roster: nil)
            let long = Response(answers: [.option("1"), .text(String(repeating: "长", count: 200))])
            let count = 30_000
            try store.append(Array(repeating: long, count: count), units: Array(repeating: nil, count: count), to: year)
            try store.verify()
        }
        var bytes = try #require(contents(path))
        #expect(bytes.count > 16 << 20)
        let start = bytes.count / 2 / 4096 * 4096
        for index in start..<start + 4096 { bytes[index] = 0xA5 }
        try bytes.write(to: URL(fileURLWithPath: path))
        let store = try SQLiteStore(path: path)
        #expect(throws: StoreError.damaged(path: path)) { try store.counted(plan, year: year) }
        #expect(throws: StoreError.damaged(path: path)) { try store.verify() }
    }

    @Test func aFileCutShort() throws {
        let path = folder.newPath()
        try fill(path, count: 2000)
        let bytes = try #require(contents(path)).dropLast(40_000)
        try bytes.write(to: URL(fileURLWithPath: path))
        #expect(refusal(path) == .damaged(path: path))
    }

    @Test func aSurveyThatIsNoLongerWhatItWas() throws {
        let path = folder.newPath()
        try fill(path)
        try tamper(path, "UPDATE round SET survey = replace(survey, '综合', '综台')")
        let store = try SQLiteStore(path: path)
        #expect(throws: StoreError.damaged(path: path)) { try store.round(year) }
        #expect(throws: StoreError.damaged(path: path)) { try store.counted(samplePlan, year: year) }
    }

    @Test func aTableThatItsSurveyDoesNotDescribe() throws {
        let path = folder.newPath()
        try fill(path)
        try tamper(path, "ALTER TABLE response_2026 RENAME COLUMN XF1 TO XF9")
        let store = try SQLiteStore(path: path)
        #expect(throws: StoreError.surveyReadsOtherwise(year)) { try store.counted(samplePlan, year: year) }
        #expect(throws: StoreError.surveyReadsOtherwise(year)) { try store.append([], units: [], to: year) }
    }

    @Test func aFolderThatIsNotThere() {
        let path = folder.path + "/missing/zicha.db"
        guard case .cannotOpen(path, _) = refusal(path) else {
            Issue.record("opened \(path)")
            return
        }
    }

    @Test func whatAnOpeningThatWasCutOffLeftIsMadeAnew() throws {
        let path = folder.newPath()
        for ending in [".part", ".part-journal", ".part-wal"] {
            try Data("half".utf8).write(to: URL(fileURLWithPath: path + ending))
        }
        try fill(path)
        try SQLiteStore(path: path).verify()
        #expect(!FileManager.default.fileExists(atPath: path + ".part"))
    }

    @Test func aLogOfChangesWithoutItsFileIsNotTakenForTheNewFiles() throws {
        let path = folder.newPath()
        try Data("changes".utf8).write(to: URL(fileURLWithPath: path + "-wal"))
        #expect(refusal(path) == .damaged(path: path))
        #expect(!FileManager.default.fileExists(atPath: path))
        #expect(FileManager.default.fileExists(atPath: path + "-wal"))
    }

    @Test func aFolder() {
        guard case .cannotOpen = refusal(folder.path) else {
            Issue.record("opened a folder")
            return
        }
    }

    @Test func aSurveyOfMoreColumnsThanATableHas() throws {
        let rows = (1...2000).map { "- A\($0) = 甲\($0) | A\($0)\n" }.joined()
        let reading = try Survey.sample("## 一\n\nA. 甲 | A [量表题 五级]\n" + rows).reading
        let store = try SQLiteStore(path: folder.newPath())
        let error = #expect(throws: StoreError.self) { try store.open(year, survey: reading, roster: nil) }
        #expect(error == .tooManyQuestions(year, limit: 1996))
        #expect(try store.years().isEmpty)
    }
}

@Suite struct OneOwner {
    private let folder = ScratchFolder()

    @Test func aSecondOpeningIsRefusedAndNamesTheOwner() throws {
        let path = folder.newPath()
        let link = folder.newPath()
        let store = try SQLiteStore(path: path)
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
        let owner = Int(ProcessInfo.processInfo.processIdentifier)
        #expect(refusal(path) == .inUse(path: path, process: owner))
        #expect(refusal(link) == .inUse(path: path, process: owner))
        #expect(refusal(path)?.wording.english.contains("(process \(owner))") == true)
        try store.open(year, survey: sampleReading(), roster: nil)
        #expect(try store.years() == [year])
    }

    @Test func anotherProcessIsRefused() async throws {
        let path = folder.newPath()
        let store = try SQLiteStore(path: path)
        let owner = Int(ProcessInfo.processInfo.processIdentifier)
        await #expect(processExitsWith: .success) { [path = path as String, owner = owner as Int] in
            #expect(refusal(path) == .inUse(path: path, process: owner))
        }
        #expect(try store.years().isEmpty)
    }

    @Test func aKilledOwnerKeepsNobodyOutAndLosesNothing() async throws {
        let path = folder.newPath()
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
            let store = try SQLiteStore(path: path)
            try store.open(year, survey: sampleReading(), roster: sampleRoster)
            let (responses, units) = samplePeople(30, seed: 1)
            try store.append(responses, units: units, to: year)
            kill(getpid(), SIGKILL)
        }
        #expect(try files(beside: path).contains { $0.hasSuffix(".lock") })
        #expect(try count(SQLiteStore(path: path)) == 30)
    }
}

@Suite struct AnswersThatAreNone {
    private let folder = ScratchFolder()

    /// Among good responses, one answer that its question does not have, in the column and with the text given.
    @Test(arguments: [
        ("XF1", 2, Answer.level(9_731)), ("XF1", 2, .text("秘密9731")), ("GW", 1, .option("秘密9731")),
        ("ZW", 6, .number(9_731, decimals: 0)), ("ZW", 6, .number(5, decimals: 2)), ("YJ", 7, .options(["秘密9731"])),
    ])
    func areNeverStoredNorTold(question: String, column: Int, answer: Answer) throws {
        let store = try SQLiteStore(path: folder.newPath())
        try store.open(year, survey: sampleReading(), roster: nil)
        var (responses, units) = samplePeople(20, seed: 1)
        responses[11].answers[column] = answer
        let error = try #require(throws: StoreError.self) { try store.append(responses, units: units, to: year) }
        #expect(error == .notAnAnswer(question: question))
        for text in ["\(error)", error.localizedDescription, error.wording.chinese, error.wording.english] {
            #expect(!text.contains("9731") && !text.contains("9_731"))
        }
        #expect(try count(store) == 0)
        #expect(try store.counted(samplePlan, year: year).groups.isEmpty)
    }

    /// The connection's own errors, which nobody is shown, hold no answer either.
    @Test func areNotInTheDatabasesOwnErrors() throws {
        let store = try SQLiteStore(path: folder.newPath())
        try store.open(year, survey: sampleReading(), roster: nil)
        let error = try #require(
            throws: DatabaseError.self,
            performing: {
                try store.withDatabase { database in
                    try database.execute(
                        sql: "INSERT INTO response_2026 (_id, XF1, YJ) VALUES (?, ?, ?)",
                        arguments: [Data(count: 16), 9731, "秘密"])
                }
            })
        #expect(error.resultCode == .SQLITE_CONSTRAINT)
        #expect(!"\(error)".contains("9731") && !"\(error)".contains("秘密"))
        #expect(!error.localizedDescription.contains("9731") && !error.localizedDescription.contains("秘密"))
    }
}

@Suite struct Migrations {
    private let folder = ScratchFolder()

    private let noted = Migration { try $0.execute(sql: "CREATE TABLE note (text TEXT) STRICT") }

    @Test func bringAStoreForwardAfterABackup() throws {
        let path = folder.newPath()
        try fill(path)
        #expect(try count(SQLiteStore(path: path, migrations: Migration.all + [noted])) == 50)
        let version = Migration.all.count
        #expect(refusal(path) == .newerStore(path: path, version: version + 1))
        #expect(try count(SQLiteStore(path: "\(path).v\(version)")) == 50)
    }

    /// Version 1 kept rounds, units and responses; what it kept is all there in the newest version.
    @Test func takeInTheFirstVersion() throws {
        let path = folder.newPath()
        let (people, units) = samplePeople(60, seed: 4)
        let reading = try sampleReading()
        do {
            let old = try SQLiteStore(path: path, migrations: [.rounds])
            let stored = StoredRound(year: year, surveyText: reading.source.text, roster: nil)
            let table = RoundTable(year: year, survey: reading.survey)
            try old.withDatabase { database in
                try database.execute(
                    sql: "INSERT INTO round (year, survey, survey_sha256) VALUES (?, ?, ?)",
                    arguments: [year, stored.surveyText, stored.surveyHash])
                try database.execute(
                    sql: """
                        INSERT INTO unit (id, year, name, place, headcount)
                        VALUES (1, 2026, '乙处', 0, 9), (2, 2026, '空处', 1, 3), (3, 2026, '甲处', 2, 40),
                            (1073741825, 2026, '丁处', NULL, NULL), (1073741826, 2026, '丙处', NULL, NULL)
                        """)
                try database.execute(sql: table.definition)
                try database.execute(sql: "ALTER TABLE \(table.name) DROP COLUMN _batch")
                let numbers = ["乙处": 1, "空处": 2, "甲处": 3, "丁处": 1_073_741_825, "丙处": 1_073_741_826]
                try ResponseWriter.with(table, database, path: path) { writer in
                    for (index, key) in RandomKeys.make(people.count).enumerated() {
                        try writer.write(people[index], unit: units[index].flatMap { numbers[$0] }, key: key)
                    }
                }
            }
        }
        var memory = MemoryStore()
        try memory.open(year, survey: reading, roster: sampleRoster)
        try memory.append(people, units: units, to: year)
        let store = try SQLiteStore(path: path)
        #expect(try store.counted(samplePlan, year: year) == memory.counted(samplePlan, year: year))
        #expect(try store.round(year).roster == sampleRoster && store.state(of: year) == .open)
        try store.close(year, on: Day("2026-12-01")!)
        #expect(try store.seal(year, on: Day("2026-12-01")!).responses == 60)
        try store.verify()
    }

    /// A file of this version as it was released; later programs must read it too.
    @Test func readAReleasedFileOfTheSecondVersion() throws {
        let kept = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "Stores/version-2.db")
        let path = folder.newPath()
        try FileManager.default.copyItem(atPath: kept.path, toPath: path)
        let store = try SQLiteStore(path: path)
        try store.verify()
        #expect(try store.years() == [2025, 2026])
        #expect(try store.state(of: 2025) == .sealed && store.state(of: 2026) == .open)
        #expect(try store.seal(of: 2025)?.responses == 12)
        #expect(try store.progress(of: 2026).map(\.codes) == [2, 3])
        #expect(try store.log().count == 7)
        // The program that wrote it kept no refused files.
        #expect(try store.intake(of: 2026)[.refusedFiles] == nil)
    }

    @Test func thatFailLeaveTheStoreAsItWas() throws {
        let path = folder.newPath()
        try fill(path)
        let broken = Migration { try $0.execute(sql: "DROP TABLE round; CREATE TABLE nonsense (") }
        #expect(throws: StoreError.self) { try SQLiteStore(path: path, migrations: Migration.all + [noted, broken]) }
        #expect(try count(SQLiteStore(path: path)) == 50)
        #expect(try count(SQLiteStore(path: path, migrations: Migration.all + [noted])) == 50)
    }
}
