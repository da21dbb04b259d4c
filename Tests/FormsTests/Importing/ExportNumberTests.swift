import Forms
import Surveys
import TestSupport
import Testing

@Suite struct NumbersOfOtherTools {
    /// 是 is the first option and has code 1, 否 the second and has code 0.
    @Test func aNumberThatIsNoCodeMakesTheWholeFileOneOfPositions() throws {
        let read = try readExport(wjxTable(["1、岗位", "2、是否参加"], ["3", "2"], ["1", "1"]))
        #expect(try answer(read, "GW") == .option("qt"))
        #expect(try answer(read, "DY") == .option("0"))
        #expect(read.report.byPosition == ["1、岗位", "2、是否参加"])
        #expect(read.report.ratings == [])
    }

    /// 0 to 10 has eleven positions, and nobody can tell 7 from the seventh.
    @Test func aRatingAmongPositionsIsPointedOut() throws {
        let headings = ["1、岗位", "10、打分"]
        #expect(try readExport(wjxTable(headings, ["3", "7"])).report.ratings == ["10、打分"])
        #expect(try readExport(wjxTable(headings, ["其他", "7"])).report.ratings == [])
    }

    private static let reversed = """
        量表：倒 | Turned
        - 3 = 好 | Good
        - 2 = 中 | Fair
        - 1 = 差 | Poor

        ## 一

        A. 评价甲 [量表题 倒]
        - A1 = 甲
        - A2 = 乙

        B. 岗位 [单选]
        - x = 甲岗
        - y = 乙岗
        """

    @Test func numbersThatMayBeCodesOrPositionsAreReported() throws {
        let survey = try Survey.sample(Self.reversed)
        let alone = try readExport(wjxTable(["1、评价甲—甲", "1、评价甲—乙", "2、岗位"], ["3", "1", "甲岗"]), survey: survey)
        #expect(alone.report.uncarried.map(\.cause) == [.numbers("A1"), .numbers("A2")])
        #expect(alone.responses[0].answers == [.notAsked, .notAsked, .option("x")])
        // Another column that can only be positions tells how the file was exported.
        let told = try readExport(wjxTable(["1、评价甲—甲", "1、评价甲—乙", "2、岗位"], ["3", "1", "2"]), survey: survey)
        #expect(told.responses[0].answers == [.level(1), .level(3), .option("y")])
    }

    /// Options to which nobody gave a code have one that says their place.
    @Test func limeSurveysGeneratedCodesArePositions() throws {
        let lines = [
            ["id", "submitdate", "lastpage", "GW", "MS[SQ002]"], ["1", "x", "1", "AO02", "Y"],
            ["2", "x", "1", "A3", ""],
        ]
        let read = try readExport(lines)
        #expect(try answer(read, "GW") == .option("js"))
        #expect(try answer(read, "GW", row: 1) == .option("qt"))
        #expect(try answer(read, "MS") == .options(["b"]))
        #expect(read.report.byPosition == ["GW"])
    }

    @Test func limeSurveysCodesAreCodes() throws {
        let survey = try Survey.sample(Self.reversed)
        let lines = [
            ["id", "submitdate", "lastpage", "A[A1]", "A[A2]", "B"], ["1", "2026-11-20 09:00:00", "1", "3", "1", "y"],
        ]
        let read = try readExport(lines, survey: survey)
        #expect(read.responses[0].answers == [.level(3), .level(1), .option("y")])
        #expect(read.report.byPosition == [])
    }

    @Test func scoresAreReadWhereTheyAreTheOptions() throws {
        let survey = try Survey.sample(
            """
            ## 一

            A. 评议 [单选]
            - y = 优秀 [100分]
            - l = 良好 [80分]
            - n = 不了解 [不计分]
            """)
        let read = try readExport(wjxTable(["1、评议"], ["100"], ["80"], ["-3"]), survey: survey)
        #expect(read.responses.map(\.answers) == [[.option("y")], [.option("l")]])
        #expect(read.report.blankRows == 1)
        #expect(read.report.byPoints == ["1、评议"])
    }
}
