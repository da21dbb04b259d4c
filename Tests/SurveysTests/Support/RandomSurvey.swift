import TestSupport

@testable import Surveys

/// Invents surveys that use every piece of the language, the same ones on every machine.
struct RandomSurvey {
    private var random: SplitMix64
    private var languages: [String] = []

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    mutating func survey() -> Survey {
        var survey = Survey()
        languages =
            [["zh"], ["zh", "en"], ["en"], ["en", "zh"], ["zh", "bo", "en"]].randomElement(using: &random) ?? ["zh"]
        survey.languages = languages
        survey.title = text()
        survey.year = chance(3) ? nil : 2026
        survey.previousYear = survey.year == nil || chance(2) ? nil : 2025
        survey.isAnonymous = !chance(4)
        survey.smallestGroup = chance(2) ? nil : number(5...20)
        survey.access = chance(2) ? nil : "一人一码"
        if chance(2), let first = Day(year: 2026, month: number(1...9), day: number(1...28)),
            let last = Day(year: 2026, month: number(10...12), day: number(1...28))
        {
            survey.fieldwork = first...last
        }
        survey.introduction = texts(0...2)
        survey.scales = (0..<2).map { scale($0) }
        var ordinal = 0
        for section in 0..<number(1...3) {
            survey.sections.append(Section(title: section == 0 && chance(2) ? LocalText("") : text()))
            let isTitled = !survey.sections[section].title.main.isEmpty
            if isTitled { survey.sections[section].help = texts(0...1) }
            for _ in 0..<number(1...5) {
                let question = question(ordinal, in: survey)
                survey.sections[section].questions.append(question)
                ordinal += 1
            }
        }
        survey.dimensions = dimensions(of: survey)
        survey.retired = (0..<number(0...3)).map { "OLD\($0)" }
        return survey
    }

    // MARK: Chance

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    /// True once in so many.
    private mutating func chance(_ odds: Int) -> Bool { number(1...odds) == 1 }

    // MARK: Texts

    /// Wordings with marks that would mean something elsewhere in the language.
    private static let wordings = [
        "学风自查", "a || b", "甲|乙", "[注] 见下", "见 [附件] 第 2 页", "{{花括号}}", "- 甲", "// 不是备注", "# 一", "1. 甲", "en: x", "说明：乙",
        "A1. 问 [单选]", "〔单选〕", "（反向）说", "x = y", "≥ 85 = 优", "“引号”", "100%", "a\u{301}bc", "ＡＢＣ１２３", "，逗号", "维度", "其余",
        "  内  空  格",
        "停用：A1", "《办法》", "且 或 非", "——", "👍🏽 好", "ཀ་ཁ", "Ünïcode wörds", "【甲】", "a]b", "a[b", "[[", "|",
        "很长很长很长很长很长很长很长很长很长很长的一句话",
    ]

    private mutating func wording() -> String {
        let words = Self.wordings.randomElement(using: &random) ?? ""
        return String("\(words)\(number(1...99))".drop { $0 == " " })
    }

    private mutating func text() -> LocalText {
        var text = LocalText(wording())
        for language in languages.dropFirst() where !chance(4) { text.translations[language] = wording() }
        return text
    }

    private mutating func texts(_ count: ClosedRange<Int>) -> [LocalText] {
        // What follows 说明： may not begin with a colon, and is otherwise free.
        (0..<number(count)).map { _ in text() }
    }

    // MARK: Parts

    private mutating func scale(_ index: Int) -> Scale {
        let low = number(-1...1)
        var levels = (low...low + number(1...5)).map { Level(code: $0, text: text()) }
        if chance(2) { for level in levels.indices { levels[level].points = number(-10...100) } }
        if chance(2) { levels.append(Level(code: nil, text: text(), isUnscored: true)) }
        return Scale(name: LocalText(index == 0 ? "五级" : "水平 五级"), levels: levels)
    }

    private mutating func change() -> Marks.Change? {
        [nil, nil, nil, .new, .rewordedComparable, .rewordedNotComparable].randomElement(using: &random) ?? nil
    }

    private mutating func question(_ ordinal: Int, in survey: Survey) -> Question {
        let kind = kind()
        var question = Question(code: ordinal % 5 == 4 ? "题\(ordinal)" : "Q\(ordinal)", text: text(), kind: kind)
        question.help = texts(0...2)
        question.marks.change = change()
        if kind != .note {
            question.marks.isOptional = chance(3)
            question.marks.isUnscored = chance(5)
            question.marks.isAggregateOnly = chance(5)
        }
        if kind.takesOptions {
            question.marks.isShuffled = chance(3)
            for number in 0..<4 {
                var option = Option(code: "\(number + 1)", text: text())
                option.marks.takesText = chance(4)
                option.marks.points = chance(3) ? self.number(0...100) : nil
                option.marks.change = change()
                option.help = texts(0...1)
                question.options.append(option)
            }
        }
        if kind.takesRows, ordinal % 3 > 0 {
            for number in 0..<self.number(1...3) {
                var row = Row(code: "\(question.code)_\(number)", text: text())
                if case .pair = kind { row.advice = texts(0...2) } else { row.marks.isReversed = chance(3) }
                row.marks.isOptional = chance(4)
                row.marks.change = change()
                row.help = texts(0...1)
                row.show = chance(3) ? condition(over: survey) : nil
                question.rows.append(row)
            }
        }
        if chance(3) { question.show = condition(over: survey) }
        if kind != .note, chance(3), let condition = condition(over: survey) {
            question.checks = [Check(condition: condition, isHard: chance(2), message: chance(2) ? text() : nil)]
        }
        return question
    }

    private mutating func kind() -> Question.Kind {
        let days = Day(year: 2025, month: 1, day: 1).flatMap { first in
            Day(year: 2026, month: number(1...12), day: 1).map { first...$0 }
        }
        return [
            .single, .multiple(count: chance(2) ? nil : 1...number(1...3)), .dropdown(list: chance(2) ? nil : "处室"),
            .yesNo,
            .likert(scale: "五级"), .rating(number(-3...0)...number(1...10)), .pair(scale: "水平 五级"),
            .ranking(count: chance(2) ? nil : number(1...3)),
            .number(
                chance(3) ? nil : NumberRange(bounds: number(-50...0)...number(1...999), decimals: number(0...2)),
                unit: chance(2) ? nil : "天"),
            .text(limit: chance(2) ? nil : number(1...99)), .longText(limit: chance(2) ? nil : number(1...999)),
            .date(chance(2) ? nil : days), .month(chance(2) ? nil : days), .note,
        ].randomElement(using: &random) ?? .note
    }

    /// Of the questions that are there already.
    private mutating func condition(over survey: Survey, depth: Int = 0) -> Condition? {
        let variables = survey.variables
        guard let variable = variables.randomElement(using: &random) else { return nil }
        if depth < 2, chance(3) {
            let parts = (0..<2).compactMap { _ in condition(over: survey, depth: depth + 1) }
            return chance(2) ? .all(parts) : .any(parts)
        }
        if chance(6) { return condition(over: survey, depth: depth + 1).map { .not($0) } }
        let name = Condition.Reference(variable.name)
        if chance(4) { return chance(2) ? .answered(name) : .unanswered(name) }
        switch variable.domain {
        case .options(let options): return options.first.map { .compare(name, .notEqual, .option($0.code)) }
        case .optionSet(let options, _), .ranking(let options, _):
            return options.last.map { .compare(name, chance(2) ? .has : .lacks, .option($0.code)) }
        case .levels(let scale): return scale.bounds.map { .compare(name, .equal, .number(Double($0.upperBound))) }
        case .integers(let range): return .compare(name, .equal, .number(Double(range.lowerBound)))
        case .number(nil): return .compare(name, .atLeast, .number(0.5))
        case .number, .text, .unit: return .answered(name)
        case .day, .month:
            return Day(year: 2025, month: 12, day: 1).map { .compare(name, .notEqual, .day($0)) }
        }
    }

    // MARK: Dimensions

    private mutating func dimensions(of survey: Survey) -> [Dimension] {
        let scored = survey.variables.filter { variable in
            if case .levels = variable.domain, variable.part == nil { true } else { false }
        }
        guard !scored.isEmpty else { return [] }
        return (0..<2).map { index in
            var dimension = Dimension(name: LocalText("维度 \(index)"))
            dimension.terms = scored.map { Dimension.Term(code: $0.code, weight: number(1...3)) }
            dimension.rescale =
                [.raw, .percentOfMaximumPossible, .shareOfMaximum, .onto(0...10)].randomElement(using: &random) ?? .raw
            dimension.mostMissing = chance(2) ? nil : 0
            dimension.direction = chance(2) ? .higherIsBetter : .lowerIsBetter
            dimension.level = [.person, .unit, .organisation].randomElement(using: &random) ?? .person
            dimension.model = chance(2) ? .reflective : .formative
            dimension.benchmark = chance(2) ? nil : .table("全国常模")
            dimension.advice = texts(0...2)
            return dimension
        }
    }
}
