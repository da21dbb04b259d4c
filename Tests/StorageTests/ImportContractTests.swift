import Statistics
import Storage
import Surveys
import TestSupport
import Testing

private let year = 2026
private let day = Day("2026-11-02")!

/// A file of responses as it lies before an import.
private struct File {
    var responses: [Response]
    var units: [String?]
    var origins: [RowOrigin?]
    var events: [IntakeEvent: Int] = [:]

    /// Responses that the tool numbered from 1 and timed, one a minute.
    init(_ people: (responses: [Response], units: [String?]), from hour: Int = 9) {
        (responses, units) = people
        origins = people.responses.indices.map {
            RowOrigin(tool: "wjx", number: "\($0 + 1)", moment: "2026-11-03 \(hour):\($0)")
        }
    }

    /// The same without numbers, or without both.
    func keeping(number: Bool = false, moment: Bool = false) -> File {
        var file = self
        file.origins =
            number || moment
            ? origins.map {
                RowOrigin(tool: "own", number: number ? $0?.number : nil, moment: moment ? $0?.moment : nil)
            } : []
        return file
    }

    subscript(rows: Range<Int>) -> File {
        var file = self
        file.responses = Array(responses[rows])
        file.units = Array(units[rows])
        file.origins = origins.isEmpty ? [] : Array(origins[rows])
        return file
    }

    /// Other answers in some rows.
    func edited(_ rows: Range<Int>) -> File {
        var file = self
        for row in rows { file.responses[row].answers[7] = .text("改过") }
        return file
    }
}

private func fingerprint(_ letter: Character) -> String { String(repeating: letter, count: 64) }

extension Store {
    /// Takes a file in.
    ///
    /// - Returns: the import's number.
    fileprivate mutating func take(_ file: File, as letter: Character = "a") throws -> Int {
        let marks = try recognise(file).marks(ofRows: Array(file.responses.indices))
        let record = ImportRecord(day: day, fingerprint: fingerprint(letter), events: file.events, marks: marks)
        try append(file.responses, units: file.units, to: year, recording: record)
        return try #require(try log().last?.number)
    }

    fileprivate func recognise(_ file: File) throws -> Recognition {
        try recognise(file.responses, origins: file.origins, in: year)
    }

    /// Everything that an import changes beside the log.
    fileprivate func state() throws -> State {
        State(
            tally: try counted(samplePlan, year: year), progress: try progress(of: year), intake: try intake(of: year))
    }
}

private struct State: Equatable {
    var tally: GroupedTally
    var progress: [UnitProgress]
    var intake: [IntakeEvent: Int]
}

private func opened(_ engine: Engine, _ folder: ScratchFolder) throws -> any Store {
    var store = try engine.store(in: folder)
    try store.open(year, survey: sampleReading(), roster: sampleRoster, on: day)
    return store
}

private func kinds(_ known: Int, _ kind: Recognition.Row, new: Int) -> [Recognition.Row] {
    Array(repeating: kind, count: known) + Array(repeating: .new, count: new)
}

/// Rows of a file that are in the round already.
@Suite struct RowsThatComeAgain {
    private let folder = ScratchFolder()
    private let weeks = File(samplePeople(35, seed: 1))

    @Test(
        arguments: Engine.allCases, [(number: true, moment: true), (true, false), (false, true)])
    func ofACumulativeExportAreKnown(engine: Engine, columns: (number: Bool, moment: Bool)) throws {
        var store = try opened(engine, folder)
        let file = weeks.keeping(number: columns.number, moment: columns.moment)
        let first = try store.recognise(file[0..<20])
        #expect(first.rows == kinds(0, .known, new: 20) && first.contained.isEmpty && first.alike == 0)
        _ = try store.take(file[0..<20])
        #expect(try store.recognise(file).rows == kinds(20, .known, new: 15))
        // What came with the second file is known as well, in whatever order it comes.
        _ = try store.take(file[20..<35], as: "b")
        var turned = file
        turned.responses.reverse()
        turned.origins.reverse()
        #expect(try store.recognise(turned).rows == kinds(35, .known, new: 0))
    }

    @Test(arguments: Engine.allCases)
    func areAsManyAsTheyWere(engine: Engine) throws {
        var store = try opened(engine, folder)
        // Two people who answered alike in one minute; then a third.
        var file = weeks.keeping(moment: true)[0..<5]
        for row in 1..<3 {
            file.responses[row] = file.responses[0]
            file.origins[row] = file.origins[0]
        }
        _ = try store.take(file[0..<2])
        #expect(try store.recognise(file).rows == [.known, .known, .new, .new, .new])
    }

    /// Every questionnaire of a tool counts its responses from 1.
    @Test(arguments: Engine.allCases)
    func areNotThoseOfAnotherQuestionnaireWithTheSameNumbers(engine: Engine) throws {
        var store = try opened(engine, folder)
        _ = try store.take(weeks)
        let other = File(samplePeople(35, seed: 2), from: 14)
        #expect(try store.recognise(other).rows == kinds(0, .known, new: 35))
        // Not even where some came in the same minute.
        var crossing = other
        for row in 0..<10 { crossing.origins[row] = weeks.origins[row] }
        #expect(try store.recognise(crossing).rows == kinds(0, .known, new: 35))
    }

    @Test(arguments: Engine.allCases)
    func mayHaveBeenEdited(engine: Engine) throws {
        var store = try opened(engine, folder)
        _ = try store.take(weeks[0..<20])
        var later = weeks.edited(3..<5)
        later.origins[4]?.moment = "2026-11-09 10:00"
        var expected = kinds(20, .known, new: 15)
        expected[3] = .changed
        expected[4] = .changed
        #expect(try store.recognise(later).rows == expected)
        // Also when all answers are others, as by another table of columns: numbers and times are the same.
        #expect(try store.recognise(weeks.edited(0..<35)).rows == kinds(20, .changed, new: 15))
    }

    @Test(arguments: Engine.allCases)
    func areToldByTheirAnswersAloneOnlyWhereAnImportIsThereAsAWhole(engine: Engine) throws {
        var store = try opened(engine, folder)
        let file = weeks.keeping()
        let number = try store.take(file[0..<20])
        let whole = try store.recognise(file)
        #expect(whole.rows == kinds(0, .known, new: 35))
        #expect(whole.contained == [number] && whole.alike == 20)
        let part = try store.recognise(file[5..<35])
        #expect(part.contained.isEmpty && part.alike == 15)
        // The same as numbers that were not seen: the tool says that these are others.
        #expect(try store.recognise(File((weeks.responses, weeks.units))).contained.isEmpty)
    }

    @Test(arguments: Engine.allCases)
    func areNoProofWhereAllAnswersAreTheSame(engine: Engine) throws {
        var store = try opened(engine, folder)
        var file = weeks.keeping()[0..<6]
        for row in file.responses.indices { file.responses[row] = weeks.responses[0] }
        _ = try store.take(file[0..<2])
        let recognition = try store.recognise(file)
        #expect(recognition.contained.isEmpty && recognition.alike == 2)
    }

    /// In a survey of one question, a few people's answers are found in every file.
    @Test(arguments: Engine.allCases, [(4, false), (12, true)])
    func areNoProofWhereAFewAnswersAreFoundAgainInAShortSurvey(engine: Engine, import: (Int, isSaid: Bool)) throws {
        var store = try opened(engine, folder)
        var file = weeks.keeping()
        for row in file.responses.indices { file.responses[row] = weeks.responses[row % 3] }
        let number = try store.take(file[0..<`import`.0])
        let recognition = try store.recognise(file)
        #expect(recognition.contained == (`import`.isSaid ? [number] : []))
        #expect(recognition.alike == `import`.0)
    }

    /// As when an office exports a round and takes the export in again.
    @Test(arguments: Engine.allCases)
    func mayHaveComeWithoutAFile(engine: Engine) throws {
        var store = try opened(engine, folder)
        for (index, response) in weeks.responses[0..<4].enumerated() {
            _ = try store.submit(SentResponse(response, unit: nil, key: UInt128(index + 1), code: nil), to: year)
        }
        let whole = try store.recognise(weeks.keeping())
        #expect(whole.contained == [nil] && whole.alike == 4)
        // Without a file there is no number that could tell them apart from numbered rows.
        #expect(try store.recognise(weeks).contained == [nil])
        #expect(try store.recognise(weeks[1..<35]).contained.isEmpty)
    }

    @Test(arguments: Engine.allCases)
    func areKnownUntilTheSeal(engine: Engine) throws {
        var store = try opened(engine, folder)
        _ = try store.take(weeks[0..<20])
        try store.close(year, on: day)
        try store.reopen(year, reason: "延期", on: day)
        #expect(try store.recognise(weeks).rows == kinds(20, .known, new: 15))
        try store.close(year, on: day)
        _ = try store.seal(year, on: day)
        #expect(throws: StoreError.roundNotOpen(year, .sealed)) { try store.recognise(weeks) }
    }

    @Test(arguments: Engine.allCases)
    func bringTheirBlankRowsAlong(engine: Engine) throws {
        var store = try opened(engine, folder)
        var first = weeks[0..<20]
        first.events = [.blankRows: 3, .refusedCells: 0]
        _ = try store.take(first)
        #expect(try store.recognise(weeks).blankRows == 3)
        #expect(try store.recognise(File(samplePeople(9, seed: 5), from: 20)).blankRows == 0)
    }
}

@Suite struct AnImportTakenBack {
    private let folder = ScratchFolder()

    /// Whatever else came before and after it.
    @Test(arguments: Engine.allCases)
    func isAsIfItHadNeverCome(engine: Engine) throws {
        var (store, without) = (try opened(engine, folder), try opened(engine, folder))
        var files = (0..<3).map { File(samplePeople(30, seed: 10 + UInt64($0)), from: 9 + $0) }
        files[1].events = [.refusedCells: 2, .withoutCode: 30]
        files[2].events = [.refusedCells: 5]
        // A unit that nobody else names.
        files[1].units[0] = "戊处"
        var numbers: [Int] = []
        for (index, file) in files.enumerated() {
            numbers.append(try store.take(file, as: index == 1 ? "b" : "a"))
            if index != 1 { _ = try without.take(file) }
        }
        let sent = SentResponse(files[0].responses[0], unit: "乙处", key: 7, code: nil)
        _ = try store.submit(sent, to: year)
        _ = try without.submit(sent, to: year)
        #expect(try store.undo(import: numbers[1], of: year, on: day) == 30)
        #expect(try store.state() == without.state())
        #expect(try store.log().last?.act == .importUndone)
        #expect(try store.log().last?.detail == "\(numbers[1]): 30 sha256 \(fingerprint("b"))")
        #expect(try store.log().imports(to: year).map(\.number) == [numbers[0], numbers[2]])
        #expect(try store.log().lastImport(of: fingerprint("b"), to: year) == nil)
        #expect(LogEntry.isWhole(try store.log()))
        // It can come again.
        #expect(try store.recognise(files[1]).rows == kinds(0, .known, new: 30))
        let again = try store.take(files[1], as: "b")
        #expect(try store.log().lastImport(of: fingerprint("b"), to: year)?.number == again)
        #expect(throws: StoreError.noImport(numbers[1], year: year)) {
            try store.undo(import: numbers[1], of: year, on: day)
        }
    }

    @Test(arguments: Engine.allCases)
    func isNoneThatIsNotThere(engine: Engine) throws {
        var store = try opened(engine, folder)
        try store.open(2027, survey: sampleReading(), roster: nil, on: day)
        let number = try store.take(File(samplePeople(5, seed: 1)))
        try store.record(.imported, year: year, detail: LogEntry.formsDetail(taken: 3, refused: 0), on: day)
        for (wanted, from, error) in [
            (1, year, StoreError.noImport(1, year: year)), (99, year, .noImport(99, year: year)),
            (number, 2027, .noImport(number, year: 2027)), (number + 1, year, .importOfForms(number + 1)),
        ] {
            #expect(throws: error) { try store.undo(import: wanted, of: from, on: day) }
        }
        #expect(try store.progress(of: year).reduce(0) { $0 + $1.responses } == 5)
    }

    /// From the closing on nothing tells whose a response is, also when the round is open again.
    @Test(arguments: Engine.allCases)
    func isRefusedOnceTheRoundWasClosed(engine: Engine) throws {
        var store = try opened(engine, folder)
        let number = try store.take(File(samplePeople(5, seed: 1)))
        try store.close(year, on: day)
        #expect(throws: StoreError.importSettled(number)) { try store.undo(import: number, of: year, on: day) }
        try store.reopen(year, reason: "延期", on: day)
        let later = try store.take(File(samplePeople(7, seed: 2), from: 10), as: "b")
        #expect(throws: StoreError.importSettled(number)) { try store.undo(import: number, of: year, on: day) }
        #expect(try store.undo(import: later, of: year, on: day) == 7)
        #expect(try store.progress(of: year).reduce(0) { $0 + $1.responses } == 5)
    }

    /// The difference between a report with its people and one without would tell of them.
    @Test(arguments: Engine.allCases)
    func isRefusedOnceAReportHasCountedIt(engine: Engine) throws {
        var store = try opened(engine, folder)
        try store.open(2027, survey: sampleReading(), roster: nil, on: day)
        func report(_ year: Int) -> PublishedReport {
            let round = PublishedReport.Round(year: year, groups: [.init(units: ["甲处"], responses: 12)])
            return PublishedReport(fingerprint: fingerprint("e"), smallestGroup: 10, rounds: [round])
        }
        let first = try store.take(File(samplePeople(12, seed: 1)))
        try store.publish(report(year), tables: [:], joining: [:], on: day)
        let second = try store.take(File(samplePeople(12, seed: 2), from: 10), as: "b")
        try store.publish(report(2027), tables: [:], joining: [:], on: day)
        #expect(throws: StoreError.importReported(first)) { try store.undo(import: first, of: year, on: day) }
        #expect(try store.undo(import: second, of: year, on: day) == 12)
        #expect(try store.progress(of: year).reduce(0) { $0 + $1.responses } == 12)
    }

    @Test(arguments: Engine.allCases)
    func needsADayThatTheLogCanHave(engine: Engine) throws {
        var store = try opened(engine, folder)
        let number = try store.take(File(samplePeople(5, seed: 1)))
        let before = try store.state()
        #expect(throws: StoreError.clockBehind(last: day)) {
            try store.undo(import: number, of: year, on: Day("2026-11-01")!)
        }
        #expect(try store.state() == before)
    }
}
