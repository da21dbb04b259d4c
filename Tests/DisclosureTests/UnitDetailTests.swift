import Scoring
import Surveys
import TestSupport
import Testing

@testable import Disclosure

/// What a unit's own sheet tells of single items.
@Suite struct DetailsOfUnits {
    /// Three items of yes and no, of one dimension, and an item of another.
    private func release(_ units: [(String, [String: String])]) throws -> Release {
        let yesNo = (1...3).map { "P\($0). 判断\($0) | Yes \($0) [单选]\n- 1 = 否 | No [1分]\n- 2 = 是 | Yes [5分]\n" }
        var office = Office()
        try office.open(
            itemSurvey(questions: yesNo.joined(separator: "\n"), more: "维度：是非 | Yes\n取题：P1、P2、P3"))
        for (unit, answers) in units {
            var answers = answers
            answers["A"] = String(repeating: "234", count: 5).prefix(answers["P1"]?.count ?? 0).description
            try office.take(rows(unit, answers))
        }
        return try office.report()
    }

    private let even = "121212121212"

    @Test func `items of a dimension are told of all units together, or of none`() throws {
        let whole = try release([
            ("甲", ["P1": even, "P2": even, "P3": even]), ("乙", ["P1": even, "P2": even, "P3": even]),
        ])
        #expect(
            whole.unitDetails.map { $0.items.map(\.variable.name) } == [
                ["A", "P1", "P2", "P3"], ["A", "P1", "P2", "P3"],
            ])
        // Four of 乙 answered the last item; its dimension is told, and its other items would tell this one.
        let few = try release([
            ("甲", ["P1": even, "P2": even, "P3": even]), ("乙", ["P1": even, "P2": even, "P3": "1212........"]),
        ])
        #expect(few.showsUnits("是非", year: 2026))
        #expect(few.unitDetails.map { $0.items.map(\.variable.name) } == [["A"], ["A"]])
        // Nobody is no few.
        let none = try release([
            ("甲", ["P1": even, "P2": even, "P3": even]), ("乙", ["P1": even, "P2": even, "P3": "............"]),
        ])
        #expect(none.unitDetails.allSatisfy { $0.items.count == 4 })
    }

    /// The mean is 1 + 4 times the mean of the shares: beside it and the two other shares a bound hides nothing.
    @Test func `a bound of a share of two points is not told by the unit's mean`() throws {
        let release = try release([
            ("甲", ["P1": "222222222222", "P2": even, "P3": even]), ("乙", ["P1": even, "P2": even, "P3": even]),
            ("丙", ["P1": even, "P2": even, "P3": even]),
        ])
        let round = try #require(release.rounds.first)
        let place = try #require(round.units.firstIndex { $0.units == ["甲"] })
        let shares = (1...3).map { round.shareStandings[ShareName(variable: "P\($0)", cell: place)] }
        #expect(shares[0] == .bounded)
        let score = round.standings[ScoreName(dimension: "是非", isComparable: false, cell: place)]
        #expect(score != nil || shares.count { $0 != nil } >= 2)
        // The same share of another unit is hidden too: the whole's is told.
        let others = round.units.indices.filter { $0 != place }
        #expect(others.contains { round.shareStandings[ShareName(variable: "P1", cell: $0)] == .hidden })
        let details = release.unitDetails[place].items
        #expect(details.map(\.standing) == [nil] + shares)
    }
}
