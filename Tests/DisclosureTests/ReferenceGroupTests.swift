import Scoring
import Surveys
import TestSupport
import Testing

@testable import Disclosure

/// What a person may see of all the others.
@Suite struct ReferenceGroupTests {
    /// The median and the quartiles of one dimension are there or not.
    private func told(_ score: ReferenceGroup.Score?) -> [Bool] { [score?.median != nil, score?.quartiles != nil] }

    @Test(arguments: [(10, [true, false]), (19, [true, false]), (20, [true, true]), (60, [true, true])])
    func `medians are told of ten people, quartiles of twenty`(people: Int, expected: [Bool]) throws {
        let reference = try #require(ReferenceGroup(of: release([2026: [Group("甲处", people)]])))
        #expect(told(reference.score("甲维")) == expected)
        #expect(reference.responses == people)
    }

    @Test func `nothing is told of a round with fewer than ten`() throws {
        #expect(try ReferenceGroup(of: release([2026: [Group("甲处", 9)]])) == nil)
    }

    @Test(arguments: [(9, [false, false]), (10, [true, false]), (19, [true, false]), (20, [true, true])])
    func `each dimension is judged by those who have a score on it`(answered: Int, expected: [Bool]) throws {
        let reference = try #require(ReferenceGroup(of: release([2026: [Group("甲处", 50, second: answered)]])))
        #expect(told(reference.score("甲维")) == [true, true])
        #expect(told(reference.score("乙维")) == expected)
        // Fewer than ten are not counted at all.
        #expect(reference.score("乙维")?.n == (answered < 10 ? 0 : answered))
    }

    @Test func `a survey that promised larger groups keeps its promise`() throws {
        let few = try #require(ReferenceGroup(of: release([2026: [Group("甲处", 30)]], k: 30)))
        #expect(told(few.score("甲维")) == [true, true] && few.fewestForMedian == 30)
        let thin = try #require(ReferenceGroup(of: release([2026: [Group("甲处", 40, second: 29)]], k: 30)))
        #expect(told(thin.score("乙维")) == [false, false])
    }

    /// 1 to 5 in turn: R gives quantile(rep_len(1:5, n), c(.25, .5, .75)) = 2, 3, 4 for n = 20, 21 and 22, and for 23.
    @Test(arguments: 20...23) func `the quartiles are those of definition 7`(people: Int) throws {
        let reference = try #require(ReferenceGroup(of: release([2026: [Group("甲处", people)]])))
        let score = try #require(reference.score("甲维"))
        #expect(score.quartiles == 2...4 && score.median == 3)
    }

    @Test func `the same numbers have the same record, others another`() throws {
        func record(_ people: Int) throws -> String {
            try #require(ReferenceGroup(of: release([2026: [Group("甲处", people)]]))).record
        }
        #expect(try record(25) == record(25))
        #expect(try record(25) != record(30))
        #expect(try !record(12).contains("甲处"))
    }
}
