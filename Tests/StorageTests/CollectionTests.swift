import Statistics
import Storage
import Surveys
import TestSupport
import Testing

private let year = 2026
private let monday = Day("2026-11-02")!
private let tuesday = Day("2026-11-03")!

/// An open round with two codes of 甲处 and one of no unit.
private func collecting(_ engine: Engine, _ folder: ScratchFolder) throws -> (store: any Store, codes: [AccessCode]) {
    var store = try engine.store(in: folder)
    try store.open(year, survey: sampleReading(), roster: sampleRoster, on: monday)
    var chance = SplitMix64(seed: 5)
    let codes = (0..<3).map { _ in AccessCode(using: &chance) }
    try store.admit(
        [.init(codes[0], unit: "甲处"), .init(codes[1], unit: "甲处"), .init(codes[2], unit: nil)], to: year, on: monday)
    return (store, codes)
}

private func sent(_ seed: UInt64, key: UInt128, code: AccessCode?, unit: String? = nil) -> SentResponse {
    SentResponse(samplePeople(1, seed: seed).responses[0], unit: unit, key: key, code: code)
}

private func responses(_ store: any Store) throws -> Int {
    try store.counted(samplePlan, year: year).tallies.reduce(0) { $0 + $1.responses }
}

@Suite struct CollectingByCode {
    private let folder = ScratchFolder()

    @Test(arguments: Engine.allCases)
    func aCodeServesOnceAndNamesTheUnit(engine: Engine) throws {
        var (store, codes) = try collecting(engine, folder)
        // Whatever unit was typed, the code knows better.
        let first = try store.submit(sent(1, key: 1, code: codes[0], unit: "乙处"), to: year)
        guard case .stored = first else { return #expect(Bool(false), "the response was taken in") }
        #expect(throws: StoreError.usedCode) { try store.submit(sent(2, key: 2, code: codes[0]), to: year) }
        var units: [String?] = []
        try store.forEachResponse(to: year) { _, unit, _ in units.append(unit) }
        #expect(units == ["甲处"])
        #expect(try store.status(of: codes[0]) == CodeStatus(year: year, unit: "甲处", isUsed: true))
    }

    @Test(arguments: Engine.allCases)
    func theSameResponseSentAgainIsTheSameResponse(engine: Engine) throws {
        var (store, codes) = try collecting(engine, folder)
        let first = try store.submit(sent(1, key: 7, code: codes[0]), to: year)
        let again = try store.submit(sent(1, key: 7, code: codes[0]), to: year)
        #expect(again == .alreadyStored(first.receipt))
        #expect(throws: StoreError.keyTaken) { try store.submit(sent(2, key: 7, code: codes[1]), to: year) }
        #expect(try responses(store) == 1)
        #expect(try !store.status(of: codes[1]).isUsed)
        // Also when the round takes nothing any more: whoever asks again only wants to know.
        try store.close(year, on: monday)
        #expect(try store.submit(sent(1, key: 7, code: codes[0]), to: year) == .alreadyStored(first.receipt))
    }

    @Test(arguments: Engine.allCases)
    func ofManyAtOnceEachIsJudgedByItself(engine: Engine) throws {
        var (store, codes) = try collecting(engine, folder)
        var chance = SplitMix64(seed: 99)
        let results = try store.submit(
            [
                // The later key comes first: the order is that of sending.
                sent(1, key: 9, code: codes[0]), sent(2, key: 3, code: codes[0]), sent(1, key: 9, code: codes[0]),
                sent(3, key: 4, code: AccessCode(using: &chance)), sent(4, key: 5, code: codes[2], unit: "乙处"),
            ], to: year)
        #expect(try results[0].get().receipt == results[2].get().receipt)
        #expect(results[1] == .failure(.usedCode))
        #expect(results[3] == .failure(.unknownCode))
        #expect(throws: Never.self) { try results[4].get() }
        let counts = try store.progress(of: year).map { [$0.codes, $0.usedCodes, $0.responses] }
        #expect(counts == [[0, 0, 1], [0, 0, 0], [2, 1, 1], [1, 1, 0]])
    }

    @Test(arguments: Engine.allCases)
    func aDraftIsKeptUntilTheResponseComes(engine: Engine) throws {
        var (store, codes) = try collecting(engine, folder)
        #expect(try store.draft(of: codes[0]) == nil)
        try store.keep(draft: "one", of: codes[0])
        try store.keep(draft: "two", of: codes[0])
        #expect(try store.draft(of: codes[0]) == "two")
        #expect(try store.progress(of: year).map(\.drafts) == [0, 0, 1, 0])
        _ = try store.submit(sent(1, key: 1, code: codes[0]), to: year)
        #expect(throws: StoreError.usedCode) { try store.draft(of: codes[0]) }
        #expect(throws: StoreError.usedCode) { try store.keep(draft: "three", of: codes[0]) }
        #expect(try store.progress(of: year).allSatisfy { $0.drafts == 0 })
    }

    @Test(arguments: Engine.allCases)
    func codesOfNobodyAndOfAnotherRoundAreRefused(engine: Engine) throws {
        var (store, codes) = try collecting(engine, folder)
        try store.open(2027, survey: sampleReading(), roster: nil, on: monday)
        var chance = SplitMix64(seed: 6)
        let stranger = AccessCode(using: &chance)
        #expect(throws: StoreError.unknownCode) { try store.submit(sent(1, key: 1, code: stranger), to: year) }
        #expect(throws: StoreError.unknownCode) { try store.draft(of: stranger) }
        #expect(throws: StoreError.codeOfAnotherRound(year)) {
            try store.submit(sent(1, key: 1, code: codes[0]), to: 2027)
        }
        #expect(throws: StoreError.unknownUnit("丁处", year: year)) {
            try store.admit([.init(stranger, unit: "丁处")], to: year, on: monday)
        }
        #expect(try responses(store) == 0)
    }

    @Test func aCodeIsReadHoweverItIsTyped() throws {
        var chance = SplitMix64(seed: 1)
        for _ in 0..<200 {
            let code = AccessCode(using: &chance)
            let text = code.text
            let fullWidth = String(
                String.UnicodeScalarView(
                    text.unicodeScalars.map { $0 == "-" ? "－" : Unicode.Scalar($0.value + 0xFEE0) ?? $0 }))
            for typed in [text, text.lowercased(), text.filter { $0 != "-" }, " " + text + " ", fullWidth] {
                #expect(try AccessCode(typed) == code)
            }
            #expect(try AccessCode(text.replacing("0", with: "O").replacing("1", with: "l")) == code)
            // One letter wrong, or two neighbours exchanged, is noticed in every place.
            let letters = Array(text.filter { $0 != "-" })
            for place in letters.indices {
                var wrong = letters
                wrong[place] = wrong[place] == "7" ? "8" : "7"
                #expect(throws: AccessCodeError.misspelt) { try AccessCode(String(wrong)) }
                guard place > 0, letters[place] != letters[place - 1] else { continue }
                wrong = letters
                wrong.swapAt(place, place - 1)
                #expect(throws: AccessCodeError.misspelt) { try AccessCode(String(wrong)) }
            }
        }
        #expect(throws: AccessCodeError.wrongLength(3)) { try AccessCode("7K3") }
        #expect(throws: AccessCodeError.notALetter) { try AccessCode("口令") }
    }
}

@Suite struct StatesOfARound {
    private let folder = ScratchFolder()

    @Test(arguments: Engine.allCases)
    func aClosedRoundTakesNothingUntilItIsReopenedForAReason(engine: Engine) throws {
        var (store, codes) = try collecting(engine, folder)
        #expect(try store.state(of: year) == .open)
        try store.close(year, on: tuesday)
        let refusal = StoreError.roundNotOpen(year, .closed)
        #expect(throws: refusal) { try store.submit(sent(1, key: 1, code: codes[0]), to: year) }
        #expect(throws: refusal) { try store.keep(draft: "", of: codes[0]) }
        #expect(throws: refusal) { try store.admit([], to: year, on: tuesday) }
        #expect(throws: refusal) { try store.append([], units: [], to: year) }
        #expect(throws: refusal) { try store.close(year, on: tuesday) }
        try store.reopen(year, reason: "延期一天", on: tuesday)
        _ = try store.submit(sent(1, key: 1, code: codes[0]), to: year)
        #expect(try store.log().map(\.act) == [.opened, .codesMade, .closed, .reopened])
        #expect(try store.log().last?.detail == "延期一天")
    }

    @Test(arguments: Engine.allCases)
    func aSealedRoundIsCountedAndNeverOpenedAgain(engine: Engine) throws {
        var (store, codes) = try collecting(engine, folder)
        let (people, units) = samplePeople(40, seed: 8)
        try store.append(people, units: units, to: year)
        let mine = try store.submit(sent(1, key: 1, code: codes[0]), to: year).receipt
        try store.keep(draft: "begun", of: codes[1])
        #expect(throws: StoreError.roundNotClosed(year, .open)) { try store.seal(year, on: tuesday) }
        try store.close(year, on: tuesday)
        let open = try store.counted(samplePlan, year: year)
        let seal = try store.seal(year, on: tuesday)
        #expect(seal.responses == 41)
        #expect(try store.seal(of: year) == seal)
        let receipts = try store.receipts(of: year)
        #expect(receipts == receipts.sorted() && receipts.count == 41 && receipts.contains(mine))
        #expect(Receipt.root(of: receipts.shuffled()) == seal.root)
        #expect(Receipt.root(of: Array(receipts.dropLast())) != seal.root)
        // The first count of a sealed round is kept, the second is what was kept.
        for _ in 0..<2 { #expect(try store.counted(samplePlan, year: year) == open) }
        #expect(throws: StoreError.roundNotOpen(year, .sealed)) {
            try store.reopen(year, reason: "迟到", on: tuesday)
        }
        #expect(throws: StoreError.roundNotClosed(year, .sealed)) { try store.seal(year, on: tuesday) }
        #expect(try store.progress(of: year).allSatisfy { $0.drafts == 0 })
    }

    @Test(arguments: Engine.allCases)
    func anEmptyRoundIsNotSealed(engine: Engine) throws {
        var (store, _) = try collecting(engine, folder)
        try store.close(year, on: monday)
        #expect(throws: StoreError.nothingToSeal(year)) { try store.seal(year, on: monday) }
        #expect(try store.state(of: year) == .closed)
    }

    @Test(arguments: Engine.allCases)
    func aClockThatRunsBehindStopsEveryAct(engine: Engine) throws {
        var (store, codes) = try collecting(engine, folder)
        _ = try store.submit(sent(1, key: 1, code: codes[0]), to: year)
        try store.close(year, on: tuesday)
        let refusal = StoreError.clockBehind(last: tuesday)
        #expect(throws: refusal) { try store.reopen(year, reason: "x", on: monday) }
        #expect(throws: refusal) { try store.seal(year, on: monday) }
        #expect(throws: refusal) { try store.open(2027, survey: sampleReading(), roster: nil, on: monday) }
        #expect(try store.state(of: year) == .closed)
        #expect(throws: StoreError.noRound(2027)) { try store.state(of: 2027) }
        #expect(try LogEntry.isWhole(store.log()) && store.log().count == 3)
    }

    @Test(arguments: Engine.allCases)
    func whatHappenedOnTheWayInAddsUp(engine: Engine) throws {
        var (store, _) = try collecting(engine, folder)
        let (people, units) = samplePeople(3, seed: 8)
        let fingerprint = String(repeating: "a", count: 64)
        let record = ImportRecord(
            day: monday, fingerprint: fingerprint, events: [.refusedCells: 2, .blankRows: 0])
        try store.append(people, units: units, to: year, recording: record)
        try store.note(.refusedCells, count: 5, in: year)
        #expect(try store.intake(of: year) == [.refusedCells: 7])
        #expect(try store.log().last?.act == .imported && store.log().last?.detail == "3 sha256 \(fingerprint)")
    }

    @Test(arguments: Engine.allCases)
    func whatWasPublishedComesBackInItsOrder(engine: Engine) throws {
        var (store, _) = try collecting(engine, folder)
        try store.open(2027, survey: sampleReading(), roster: nil, on: monday)
        #expect(try store.published().isEmpty)
        let reports = [
            PublishedReport(
                fingerprint: String(repeating: "a", count: 64), smallestGroup: 10,
                rounds: [
                    .init(
                        year: 2026,
                        groups: [.init(units: ["甲处", "乙处"], responses: 14), .init(units: ["", "空处"], responses: 12)]),
                    .init(year: 2027, groups: [.init(units: ["丙处"], responses: 30)]),
                ]),
            PublishedReport(fingerprint: String(repeating: "b", count: 64), smallestGroup: 12, rounds: []),
        ]
        for report in reports { try store.publish(report, tables: [:], joining: [:], on: tuesday) }
        #expect(try store.published() == reports)
        #expect(try store.log().suffix(2).map(\.act) == [.reported, .reported])
    }

    @Test(arguments: Engine.allCases)
    func theRosterComesBackWithParentsAndSuccessions(engine: Engine) throws {
        var store = try engine.store(in: folder)
        let roster = Roster(units: [
            .init(name: "甲处", headcount: 9, parent: "机关", succeeds: ["子处", "丑处"]),
            .init(name: "乙处", headcount: 3, mergeInto: "甲处"),
        ])
        try store.open(year, survey: sampleReading(), roster: roster)
        #expect(try store.round(year).roster == roster)
        #expect(try store.progress(of: year).map(\.parent) == ["机关", nil])
    }
}
