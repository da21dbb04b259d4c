import Disclosure
import Forms
import Scoring
import Surveys

/// The responses of one round with what they are known by.
struct RoundResponses {
    var survey: Survey
    /// The fingerprint of the survey's text.
    var surveyHash: String
    /// The fingerprint of the responses, as the report prints it.
    var responsesHash: String
    var responses: [Response]

    /// What was written to the open questions, in an order that the seed gives.
    func openAnswers(year: Int, seed: UInt64, questions: [String]) throws(FormError) -> OpenAnswers {
        try OpenAnswers(
            of: responses, to: survey,
            identity: CodingIdentity(
                year: year, surveyHash: surveyHash, responsesHash: responsesHash, seed: seed),
            codes: questions)
    }
}

/// A coding workbook that came back, on its way into a report.
struct CodedCommentsFile {
    private let reader: CodingReader

    init(_ path: String) throws {
        guard Files.exists(path) else {
            throw Complaint(at: path, Wording("找不到这个文件，请核对路径", "there is no such file; check the path"))
        }
        reader = try CodingReader(contentsOf: path)
    }

    /// What may be told of it in a report of these rounds, which is about the latest of them.
    func released(by release: Release, of inputs: any RoundSource, _ console: Console) throws -> ReleasedComments? {
        guard let year = inputs.history.latest?.year else { return nil }
        let round = try inputs.responses(of: year)
        try reader.check(year: year, surveyHash: round.surveyHash, responsesHash: round.responsesHash)
        let answers = try round.openAnswers(
            year: year, seed: reader.identity.seed, questions: reader.questions)
        let coded = try reader.coded(answers, k: release.k)
        if coded.uncoded > 0 {
            console.note(
                "有 \(coded.uncoded) 条意见没有选主题，不进入“开放意见”",
                "comments without a theme, which the sheet leaves out: \(coded.uncoded)")
        }
        return release.comments(
            coded.themes.map {
                CommentTheme(name: $0.name, area: $0.area, summary: $0.summary, responses: $0.responses)
            }, writers: coded.responses, of: year)
    }
}
