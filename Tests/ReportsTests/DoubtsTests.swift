import Disclosure
import Surveys
import Testing
import Workbooks

@testable import Reports

/// The page for the meeting begins with what makes its numbers doubtful.
@Suite("Doubts about the numbers")
struct DoubtsTests {
    private static let items = (1...20).map { "- XF\($0) = 说法\($0)" }.joined(separator: "\n")
    private static let survey = """
        # 年度自查
        版本：2026
        语言：zh

        量表：五级
        - 1 = 很不同意
        - 2 = 不同意
        - 3 = 一般
        - 4 = 同意
        - 5 = 很同意

        XF. 请作答 [量表题 五级]
        \(items)

        维度：学风
        取题：XF
        换算：折百
        """

    /// A round in which so many people give one answer to everything; the others answer with care.
    private func release(straightLining count: Int) throws -> Release {
        try sampleRelease(Self.survey, years: [2026], headcounts: [60, 60], hasRoster: false) { responses, survey, _ in
            let columns = survey.variables.indices.filter { survey.variables[$0].name.hasPrefix("XF") }
            for index in responses.indices {
                for column in columns {
                    responses[index].answers[column] = .level(index < count ? 4 : 1 + (column * 7 + index * 3) % 5)
                }
            }
        }
    }

    private func page(_ release: Release, _ language: ReaderLanguage = .chinese) throws -> ReportSheet {
        let report = try Report(of: release, language: language, identity: sampleIdentity)
        return try #require(report.sheet(SheetKind.keyPoints.name.text(in: language)))
    }

    @Test(
        "stand above all numbers when half of the people gave one answer to everything",
        arguments: ReaderLanguage.allCases)
    func straightLining(language: ReaderLanguage) throws {
        let sheet = try page(release(straightLining: 60), language)
        let doubt = try #require(sheet.merges.first { $0.range.first == "A4" })
        let told =
            switch language {
            case .chinese: ["以下数字要慎用", "的答卷连续50%以上的题选同一个答案", "见“数据质量”"]
            case .english:
                ["numbers below are in doubt", "give one answer over 50% or more of the items", "\"Data quality\""]
            }
        for words in told { #expect(doubt.text.contains(words), "\(doubt.text)") }
        // Above every tile, and high enough for its lines.
        #expect(sheet.merges.allSatisfy { $0.range.first.row >= 4 })
        #expect(try #require(sheet.heights[4]) >= 20)
    }

    @Test("are left out where nothing is in doubt, and where few show the sign", arguments: [0, 5, 12])
    func none(count: Int) throws {
        let sheet = try page(release(straightLining: count))
        #expect(!sheet.merges.contains { $0.range.first == "A4" })
        #expect(!sheet.text.contains("慎用"))
    }

    @Test("name a low response rate")
    func responseRate() throws {
        let low = try sampleRelease(years: [2026], headcounts: [30, 25, 20, 6]) { responses, _, _ in
            responses.removeLast(responses.count / 2)
        }
        let doubt = try #require(try page(low).merges.first { $0.range.first == "A4" })
        #expect(doubt.text.contains("回收率只有"), "\(doubt.text)")
    }
}
