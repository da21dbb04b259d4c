import Surveys
import Testing

/// What the reference of the language shows is what the reader takes.
@Suite struct LanguageReferenceTests {
    private static func reference() throws -> String { try Repository.text("docs/survey-language.md") }

    @Test func everySurveyOfTheReferenceIsReadWithoutARemark() throws {
        let surveys = try Self.reference().matches(of: /```zicha\n((?s).*?)```/).map { String($0.1) }
        #expect(surveys.count >= 3)
        for survey in surveys {
            #expect(Survey.read(survey).diagnostics.map { "\($0.code) \($0.title.chinese)" } == [], "\(survey)")
        }
    }

    /// The table of types: each example, given what it asks for, is a question without a remark.
    @Test func everyExampleOfATypeIsRead() throws {
        let examples = try Self.reference().matches(of: /`([A-Z]+\. [^`]+\[[^`\]]+\])`/).map { String($0.1) }
        let scales = ["符合五级", "水平五级"].map { "量表：\($0)\n- 1 = 低\n- 2 = 高" }.joined(separator: "\n")
        #expect(examples.count == 14)
        for example in examples {
            let takesOptions = ["[单选", "[多选", "[排序"].contains(where: example.contains)
            let items = takesOptions ? "\n- a = 甲\n- b = 乙\n- c = 丙" : ""
            let uses = ["U1. 问 [量表题 符合五级]", "U2. 问 [量表题 水平五级]"].joined(separator: "\n")
            _ = readClean("# 自查\n语言：zh\n\(scales)\n\(example)\(items)\n\(uses)")
        }
    }
}
