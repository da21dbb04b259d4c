import ArgumentParser
import Surveys

struct CheckCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "检查问卷文件，一次说完所有问题 | Check surveys and say everything that is wrong with them",
        discussion: "有错误时退出状态为 1，只有提醒时为 0。| Exit status 1 when there is an error, 0 with warnings only.")

    @Argument(help: "问卷文件 | Survey files (.zicha).", completion: .file(extensions: ["zicha"]))
    var files: [String]

    @OptionGroup var reader: ReaderOptions

    func perform(_ console: Console) throws {
        var counts: [Diagnostic.Severity: Int] = [:]
        var unread = 0
        var remarks: [String] = []
        var firstCode: String?
        for path in files {
            do {
                let reading = try SurveyFile.read(path)
                for remark in reading.diagnostics { counts[remark.severity, default: 0] += 1 }
                guard !reading.diagnostics.isEmpty else { continue }
                firstCode = firstCode ?? SurveyFile.shown(reading).first?.code
                remarks.append(SurveyFile.rendered(reading, path: path, language: console.language) + "\n")
            } catch {
                console.fail(error.wording)
                unread += 1
            }
        }
        let last = [summary(counts, unread)] + (firstCode.map { [readingOn($0)] } ?? [])
        try console.put(remarks.joined() + last.map { $0.text(in: console.language) + "\n" }.joined())
        if unread > 0 || counts[.error] != nil { throw ExitCode.failure }
    }

    /// Names a command that can be copied as it stands.
    private func readingOn(_ code: String) -> Wording {
        Wording("想知道为什么：zicha explain \(code)", "to read why: zicha explain \(code)")
    }

    /// `2 份问卷：1 处错误，3 条提醒，0 条建议`
    private func summary(_ counts: [Diagnostic.Severity: Int], _ unread: Int) -> Wording {
        let (errors, warnings, hints) = (counts[.error] ?? 0, counts[.warning] ?? 0, counts[.hint] ?? 0)
        var wording = Wording(
            "\(files.count) 份问卷：\(errors) 处错误，\(warnings) 条提醒，\(hints) 条建议",
            "surveys: \(files.count); errors: \(errors), warnings: \(warnings), hints: \(hints)")
        if unread > 0 {
            wording.chinese += "；\(unread) 份没有读成"
            wording.english += "; not read: \(unread)"
        }
        return wording
    }
}
