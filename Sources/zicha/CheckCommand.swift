import ArgumentParser
import Forms
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

    @Option(help: "text 给人看，json、sarif 给程序读 | For people: text; for programs: json, sarif.")
    var format = Format.text

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, sarif }

    @Option(
        name: .customLong("roster"),
        help:
            "名册 CSV：处室、人数，可加年份；用来估算背景题会不会认出具体的人 | The units with their headcounts, to see whether people could be recognised.",
        completion: .file(extensions: ["csv"]))
    var rosterPath: String?

    @OptionGroup var reader: ReaderOptions

    func validate() throws {
        guard previous.named == nil || files.count == 1 else {
            throw ValidationError("--previous 只能配一份问卷 | --previous goes with one survey")
        }
    }

    func perform(_ console: Console) throws {
        let rosters = try rosterPath.map(Roster.read(atPath:))
        var listing = DiagnosticListing()
        var counts: [Diagnostic.Severity: Int] = [:]
        var unread = 0
        for path in files {
            do {
                var reading = try previous.compare(SurveyFile.read(path), at: path)
                if let rosters { judge(&reading, with: rosters, console) }
                for remark in reading.diagnostics { counts[remark.severity, default: 0] += 1 }
                listing.add(path, .reading(reading))
            } catch {
                console.fail(error.wording)
                listing.add(path, .unreadable(error.wording))
                unread += 1
            }
        }
        switch format {
        case .text:
            let closing = [summary(counts, unread)] + readingOn(listing)
            let last = closing.map { $0.text(in: console.language) + "\n" }.joined()
            try console.put(frames(listing, console) + last)
        case .json: try console.put(document: listing.json)
        case .sarif: try console.put(document: listing.sarif(version: Zicha.version, language: console.language))
        }
        if unread > 0 || counts[.error] != nil { throw ExitCode.failure }
    }

    /// What only the roster of its year can tell.
    private func judge(_ reading: inout SurveyReading, with rosters: [Int?: Roster], _ console: Console) {
        guard let roster = reading.survey.year.flatMap({ rosters[$0] }) ?? rosters[nil as Int?] else {
            let year = reading.survey.year.map(String.init) ?? ""
            return console.note(
                "名册 \(rosterPath ?? "") 没有 \(year) 年，没有估算会不会认出具体的人",
                "the roster \(rosterPath ?? "") has no year \(year): nothing was said of recognising people")
        }
        reading.add(reading.remarks(knowing: roster))
    }

    private func frames(_ listing: DiagnosticListing, _ console: Console) -> String {
        listing.files.map { file in
            guard case .reading(let reading) = file.content, !reading.diagnostics.isEmpty else { return "" }
            return SurveyFile.rendered(reading, path: file.path, language: console.language) + "\n"
        }.joined()
    }

    /// Names the command that tells more about the gravest remark that is shown; nothing where all is well.
    private func readingOn(_ listing: DiagnosticListing) -> [Wording] {
        let shown = listing.files.flatMap { file -> [Diagnostic] in
            guard case .reading(let reading) = file.content else { return [] }
            return SurveyFile.shown(reading)
        }
        let gravest = shown.map(\.severity).max()
        return shown.first { $0.severity == gravest }.map(\.code).map {
            [Wording("想知道为什么：zicha explain \($0)", "to read why: zicha explain \($0)")]
        } ?? []
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
