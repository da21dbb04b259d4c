import Surveys

/// What the tags of a question say beside its type.
extension WjxComposer {
    /// A setting that the type of the question has no place for is said, not dropped.
    private mutating func remarkOnUnusedSettings(_ item: DraftItem, _ question: WjxQuestion, takesShuffle: Bool) {
        let tags = question.tags
        var unused: [String] = []
        switch item.question.kind {
        case .text, .longText: break
        default: if let characters = tags.characters { unused.append("\(characters) 字") }
        }
        switch item.question.kind {
        case .multiple(count: .some), .ranking: break
        default:
            let ends = [tags.least, tags.most].compactMap { $0 }
            if ends.contains(where: { $0 > 1 }) { unused.append(ends.map(String.init).joined(separator: "~") + " 项") }
        }
        switch item.question.kind {
        case .rating, .number, .likert: break
        default:
            if let range = tags.range, item.ladder == nil { unused.append("\(range.lowerBound)~\(range.upperBound)") }
        }
        if tags.isShuffled, !takesShuffle { unused.append("乱序") }
        guard !unused.isEmpty else { return }
        let words = unused.joined(separator: "、")
        remark(
            .lost, lines: [question.line],
            Wording("这种题没有“\(words)”这样的设置", "such a question has no setting \"\(words)\""), item: item.id)
    }

    /// A mark goes where the survey language has it.
    mutating func finishMarks(of item: inout DraftItem, _ question: WjxQuestion, isFirst: Bool) {
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
        // Once for a question that became several.
        if isFirst { remarkOnUnusedSettings(item, question, takesShuffle: takesShuffle) }
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
