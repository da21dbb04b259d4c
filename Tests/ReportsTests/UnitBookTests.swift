import Disclosure
import Scoring
import Surveys
import Testing
import Workbooks

@testable import Reports

@Suite("A unit's own book")
struct UnitBookTests {
    @Test("holds its page, the codes and the numbers of its chart, and no other unit's name")
    func contents() throws {
        let release = try sampleRelease(headcounts: [30, 25, 20, 24])
        let books = Report.units(of: release, identity: sampleIdentity)
        #expect(books.map(\.unit) == ["办公室", "法规处", "财务处", "督查室"])
        for (unit, report) in books {
            #expect(report.sheets.map(\.name) == ["处室_\(unit)", "注释与代码", "数据_图表"])
            for sheet in ["方法说明", "处室对比", "维度得分"] { #expect(!report.text.contains("“\(sheet)”")) }
            for other in books.map(\.unit) where other != unit { #expect(!report.text.contains(other)) }
        }
    }

    @Test("stands in the whole book too, unit after unit in the order of the organisation")
    func pages() throws {
        let release = try sampleRelease(headcounts: [30, 25, 20, 24])
        let names = try sampleReport(release).sheets.map(\.name)
        #expect(names.filter { $0.hasPrefix("处室_") } == ["处室_办公室", "处室_法规处", "处室_财务处", "处室_督查室"])
    }

    @Test("is made for no unit where the units are not shown", arguments: [[40, 3, 3, 3], [5, 5, 5, 5]])
    func hidden(headcounts: [Int]) throws {
        let release = try sampleRelease(headcounts: headcounts)
        #expect(release.hidesUnits)
        #expect(Report.units(of: release, identity: sampleIdentity).isEmpty)
        #expect(release.unitDetails.isEmpty)
    }

    @Test(
        "tells of no item of a dimension of which fewer than k people of any unit answered one",
        arguments: [1, 9, 10, 11])
    func thinItem(answers: Int) throws {
        let release = try sampleRelease(headcounts: [30, 30, 30, 30], k: 10) { responses, survey, year in
            guard let unit = survey.variables.firstIndex(where: { $0.domain == .unit }),
                let column = survey.variables.firstIndex(where: { $0.name == "XF1" }), year == 2026
            else { return }
            var kept = 0
            for index in responses.indices where responses[index].answers[unit] == .text("法规处") {
                kept += 1
                if kept > answers { responses[index].answers[column] = .missing }
            }
        }
        // With all but one told, the dimension's score would tell of the one.
        for code in ["XF1", "XF3"] {
            let tellsOfIt = release.unitDetails.map { detail in detail.items.contains { $0.variable.code == code } }
            #expect(tellsOfIt == Array(repeating: answers >= 10, count: 4), "\(code)")
        }
        #expect(release.unitDetails.allSatisfy { $0.items.contains { $0.variable.code == "ZF3" } })
        #expect(release.showsUnits("学风", year: 2026), "more answered some of it")
        for group in release.rounds.flatMap(\.units) { #expect(group.items.isEmpty && group.gaps.isEmpty) }
    }

    @Test("compares by formula with the whole, and gives an interval only beside an exact score")
    func differences() throws {
        let release = try sampleRelease(headcounts: [30, 25, 20, 24])
        let context = try #require(
            ReportContext(release: release, edition: .committee, language: .chinese, identity: sampleIdentity))
        for page in UnitPage.all(context) {
            let sheet = ownUnitSheet(page, named: "处室_甲")
            for line in page.lines {
                #expect((line.interval != nil) == (line.own.exact != nil))
                guard let own = line.own.exact, let whole = line.whole.exact else { continue }
                let formulas = sheet.cells.compactMap { placed -> Double? in
                    if case .formula(_, let result) = placed.content { result } else { nil }
                }
                #expect(formulas.contains { abs($0 - (own - whole)) < 1e-12 })
            }
        }
    }
}
