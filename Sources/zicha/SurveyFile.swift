import ArgumentParser
import Surveys

/// A survey and the file that it was read from.
struct SurveyFile {
    var path: String
    var reading: SurveyReading
    var survey: Survey { reading.survey }

    /// Reads a survey for work: with errors in it there is none, and all of them are said.
    init(_ path: String, _ console: Console) throws {
        try self.init(path, bytes: Files.bytes(of: path, atMost: Self.longest), console)
    }

    init(_ path: String, bytes: [UInt8], _ console: Console) throws {
        let reading = try Self.read(path, bytes: bytes)
        guard !reading.hasErrors else {
            console.say(Self.rendered(reading, path: path, language: console.language))
            throw Complaint(at: path, Wording("问卷有错误，请改好再来", "the survey has errors; correct them and run again"))
        }
        self.path = path
        self.reading = reading
    }

    /// Reads whatever a file says, with all remarks.
    ///
    /// - Parameter warnsToo: false for a survey that is only used and not revised.
    /// - Throws: for a file that is no survey at all.
    static func read(_ path: String, warnsToo: Bool = true) throws(Complaint) -> SurveyReading {
        try read(path, bytes: Files.bytes(of: path, atMost: Self.longest), warnsToo: warnsToo)
    }

    private static func read(_ path: String, bytes: [UInt8], warnsToo: Bool = true) throws(Complaint) -> SurveyReading {
        let reading: SurveyReading
        do {
            reading = try Survey.read(bytes: bytes, warnsToo: warnsToo)
        } catch {
            switch error {
            case .unreadable(let wording): throw Complaint(at: path, wording)
            case .hasErrors(let found): reading = found
            }
        }
        // A file of answers, given by mistake, must not be quoted line by line as a survey that is not understood.
        guard path.hasSuffix(".zicha") || !reading.survey.questions.isEmpty else {
            throw Complaint(
                at: path,
                Wording(
                    "里面没有题目，看来不是问卷；问卷文件以 .zicha 结尾",
                    "no question in it, so it seems to be no survey; a survey's name ends in .zicha"))
        }
        return reading
    }

    /// The gravest remarks, in the order of the text, and no more of them than a person can take in.
    static func shown(_ reading: SurveyReading) -> [Diagnostic] {
        reading.diagnostics.enumerated()
            .sorted { ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset) }
            .prefix(mostShown).sorted { $0.offset < $1.offset }.map(\.element)
    }

    /// The remarks that are shown with their frames, and how many more there are.
    static func rendered(_ reading: SurveyReading, path: String, language: ReaderLanguage) -> String {
        var shown = shown(reading).map { $0.rendered(in: reading.source, file: path, language: language) }
        let more = reading.diagnostics.count - shown.count
        if more > 0 {
            let rest = Wording("…… 还有 \(more) 条没有列出，改好上面的再查一次", "… and \(more) more; correct these and check again")
            shown.append(rest.text(in: language) + "\n")
        }
        return shown.joined(separator: "\n")
    }

    /// Bytes: far more than the longest survey, and few enough to read at once on an office machine.
    static let longest = 64 << 20

    /// What a person can take in before going back to the file.
    static let mostShown = 20

    /// The file of another year beside this one: `learning-organ-2026.zicha` → `learning-organ-2024.zicha`.
    func sibling(_ year: Int) -> String { Self.sibling(of: path, year) }

    static func sibling(of path: String, _ year: Int) -> String {
        let (folder, name) = Files.parts(of: path)
        var stem = name.hasSuffix(".zicha") ? String(name.dropLast(6)) : name
        let tail = stem.suffix(5)
        if tail.first == "-", tail.dropFirst().allSatisfy(\.isNumber), tail.count == 5 { stem.removeLast(5) }
        let sibling = "\(stem)-\(year).zicha"
        return path.contains("/") ? (folder == "/" ? "/\(sibling)" : "\(folder)/\(sibling)") : sibling
    }
}
