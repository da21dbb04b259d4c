import Glibc
import Surveys

/// The reader at the terminal: results go to standard output, everything said about them to standard error.
struct Console {
    var language: ReaderLanguage

    /// A remark of one line; the work goes on.
    func note(_ chinese: String, _ english: String) {
        say(Wording("提示：\(chinese)", "note: \(english)"))
    }

    /// Why the work ends.
    func fail(_ wording: Wording) {
        say(Wording("错误：\(wording.chinese)", "error: \(wording.english)"))
    }

    /// Where the result lies, and how to tell later that it is still the same.
    func written(_ path: String, sha256: String) {
        say(Wording("已写成 \(path)，SHA-256 \(sha256)", "written: \(path), SHA-256 \(sha256)"))
    }

    /// One line, whatever the names in it hold.
    func say(_ wording: Wording) {
        say(TerminalText.line(wording.text(in: language)))
    }

    /// A line, or a ready text of several, on standard error.
    func say(_ text: String) {
        // If standard error fails, there is no other place for the message.
        try? Files.write(Array("\(TerminalText.lines(text))\n".utf8), to: STDERR_FILENO, named: "stderr")
    }

    /// Asks the person at the terminal; anything but a yes is a no.
    ///
    /// - Returns: nil where nobody can be asked, because standard input or standard error is no terminal.
    func confirm(_ question: Wording) -> Bool? {
        guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { return nil }
        try? Files.write(
            Array("\(TerminalText.line(question.text(in: language))) [y/N] ".utf8), to: STDERR_FILENO, named: "stderr")
        let answer = readLine()?.split(whereSeparator: \.isWhitespace).first?.lowercased() ?? ""
        return ["y", "yes", "是"].contains(answer)
    }

    /// A listing for the reader, on standard output.
    func put(_ text: String) throws(Complaint) {
        try put(document: TerminalText.lines(text))
    }

    /// A document that other programs may read, on standard output: byte for byte, unless it goes to a terminal.
    func put(document text: String) throws(Complaint) {
        let shown = isatty(STDOUT_FILENO) == 1 ? TerminalText.lines(text) : text
        try Files.write(Array(shown.utf8), to: STDOUT_FILENO, named: "stdout")
    }
}
