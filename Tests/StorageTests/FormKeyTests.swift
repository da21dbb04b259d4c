import Digests
import Foundation
import GRDB
import Surveys
import TestSupport
import Testing

@testable import Storage

private let year = 2026
private let day = Day("2026-11-02")!

/// The hash of a form, as a mail gateway notes it of every attachment that it passes on.
private func hash(ofForm number: Int) -> [UInt8] { SHA256.digest(of: Array("form \(number)".utf8)) }

extension UInt128 {
    fileprivate var bytes: [UInt8] {
        stride(from: 120, through: 0, by: -8).map { UInt8(truncatingIfNeeded: self >> UInt128($0)) }
    }
}

@Suite struct FormsThatCameBack {
    private let folder = ScratchFolder()

    /// A round into which forms came and one response by a code of its own key.
    private func collected(_ engine: Engine) throws -> (store: any Store, keys: [UInt128], receipt: Receipt) {
        var store = try engine.store(in: folder)
        try store.open(year, survey: sampleReading(), roster: sampleRoster, on: day)
        let responses = samplePeople(5, seed: 1).responses
        let keys = try (0..<4).map { try store.key(ofForm: hash(ofForm: $0), in: year) }
        for (key, response) in zip(keys, responses) {
            _ = try store.submit(SentResponse(response, unit: "甲处", key: key, code: nil), to: year)
        }
        let typed = SentResponse(responses[4], unit: "甲处", key: 77, code: nil)
        let receipt = try store.submit(typed, to: year).receipt
        return (store, keys, receipt)
    }

    @Test(arguments: Engine.allCases)
    func areKnownByAKeyThatOnlyTheirRoundCanMake(engine: Engine) throws {
        var (store, keys, _) = try collected(engine)
        try store.open(2027, survey: sampleReading(), roster: sampleRoster, on: day)
        for (number, key) in keys.enumerated() {
            #expect(try store.key(ofForm: hash(ofForm: number), in: year) == key)
            #expect(try store.key(ofForm: hash(ofForm: number), in: 2027) != key)
            #expect(key.bytes != Array(hash(ofForm: number).prefix(16)))
        }
        #expect(Set(keys).count == keys.count)
        let again = SentResponse(samplePeople(5, seed: 1).responses[0], unit: "甲处", key: keys[0], code: nil)
        guard case .alreadyStored = try store.submit(again, to: year) else {
            Issue.record("the form was taken in before")
            return
        }
    }

    @Test(arguments: Engine.allCases)
    func lieUnderOtherKeysOnceTheRoundIsSealedAndReceiptsStayGood(engine: Engine) throws {
        var (store, keys, receipt) = try collected(engine)
        try store.close(year, on: day)
        let before = try store.receipts(of: year)
        let seal = try store.seal(year, on: day)
        #expect(try store.receipts(of: year) == before && before.contains(receipt))
        #expect(Receipt.root(of: before) == seal.root)
        // The key under which a response was sent leads to none any more.
        let again = SentResponse(samplePeople(5, seed: 1).responses[0], unit: "甲处", key: keys[0], code: nil)
        let refusal = StoreError.roundNotOpen(year, .sealed)
        #expect(throws: refusal) { try store.submit(again, to: year) }
        #expect(throws: refusal) { try store.key(ofForm: hash(ofForm: 0), in: year) }
    }

    @Test(arguments: Engine.allCases)
    func andWereRefusedAreCountedAlsoAfterTheSeal(engine: Engine) throws {
        var (store, _, _) = try collected(engine)
        let refused = [8, 9, 8].map { hash(ofForm: $0).hexadecimal }
        try store.note(refusedFiles: refused, in: year)
        try store.note(refusedFiles: [refused[1]], in: year)
        #expect(try store.intake(of: year) == [.refusedFiles: 2])
        try store.close(year, on: day)
        _ = try store.seal(year, on: day)
        #expect(try store.intake(of: year) == [.refusedFiles: 2])
        #expect(throws: StoreError.roundNotOpen(year, .sealed)) {
            try store.note(refusedFiles: [hash(ofForm: 10).hexadecimal], in: year)
        }
        #expect(try store.intake(of: year) == [.refusedFiles: 2])
    }
}

@Suite struct WhatASealDestroys {
    private let folder = ScratchFolder()

    private func bytes(_ path: String) -> Data {
        [path, path + "-wal"].compactMap { FileManager.default.contents(atPath: $0) }.reduce(Data(), +)
    }

    /// Everything that must be nowhere in the files of a sealed round: texts, and keys as bytes.
    private func traces(_ store: SQLiteStore) throws -> [(name: String, bytes: Data)] {
        try store.withDatabase { database in
            func all(_ name: String, _ sql: String) throws -> [(String, Data)] {
                try Row.fetchAll(database, sql: sql).map { row in
                    (
                        name,
                        (row[0] as DatabaseValue).storage.value.flatMap {
                            ($0 as? Data) ?? ($0 as? String).map { Data($0.utf8) }
                        } ?? Data()
                    )
                }
            }
            return try all("key", "SELECT _id FROM response_2026") + all("secret", "SELECT secret FROM round")
                + all("refused", "SELECT sha256 FROM refused_file") + all("mark", "SELECT mark FROM seen")
        }
    }

    @Test func isInNoByteOfTheStoreOrItsArchive() throws {
        let path = folder.newPath()
        let store = try SQLiteStore(path: path)
        try store.open(year, survey: sampleReading(), roster: sampleRoster, on: day)
        let (people, units) = samplePeople(300, seed: 2)
        for number in 0..<100 {
            let key = try store.key(ofForm: hash(ofForm: number), in: year)
            _ = try store.submit(SentResponse(people[number], unit: units[number], key: key, code: nil), to: year)
        }
        try store.note(refusedFiles: (200..<220).map { hash(ofForm: $0).hexadecimal }, in: year)
        let origins = (100..<300).map { RowOrigin(tool: "wjx", number: "\($0)", moment: "2026-11-03 9:\($0)") }
        let marks = try store.recognise(Array(people[100...]), origins: origins, in: year)
            .marks(ofRows: Array(0..<200))
        try store.append(
            Array(people[100...]), units: Array(units[100...]), to: year,
            recording: ImportRecord(day: day, fingerprint: hash(ofForm: 500).hexadecimal, marks: marks))
        let traces = try traces(store)
        #expect(traces.count == 300 + 1 + 20 + 600 && traces.allSatisfy { $0.bytes.count >= 16 })
        let open = bytes(path)
        #expect(traces.allSatisfy { open.range(of: $0.bytes) != nil })
        // Not even while the round is open is anything kept by the plain hash of a form.
        for number in 0..<220 {
            let plain = hash(ofForm: number)
            #expect(open.range(of: Data(plain.prefix(16))) == nil)
            #expect(open.range(of: Data(plain.hexadecimal.utf8)) == nil)
        }
        try store.close(year, on: day)
        _ = try store.seal(year, on: day)
        let archive = folder.newPath()
        try store.copy(to: archive)
        for file in [path, archive] {
            let sealed = bytes(file)
            #expect(traces.filter { sealed.range(of: $0.bytes) != nil }.map(\.name).isEmpty)
        }
        try store.verify()
        for table in ["arrival", "import", "import_event", "seen", "refused_file", "earlier_receipt"] {
            let rows = try store.withDatabase { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") }
            #expect(rows == 0, "\(table)")
        }
    }

    /// From the closing on nobody can tell which responses came by one file.
    @Test func theImportOfAResponseGoesBeforeThat() throws {
        let store = try SQLiteStore(path: folder.newPath())
        try store.open(year, survey: sampleReading(), roster: sampleRoster, on: day)
        let (people, units) = samplePeople(30, seed: 2)
        try store.append(
            people, units: units, to: year,
            recording: ImportRecord(day: day, fingerprint: hash(ofForm: 1).hexadecimal))
        func marked() throws -> Int? {
            try store.withDatabase { try Int.fetchOne($0, sql: "SELECT count(import) FROM arrival") }
        }
        #expect(try marked() == 30)
        try store.close(year, on: day)
        #expect(try marked() == 0)
    }
}

/// A store of the second version with a round in collection, as the program of that time left it: three forms came back
/// under the plain hashes of their files, one was refused, two responses have receipts, and a file was taken in.
@Suite struct ARoundThatWasOpenBefore {
    private let folder = ScratchFolder()

    private let forms = [
        "06133b40e2a7cc806e606849fe3d8871b3569c14ba5dbe5882f13131d5152fdc",
        "dffe1ae144887e3fae511d61dc46584c1b9d97e794fb6079acd1200a47fed75f",
        "af80868ae8ae1932a9e58282cacde2e501acc8b1e5c1f5ef965c62bb7a712672",
    ]
    private let refused = "659615c20f5e90482f1100023aa5cac8320c68f4de4e9e6ddeec97d9b4c3da28"
    private let receipts = ["MS1M-ZJ56-PNMA-HNES", "4Y5A-SQQX-AZ5B-6KZA"]
    private let file = "ff1a3e80e1f9fb98ddab4aa3f2dba6b753e41528d750919409f11d6f1c4f492a"
    /// Of receipts, at that time.
    private let salt = "cdf47a2ea0777ac04eb058aa06b98bf1"

    private func store() throws -> (path: String, store: SQLiteStore) {
        let kept = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "Stores/version-2-open.db")
        let path = folder.newPath()
        try FileManager.default.copyItem(atPath: kept.path, toPath: path)
        return (path, try SQLiteStore(path: path))
    }

    private func digest(_ text: String) -> [UInt8] {
        let digits = text.compactMap(\.hexDigitValue)
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }

    private func form(_ number: Int) -> Response {
        let levels = [(4, 5), (2, 3), (5, 5)][number]
        return Response(answers: [
            .text("甲处"), .level(levels.0), .level(levels.1), .number(101 + number, decimals: 0),
        ])
    }

    @Test func knowsItsFormsFilesAndRefusals() throws {
        let (_, store) = try store()
        for (number, text) in forms.enumerated() {
            let key = try store.key(ofForm: digest(text), in: year)
            let sent = SentResponse(form(number), unit: "甲处", key: key, code: nil)
            guard case .alreadyStored = try store.submit(sent, to: year) else {
                Issue.record("form \(number) was taken in before")
                continue
            }
        }
        #expect(try store.log().lastImport(of: file, to: year)?.number == 5)
        #expect(throws: StoreError.importSettled(5)) { try store.undo(import: 5, of: year, on: day) }
        try store.note(refusedFiles: [refused], in: year)
        #expect(try store.intake(of: year) == [.refusedFiles: 1, .withoutCode: 5])
        // A form that comes now lies under a key that its hash does not tell.
        let later = hash(ofForm: 1)
        #expect(try store.key(ofForm: later, in: year).bytes != Array(later.prefix(16)))
        try store.verify()
    }

    @Test func isSealedWithoutAWayFromAFormToItsResponseAndWithItsReceipts() throws {
        let (path, store) = try store()
        let sent = SentResponse(form(0), unit: "甲处", key: 12, code: nil)
        let later = try store.submit(sent, to: year).receipt
        try store.close(year, on: Day("2026-11-20")!)
        let before = try store.receipts(of: year)
        for receipt in receipts { #expect(before.contains { $0.isMeant(by: receipt) }) }
        let seal = try store.seal(year, on: Day("2026-11-20")!)
        #expect(seal.responses == 10)
        // Made when the store was brought forward; it holds all that the seal destroyed.
        #expect(store.earlierCopies == ["\(StoreFile.resolved(path)).v2"])
        let archive = folder.newPath()
        try store.copy(to: archive)
        for receipt in receipts + [later.text] { #expect(try store.holds(receipt: receipt, in: year)) }
        #expect(try !store.holds(receipt: "0000-0000-0000-0000", in: year))
        try store.verify()
        for file in [path, archive] {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
            for text in forms {
                #expect(bytes.range(of: Data(digest(text).prefix(16))) == nil)
            }
            #expect(bytes.range(of: Data(refused.utf8)) == nil && bytes.range(of: Data(salt.utf8)) == nil)
        }
        // Whoever knows a form's hash and has the store could find its response if a receipt could be made again.
        let salts = try store.withDatabase { try $0.salts(of: year) }
        let kept = try store.withDatabase { try $0.earlierReceipts(of: year) }
        #expect(kept.count == 9 && salts.earlier != salt && salts.current != salt)
        for (number, text) in forms.enumerated() {
            let key = UInt128(leading: digest(text))
            #expect(kept.contains(Receipt(of: form(number), key: key, salt: salt)))
            #expect(!kept.contains(Receipt(of: form(number), key: key, salt: salts.current)))
        }
    }

    @Test func isTamperedWithWhereAReceiptIsTakenAway() throws {
        let (path, store) = try store()
        try store.close(year, on: Day("2026-11-20")!)
        _ = try store.seal(year, on: Day("2026-11-20")!)
        try store.withDatabase {
            try $0.execute(sql: "DELETE FROM earlier_receipt WHERE hash = (SELECT min(hash) FROM earlier_receipt)")
        }
        #expect(throws: StoreError.tampered(path: StoreFile.resolved(path))) { try store.verify() }
    }
}
