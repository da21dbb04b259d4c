import ArgumentParser
import Digests
import Forms
import Glibc
import Storage
import Surveys

struct FillCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "fill",
        abstract: "在终端里填一份问卷 | Fill in a survey at the terminal",
        discussion: """
            用口令填库里的一轮；每答一题就存一次，中途离开或断电，用同一个口令接着填，提交后得到一张回执。
            不用库时写 --survey 和 -o：草稿在 -o 旁边（.draft），提交后在 CSV 里添一行。
            By its code, a response to a round of the store: every answer is kept at once, the same code goes on after a
            break, and there is a receipt at the end. Without a store, --survey and -o add a row to a CSV; the draft lies
            beside it (.draft).
            """)

    @Argument(help: "口令；不写则会问，不会留在命令记录里 | The code; it is asked for where it is left out.")
    var code: String?

    @Option(
        name: .customLong("survey"), help: "问卷文件，不用库时写 | The survey, without a store.",
        completion: .file(extensions: ["zicha"]))
    var surveyPath: String?

    @Option(
        name: .customLong("roster"), help: "名册 CSV，处室从中选 | The units to choose from.",
        completion: .file(extensions: ["csv"]))
    var rosterPath: String?

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("添到哪个 CSV 文件 | The CSV to which the response is added.", valueName: "file"))
    var output: String?

    @Flag(help: "逐行问答：用于读屏软件、管道和简单终端 | Line by line: for screen readers, pipes and dumb terminals.")
    var plain = false

    @OptionGroup var store: StoreOptions
    @OptionGroup var reader: ReaderOptions

    func validate() throws {
        guard (surveyPath == nil) == (output == nil) else {
            throw ValidationError("--survey 和 -o 要一起写 | --survey and -o go together")
        }
        guard surveyPath == nil || code == nil else {
            throw ValidationError(
                "写了口令就填库里的一轮，不再写 --survey | with a code the survey comes from the store; leave out --survey")
        }
    }

    func perform(_ console: Console) throws {
        if let surveyPath, let output { return try fillFile(surveyPath, output, console) }
        let typed = try code ?? askedCode(console)
        do {
            try fillStored(AccessCode(typed), console)
        } catch let error as AccessCodeError {
            throw Complaint(error.wording.chinese, error.wording.english)
        }
    }

    // MARK: A round of a store

    private func askedCode(_ console: Console) throws(Complaint) -> String {
        try console.put(Wording("口令：", "Code: ").text(in: console.language))
        guard let line = readLine() else {
            throw Complaint("没有输入口令", "no code was typed")
        }
        return line
    }

    private func fillStored(_ code: AccessCode, _ console: Console) throws {
        let (status, round, draft) = try store.briefly { store in
            let status = try store.status(of: code)
            guard !status.isUsed else { throw StoreError.usedCode }
            let state = try store.state(of: status.year)
            guard state == .open else { throw StoreError.roundNotOpen(status.year, state) }
            return (status, try store.round(status.year), try store.draft(of: code))
        }
        let reading = round.reading
        var interview = try interview(
            reading.survey, hash: round.surveyHash, roster: round.roster,
            draft: draft.map { text throws(Interview.DraftError) in try Interview.Draft(text: text) }, console)
        // The code knows the unit; whoever answers need not look for it.
        if let unit = status.unit, let variable = interview.variables.first(where: { $0.domain == .unit }) {
            try? interview.answer(variable.name, unit)
        }
        // Drawn once: when no answer comes, the same response is sent again and not another one.
        let key = UInt128.random(in: .min ... .max)
        let filling = Filling(
            save: { draft in try store.briefly { try $0.keep(draft: draft.text, of: code) } },
            submit: { response in
                let sent = SentResponse(
                    response, unit: status.unit ?? response.unit(by: interview), key: key, code: code)
                return try store.briefly { try $0.submit(sent, to: status.year) }.receipt.text
            })
        let ending = try filling.run(interview, plain: plain || Filling.needsPlain)
        switch ending {
        case .submitted: break
        case .left: console.note("答案都存好了，用同一个口令接着填", "your answers are kept; the same code goes on")
        case .ended(let signal): throw ExitCode(128 + signal)
        }
    }

    // MARK: A file

    private func fillFile(_ surveyPath: String, _ output: String, _ console: Console) throws {
        try Files.checkTarget(output, sparing: [surveyPath] + [rosterPath].compactMap { $0 })
        let survey = try SurveyFile(surveyPath, console).survey
        let roster = try rosterPath.map { try RosterFile($0).roster(of: survey.year) }
        let file = AnswersFile(path: output, survey: survey)
        try file.check()
        try file.lockDraft()
        defer { file.removeLock() }
        let interview: Interview
        do {
            interview = try self.interview(
                survey, hash: SHA256.hexadecimal(of: Array(survey.written().utf8)), roster: roster,
                draft: file.draft(), console)
        } catch let error as Interview.DraftError {
            throw Complaint(at: file.draftPath, error.wording)
        }
        let filling = Filling(
            save: { try file.keep($0) },
            submit: { response in
                let count = try file.append(response)
                file.removeDraft()
                return Wording("\(output) 第 \(count) 份", "\(output), response \(count)").text(in: console.language)
            })
        switch try filling.run(interview, plain: plain || Filling.needsPlain) {
        case .submitted: break
        case .left:
            if Files.exists(file.draftPath) {
                console.note(
                    "草稿在 \(file.draftPath)，用同样的命令接着填", "the draft is \(file.draftPath); the same command goes on")
            }
        case .ended(let signal): throw ExitCode(128 + signal)
        }
    }

    private func interview(
        _ survey: Survey, hash: String, roster: Roster?, draft: Interview.Draft?, _ console: Console
    ) throws(Interview.DraftError) -> Interview {
        if let draft { return try Interview(resuming: draft, of: survey, surveyHash: hash, roster: roster) }
        let language = reader.language.rawValue
        return Interview(
            survey, surveyHash: hash, roster: roster, language: survey.languages.contains(language) ? language : nil,
            seed: .random(in: .min ... .max))
    }
}

extension Response {
    /// The unit that was named, where the survey asks for it.
    fileprivate func unit(by interview: Interview) -> String? {
        guard let index = interview.variables.firstIndex(where: { $0.domain == .unit }),
            case .text(let name) = answers[index]
        else { return nil }
        return name
    }
}
