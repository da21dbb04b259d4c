import Surveys

/// Questions with answers to choose from.
extension WjxComposer {
    mutating func choice(_ question: WjxQuestion, _ type: WjxType) -> DraftItem {
        let options = WjxLists.options(question.body)
        if type == .judgement, options.isEmpty || Set(options.map(\.text)) == ["是", "否"] {
            var yesNo = item(question, .yesNo)
            // 是 comes first here, whatever came first there; nobody is led elsewhere by a yesNo option.
            for option in options {
                yesNo.jumps += option.jumps.map { .init(line: option.line, option: nil, words: $0) }
            }
            return yesNo
        }
        if options.isEmpty {
            remark(
                .changed, lines: [question.line],
                Wording("这道题没有选项，写成了文本；请补上选项并改回[单选]或[多选]", "the question has no options and became a text: add them"),
                item: nextID)
            return item(question, .text(limit: nil))
        }
        if options.count == 1 {
            remark(
                .changed, lines: [question.line],
                Wording(
                    "只有一个选项“\(options[0].text)”，写成了说明", "with the single option \"\(options[0].text)\" it became a note"
                ),
                item: nextID)
            return item(question, .note)
        }
        if type == .single, let ladder = AnswerLadder(labels: options.map(\.text)), repeatedLadders.contains(ladder),
            options.allSatisfy({ !$0.takesText && $0.jumps.isEmpty && $0.points == nil })
        {
            var likert = item(question, .note)
            likert.ladder = ladder
            note(
                .changed, lines: [question.line],
                Wording("几道单选题的选项是同样的等级，改成了量表题", "single choices with the same grades became likert questions"),
                on: ladder)
            return likert
        }
        var choice = item(question, kind(of: question, type, options))
        choice.question.options = coded(options, of: choice.id)
        choice.jumps = options.enumerated().flatMap { index, option in
            option.jumps.map { DraftItem.Jump(line: option.line, option: index, words: $0) }
        }
        remarkOnOptions(choice, question, type, options)
        return choice
    }

    private mutating func kind(of question: WjxQuestion, _ type: WjxType, _ options: [WjxOption]) -> Question.Kind {
        let together = options.count { !$0.isExclusive }
        var tags = question.tags
        if tags.least == nil, tags.most == nil { tags.readCountInStem(question.stem.key) }
        if let most = tags.most, most > together {
            remark(
                .changed, lines: [question.line],
                Wording(
                    "最多选 \(most) 项，但只有 \(together) 个选项；去掉了上限",
                    "at most \(most) of \(together) options: the limit was left out"),
                item: nextID)
            tags.most = together
        }
        tags.least = tags.least.map { min($0, tags.most ?? together) }
        switch type {
        case .dropdown: return .dropdown(list: nil)
        case .ranking: return .ranking(count: tags.most == together ? nil : tags.most)
        case .multiple:
            guard tags.least != nil || tags.most != nil, together > 0 else { return .multiple(count: nil) }
            return .multiple(count: (tags.least ?? 1)...max(tags.most ?? together, tags.least ?? 1))
        default:
            // 单选 with a count that allows several is none.
            guard (tags.most ?? 1) > 1, question.tags.type == nil else { return .single }
            return .multiple(count: (tags.least ?? 1)...(tags.most ?? together))
        }
    }

    /// Options are 1, 2, 3 … as 问卷星 exports them; where a label would be the code of another, codes follow the labels.
    private mutating func coded(_ options: [WjxOption], of id: Int) -> [Surveys.Option] {
        let codes = codes(of: options, id)
        // Points count only where every option has them.
        let havePoints = options.allSatisfy { $0.points != nil }
        var seen: [String: Int] = [:]
        return options.enumerated().map { index, option in
            var text = option.text
            let key = PastedText(text).key.filter { !$0.isWhitespace }
            seen[key, default: 0] += 1
            if let count = seen[key], count > 1 {
                remark(
                    .changed, lines: [option.line],
                    Wording(
                        "选项“\(text)”写了两次，后一个写成“\(text)（\(count)）”",
                        "the option \"\(text)\" stands twice; a number tells them apart"),
                    item: id)
                text += "（\(count)）"
            }
            var marks = Marks()
            marks.takesText = option.takesText
            marks.isExclusive = option.isExclusive
            marks.points = havePoints ? option.points : nil
            if !havePoints, let points = option.points { text += "（\(points) 分）" }
            return Surveys.Option(
                code: codes[index], text: LocalText(spelled(text)), marks: marks)
        }
    }

    private mutating func codes(of options: [WjxOption], _ id: Int) -> [String] {
        let counted = options.indices.map { String($0 + 1) }
        let labels = options.map { PastedText($0.text).key }
        guard zip(labels, counted).contains(where: { $0 != $1 && counted.contains($0) }) else { return counted }
        // 0、1、2、3个及以上
        let numbers = labels.map { String($0.prefix(while: \.isPlainDigit)) }
        let areDistinct =
            Set(numbers.compactMap { Int($0) }).count == options.count && numbers.allSatisfy { $0.count < 5 }
        remark(
            .advice, lines: options.prefix(1).map(\.line),
            Wording(
                "选项的文字是数字，代码\(areDistinct ? "也用这些数字" : "用 a、b、c")；从 问卷星 导出答卷时请选“按选项文本”",
                "the options are numbers, \(areDistinct ? "and so are their codes" : "so their codes are a, b, c"); export responses from 问卷星 as text"
            ), item: id)
        return areDistinct
            ? numbers.map { Int($0).map(String.init) ?? $0 } : options.indices.map { Self.lowerLetters($0) }
    }

    private static func lowerLetters(_ index: Int) -> String {
        index < 26
            ? String(UnicodeScalar(UInt8(ascii: "a") + UInt8(index)))
            : lowerLetters(index / 26 - 1) + lowerLetters(index % 26)
    }

    private mutating func remarkOnOptions(
        _ item: DraftItem, _ question: WjxQuestion, _ type: WjxType, _ options: [WjxOption]
    ) {
        if type == .multiple,
            let none = options.first(where: { option in
                !option.isExclusive
                    && ["以上都没有", "以上都不", "以上均", "都没有", "均无", "均没有", "没有参加", "没有", "无", "none"]
                        .contains { $0.count == 1 ? option.text == $0 : option.text.lowercased().hasPrefix($0) }
            })
        {
            remark(
                .advice, lines: [none.line],
                Wording(
                    "选项“\(none.text)”若不能和别的一起选，行尾加 [独占]", "where \"\(none.text)\" excludes the others, end it with [独占]"
                ),
                item: item.id)
        }
        // 评分单选, 测试题: their points stand in no text.
        if let word = question.tags.typeWord, ["评分", "测试", "考试"].contains(where: word.hasPrefix),
            options.contains(where: { $0.points == nil })
        {
            remark(
                .lost, lines: [question.line],
                Wording(
                    "“\(word)”的分值不在文字里；要计分，每个选项行尾写分值，例如 [5分]",
                    "the points of \"\(word)\" stand in no text; to score it end each option with points, such as [5分]"),
                item: item.id)
        }
        let units = ["处室", "部门", "科室", "单位"]
        let text = question.stem.text
        if type == .single || type == .dropdown, units.contains(where: text.contains),
            ["所在", "所属", "哪个"].contains(where: text.contains)
        {
            remark(
                .advice, lines: [question.line],
                Wording(
                    "要分处室出报告，题型改成 [下拉 处室] 并删去选项，由名册列出处室",
                    "for results by unit make it [下拉 处室] without options; the roster lists the units"),
                item: item.id)
        }
    }
}

extension WjxTags {
    /// 最多选三项 in the middle of a stem.
    mutating func readCountInStem(_ stem: String) {
        guard
            let match = stem.firstMatch(
                of: /(?:最多|至多|限|不超过)\s*(?:可以|可|只能)?\s*(?:选择|选)?\s*([\d一二两三四五六七八九十]{1,2})\s*(?:项|个|种)/)
        else { return }
        most = spokenNumber(match.1)
    }
}
