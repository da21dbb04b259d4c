import Surveys

/// Makes a survey of a pasted questionnaire, and keeps an account of all that did not come over as it was.
struct WjxComposer {
    var sections: [DraftSection] = []
    var codes: [Int: String] = [:]
    var codesByNumber: [Int: String] = [:]
    /// The block that a folded question went into.
    var blockOf: [Int: Int] = [:]
    var legend: Legend?
    private var sectionLegend: Legend?
    /// Answer lists of single questions that are used more than once, and so are a scale.
    var repeatedLadders: Set<AnswerLadder> = []
    var ladderRemarks: [AnswerLadder: [PendingRemark]] = [:]
    private var pending: [PendingRemark] = []
    private var ids = 0

    /// A remark whose place in the survey is known only in the end.
    struct PendingRemark {
        var kind: ImportRemark.Kind
        var lines: [Int]
        var wording: Wording
        var item: Int?
    }

    var currentLegend: Legend? { sectionLegend ?? legend }

    mutating func newID() -> Int {
        ids += 1
        return ids
    }

    /// The id that the next question will have, for remarks about what stood above it.
    var nextID: Int { ids + 1 }

    mutating func remark(_ kind: ImportRemark.Kind, lines: [Int], _ wording: Wording, item: Int? = nil) {
        if let same = pending.firstIndex(where: { $0.kind == kind && $0.wording == wording && $0.item == item }) {
            pending[same].lines += lines
        } else {
            pending.append(PendingRemark(kind: kind, lines: lines, wording: wording, item: item))
        }
    }

    // MARK: Parts

    mutating func compose(_ document: WjxDocument, year: Int?) -> ImportedSurvey {
        findRepeatedLadders(document)
        legend = document.introduction.lazy.compactMap { Legend($0.text, line: $0.number) }.first
        for part in document.parts {
            switch part {
            case .heading(let line): openSection(line)
            case .page(let line): openPage(line)
            case .paragraph(let lines): addParagraph(lines)
            case .aside(let line):
                remark(
                    .lost, lines: [line.number],
                    Wording("“\(line.text.text)”", "\"\(line.text.text)\""),
                    item: sections.last?.items.last?.id)
            case .question(let question):
                if question.tags.type == .note, question.stem.isHeadingText {
                    openSection(WjxLine(number: question.line, text: question.stem))
                    if !question.body.isEmpty { addParagraph(question.body) }
                } else {
                    remarkOnBrackets(question)
                    for item in items(of: question) { add(item) }
                }
            }
        }
        remarkOnRequired(document)
        sections.removeAll(where: \.isEmpty)
        nameSections()
        for section in sections.indices { foldStatements(in: section) }
        assignCodes()
        var survey = Survey()
        setTitle(of: &survey, document)
        survey.year = year
        survey.introduction = document.introduction.map { LocalText(spelled($0.text.text)) }
        let remarks = finish(&survey, year: year)
        return ImportedSurvey(survey: survey, remarks: remarks)
    }

    private mutating func setTitle(of survey: inout Survey, _ document: WjxDocument) {
        if let title = document.title {
            survey.title = LocalText(spelled(title.text.text))
        } else {
            survey.title = LocalText("问卷")
            remark(.advice, lines: [], Wording("原文没有标题，请改第一行", "the text has no title: write one"))
        }
        let all = [survey.title.main] + sections.flatMap { $0.items.map(\.question.text.main) }
        let isHan = all.joined().unicodeScalars.contains { $0.properties.isIdeographic }
        survey.languages = [isHan ? "zh" : "en"]
    }

    /// Where some questions say 必答 and others say nothing, only the author knows what the silence means.
    private mutating func remarkOnRequired(_ document: WjxDocument) {
        let tags = document.parts.compactMap { part -> (line: Int, tags: WjxTags)? in
            guard case .question(let question) = part, question.tags.type != .note else { return nil }
            return (question.line, question.tags)
        }
        let silent = tags.filter { !$0.tags.isRequired && !$0.tags.isOptional }.map(\.line)
        guard tags.contains(where: \.tags.isRequired), !tags.contains(where: \.tags.isOptional), !silent.isEmpty else {
            return
        }
        remark(
            .advice, lines: silent,
            Wording(
                "有的题标了必答，这些没有标，也按必答读；不必答的请加 [选填]",
                "some questions are marked required and these are not; they are read as required too: add [选填] where they are not"
            ))
    }

    /// Nobody can say whether `[随便什么]` behind a stem was a setting or a part of it.
    private mutating func remarkOnBrackets(_ question: WjxQuestion) {
        guard let last = question.stem.groups("[", "]").last, last.upperBound == question.stem.plain.count else {
            return
        }
        let word = question.stem[last.lowerBound + 1..<last.upperBound - 1].text
        remark(
            .advice, lines: [question.line],
            Wording(
                "不认识“[\(word)]”，照原样留在题干里；是设置就改写，不是就不管",
                "\"[\(word)]\" is not known and was left in the stem: reword it where it was a setting"),
            item: nextID)
    }

    private mutating func openSection(_ line: WjxLine) {
        sectionLegend = nil
        let title = spelled(line.text.text)
        guard let last = sections.last, last.isEmpty else {
            sections.append(DraftSection(title: title, topic: title))
            return
        }
        // 第二部分 能力 above 一、沟通, with nothing between them: one page, and both say what it is about.
        sections[sections.count - 1].title = last.isHeaded ? "\(last.title ?? "") \(title)" : title
        sections[sections.count - 1].topic = title
    }

    private mutating func openPage(_ line: WjxLine) {
        guard let last = sections.last, !last.isEmpty else { return }
        sectionLegend = nil
        sections.append(DraftSection(pageLine: line.number))
    }

    private mutating func add(_ item: DraftItem) {
        if sections.isEmpty { sections.append(DraftSection()) }
        sections[sections.count - 1].items.append(item)
    }

    private mutating func addParagraph(_ lines: [WjxLine]) {
        guard let first = lines.first else { return }
        if let found = lines.lazy.compactMap({ Legend($0.text, line: $0.number) }).first { sectionLegend = found }
        let texts = lines.map { spelled($0.text.text) }
        if let last = sections.last, last.isHeaded, last.items.isEmpty {
            sections[sections.count - 1].help += texts
            return
        }
        var question = Question(code: "", text: LocalText(texts[0]), kind: .note)
        question.help = texts.dropFirst().map { LocalText($0) }
        add(DraftItem(id: newID(), line: first.number, question: question))
    }

    /// A page of the original that has no heading needs a name here.
    private mutating func nameSections() {
        let hasHeadings = sections.contains(where: \.isHeaded)
        var lines: [Int] = []
        var above: String?
        var continuations = 0
        for index in sections.indices {
            if sections[index].isHeaded {
                above = sections[index].title
                continuations = 0
                continue
            }
            // The first page needs none, nor does the only one.
            if index == 0, hasHeadings || sections.count == 1 { continue }
            if let line = sections[index].pageLine { lines.append(line) }
            if let above {
                continuations += 1
                sections[index].title = above + (continuations == 1 ? "（续）" : "（续 \(continuations)）")
            } else {
                sections[index].title = "第 \(index + 1) 部分"
            }
        }
        guard !lines.isEmpty else { return }
        remark(
            .changed, lines: lines,
            Wording(
                "分页处没有标题，章节写成了“第 n 部分”或上一章的“（续）”；请换成合适的名字",
                "pages without a heading are called 第 n 部分 or （续）; give them names"))
    }

    private mutating func findRepeatedLadders(_ document: WjxDocument) {
        var seen: Set<AnswerLadder> = []
        for part in document.parts {
            guard case .question(let question) = part, question.tags.type ?? .single == .single,
                let ladder = AnswerLadder(labels: WjxLists.options(question.body).map(\.text)), ladder.isGraded
            else { continue }
            if !seen.insert(ladder).inserted { repeatedLadders.insert(ladder) }
        }
    }

    // MARK: The survey

    /// Names the scales, writes the sections, and finds out what every remark speaks of.
    private mutating func finish(_ survey: inout Survey, year: Int?) -> [ImportRemark] {
        var shelf = ScaleShelf()
        var usedOn: [(ladder: AnswerLadder, name: String, lines: [Int])] = []
        for draft in sections {
            var section = Section(title: LocalText(draft.title ?? ""))
            section.help = draft.help.map { LocalText($0) }
            for item in draft.items {
                var question = item.question
                if let ladder = item.ladder {
                    let name = shelf.name(of: ladder)
                    question.kind = .likert(scale: name)
                    let lines = item.folded.isEmpty ? [item.line] : item.folded.map(\.line)
                    if let known = usedOn.firstIndex(where: { $0.name == name }) {
                        usedOn[known].lines += lines
                    } else {
                        usedOn.append((ladder, name, lines))
                    }
                }
                section.questions.append(question)
            }
            survey.sections.append(section)
        }
        survey.scales = shelf.scales
        remarkOnJumps()
        remarkOnMentions()
        var remarks = pending.map { remark in
            // A row is written below its block, and so the remark stands above the block.
            let id = remark.item.map { blockOf[$0] ?? $0 }
            let anchor = id.flatMap { codes[$0] }.map(ImportRemark.Anchor.question) ?? .survey
            return ImportRemark(remark.kind, lines: remark.lines, remark.wording, at: anchor)
        }
        for use in usedOn { remarks += self.remarks(on: use.ladder, use.name, use.lines) }
        return sorted(remarks) + closingRemarks(survey, year: year)
    }

    private func sorted(_ remarks: [ImportRemark]) -> [ImportRemark] {
        remarks.enumerated()
            .sorted { ($0.element.lines.first ?? .max, $0.offset) < ($1.element.lines.first ?? .max, $1.offset) }
            .map(\.element)
    }

    private func remarks(on ladder: AnswerLadder, _ name: String, _ lines: [Int]) -> [ImportRemark] {
        var found = (ladderRemarks[ladder] ?? []).map {
            ImportRemark($0.kind, lines: $0.lines, $0.wording, at: .scale(name))
        }
        if ladder.isBare {
            found.append(
                ImportRemark(
                    .advice, lines: lines,
                    Wording(
                        "原文没有写“\(name)”各档的文字，先用数字代替；请在量表里写上",
                        "the text does not say what the levels of \(name) mean; numbers stand for them: write the words"
                    ),
                    at: .scale(name)))
        }
        if ladder.beginsAtTheTop, let top = ladder.steps.first?.label {
            let count = ladder.steps.count
            found.append(
                ImportRemark(
                    .advice, lines: lines,
                    Wording(
                        "“\(top)”排在最前，数值最小；若要高分为好，各档行尾写分值：[\(count)分] 到 [1分]",
                        "\"\(top)\" comes first and has the least number; where high is good, end the levels with points: [\(count)分] to [1分]"
                    ), at: .scale(name)))
        }
        return found
    }

    /// What every imported survey lacks.
    private func closingRemarks(_ survey: Survey, year: Int?) -> [ImportRemark] {
        var found: [ImportRemark] = []
        if year == nil {
            found.append(
                ImportRemark(
                    .advice,
                    Wording(
                        "没有写版本；在标题下面写“版本：年份”，或导入时加 --year",
                        "no version: write 版本：YEAR below the title, or import with --year"))
            )
        }
        let scored = survey.questions.filter {
            switch $0.kind {
            case .likert, .rating: !$0.marks.isUnscored
            default: false
            }
        }
        let block = (scored.first { !$0.rows.isEmpty } ?? scored.first)?.code
        found.append(
            ImportRemark(
                .advice,
                block.map {
                    Wording(
                        "还没有维度，所以没有得分；卷末写“维度：名称”，下一行“取题：\($0)”，再下一行“换算：百分制”",
                        "there is no dimension and so no score; end the survey with 维度：NAME, below it 取题：\($0), below that 换算：百分制"
                    )
                }
                    ?? Wording(
                        "没有能计分的题；要计分，请给选项写分值，再在卷末写“维度：”和“取题：”",
                        "no question scores; give options points and end the survey with 维度： and 取题：")))
        return found
    }

    private mutating func remarkOnJumps() {
        let order = sections.flatMap { $0.items }
        for (position, item) in order.enumerated() {
            for jump in item.jumps { remarkOn(jump, of: item, followers: order.dropFirst(position + 1)) }
        }
    }

    /// A jump leaves questions out; here each of those says when it is shown. The officer decides, with the condition at hand.
    private mutating func remarkOn(_ jump: DraftItem.Jump, of item: DraftItem, followers: ArraySlice<DraftItem>) {
        var wording = Wording("“\(jump.words)”", "\"\(jump.words)\"")
        let target = jump.words.namedQuestion
        let isEnd = target == nil && jump.words.contains { "结束终止".contains($0) }
        if let option = jump.option, item.question.options.indices.contains(option) {
            let left = followers.prefix { follower in
                guard let target else { return isEnd }
                let numbers = follower.folded.isEmpty ? [follower.number] : follower.folded.map(\.number)
                // What has no number stands between two that have one.
                return numbers.compactMap { $0 }.allSatisfy { $0 < target }
            }.map(\.question.code)
            let isTargetKnown = isEnd || target.map { codesByNumber[$0] != nil } == true
            if isTargetKnown, let first = left.first, let last = left.last {
                let code = item.question.options[option].code
                var sign = "≠"
                if case .multiple = item.question.kind { sign = "不含" }
                let span = left.count > 2 ? "\(first) 到 \(last) 各题" : left.joined(separator: "、")
                wording.chinese += "；要跳过 \(span)，在它们下面写：显示：\(item.question.code) \(sign) \(code)"
                wording.english +=
                    "; to leave out \(left.count > 2 ? "\(first) to \(last)" : left.joined(separator: ", ")), write below each: 显示：\(item.question.code) \(sign) \(code)"
            }
        } else if let target, let code = codesByNumber[target] {
            // 依赖于第1题第2个选项
            let named = jump.words.firstMatch(of: /第\s*(\d{1,2})\s*个?选项/).map { String($0.1) }
            wording.chinese += "；第 \(target) 题现在是 \(code)，条件写成：显示：\(code) = \(named ?? "选项")"
            wording.english += "; question \(target) is now \(code): 显示：\(code) = \(named ?? "OPTION")"
        }
        remark(.lost, lines: [jump.line], wording, item: item.id)
    }

    /// 请根据第 3 题的选择作答: the numbers are gone.
    private mutating func remarkOnMentions() {
        for item in sections.flatMap(\.items) {
            let texts = [item.question.text.main] + item.question.help.map(\.main)
            for text in texts {
                guard let match = text.firstMatch(of: /第\s*(\d{1,3})\s*题/), let number = Int(match.1) else { continue }
                let now = codesByNumber[number]
                remark(
                    .advice, lines: [item.line],
                    Wording(
                        "文字里提到第 \(number) 题" + (now.map { "，它现在是 \($0)" } ?? "") + "；题号不再显示，请改写",
                        "the text speaks of question \(number)" + (now.map { ", now \($0)" } ?? "")
                            + "; numbers are shown no more: reword it"), item: item.id)
                break
            }
        }
    }
}
