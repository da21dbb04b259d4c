import ArgumentParser
import Surveys

/// Which survey of last year a survey is compared with, and the comparison itself.
struct PreviousOptions: ParsableArguments {
    @Option(
        name: .customLong("previous"),
        help: ArgumentHelp(
            "和这份上一版问卷比较；不写就找“上一版”的文件 | Last year's survey; by default the file that `previous` names.",
            valueName: "file"))
    var named: String?

    @Flag(name: .customLong("no-previous"), help: "不和上一版比较 | Do not compare with last year's survey.")
    var isOff = false

    func validate() throws {
        guard !(isOff && named != nil) else {
            throw ValidationError("--previous 和 --no-previous 只写一个 | choose --previous or --no-previous")
        }
    }

    /// The reading with the remarks that last year's survey adds.
    ///
    /// - Throws: when a file that was named cannot be read. One that is only looked for may be missing.
    func compare(_ reading: SurveyReading, at path: String) throws(Complaint) -> SurveyReading {
        guard !isOff else { return reading }
        let previous: SurveyReading
        let file: String
        if let named {
            file = named
            previous = try SurveyFile.read(named, warnsToo: false)
        } else {
            guard let year = reading.survey.previousYear else { return reading }
            file = SurveyFile.sibling(of: path, year)
            guard let found = try? SurveyFile.read(file, warnsToo: false) else {
                return Files.exists(file)
                    ? reading.unusablePrevious(file) : reading.missingPrevious(lookedFor: Files.parts(of: file).name)
            }
            previous = found
        }
        guard !previous.hasErrors else { return reading.unusablePrevious(file) }
        return reading.compared(with: previous.survey, earlier: Self.earlier(than: previous.survey, at: file))
    }

    /// The editions before an edition, the latest first, as far as each names the one before it and its file is there.
    private static func earlier(than survey: Survey, at path: String) -> [Survey] {
        var editions: [Survey] = []
        var seen: Set<String> = [path]
        var (survey, path) = (survey, path)
        while let year = survey.previousYear {
            path = SurveyFile.sibling(of: path, year)
            guard seen.insert(path).inserted, let reading = try? SurveyFile.read(path, warnsToo: false),
                !reading.hasErrors
            else {
                break
            }
            survey = reading.survey
            editions.append(survey)
        }
        return editions
    }
}
