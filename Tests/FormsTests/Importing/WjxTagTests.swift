import Forms
import Surveys
import Testing

/// What each tag of 问卷星 becomes, in its many spellings.
@Suite struct WjxTagTests {
    @Test(arguments: [
        ("[单选题]", "A1. 问 [单选]"), ("【单选题】", "A1. 问 [单选]"), ("〔单选〕", "A1. 问 [单选]"), ("［单选题］", "A1. 问 [单选]"),
        ("（单选）", "A1. 问 [单选]"), ("[单项选择题]", "A1. 问 [单选]"), ("[情景题]", "A1. 问 [单选]"), ("[多选题]", "A1. 问 [多选]"),
        ("【多选】", "A1. 问 [多选]"), ("[不定项选择题]", "A1. 问 [多选]"), ("[下拉题]", "A1. 问 [下拉]"), ("[下拉框]", "A1. 问 [下拉]"),
        ("[下拉单选]", "A1. 问 [下拉]"), ("[排序题]", "A1. 问 [排序]"), ("[判断题]", "A1. 问 [单选]"), ("[评分单选]", "A1. 问 [单选]"),
    ])
    func `a type with answers to choose from`(tag: String, line: String) throws {
        #expect(try WjxFixture.lines(of: "1. 问\(tag)\n甲\n乙\n丙") == "\(line)\n- 1 = 甲\n- 2 = 乙\n- 3 = 丙")
    }

    @Test(arguments: [
        ("问[填空题]", "A1. 问 [文本]"), ("问[单行文本题]", "A1. 问 [文本]"), ("您的姓名：______[填空题]", "A1. 您的姓名： [文本]"),
        ("问[简答题]", "A1. 问 [长文本]"), ("问【问答题】", "A1. 问 [长文本]"), ("问[多行填空题]", "A1. 问 [长文本]"),
        ("有何建议[填空题]", "A1. 有何建议 [长文本]"),
        ("问[简答题][最多200字]", "A1. 问 [长文本 ≤200字]"), ("问[填空题]（50字以内）", "A1. 问 [文本 ≤50字]"), ("问[填空题][数字]", "A1. 问 [数字]"),
        ("问[数字题]", "A1. 问 [数字]"), ("问[日期]", "A1. 问 [日期]"), ("问[年月]", "A1. 问 [月份]"), ("问[滑动条]", "A1. 问 [数字 0~100]"),
        ("问[判断题]", "A1. 问 [是否]"), ("问[NPS题]", "A1. 问 [评分 0~10]"), ("问[评分题 1-10分]", "A1. 问 [评分 1~10]"),
        ("问[打分题][0~10]", "A1. 问 [评分 0~10]"), ("问[段落说明]", "A1. 问 [说明]"),
    ])
    func `a type that stands alone`(question: String, line: String) throws {
        #expect(try WjxFixture.lines(of: "1. \(question)") == line)
    }

    @Test(arguments: [
        "1. 问[单选题]", "1、问[单选题]", "1．问【单选题】", "１．问[单选题]", "（1）问[单选题]", "1)问[单选题]", "Q1. 问[单选题]", "第1题：问[单选题]",
        "[单选题]1. 问",
        "【单选题】 1、问", "1.【单选题】问", "1. 1.问*[单选题]", "*1. 问[单选题]", "1. *问[单选题]", "1. 问[单选题][必答题]", "1. 问[单选题]（必填）",
        "1. 问（必答）[单选题]",
        "1. 问[单选题] *", "1. 问 [单选题，必答]", "1.　问　[单选题]", "问[单选题]",
    ])
    func `number, type and the word for required stand in any order`(line: String) throws {
        #expect(try WjxFixture.lines(of: "\(line)\n甲\n乙") == "A1. 问 [单选]\n- 1 = 甲\n- 2 = 乙")
    }

    @Test(arguments: ["（选填）", "[选填]", "【选答题】", "（非必填）", "[非必答]", "(可选)", "（可不填）", "(optional)"])
    func `what need not be answered`(word: String) throws {
        #expect(try WjxFixture.lines(of: "1. 问[填空题]\(word)") == "A1. 问 [文本 选填]")
        #expect(try WjxFixture.lines(of: "1. 问\(word)[填空题]") == "A1. 问 [文本 选填]")
    }

    @Test(arguments: [
        ("[最少选择1项][最多选择3项]", "1~3"), ("[最少选择2项]", "2~4"), ("[最多选择3项]", "1~3"), ("[请选择1-3项]", "1~3"),
        ("[请选择1至3个选项]", "1~3"),
        ("（最多选3项）", "1~3"), ("（限选三项）", "1~3"), ("（限选1-2项）", "1~2"), ("（可多选，最多2项）", "1~2"), ("（至多选两项）", "1~2"),
        ("（请选2项）", "2"),
        ("（任选3个）", "3"), ("[最少选1项，最多选3项]", "1~3"), ("（不超过3项）", "1~3"), ("（最多选9项）", "1~4"),
    ])
    func `how many answers may be chosen`(words: String, count: String) throws {
        let lines = try WjxFixture.lines(of: "1. 问[多选题]\(words)\n甲\n乙\n丙\n丁")
        #expect(lines.split(separator: "\n").first == "A1. 问 [多选 \(count)项]")
    }

    @Test func `a count in the middle of a stem is kept there and counts`() throws {
        #expect(try WjxFixture.lines(of: "1. 您最多选2项，是哪些？[多选题]\n甲\n乙\n丙").hasPrefix("A1. 您最多选2项，是哪些？ [多选 1~2项]"))
    }

    @Test(arguments: [
        ("1~5", "五级", "1 2 3 4 5"), ("1-5分", "五级", "1 2 3 4 5"), ("1分～5分", "五级", "1 2 3 4 5"),
        ("1到5", "五级", "1 2 3 4 5"),
        ("0~4", "五级", "0 1 2 3 4"), ("5级量表", "五级", "1 2 3 4 5"), ("1~5 很不满意~很满意", "满意度五级", "很不满意 2 3 4 很满意"),
        ("1~5（很不满意～很满意）", "满意度五级", "很不满意 2 3 4 很满意"), ("很不满意 1 2 3 4 5 很满意", "满意度五级", "很不满意 2 3 4 很满意"),
        ("1(不同意)~3(同意)", "同意三级", "不同意 2 同意"), ("从不 偶尔 有时 经常 总是", "频率五级", "从不 偶尔 有时 经常 总是"),
        ("不符合\n一般\n符合", "符合三级", "不符合 一般 符合"), ("1=差，2=中，3=好", "评价三级", "差 中 好"), ("3分：好\n2分：中\n1分：差", "评价三级", "差 中 好"),
        ("很不满意 ○1 ○2 ○3 ○4 ○5 很满意", "满意度五级", "很不满意 2 3 4 很满意"),
        ("○从不 ○有时 ○总是", "频率三级", "从不 有时 总是"),
        ("不重要\n一般\n重要\n不适用", "重要性三级含不适用", "不重要 一般 重要 不适用"),
    ])
    func `the steps of a scale and the name that it gets`(body: String, name: String, labels: String) throws {
        let survey = try WjxFixture.imported("1. 甲事[量表题]\n\(body)").survey
        #expect(survey.scales.map(\.name.main) == [name])
        #expect(survey.scales[0].levels.map(\.text.main) == labels.split(separator: " ").map(String.init))
        #expect(survey.questions.map(\.kind) == [.likert(scale: name)])
    }

    @Test(arguments: ["[ ] 甲\n[ ] 乙", "( ) 甲\n( ) 乙", "（　）甲\n（　）乙", "□ 甲\n□ 乙"])
    func `a box to be ticked is no part of its option`(body: String) throws {
        #expect(try WjxFixture.lines(of: "1. 问[多选题]\n\(body)") == "A1. 问 [多选]\n- 1 = 甲\n- 2 = 乙")
    }

    @Test(arguments: ["[分值:5]", "【分值：5】", "（分值5分）", "[5分]"])
    func `the points of an option`(words: String) throws {
        #expect(
            try WjxFixture.lines(of: "1. 问[单选题]\n甲\(words)\n乙[分值:0]")
                == "A1. 问 [单选]\n- 1 = 甲 [5分]\n- 2 = 乙 [0分]")
    }

    @Test func `a scale that counts down has the greatest number first`() throws {
        let survey = try WjxFixture.imported("1. 甲事[反向量表题]\n很符合\n一般\n不符合").survey
        #expect(survey.scales[0].levels.map(\.code) == [3, 2, 1])
        #expect(try WjxFixture.lines(of: "1. 甲事[反向量表题]\n1~3").hasSuffix("A1. 甲事 [量表题 三级 反向]"))
    }

    @Test(arguments: [
        "行：\n- 甲\n- 乙\n列：\n- 差\n- 中\n- 好", "行：\n- 甲\n- 乙\n\n列：\n- 差\n- 中\n- 好", "差 中 好\n甲\n乙", "差\t中\t好\n甲\n乙",
        "差、中、好\n1、甲\n2、乙",
        "差\t中\t好\n甲\t○\t○\t○\n乙\t○\t○\t○", "差 中 好\n甲 □ □ □\n乙 □ □ □",
        "| | 差 | 中 | 好 |\n|---|:-:|---|---|\n| 甲 | ○ | ○ | ○ |\n| 乙 | ○ | ○ | ○ |",
        "|  | 差 | 中 | 好 |\n| 甲 |  |  |  |\n| 乙 |  |  |  |",
        "列：差 中 好\n行：甲 乙", "【矩阵行】：\n甲\n乙\n【矩阵列】：\n差\n中\n好",
    ])
    func `rows and columns of a matrix`(body: String) throws {
        for tag in ["矩阵单选题", "矩阵量表题", "矩阵题"] {
            #expect(
                try WjxFixture.lines(of: "1. 请评价[\(tag)]\n\(body)")
                    == "量表：评价三级\n- 1 = 差\n- 2 = 中\n- 3 = 好\nA. 请评价 [量表题 评价三级]\n- A1 = 甲\n- A2 = 乙")
        }
    }

    @Test func `a matrix of texts or of several choices becomes a question a row`() throws {
        #expect(try WjxFixture.lines(of: "1. 问[矩阵填空题]\n甲：____\n乙：____") == "A1. 问：甲 [文本]\nA2. 问：乙 [文本]")
        #expect(
            try WjxFixture.lines(of: "1. 问[矩阵多选题]\n手机 电脑\n甲\n乙")
                == "A1. 问：甲 [多选]\n- 1 = 手机\n- 2 = 电脑\nA2. 问：乙 [多选]\n- 1 = 手机\n- 2 = 电脑")
    }

    @Test(arguments: [
        ("A. 甲\nB. 乙", "甲 乙"), ("A、甲\nB、乙", "甲 乙"), ("A 甲\nB 乙", "甲 乙"), ("（A）甲\n（B）乙", "甲 乙"), ("(1) 甲\n(2) 乙", "甲 乙"),
        ("①甲\n②乙", "甲 乙"),
        ("○ 甲\n○ 乙", "甲 乙"), ("□甲\n□乙", "甲 乙"), ("- 甲\n- 乙", "甲 乙"), ("1、甲\n2、乙", "甲 乙"), ("A. 甲  B. 乙", "甲 乙"),
        ("□甲 □乙", "甲 乙"),
        ("甲 乙", "甲 乙"), ("1.5万以下\n1.5万以上", "1.5万以下 1.5万以上"), ("A. 甲\n\nB. 乙", "甲 乙"), ("A班\nB班", "A班 B班"),
    ])
    func `signs before options are taken off, words are not`(body: String, labels: String) throws {
        let question = try #require(WjxFixture.imported("1. 问[单选题]\n\(body)").survey.questions.first)
        #expect(question.options.map(\.text.main) == labels.split(separator: " ").map(String.init))
        #expect(question.options.map(\.code) == ["1", "2"])
    }

    @Test(arguments: [
        ("其他____", "其他 [填写]"), ("其他：________", "其他 [填写]"), ("其他（请注明）", "其他（请注明） [填写]"),
        ("其它（请说明）：____", "其它（请说明） [填写]"),
        ("其他[填空]", "其他 [填写]"), ("其他", "其他"), ("都没有[互斥]", "都没有 [独占]"), ("都没有（与其他选项互斥）", "都没有 [独占]"),
        ("新版（新增）", "新版【【新增】】"),
        ("甲|乙", "甲||乙"), ("甲[1]", "甲[[1]]"), ("{甲}", "{{甲}"),
    ])
    func `what an option says beside its words`(option: String, line: String) throws {
        #expect(try WjxFixture.lines(of: "1. 问[多选题]\n甲\n乙\n\(option)").hasSuffix("- 3 = \(line)"))
    }

    @Test func `points count where every option has them`() throws {
        #expect(try WjxFixture.lines(of: "1. 问[单选题]\n甲（5分）\n乙（1分）").hasSuffix("- 1 = 甲 [5分]\n- 2 = 乙 [1分]"))
        #expect(try WjxFixture.lines(of: "1. 问[单选题]\n甲（5分）\n乙").hasSuffix("- 1 = 甲（5 分）\n- 2 = 乙"))
    }

    @Test(arguments: ["=== 分页 ===", "===分页===", "---分页---", "[分页栏]", "【分页】", "====分页符===="])
    func `page breaks`(line: String) throws {
        let imported = try WjxFixture.imported("1. 甲[填空题]\n\n\(line)\n\n2. 乙[填空题]")
        #expect(imported.survey.sections.map(\.title.main) == ["第 1 部分", "第 2 部分"])
        #expect(imported.survey.questions.map(\.code) == ["A1", "B1"])
    }

    @Test(arguments: ["一、学风", "第一部分 学风", "第1部分：学风", "（一）学风", "## 学风", "【学风情况】", "1. 一、学风[段落说明]"])
    func `headings`(line: String) throws {
        let survey = try WjxFixture.imported("\(line)\n\n1. 甲[填空题]").survey
        #expect(survey.sections.count == 1)
        #expect(survey.sections[0].title.main.contains("学风"))
        #expect(survey.questions.count == 1)
    }

    @Test(arguments: ["上传文件", "绘图题", "签名题", "商品题", "多级下拉题", "表格题", "地理位置"])
    func `a type without an equivalent is named and quoted`(type: String) throws {
        let imported = try WjxFixture.imported("1. 甲[填空题]\n\n2. 请上传证书[\(type)]\n不超过5兆")
        #expect(imported.survey.questions.count == 1)
        let lost = try #require(imported.remarks.first { $0.kind == .lost })
        #expect(lost.lines == [5])
        #expect(lost.sentence.chinese.contains("请上传证书 / 不超过5兆"))
        #expect(lost.sentence.english.hasPrefix("line 5, not carried over: "))
    }
}
