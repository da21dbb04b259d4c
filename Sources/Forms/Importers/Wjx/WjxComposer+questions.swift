import Surveys

/// One pasted question, made into one or several of the survey.
extension WjxComposer {
    mutating func items(of question: WjxQuestion) -> [DraftItem] {
        var question = question
        let help = takeHelp(from: &question)
        let type = type(of: question)
        var items = items(of: question, type)
        for index in items.indices {
            if index == 0 {
                items[index].question.help = help.map { LocalText(spelled($0)) } + items[index].question.help
            }
            finishMarks(of: &items[index], question)
        }
        if let first = items.first {
            remarkOnFormat(question, first.id)
            for words in question.tags.logic {
                items[0].jumps.append(DraftItem.Jump(line: question.line, option: nil, words: words))
            }
        }
        return items
    }

    /// 说明：…, 提示：… below the stem are for the respondent.
    private func takeHelp(from question: inout WjxQuestion) -> [String] {
        var help: [String] = []
        question.body.removeAll { line in
            let key = line.text.key
            guard let match = key.prefixMatch(of: /\(?(?:题目说明|填写说明|说明|填写提示|提示|备注|注意|注)\s*:\s*/) else { return false }
            help.append(line.text.from(match.output.count).text)
            return true
        }
        return help.filter { !$0.isEmpty }
    }

    private mutating func type(of question: WjxQuestion) -> WjxType {
        if let type = question.tags.type { return type }
        let guess: WjxType
        let words: Wording
        if question.body.isEmpty {
            (guess, words) = (.text, Wording("文本", "text"))
        } else if question.body.count == 1, WjxTags.range(in: question.body[0].text.key) != nil {
            (guess, words) = (.scale, Wording("量表题", "likert"))
        } else if question.tags.most ?? question.tags.least ?? 1 > 1 || question.stem.key.contains("多选") {
            (guess, words) = (.multiple, Wording("多选", "multi"))
        } else {
            (guess, words) = (.single, Wording("单选", "single"))
        }
        if let unknown = question.tags.unknownType {
            remark(
                .changed, lines: [question.line],
                Wording(
                    "不认识的题型“\(unknown)”，按\(words.chinese)读；请核对",
                    "unknown type \"\(unknown)\", read as \(words.english): check it"),
                item: nextID)
        } else {
            remark(
                .changed, lines: [question.line],
                Wording("没有写题型，按\(words.chinese)读；请核对", "no type is written; read as \(words.english): check it"))
        }
        return guess
    }

    private mutating func items(of question: WjxQuestion, _ type: WjxType) -> [DraftItem] {
        switch type {
        case .single, .multiple, .dropdown, .judgement, .ranking: return [choice(question, type)]
        case .text, .longText:
            // A sentence with several blanks stays one: nobody but its author knows what to call them.
            if let several = blanks(in: question), several.count > 1, !several.contains("") {
                return texts(question, several)
            }
            return [openText(question, type)]
        case .severalTexts:
            let named = blanks(in: question) ?? question.body.map(\.text.text)
            return named.count > 1 ? texts(question, named) : [openText(question, .text)]
        case .number, .slider:
            let range = range(of: question) ?? (type == .slider ? 0...100 : nil)
            return [item(question, .number(range.map { NumberRange(bounds: $0) }, unit: nil))]
        case .date: return [item(question, .date(nil))]
        case .month: return [item(question, .month(nil))]
        case .scale: return [scale(question)]
        case .rating:
            // 5 stars with words to each are a scale.
            guard question.body.isEmpty || range(of: question) != nil else { return [scale(question)] }
            return [rating(question, range(of: question))]
        case .recommendation: return [rating(question, range(of: question) ?? 0...10)]
        case .shares: return shares(question)
        case .matrixSingle, .matrixScale, .matrixMultiple, .matrixText: return matrix(question, type)
        case .note, .page:
            var note = item(question, .note)
            note.question.help = question.body.map { LocalText(spelled($0.text.text)) }
            return [note]
        case .unsupported:
            let words = ([question.stem] + question.body.map(\.text)).map(\.text).joined(separator: " / ")
            remark(
                .lost, lines: [question.line],
                Wording(
                    "没有“\(question.tags.typeWord ?? "")”这种题型：\(words)",
                    "there is no type \"\(question.tags.typeWord ?? "")\": \(words)"), item: nextID)
            return []
        }
    }

    func item(_ question: WjxQuestion, _ kind: Question.Kind, _ id: Int) -> DraftItem {
        DraftItem(
            id: id, line: question.line, number: question.number,
            question: Question(code: "", text: LocalText(stem(of: question)), kind: kind))
    }

    mutating func item(_ question: WjxQuestion, _ kind: Question.Kind) -> DraftItem {
        item(question, kind, newID())
    }

    func stem(of question: WjxQuestion) -> String {
        let text = question.stem.withoutBlanks.text.replacing("{_}", with: "____")
        return text.isEmpty ? "第 \(question.number ?? question.line) 题" : spelled(text)
    }

    func range(of question: WjxQuestion) -> ClosedRange<Int>? {
        question.tags.range
            ?? question.body.lazy.compactMap { WjxTags.range(in: $0.text.key) ?? WjxTags.levels($0.text.key) }.first
    }

    // MARK: Choices

    private mutating func choice(_ question: WjxQuestion, _ type: WjxType) -> DraftItem {
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

    // MARK: Texts and numbers

    private mutating func openText(_ question: WjxQuestion, _ type: WjxType) -> DraftItem {
        let words = ["意见", "建议", "看法", "想法", "原因", "为什么", "什么", "哪些", "如何", "怎样", "描述", "谈谈", "说说", "感受", "经验"]
        let isLong = type == .longText || words.contains(where: question.stem.text.contains)
        let kind: Question.Kind =
            switch question.tags.format {
            case "数字", "整数": .number(question.tags.range.map { NumberRange(bounds: $0) }, unit: nil)
            case "日期": .date(nil)
            default: isLong ? .longText(limit: question.tags.characters) : .text(limit: question.tags.characters)
            }
        var text = item(question, kind)
        let lines = question.body.filter {
            !$0.text.withoutBlanks.isEmpty && !$0.text.plain.allSatisfy { "_﹍ ".contains($0) }
        }
        text.question.help = lines.map { LocalText(spelled($0.text.text)) }
        return text
    }

    /// The named places of a text to fill in, if it has any.
    private func blanks(in question: WjxQuestion) -> [String]? {
        let found = WjxLists.blanks(question.stem) + question.body.flatMap { WjxLists.blanks($0.text) }
        return found.isEmpty ? nil : found
    }

    private mutating func texts(_ question: WjxQuestion, _ labels: [String]) -> [DraftItem] {
        let isInStem = !WjxLists.blanks(question.stem).isEmpty
        let whole = stem(of: question)
        remark(
            .changed, lines: [question.line],
            Wording("多项填空拆成了 \(labels.count) 道文本题", "the several blanks became \(labels.count) questions"), item: nextID
        )
        return labels.enumerated().map { index, label in
            var text = item(question, .text(limit: question.tags.characters))
            let name = label.isEmpty ? "第 \(index + 1) 空" : label
            // 姓名：____ 年龄：____ says all there is to say; a sentence with blanks is needed around each of them.
            let isList = isInStem && !labels.contains("")
            text.question.text = LocalText(isList ? spelled(name) : "\(joined(whole, spelled(name)))")
            return text
        }
    }

    /// `基本信息：姓名`
    func joined(_ stem: String, _ part: String) -> String {
        var stem = stem
        while let last = stem.last, "：:。.，,".contains(last) { stem.removeLast() }
        return "\(stem)：\(part)"
    }

    private mutating func shares(_ question: WjxQuestion) -> [DraftItem] {
        let parts = WjxLists.withoutOpeners(question.body.filter { WjxTags.range(in: $0.text.key) == nil })
        guard !parts.isEmpty else { return [item(question, .number(NumberRange(bounds: 0...100), unit: "%"))] }
        let whole = stem(of: question)
        remark(
            .lost, lines: [question.line],
            Wording(
                "比重题拆成了 \(parts.count) 道数字题；“合计 100”不会核对",
                "the shares became \(parts.count) numbers; that they add up to 100 is not checked"
            ), item: nextID)
        return parts.map { part in
            var share = item(question, .number(NumberRange(bounds: 0...100), unit: "%"))
            share.line = part.number
            share.question.text = LocalText(joined(whole, spelled(part.text.text)))
            return share
        }
    }

    private mutating func remarkOnFormat(_ question: WjxQuestion, _ id: Int) {
        guard let format = question.tags.format, !["数字", "整数", "日期"].contains(format) else { return }
        remark(
            .lost, lines: [question.line],
            Wording("“\(format)”的格式不会核对", "the format \"\(format)\" is not checked"), item: id)
    }

    // MARK: Marks

    /// A mark goes where the survey language has it.
    private mutating func finishMarks(of item: inout DraftItem, _ question: WjxQuestion) {
        let tags = question.tags
        var takesOptional = true
        var takesReverse = false
        var takesShuffle = false
        switch item.question.kind {
        case .note: takesOptional = item.ladder != nil
        case .single, .dropdown, .multiple, .ranking: takesShuffle = true
        case .rating: (takesReverse, takesShuffle) = (item.question.rows.isEmpty, true)
        default: break
        }
        if item.ladder != nil { (takesReverse, takesShuffle) = (item.question.rows.isEmpty, true) }
        item.question.marks.isOptional = tags.isOptional && takesOptional
        if tags.isShuffled, takesShuffle { item.question.marks.isShuffled = true }
        guard tags.isReversed else { return }
        // Where the labels count down, the numbers say it already.
        if item.ladder?.steps.first.map({ $0.code > 1 }) == true { return }
        if takesReverse {
            item.question.marks.isReversed = true
        } else if !item.question.rows.isEmpty {
            for row in item.question.rows.indices { item.question.rows[row].marks.isReversed = true }
        } else {
            remark(
                .lost, lines: [question.line],
                Wording("这种题不能标“反向”；请给选项写分值", "such a question takes no `reverse`: give its options points"),
                item: item.id)
        }
    }

    /// A remark that belongs to a scale, whatever it will be called.
    mutating func note(_ kind: ImportRemark.Kind, lines: [Int], _ wording: Wording, on ladder: AnswerLadder) {
        if let same = ladderRemarks[ladder]?.firstIndex(where: { $0.kind == kind && $0.wording == wording }) {
            ladderRemarks[ladder]?[same].lines += lines
        } else {
            ladderRemarks[ladder, default: []].append(
                PendingRemark(kind: kind, lines: lines, wording: wording, item: nil))
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
