/// One comparison: whose answer, the sign, and what it is compared with.
extension ConditionParser {
    /// cmp = ref , sign , operand | ref , ( "已答" | "未答" )
    mutating func comparison() -> Condition? {
        guard let (subject, name, range) = reference() else { return nil }
        keep(scope.token(for: name))
        skipBlanks()
        let signStart = position
        if take("已答") || takeWord("answered") {
            keep(.answered)
            return .answered(name)
        }
        if take("未答") || takeWord("unanswered") {
            keep(.unanswered)
            return .unanswered(name)
        }
        guard let sign = sign() else {
            let found = signStart == end ? range : signStart..<max(signStart + 1, wordEnd(from: signStart))
            remark(
                "Z082", found,
                Wording("“\(line.raw(range))”后面缺少比较符号", "a comparison is missing after \"\(line.raw(range))\""),
                notes: [
                    Wording(
                        "可以写：= ≠ > < ≥ ≤ 含 不含 只含 已答 未答",
                        "write one of: = ≠ > < ≥ ≤ has lacks only answered unanswered")
                ],
                fix: signMeant(at: signStart).map {
                    Diagnostic.Fix(range: line.place($0.range), replacement: $0.sign, isCertain: false)
                })
            return nil
        }
        let signRange = signStart..<position
        if position < end, line.machine[position].isOne(of: "=<>≥≤≠") {
            remark(
                "Z002", position..<position + 1,
                Wording("比较符号写了两次", "the comparison is doubled"),
                fix: Diagnostic.Fix(
                    range: line.place(position..<position + 1), replacement: "",
                    isCertain: line.machine[position] == line.machine[position - 1]))
            return nil
        }
        guard let operand = operand() else { return nil }
        guard let condition = resolve(subject, name, range, sign, signRange, operand) else { return nil }
        keep(.sign(sign))
        if keepsTokens { keep(token(for: operand, in: condition)) }
        return condition
    }

    /// An operand as its author chose to say it: by code or by label.
    private func token(for operand: Operand, in condition: Condition) -> ExpressionToken {
        let normal = line.normal(operand.range)
        let label: ExpressionToken =
            operand.isQuoted ? .quoted(line.raw(operand.range)) : .operand(line.raw(operand.range))
        guard case .compare(_, _, let meaning) = condition else { return label }
        switch meaning {
        case .number(let number): return PlainNumber.decimal(normal) == nil ? label : .operand(PlainNumber.text(number))
        case .day(let day):
            let isMonth = normal.split { "-/.".contains($0) }.count == 2
            return .operand(isMonth ? String(day.description.dropLast(3)) : day.description)
        case .option(let code): return normal == code ? .operand(code) : label
        case .reference(let reference): return scope.token(for: reference)
        case .text: return label
        }
    }

    mutating func reference() -> (ConditionScope.Subject, Condition.Reference, Range<Int>)? {
        let start = position
        var name: String
        if line.machine[position] == "\"" {
            guard let close = line.machine[(position + 1)..<end].firstIndex(of: "\"") else {
                remark("Z081", start..<start + 1, Wording("引号没有写完", "the quotation mark is not closed"))
                return nil
            }
            name = line.raw(start + 1..<close)
            position = close + 1
        } else {
            var stop = wordEnd(from: start)
            name = line.normal(start..<stop)
            // `A2含外出培训`: without a blank the code runs into the operator, so give back what no code contains.
            if scope.subject(named: name) == nil, let shorter = prefixBeforeOperator(start, stop) {
                stop = shorter
                name = line.normal(start..<stop)
            }
            guard stop > start else {
                remark(
                    "Z082", start..<start + 1, Wording("这里要写题目代码", "a question code is needed here"),
                    notes: [
                        Wording(
                            "每个比较都要写题目，例如 A1 > 0 且 A1 < 366", "each comparison names its question: A1 > 0 and A1 < 366")
                    ])
                return nil
            }
            position = stop
            if let part = part(at: stop) {
                name += part.suffix
                position = part.end
            }
        }
        let range = start..<position
        guard let subject = scope.subject(named: name) else {
            reportUnknown(name, range)
            return nil
        }
        guard isUsable(subject, range) else { return nil }
        return (subject, Condition.Reference(subject.name), range)
    }

    /// Says what is wrong with a name that is known, but cannot be compared here.
    mutating func isUsable(_ subject: ConditionScope.Subject, _ range: Range<Int>) -> Bool {
        switch subject {
        case .pair(let code):
            remark(
                "Z082", range, Wording("“\(code)”是能力对，要说明用哪一个水平", "\(code) is a pair: say which level is meant"),
                notes: [Wording("写成 \(code).现有 或 \(code).要求", "write \(code).current or \(code).required")])
            return false
        case .block(let code, let rows):
            remark(
                "Z082", range, Wording("“\(code)”有好几行，要写其中一行的代码", "\(code) is a block: name one of its rows"),
                notes: [
                    Wording(
                        "例如：\(rows.prefix(3).joined(separator: "、"))",
                        "such as: \(rows.prefix(3).joined(separator: ", "))")
                ])
            return false
        case .variable(let variable):
            uses.append((variable.ordinal, range))
            guard variable.ordinal >= scope.known else { return true }
            remark(
                "Z086", range, Wording("条件用到了还没有答的题", "the condition uses a question that comes later"),
                label: Wording("答到这里时，\(variable.code) 还没有答", "\(variable.code) is not answered yet"),
                related: related(variable.code, Wording("在这里才问", "asked only here")),
                notes: [
                    Wording("把 \(variable.code) 移到前面，或把条件移到它后面的题上", "move \(variable.code) up, or the condition down")
                ])
            return false
        case .unread: return false
        case .column: return true
        }
    }

    /// `.现有`, `.要求` behind the code of a pair.
    func part(at stop: Int) -> (suffix: String, end: Int)? {
        guard stop < end, line.machine[stop] == "." else { return nil }
        for (word, suffix) in [("现有", "_cur"), ("要求", "_req"), ("current", "_cur"), ("required", "_req")] {
            let close = stop + 1 + word.count
            if close <= end, line.normal(stop + 1..<close).lowercased() == word { return (suffix, close) }
        }
        return nil
    }

    /// Where a question stands, as the second frame of a remark.
    func related(_ code: String, _ label: Wording) -> [Diagnostic.Related] {
        scope.place(of: code).map { related(Place($0), label) } ?? []
    }

    func related(_ place: Place, _ label: Wording) -> [Diagnostic.Related] {
        isFromSurvey && !place.range.isEmpty ? [Diagnostic.Related(range: place.range, label: label)] : []
    }

    mutating func reportUnknown(_ name: String, _ range: Range<Int>) {
        if let stop = line.machine[range].firstIndex(of: ".") {
            // `NL5.要求`: what is unknown is the code, not what it has two levels of.
            let code = line.normal(range.lowerBound..<stop)
            guard let subject = scope.subject(named: code) else {
                return reportUnknown(code, range.lowerBound..<stop)
            }
            if case .unread = subject { return }
            remark(
                "Z071", range, Wording("“\(code)”不是能力对，没有现有和要求之分", "\(code) is no pair and has no such part"))
            return
        }
        if PlainNumber.decimal(name) != nil {
            remark(
                "Z082", range,
                Wording("题目写在比较符号的左边，数字写在右边", "the question stands on the left and the number on the right"),
                notes: [Wording("例如 A1 > \(name)", "such as A1 > \(name)")])
            return
        }
        let guess = guesses ? Suggestion.nearest(to: name, among: scope.suggestions) : nil
        let text = guess.flatMap(scope.text(of:)).map { "（\($0)）" } ?? ""
        remark(
            "Z071", range, Wording("条件里用到的题目“\(name)”不存在", "condition refers to unknown question \"\(name)\""),
            label: Wording("全卷没有代码是 \(name) 的题", "no question has this code"),
            notes: guess.map { [Wording("您是不是想写“\($0)”\(text)？", "did you mean \"\($0)\"?")] } ?? [],
            fix: guess.map { Diagnostic.Fix(range: line.place(range), replacement: $0, isCertain: false) })
    }

    func prefixBeforeOperator(_ start: Int, _ stop: Int) -> Int? {
        for cut in stride(from: min(stop - 1, start + scope.longestName), to: start, by: -1) {
            guard line.machine[cut].isOne(of: "含不只已未") else { continue }
            if scope.subject(named: line.normal(start..<cut)) != nil { return cut }
        }
        return nil
    }

    mutating func sign() -> Condition.Comparison? {
        for (spelling, comparison) in Self.signs where take(spelling) { return comparison }
        if takeWord("has") { return .has }
        if takeWord("lacks") { return .lacks }
        if takeWord("only") { return .hasOnly }
        return nil
    }

    /// Longer spellings first.
    static let signs: [(String, Condition.Comparison)] = [
        (">=", .atLeast), ("=>", .atLeast), ("<=", .atMost), ("=<", .atMost), ("!=", .notEqual), ("<>", .notEqual),
        ("≥", .atLeast), ("≤", .atMost), ("≠", .notEqual), (">", .greater), ("<", .less), ("=", .equal),
        ("不含", .lacks), ("只含", .hasOnly), ("含", .has),
    ]

    /// A comparison as it is spoken: `A1 等于 5`.
    private func signMeant(at start: Int) -> (range: Range<Int>, sign: String)? {
        for (word, sign) in Self.spokenSigns {
            let stop = start + word.unicodeScalars.count
            if stop < end, line.machine[start..<stop].elementsEqual(word.unicodeScalars) { return (start..<stop, sign) }
        }
        return nil
    }

    /// Longer words first.
    private static let spokenSigns = [
        ("大于等于", "≥"), ("大于或等于", "≥"), ("不小于", "≥"), ("不少于", "≥"), ("至少", "≥"), ("小于等于", "≤"), ("小于或等于", "≤"),
        ("不大于", "≤"), ("不超过", "≤"), ("至多", "≤"), ("不等于", "≠"), ("不是", "≠"), ("等于", "="), ("大于", ">"), ("超过", ">"),
        ("多于", ">"), ("小于", "<"), ("少于", "<"), ("不足", "<"), ("不包含", "不含"), ("不包括", "不含"), ("包含", "含"), ("包括", "含"),
        ("选了", "="), ("选择", "="), ("为", "="), ("是", "="),
    ]

    struct Operand {
        var range: Range<Int>
        var isQuoted: Bool
    }

    /// Up to the next 且, 或, and, or, or the bracket that closes an outer one.
    mutating func operand() -> Operand? {
        skipBlanks()
        let start = position
        if position < end, line.machine[position] == "\"" {
            guard let close = line.machine[(position + 1)..<end].firstIndex(of: "\"") else {
                remark("Z081", start..<start + 1, Wording("引号没有写完", "the quotation mark is not closed"))
                return nil
            }
            position = close + 1
            guard close > start + 1 else {
                remark("Z082", start..<close + 1, Wording("引号里没有字", "there is nothing between the quotation marks"))
                return nil
            }
            return Operand(range: start + 1..<close, isQuoted: true)
        }
        var depth = 0
        while position < end {
            let mark = line.machine[position]
            if mark == "(" { depth += 1 }
            if mark == ")" {
                if depth == 0 { break }
                depth -= 1
            }
            if depth == 0, mark == "且" || mark == "或" || (mark == " " && wordIsConnective(at: position + 1)) { break }
            if depth == 0, position + 1 < end {
                let next = line.machine[position + 1]
                if mark == "并" && next == "且" || (mark == "&" || mark == "|") && next == mark { break }
                if mark.isOne(of: Self.commas), startsComparison(after: position) { break }
            }
            position += 1
        }
        let range = line.trimmed(start..<position)
        guard !range.isEmpty else {
            remark(
                "Z082", max(line.start, start - 1)..<start, Wording("比较符号后面缺少内容", "nothing stands after the comparison")
            )
            return nil
        }
        return Operand(range: range, isQuoted: false)
    }

    static let commas = ",、;"

    /// Behind a comma: another comparison, and no longer the label that it may belong to.
    func startsComparison(after comma: Int) -> Bool {
        let start = line.trimmed(comma + 1..<end).lowerBound
        if start < end, line.machine[start].isOne(of: "且或&|") || wordIsConnective(at: start) { return true }
        var stop = wordEnd(from: start)
        guard stop > start else { return false }
        if scope.subject(named: line.normal(start..<stop)) == nil {
            guard let shorter = prefixBeforeOperator(start, stop) else { return false }
            stop = shorter
        }
        stop = part(at: stop)?.end ?? stop
        let next = line.trimmed(stop..<end)
        return next.first.map { line.machine[$0].isOne(of: "=<>≥≤≠!含不只已未") } == true
    }

    func wordIsConnective(at start: Int) -> Bool {
        // Longer than the words looked for need not be read.
        let stop = min(wordEnd(from: start, atMost: 4), end)
        return start < stop && ["and", "or"].contains(line.normal(start..<stop).lowercased())
    }
}
