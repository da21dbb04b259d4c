import Disclosure
import Scoring
import Surveys
import Testing

@testable import Reports

@Suite("An English report")
struct EnglishTests {
    private func report() throws -> Report {
        try Report(
            of: sampleRelease(headcounts: [30, 25, 20, 24]), as: .office, language: .english, identity: sampleIdentity)
    }

    /// The sample survey is not translated: its own words, the units and who reports stay as they are.
    @Test("has no Chinese but what the survey, the roster and the identity say")
    func words() throws {
        let release = try sampleRelease(headcounts: [30, 25, 20, 24])
        let survey = try #require(release.rounds.last).plan.survey
        var kept = survey.dimensions.map(\.name.main) + survey.variables.map(\.text.main)
        kept += survey.dimensions.flatMap(\.bands).map(\.text.main) + survey.sections.map(\.title.main.withoutOrdinal)
        kept += ["办公室", "法规处", "财务处", "督查室", survey.title.main, sampleIdentity.organisation, sampleIdentity.audience]
        kept += ["公文写作", "政策理解", "数据分析", "（起草与审核）"]
        kept += ["很不同意", "不同意", "一般", "很同意", "同意"]
        let words = kept.filter { !$0.isEmpty }.sorted { ($0.count, $0) > ($1.count, $1) }
        for line in try report().text.split(separator: "\n") {
            var rest = String(line)
            for word in words { rest = rest.split(separator: word).joined(separator: " ") }
            let hasHan = rest.unicodeScalars.contains { $0.properties.isIdeographic }
            #expect(!hasHan, "\(line)")
        }
    }

    @Test("has the sheets of the Chinese one, and links to no other")
    func sheets() throws {
        let release = try sampleRelease(headcounts: [30, 25, 20, 24])
        let chinese = try Report(of: release, as: .office, identity: sampleIdentity)
        let english = try report()
        #expect(english.sheets.count == chinese.sheets.count)
        let names = Set(english.sheets.map(\.name))
        for cell in english.sheets.flatMap(\.cells) {
            if case .link(let sheet) = cell.content { #expect(names.contains(sheet)) }
        }
    }

    @Test("states on the method sheet the rule of every conclusion", arguments: [ReaderLanguage.chinese, .english])
    func rules(language: ReaderLanguage) throws {
        let release = try sampleRelease(headcounts: [30, 25, 20, 24])
        let context = try #require(
            ReportContext(release: release, edition: .committee, language: language, identity: sampleIdentity))
        let stated = methodSheet(context).cells.map(\.content)
        let conclusions = Conclusions(context).sentences
        #expect(!conclusions.isEmpty)
        for conclusion in conclusions {
            let rule = conclusion.rule
            #expect(stated.contains(.text(context.say("结论规则\(conclusion.mark)", "Conclusion rule \(conclusion.mark)"))))
            let wording = context.say(rule.wording(k: release.k))
            // Quotes are straight in an English sheet.
            let printed = language == .english ? straight(wording) : wording
            #expect(stated.contains(.text(printed)))
        }
    }
}
