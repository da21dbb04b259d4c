import ArgumentParser
import Glibc
import Surveys

/// 自查: from a survey in plain text, through the answers, to the workbook that a committee reads.
@main
struct Zicha: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "zicha",
        abstract: "从纯文本问卷到委员会工作簿 | From a plain text survey to the committee's workbook",
        discussion: """
            提示和错误用中文还是英文，看 LC_ALL、LC_MESSAGES、LANG，也可以用 --lang 指定。
            Messages are in Chinese or English as the locale says, or --lang.
            """,
        version: program,
        subcommands: [
            NewCommand.self, ImportCommand.self, CheckCommand.self, ExplainCommand.self, FixCommand.self,
            FormatCommand.self, PreviewCommand.self, TextsCommand.self, DiffCommand.self, SimulateCommand.self,
            OpenCommand.self, CodesCommand.self, FormsCommand.self, FillCommand.self, StatusCommand.self,
            CloseCommand.self, ReopenCommand.self, CancelCommand.self, SealCommand.self, ScoreCommand.self,
            CommentsCommand.self, ReportCommand.self, FeedbackCommand.self, ExportCommand.self, BackupCommand.self,
            VerifyCommand.self,
        ])

    /// Parses and runs as usual; what the parser says of the command line is shown as everything else from outside.
    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            let isFailure = !exitCode(for: error).isSuccess
            let message = CommandLine.arguments.reduce(fullMessage(for: error)) { message, argument in
                let shown = TerminalText.line(argument)
                return shown == argument ? message : message.replacing(argument, with: shown)
            }
            let text = message.isEmpty ? "" : TerminalText.lines(message) + "\n"
            try? Files.write(Array(text.utf8), to: isFailure ? STDERR_FILENO : STDOUT_FILENO, named: "")
            exit(withError: exitCode(for: error))
        }
    }

    /// Name and version, as reports print it.
    static let program = "zicha \(version)"
    static let version = "0.1.0"
}
