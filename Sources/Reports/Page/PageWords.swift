import Surveys

/// The page's own words, in the report's language.
struct PageWords {
    var language: ReaderLanguage

    var contents: String { Wording("目录", "Contents").text(in: language) }
    var numbers: String { Wording("图中的数字", "The numbers in the chart").text(in: language) }
    var item: String { Wording("项目", "Item").text(in: language) }
    var lower: String { Wording("区间下限", "Interval from").text(in: language) }
    var upper: String { Wording("区间上限", "Interval to").text(in: language) }
    var period: String { Wording("年度", "Period").text(in: language) }
    var value: String { Wording("数值", "Value").text(in: language) }

    /// Where the page comes from, at its end.
    func origin(_ identity: ReportIdentity) -> String {
        [
            identity.organisation,
            Wording("报告编号 \(identity.number)", "Report \(identity.number)").text(in: language),
            identity.created.description, identity.program,
        ].filter { !$0.isEmpty }.joined(separator: " · ")
    }
}
