/// Reads one expression of the language over a line, and checks every operand against what it is compared with.
struct ConditionParser {
    let line: SourceLine
    let scope: ConditionScope
    var position: Int
    let end: Int
    var diagnostics: [Diagnostic] = []
    /// The questions that it names, in order.
    var uses: [(ordinal: Int, range: Range<Int>)] = []
    /// Only then do the survey's own places lie in the text at hand.
    let isFromSurvey: Bool
    /// Its words in canonical form, where somebody wants to write them.
    private(set) var tokens: [ExpressionToken] = []
    var keepsTokens = false
    /// Looks for what was probably meant; nobody reads the five hundredth guess, and each looks at every name.
    var guesses = true
    static let mostGuesses = 500
    private var depth = 0

    init(line: SourceLine, range: Range<Int>, scope: ConditionScope, isFromSurvey: Bool = true) {
        self.line = line
        self.isFromSurvey = isFromSurvey
        self.scope = scope
        position = range.lowerBound
        end = range.upperBound
    }

    mutating func keep(_ token: ExpressionToken) {
        if keepsTokens { tokens.append(token) }
    }

    /// The whole expression, or nil after a remark.
    mutating func condition() -> Condition? {
        if reportLead() { return nil }
        guard let condition = expression() else { return nil }
        skipBlanks()
        if position < end {
            if line.machine[position] == ")" {
                remark("Z081", position..<position + 1, Wording("多了一个右括号", "there is a closing bracket too many"))
            } else {
                reportRest()
            }
            return nil
        }
        return condition
    }

    /// 如果, 若 and 当 are how people speak; what follows them is the condition.
    mutating func reportLead() -> Bool {
        skipBlanks()
        let start = position
        guard !startsWithName(), let lead = ["如果", "若", "当"].first(where: { take($0) }) else { return false }
        skipBlanks()
        guard position < end else { return false }
        let rest = line.raw(position..<end)
        var withoutLead = self
        let isCertain = withoutLead.condition() != nil
        remark(
            "Z082", start..<start + lead.count,
            Wording("条件里不用写“\(lead)”，直接写 \(rest)", "a condition has no \"\(lead)\": write \(rest)"),
            fix: Diagnostic.Fix(range: line.place(start..<position), replacement: "", isCertain: isCertain))
        return true
    }

    /// expr = conj | disj; mixing 且 and 或 needs brackets.
    mutating func expression() -> Condition? {
        skipBlanks()
        let start = position
        guard let first = atom() else { return nil }
        var parts = [first]
        var joined: Connective?
        var lastPart = start
        while let (connective, range) = connective() {
            if let joined, joined != connective {
                reportMixed(first: joined, second: connective, start..<end, lastPart: lastPart, at: range)
                return nil
            }
            joined = connective
            keep(connective == .and ? .and : .or)
            skipBlanks()
            lastPart = position
            guard let next = atom() else { return nil }
            parts.append(next)
        }
        return switch joined {
        case nil: first
        case .and: .all(parts)
        case .or: .any(parts)
        }
    }

    /// The two readings are written out; which one is meant only the author knows.
    mutating func reportMixed(
        first: Connective, second: Connective, _ whole: Range<Int>, lastPart: Int, at range: Range<Int>
    ) {
        // What follows, up to the bracket that closes this expression.
        var depth = 0
        var stop = range.upperBound
        while stop < whole.upperBound, depth > 0 || line.machine[stop] != ")" {
            if line.machine[stop] == "(" { depth += 1 }
            if line.machine[stop] == ")" { depth -= 1 }
            stop += 1
        }
        func text(_ range: Range<Int>) -> String { line.raw(line.trimmed(range)) }
        let left = text(whole.lowerBound..<range.lowerBound)
        let before = text(whole.lowerBound..<lastPart)
        let last = text(lastPart..<range.lowerBound)
        let rest = text(range.upperBound..<stop)
        let sign = text(range)
        remark(
            "Z080", range,
            Wording("“且”和“或”混在一起，要加括号", "mixing “且” (and) with “或” (or) needs brackets"),
            label: Wording("先算“\(first.chinese)”还是先算“\(second.chinese)”？", "which comes first?"),
            notes: [
                Wording("甲：（\(left)）\(sign) \(rest)", "either: (\(left)) \(sign) \(rest)"),
                Wording("乙：\(before)（\(last) \(sign) \(rest)）", "or: \(before) (\(last) \(sign) \(rest))"),
                Wording("请选一种写法；我们不替您猜", "choose one; we do not guess"),
            ])
    }

    enum Connective {
        case and, or

        var chinese: String { self == .and ? "且" : "或" }
    }

    mutating func connective() -> (Connective, Range<Int>)? {
        skipBlanks()
        let start = position
        if take("并且") || take("且") || take("&&") || takeWord("and") { return (.and, start..<position) }
        if take("或者") || take("或") || take("||") || takeWord("or") { return (.or, start..<position) }
        return nil
    }

    /// atom = [ "非" ] , ( cmp | "(" , expr , ")" )
    mutating func atom() -> Condition? {
        skipBlanks()
        guard position < end else {
            remark("Z082", max(line.start, end - 1)..<end, Wording("条件没有写完", "the condition is incomplete"))
            return nil
        }
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else {
            remark(
                "Z089", position..<position + 1, Wording("括号套得太深", "the brackets are nested too deeply"),
                notes: [Wording("最多 \(Self.deepest) 层", "at most \(Self.deepest) levels")])
            return nil
        }
        if takeWord("not") || (line.machine[position] == "非" && !startsWithName() && take("非")) {
            keep(.not)
            return atom().map { .not($0) }
        }
        if line.machine[position] == "(" {
            let open = position
            position += 1
            keep(.open)
            guard let inner = expression() else { return nil }
            skipBlanks()
            guard position < end else {
                remark("Z081", open..<open + 1, Wording("这个括号没有写完", "this bracket is not closed"))
                return nil
            }
            guard line.machine[position] == ")" else {
                reportRest()
                return nil
            }
            position += 1
            keep(.close)
            return inner
        }
        return comparison()
    }

    /// Deeper than anybody writes, and far from the end of the stack.
    static let deepest = 32

    mutating func reportRest() {
        if line.machine[position].isOne(of: Self.commas) {
            let comma = position..<position + 1
            position += 1
            let isNeedless = connective() != nil
            return remark(
                "Z082", comma, Wording("条件之间写“且”或“或”", "join two conditions by `and` or `or`"),
                label: isNeedless
                    ? Wording("已经写了，去掉这个标点", "it is there: leave this out")
                    : Wording("两个都要成立写“且”，有一个就行写“或”", "and: both must hold; or: one is enough"),
                fix: isNeedless ? Diagnostic.Fix(range: line.place(comma), replacement: "", isCertain: true) : nil)
        }
        remark(
            "Z082", position..<end, Wording("条件从这里起看不懂", "the condition is not understood from here on"),
            notes: [Wording("两个条件之间写“且”或“或”", "join two conditions by `and` or `or`")])
    }

    /// A code may begin with 非; then it is a name and not the word.
    func startsWithName() -> Bool {
        let word = line.normal(position..<wordEnd(from: position))
        return scope.subject(named: word) != nil
    }
}
