import Surveys

/// Questions that are answered in words or numbers, with one place to fill in or several.
extension WjxComposer {
    mutating func openText(_ question: WjxQuestion, _ type: WjxType) -> DraftItem {
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
    func blanks(in question: WjxQuestion) -> [String]? {
        let found = WjxLists.blanks(question.stem) + question.body.flatMap { WjxLists.blanks($0.text) }
        return found.isEmpty ? nil : found
    }

    mutating func texts(_ question: WjxQuestion, _ labels: [String]) -> [DraftItem] {
        let isInStem = !WjxLists.blanks(question.stem).isEmpty
        let whole = stem(of: question)
        remark(
            .changed, lines: [question.line],
            Wording("多项填空拆成了 \(labels.count) 道文本题", "the several blanks became \(labels.count) questions"), item: nextID
        )
        // Where the blanks have names, a line without one is for the respondent.
        let named = WjxLists.blanks(question.stem) + question.body.flatMap { WjxLists.blanks($0.text) }
        let rest = named.isEmpty ? [] : question.body.filter { WjxLists.blanks($0.text).isEmpty }
        return labels.enumerated().map { index, label in
            var text = item(question, .text(limit: question.tags.characters))
            let name = label.isEmpty ? "第 \(index + 1) 空" : label
            // 姓名：____ 年龄：____ says all there is to say; a sentence with blanks is needed around each of them.
            let isList = isInStem && !labels.contains("")
            text.question.text = LocalText(isList ? spelled(name) : "\(joined(whole, spelled(name)))")
            return index == 0 ? withHelp(text, rest) : text
        }
    }

    /// `基本信息：姓名`
    func joined(_ stem: String, _ part: String) -> String {
        var stem = stem
        while let last = stem.last, "：:。.，,".contains(last) { stem.removeLast() }
        return "\(stem)：\(part)"
    }

    mutating func shares(_ question: WjxQuestion) -> [DraftItem] {
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

    mutating func remarkOnFormat(_ question: WjxQuestion, _ id: Int) {
        guard let format = question.tags.format, !["数字", "整数", "日期"].contains(format) else { return }
        remark(
            .lost, lines: [question.line],
            Wording("“\(format)”的格式不会核对", "the format \"\(format)\" is not checked"), item: id)
    }
}
