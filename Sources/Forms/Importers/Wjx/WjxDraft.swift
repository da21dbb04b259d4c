import Surveys

/// What becomes a page of the survey.
struct DraftSection {
    var title: String?
    /// The heading of the text right above the questions; nil where the page has none.
    var topic: String?
    var help: [String] = []
    var items: [DraftItem] = []
    /// The line of the page break that opened it.
    var pageLine: Int?

    var isHeaded: Bool { topic != nil }

    var isEmpty: Bool { items.isEmpty && help.isEmpty }
}

/// What becomes a question or a block, before it has a code.
struct DraftItem {
    /// By it remarks find the code that the item gets in the end.
    var id: Int
    var line: Int
    /// The number in the pasted text.
    var number: Int?
    var question: Question
    /// Answered on a scale that gets its name later.
    var ladder: AnswerLadder?
    var jumps: [Jump] = []
    /// The numbers, ids and lines of the questions that were folded into its rows.
    var folded: [(number: Int?, id: Int, line: Int)] = []

    struct Jump {
        var line: Int
        /// The option that leads away, counted from 0; nil where the question as a whole speaks of it.
        var option: Int?
        var words: String
    }

    /// A sentence to agree with, and no question: 善于倾听他人意见, not 您满意吗？
    var isStatement: Bool {
        let text = question.text.main
        guard let last = text.last, !"?？:：吗呢".contains(last) else { return false }
        return !["请", "您认为", "你认为", "您觉得", "你觉得"].contains { text.hasPrefix($0) }
    }
}

extension WjxComposer {
    /// Questions in a row that share a scale become one block under their heading.
    ///
    /// On paper they were one table: an officer adds a row, reverses one or gives the whole block to a dimension in one
    /// line. They have to be statements under a heading of the text, for only then its words can stand above all of
    /// them; questions that ask something of their own stay alone.
    mutating func foldStatements(in section: Int) {
        guard let topic = sections[section].topic else { return }
        var folded: [DraftItem] = []
        var run: [DraftItem] = []
        func isFoldable(_ item: DraftItem) -> Bool {
            item.ladder != nil && item.question.rows.isEmpty && item.isStatement && item.question.help.isEmpty
                && item.jumps.isEmpty && !item.question.marks.isShuffled
        }
        for item in sections[section].items {
            if let last = run.last, last.ladder != item.ladder || !isFoldable(item) {
                folded += block(of: run, under: topic)
                run = []
            }
            if isFoldable(item) { run.append(item) } else { folded.append(item) }
        }
        sections[section].items = folded + block(of: run, under: topic)
    }

    private mutating func block(of run: [DraftItem], under topic: String) -> [DraftItem] {
        guard run.count > 1, let first = run.first else { return run }
        var block = first
        block.id = newID()
        block.number = nil
        block.question.text = LocalText(Self.withoutOrdinal(topic))
        block.question.marks = Marks()
        block.question.rows = run.map { Row(code: "", text: $0.question.text, marks: $0.question.marks) }
        block.folded = run.map { ($0.number, $0.id, $0.line) }
        for item in run { blockOf[item.id] = block.id }
        remark(
            .changed, lines: run.map(\.line),
            Wording(
                "\(run.count) 道题用同一个量表，合成了一块，先后不变",
                "\(run.count) questions that share a scale became one block, in their order"),
            item: block.id)
        return [block]
    }

    /// 一、领导力维度 → 领导力维度
    static func withoutOrdinal(_ title: String) -> String {
        let bare = title.replacing(
            /^(?:第\s*[一二三四五六七八九十\d]+\s*(?:部分|篇|章|节|单元|板块|大题)|[一二三四五六七八九十]+\s*[、.．,，:：]|[（(][一二三四五六七八九十]+[）)])[\s:：、.．]*/,
            with: "")
        return bare.isEmpty ? title : bare
    }

    // MARK: Codes

    /// A letter for each page and each further block, numbers below it: B with B1, B2 …, then B5 for what follows.
    mutating func assignCodes() {
        var letters = 0
        for section in sections.indices where !sections[section].items.isEmpty {
            var letter = Self.letters(letters)
            letters += 1
            var count = 0
            var hasBlock = false
            for index in sections[section].items.indices {
                let item = sections[section].items[index]
                guard !item.question.rows.isEmpty else {
                    count += 1
                    name(item, "\(letter)\(count)", section, index)
                    continue
                }
                if hasBlock || count > 0 {
                    letter = Self.letters(letters)
                    letters += 1
                    count = 0
                }
                hasBlock = true
                name(item, letter, section, index)
                for row in item.question.rows.indices {
                    count += 1
                    let code = "\(letter)\(count)"
                    sections[section].items[index].question.rows[row].code = code
                    if item.folded.indices.contains(row) {
                        codes[item.folded[row].id] = code
                        if let number = item.folded[row].number { codesByNumber[number] = code }
                    }
                }
            }
        }
    }

    private mutating func name(_ item: DraftItem, _ code: String, _ section: Int, _ index: Int) {
        sections[section].items[index].question.code = code
        codes[item.id] = code
        // A question that became several is called by the first of them.
        if let number = item.number, codesByNumber[number] == nil { codesByNumber[number] = code }
    }

    /// A … Z, AA, AB …; capital letters are no keyword and no language.
    private static func letters(_ index: Int) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        let letter = String(alphabet[index % 26])
        return index < 26 ? letter : letters(index / 26 - 1) + letter
    }
}
