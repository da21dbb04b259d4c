import Surveys
import TestSupport
import Testing
import Workbooks

@testable import Reports

@Suite("The revision of a questionnaire")
struct RevisionTests {
    private static let before = """
        A. 请作答 | Answer [量表题 五级]
        - A1 = 甲 | One
        - A2 = 乙 | Two
        - A3 = 丙 | Three

        GW. 岗位 | Post [单选]
        - 1 = 管理 | Admin
        - 2 = 技术 | Technical

        维度：学风 | Style
        取题：A
        """

    private func revision(_ after: String) throws -> Revision {
        try Revision(from: Survey.sample(Self.before, year: 2025), to: Survey.sample(after, year: 2026))
    }

    @Test("of a survey that did not change has nothing to decide")
    func nothing() throws {
        let same = try revision(Self.before)
        #expect(same.isEmpty && same.decisions.isEmpty)
        #expect(same.trends.map(\.verdict) == [.unchanged])
        #expect(same.text(language: .english).contains("the two surveys do not differ"))
    }

    @Test("leaves open what its author has not said, and what a committee answers for")
    func decisions() throws {
        let open = try revision(
            Self.before.replacing("甲 | One", with: "子 | First").replacing("- 2 = 技术", with: "- 3 = 技术"))
        #expect(
            open.decisions.map(\.text.chinese) == [
                "A1 的文字改了，没有说明还能不能和往年比较", "GW 的选项 3 的答案或分值改了（新选项），不能和往年比较",
                "GW 的选项 2 的答案或分值改了（去掉的选项），不能和往年比较",
            ])
        #expect(open.part(.questions)?.entries.map(\.isOpen) == [true])
        let said = try revision(Self.before.replacing("甲 | One", with: "子 | First [改述不可比]"))
        #expect(said.decisions.map(\.text.chinese) == ["“学风”只能用共同的 2 题比较，今年共 3 题（A1 改述不可比）"])
        #expect(said.part(.questions)?.entries.map(\.isOpen) == [false])
        let comparable = try revision(Self.before.replacing("甲 | One", with: "子 | One [改述可比]"))
        #expect(comparable.decisions.isEmpty)
        #expect(comparable.part(.questions)?.entries.map(\.what.chinese) == ["改述可比"])
    }

    @Test("has a sheet for what to decide, the trends, and each kind of change", arguments: ReaderLanguage.allCases)
    func sheets(language: ReaderLanguage) throws {
        let revision = try revision(
            Self.before.replacing("甲 | One", with: "子 | First").replacing("取题：A", with: "取题：A1、A2\n缺答：至多 0 题"))
        let identity = ReportIdentity(
            organisation: "某局", number: "1", audience: "", created: try #require(Day(year: 2026, month: 1, day: 2)),
            program: "zicha")
        let report = Report(of: revision, language: language, identity: identity)
        let names =
            language == .chinese
            ? ["修订说明", "维度趋势", "题目", "维度和计分", "其他文字和先后"]
            : ["Revision", "Trends", "Questions", "Dimensions and scoring", "Other texts and order"]
        #expect(report.sheets.map(\.name) == names)
        // Long tables keep their heads in sight and on paper, and every link leads to a sheet.
        for sheet in report.sheets.dropFirst() {
            #expect(sheet.frozen?.row == 5)
            #expect(sheet.print.repeatedRows == 1...4)
        }
        let links = report.sheets[0].cells.compactMap { placed in
            if case .link(let name) = placed.content { name } else { nil }
        }
        #expect(Set(links) == Set(names.dropFirst()))
        // Every entry of the text stands in the workbook.
        let cells = Set(
            report.sheets.flatMap(\.cells).compactMap { placed in
                if case .text(let text) = placed.content { text } else { nil }
            })
        for entry in revision.parts.flatMap(\.entries) {
            for wording in [entry.subject, entry.what, entry.before, entry.after].compactMap({ $0 }) {
                #expect(cells.contains(wording.text(in: language)))
            }
        }
    }
}
