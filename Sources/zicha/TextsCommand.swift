import ArgumentParser
import Forms
import Surveys

struct TextsCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "texts",
        abstract: "导出问卷的文字给翻译，译好再放回问卷 | Export a survey's texts for a translator, and put them back",
        discussion: """
            先导出 CSV，译者填“译文”一列，再用 --import 放回；原文改过的句子不放，逐行说明。| Export a CSV, have its last column \
            filled in, and import it; a sentence whose original has changed is left alone and listed.
            """)

    @Argument(help: "问卷文件 | The survey (.zicha).", completion: .file(extensions: ["zicha"]))
    var file: String

    @Option(help: ArgumentHelp("导出缺这种译文的句子，例如 en | Export what lacks this translation.", valueName: "code"))
    var missing: String?

    @Option(help: ArgumentHelp("导出或放回哪种语言 | The language to export or import.", valueName: "code"))
    var language: String?

    @Option(
        name: .customLong("import"), help: "译好的 CSV | The table with its translations.",
        completion: .file(extensions: ["csv"]))
    var tablePath: String?

    @Flag(help: "已有的译文也换成表里的 | Replace translations that are there already.")
    var replace = false

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("CSV 或新的问卷文件，不写就打印 | The CSV or the new survey; the screen without it.", valueName: "file"))
    var output: String?

    @OptionGroup var overwrite: OverwriteOption
    @OptionGroup var reader: ReaderOptions

    func validate() throws {
        guard (missing == nil) != (language == nil) else {
            throw ValidationError("写 --missing en 或 --language en 之一 | write one of --missing en and --language en")
        }
        guard tablePath == nil || language != nil else {
            throw ValidationError("--import 要和 --language 一起写 | --import goes with --language")
        }
        guard !replace || tablePath != nil else {
            throw ValidationError("--replace 要和 --import 一起写 | --replace goes with --import")
        }
        let code = missing ?? language ?? ""
        guard Survey.isLanguageCode(code) else {
            throw ValidationError("“\(code)”不是语言代码，例如 en、bo | \"\(code)\" is no language code such as en or bo")
        }
    }

    func perform(_ console: Console) throws {
        let target = Output(text: output)
        // With --overwrite the survey itself may take the translations.
        let inputs = [tablePath, overwrite.isOn && tablePath != nil ? nil : file].compactMap { $0 }
        try overwrite.check(target, sparing: inputs)
        let survey = try SurveyFile(file, console)
        let code = missing ?? language ?? ""
        guard code != survey.survey.languages[0] else {
            throw Complaint(
                at: file,
                Wording("\(code) 是问卷的主语言，不用翻译", "\(code) is the survey's main language and needs no translation"))
        }
        if let tablePath {
            try target.write(imported(tablePath, into: survey, code, console), console)
        } else {
            try target.write(exported(survey, code, console), console)
        }
    }

    private func exported(_ file: SurveyFile, _ code: String, _ console: Console) -> String {
        let table = TranslationTable.table(
            of: file.survey, source: file.reading.source, language: code, missingOnly: missing != nil,
            headings: console.language)
        if !file.survey.languages.contains(code) {
            console.note(
                "问卷的“语言”里还没有 \(code)，放回译文时会加上",
                "the survey does not list the language \(code) yet; importing adds it")
        }
        console.note("共 \(table.rows.count) 句", "sentences: \(table.rows.count)")
        return table.spreadsheetText
    }

    private func imported(_ path: String, into file: SurveyFile, _ code: String, _ console: Console) throws -> String {
        let bytes = try Files.bytes(of: path)
        let rows = try Complaint.naming(path) { () throws(FormError) in
            try TranslationTable.rows(
                CSVTable(
                    bytes: bytes, headings: Wording("“位置”“原文”“译文 \(code)”", "place, original and translation \(code)")),
                language: code)
        }
        let result = TranslationImport(rows, into: file.survey, language: code, replaces: replace)
        for refusal in result.refusals {
            console.say(
                Wording(
                    "\(path)：第 \(refusal.row) 行“\(refusal.key)”没有放回：\(refusal.reason.chinese)",
                    "\(path), row \(refusal.row), \(refusal.key): not imported: \(refusal.reason.english)"))
        }
        console.note(
            "放回 \(result.applied) 句；空着的 \(result.empty) 句；没有放回的 \(result.refusals.count) 句",
            "imported: \(result.applied); left empty: \(result.empty); not imported: \(result.refusals.count)")
        return try text(of: result.survey, in: file, console)
    }

    /// The survey's text with what was changed, comments and all.
    ///
    /// - Throws: where the survey would have errors then: a condition may use a translation that was replaced.
    private func text(of survey: Survey, in file: SurveyFile, _ console: Console) throws -> String {
        var reading = file.reading
        reading.survey = survey
        guard let text = reading.formatted() else { preconditionFailure("a survey with errors is not worked on") }
        let again = Survey.read(text)
        guard !again.hasErrors else {
            console.say(SurveyFile.rendered(again, path: output ?? "-", language: console.language))
            throw Complaint(
                at: file.path,
                Wording(
                    "放回译文后问卷有以上错误，没有写；请先改译文",
                    "with these translations the survey has the errors above; nothing was written"))
        }
        return text
    }
}
