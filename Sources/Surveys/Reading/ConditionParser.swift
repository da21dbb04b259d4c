/// Reads one expression of the language over a line, and checks every operand against what it is compared with.
struct ConditionParser {
    let line: SourceLine
    let scope: ConditionScope
    var position: Int
    let end: Int
    var diagnostics: [Diagnostic] = []

    init(line: SourceLine, range: Range<Int>, scope: ConditionScope) {
        self.line = line
        self.scope = scope
        position = range.lowerBound
        end = range.upperBound
    }

    /// The whole expression, or nil after a remark.
    mutating func condition() -> Condition? {
        guard let condition = expression() else { return nil }
        skipBlanks()
        if position < end {
            if line.machine[position] == ")" {
                remark("Z081", position..<position + 1, Wording("多了一个右括号", "there is a closing bracket too many"))
            } else {
                remark(
                    "Z082", position..<end, Wording("条件从这里起看不懂", "the condition is not understood from here on"),
                    notes: [Wording("两个条件之间写“且”或“或”", "join two conditions by `and` or `or`")])
            }
            return nil
        }
        return condition
    }

    /// expr = conj | disj; mixing 且 and 或 needs brackets.
    private mutating func expression() -> Condition? {
        guard let first = atom() else { return nil }
        var parts = [first]
        var joined: Connective?
        while let (connective, range) = connective() {
            if let joined, joined != connective {
                remark(
                    "Z080", range,
                    Wording("“且”和“或”混在一起，要加括号", "mixing `and` with `or` needs brackets"),
                    label: Wording("先算哪一个？", "which comes first?"),
                    notes: [Wording("给先算的那一部分加上括号；我们不替您猜", "put brackets round the part that comes first")])
                return nil
            }
            joined = connective
            guard let next = atom() else { return nil }
            parts.append(next)
        }
        return switch joined {
        case nil: first
        case .and: .all(parts)
        case .or: .any(parts)
        }
    }

    private enum Connective { case and, or }

    private mutating func connective() -> (Connective, Range<Int>)? {
        skipBlanks()
        let start = position
        if take("且") || takeWord("and") { return (.and, start..<position) }
        if take("或") || takeWord("or") { return (.or, start..<position) }
        return nil
    }

    /// atom = [ "非" ] , ( cmp | "(" , expr , ")" )
    private mutating func atom() -> Condition? {
        skipBlanks()
        guard position < end else {
            remark("Z082", max(0, end - 1)..<end, Wording("条件没有写完", "the condition is incomplete"))
            return nil
        }
        if takeWord("not") || (line.machine[position] == "非" && !startsWithName() && take("非")) {
            return atom().map { .not($0) }
        }
        if line.machine[position] == "(" {
            let open = position
            position += 1
            guard let inner = expression() else { return nil }
            skipBlanks()
            guard position < end, line.machine[position] == ")" else {
                remark("Z081", open..<open + 1, Wording("这个括号没有写完", "this bracket is not closed"))
                return nil
            }
            position += 1
            return inner
        }
        return comparison()
    }

    /// A code may begin with 非; then it is a name and not the word.
    private func startsWithName() -> Bool {
        let word = line.normal(position..<wordEnd(from: position))
        return scope.subject(named: word) != nil
    }

    // MARK: Comparisons

    /// cmp = ref , sign , operand | ref , ( "已答" | "未答" )
    private mutating func comparison() -> Condition? {
        guard let (subject, name, range) = reference() else { return nil }
        skipBlanks()
        let signStart = position
        if take("已答") || takeWord("answered") { return .answered(name) }
        if take("未答") || takeWord("unanswered") { return .unanswered(name) }
        guard let sign = sign() else {
            remark(
                "Z082", min(signStart, end)..<min(max(signStart + 1, wordEnd(from: signStart)), end),
                Wording("“\(line.raw(range))”后面缺少比较符号", "a comparison is missing after \"\(line.raw(range))\""),
                notes: [Wording("可以写：= ≠ > < ≥ ≤ 含 不含 只含 已答 未答", "write one of: = ≠ > < ≥ ≤ has lacks only answered unanswered")])
            return nil
        }
        let signRange = signStart..<position
        guard let operandRange = operand() else { return nil }
        return resolve(subject, name, sign, signRange, operandRange)
    }

    private mutating func reference() -> (ConditionScope.Subject, Condition.Reference, Range<Int>)? {
        let start = position
        if line.machine[position] == "\"" {
            guard let close = line.machine[(position + 1)..<end].firstIndex(of: "\"") else {
                remark("Z081", start..<start + 1, Wording("引号没有写完", "the quotation mark is not closed"))
                return nil
            }
            let name = line.raw(start + 1..<close)
            position = close + 1
            guard let subject = scope.subject(named: name) else { return unknown(name, start..<position) }
            return (subject, Condition.Reference(subject.name), start..<position)
        }
        var stop = wordEnd(from: start)
        var name = line.normal(start..<stop)
        // `A2含外出培训`: without a blank the code runs into the operator, so give back what no code contains.
        if scope.subject(named: name) == nil, let shorter = prefixBeforeOperator(start, stop) {
            stop = shorter
            name = line.normal(start..<stop)
        }
        guard stop > start else {
            remark("Z082", start..<start + 1, Wording("这里要写题目代码", "a question code is needed here"))
            return nil
        }
        position = stop
        if position + 1 < end, line.machine[position] == ".", let part = part() { name += part }
        let range = start..<position
        guard let subject = scope.subject(named: name) else { return unknown(name, range) }
        switch subject {
        case .pair(let code):
            remark(
                "Z082", range, Wording("“\(code)”是能力对，要说明用哪一个水平", "\(code) is a pair: say which level is meant"),
                notes: [Wording("写成 \(code).现有 或 \(code).要求", "write \(code).current or \(code).required")])
            return nil
        case .block(let code, let rows):
            remark(
                "Z082", range, Wording("“\(code)”有好几行，要写其中一行的代码", "\(code) is a block: name one of its rows"),
                notes: [Wording("例如：\(rows.prefix(3).joined(separator: "、"))", "such as: \(rows.prefix(3).joined(separator: ", "))")])
            return nil
        case .variable(let variable):
            guard variable.ordinal < scope.known else {
                remark(
                    "Z086", range, Wording("条件用到了还没有答的题", "the condition uses a question that comes later"),
                    label: Wording("答到这里时，\(variable.code) 还没有答", "\(variable.code) is not answered yet"),
                    notes: [Wording("把 \(variable.code) 移到前面，或把条件移到它后面的题上", "move \(variable.code) up, or the condition down")])
                return nil
            }
        case .column: break
        }
        return (subject, Condition.Reference(subject.name), range)
    }

    private mutating func part() -> String? {
        let start = position + 1
        for (word, suffix) in [("现有", "_cur"), ("要求", "_req"), ("current", "_cur"), ("required", "_req")] {
            let stop = start + word.count
            if stop <= end, line.normal(start..<stop).lowercased() == word {
                position = stop
                return suffix
            }
        }
        return nil
    }

    private mutating func unknown(_ name: String, _ range: Range<Int>) -> (ConditionScope.Subject, Condition.Reference, Range<Int>)? {
        let guess = Suggestion.nearest(to: name, among: scope.names)
        remark(
            "Z071", range, Wording("条件里用到的题目“\(name)”不存在", "condition refers to unknown question \"\(name)\""),
            notes: guess.map { [Wording("您是不是想写“\($0)”？", "did you mean \"\($0)\"?")] } ?? [])
        return nil
    }

    private func prefixBeforeOperator(_ start: Int, _ stop: Int) -> Int? {
        for cut in stride(from: stop - 1, to: start, by: -1) {
            guard ["含", "不", "只", "已", "未"].contains(line.machine[cut]) else { continue }
            if scope.subject(named: line.normal(start..<cut)) != nil { return cut }
        }
        return nil
    }

    private mutating func sign() -> Condition.Comparison? {
        for (spelling, comparison) in Self.signs where take(spelling) { return comparison }
        if takeWord("has") { return .has }
        if takeWord("lacks") { return .lacks }
        if takeWord("only") { return .hasOnly }
        return nil
    }

    /// Longer spellings first.
    private static let signs: [(String, Condition.Comparison)] = [
        (">=", .atLeast), ("=>", .atLeast), ("<=", .atMost), ("=<", .atMost), ("!=", .notEqual), ("<>", .notEqual),
        ("≥", .atLeast), ("≤", .atMost), ("≠", .notEqual), (">", .greater), ("<", .less), ("=", .equal),
        ("不含", .lacks), ("只含", .hasOnly), ("含", .has),
    ]

    /// Up to the next 且, 或, and, or, or the bracket that closes an outer one.
    private mutating func operand() -> Range<Int>? {
        skipBlanks()
        let start = position
        if position < end, line.machine[position] == "\"" {
            guard let close = line.machine[(position + 1)..<end].firstIndex(of: "\"") else {
                remark("Z081", start..<start + 1, Wording("引号没有写完", "the quotation mark is not closed"))
                return nil
            }
            position = close + 1
            return start + 1..<close
        }
        var depth = 0
        while position < end {
            let mark = line.machine[position]
            if mark == "(" { depth += 1 }
            if mark == ")" {
                if depth == 0 { break }
                depth -= 1
            }
            if depth == 0, mark == "且" || mark == "或" { break }
            if depth == 0, mark == " ", ["and", "or"].contains(line.normal(position + 1..<wordEnd(from: position + 1)).lowercased()) {
                break
            }
            position += 1
        }
        let range = line.trimmed(start..<position)
        guard !range.isEmpty else {
            remark(
                "Z082", max(0, start - 1)..<start, Wording("比较符号后面缺少内容", "nothing stands after the comparison"))
            return nil
        }
        return range
    }

    // MARK: Lexing

    private mutating func skipBlanks() {
        while position < end, line.machine[position] == " " { position += 1 }
    }

    private func wordEnd(from start: Int) -> Int {
        var index = start
        while index < end, line.machine[index].isLetter || line.machine[index].isNumber || line.machine[index] == "_" {
            index += 1
        }
        return index
    }

    private mutating func take(_ text: String) -> Bool {
        let stop = position + text.count
        guard stop <= end, line.normal(position..<stop) == text else { return false }
        position = stop
        return true
    }

    private mutating func takeWord(_ word: String) -> Bool {
        let stop = wordEnd(from: position)
        guard line.normal(position..<stop).lowercased() == word else { return false }
        position = stop
        return true
    }

    mutating func remark(
        _ code: String, _ range: Range<Int>, _ title: Wording, label: Wording? = nil,
        related: [Diagnostic.Related] = [], notes: [Wording] = [], fix: Diagnostic.Fix? = nil
    ) {
        diagnostics.append(
            Diagnostic(code, at: line.place(range), title, label: label, related: related, notes: notes, fix: fix))
    }
}
