import ArgumentParser
import Surveys

struct CheckCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "检查问卷文件，一次说完所有问题 | Check surveys and say everything that is wrong with them",
        discussion: """
            写了“上一版”的问卷，会找到旁边那一年的文件，核对今年的改动。有错误时退出状态为 1，只有提醒时为 0。| A survey with \
            `previous` is compared with that year's file beside it. Exit status 1 when there is an error, 0 with warnings only.
            """)

    @Argument(help: "问卷文件 | Survey files (.zicha).", completion: .file(extensions: ["zicha"]))
    var files: [String]

    @OptionGroup var previous: PreviousOptions

    @OptionGroup var reader: ReaderOptions

    func validate() throws {
        guard previous.named == nil || files.count == 1 else {
            throw ValidationError("--previous 只能配一份问卷 | --previous goes with one survey")
        }
    }

    func perform(_ console: Console) throws {
        var counts: [Diagnostic.Severity: Int] = [:]
        var unread = 0
        var remarks: [String] = []
        for path in files {
            do {
                let reading = try previous.compare(SurveyFile.read(path), at: path)
                for remark in reading.diagnostics { counts[remark.severity, default: 0] += 1 }
                guard !reading.diagnostics.isEmpty else { continue }
                remarks.append(SurveyFile.rendered(reading, path: path, language: console.language) + "\n")
            } catch {
                console.fail(error.wording)
                unread += 1
            }
        }
        try console.put(remarks.joined() + summary(counts, unread).text(in: console.language) + "\n")
        if unread > 0 || counts[.error] != nil { throw ExitCode.failure }
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
