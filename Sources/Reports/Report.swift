package import Disclosure
package import Scoring
package import Surveys
import Workbooks

/// A report as a value: sheets of cells, charts and sentences. It prints as text, and painting it into Excel decides
/// nothing any more.
package struct Report: Sendable, Equatable {
    package var title: String
    /// What was surveyed, in the survey's own words.
    package var subject: String
    package var language: ReaderLanguage
    package var identity: ReportIdentity
    package var sheets: [ReportSheet]
    /// One person's own: nobody else is to read it.
    var isPersonal = false

    /// The book of a release.
    ///
    /// - Parameters:
    ///   - followUp: what became of last year's measures.
    ///   - comments: what may be told of the open answers, where somebody coded them.
    /// - Throws: `ReportError` when nothing may be shown at all.
    package init(
        of release: Release, as edition: ReportEdition = .committee, language: ReaderLanguage = .chinese,
        identity: ReportIdentity, followUp: FollowUp? = nil, comments: ReleasedComments? = nil
    ) throws(ReportError) {
        guard
            let context = ReportContext(
                release: release, edition: edition, language: language, identity: identity, followUp: followUp,
                comments: comments)
        else {
            throw .nothingToShow(k: release.k)
        }
        title = context.title
        subject = context.text(context.survey.title)
        self.language = language
        self.identity = identity
        let main = [keyPointsSheet(context), dimensionSheet(context), unitSheet(context)]
        let special = [
            gapSheet(context),
            trendSheet(context),
            context.edition == .office ? studyModelSheet(context) : nil,
            context.edition == .office ? mechanismSheet(context) : nil,
            ballotSheet(context),
            selfCheckSheet(context),
        ]
        let results =
            main.compactMap { $0 } + itemSheets(context) + special.compactMap { $0 } + unitPages(context)
        let hasCharts = results.contains { !$0.charts.isEmpty }
        let back = [
            measureSheet(context),
            commentSheet(context),
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

extension Report {
    /// A unit's own book: its page, the codes and the numbers of its chart, and nothing of any other unit.
    private init(of unit: UnitPage) {
        let context = unit.context
        title = context.say("\(context.title)：\(unit.name)", "\(context.title): \(unit.name)")
        subject = context.text(context.survey.title)
        language = context.language
        identity = context.identity
        let page = ownUnitSheet(unit, named: unitSheetName(unit, taken: []))
        sheets =
            [page, notesSheet(context, isWholeBook: false)] + (page.charts.isEmpty ? [] : [chartDataSheet(context)])
    }

    /// A book for every unit that is shown, in the order of the organisation: none holds another's numbers.
    ///
    /// - Returns: the unit's name beside its book; empty where units are not shown.
    package static func units(
        of release: Release, language: ReaderLanguage = .chinese, identity: ReportIdentity
    ) -> [(unit: String, report: Report)] {
        guard let context = ReportContext(release: release, edition: .committee, language: language, identity: identity)
        else { return [] }
        return UnitPage.all(context).map { ($0.name, Report(of: $0)) }
    }
}

extension Report {
    /// One person's own page, and the numbers of its chart.
    ///
    /// - Parameters:
    ///   - release: of the whole, of which nothing but the latest round's medians and quartiles is told.
    ///   - mark: the last characters of the code, by which the person knows the page; nil where there is none.
    /// - Throws: `ReportError` when nothing of the whole may be shown.
    package init(
        to person: PersonalAssessment, beside release: Release, mark: String? = nil,
        language: ReaderLanguage = .chinese, identity: ReportIdentity
    ) throws(ReportError) {
        guard
            let context = ReportContext(
                release: release, edition: .committee, language: language, identity: identity),
            let reference = ReferenceGroup(of: release)
        else { throw .nothingToShow(k: release.k) }
        title = context.say(
            "\(context.now.year)年度个人反馈：\(context.text(context.survey.title))",
            "Personal feedback, \(context.now.year): \(context.text(context.survey.title))")
        subject = context.text(context.survey.title)
        self.language = language
        self.identity = identity
        isPersonal = true
        let page = personalSheet(PersonalPage(context: context, own: person, reference: reference), mark: mark)
        sheets = [page] + (page.charts.isEmpty ? [] : [chartDataSheet(context).forOnePerson(context)])
    }
}

/// Each unit's own page, for the book that holds them all.
private func unitPages(_ context: ReportContext) -> [ReportSheet] {
    var names: [String] = []
    return UnitPage.all(context).map { unit in
        names.append(unitSheetName(unit, taken: names))
        return ownUnitSheet(unit, named: names[names.count - 1])
    }
}

private func unitSheetName(_ unit: UnitPage, taken: [String]) -> String {
    SheetName.made(unit.context.say("处室_", "Unit_"), unit.name, taken: taken)
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

    package static func nothingToShow(k: Int) -> ReportError {
        ReportError(
            Wording(
                "每一年的答卷都不足 \(k) 份，什么都不能显示，没有生成报告",
                "every year has fewer than \(k) responses; nothing may be shown and no report was made"))
    }
}
