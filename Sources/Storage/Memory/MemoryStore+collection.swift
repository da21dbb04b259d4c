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

    package mutating func seal(_ year: Int, on day: Day) throws(StoreError) -> RoundSeal {
        let state = try state(of: year)
        guard state == .closed else { throw .roundNotClosed(year, state) }
        let receipts = try receipts(of: year)
        guard !receipts.isEmpty else { throw .nothingToSeal(year) }
        let seal = RoundSeal(root: Receipt.root(of: receipts), responses: receipts.count)
        try record(.sealed, year: year, detail: "\(seal.responses) \(seal.root)", on: day)
        drafts = drafts.filter { codes[$0.key]?.year != year }
        rounds[year]?.state = .sealed
        rounds[year]?.seal = seal
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
        let receipt = Receipt(of: sent.response, key: sent.key, salt: round.salt)
        if let earlier = round.keys.firstIndex(of: sent.key) {
            guard round.responses[earlier] == sent.response else { throw .keyTaken }
            return .alreadyStored(receipt)
        }
        try checkIsOpen(year)
        if let code = sent.code, let status {
            guard status.year == year else { throw .codeOfAnotherRound(status.year) }
            guard !status.isUsed else { throw .usedCode }
            codes[code]?.isUsed = true
            drafts[code] = nil
        }
        rounds[year]?.responses.append(sent.response)
        rounds[year]?.units.append(sent.unit ?? "")
        rounds[year]?.keys.append(sent.key)
        return .stored(receipt)
    }

    package mutating func note(_ event: IntakeEvent, count: Int, in year: Int) throws(StoreError) {
        _ = try kept(year)
        if count > 0 { rounds[year]?.intake[event, default: 0] += count }
    }

    package mutating func note(refusedFiles fingerprints: [String], in year: Int) throws(StoreError) {
        _ = try kept(year)
        rounds[year]?.refusedFiles.formUnion(fingerprints)
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
            progress.responses = round.units.count { $0 == name ?? "" }
            return progress
        }
        let rest = progress(nil)
        return round.unitNames.map(progress) + (rest.codes + rest.responses > 0 ? [rest] : [])
    }

    package func receipts(of year: Int) throws(StoreError) -> [Receipt] {
        let round = try kept(year)
        return zip(round.responses, round.keys).map { Receipt(of: $0, key: $1, salt: round.salt) }.sorted()
    }

    // MARK: What was published

    package mutating func publish(_ report: PublishedReport, on day: Day) throws(StoreError) {
        let years = report.rounds.map { String($0.year) }.joined(separator: " ")
        try record(.reported, year: nil, detail: "\(years) sha256 \(report.fingerprint)", on: day)
        reports.append(report)
    }

    package func published() -> [PublishedReport] { reports }

    // MARK: The log

    package mutating func record(_ act: LogEntry.Act, year: Int?, detail: String, on day: Day) throws(StoreError) {
        if let last = entries.last, day < last.day { throw .clockBehind(last: last.day) }
        entries.append(
            LogEntry(
                number: entries.count + 1, day: day, act: act, year: year, detail: detail,
                after: entries.last?.hash ?? ""))
    }

    package func log() -> [LogEntry] { entries }
}
