import Surveys

/// The surveys of all years of a report: each year is read by its own file where there is one.
struct SurveySet {
    private let given: SurveyFile
    private var byYear: [Int: SurveyReading] = [:]

    init(_ path: String, _ console: Console) throws {
        given = try SurveyFile(path, console)
    }

    /// The year of responses that name none.
    func year() throws(Complaint) -> Int {
        guard let year = given.survey.year else {
            throw Complaint(
                at: given.path,
                Wording("问卷没有写版本，请写 --responses 年份=文件", "the survey states no version; write --responses YEAR=FILE"))
        }
        return year
    }

    /// The survey that asked the questions of a year.
    ///
    /// - Throws: when another year's file has errors or says that it is of yet another year.
    mutating func reading(of year: Int, _ console: Console) throws -> SurveyReading {
        if let known = byYear[year] { return known }
        let reading = try find(year, console)
        byYear[year] = reading
        return reading
    }

    private func find(_ year: Int, _ console: Console) throws -> SurveyReading {
        if given.survey.year == year { return given.reading }
        let path = given.sibling(year)
        guard Files.exists(path) else {
            if given.survey.year != nil {
                console.note(
                    "没有 \(year) 年的问卷文件 \(path)，\(year) 年也按 \(given.path) 读",
                    "there is no survey file \(path) for \(year); \(given.path) is used for that year too")
            }
            return given.reading
        }
        let sibling = try SurveyFile(path, console)
        guard sibling.survey.year == nil || sibling.survey.year == year else {
            throw Complaint(
                at: path,
                Wording(
                    "文件名是 \(year) 年，版本却写着 \(sibling.survey.year ?? year)，请改成一致",
                    "the file's name says \(year), its version \(sibling.survey.year ?? year); make them agree"))
        }
        return sibling.reading
    }

    /// The strictest of the floors: a year that promised its respondents more keeps its promise.
    var smallestGroup: Int? { byYear.values.compactMap(\.survey.smallestGroup).max() }
}
