import Foundation
import Testing

@testable import Surveys

/// The grammar for editors knows the words of the language, and no others.
@Suite struct EditorGrammarTests {
    static let file = "docs/editor/zicha.tmLanguage.json"
    // A checkout without its grammar is no place to run these tests in.
    // Read once for all tests; without the grammar there is nothing to test.
    static let grammar = try! TextMateGrammar(Data(Repository.bytes(file)))

    // MARK: The file

    @Test func theExtensionHoldsTheSameGrammar() throws {
        #expect(try Repository.text(Self.file) == Repository.text("docs/editor/vscode/zicha.tmLanguage.json"))
    }

    @Test func everyRuleIsWithinALineAndIsUsed() {
        for rule in Self.grammar.allRules {
            #expect(rule.match != nil || rule.include != nil || rule.patterns != nil || rule.name != nil)
            if let name = rule.include { #expect(Self.grammar.repository[String(name.dropFirst())] != nil, "\(name)") }
            if let name = rule.name { #expect(name.hasSuffix(".zicha"), "\(name)") }
        }
        let used = Set(Self.grammar.allRules.compactMap { $0.include?.dropFirst() }.map(String.init))
        #expect(used == Set(Self.grammar.repository.keys))
    }

    @Test func theExtensionNamesFilesThatAreThere() throws {
        for name in ["package.json", "language-configuration.json"] {
            let folder = "docs/editor/vscode/"
            let text = try Repository.text(folder + name)
            _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
            for path in text.matches(of: /"\.\/([^"]+)"/) { #expect(try !Repository.bytes(folder + path.1).isEmpty) }
        }
    }

    // MARK: The words

    /// The alternatives of the first group `(?i:…)` of each rule.
    private func words(of rules: [TextMateGrammar.Rule]) throws -> [String] {
        try TextMateGrammar.all(in: rules).compactMap(\.match).flatMap { pattern in
            let group = try #require(pattern.firstMatch(of: /\(\?i:([^()]*)\)/), "\(pattern)")
            return group.1.split(separator: "|").map(String.init)
        }
    }

    private func rules(_ name: String) throws -> [TextMateGrammar.Rule] {
        let rule = try #require(Self.grammar.repository[name])
        return (rule.patterns ?? [rule]).filter { $0.match != nil }
    }

    @Test func itsKeywordsAreThoseOfTheLanguage() throws {
        let words = try words(of: rules("keyed-line"))
        #expect(words.sorted() == Keyword.allCases.flatMap { [$0.chinese, $0.english] }.sorted())
    }

    @Test func itsTypesAreThoseOfTheLanguage() throws {
        let words = try words(of: rules("question-tags"))
        #expect(words.sorted() == (TypeWord.allCases.flatMap { [$0.chinese, $0.english] } + ["量表", "填空"]).sorted())
        #expect(words.allSatisfy { TypeWord($0) != nil })
    }

    @Test func itsMarksAreThoseOfTheLanguage() throws {
        let words = try words(of: rules("mark"))
        #expect(words.sorted() == MarkWord.allCases.flatMap { [$0.chinese, $0.english] }.sorted())
    }

    @Test(arguments: Keyword.allCases) func aKeywordIsColoured(_ keyword: Keyword) {
        for word in [keyword.chinese, keyword.english, keyword.english.uppercased()] {
            for colon in ["：", ":", " ："] {
                let line = ColouredText("\u{3000}\(word)\(colon)x", Self.grammar)
                #expect(line.words(line.ranges("keyword.control", "keyword.other.property")) == [word])
            }
        }
    }

    @Test(arguments: TypeWord.allCases) func aTypeIsColoured(_ type: TypeWord) {
        for word in [type.chinese, type.english, type.english.uppercased(), type.chinese + "题"] {
            let line = ColouredText("A1. 问 【\(word)　选填】 ", Self.grammar)
            #expect(line.words(line.ranges("storage.type")) == [word])
            #expect(line.words(line.ranges("storage.modifier")) == ["选填"])
        }
    }

    @Test(arguments: MarkWord.allCases) func aMarkIsColoured(_ mark: MarkWord) {
        for word in [mark.chinese, mark.english, mark.english.uppercased()] {
            let line = ColouredText("- A1 = 问（\(word)） [5分、\(word)]", Self.grammar)
            #expect(line.words(line.ranges("storage.modifier")) == [word])
            #expect(line.words(line.ranges("constant.numeric.points")) == ["5"])
        }
    }

    @Test(arguments: ["版夲：2026", "showif: A1 = 1", "- a = 甲 [反项]", "A1. 问 [单选提]", "如果：A1 = 1"])
    func aWordWithASlipHasNoColour(_ line: String) {
        let line = ColouredText(line, Self.grammar)
        #expect(line.ranges("keyword.control", "keyword.other", "storage") == [])
    }

    /// What the reader offers where it does not know a value has the colour of one, and is a value.
    @Test(arguments: [Keyword.method, .rescale, .direction, .level, .model])
    func theValuesOfASettingAreThoseOfTheLanguage(_ keyword: Keyword) throws {
        let remark = try #require(
            Survey.read("# 甲\n维度：乙\n\(keyword.chinese)：丙").diagnostics.first { $0.code == "Z046" })
        let notes = remark.notes.map { ($0.chinese.dropFirst(4), $0.english.dropFirst("write one of: ".count)) }
        let lists = try #require(notes.first)
        let offered = [lists.0.prefix { $0 != "，" }, lists.1.prefix { $0 != "," }].joined(separator: " ").split(
            separator: " ")
        #expect(offered.count >= 4)
        for value in offered {
            let line = ColouredText("\(keyword.english): \(value)", Self.grammar)
            #expect(line.words(line.ranges("constant.language")) == [String(value)])
        }
    }

    // MARK: Within a line

    /// A line, the beginning of a scope's name, and the words that bear it.
    @Test(
        arguments: [
            ("显示：A1 只含 集中 且 A2不含网络 或 A3 has x", "keyword.operator.comparison", ["只含", "不含", "has"]),
            ("check: A1 lacks x && A2 ONLY y ＆＆ A3 含 z", "keyword.operator.comparison", ["lacks", "ONLY", "含"]),
            ("显示：A1>=1且A2≠2且A3》=3且A4<>4且A5！＝5", "keyword.operator.comparison", [">=", "≠", "》=", "<>", "！＝"]),
            ("显示：A1 已答 且 A2未答 and A3 Unanswered", "keyword.operator.answered", ["已答", "未答", "Unanswered"]),
            (
                "显示：非（A1 = 1 且 A2 = 2）并且 not A3 = 3 || A4 = 4 或者 A5 = 5", "keyword.operator.logical",
                ["非", "且", "并且", "not", "||", "或者"]
            ),
            ("显示：A1 = 非常满意 且 A2 = 其他（且或） 或 A3 = Sand or A4 = 甲", "string.unquoted.operand", ["非常满意", "其他（且或）", "甲"]),
            ("校验：A1 = “甲或乙” 且 A2 ≠ \"丙 and 丁\"", "string.quoted.double", ["“甲或乙”", "\"丙 and 丁\""]),
            ("校验：A1 > -1.5 且 A2 < 2026-11-30 且 A3 ≥ ３", "constant.numeric", ["-1.5", "2026-11-30", "３"]),
            ("校验：NL1.要求 ≥ NL1．现有 or NL2.required > A5", "variable.other.operand", ["NL1", "A5"]),
            ("校验：NL1.要求 ≥ NL1．现有 or NL2.required > A5", "variable.language.part", ["要求", "现有", "required"]),
            ("显示：（A1 = 1）", "punctuation.section.parens", ["（", "）"]),
            ("取题：XF1 ×2、XF2 * 3，XF3＊４", "constant.numeric.weight", ["2", "3", "４"]),
            ("取题：XF1 ×2、XF2 * 3，XF3＊４", "keyword.operator.weight", ["×", "*", "＊"]),
            ("合成：学风 40%、Work style 60％", "entity.name.type.dimension", ["学风", "Work style"]),
            ("合成：学风 40%、Work style 60％", "keyword.other.unit", ["%", "％"]),
            ("填写：2026-11-01 ～ 2026/11/30", "constant.numeric.date", ["2026-11-01", "2026/11/30"]),
            ("missing: at most 2", "constant.numeric", ["2"]),
            ("基准：3.5", "constant.numeric", ["3.5"]),
            ("基准：常模 2020", "string.unquoted.value", ["常模 2020"]),
            ("- ＞＝ 85.5 = 优秀 ≥ 80", "constant.numeric.threshold", ["85.5"]),
            ("- Rest = 其余", "constant.language.rest", ["Rest"]),
            ("A1. 问[[甲】】｜|乙{{丙}} ｜ Ask ［［x] [单选]", "constant.character.escape", ["[[", "】】｜|", "{{", "}}", "［［"]),
            ("A1. {A0}的{{A2}}和{NL1.现有} | Of {A0} [文本]", "variable.other.answer", ["A0", "NL1.现有", "A0"]),
            ("A1. 问 [量表题 选填 符合 五级]", "entity.name.type.scale", ["符合", "五级"]),
            ("A1. 问 [文本 ≤ 300 字]", "constant.numeric", ["300"]),
            ("A1. 问 [数字 -5～9.5 天]", "constant.numeric", ["-5", "9.5"]),
            ("A1. 问 [数字 0~366 天 选填]", "keyword.other.unit", ["天"]),
            ("A1. 问 [下拉 Units]", "constant.language.units", ["Units"]),
        ] as [(String, String, [String])])
    func aPartOfALineIsColoured(_ text: String, _ scope: String, _ words: [String]) {
        let line = ColouredText(text, Self.grammar)
        #expect(line.words(line.ranges(scope)) == words)
    }

    /// Each sign that the reader knows, before each kind of thing that it may stand before.
    @Test(
        arguments: ConditionParser.signs.map(\.0) + ["has", "lacks", "only", "ONLY"],
        [
            ("3", "constant.numeric"), ("2026-11-30", "constant.numeric"), ("js", "variable.other.operand"),
            ("“甲”", "string.quoted"), ("其他（甲）", "string.unquoted"),
        ])
    func aComparisonIsColoured(_ sign: String, _ operand: (text: String, scope: String)) {
        let line = ColouredText("校验：A1 \(sign) \(operand.text) 且 A2 已答", Self.grammar)
        #expect(line.words(line.ranges("keyword.operator.comparison")) == [sign])
        #expect(line.words(line.ranges("variable.other.code")) == ["A1", "A2"])
        #expect(line.words(line.ranges(operand.scope)) == [operand.text])
    }

    /// A rule that goes over the same blanks or brackets again and again would stop the editor.
    @Test(arguments: [
        "A1. x\(String(repeating: " ", count: 3_000))y [单选]", "A1. \(String(repeating: "[甲", count: 2_000))",
        "显示：\(String(repeating: "学风", count: 2_000))", "显示：A1 = \(String(repeating: "（", count: 2_000))",
        "- a = \(String(repeating: "学 风，", count: 3_000)) [填写]",
    ])
    func aLongLineIsColoured(_ text: String) {
        let line = ColouredText(text, Self.grammar)
        #expect(line.ranges("entity.name.function", "keyword.control").count == 1)
    }
}
