import ArgumentParser

/// In the door an option belongs to the command line, not to a question of a survey.
typealias Option<Value> = ArgumentParser.Option<Value>

/// A command that does its work or ends with one sentence and exit status 1.
protocol Verb: ParsableCommand {
    var reader: ReaderOptions { get }

    /// Does the work; an error that has words is said to the reader, in one place for all commands.
    func perform(_ console: Console) throws
}

extension Verb {
    func run() throws {
        let console = Console(language: reader.language)
        do {
            try perform(console)
        } catch let error as any Worded {
            console.fail(error.wording)
            throw ExitCode.failure
        }
    }
}
