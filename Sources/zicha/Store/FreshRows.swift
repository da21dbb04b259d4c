import Forms
import Scoring
import Storage
import Surveys

/// The rows of a file that are not in a round yet: a web tool's export holds all responses so far, those of last week too.
struct FreshRows {
    private let file: ResponsesFile
    private let year: Int
    private let recognition: Recognition
    /// The rows that are taken, as places among the file's responses.
    private let taken: [Int]

    /// Recognises the rows, says what came of it, and chooses those that are to be taken.
    ///
    /// - Parameter takesAll: whether rows that seem to be in already are taken, too.
    /// - Throws: for a file that was taken in before, and for one that holds every row of such a file where nothing but
    ///   the answers tells rows apart.
    init(of file: ResponsesFile, for year: Int, in store: SQLiteStore, takesAll: Bool, _ console: Console) throws {
        self.file = file
        self.year = year
        recognition = try store.recognise(file.content.responses, origins: file.origins, in: year)
        let rows = recognition.rows
        let log = try store.log()
        // Some rows of a file that came before may be new again: those of an import that was taken back.
        let isPartlyIn = rows.contains(.known) && rows.contains(.new)
        if let earlier = log.lastImport(of: file.intake.fingerprint, to: year), !isPartlyIn {
            throw Complaint(
                at: file.path,
                Wording(
                    "这个文件 \(earlier.day) 已经导入过（日志第 \(earlier.number) 条），没有再导入；要重新导入，先 zicha import \(year) --undo \(earlier.number)",
                    "the file was imported on \(earlier.day) (entry \(earlier.number) of the log) and was not imported again; to import it anew, first run zicha import \(year) --undo \(earlier.number)"
                ))
        }
        taken = takesAll ? Array(rows.indices) : rows.indices.filter { rows[$0] == .new }
        if takesAll {
            remarkAgain(to: console)
        } else {
            try refuseContained(log)
            remark(to: console)
        }
    }

    /// Takes them in.
    func append(to store: inout SQLiteStore, on day: Day, _ console: Console) throws {
        guard !taken.isEmpty || file.content.responses.isEmpty else {
            return console.say(
                Wording("\(file.path)：没有新的答卷，什么也没有存", "\(file.path): no new responses, nothing was stored"))
        }
        let content = file.content
        let numbers = Set(taken.map { content.rowNumbers[$0] })
        let events: [IntakeEvent: Int] = [
            .refusedCells: content.rejects.count { numbers.contains($0.row) },
            .blankRows: max(0, content.blankRows - recognition.blankRows), .withoutCode: taken.count,
        ]
        try store.append(
            taken.map { content.responses[$0] }, units: taken.map { content.units[$0] }, to: year,
            recording: ImportRecord(
                day: day, fingerprint: file.intake.fingerprint, events: events,
                marks: recognition.marks(ofRows: taken)))
        console.say(
            Wording("\(file.path)：导入 \(taken.count) 份", "\(file.path): \(taken.count) responses taken in"))
        OverfullUnits(try store.progress(of: year), year: year).remark(isStored: true, to: console)
    }

    // MARK: What is said

    private func numbers(of row: Recognition.Row) -> [Int] {
        recognition.rows.indices.filter { recognition.rows[$0] == row }.map { file.content.rowNumbers[$0] }
    }

    private func remark(to console: Console) {
        let (known, changed) = (numbers(of: .known), numbers(of: .changed))
        if !known.isEmpty {
            let places = Self.places(known)
            note(
                "\(known.count) 行已经在库里，没有再收：第 \(places) 行",
                "rows that are in already and were not taken again, \(known.count): \(places)", console)
        }
        if !changed.isEmpty {
            let places = Self.places(changed)
            note(
                "\(changed.count) 行的编号已经在库里，答案或时间不同，像是后来改过；留着先收的，没有再收：第 \(places) 行。要换成现在的，先用 zicha import \(year) --undo 撤回先收的文件",
                "rows whose number is in already with other answers or another time, as if they had been edited, \(changed.count): \(places); the earlier ones stay. To have these instead, first take the earlier file back with zicha import \(year) --undo",
                console)
        }
        if recognition.alike > 0 {
            note(
                "其中 \(recognition.alike) 份和库里的答卷逐题相同，看不出是不是同一份（短的问卷常会这样），照样收下；若是重复导入，请用 zicha import \(year) --undo 撤回",
                "responses that answer every question as one that is in already: \(recognition.alike). Nothing tells whether they are the same (in short surveys it happens), so they are taken; if they are, zicha import \(year) --undo takes the file back",
                console)
        }
    }

    private func remarkAgain(to console: Console) {
        let count = recognition.rows.count { $0 != .new }
        guard count > 0 else { return }
        note(
            "按 --again 再收 \(count) 行像是已经在库里的",
            "rows that seem to be in already and are taken again, as --again says: \(count)", console)
    }

    /// A later export of a file without numbers and times: taking it would count everybody of the earlier one twice.
    private func refuseContained(_ log: [LogEntry]) throws(Complaint) {
        guard let first = recognition.contained.first else { return }
        let (all, alike) = (file.content.responses.count, recognition.alike)
        let entry = first.flatMap { number in log.first { $0.number == number } }
        let earlier =
            entry.map {
                Wording(
                    "日志第 \($0.number) 条（\($0.day)）导入的答卷",
                    "those of the import of \($0.day) (entry \($0.number) of the log)")
            } ?? Wording("不是这次开放以后由文件导入的答卷", "those that came by no file since the round was last opened")
        let undo = entry.map { "zicha import \(year) --undo \($0.number)" }
        throw Complaint(
            at: file.path,
            Wording(
                "\(all) 份里有 \(alike) 份和库里的逐题相同，\(earlier.chinese)一份不少都在里面，像是后一次的累计导出，没有导入；只要新的，请删去先前的行再导入\(undo.map { "；要整份换掉，先 \($0)" } ?? "")；确实是另外的人，请加 --again",
                "of \(all) responses \(alike) answer every question as one that is in already, all of \(earlier.english) among them, as in a later export of all responses; nothing was taken in. For the new ones only, remove the earlier rows\(undo.map { "; to replace the earlier file, first run \($0)" } ?? ""); if they are other people, add --again"
            ))
    }

    private func note(_ chinese: String, _ english: String, _ console: Console) {
        console.note("\(file.path)：\(chinese)", "\(file.path): \(english)")
    }

    /// `2–21, 25`: the first few stretches of rows.
    private static func places(_ numbers: [Int]) -> String {
        var stretches: [ClosedRange<Int>] = []
        for number in numbers.sorted() {
            if let last = stretches.last, number <= last.upperBound + 1 {
                stretches[stretches.count - 1] = last.lowerBound...number
            } else {
                stretches.append(number...number)
            }
        }
        let shown = stretches.prefix(8).map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
        return shown.joined(separator: ", ") + (stretches.count > shown.count ? " …" : "")
    }
}
