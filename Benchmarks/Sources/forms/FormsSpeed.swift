import Digests
import Forms
import Glibc
import Surveys

/// How fast forms are written, and read back with every check.
///
///     forms write SURVEY FOLDER COUNT   writes forms of a survey into a folder that exists
///     forms read SURVEY FOLDER CORES    reads every form in a folder
///
/// Built by `ZICHA_BENCH=1 swift build -c release --product forms`. `scripts/form-check --fill` fills forms in.
@main enum FormsSpeed {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 5 else {
            return print("usage: forms write SURVEY FOLDER COUNT | forms read SURVEY FOLDER CORES")
        }
        let bytes = try contents(of: arguments[2])
        let survey = try Survey.read(bytes: bytes, warnsToo: false).survey
        let hash = SHA256.hexadecimal(of: bytes)
        switch arguments[1] {
        case "write": try write(survey, hash, arguments[3], Int(arguments[4]) ?? 1)
        default: try read(survey, hash, arguments[3], Int(arguments[4]) ?? 2)
        }
    }

    private static func write(_ survey: Survey, _ hash: String, _ folder: String, _ count: Int) throws {
        let form = WorkbookForm(survey: survey, surveyHash: hash, year: survey.year ?? 2026, roster: nil, language: nil)
        guard let day = Day(year: 2026, month: 10, day: 20) else { return }
        let seconds = try elapsed {
            for serial in 1...count {
                try form.write(
                    to: "\(folder)/\(form.fileName(serial: serial))", code: "K7QF-3M2X", serial: serial, madeOn: day)
            }
        }
        print(
            "write: \(count) forms of \(survey.variables.count) variables: \(seconds) s, \(seconds / Double(count) * 1000) ms a form"
        )
    }

    private static func read(_ survey: Survey, _ hash: String, _ folder: String, _ cores: Int) throws {
        let reader = FormReader(survey: survey, surveyHash: hash, roster: nil)
        var batch: FormBatch?
        let seconds = try elapsed {
            batch = FormBatch.read(try FormFolder.files(in: folder), with: reader, cores: cores)
        }
        let readings = batch?.readings ?? []
        let taken = readings.count { $0.response != nil }
        print(
            "read: \(readings.count) forms, taken: \(taken), cores: \(cores): \(seconds) s, \(seconds / Double(max(1, readings.count)) * 1000) ms a form"
        )
    }

    private static func elapsed(_ work: () throws -> Void) rethrows -> Double {
        var (start, end) = (timespec(), timespec())
        unsafe clock_gettime(CLOCK_MONOTONIC, &start)
        try work()
        unsafe clock_gettime(CLOCK_MONOTONIC, &end)
        return Double(end.tv_sec - start.tv_sec) + Double(end.tv_nsec - start.tv_nsec) / 1e9
    }

    private static func contents(of path: String) throws -> [UInt8] {
        guard let file = unsafe fopen(path, "rb") else { throw Unreadable() }
        defer { unsafe fclose(file) }
        var bytes: [UInt8] = []
        while true {
            let byte = unsafe getc(file)
            if byte == EOF { return bytes }
            bytes.append(UInt8(truncatingIfNeeded: byte))
        }
    }

    struct Unreadable: Error {}
}
