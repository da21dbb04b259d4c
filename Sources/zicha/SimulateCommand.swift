import ArgumentParser
import Forms
import Scoring
import Surveys

struct SimulateCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "为一份问卷编造像样的答卷，用来试跑 | Invent plausible responses to a survey, to try things out",
        discussion: "同样的问卷、名册、年份和种子在任何机器上给出同样的答卷。| The same input gives the same responses on every machine.")

    @Option(name: .customLong("survey"), help: "问卷文件 | The survey.", completion: .file(extensions: ["zicha"]))
    var surveyPath: String

    @Option(
        name: .customLong("roster"), help: "名册 CSV：处室、人数，可加年份 | The units with their headcounts.",
        completion: .file(extensions: ["csv"]))
    var rosterPath: String

    @Option(help: "年份，不写则取问卷的版本 | Year; the survey's version by default.")
    var year: Int?

    @Option(help: "随机种子 | Seed.")
    var seed = Simulation.Settings().seed

    @Option(help: "平均应答率 0~1 | Mean response rate.")
    var responseRate = Simulation.Settings().responseRate

    @Option(help: "漏答的比例 0~1 | Share of items that are skipped.")
    var missing = Simulation.Settings().missing

    @Option(help: "全选同一格的人的比例 0~1 | Share of people who tick the same box throughout.")
    var careless = Simulation.Settings().careless

    @Option(help: "处室之间的差异，以个人差异为单位 | Spread of the units, in standard deviations of a person.")
    var unitSpread = Simulation.Settings().unitSpread

    @Option(help: "每年的变化，以个人差异为单位 | Change in a year, in standard deviations of a person.")
    var trend = Simulation.Settings().trend

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("CSV 文件，- 打印 | The CSV, or - for the screen.", valueName: "file"))
    var output: String

    @OptionGroup var overwrite: OverwriteOption
    @OptionGroup var reader: ReaderOptions

    func validate() throws {
        for (name, share) in [("response-rate", responseRate), ("missing", missing), ("careless", careless)] {
            guard (0...1).contains(share) else {
                throw ValidationError("--\(name) 要在 0 和 1 之间 | --\(name) lies between 0 and 1")
            }
        }
        for (name, size) in [("unit-spread", unitSpread), ("trend", trend)] {
            guard (-10...10).contains(size) else {
                throw ValidationError("--\(name) 要在 -10 和 10 之间 | --\(name) lies between -10 and 10")
            }
        }
    }

    func perform(_ console: Console) throws {
        let target = Output(text: output)
        // What stands there may be what people really answered.
        try overwrite.check(target, sparing: [surveyPath, rosterPath])
        let survey = try SurveyFile(surveyPath, console).survey
        let year = try self.year ?? version(of: survey)
        let simulation = Simulation(
            survey: survey, roster: try RosterFile(rosterPath).roster(of: year), year: year, settings: settings)
        try target.write(CSVTable(simulation.responses(), survey: survey).text, console)
    }

    private func version(of survey: Survey) throws(Complaint) -> Int {
        guard let year = survey.year else {
            throw Complaint(
                at: surveyPath, Wording("问卷没有写版本，请用 --year 写年份", "the survey states no version; give a --year"))
        }
        return year
    }

    private var settings: Simulation.Settings {
        var settings = Simulation.Settings()
        settings.seed = seed
        settings.responseRate = responseRate
        settings.missing = missing
        settings.careless = careless
        settings.unitSpread = unitSpread
        settings.trend = trend
        return settings
    }
}
