import Scoring
import Statistics
import Surveys
import TestSupport
import Testing

private func survey(_ dimensions: String) throws -> Survey {
    try Survey.sample(
        """
        ## 题目

        XF. 自评 | Self [量表题 五级含不适用]
        - XF1 = 甲 | One
        - XF2 = 乙 | Two [反向]

        ZF. 作风 | Style [量表题 五级]
        - ZF1 = 丙 | Three
        - ZF2 = 丁 | Four

        \(dimensions)
        """)
}

@Suite struct FavourableAnswers {
    private let rows = [
        ["XF1": "5", "XF2": "1"], ["XF1": "4", "XF2": "5"], ["XF1": "3", "XF2": "3"], ["XF1": "2", "XF2": ""],
        ["XF1": "NA", "XF2": "2"], ["XF1": "", "XF2": ""],
    ]

    /// Two of three to the one item, one of two to the other; one person gave both.
    @Test(arguments: [("取题：XF", 3.0 / 5), ("取题：XF1×3、XF2", 7.0 / 11)])
    func `are a share of all answers, each with the weight of its item`(items: String, share: Double) throws {
        let rows = [
            ["XF1": "5", "XF2": "1"], ["XF1": "4", "XF2": ""], ["XF1": "2", "XF2": ""], ["XF1": "", "XF2": "4"],
        ]
        let favourable = try assessed(survey("维度：自评 | Self\n\(items)"), rows).whole.scores[0].favourable
        #expect(isClose(favourable?.value, share) && favourable?.n == 4 && favourable?.missing == 0)
    }

    @Test func `have an interval for as many answers as people`() throws {
        let whole = try assessed(survey("维度：自评 | Self\n取题：XF"), rows).whole
        let favourable = try #require(whole.scores[0].favourable)
        // Four of eight answers, of five people.
        #expect(isClose(favourable.value, 0.5))
        #expect(favourable.n == 5 && favourable.missing == 1)
        let plain = try Estimate.proportion(5, of: 10, missing: 0)
        let (narrow, wide) = (try #require(plain.upper), try #require(favourable.upper))
        #expect(narrow < wide)
        let (lower, upper) = (try #require(favourable.lower), try #require(favourable.upper))
        #expect(0 < lower && lower < 0.5 && 0.5 < upper && upper < 1)
    }

    @Test func `lie on the other side where low is better`() throws {
        let whole = try assessed(survey("维度：自评 | Self\n取题：XF\n方向：低为好"), rows).whole
        #expect(isClose(whole.scores[0].favourable?.value, 2.0 / 8))
        #expect(whole.items[0].favourable.value == 0.25 && whole.items[0].unfavourable.value == 0.5)
    }

    @Test func `of an item balance to the net share`() throws {
        let item = try assessed(survey("维度：自评 | Self\n取题：XF"), rows).whole.items[0]
        #expect(item.counts == [0, 1, 1, 1, 1])
        #expect(item.favourable.value == 0.5 && item.unfavourable.value == 0.25 && item.net == 0.25)
        #expect(item.missing == 1 && item.notApplicable == 1)
        #expect(item.mean.value == 3.5 && item.mean.n == 4)
    }

    @Test func `are not asked of a composite or a gap`() throws {
        let whole = try assessed(
            survey("维度：自评 | Self\n取题：XF\n\n维度：作风 | Style\n取题：ZF\n\n维度：综合 | All\n合成：自评 50%、作风 50%"),
            [["XF1": "5", "XF2": "1", "ZF1": "3", "ZF2": "3"]]
        ).whole
        #expect(whole.scores.map { $0.favourable == nil } == [false, false, true])
    }
}

@Suite struct CompositesOfBothDirections {
    @Test(arguments: [("百分制", 100.0, 0.0), ("折百", 100, 20), ("原始", 5, 1)])
    func `turn a member round on its own scale`(rescale: String, top: Double, bottom: Double) throws {
        let survey = try survey(
            """
            维度：自评 | Self
            取题：XF
            换算：\(rescale)

            维度：作风 | Style
            取题：ZF
            换算：\(rescale)
            方向：低为好

            维度：综合 | All
            合成：自评 50%、作风 50%
            """)
        let row = ["XF1": "4", "XF2": "2", "ZF1": "2", "ZF2": "1"]
        let own = try #require(try score(survey, row, on: "自评"))
        let turned = bottom + top - (try #require(try score(survey, row, on: "作风")))
        #expect(isClose(try score(survey, row, on: "综合"), (own + turned) / 2))
    }
}
