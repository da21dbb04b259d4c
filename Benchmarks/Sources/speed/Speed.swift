import Glibc
import Surveys

/// Times one kind of work inside the process.
///
///     speed text SHAPE ITEMS                     the questionnaire itself, on standard output
///     speed check|format|years SHAPE ITEMS RUNS  nanoseconds of each run, then the peak memory in KiB
///     speed check|format FILE - RUNS             the same for a file
@main
struct Speed {
    static func main() {
        let words = CommandLine.arguments.dropFirst()
        guard words.count >= 3 else { stop("speed text|check|format|years SHAPE|FILE ITEMS|- [RUNS]") }
        let (work, subject, size) = (words[1], words[2], words[3])
        let text = text(of: subject, size)
        if work == "text" { return print(text, terminator: "") }
        guard let runs = words.dropFirst(3).first.flatMap({ Int($0) }), runs > 0 else { stop("RUNS: 1, 2, …") }
        let reading = Survey.read(text)
        guard !reading.hasErrors else { stop("the questionnaire has errors: \(reading.diagnostics[0])") }
        let clock = ContinuousClock()
        // The first runs fill caches and are not counted.
        for run in -3..<runs {
            var result = 0
            let time = clock.measure {
                switch work {
                case "check": result = Survey.read(text).survey.sections.count
                case "format": result = reading.formatted()?.utf8.count ?? 0
                case "years": result = reading.compared(with: reading.survey).survey.sections.count
                default: stop("unknown work: \(work)")
                }
            }
            guard result > 0 else { stop("nothing was done") }
            let parts = time.components
            if run >= 0 { print(parts.seconds * 1_000_000_000 + parts.attoseconds / 1_000_000_000) }
        }
        print("peak", peakMemory)
    }

    private static func text(of subject: String, _ size: String) -> String {
        if let shape = Questionnaire(rawValue: subject), let items = Int(size), items > 0 {
            return shape.text(items: items)
        }
        guard let file = unsafe fopen(subject, "r") else { stop("cannot be read: \(subject)") }
        defer { unsafe fclose(file) }
        var text = ""
        while let line = unsafe readLine(from: file) { text += line }
        return text
    }

    private static func readLine(from file: UnsafeMutablePointer<FILE>) -> String? {
        var line: UnsafeMutablePointer<CChar>?
        var room = 0
        defer { unsafe free(line) }
        guard unsafe getline(&line, &room, file) >= 0, let line = unsafe line else { return nil }
        return unsafe String(cString: line)
    }

    /// KiB.
    private static var peakMemory: Int {
        var usage = rusage()
        unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss
    }

    private static func stop(_ message: String) -> Never {
        print("speed:", message)
        exit(64)
    }
}
