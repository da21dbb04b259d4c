import Testing

@testable import Surveys

/// What an editor colours in a survey is what the reader reads in it.
@Suite struct EditorColourTests {
    private static let grammar = EditorGrammarTests.grammar

    /// Every kind of line, its marks as a Chinese keyboard writes them.
    private static let fullWidth = """
        ＃ 【【试行】】自查｜｜测评 ｜ Trial: A1. [[single]]
        版本：２０２６
        上一版：2025
        语言：zh，en、bo
        填写：2026-11-01 ～ 2026-11-30
        匿名：是
        分组下限：10
        凭证：一人一码
        说明：显示：单选和反向都是文字。 ｜ Words
        bo： གཅིག

        ／／ 量表：不是量表
        量表：水平 五级 ｜ Level
        － 1 ＝ 低 ｜ Low 【20分】
        —— 2 ＝ 高 ｜ High 【100分】
        － NA ＝ 不适用 【不计分】

        ＃＃ 一、基本情况 ｜ Basics
        说明：请如实填写。

        GW． 岗位（单选） ｜ Post 【单选题】
        － gl ＝ 综合管理 ｜ General
        － 技术 ＝ 专业技术 ｜ Technical
        　XS。 参加过的［甲］形式 【多选　1～2项　选填】
        － 1 ＝ 集中
        － 2 ＝ 自学 【填写】
        － 0 ＝ 都没有 【独占】
        显示：GW ＝ 专业技术
        TS． 天数 【数字 0～366 天】
        显示：XS含集中　且　（GW＝技术或GW ≠ 综合管理）
        校验：TS ≥ 1 并且 非（TS ＞ 60 或者 TS 未答）
        提示：作为{GW}人员，天数不对。 ｜ Check {GW}
        NL． 请评价 【能力对 水平 五级 乱序】
        － NL1 ＝ 写作 【改述可比】
        － NL2 ＝ 调研 【新增】
        XF． 请作答 【量表题 水平 五级】
        － XF1 ＝ 甲＝乙 【反向】
        － XF2 ＝ 且或非含（只含） ｜ has, only; and
        RQ． 日期 【日期 2026-01-01～2026-12-31】
        提醒：RQ ≤ 2026-11-30 且 NL1．要求 ≥ NL1．现有
        YJ． 意见 【长文本 ≤300字 选填】

        维度：学风 ｜ Study
        取题：XF1 ＊2，XF2
        缺答：至多 1 题
        换算：百分制
        － ≥ 85 ＝ 优秀
        － 其余 ＝ 一般

        维度：差距
        取题：NL
        计法：要求－现有

        停用：B1、B2
        """

    /// The same in English.
    private static let english = """
        # Check-up | 自查
        VERSION: 2026
        languages: en, zh
        open: 2026-11-01 ~ 2026-11-30
        anonymous: yes
        min-group: 10
        help: Nobody is named; note: single or multi, [[optional]] text. | 说明
        // help: none
        scale: like2
        - 1 = Low and lower | 低 [1pts]
        - 2 = High or higher | 高 [5pts]
        - NA = Not applicable | 不适用

        ## About you | 基本情况
        A1. Your post: scale or number? | 岗位 [Single]
        - gl = General has it | 综合
        - js = Technical | 技术
        A2. Days. Of them 3. | 天数 [number 0.0~9.5 days optional]
        show-if: A1 = js or A1 = General has it
        check: A2 >= 0.5 and not (A2 > 9 or A2 = 7)
        message: Not so | 不对
        A3. Forms | 形式 [multi 1~2items shuffle]
        - a = Group study [new]
        - b = Online [write]
        - c = None [exclusive]
        zh: 没有
        warn: (A3 has "Group study" && A3 lacks c) || A3 answered
        B. Rate | 评 [likert like2]
        - B1 = One | 一 [reverse]
        - B2 = Two | 二 [aggregate-only]
        - B3 = Three | 三 [unscored optional]
        C. Section | 处室 [dropdown units]
        D. Rank | 排 [rank 2items]
        - One more | 一
        - Another | 二
        E. Agreed? | 同意 [yesno]
        F. Points | 分 [rate 0~10 reworded-not-comparable]
        G. Month | 月 [month 2026-01~2026-12]
        H. Say | 说 [text ≤50]
        I. Words [note]
        zh: 一段话

        dimension: Study style | 学风
        items: B1 ×2, B2
        method: mean
        missing: at most 1
        rescale: POMP
        direction: higher
        level: person
        model: reflective
        benchmark: 3.5
        - >= 80 = Good | 好
        - rest = Fair | 中

        dimension: Points | 分数
        items: F
        rescale: pomp

        dimension: All | 综合
        combine: Study style 40%, Points 60%
        retired: X1, X2
        """

    struct Example: Sendable, CustomTestStringConvertible {
        var name: String
        var text: String
        var testDescription: String { name }
    }

    /// What is shipped, and the two texts above.
    static let surveys =
        // Arguments are made before any test runs, where nothing can be caught.
        (try! Repository.surveyNames()).map { Example(name: $0, text: try! Repository.text($0)) }
        + [Example(name: "full-width", text: fullWidth), Example(name: "English", text: english)]

    @Test func theTextsAtHandHaveNoErrors() {
        for example in Self.surveys {
            let errors = Survey.read(example.text).diagnostics.filter { $0.severity == .error }
            #expect(errors.map { "\($0.code) \($0.title.english)" } == [], "\(example.name)")
        }
    }

    @Test(arguments: surveys) func coloursSayWhatTheReaderSays(_ example: Example) {
        let coloured = ColouredText(example.text, Self.grammar)
        let reading = Survey.read(example.text)
        let survey = reading.survey
        let lines = reading.source.lines
        func check(_ what: String, _ found: [Range<Int>], _ expected: [Range<Int>]) {
            let expected = Set(expected)
            let wrong = Set(found).symmetricDifference(expected).sorted { $0.lowerBound < $1.lowerBound }
            #expect(
                wrong.prefix(5).map { "\(reading.source.position(of: $0.lowerBound).line): \(coloured.slice($0))" }
                    == [], "\(what)")
        }

        check(
            "comments", coloured.ranges("comment.line"),
            lines.filter { $0.isComment($0.content) }.map { $0.place($0.content) })
        var parser = SurveyParser(source: reading.source)
        parser.survey.languages = survey.languages
        let keys = lines.filter { !$0.isComment($0.content) && $0.machine[$0.content].first?.isLetter == true }
            .compactMap { line in parser.key(of: line, line.content).map { (line.normal($0.word), line.place($0.word)) }
            }
        check(
            "keywords", coloured.ranges("keyword.control", "keyword.other.property"),
            keys.filter { Keyword($0.0) != nil }.map(\.1))
        check(
            "languages", coloured.ranges("entity.name.tag.language"),
            keys.filter { Keyword($0.0) == nil && survey.languages.contains($0.0) }.map(\.1))
        check(
            "translations", coloured.ranges("string.unquoted.translation"), Array(reading.map.translations.values))
        check(
            "codes", coloured.ranges("entity.name.function.code", "constant.numeric.code", "constant.language.code"),
            codes(of: survey, in: coloured))
        check(
            "names of scales and dimensions",
            coloured.ranges("entity.name.type").filter { range in
                let line = reading.source.line(at: range.lowerBound)
                return parser.key(of: line, line.content).flatMap { Keyword(line.normal($0.word)) } != nil
                    && !coloured.scopes(in: line.place(line.content)).contains("constant.numeric.share.zicha")
            }, survey.scales.map(\.name.place.range) + survey.dimensions.map(\.name.place.range))
        check("shares", coloured.ranges("constant.numeric.share"), shares(of: survey, in: coloured))
    }

    /// Options that are numbered by their order have no code in the text.
    private func codes(of survey: Survey, in text: ColouredText) -> [Range<Int>] {
        func written(_ code: String, _ place: Place) -> Bool {
            String(text.slice(place.range).map(\.meant)) == code
        }
        return survey.scales.flatMap(\.levels).map(\.place.range)
            + survey.questions.flatMap { question in
                [question.place.range] + question.rows.map(\.place.range)
                    + question.options.filter { written($0.code, $0.place) }.map(\.place.range)
            }
    }

    private func shares(of survey: Survey, in text: ColouredText) -> [Range<Int>] {
        survey.dimensions.flatMap(\.shares).map { share in
            let item = share.place.range
            let number = text.slice(item).reversed().drop { $0 == "%" || $0 == "％" }.prefix(while: \.isNumber)
            let after = text.slice(item).reversed().prefix { $0 == "%" || $0 == "％" }
            let end = item.upperBound - String(after).utf8.count
            return end - String(number).utf8.count..<end
        }
    }

    @Test(arguments: surveys) func typesMarksAndPointsAreThoseOfTheirLine(_ example: Example) {
        let coloured = ColouredText(example.text, Self.grammar)
        let reading = Survey.read(example.text)
        let survey = reading.survey
        let types = coloured.ranges("storage.type")
        #expect(
            coloured.words(types).compactMap { TypeWord($0) } == survey.questions.map { typeWord($0.kind) })
        var expected: [Int: (marks: Set<MarkWord>, points: Int?)] = [:]
        func add(_ place: Place, _ marks: Marks) {
            expected[reading.source.position(of: place.range.lowerBound).line] = (words(marks), marks.points)
        }
        for question in survey.questions {
            add(question.place, question.marks)
            for row in question.rows { add(row.place, row.marks) }
            for option in question.options { add(option.place, option.marks) }
        }
        for level in survey.scales.flatMap(\.levels) {
            var marks = Marks()
            marks.points = level.points
            // Of a level that is not applicable it goes without saying.
            let line = reading.source.line(at: level.place.range.lowerBound)
            let says = level.code != nil || ["不计分", "unscored"].contains { line.raw(line.content).contains("\($0)") }
            marks.isUnscored = level.isUnscored && says
            add(level.place, marks)
        }
        var marks: [Int: Set<MarkWord>] = [:]
        var points: [Int: Int] = [:]
        for range in coloured.ranges("storage.modifier") {
            let mark = MarkWord(coloured.slice(range))
            marks[reading.source.position(of: range.lowerBound).line, default: []].formUnion(mark.map { [$0] } ?? [])
        }
        for range in coloured.ranges("constant.numeric.points") {
            points[reading.source.position(of: range.lowerBound).line] = PlainNumber.whole(coloured.slice(range))
        }
        #expect(marks == expected.compactMapValues { $0.marks.isEmpty ? nil : $0.marks })
        #expect(points == expected.compactMapValues(\.points))
    }

    @Test(arguments: surveys) func aTextHasNoColourOfTheMachine(_ example: Example) {
        let coloured = ColouredText(example.text, Self.grammar)
        let reading = Survey.read(example.text)
        let wordings = reading.survey.sentences.map(\.text.place.range) + reading.survey.scales.map(\.name.place.range)
        for range in wordings + reading.map.translations.values {
            let scopes = coloured.scopes(in: range).filter { scope in
                [
                    "keyword", "storage", "entity.name.function", "constant.numeric", "constant.language",
                    "variable.other.code",
                ]
                .contains(where: scope.hasPrefix)
            }
            #expect(scopes.isEmpty, "\(coloured.slice(range)): \(scopes)")
        }
        let titles = coloured.ranges("markup.heading")
        let sections = reading.survey.sections.filter { !$0.title.main.isEmpty }
        #expect(titles.count == 1 + sections.count)
        for title in [reading.survey.title] + sections.map(\.title) {
            #expect(titles.contains { $0.contains(title.place.range.lowerBound) }, "\(title.main)")
        }
    }

    @Test(arguments: surveys) func conditionsAndListsShowTheCodesThatTheyUse(_ example: Example) {
        let coloured = ColouredText(example.text, Self.grammar)
        let survey = Survey.read(example.text).survey
        let names = Dictionary(survey.variables.map { ($0.name, $0.code) }) { first, _ in first }
        var conditions: [Condition] = []
        for section in survey.sections {
            conditions += [section.show].compactMap { $0 }
            for question in section.questions {
                conditions += [question.show].compactMap { $0 } + question.checks.map(\.condition)
                conditions += (question.rows.map(\.show) + question.options.map(\.show)).compactMap { $0 }
            }
        }
        let left = conditions.flatMap(subjects)
        let codes =
            left.map { names[$0.name] ?? $0.name } + survey.dimensions.flatMap(\.terms).map(\.code) + survey.retired
        let found = coloured.words(coloured.ranges("variable.other.code")).map { String($0.map(\.meant)) }
        #expect(found.sorted() == codes.sorted())
        let signs = coloured.ranges("keyword.operator.comparison", "keyword.operator.answered").count
        let thresholds = survey.dimensions.flatMap(\.bands).filter { $0.from != nil }.count
        let others = survey.dimensions.filter { $0.mostMissing != nil }.count + survey.questions.filter(hasLimit).count
        #expect(signs == left.count + thresholds + others)
    }

    private func hasLimit(_ question: Question) -> Bool {
        switch question.kind {
        case .text(let limit), .longText(let limit): limit != nil
        default: false
        }
    }

    private func subjects(_ condition: Condition) -> [Condition.Reference] {
        switch condition {
        case .all(let parts), .any(let parts): parts.flatMap(subjects)
        case .not(let part): subjects(part)
        case .compare(let subject, _, _), .answered(let subject), .unanswered(let subject): [subject]
        }
    }

    private func typeWord(_ kind: Question.Kind) -> TypeWord {
        switch kind {
        case .single: .single
        case .multiple: .multi
        case .dropdown: .dropdown
        case .yesNo: .yesno
        case .likert: .likert
        case .rating: .rate
        case .pair: .pair
        case .ranking: .rank
        case .number: .number
        case .text: .text
        case .longText: .longtext
        case .date: .date
        case .month: .month
        case .note: .note
        }
    }

    private func words(_ marks: Marks) -> Set<MarkWord> {
        var words: Set<MarkWord> = []
        if marks.isOptional { words.insert(.optional) }
        if marks.isReversed { words.insert(.reverse) }
        if marks.isShuffled { words.insert(.shuffle) }
        if marks.takesText { words.insert(.write) }
        if marks.isExclusive { words.insert(.exclusive) }
        if marks.isUnscored { words.insert(.unscored) }
        if marks.isAggregateOnly { words.insert(.aggregateOnly) }
        switch marks.change {
        case .rewordedComparable: words.insert(.rewordedComparable)
        case .rewordedNotComparable: words.insert(.rewordedNotComparable)
        case .new: words.insert(.new)
        case nil: break
        }
        return words
    }
}
