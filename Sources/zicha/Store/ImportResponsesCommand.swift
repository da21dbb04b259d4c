import ArgumentParser
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
            每个文件要么全部导入，要么一份也不导入；同一个文件只导入一次。
            Forms (single ones, or a folder of them), our own CSV, and exports of 问卷星, LimeSurvey, Qualtrics and
            SurveyMonkey. Each file is taken in whole or not at all, and once only.
            """)

    @Argument(help: "年份 | Year of the round.")
    var year: Int

    @Argument(help: "答卷文件，或填报表的文件夹 | Files of responses, or folders of forms.", completion: .file())
    var paths: [String]

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
        guard code == nil || paths.count == 1 else {
            throw ValidationError("一个口令只交一份答卷，请只写一个文件 | a code serves for one response; name one file")
        }
    }

    func perform(_ console: Console) throws {
        var opened = try store.opened()
        let round = try opened.round(year)
        let map = try ColumnMap.read(atPath: mapPath)
        if let code { return try handIn(paths[0], by: code, round, map, opened, console) }
        let forms = FormIntake(round: round, store: opened, day: store.today, personalData: personalData)
        for path in paths {
            if Files.isFolder(path) {
                try forms.take(FormFolder.files(in: path), console)
            } else if path.lowercased().hasSuffix(".xlsx"), forms.isForm(path) {
                try forms.take([path], console)
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
        let file = try ResponsesFile(
            path, year: year, reading: round.reading, roster: round.roster, map: map, condition: nil,
            setAside: setAside.texts)
        let fingerprint = file.intake.fingerprint
        if let earlier = try store.log().first(where: { isImport(of: fingerprint, $0) }) {
            throw Complaint(
                at: path,
                Wording(
                    "这个文件 \(earlier.day) 已经导入过，没有再导入",
                    "the file was imported on \(earlier.day) and was not imported again"))
        }
        file.remark(to: console)
        try setAside.judge([file], console)
        try personalData.admit(file, console)
        let content = file.content
        let events: [IntakeEvent: Int] = [
            .refusedCells: content.rejects.count, .blankRows: content.blankRows,
            .withoutCode: content.responses.count,
        ]
        try store.append(
            content.responses, units: content.units, to: year,
            recording: ImportRecord(
                day: self.store.today, detail: "\(content.responses.count) sha256 \(fingerprint)", events: events))
        console.say(
            Wording(
                "\(path)：导入 \(content.responses.count) 份", "\(path): \(content.responses.count) responses taken in"))
    }

    private func isImport(of fingerprint: String, _ entry: LogEntry) -> Bool {
        entry.act == .imported && entry.year == year && entry.detail.hasSuffix(" sha256 \(fingerprint)")
    }
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
