import Surveys

/// Questions that are answered in steps: 量表题, 评分题 and the matrices.
extension WjxComposer {
    mutating func scale(_ question: WjxQuestion) -> DraftItem {
        let body = question.body.map { WjxLine(number: $0.number, text: $0.text.withoutRings) }
        let found = steps(body, countsDown: question.tags.isReversed)
        if let ladder = found.ladder { return likert(question, ladder) }
        var question = question
        question.body = found.rest
        var range = found.range ?? question.tags.range
        if range == nil {
            range = 1...5
            remark(
                .changed, lines: [question.line],
                Wording("没有写从几到几，按 1~5 读；请核对", "no range is written; read as 1~5: check it"), item: nextID)
        }
        let scale = range ?? 1...5
        let ladder = ladder(scale, ends: found.ends)
        guard !isBroad(ladder) else { return rating(question, scale) }
        return withHelp(likert(question, ladder), question.body)
    }

    private mutating func likert(_ question: WjxQuestion, _ ladder: AnswerLadder) -> DraftItem {
        var likert = item(question, .note)
        likert.ladder = ladder
        return likert
    }

    mutating func rating(_ question: WjxQuestion, _ range: ClosedRange<Int>?) -> DraftItem {
        if range == nil {
            remark(
                .changed, lines: [question.line],
                Wording("没有写从几到几，按 1~5 读；请核对", "no range is written; read as 1~5: check it"), item: nextID)
        }
        let range = range ?? 1...5
        let rest = question.body.filter { WjxTags.range(in: $0.text.key) == nil && WjxTags.levels($0.text.key) == nil }
        let kind: Question.Kind =
            Self.ratings.contains(range) ? .rating(range) : .number(NumberRange(bounds: range), unit: nil)
        return withHelp(item(question, kind), rest)
    }

    /// What a rating may go from and to; more is a number.
    private static let ratings = -1000...1000

    /// More steps than anybody names, and no name: 0~10 is a rating and no scale of eleven levels.
    private func isBroad(_ ladder: AnswerLadder) -> Bool { ladder.isBare && ladder.steps.count > 7 }

    /// The steps of a range, with the words that the question, its page or the introduction gives to them.
    private mutating func ladder(_ range: ClosedRange<Int>, ends: [Int: String]) -> AnswerLadder {
        if !ends.isEmpty { return AnswerLadder(range, labels: ends) }
        guard let legend = currentLegend, let labels = legend.labels(for: range) else { return AnswerLadder(range) }
        let ladder = AnswerLadder(range, labels: labels)
        note(
            .changed, lines: [legend.line],
            Wording("各档的文字取自这一行", "the words of the levels were taken from this line"), on: ladder)
        // The line is one, however many questions it explains.
        if let index = ladderRemarks[ladder]?.firstIndex(where: { Set($0.lines) == [legend.line] }) {
            ladderRemarks[ladder]?[index].lines = [legend.line]
        }
        return ladder
    }

    /// What stands below a scale: a range, words to its ends or to all of its steps, or the steps one a line; and the
    /// lines that are none of it.
    private func steps(_ body: [WjxLine], countsDown: Bool) -> (
        ladder: AnswerLadder?, range: ClosedRange<Int>?, ends: [Int: String], rest: [WjxLine]
    ) {
        var range: ClosedRange<Int>?
        var ends: [Int: String] = [:]
        var labels: [WjxLine] = []
        if let legend = Legend(PastedText(body.map(\.text.text).joined(separator: "，")), line: 0),
            legend.labels.count >= body.count, let low = legend.labels.keys.min(), let high = legend.labels.keys.max()
        {
            return (nil, low...high, legend.labels, [])
        }
        for line in body {
            var text = line.text
            if let list = text.rowsOrColumns, !list.isRows { text = list.rest }
            if let found = WjxTags.range(in: text.key) ?? WjxTags.levels(text.key) {
                range = found
            } else if let (found, words) = named(text) {
                range = found
                ends = words
            } else if let (low, high) = poles(text) {
                ends = [-1: low, -2: high]
            } else if let legend = Legend(text, line: line.number) {
                ends = legend.labels
            } else if !text.isEmpty {
                labels.append(WjxLine(number: line.number, text: text))
            }
        }
        if let low = ends[-1], let high = ends[-2] {
            let known = range ?? 1...5
            ends = [known.lowerBound: low, known.upperBound: high]
            range = known
        }
        guard range == nil, ends.isEmpty else { return (nil, range, ends, labels) }
        let words = WjxLists.options(labels).map(\.text)
        let ladder = AnswerLadder(labels: words, countsDown: countsDown)
        return (ladder, nil, [:], ladder == nil ? labels : [])
    }

    /// `很不满意~很满意`, `很不满意——很满意`
    private func poles(_ text: PastedText) -> (String, String)? {
        let parts = text.split(at: ["~", "-", "→"])
        guard parts.count == 2,
            parts.allSatisfy({ part in part.plain.count <= 12 && !part.plain.contains(where: \.isPlainDigit) })
        else { return nil }
        return (parts[0].text, parts[1].text)
    }

    /// `1~5（很不满意~很满意）`, `很不满意 1 2 3 4 5 很满意`, `1(很不满意)~5(很满意)`
    private func named(_ text: PastedText) -> (ClosedRange<Int>, [Int: String])? {
        let key = text.key
        if let match = key.wholeMatch(of: /(\d{1,2})\s*\(([^()\d]+)\)\s*[~\-至到]+\s*(\d{1,2})\s*\(([^()\d]+)\)/),
            let low = Int(match.1), let high = Int(match.3), low < high
        {
            return (low...high, [low: String(match.2), high: String(match.4)])
        }
        if let match = key.prefixMatch(of: /(\d{1,2})\s*分?\s*[~\-至到]+\s*(\d{1,2})\s*分?\s*[(,:; ]\s*/),
            let low = Int(match.1), let high = Int(match.2), low < high
        {
            var rest = text.from(match.0.count)
            if rest.plain.last == ")" { rest = rest.upTo(rest.plain.count - 1) }
            if let (first, last) = poles(rest) { return (low...high, [low: first, high: last]) }
            if let legend = Legend(rest, line: 0) { return (low...high, legend.labels) }
        }
        let words = text.split(at: [" ", "\t"])
        let numbers = words.compactMap { Int($0.key) }
        guard words.count >= 4, numbers.count >= 2, let low = numbers.first, let high = numbers.last,
            numbers == Array(low...max(low, high)), numbers.count >= words.count - 2
        else { return nil }
        var ends: [Int: String] = [:]
        if let first = words.first, Int(first.key) == nil { ends[low] = first.text }
        if let last = words.last, Int(last.key) == nil { ends[high] = last.text }
        return (low...high, ends)
    }

    // MARK: Matrices

    mutating func matrix(_ question: WjxQuestion, _ type: WjxType) -> [DraftItem] {
        let matrix = WjxLists.matrix(question.body)
        guard !matrix.rows.isEmpty else {
            remark(
                .changed, lines: [question.line],
                Wording("这道矩阵题没有行，写成了一道题；请核对", "the matrix has no rows and became one question: check it"), item: nextID
            )
            return [type == .matrixText ? withHelp(item(question, .text(limit: nil)), question.body) : scale(question)]
        }
        switch type {
        case .matrixText: return split(question, matrix.rows, "矩阵填空") { _ in .text(limit: nil) }
        case .matrixMultiple where matrix.columns.count > 1:
            let options = matrix.columns.enumerated().map { index, column in
                Surveys.Option(code: String(index + 1), text: LocalText(spelled(column.text)))
            }
            var several = split(question, matrix.rows, "矩阵多选") { _ in .multiple(count: nil) }
            for index in several.indices { several[index].question.options = options }
            return several
        default: return [block(question, type, matrix)]
        }
    }

    private mutating func split(
        _ question: WjxQuestion, _ rows: [WjxLine], _ name: String, kind: (WjxLine) -> Question.Kind
    ) -> [DraftItem] {
        let whole = stem(of: question)
        remark(
            .changed, lines: [question.line],
            Wording("\(name)拆成了 \(rows.count) 道题，每行一道", "the matrix became \(rows.count) questions, one a row"),
            item: nextID)
        return rows.map { row in
            var part = item(question, kind(row))
            part.line = row.number
            var name = row.text.withoutBlanks
            if name.plain.last == ":" { name = name.upTo(name.plain.count - 1) }
            part.question.text = LocalText(joined(whole, spelled(name.text)))
            return part
        }
    }

    private mutating func block(_ question: WjxQuestion, _ type: WjxType, _ matrix: WjxLists.Matrix) -> DraftItem {
        var block = item(question, .note)
        block.question.rows = matrix.rows.map { Row(code: "", text: LocalText(spelled($0.text.withoutBlanks.text))) }
        let numbers = matrix.columns.compactMap { Int($0.key) }
        if matrix.columns.count > 1, numbers.count < matrix.columns.count {
            setColumns(matrix, of: &block, question, type)
            return block
        }
        var range = matrix.range ?? question.tags.range
        if numbers.count > 1, let low = numbers.min(), let high = numbers.max(), low < high { range = low...high }
        if range == nil {
            range = matrix.legend.flatMap { legend in
                guard let low = legend.labels.keys.min(), let high = legend.labels.keys.max() else { return nil }
                return low...high
            }
        }
        if range == nil {
            range = 1...5
            remark(
                .changed, lines: [question.line],
                Wording("没有写各列，按 1~5 读；请核对", "no columns are written; read as 1~5: check it"), item: block.id)
        }
        var scale = range ?? 1...5
        if !Self.ratings.contains(scale) {
            remark(
                .lost, lines: [question.line],
                Wording(
                    "\(scale.lowerBound)~\(scale.upperBound) 太宽，按 0~1000 读",
                    "\(scale.lowerBound)~\(scale.upperBound) is too wide; read as 0~1000"),
                item: block.id)
            scale = 0...1000
        }
        let steps = ladder(scale, ends: matrix.legend?.labels ?? [:])
        if isBroad(steps) { block.question.kind = .rating(scale) } else { block.ladder = steps }
        return block
    }

    private mutating func setColumns(
        _ matrix: WjxLists.Matrix, of block: inout DraftItem, _ question: WjxQuestion, _ type: WjxType
    ) {
        let labels = matrix.columns.map { $0.withoutBlanks.text }
        guard let ladder = AnswerLadder(labels: labels, countsDown: question.tags.isReversed) else {
            block.ladder = AnswerLadder(1...5)
            remark(
                .lost, lines: [matrix.columnLine ?? question.line],
                Wording(
                    "各列“\(labels.joined(separator: " "))”有重复，按 1~5 读",
                    "columns stand twice (\(labels.joined(separator: " "))); read as 1~5"),
                item: block.id)
            return
        }
        block.ladder = ladder
        guard !ladder.isGraded, type != .matrixScale else { return }
        // 上级 同级 下级 are no grades: their numbers must not be averaged.
        block.question.marks.isUnscored = true
        remark(
            .changed, lines: [question.line],
            Wording(
                "各列不像由低到高的等级，标了“不计分”；是等级就去掉“不计分”",
                "the columns do not look like grades, so the block is [不计分]; take it off where they are"),
            item: block.id)
    }
}
