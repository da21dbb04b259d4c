package import Disclosure
package import Surveys

/// A report as a value: sheets of cells, charts and sentences. It prints as text, and painting it into Excel decides
/// nothing any more.
package struct Report: Sendable, Equatable {
    package var title: String
    /// What was surveyed, in the survey's own words.
    package var subject: String
    package var language: ReaderLanguage
    package var identity: ReportIdentity
    package var sheets: [ReportSheet]

    /// The book of a release.
    ///
    /// - Throws: `ReportError` when nothing may be shown at all.
    package init(
        of release: Release, as edition: ReportEdition = .committee, language: ReaderLanguage = .chinese,
        identity: ReportIdentity
    ) throws(ReportError) {
        guard let context = ReportContext(release: release, edition: edition, language: language, identity: identity)
        else {
            throw ReportError(
                Wording(
                    "每一年的答卷都不足 \(release.k) 份，什么都不能显示，没有生成报告",
                    "every year has fewer than \(release.k) responses; nothing may be shown and no report was made"))
        }
        title = context.title
        subject = context.survey.title.main
        self.language = language
        self.identity = identity
        let main = [keyPointsSheet(context), dimensionSheet(context), unitSheet(context)]
        let special = [
            gapSheet(context), trendSheet(context), studyModelSheet(context), mechanismSheet(context),
            ballotSheet(context), selfCheckSheet(context),
        ]
        let results = main.compactMap { $0 } + itemSheets(context) + special.compactMap { $0 }
        let hasCharts = results.contains { !$0.charts.isEmpty }
        let back = [
            qualitySheet(context),
            methodSheet(context),
            notesSheet(context),
            dimensionDataSheet(context),
            unitDataSheet(context),
            itemDataSheet(context),
            hasCharts ? chartDataSheet(context) : nil,
        ].compactMap { $0 }
        sheets =
            [coverSheet(context, leadingTo: results.map(\.name)), contentsSheet(context, of: results + back)] + results
            + back
    }
}

/// Who reports to whom, and when: everything that no response says.
package struct ReportIdentity: Sendable, Equatable {
    /// 编制单位
    package var organisation: String
    /// 报告编号
    package var number: String
    /// 送审对象
    package var audience: String
    package var created: Day
    /// Name and version of the program.
    package var program: String

    package init(organisation: String, number: String, audience: String, created: Day, program: String) {
        self.organisation = organisation
        self.number = number
        self.audience = audience
        self.created = created
        self.program = program
    }
}

/// Why there is no report.
package struct ReportError: Error, Sendable, Equatable {
    package var wording: Wording

    package init(_ wording: Wording) {
        self.wording = wording
    }
}
