import Surveys
import TestSupport
import Testing

/// What we ship is without a remark; and whatever happens to it, the reader keeps its feet.
// A checkout without surveys/ is no place to run tests in, so the lists below may stop the run.
@Suite struct ShippedSurveyTests {
    // Arguments are made before any test runs, where nothing can be caught; so below.
    @Test(arguments: try! Repository.surveyNames()) func aShippedSurveyHasNoRemarks(_ name: String) throws {
        let reading = try Survey.read(bytes: Repository.bytes(name))
        #expect(reading.diagnostics.map(\.title.chinese) == [])
        #expect(!reading.survey.variables.isEmpty && !reading.survey.dimensions.isEmpty)
    }

    @Test(arguments: try! Repository.surveyNames()) func aSurveyWithASlipIsReadWithoutACrash(_ name: String) throws {
        var random = SplitMix64(seed: 2026)
        // Half of a long survey says as much as all of it, in a quarter of the time.
        let characters = Array(try Repository.text(name).prefix(6_000))
        let keys = Array("[]【】()（）-—#=≥<>:：.。|{}~、，, \n\t“\"'％%分项题0９A甲且或非含\u{301}\u{FEFF}\u{200D}👍𠮷")
        for _ in 0..<60 {
            var slip = characters
            let at = Int.random(in: 0..<slip.count, using: &random)
            let key = keys.randomElement(using: &random) ?? " "
            switch Int.random(in: 0..<3, using: &random) {
            case 0: slip[at] = key
            case 1: slip.remove(at: at)
            default: slip.insert(key, at: at)
            }
            check(String(slip))
        }
    }

    private func check(_ text: String) {
        let reading = Survey.read(text)
        let end = text.utf8.count
        for remark in reading.diagnostics {
            let ranges = [remark.range] + remark.related.map(\.range) + [remark.fix?.range].compactMap { $0 }
            #expect(ranges.allSatisfy { $0.upperBound <= end }, "\(remark.code)")
            for language in ReaderLanguage.allCases {
                #expect(!remark.rendered(in: reading.source, file: "x", language: language).isEmpty)
            }
        }
        let starts = reading.diagnostics.map(\.range.lowerBound)
        #expect(starts == starts.sorted())
    }

    @Test(arguments: [
        "", "\n", "#", "##", "-", "- =", ":", "：", ".", "[", "]", "|", "{", "en:", "A1.", "A1. [", "A1. ]", "A1. []",
        "- ≥", "—", "——", "# [", "# ]", "量表：",
        "# 甲\n维度：\n合成：%", "# 甲\n维度：乙\n合成：乙 9223372036854775807、丙 9223372036854775807",
        "# 甲\nA1. 问 [评分 -9223372036854775808~9223372036854775807]",
        "# 甲\nA1. 问 [数字 ~]\n显示：", "# 甲\nA1. 问 [数字]\n显示：A1", "# 甲\n维度：乙\n取题：×", "# 甲\n语言：", "# 甲\n停用：", "# 甲\n填写：~",
        "\u{301}", "#\u{301}",
    ])
    func aScrapIsReadWithoutACrash(_ text: String) { check(text) }

    @Test func veryLongLinesAreRead() {
        let long = String(repeating: "学 风，", count: 30_000)
        check(
            "# 自查\n语言：zh\nA1. \(long) [文本]\nA2. 问 [\(long)]\n\(long)\n显示：\(long)\n取题：\(long)\nA3. 问 [文本 \(String(repeating: " ", count: 100_000))选填]"
        )
    }

    @Test func tenThousandErrorsAreAllFound() {
        let lines = (1...10_000).map { "A\($0). 问 [单选提]\n- a = 甲\n- b = 乙" }
        let reading = Survey.read("# 自查\n语言：zh\n" + lines.joined(separator: "\n"))
        #expect(reading.diagnostics.count == 10_000)
    }
}
