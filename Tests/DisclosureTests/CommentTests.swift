import Disclosure
import Scoring
import Surveys
import TestSupport
import Testing

/// Which themes of the open answers may be told. The round has 40 responses, and no group below 10 is shown.
@Suite struct CommentTests {
    private func round() throws -> Release { try release([2026: [Group("办公室", 40)]]) }

    private func theme(_ name: String, _ responses: some Sequence<Int>) -> CommentTheme {
        CommentTheme(name: name, area: nil, summary: "", responses: Set(responses))
    }

    private func released(_ themes: [CommentTheme], writers: Int = 30) throws -> ReleasedComments {
        try round().comments(themes, writers: writers, of: 2026)
    }

    @Test func `Themes stand by their counts, then in the order in which they were listed`() throws {
        let comments = try released([theme("甲", 1...10), theme("乙", 11...25), theme("丙", 21...30)])
        #expect(comments.themes.map(\.name) == ["乙", "甲", "丙"])
        #expect(comments.themes.map(\.count) == [.exact(15), .exact(10), .exact(10)])
    }

    @Test func `Small themes are told together, each response once`() throws {
        let comments = try released([theme("甲", 1...12), theme("乙", 20...27), theme("丙", 25...30)])
        #expect(comments.themes.map(\.name) == ["甲"])
        #expect(comments.others == .exact(11))
    }

    @Test(arguments: [[Int](20...28), []]) func `Fewer together look like none at all`(_ others: [Int]) throws {
        #expect(try released([theme("甲", 1...12), theme("乙", others)]) == released([theme("甲", 1...12)]))
        #expect(try released([theme("甲", 1...12), theme("乙", others)]).others == nil)
    }

    @Test(arguments: [(19, true), (20, false)]) func `Below twice k writers nothing is told`(
        _ writers: Int, _ isHidden: Bool
    ) throws {
        let comments = try released([theme("甲", 1...15)], writers: writers)
        #expect(comments.isHidden == isHidden)
        #expect(comments.themes.isEmpty == isHidden)
    }

    @Test func `A theme within another that lacks few of its people is not told beside it`() throws {
        let comments = try released([theme("会议", 1...20), theme("会议太长", 1...14)])
        #expect(comments.themes.map(\.name) == ["会议"])
        #expect(comments.others == nil)
        let apart = try released([theme("会议", 1...25), theme("会议太长", 1...14)])
        #expect(apart.themes.count == 2)
        let same = try released([theme("会议", 1...20), theme("文件", 1...20)])
        #expect(same.themes.map(\.count) == [.exact(20), .exact(20)])
    }

    @Test func `The others are not told where a theme holds nearly all of them, or they nearly all of it`() throws {
        let within = try released([theme("甲", 1...20), theme("乙", 1...8), theme("丙", 7...14)])
        #expect(within.others == nil)
        let around = try released([theme("甲", 1...12), theme("乙", 1...9), theme("丙", 8...15)])
        #expect(around.others == nil)
    }

    @Test(arguments: [(30, ReleasedComments.Count.exact(30)), (31, .atLeast(30)), (40, .atLeast(30))])
    func `Where few of the round are silent on a theme, its count is a bound`(
        _ size: Int, _ count: ReleasedComments.Count
    ) throws {
        #expect(try released([theme("甲", 1...size)], writers: 40).themes.map(\.count) == [count])
    }

    @Test func `Of a round that is not the report's nothing is told`() throws {
        let comments = try round().comments([theme("甲", 1...15)], writers: 30, of: 2025)
        #expect(comments.isHidden)
    }

    /// What a reader who knows that one theme lies within another could subtract.
    @Test(arguments: 0..<8) func `No two counts that are told differ by a group of few people`(_ seed: UInt64) throws {
        let release = try round()
        var chance = SplitMix64(seed: seed)
        for _ in 0..<100 {
            // Runs of people, so that themes often lie within one another.
            let themes = (0..<6).map { index in
                let start = Int.random(in: 1...30, using: &chance)
                return theme("主题\(index)", start...min(40, start + Int.random(in: 0...25, using: &chance)))
            }
            let comments = release.comments(themes, writers: 40, of: 2026)
            let told = Set(comments.themes.map(\.name))
            var sets = themes.filter { told.contains($0.name) }.map(\.responses)
            if comments.others != nil {
                sets.append(
                    themes.filter { !told.contains($0.name) }.reduce(into: Set()) { $0.formUnion($1.responses) })
            }
            for one in sets {
                #expect(one.count >= 10)
                for other in sets where one.isSubset(of: other) {
                    #expect(one == other || other.count - one.count >= 10)
                }
            }
            let exact = (comments.themes.map(\.count) + [comments.others].compactMap { $0 }).filter {
                if case .exact = $0 { true } else { false }
            }
            #expect(exact.allSatisfy { 40 - $0.drawn >= 10 })
        }
    }
}
