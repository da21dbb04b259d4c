import Surveys
import Testing

@testable import Storage

private let year = 2026
private let today = Day("2026-11-30")!
private let tomorrow = Day("2026-12-01")!
private let ahead = Day("2062-05-01")!

@Suite struct DaysOfActs {
    private let folder = ScratchFolder()

    @Test(arguments: Engine.allCases)
    func areNotLaterThanTomorrow(engine: Engine) throws {
        var store = try engine.store(in: folder, clock: today)
        let refusal = StoreError.dayAhead(Day("2026-12-02")!, clock: today)
        #expect(throws: refusal) {
            try store.open(year, survey: sampleReading(), roster: nil, on: Day("2026-12-02")!)
        }
        #expect(try store.years().isEmpty)
        try store.open(year, survey: sampleReading(), roster: nil, on: tomorrow)
        #expect(throws: StoreError.dayAhead(ahead, clock: today)) { try store.close(year, on: ahead) }
        #expect(try store.state(of: year) == .open)
        // Without a clock to compare with, any later day will do.
        var free = try engine.store(in: folder)
        try free.open(year, survey: sampleReading(), roster: nil, on: ahead)
    }

    /// The machine's clock was wrong once.
    @Test(arguments: Engine.allCases)
    func goOnFromTodayForAReason(engine: Engine) throws {
        var store = try engine.store(in: folder, clock: ahead)
        try store.open(year, survey: sampleReading(), roster: nil, on: ahead)
        // Set right; the same store.
        var later = try #require(try reopened(&store, clock: today))
        let refusal = #expect(throws: StoreError.self) { try later.close(year, on: today) }
        #expect(refusal == .logAhead(last: ahead, clock: today))
        #expect(refusal?.wording.english.contains("--clock-reason") == true)
        #expect(try later.correctClock(reason: "电池没电"))
        #expect(try !later.correctClock(reason: "再来一次"))
        try later.close(year, on: today)
        let log = try later.log()
        #expect(log.map(\.act) == [.opened, .clockCorrected, .closed])
        #expect(log.map(\.day) == [ahead, today, today])
        #expect(log[1].detail == "2062-05-01: 电池没电")
        #expect(LogEntry.isWhole(log))
        // Afterwards the days go on from there.
        #expect(throws: StoreError.clockBehind(last: today)) {
            try later.reopen(year, reason: "x", on: Day("2026-11-29")!)
        }
        if let file = later as? SQLiteStore { try file.verify() }
    }

    /// The same store under another clock.
    private func reopened(_ store: inout any Store, clock: Day) throws -> (any Store)? {
        if let memory = store as? MemoryStore {
            var copy = MemoryStore(clock: clock)
            copy.rounds = memory.rounds
            copy.entries = memory.entries
            return copy
        }
        guard let file = store as? SQLiteStore else { return nil }
        let copy = folder.newPath()
        try file.copy(to: copy)
        return try SQLiteStore(path: copy, clock: clock)
    }

    @Test func stepBackOnlyWhereTheClockWasCorrected() {
        func log(_ act: LogEntry.Act) -> [LogEntry] {
            var entries: [LogEntry] = []
            for (index, (act, day)) in [(LogEntry.Act.opened, ahead), (act, today)].enumerated() {
                entries.append(
                    LogEntry(
                        number: index + 1, day: day, act: act, year: year, detail: "", after: entries.last?.hash ?? ""))
            }
            return entries
        }
        #expect(LogEntry.isWhole(log(.clockCorrected)))
        #expect(!LogEntry.isWhole(log(.closed)))
    }
}

@Suite struct ARoundThatIsCancelled {
    private let folder = ScratchFolder()

    @Test(arguments: Engine.allCases)
    func hasNeverBeen(engine: Engine) throws {
        var store = try engine.store(in: folder)
        try store.open(2025, survey: sampleReading(), roster: sampleRoster, on: today)
        try store.open(year, survey: sampleReading(), roster: sampleRoster, on: today)
        var chance = SystemRandomNumberGenerator()
        let codes = (0..<2).map { _ in AccessCode(using: &chance) }
        try store.admit(codes.map { AdmittedCode($0, unit: "甲处") }, to: year, on: today)
        try store.keep(draft: "begun", of: codes[0])
        try store.note(refusedFiles: [String(repeating: "a", count: 64)], in: year)
        try store.cancel(year, reason: "名册写错了", on: today)
        #expect(try store.years() == [2025])
        #expect(throws: StoreError.noRound(year)) { try store.state(of: year) }
        #expect(throws: StoreError.unknownCode) { try store.draft(of: codes[0]) }
        #expect(try store.log().last?.act == .cancelled && store.log().last?.detail == "名册写错了")
        // The year can be used again, with another survey, and remembers nothing.
        try store.open(year, survey: everyKind(), roster: nil, on: today)
        #expect(try store.intake(of: year).isEmpty && store.progress(of: year).isEmpty)
        #expect(throws: StoreError.unknownCode) { try store.status(of: codes[1]) }
        if let file = store as? SQLiteStore { try file.verify() }
    }

    @Test(arguments: Engine.allCases)
    func hasNoResponse(engine: Engine) throws {
        var store = try engine.store(in: folder)
        try store.open(year, survey: sampleReading(), roster: sampleRoster, on: today)
        let (people, units) = samplePeople(3, seed: 1)
        try store.append(people, units: units, to: year)
        let refusal = StoreError.roundHasResponses(year, count: 3)
        #expect(throws: refusal) { try store.cancel(year, reason: "x", on: today) }
        try store.close(year, on: today)
        #expect(throws: refusal) { try store.cancel(year, reason: "x", on: today) }
        _ = try store.seal(year, on: today)
        #expect(throws: refusal) { try store.cancel(year, reason: "x", on: today) }
        #expect(throws: StoreError.noRound(2025)) { try store.cancel(2025, reason: "x", on: today) }
        #expect(try store.progress(of: year).reduce(0) { $0 + $1.responses } == 3)
    }

    /// An import without a response, of a round that was cancelled, is nothing to the round that came after it.
    @Test(arguments: Engine.allCases)
    func takesItsImportsAlong(engine: Engine) throws {
        var store = try engine.store(in: folder)
        let fingerprint = String(repeating: "a", count: 64)
        try store.open(year, survey: sampleReading(), roster: sampleRoster, on: today)
        try store.append(
            [], units: [], to: year,
            recording: ImportRecord(day: today, fingerprint: fingerprint, events: [.blankRows: 2]))
        #expect(try store.log().lastImport(of: fingerprint, to: year) != nil)
        try store.cancel(year, reason: "x", on: today)
        try store.open(year, survey: sampleReading(), roster: sampleRoster, on: today)
        #expect(try store.log().lastImport(of: fingerprint, to: year) == nil)
        #expect(try store.intake(of: year).isEmpty)
    }
}
