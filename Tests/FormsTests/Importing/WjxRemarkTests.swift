import Forms
import Surveys
import Testing

@Suite struct WjxRemarkTests {
    private func sentences(_ body: String, _ kind: ImportRemark.Kind? = nil) throws -> [String] {
        try WjxFixture.imported(body).remarks.filter { kind == nil || $0.kind == kind }.map(\.sentence.chinese)
    }

    @Test func `a jump is not guessed: the condition that would do the same is named`() throws {
        let body = "1. 参加过吗[单选题]\n是\n否（跳至第4题）\n\n2. 甲[填空题]\n\n3. 乙[填空题]\n\n4. 丙[填空题]"
        #expect(try sentences(body, .lost) == ["第 5 行没有带过来：“跳至第4题”；要跳过 A2、A3，在它们下面写：显示：A1 ≠ 2"])
        #expect(try WjxFixture.imported(body).survey.questions.allSatisfy { $0.show == nil })
    }

    @Test(arguments: ["[跳转到第3题]", " → 第3题", "（请跳答第3题）", "【跳到Q3】"])
    func `spellings of a jump`(words: String) throws {
        let imported = try WjxFixture.imported("1. 问[单选题]\n是\n否\(words)\n\n2. 甲[填空题]\n\n3. 乙[填空题]")
        #expect(imported.survey.questions[0].options.map(\.text.main) == ["是", "否"])
        #expect(imported.remarks.first { $0.kind == .lost }?.wording.chinese.hasSuffix("显示：A1 ≠ 2") == true)
    }

    @Test func `whoever chooses several is asked about one of them by 含`() throws {
        let body = "1. 问[多选题]\n甲\n乙（结束作答）\n\n2. 丙[填空题]"
        #expect(try sentences(body, .lost) == ["第 5 行没有带过来：“结束作答”；要跳过 A2，在它们下面写：显示：A1 不含 2"])
    }

    @Test func `a bracket that says nothing known is told, and kept`() throws {
        let imported = try WjxFixture.imported("1. 问[单选题][天地玄黄]\n甲\n乙")
        #expect(imported.survey.questions[0].text.main == "问[天地玄黄]")
        #expect(
            imported.remarks.filter { $0.anchor == .question("A1") }.map(\.sentence.chinese)
                == ["第 3 行请看：不认识“[天地玄黄]”，照原样留在题干里；是设置就改写，不是就不管"])
    }

    @Test func `logic and answer keys on lines of their own are quoted`() throws {
        let body = "1. 问[单选题]\nA. 甲\nB. 乙\n答案：A\n\n关联逻辑：第1题选甲显示第2题"
        #expect(try sentences(body, .lost) == ["第 6 行没有带过来：“答案：A”", "第 8 行没有带过来：“关联逻辑：第1题选甲显示第2题”"])
    }

    @Test func `statements in a row under one heading become a block, and the order stays`() throws {
        let body = """
            一、学风

            1. 我每天学习[量表题]
            1~5

            2. 我做笔记[量表题]（选填）
            1~5

            3. 您还有什么话？[填空题]

            4. 我帮助同事[量表题]
            1~5
            """
        let imported = try WjxFixture.imported(body)
        #expect(imported.survey.questions.map(\.code) == ["A", "A3", "A4"])
        #expect(imported.survey.questions[0].rows.map(\.code) == ["A1", "A2"])
        #expect(imported.survey.questions[0].rows.map(\.marks.isOptional) == [false, true])
        #expect(imported.survey.questions[0].text.main == "学风")
        #expect(imported.remarks.contains { $0.lines == [5, 8] && $0.anchor == .question("A") })
    }

    @Test func `without a heading, or asked as questions, they stay alone`() throws {
        let alone = try WjxFixture.imported("1. 我每天学习[量表题]\n1~5\n\n2. 我做笔记[量表题]\n1~5")
        #expect(alone.survey.questions.map(\.code) == ["A1", "A2"])
        let asked = try WjxFixture.imported("一、学风\n1. 您满意吗？[量表题]\n1~5\n\n2. 您同意吗？[量表题]\n1~5")
        #expect(asked.survey.questions.map(\.code) == ["A1", "A2"])
        #expect(asked.survey.scales.count == 1)
    }

    @Test func `single choices with the same grades are a scale, once is a choice`() throws {
        let choice = "[单选题]\n不同意\n一般\n同意"
        #expect(try WjxFixture.imported("1. 甲\(choice)").survey.scales.isEmpty)
        let survey = try WjxFixture.imported("1. 甲\(choice)\n\n2. 乙\(choice)").survey
        #expect(survey.scales.map(\.name.main) == ["同意三级"])
        let places = "[单选题]\n北京\n上海\n广州"
        #expect(try WjxFixture.imported("1. 甲\(places)\n\n2. 乙\(places)").survey.scales.isEmpty)
    }

    @Test func `words of the introduction name the steps`() throws {
        let imported = try WjxFixture.imported("评分：1=差，2=中，3=好。\n\n1. 甲[量表题]\n1~3\n\n2. 乙[量表题]\n1~5")
        #expect(imported.survey.scales.map(\.name.main) == ["评价三级", "五级"])
        #expect(imported.remarks.contains { $0.lines == [3] && $0.anchor == .scale("评价三级") })
        #expect(imported.remarks.contains { $0.kind == .advice && $0.lines == [8] && $0.anchor == .scale("五级") })
    }

    @Test(arguments: [
        ("1. 问[多选题]\n甲\n乙\n都没有", "第 6 行请看：选项“都没有”若不能和别的一起选，行尾加 [独占]"),
        ("1. 您所在的部门[单选题]\n甲\n乙", "第 3 行请看：要分处室出报告，题型改成 [下拉 处室] 并删去选项，由名册列出处室"),
        ("1. 问[单选题]\n甲\n甲", "第 5 行改了写法：选项“甲”写了两次，后一个写成“甲（2）”"),
        ("1. 问[单选题]", "第 3 行改了写法：这道题没有选项，写成了文本；请补上选项并改回[单选]或[多选]"),
        ("1. 问[联想题]\n甲\n乙", "第 3 行改了写法：不认识的题型“联想题”，按单选读；请核对"),
        ("1. 问\n甲\n乙", "第 3 行改了写法：没有写题型，按单选读；请核对"),
        ("1. 问[量表题]\n很满意\n一般\n不满意", "第 3 行请看：“很满意”排在最前，数值最小；若要高分为好，各档行尾写分值：[3分] 到 [1分]"),
        ("1. 甲[填空题]\n\n2. 请按第1题回答[填空题]", "第 5 行请看：文字里提到第 1 题，它现在是 A1；题号不再显示，请改写"),
        ("1. 甲[填空题]*\n\n2. 乙[填空题]", "第 5 行请看：有的题标了必答，这些没有标，也按必答读；不必答的请加 [选填]"),
        ("1. 甲[填空题][手机]", "第 3 行没有带过来：“手机”的格式不会核对"),
        ("1. 甲[比重题]\n乙\n丙", "第 3 行没有带过来：比重题拆成了 2 道数字题；“合计 100”不会核对"),
    ])
    func `what a person has to look at`(body: String, sentence: String) throws {
        #expect(try sentences(body).contains(sentence))
    }

    @Test func `every survey is told how to get a score, and its year where none was given`() throws {
        let imported = try ImportedSurvey.wjx(text: "样例\n\n1. 请评价[矩阵量表题]\n差 中 好\n甲\n乙\n")
        let last = imported.remarks.suffix(2).map(\.sentence.chinese)
        #expect(last[0].contains("--year"))
        #expect(last[1].contains("取题：A"))
        #expect(imported.survey.year == nil)
        #expect(try WjxFixture.imported("1. 甲[填空题]").survey.year == 2026)
    }

    @Test(arguments: [
        ([], "the file is empty"),
        (Array("\u{FEFF} \n\n".utf8), "the file is empty"),
        (
            [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00],
            "this is an Excel or Word file; copy the text of the questionnaire out of it into a .txt file"
        ),
        ([0x00, 0x01, 0x02], "this is not a text file; save the questionnaire as UTF-8 text"),
        (Array("# 学风\n版本：2026\n\nA1. 问 [是否]\n".utf8), "this is a .zicha survey already; check it with zicha check"),
        (Array("<!DOCTYPE html>\n<html>".utf8), "this is a web page; copy its text into a .txt file"),
        (
            Array("只有一个标题\n\n和一段话。\n".utf8),
            "there is no question in it; a question is written `1. text[单选题]`, its options below it, one a line"
        ),
    ])
    func `a file that holds no questionnaire`(bytes: [UInt8], message: String) {
        let error = #expect(throws: FormError.self) { try ImportedSurvey.wjx(bytes: bytes) }
        #expect(error?.wording.english == message)
    }

    @Test func `Chinese desktops write other encodings and line ends`() throws {
        let text = "样例\r\n\r\n1. 问[单选题]\r\n甲\r\n乙\r\n"
        let wide: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        let expected = try ImportedSurvey.wjx(text: text)
        #expect(try ImportedSurvey.wjx(bytes: wide) == expected)
        // 样例, 问, 单选题, 甲, 乙 in GB18030.
        let narrow: [UInt8] =
            [0xD1, 0xF9, 0xC0, 0xFD, 0x0A, 0x0A] + Array("1. ".utf8) + [
                0xCE, 0xCA, 0x5B, 0xB5, 0xA5, 0xD1, 0xA1, 0xCC, 0xE2, 0x5D,
            ]
            + [0x0A, 0xBC, 0xD7, 0x0A, 0xD2, 0xD2, 0x0A]
        #expect(try ImportedSurvey.wjx(bytes: narrow).survey == expected.survey)
    }
}
