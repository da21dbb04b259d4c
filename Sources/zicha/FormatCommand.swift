import ArgumentParser
import Surveys

struct FormatCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "format",
        abstract: "把问卷排成规范格式，文字一个不改 | Bring surveys into canonical form, wordings untouched",
        discussion: """
            有错误的问卷不动。--check 时有文件没排好，退出状态为 1。| A survey with errors is left alone. With --check the exit \
            status is 1 when a file is not in canonical form.
            """)

    @Argument(help: "问卷文件 | Survey files (.zicha).", completion: .file(extensions: ["zicha"]))
    var files: [String]

    @Flag(help: "只检查，不改文件 | Only look, change nothing.")
    var check = false

    @Option(help: "关键词的语言，不写就不换 | Language of the keywords; as it is without it.")
    var keywords: ReaderOptions.Choice?

    @Flag(name: .customLong("print"), help: "打印到屏幕，不改文件 | Print, change nothing.")
    var prints = false

    @OptionGroup var reader: ReaderOptions

    func validate() throws {
        guard !(check && prints) else { throw ValidationError("--check 和 --print 只写一个 | choose --check or --print") }
    }

    func perform(_ console: Console) throws {
        var changed = 0
        var failed = 0
        for path in files {
            do {
                if try format(path, console) { changed += 1 }
            } catch let error as any Worded {
                console.fail(error.wording)
                failed += 1
            }
        }
        if !prints { try console.put(summary(changed, failed).text(in: console.language) + "\n") }
        if failed > 0 || (check && changed > 0) { throw ExitCode.failure }
    }

    /// - Returns: whether the file was not in canonical form.
    private func format(_ path: String, _ console: Console) throws -> Bool {
        let bytes = try Files.bytes(of: path, atMost: SurveyFile.longest)
        let file = try SurveyFile(path, bytes: bytes, console)
        guard let text = file.reading.formatted(keywords: keywords?.language) else { return false }
        if prints {
            try console.put(document: text)
            return false
        }
        guard !text.utf8.elementsEqual(bytes) else { return false }
        if check {
            console.note("\(path) 没有排成规范格式", "\(path) is not in canonical form")
        } else {
            try Files.write(text, to: path)
        }
        return true
    }

    private func summary(_ changed: Int, _ failed: Int) -> Wording {
        var wording =
            check
            ? Wording(
                "\(files.count) 份问卷：\(changed) 份没有排好", "surveys: \(files.count); not in canonical form: \(changed)")
            : Wording("\(files.count) 份问卷：改了 \(changed) 份", "surveys: \(files.count); rewritten: \(changed)")
        if failed > 0 {
            wording.chinese += "；\(failed) 份有错误，没有动"
            wording.english += "; left alone: \(failed)"
        }
        return wording
    }
}

extension ReaderOptions.Choice {
    fileprivate var language: KeywordLanguage {
        switch self {
        case .zh: .chinese
        case .en: .english
        }
    }
}
