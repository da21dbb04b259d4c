import Digests
import Forms
import Glibc
import Storage
import Surveys

/// Forms that came back, on their way into a round: each is taken in whole or refused with its reasons.
struct FormIntake {
    let round: StoredRound
    let store: SQLiteStore
    let day: Day
    let personalData: PersonalDataOptions

    private var reader: FormReader {
        FormReader(survey: round.reading.survey, surveyHash: round.surveyHash, roster: round.roster)
    }

    /// Whether a workbook was made as a form, of whichever survey.
    func isForm(_ path: String) -> Bool {
        var reader = reader
        return reader.read(FormFile(path: path)).identity != nil
    }

    /// The forms in a folder; everything else that lies there is named with its reason.
    func take(folder: String, _ console: Console) throws {
        let content = try FormFolder(folder)
        var batch = FormBatch.read(content.files, with: reader, progress: Self.progress(console))
        batch.skipped += content.skipped
        name(batch.skipped, console)
        guard !batch.readings.isEmpty else {
            throw Complaint(
                at: folder,
                Wording("里面没有一份 .xlsx 填报表；请核对文件夹", "there is not one .xlsx form in it; check the folder"))
        }
        try take(batch, console)
    }

    /// One form.
    func take(_ path: String, _ console: Console) throws {
        let batch = FormBatch.read([FormFile(path: path)], with: reader)
        name(batch.skipped, console)
        try take(batch, console)
    }

    private func name(_ skipped: [FormBatch.Skipped], _ console: Console) {
        for file in skipped { console.say(Complaint(at: file.path, file.reason).wording) }
    }

    private func take(_ batch: FormBatch, _ console: Console) throws {
        try personalData.admit(batch.personalLines(round.reading.survey), console)
        var outcome = Outcome()
        for start in stride(from: 0, to: batch.readings.count, by: Self.atOnce) {
            let part = batch.readings[start..<min(start + Self.atOnce, batch.readings.count)]
            try take(Array(part), &outcome, console)
        }
        if !outcome.refused.isEmpty { try store.note(refusedFiles: outcome.refused, in: round.year) }
        try store.note(.withoutCode, count: outcome.withoutCode, in: round.year)
        if outcome.taken > 0 {
            try store.record(
                .imported, year: round.year,
                detail: LogEntry.formsDetail(taken: outcome.taken, refused: outcome.refused.count), on: day)
        }
        console.say(
            Wording(
                "收下 \(outcome.taken) 份，早已收到 \(outcome.known) 份，拒收 \(outcome.refused.count + outcome.unread) 份，\(batch.skipped.count) 个文件不是填报表",
                "taken in: \(outcome.taken), already there: \(outcome.known), refused: \(outcome.refused.count + outcome.unread), files that are no forms: \(batch.skipped.count)"
            ))
        if outcome.taken > 0 {
            console.note("收回的表里有答案和口令，核对无误后请销毁", "the forms hold answers beside codes; destroy them once all is well")
        }
    }

    private struct Outcome {
        var taken = 0
        var known = 0
        var withoutCode = 0
        /// Files that could not be read; they may be taken in once they can.
        var unread = 0
        /// The fingerprints of the files.
        var refused: [String] = []
    }

    /// Each such part is one transaction.
    private static let atOnce = 1000

    private func take(_ readings: [FormReading], _ outcome: inout Outcome, _ console: Console) throws {
        var sent: [SentResponse] = []
        var sources: [(reading: FormReading, fingerprint: String)] = []
        let unitIndex = round.reading.survey.variables.firstIndex { $0.domain == .unit }
        for reading in readings {
            let digest = reading.digest
            guard let response = reading.response else {
                tell(reading.faults, of: reading.path, console)
                if !digest.isEmpty { outcome.refused.append(digest.hexadecimal) } else { outcome.unread += 1 }
                continue
            }
            let key = try store.key(ofForm: digest, in: round.year)
            do {
                let code = try reading.identity?.code.map { text throws(AccessCodeError) in try AccessCode(text) }
                var unit: String?
                if let unitIndex, case .text(let name) = response.answers[unitIndex] { unit = name }
                sent.append(SentResponse(response, unit: unit, key: key, code: code))
                sources.append((reading, digest.hexadecimal))
            } catch {
                console.say(Complaint(at: reading.path, error.wording).wording)
                outcome.refused.append(digest.hexadecimal)
            }
        }
        for (result, source) in zip(try store.submit(sent, to: round.year), sources) {
            switch result {
            case .success(.stored):
                outcome.taken += 1
                if source.reading.identity?.code == nil { outcome.withoutCode += 1 }
            case .success(.alreadyStored): outcome.known += 1
            case .failure(let error):
                console.say(Complaint(at: source.reading.path, error.wording).wording)
                outcome.refused.append(source.fingerprint)
            }
        }
    }

    /// The first faults of a form: one that was left blank has as many as questions.
    private func tell(_ faults: [Wording], of path: String, _ console: Console) {
        for fault in faults.prefix(Self.mostTold) { console.say(fault) }
        let more = faults.count - Self.mostTold
        if more > 0 { console.say(Wording("\(path)：…… 还有 \(more) 处", "\(path): … and \(more) more")) }
    }

    private static let mostTold = 8

    /// Tells how far the reading is, to somebody who sits at a terminal and waits.
    private static func progress(_ console: Console) -> @Sendable (Int, Int) -> Void {
        guard isatty(STDERR_FILENO) == 1 else { return { _, _ in } }
        let language = console.language
        return { done, all in
            guard all > 100, done % 50 == 0 || done == all else { return }
            let words = Wording("读表 \(done) / \(all)", "reading \(done) / \(all)").text(in: language)
            try? Files.write(Array("\r\(words)\(done == all ? "\n" : "")".utf8), to: STDERR_FILENO, named: "stderr")
        }
    }
}
