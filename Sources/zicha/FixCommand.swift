import ArgumentParser
import Surveys

struct FixCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "fix",
        abstract: "改正只有一种改法的错误 | Correct the mistakes that have one certain correction",
        discussion: """
            拿不准的不动；加 --ask 逐条问您，和上一版不一致的也问。关系到题目意思的（如“且”“或”混用、换了措辞）只能您自己定。
            Guesses are left alone, or asked about with --ask, also those that last year's survey gives rise to. What \
            decides on meaning is never decided for you.
            """)

    @Argument(help: "问卷文件 | Survey files (.zicha).", completion: .file(extensions: ["zicha"]))
    var files: [String]

    @Flag(help: "拿不准的逐条问 | Ask about each guess.")
    var ask = false

    @OptionGroup var previous: PreviousOptions

    @OptionGroup var reader: ReaderOptions

    func validate() throws {
        guard previous.named == nil || files.count == 1 else {
            throw ValidationError("--previous 只能配一份问卷 | --previous goes with one survey")
        }
    }

    func perform(_ console: Console) throws {
        var failed = 0
        for path in files {
            do {
                try fix(path, console)
            } catch let error as any Worded {
                console.fail(error.wording)
                failed += 1
            }
        }
        if failed > 0 { throw ExitCode.failure }
    }

    private func fix(_ path: String, _ console: Console) throws {
        let reading = try SurveyFile.read(path)
        var (text, settled) = reading.certainlyFixed()
        if ask {
            var questions = FixQuestions(text, path: path, previous: previous, console: console)
            try questions.askAll()
            text = questions.text
            settled += questions.settled
        }
        for change in settled {
            let place = Wording("\(path) 第 \(change.line) 行（\(change.code)）", "\(path):\(change.line) (\(change.code))")
            let lines = [place.text(in: console.language), "  - \(change.before)", "  + \(change.after)"]
            try console.put(lines.map { TerminalText.line($0) + "\n" }.joined())
        }
        if !settled.isEmpty { try Files.write(text, to: path) }
        let left = try previous.compare(Survey.read(text), at: path).diagnostics
        try console.put(TerminalText.line(summary(path, settled.count, left).text(in: console.language)) + "\n")
    }

    private func summary(_ path: String, _ settled: Int, _ left: [Diagnostic]) -> Wording {
        let errors = left.count { $0.severity == .error }
        let guesses = left.count { $0.fix?.isCertain == false }
        var wording = Wording(
            "\(path)：改了 \(settled) 处，还有 \(errors) 处错误", "\(path): fixed: \(settled), errors left: \(errors)")
        if guesses > 0, !ask {
            wording.chinese += "；其中和提醒里有 \(guesses) 处有建议的改法，zicha fix --ask 逐条问您"
            wording.english += "; \(guesses) remarks offer a guess: zicha fix --ask"
        } else if errors > 0 {
            wording.chinese += "，请看 zicha check"
            wording.english += "; see zicha check"
        }
        return wording
    }
}

/// Asks about one guess after the other, from the top of the text down.
private struct FixQuestions {
    private(set) var text: String
    private(set) var settled: [SurveyReading.Settled] = []
    let path: String
    let previous: PreviousOptions
    let console: Console

    init(_ text: String, path: String, previous: PreviousOptions, console: Console) {
        self.text = text
        self.path = path
        self.previous = previous
        self.console = console
    }

    mutating func askAll() throws {
        // Everything above was settled or declined.
        var reached = 0
        while true {
            let reading = try previous.compare(Survey.read(text), at: path)
            let next = reading.diagnostics.filter { ($0.fix?.range.lowerBound ?? -1) >= reached }
                .min { ($0.fix?.range.lowerBound ?? 0) < ($1.fix?.range.lowerBound ?? 0) }
            guard let remark = next, let fix = remark.fix else { return }
            console.say(remark.rendered(in: reading.source, file: path, language: console.language))
            switch answer() {
            case .yes:
                settled.append(SurveyReading.Settled(remark, in: reading.source))
                text = reading.source.replacing([fix])
                reached = fix.range.lowerBound + max(1, fix.replacement.utf8.count)
            case .no: reached = fix.range.lowerBound + 1
            case .enough: return
            }
        }
    }

    private enum Answer { case yes, no, enough }

    /// An end of input is no consent.
    private func answer() -> Answer {
        while true {
            console.say(Wording("这样改吗？y 改　n 不改　q 到此为止", "make this change? y yes, n no, q stop here"))
            guard let line = readLine() else { return .enough }
            switch line.lowercased().filter({ $0 != " " }) {
            case "y", "yes", "是", "改": return .yes
            case "n", "no", "否", "不改": return .no
            case "q", "quit": return .enough
            default: continue
            }
        }
    }
}
