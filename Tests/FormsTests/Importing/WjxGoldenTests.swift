import Forms
import Foundation
import Surveys
import TestSupport
import Testing

@Suite struct WjxGoldenTests {
    /// Set ZICHA_RECORD to record the surveys anew; a recording run fails.
    @Test(arguments: WjxFixture.names)
    func `a whole text becomes the survey on record`(name: String) throws {
        let written = try ImportedSurvey.wjx(text: WjxFixture.text(name), year: 2026).text(in: .chinese)
        let path = WjxFixture.path(name, "zicha")
        if ProcessInfo.processInfo.environment["ZICHA_RECORD"] != nil {
            try Repository.write(written, to: path)
            Issue.record("recorded \(path); read the difference and run again without ZICHA_RECORD")
            return
        }
        #expect(try String(decoding: Repository.bytes(path), as: UTF8.self) == written)
    }

    @Test(arguments: WjxFixture.names, ReaderLanguage.allCases)
    func `what is written has no errors, is canonical and is the same survey`(name: String, language: ReaderLanguage)
        throws
    {
        let imported = try ImportedSurvey.wjx(text: WjxFixture.text(name), year: 2026)
        let written = imported.text(in: language)
        let reading = Survey.read(written)
        #expect(reading.diagnostics.filter { $0.severity != .hint } == [])
        #expect(reading.survey == imported.survey)
        #expect(reading.formatted(keywords: .chinese) == written)
    }

    /// Every run of Han characters of the text stands in the survey or in a remark, but for what only says a type.
    @Test(arguments: WjxFixture.names)
    func `nothing is lost without a word`(name: String) throws {
        let text = try WjxFixture.text(name)
        let written = try ImportedSurvey.wjx(text: text, year: 2026).text(in: .chinese)
        let settings = [
            "必答", "必填", "选填", "最少选择", "最多选择", "选前", "限选", "可多选", "最多选", "不超过", "分页", "行", "列", "单选", "多选", "填空", "问答",
            "简答", "量表", "评分", "排序", "判断", "日期", "滑动条", "比重", "矩阵", "段落说明", "分", "题", "字", "项",
        ]
        for line in text.split(separator: "\n") {
            let bare = line.replacing(/[\[【〔（][^\[【〔（\]】〕）]*[\]】〕）]/, with: " ")
            for run in bare.split(whereSeparator: { !$0.unicodeScalars.allSatisfy(\.properties.isIdeographic) })
            where !settings.contains(String(run)) {
                #expect(written.contains(run), "\(line)")
            }
        }
    }

    /// What people paste is cut, doubled and out of order; whatever comes of it is a survey without errors.
    @Test(arguments: WjxFixture.names)
    func `a text in disorder still becomes a survey without errors`(name: String) throws {
        let lines = try WjxFixture.text(name).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var chance = SplitMix64(seed: 2026)
        for round in 0..<45 {
            var text = lines
            switch round % 3 {
            case 0: text.shuffle(using: &chance)
            case 1: text.removeAll { _ in Int.random(in: 0..<4, using: &chance) == 0 }
            default:
                for _ in 0..<40 {
                    let index = Int.random(in: 0..<text.count, using: &chance)
                    text[index] = String(text[index].shuffled(using: &chance))
                }
            }
            guard let imported = try? ImportedSurvey.wjx(text: text.joined(separator: "\n")) else { continue }
            let reading = Survey.read(imported.text(in: .chinese))
            let errors = reading.diagnostics.filter { $0.severity == .error }
            #expect(
                errors.map { $0.rendered(in: reading.source, file: "", language: .chinese) } == [], "round \(round)")
            #expect(reading.survey == imported.survey, "round \(round)")
        }
    }
}
