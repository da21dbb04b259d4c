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
        #expect(reading.diagnostics.filter { $0.severity == .error } == [])
        #expect(reading.survey == imported.survey)
        #expect(reading.formatted(keywords: .chinese) == written)
    }

    @Test(arguments: WjxFixture.names)
    func `nothing of a whole text is lost without a word`(name: String) throws {
        #expect(try Self.lostWords(of: WjxFixture.text(name)) == [])
    }

    @Test(arguments: [
        "1. 甲事[量表题]\n1~5\n请认真打分", "1. 甲事[量表题]\n满意", "1. 甲事[量表题]\n好\n好\n差", "1. 甲事[NPS题]\n不愿意~很愿意", "1. 甲事[日期]\n精确到日",
        "1. 甲事[数字题]\n以天为单位", "1. 甲事[滑动条]\n0~100\n左低右高", "1. 甲事[矩阵量表题]\n1~5", "1. 甲事[矩阵单选题]\n差 差 好\n办公室\n综合处",
        "1. 甲事[矩阵多选题]\n办公室\n综合处",
        "1. 甲事[判断题]\n是\n否（跳到第9题）", "1. 甲事[多项填空题]\n姓名：____\n请写全称", "1. 甲事[填空题]\n提示：请写全称", "1. 甲事[比重题]",
        "1. 甲事[单选题]\n只此一项",
        "1. 甲事[段落说明]\n第一行话\n第二行话", "1. 甲事[填空题]\n\n一段说明文字\n\n2. 乙事[填空题]", "[分页栏]请继续作答\n1. 甲事[填空题]",
        "1. 甲事[签名题][依赖于第1题]\n写在这里",
        "一、学风\n请如实作答\n\n二、作风\n1. 甲事[填空题]", "1. 甲事[表格题]\n姓名 年龄\n子女", "1. 甲事[矩阵量表题]\n0~5000\n办公室",
        "1. 甲事[多选题](最多选3项)\n甲乙（丙丁）\n戊己[庚辛]", "1. 甲事[评分题]\n很差 1 2 3 4 5 很好", "1. 甲事\n\n2. 乙事\n1. 甲选项\n2. 乙选项\n3. 丙事",
    ])
    func `nothing of an odd question is lost without a word`(body: String) throws {
        #expect(try Self.lostWords(of: "样例\n\n\(body)\n") == [])
        let reading = try Survey.read(WjxFixture.imported(body).text(in: .chinese))
        #expect(!reading.hasErrors)
    }

    /// The runs of Han characters that stand neither in the survey nor in a remark, but for what only says a type.
    private static func lostWords(of text: String) throws -> [String] {
        let written = try ImportedSurvey.wjx(text: text, year: 2026).text(in: .chinese)
        let settings: Set<String> = ["分页", "行", "列", "分", "题", "提示"]
        return text.split(separator: "\n").flatMap { line -> [String] in
            let bare = line.replacing(/[\[【〔（][^\[【〔（\]】〕）]*[\]】〕）]/, with: " ")
            return bare.split { !$0.unicodeScalars.allSatisfy(\.properties.isIdeographic) }.map(String.init)
                .filter { !settings.contains($0) && !written.contains($0) }
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

    /// Numbers, tags and signs in any order: whatever they are taken for, the survey has no error and is written once.
    @Test func `marks in any order become a survey without errors`() throws {
        let pieces = """
            1. 2.|3、|（4）|第5题：|Q6|A.|B、|①|□|- |甲|乙|丙丁|您满意吗？|建议|[单选题]|【多选题】|[量表题]|[矩阵量表题]|[矩阵单选题]|[矩阵多选题]|[矩阵填空题]|[排序题]|\
            [填空题]|[多项填空题]|[比重题]|[滑动条]|[判断题]|[日期]|[段落说明]|[分页栏]|[上传文件]|[评分题]|[反向量表题]|[NPS题]|[下拉框]|（选填）|*|（必填）|[最多选择3项]|（限选2项）|\
            1~5|0-10|5级|99~9999|很不满意~很满意|1=差，2=好|行：|列：|____|{_}|其他____|（跳至第2题）|→ 第3题|{|}|[|]|（|）|【|】|#|一、|第一部分|=|：|//|=== 分页 ===|不适用|差 中 好|\
            非常满意|满意|一般|0|1|2|（5分）|（反向）|（新增）|[互斥]|答案：A|[联想题]|第1题|\u{3000}|\t|~|（200字以内）|[选项随机]|[手机]
            """.split(separator: "|").map(String.init)
        var chance = SplitMix64(seed: 7)
        for round in 0..<150 {
            var text = round.isMultiple(of: 2) ? "样例\n\n" : ""
            for _ in 0..<Int.random(in: 1...25, using: &chance) {
                for _ in 0..<Int.random(in: 0...6, using: &chance) {
                    text += pieces.randomElement(using: &chance) ?? ""
                }
                text += Int.random(in: 0..<4, using: &chance) == 0 ? "\n\n" : "\n"
            }
            guard let imported = try? ImportedSurvey.wjx(text: text) else { continue }
            let written = imported.text(in: .chinese)
            let reading = Survey.read(written)
            #expect(!reading.hasErrors, "\(text)")
            #expect(reading.survey == imported.survey, "\(text)")
            #expect(reading.formatted(keywords: .chinese) == written, "\(text)")
        }
    }
}
