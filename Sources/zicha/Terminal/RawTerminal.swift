import Forms
import Glibc
import Surveys

/// A terminal that gives every key as it is pressed and is put back as it was, whatever ends the work.
///
/// Signals that end a program are held back and asked for between two keys, so that no handler runs in the middle of
/// anything; only a kill that no program survives leaves the terminal as it stands.
struct RawTerminal: ~Copyable {
    private let saved: termios
    private let heldBefore: sigset_t
    private var decoder = KeyDecoder()
    private let usesColor: Bool
    private var painted: [TerminalForm.Line] = []

    enum Event: Equatable {
        case keys([Key])
        case resized
        /// The number of the signal that asks the program to end; the terminal itself may be gone.
        case ended(Int32)
    }

    /// - Throws: where standard input is no terminal.
    init(usesColor: Bool) throws(Complaint) {
        var before = termios()
        guard unsafe tcgetattr(STDIN_FILENO, &before) == 0 else {
            throw Complaint("标准输入不是终端；请加 --plain", "standard input is no terminal; add --plain")
        }
        saved = before
        self.usesColor = usesColor
        var held = sigset_t()
        unsafe sigemptyset(&held)
        for signal in Self.signals { unsafe sigaddset(&held, signal) }
        var heldBefore = sigset_t()
        unsafe pthread_sigmask(SIG_BLOCK, &held, &heldBefore)
        self.heldBefore = heldBefore
        var raw = before
        unsafe cfmakeraw(&raw)
        unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &raw)
        // The other screen, a hidden cursor, no breaking of lines that come out wider than reckoned, and the clipboard
        // told from the keys.
        Self.put("\u{1B}[?1049h\u{1B}[?25l\u{1B}[?7l\u{1B}[?2004h")
    }

    deinit {
        Self.put("\u{1B}[?2004l\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l")
        var before = saved
        unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
        var mask = heldBefore
        unsafe pthread_sigmask(SIG_SETMASK, &mask, nil)
    }

    private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGWINCH]

    /// Waits for keys, another size, or the end.
    mutating func wait() -> Event {
        while true {
            if let event = signal() { return event }
            var ready = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
            // What an Escape begins comes at once or not at all.
            let count = unsafe poll(&ready, 1, decoder.isWaiting ? 50 : 100)
            if count == 0, decoder.isWaiting {
                let keys = decoder.flush()
                if !keys.isEmpty { return .keys(keys) }
            }
            guard count > 0 else { continue }
            var bytes = [UInt8](repeating: 0, count: 4096)
            let got = unsafe bytes.withUnsafeMutableBytes { unsafe read(STDIN_FILENO, $0.baseAddress, $0.count) }
            if got < 0, errno == EINTR || errno == EAGAIN { continue }
            // Nothing to read where something was announced: the line was hung up.
            guard got > 0 else { return .ended(SIGHUP) }
            let keys = decoder.keys(in: Array(bytes[..<got]))
            if !keys.isEmpty { return .keys(keys) }
        }
    }

    /// The next of the signals that wait.
    private func signal() -> Event? {
        var held = sigset_t()
        unsafe sigemptyset(&held)
        for signal in Self.signals { unsafe sigaddset(&held, signal) }
        var atOnce = timespec(tv_sec: 0, tv_nsec: 0)
        let number = unsafe sigtimedwait(&held, nil, &atOnce)
        switch number {
        case SIGWINCH: return .resized
        // Stopped from the keyboard, a program would leave the terminal raw to the shell.
        case SIGTSTP: return nil
        default: return number > 0 ? .ended(number) : nil
        }
    }

    var size: (width: Int, height: Int) {
        var window = winsize()
        let isKnown = unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0
        return isKnown && window.ws_col > 0 && window.ws_row > 0 ? (Int(window.ws_col), Int(window.ws_row)) : (80, 24)
    }

    /// Paints the lines that differ from those that stand there.
    mutating func show(_ lines: [TerminalForm.Line], afresh: Bool) {
        var out = afresh ? "\u{1B}[2J" : ""
        if afresh { painted = [] }
        for (row, line) in lines.enumerated() where !painted.indices.contains(row) || painted[row] != line {
            out += "\u{1B}[\(row + 1);1H\(styled(line))\u{1B}[K"
        }
        painted = lines
        Self.put(out)
    }

    private func styled(_ line: TerminalForm.Line) -> String {
        let code: String? =
            switch line.style {
            case .plain: nil
            case .strong: "1"
            case .faint: usesColor ? "2" : nil
            case .cursor: usesColor ? "36" : nil
            }
        return code.map { "\u{1B}[\($0)m\(line.text)\u{1B}[0m" } ?? line.text
    }

    private static func put(_ text: String) {
        // A terminal that is gone takes nothing; the next wait tells.
        try? Files.write(Array(text.utf8), to: STDOUT_FILENO, named: "terminal")
    }
}
