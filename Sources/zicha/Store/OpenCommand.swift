import ArgumentParser
import Forms
import Storage
import Surveys

struct OpenCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "开一轮自查：存下问卷和名册，开始收答卷 | Open a round: keep its survey and roster, and take responses")

    @Argument(help: "年份 | Year of the round.")
    var year: Int

    @Option(name: .customLong("survey"), help: "问卷文件 | The survey.", completion: .file(extensions: ["zicha"]))
    var surveyPath: String

    @Option(
        name: .customLong("roster"),
        help: "名册 CSV：处室、人数，可加年份、并入、上级、承接 | The units with their headcounts.",
        completion: .file(extensions: ["csv"]))
    var rosterPath: String?

    @OptionGroup var store: StoreOptions
    @OptionGroup var reader: ReaderOptions

    func perform(_ console: Console) throws {
        let file = try SurveyFile(surveyPath, console)
        if let version = file.survey.year, version != year {
            throw Complaint(
                at: surveyPath,
                Wording(
                    "问卷的版本是 \(version)，不是 \(year)；请改成一致",
                    "the survey's version is \(version), not \(year); make them agree"))
        }
        let roster = try rosterPath.map { try RosterFile($0).roster(of: year) }
        if roster == nil, let unit = file.survey.variables.first(where: { $0.domain == .unit }) {
            throw Complaint(
                at: surveyPath,
                Wording(
                    "题目 \(unit.name) 问处室，要有名册才知道有哪些处室、各多少人；请用 --roster 写明名册",
                    "question \(unit.name) asks for the unit, and only a roster tells which there are and of how many people; name one with --roster"
                ))
        }
        let opened = try store.openedOrMade()
        if let roster, let rosterPath {
            let earlier = try opened.years().contains(year - 1) ? opened.round(year - 1).roster : nil
            try Complaint.naming(rosterPath) { () throws(FormError) in try roster.checkSuccession(after: earlier) }
        }
        try opened.open(year, survey: file.reading, roster: roster, on: store.today)
        let variables = file.survey.variables.count
        let people = roster.map { ($0.units.count, $0.headcount) }
        console.say(
            Wording(
                "已开 \(year) 年这一轮：\(variables) 个变量，\(people.map { "\($0) 个处室 \($1) 人" } ?? "没有名册")；库 \(store.path)",
                "round \(year) is open: \(variables) variables, \(people.map { "\($0) units of \($1) people" } ?? "no roster"); store \(store.path)"
            ))
    }
}
