import Forms
import Surveys
import TestSupport
import Testing
import Workbooks

@Suite("Forms that were damaged")
struct FormMutationTests {
    private static let small = """
        ## 一

        GW. 岗位 [单选]
        - gl = 综合管理
        - js = 专业技术

        XF. 自评 [量表题 五级]
        - XF1 = 甲项
        - XF2 = 乙项

        MS. 方式 [多选 1~2项]
        - a = 自学
        - b = 集中

        RQ. 日期 [日期]

        YJ. 意见 [文本 ≤20字 选填]
        """

    /// The cells of each part, mutated under a valid zip; then the zip itself.
    @Test("two thousand damaged files end in a whole response or in none", arguments: 0..<8)
    func damaged(_ seed: Int) throws {
        let survey = try Survey.sample(Self.small)
        let sample = try FormSample(survey)
        let answers: [String: Typed] = [
            "GW": "gl 综合管理", "XF1": 4, "XF2": "5 完全符合", "MS_a": "是", "RQ": 46082, "YJ": "没有",
        ]
        let whole = try sample.filled(answers)
        let undamaged = try #require(sample.read(whole).response)
        var chance = SplitMix64(seed: UInt64(seed))
        var reader = FormReader(survey: survey, surveyHash: FormSample.hash, roster: nil)
        var outcomes = (taken: 0, refused: 0, unusable: 0)
        for trial in 0..<250 {
            let bytes: [UInt8]
            if trial.isMultiple(of: 2) {
                bytes = Self.mutated(whole, by: &chance)
            } else {
                let part = ["xl/worksheets/sheet2.xml", "xl/workbook.xml", "xl/sharedStrings.xml"].randomElement(
                    using: &chance)
                var local = chance
                bytes = try sample.filled(answers) { name, text in
                    name == part
                        ? String(decoding: Self.mutated(Array(text.utf8), by: &local), as: UTF8.self) : text
                }
                chance = local
            }
            switch reader.read(bytes: bytes, path: "表.xlsx").outcome {
            case .response(let response):
                outcomes.taken += 1
                #expect(Self.isWhole(response, survey), "seed \(seed), trial \(trial)")
            case .refused(let reasons):
                outcomes.refused += 1
                #expect(!reasons.isEmpty)
            case .unusable: outcomes.unusable += 1
            }
        }
        #expect(reader.read(bytes: whole, path: "表.xlsx").response == undamaged)
        // Damage of every depth was met: to the file, to the answers, and to what nobody needs.
        #expect(outcomes.taken > 0 && outcomes.unusable > 0, "\(outcomes)")
    }

    private static func mutated(_ bytes: [UInt8], by chance: inout SplitMix64) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...3, using: &chance) where bytes.count > 8 {
            let at = Int.random(in: 0..<bytes.count, using: &chance)
            switch Int.random(in: 0..<5, using: &chance) {
            case 0: bytes[at] = UInt8.random(in: .min ... .max, using: &chance)
            case 1: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &chance)
            case 2: bytes.remove(at: at)
            case 3: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...200, using: &chance)))
            default: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 50)], at: at)
            }
        }
        return bytes
    }

    /// Every variable has an answer that its own cells would give again, and no required one is left out.
    private static func isWhole(_ response: Response, _ survey: Survey) -> Bool {
        var reader = ResponseReader(survey: survey)
        guard response.answers.count == reader.variables.count else { return false }
        let (again, refused) = reader.read(response.cells.map { $0[...] })
        let isComplete = zip(reader.variables, response.answers).allSatisfy { !$0.isRequired || $1 != .missing }
        return again == response && refused.isEmpty && isComplete
    }
}
