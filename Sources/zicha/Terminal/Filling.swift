import Forms
import Glibc
import Surveys

/// Lets one person fill in a survey at the terminal, on a full screen or line by line.
///
/// Where answers are kept is the caller's: `save` gets a draft whenever something was said, before the next key is
/// looked at; `submit` gets the finished response once, and says what the respondent may keep of it.
struct Filling {
    var save: (Interview.Draft) throws -> Void
    var submit: (Response) throws -> String

    /// How it ended.
    enum Ending: Equatable {
        case submitted
        case left
        /// By a signal from outside.
        case ended(Int32)
    }

    func run(_ interview: Interview, plain: Bool) throws -> Ending {
        plain ? try runPlain(interview) : try runOnScreen(interview)
    }

    /// No full screen where either end is no terminal, or one that cannot move its cursor.
    static var needsPlain: Bool {
        let terminal = environment("TERM") ?? ""
        return isatty(STDIN_FILENO) == 0 || isatty(STDOUT_FILENO) == 0 || terminal.isEmpty || terminal == "dumb"
    }

    private static func environment(_ name: String) -> String? {
        unsafe getenv(name).map { unsafe String(cString: $0) }
    }

    private func runOnScreen(_ interview: Interview) throws -> Ending {
        var form = TerminalForm(interview)
        var kept = interview.draft
        var terminal = try RawTerminal(usesColor: (Self.environment("NO_COLOR") ?? "").isEmpty)
        var isAfresh = true
        while true {
            let size = terminal.size
            terminal.show(form.render(width: size.width, height: size.height), afresh: isAfresh)
            isAfresh = false
            switch terminal.wait() {
            case .resized: isAfresh = true
            case .ended(let signal): return .ended(signal)
            case .keys(let keys):
                if form.outcome == .submitted { return .submitted }
                for key in keys {
                    form.press(key)
                    if form.outcome != .open { break }
                }
                let draft = form.interview.draft
                if form.outcome != .submitted, draft != kept {
                    try save(draft)
                    kept = draft
                }
                if form.outcome == .left { return .left }
                if form.outcome == .submitted { form.receipt = try submit(form.interview.response) }
            }
        }
    }

    private func runPlain(_ interview: Interview) throws -> Ending {
        var form = PlainForm(interview)
        var kept = interview.draft
        func put(_ text: String) throws { try Files.write(Array(text.utf8), to: STDOUT_FILENO, named: "stdout") }
        while form.outcome == .open {
            try put(form.prompt())
            let line = readLine()
            let said = form.read(line)
            let draft = form.interview.draft
            if form.outcome != .submitted, draft != kept {
                try save(draft)
                kept = draft
            }
            try put(said)
        }
        let receipt = form.outcome == .submitted ? try submit(form.interview.response) : nil
        try put(form.farewell(receipt: receipt))
        return form.outcome == .submitted ? .submitted : .left
    }
}
