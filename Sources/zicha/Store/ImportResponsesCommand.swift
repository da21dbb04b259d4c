import ArgumentParser
import Digests
import Forms
import Scoring
import Storage
import Surveys

struct ImportResponsesCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "responses",
        abstract: "把收回的答卷导入库里的一轮 | Take responses that came back into a round of the store",
        discussion: """
            可以给填报表（一份或一个文件夹）、本程序的 CSV，以及问卷星、LimeSurvey、Qualtrics、SurveyMonkey 导出的 .csv 和 .xlsx。
            每个文件要么全部导入，要么一份也不导入；同一个文件只导入一次，后一次累计导出的文件只收新的行。
            导错了，截止之前用 --undo 撤回。
            Forms (single ones, or a folder of them), our own CSV, and exports of 问卷星, LimeSurvey, Qualtrics and
            SurveyMonkey. Each file is taken in whole or not at all, and once only; of a later export of all responses only
            the new rows are taken. Until the round is closed, --undo takes a file back.
            """)

    @Argument(help: "年份 | Year of the round.")
    var year: Int

    @Argument(help: "答卷文件，或填报表的文件夹 | Files of responses, or folders of forms.", completion: .file())
    var paths: [String] = []

    @Flag(help: "像是已经在库里的行也收 | Take rows that seem to be in already.")
    var again = false

    @Option(
        help: ArgumentHelp(
            "撤回一次导入：当时的文件，或它在日志里的编号 | Take an import back: its file, or its number in the log.",
            valueName: "file|number"), completion: .file())
    var undo: String?

    @Option(
        name: .customLong("map"), help: "列名对照 CSV：column,code | From foreign column names to our codes.",
        completion: .file(extensions: ["csv"]))
    var mapPath: String?

    @Option(
        help: ArgumentHelp(
            "一份答卷用这个口令交，不用填写界面 | Hand in one response by this code, without the interview.", valueName: "code"),
        transform: AccessCode.argument)
    var code: AccessCode?

    @OptionGroup var setAside: SetAsideOptions
    @OptionGroup var personalData: PersonalDataOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var reader: ReaderOptions

    func validate() throws {
        guard (undo == nil) != paths.isEmpty else {
            throw ValidationError(
                "请写要导入的文件，或用 --undo 写要撤回的一次导入 | name files to take in, or with --undo an import to take back")
        }
        guard undo == nil || (code == nil && !again) else {
            throw ValidationError("--undo 不和 --code、--again 一起用 | --undo goes without --code and --again")
        }
        guard code == nil || paths.count == 1 else {
            throw ValidationError("一个口令只交一份答卷，请只写一个文件 | a code serves for one response; name one file")
        }
    }

    func perform(_ console: Console) throws {
        var opened = try store.opened()
        let round = try opened.round(year)
        if let undo { return try takeBack(undo, round, &opened, console) }
        let state = try opened.state(of: year)
        guard state != .sealed else { throw StoreError.roundNotOpen(year, state) }
        let map = try ColumnMap.read(atPath: mapPath)
        if let code { return try handIn(paths[0], by: code, round, map, opened, console) }
        let forms = FormIntake(round: round, store: opened, day: store.today, personalData: personalData)
        for path in paths {
            if Files.isFolder(path) {
                try forms.take(folder: path, console)
            } else if path.lowercased().hasSuffix(".xlsx"), forms.isForm(path) {
                try forms.take(path, console)
            } else {
                try takeTable(path, round, map, &opened, console)
            }
        }
    }

    /// One response by a code; the receipt goes to standard output once the response is on the disk.
    private func handIn(
        _ path: String, by code: AccessCode, _ round: StoredRound, _ map: ColumnMap?, _ store: SQLiteStore,
        _ console: Console
    ) throws {
        let file = try ResponsesFile(
            path, year: year, reading: round.reading, roster: round.roster, map: map, condition: nil,
            setAside: setAside.texts)
        file.remark(to: console)
        try setAside.judge([file], console)
        guard file.content.responses.count == 1 else {
            throw Complaint(
                at: path,
                Wording(
                    "有 \(file.content.responses.count) 份答卷，一个口令只交一份",
                    "it holds \(file.content.responses.count) responses, and a code serves for one"))
        }
        try personalData.admit(file, console)
        let sent = SentResponse(
            file.content.responses[0], unit: file.content.units[0], key: UInt128.random(in: .min ... .max), code: code)
        let submission = try store.submit(sent, to: year)
        do {
            try console.put(submission.receipt.text + "\n")
        } catch {
            throw Complaint(
                "答卷已经存好，但回执写不到标准输出；不要再交一次",
                "the response is stored, but its receipt could not be written to standard output; do not hand it in again"
            )
        }
    }

    /// A file of many responses.
    private func takeTable(
        _ path: String, _ round: StoredRound, _ map: ColumnMap?, _ store: inout SQLiteStore, _ console: Console
    ) throws {
        let state = try store.state(of: year)
        guard state == .open else { throw StoreError.roundNotOpen(year, state) }
        let file = try ResponsesFile(
            path, year: year, reading: round.reading, roster: round.roster, map: map, condition: nil,
            setAside: setAside.texts)
        file.remark(to: console)
        try setAside.judge([file], console)
        try personalData.admit(file, console)
        let rows = try FreshRows(of: file, for: year, in: store, takesAll: again, console)
        try rows.append(to: &store, on: self.store.today, console)
    }

    // MARK: Taking back

    private func takeBack(
        _ named: String, _ round: StoredRound, _ store: inout SQLiteStore, _ console: Console
    ) throws {
        let number = try Int(named) ?? importNumber(ofFile: named, round, store)
        let count = try store.undo(import: number, of: year, on: self.store.today)
        console.say(
            Wording(
                "已撤回日志第 \(number) 条的导入：\(count) 份答卷",
                "the import of entry \(number) of the log was taken back: \(count) responses"))
    }

    /// The number in the log of the import that a file was last taken in by.
    private func importNumber(ofFile path: String, _ round: StoredRound, _ store: SQLiteStore) throws -> Int {
        let intake = FormIntake(round: round, store: store, day: self.store.today, personalData: personalData)
        guard !Files.isFolder(path), !(path.lowercased().hasSuffix(".xlsx") && intake.isForm(path)) else {
            throw Complaint(
                at: path,
                Wording(
                    "填报表不能撤回：库里不留哪一份答卷是哪张表的",
                    "forms are not taken back: the store does not know which response came by which form"))
        }
        let log = try store.log()
        let fingerprint = SHA256.hexadecimal(of: try Files.bytes(of: path))
        if let entry = log.lastImport(of: fingerprint, to: year) { return entry.number }
        let known = log.imports(to: year)
        let listed = known.suffix(Self.mostListed).map { "\($0.number) (\($0.day))" }.joined(separator: ", ")
        throw Complaint(
            at: path,
            Wording(
                "\(year) 年没有导入过内容和这个文件一样的文件，或者已经撤回\(known.isEmpty ? "" : "；可以写日志里的编号：\(listed)")",
                "no file with this content was imported to \(year), or it was taken back\(known.isEmpty ? "" : "; the number in the log will do, too: \(listed)")"
            ))
    }

    private static let mostListed = 12
}

extension AccessCode {
    /// A code as the command line takes it.
    static func argument(_ text: String) throws -> AccessCode {
        do {
            return try AccessCode(text)
        } catch {
            throw ValidationError("\(error.wording.chinese) | \(error.wording.english)")
        }
    }
}

extension ColumnMap {
    /// The map of a file; nil without one.
    static func read(atPath path: String?) throws -> ColumnMap? {
        guard let path else { return nil }
        let bytes = try Files.bytes(of: path)
        return try Complaint.naming(path) { () throws(FormError) in
            try ColumnMap(CSVTable(bytes: bytes, headings: ColumnMap.headings))
        }
    }
}
