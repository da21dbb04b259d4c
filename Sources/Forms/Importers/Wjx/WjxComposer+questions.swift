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
            finishMarks(of: &items[index], question, isFirst: index == 0)
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
        return help.filter { text in text.contains { $0 != ":" && $0 != "：" } }
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
            let rest = question.body.filter { WjxTags.range(in: $0.text.key) == nil }
            return [withHelp(item(question, .number(range.map { NumberRange(bounds: $0) }, unit: nil)), rest)]
        case .date: return [withHelp(item(question, .date(nil)), question.body)]
        case .month: return [withHelp(item(question, .month(nil)), question.body)]
        case .scale: return [scale(question)]
        case .rating:
            // 5 stars with words to each are a scale.
            guard question.body.isEmpty || range(of: question) != nil else { return [scale(question)] }
            return [rating(question, range(of: question))]
        case .recommendation: return [rating(question, range(of: question) ?? 0...10)]
        case .shares: return shares(question)
        case .matrixSingle, .matrixScale, .matrixMultiple, .matrixText: return matrix(question, type)
        case .note, .page: return [withHelp(item(question, .note), question.body)]
        case .unsupported:
            let texts = ([question.stem] + question.body.map(\.text)).map(\.text) + question.tags.logic
            let words = texts.joined(separator: " / ")
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

    /// Lines below a question that are no answers are for the respondent to read.
    func withHelp(_ item: DraftItem, _ lines: [WjxLine]) -> DraftItem {
        var item = item
        item.question.help += lines.map { LocalText(spelled($0.text.text)) }
        return item
    }

    func stem(of question: WjxQuestion) -> String {
        let text = question.stem.withoutBlanks.text.replacing("{_}", with: "____")
        return text.isEmpty ? "第 \(question.number ?? question.line) 题" : spelled(text)
    }

    func range(of question: WjxQuestion) -> ClosedRange<Int>? {
        question.tags.range
            ?? question.body.lazy.compactMap { WjxTags.range(in: $0.text.key) ?? WjxTags.levels($0.text.key) }.first
    }
}
