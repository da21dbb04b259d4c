package import Surveys

/// Rounds come and go, people are let in, and what they answer is taken in.
extension MemoryStore {
    func checkIsOpen(_ year: Int) throws(StoreError) {
        let state = try state(of: year)
        guard state == .open else { throw .roundNotOpen(year, state) }
    }

    package func state(of year: Int) throws(StoreError) -> RoundState { try kept(year).state }

    package func seal(of year: Int) throws(StoreError) -> RoundSeal? { try kept(year).seal }

    package mutating func close(_ year: Int, on day: Day) throws(StoreError) {
        try checkIsOpen(year)
        try record(.closed, year: year, detail: "", on: day)
        rounds[year]?.state = .closed
        for index in try kept(year).rows.indices { rounds[year]?.rows[index].importNumber = nil }
    }

    package mutating func reopen(_ year: Int, reason: String, on day: Day) throws(StoreError) {
        switch try state(of: year) {
        case .closed: break
        case .open: throw .roundNotClosed(year, .open)
        case .sealed: throw .roundNotOpen(year, .sealed)
        }
        try record(.reopened, year: year, detail: reason, on: day)
        rounds[year]?.state = .open
    }

    package mutating func cancel(_ year: Int, reason: String, on day: Day) throws(StoreError) {
        let count = try kept(year).rows.count
        guard count == 0 else { throw .roundHasResponses(year, count: count) }
        try record(.cancelled, year: year, detail: reason, on: day)
        drafts = drafts.filter { codes[$0.key]?.year != year }
        codes = codes.filter { $0.value.year != year }
        rounds[year] = nil
    }

    package mutating func seal(_ year: Int, on day: Day) throws(StoreError) -> RoundSeal {
        let state = try state(of: year)
        guard state == .closed else { throw .roundNotClosed(year, state) }
        let receipts = try receipts(of: year)
        guard !receipts.isEmpty else { throw .nothingToSeal(year) }
        let seal = RoundSeal(root: Receipt.root(of: receipts), responses: receipts.count)
        try record(.sealed, year: year, detail: "\(seal.responses) \(seal.root)", on: day)
        drafts = drafts.filter { codes[$0.key]?.year != year }
        var round = try kept(year)
        round.state = .sealed
        round.seal = seal
        for index in round.rows.indices { round.rows[index].key = round.rows[index].receiptKey }
        (round.secret, round.imports, round.seen) = (nil, [:], [:])
        if !round.refusedFiles.isEmpty { round.intake[.refusedFiles, default: 0] += round.refusedFiles.count }
        round.refusedFiles = []
        rounds[year] = round
        return seal
    }

    // MARK: Ways in

    package mutating func admit(_ codes: [AdmittedCode], to year: Int, on day: Day) throws(StoreError) {
        try checkIsOpen(year)
        let listed = Set(try kept(year).stored.roster?.units.map(\.name) ?? [])
        for case let unit? in codes.map(\.unit) where !listed.contains(unit) { throw .unknownUnit(unit, year: year) }
        try record(.codesMade, year: year, detail: AdmittedCode.counted(codes), on: day)
        for admitted in codes {
            self.codes[admitted.code] = CodeStatus(year: year, unit: admitted.unit, isUsed: false)
        }
    }

    package func status(of code: AccessCode) throws(StoreError) -> CodeStatus {
        guard let status = codes[code] else { throw .unknownCode }
        return status
    }

    package mutating func keep(draft: String, of code: AccessCode) throws(StoreError) {
        let status = try status(of: code)
        guard !status.isUsed else { throw .usedCode }
        try checkIsOpen(status.year)
        drafts[code] = draft
    }

    package func draft(of code: AccessCode) throws(StoreError) -> String? {
        guard try !status(of: code).isUsed else { throw .usedCode }
        return drafts[code]
    }

    package mutating func submit(
        _ responses: [SentResponse], to year: Int
    ) throws(StoreError) -> [Result<Submission, StoreError>] {
        _ = try kept(year)
        return responses.map { sent in
            Result { () throws(StoreError) in try take(sent, to: year) }
        }
    }

    private mutating func take(_ sent: SentResponse, to year: Int) throws(StoreError) -> Submission {
        let round = try kept(year)
        precondition(sent.response.answers.count == round.variables.count, "the response is to the round's survey")
        var status: CodeStatus?
        if let code = sent.code { status = try self.status(of: code) }
        let sent = sent.placed(in: status?.unit, round.variables)
        if let earlier = round.rows.first(where: { $0.key == sent.key }) {
            guard earlier.response == sent.response else { throw .keyTaken }
            return .alreadyStored(Receipt(of: earlier.response, key: earlier.receiptKey, salt: round.salt))
        }
        try checkIsOpen(year)
        if let code = sent.code, let status {
            guard status.year == year else { throw .codeOfAnotherRound(status.year) }
            guard !status.isUsed else { throw .usedCode }
            codes[code]?.isUsed = true
            drafts[code] = nil
        }
        let receiptKey = RandomKeys.make(1)[0]
        rounds[year]?.rows.append(
            Row(response: sent.response, unit: sent.unit ?? "", key: sent.key, receiptKey: receiptKey))
        return .stored(Receipt(of: sent.response, key: receiptKey, salt: round.salt))
    }

    package func key(ofForm digest: [UInt8], in year: Int) throws(StoreError) -> UInt128 {
        try secret(of: year).key(ofForm: digest)
    }

    private func secret(of year: Int) throws(StoreError) -> RoundSecret {
        guard let secret = try kept(year).secret else { throw .roundNotOpen(year, .sealed) }
        return secret
    }

    package func recognise(
        _ responses: [Response], origins: [RowOrigin?], in year: Int
    ) throws(StoreError) -> Recognition {
        let (round, secret) = (try kept(year), try secret(of: year))
        var recognition = Recognition(
            responses.count, marks: secret.marks(of: responses, from: origins), seen: round.seen,
            imports: round.imports.mapValues(\.kept))
        try recognition.compare(responses) { visit in
            for row in round.rows { visit(row.response, row.importNumber) }
        }
        return recognition
    }

    package mutating func undo(import number: Int, of year: Int, on day: Day) throws(StoreError) -> Int {
        var round = try kept(year)
        let entry = try entries.undoableImport(number, to: year)
        guard round.state == .open, let undone = round.imports[number],
            round.rows.count(where: { $0.importNumber == number }) == undone.kept.responses
        else { throw .importSettled(number) }
        guard !reports.dropFirst(undone.reports).contains(where: { $0.rounds.contains { $0.counts(year) } }) else {
            throw .importReported(number)
        }
        try record(.importUndone, year: year, detail: LogEntry.undoneDetail(of: entry), on: day)
        round.rows.removeAll { $0.importNumber == number }
        round.imports[number] = nil
        round.seen = round.seen.mapValues { $0.filter { $0.key != number } }.filter { !$0.value.isEmpty }
        for (event, count) in undone.kept.events where count > 0 {
            let rest = (round.intake[event] ?? 0) - count
            round.intake[event] = rest > 0 ? rest : nil
        }
        rounds[year] = round
        return undone.kept.responses
    }

    package mutating func note(_ event: IntakeEvent, count: Int, in year: Int) throws(StoreError) {
        _ = try kept(year)
        if count > 0 { rounds[year]?.intake[event, default: 0] += count }
    }

    package mutating func note(refusedFiles fingerprints: [String], in year: Int) throws(StoreError) {
        let secret = try secret(of: year)
        rounds[year]?.refusedFiles.formUnion(fingerprints.map { secret.name(ofRefusedFile: $0) })
    }

    package func intake(of year: Int) throws(StoreError) -> [IntakeEvent: Int] {
        let round = try kept(year)
        var intake = round.intake
        if !round.refusedFiles.isEmpty { intake[.refusedFiles, default: 0] += round.refusedFiles.count }
        return intake
    }

    // MARK: Looking at it

    package func progress(of year: Int) throws(StoreError) -> [UnitProgress] {
        let round = try kept(year)
        func progress(_ name: String?) -> UnitProgress {
            let unit = round.stored.roster?.units.first { $0.name == name }
            var progress = UnitProgress(unit: name, parent: unit?.parent, headcount: unit?.headcount)
            let codes = codes.filter { $0.value.year == year && $0.value.unit == name }
            progress.codes = codes.count
            progress.usedCodes = codes.values.count(where: \.isUsed)
            progress.drafts = codes.keys.count { drafts[$0] != nil }
            progress.responses = round.rows.count { $0.unit == name ?? "" }
            return progress
        }
        let rest = progress(nil)
        return round.unitNames.map(progress) + (rest.codes + rest.responses > 0 ? [rest] : [])
    }

    package func receipts(of year: Int) throws(StoreError) -> [Receipt] {
        let round = try kept(year)
        return round.rows.map { Receipt(of: $0.response, key: $0.receiptKey, salt: round.salt) }.sorted()
    }

    // MARK: What was published

    package func table(of year: Int) throws(StoreError) -> PublishedTable? { try kept(year).table }

    package mutating func publish(
        _ report: PublishedReport, tables: [Int: PublishedTable], joining: [Int: Set<String>], on day: Day
    ) throws(StoreError) {
        precondition(Set(joining.keys).isSubset(of: tables.keys), "whoever joins a batch does so in a table")
        var changed: [Int: Round] = [:]
        for (year, table) in tables {
            let units = joining[year] ?? []
            var round = try kept(year)
            table.check(after: round.table, joining: units, in: round.state)
            round.table = table
            for index in round.rows.indices
            where round.rows[index].batch == nil && units.contains(round.rows[index].unit) {
                round.rows[index].batch = table.batches
            }
            changed[year] = round
        }
        let years = report.rounds.map { String($0.year) }.joined(separator: " ")
        try record(.reported, year: nil, detail: "\(years) sha256 \(report.fingerprint)", on: day)
        reports.append(report)
        rounds.merge(changed) { $1 }
    }

    package func published() -> [PublishedReport] { reports }

    // MARK: The log

    package mutating func record(_ act: LogEntry.Act, year: Int?, detail: String, on day: Day) throws(StoreError) {
        _ = try add(act, year: year, detail: detail, on: day)
    }

    /// - Returns: the entry's number.
    mutating func add(_ act: LogEntry.Act, year: Int?, detail: String, on day: Day) throws(StoreError) -> Int {
        let entry = try LogEntry(act, year: year, detail: detail, on: day, after: entries.last, clock: clock)
        entries.append(entry)
        return entry.number
    }

    package mutating func correctClock(reason: String) throws(StoreError) -> Bool {
        guard let clock, let last = entries.last, last.day > clock else { return false }
        try record(.clockCorrected, year: nil, detail: "\(last.day): \(reason)", on: clock)
        return true
    }

    package func log() -> [LogEntry] { entries }
}
