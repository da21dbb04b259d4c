import Forms
import Glibc
import Surveys

/// A CSV of responses to which one row is added, and the draft beside it.
struct AnswersFile {
    let path: String
    let survey: Survey
    var draftPath: String { path + ".draft" }

    // MARK: Draft

    /// The draft that lies there, with what to do when it cannot be used.
    func draft() throws(Complaint) -> Interview.Draft? {
        guard Files.exists(draftPath) else { return nil }
        let bytes = try Files.bytes(of: draftPath, atMost: SurveyFile.longest)
        do {
            return try Interview.Draft(text: String(decoding: bytes, as: UTF8.self))
        } catch {
            throw Complaint(at: draftPath, error.wording)
        }
    }

    func keep(_ draft: Interview.Draft) throws(Complaint) {
        try Files.writePrivately(draft.text, to: draftPath)
    }

    func removeDraft() {
        unsafe unlink(draftPath)
    }

    /// Lets no second window fill in the same draft; held until the program ends.
    func lockDraft() throws(Complaint) {
        let (folder, name) = Files.parts(of: draftPath)
        let lock = unsafe open("\(folder)/.\(name).lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            throw Complaint(
                at: draftPath,
                Wording(
                    "另一个窗口正在填这份答卷；请到那里接着填，或先关掉它", "another window is filling this in; go on there, or close it first"))
        }
    }

    func removeLock() {
        let (folder, name) = Files.parts(of: draftPath)
        unsafe unlink("\(folder)/.\(name).lock")
    }

    // MARK: Answers

    /// Says before anybody answers whether a row can be added.
    func check() throws(Complaint) { _ = try content() }

    /// Adds the response behind those that stand there; the file is replaced as a whole.
    ///
    /// - Returns: how many responses it holds now.
    func append(_ response: Response) throws(Complaint) -> Int {
        // One after the other, when several people end in the same moment.
        let (folder, _) = Files.parts(of: path)
        let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { if descriptor >= 0 { close(descriptor) } }
        if descriptor >= 0 { flock(descriptor, LOCK_EX) }
        let content = try content()
        // Counted in bytes: codes may be Chinese.
        let row = CSVTable([response], survey: survey).text.utf8.dropFirst(header.utf8.count + 1)
        let text = content.text + String(decoding: row, as: UTF8.self)
        // A new file is its owner's alone; one that somebody gave other rights keeps them.
        if Files.exists(path) {
            try Files.write(text, to: path)
        } else {
            try Files.writePrivately(text, to: path)
        }
        return content.rows + 1
    }

    private var header: String {
        String(CSVTable([], survey: survey).text.dropLast())
    }

    /// What stands there, ready for another row.
    private func content() throws(Complaint) -> (text: String, rows: Int) {
        guard Files.exists(path) else { return (header + "\n", 0) }
        let bytes = try Files.bytes(of: path)
        guard var text = String(validating: bytes, as: UTF8.self) else {
            throw Complaint(
                at: path, Wording("不是 UTF-8 文件，没有往里添；请换一个名字", "not UTF-8, so nothing is added; choose another name"))
        }
        if text.isEmpty { return (header + "\n", 0) }
        let rows = try Complaint.naming(path) { () throws(FormError) in try CSVTable(bytes: bytes) }
        guard rows.header == survey.variables.map(\.name) else {
            throw Complaint(
                at: path,
                Wording(
                    "表头不是这份问卷的题目代码，没有往里添；请换一个名字",
                    "its columns are not those of this survey, so nothing is added; choose another name"
                ))
        }
        if text.utf8.last != UInt8(ascii: "\n") { text += "\n" }
        return (text, rows.rows.count)
    }
}
