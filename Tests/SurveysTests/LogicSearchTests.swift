import Surveys
import TestSupport
import Testing

/// The verdict over a few chosen answers is the verdict over all of them.
@Suite struct LogicSearchTests {
    @Test(arguments: 0..<80) func theVerdictIsThatOfEveryPossibleAnswer(_ seed: Int) {
        var author = Author(seed: UInt64(seed))
        let text = author.survey()
        let reading = Survey.read(text)
        // What the reader refuses by itself is no matter of the search.
        let own = ["这个条件永远不会成立", "自己和自己比，条件没有意义"]
        guard !reading.diagnostics.contains(where: { own.contains($0.title.chinese) }) else { return }
        #expect(reading.diagnostics.filter { $0.severity == .error && $0.code != "Z088" }.map(\.title.chinese) == [])
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let everybody = Respondents(reading.survey, conscientious: false)
        let conscientious = Respondents(reading.survey, conscientious: true)
        for question in reading.survey.questions {
            guard let shown = question.show ?? question.checks.first?.condition else { continue }
            let line = 1 + (lines.firstIndex { $0.hasPrefix("\(question.code). ") } ?? 0) + 1
            let said = reading.diagnostics.filter {
                $0.code == "Z088" && reading.source.position(of: $0.range.lowerBound).line == line
            }
            let remarks = said.filter { $0.title.chinese != "只要答了题，这个条件总是成立" }
            let used = question.show == nil ? shown.references + [Condition.Reference(question.code)] : []
            let isPossible = everybody.someone { answer in
                used.allSatisfy { answer($0).isGiven } && shown.holds(answer)
            }
            let isIdle = !everybody.someone { answer in used.allSatisfy { answer($0).isGiven } }
            #expect(remarks.contains { $0.severity == .error } == (!isPossible && !isIdle), "\(text)\n\(line)")
            #expect(isIdle ? remarks.map(\.severity) == [.warning] : true, "\(text)\n\(line)")
            // What follows from a condition that never holds is not said again.
            if !isPossible { return }
            let mindsTheUnanswered = text.split(separator: "\n")[line - 1].contains { "已未".contains($0) }
            let hasException = (question.show == nil || mindsTheUnanswered ? everybody : conscientious).someone {
                answer in
                used.allSatisfy { answer($0).isGiven } && !shown.holds(answer)
            }
            guard said.count == remarks.count else { continue }
            #expect(remarks.contains { $0.severity == .warning } == !hasException, "\(text)\n\(line)")
        }
    }
}

/// Everybody who could answer a survey whose questions have few answers.
private struct Respondents {
    private let variables: [Variable]
    private var all: [[Answer]] = [[]]

    init(_ survey: Survey, conscientious: Bool) {
        variables = survey.variables
        for variable in variables {
            all = all.flatMap { answers -> [[Answer]] in
                let isShown = variable.show.allSatisfy { $0.holds { reference in self.answer(to: reference, answers) } }
                guard isShown else { return [answers + [.notAsked]] }
                var own = Self.answers(to: variable)
                if !conscientious || !variable.isRequired { own.append(.missing) }
                return own.map { answers + [$0] }
            }
        }
    }

    func someone(_ isMeant: ((Condition.Reference) -> Answer) -> Bool) -> Bool {
        all.contains { answers in isMeant { answer(to: $0, answers) } }
    }

    private func answer(to reference: Condition.Reference, _ answers: [Answer]) -> Answer {
        guard let index = variables.firstIndex(where: { $0.name == reference.name }), index < answers.count else {
            return .missing
        }
        return answers[index]
    }

    /// Every cell that the reader of answers accepts, out of all that could be meant.
    private static func answers(to variable: Variable) -> [Answer] {
        let reader = AnswerReader(variable)
        let cells: [String] =
            switch variable.domain {
            case .options(let options): options.map(\.code)
            case .optionSet(let options, _), .ranking(let options, _):
                (1..<(1 << options.count)).map { set in
                    options.indices.filter { set & (1 << $0) != 0 }.map { options[$0].code }.joined(separator: ";")
                }
            case .levels(let scale): scale.levels.map { $0.code.map(String.init) ?? "NA" }
            case .integers, .number: (-1...4).flatMap { whole in ["\(whole)", "\(whole).5"] }
            case .text, .unit: ["甲", "乙", "丙"]
            case .day, .month: (1...4).map { "2026-01-0\($0)" }
            }
        var found: [Answer] = []
        for cell in cells {
            if case .success(let answer) = reader.read(cell), !found.contains(answer) { found.append(answer) }
        }
        return found
    }
}

/// Writes small surveys whose later questions hang on the earlier ones.
private struct Author {
    private var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    private static let kinds: [(bracket: String, items: String)] = [
        ("单选", "\n- 1 = 甲\n- 2 = 乙\n- 3 = 丙"), ("是否", ""), ("数字 0~3", ""), ("数字 1~2 选填", ""), ("数字 0.0~1.5", ""),
        ("评分 1~3", ""), ("多选 1~2项", "\n- 1 = 甲\n- 2 = 乙\n- 3 = 丙\n- 9 = 无 [独占]"), ("量表题 三级", ""),
        ("多选", "\n- 1 = 甲\n- 2 = 乙\n- 3 = 丙"), ("排序 2项", "\n- 1 = 甲\n- 2 = 乙\n- 3 = 丙"), ("文本 ≤1字", ""),
        ("日期 2026-01-01~2026-01-03", ""), ("单选 选填", "\n- 1 = 甲\n- 2 = 乙"),
    ]

    mutating func survey() -> String {
        var text = "# 试\n语言：zh\n量表：三级\n- 1 = 低\n- 2 = 中\n- 3 = 高\n- NA = 无\nZ. 问 [量表题 三级]\n"
        var asked: [(code: String, kind: Int)] = []
        for number in 1...5 {
            let kind = Int.random(in: 0..<Self.kinds.count, using: &random)
            let (bracket, items) = Self.kinds[kind]
            text += "A\(number). 问 [\(bracket)]\n"
            let usable = asked + [("A\(number)", kind)]
            if number > 1, Bool.random(using: &random) {
                text += "显示：\(condition(asked, depth: 2))\n"
            } else if number > 1, Bool.random(using: &random) {
                text += "校验：\(condition(usable, depth: 2))\n"
            }
            text += items.isEmpty ? "" : String(items.dropFirst()) + "\n"
            asked = usable
        }
        return text
    }

    private mutating func condition(_ asked: [(code: String, kind: Int)], depth: Int) -> String {
        guard depth > 0, Int.random(in: 0..<4, using: &random) > 0 else { return comparison(asked) }
        let joint = Bool.random(using: &random) ? " 且 " : " 或 "
        return (0..<Int.random(in: 1...3, using: &random)).map { _ in
            let not = Int.random(in: 0..<4, using: &random) == 0 ? "非 " : ""
            return not + "（\(condition(asked, depth: depth - 1))）"
        }.joined(separator: joint)
    }

    private mutating func comparison(_ asked: [(code: String, kind: Int)]) -> String {
        let (code, kind) = asked[Int.random(in: 0..<asked.count, using: &random)]
        if Int.random(in: 0..<8, using: &random) == 0 { return code + (Bool.random(using: &random) ? " 已答" : " 未答") }
        let order = ["=", "≠", ">", "<", "≥", "≤"]
        func pick(_ words: [String]) -> String { words[Int.random(in: 0..<words.count, using: &random)] }
        let numbers = [2, 3, 4, 5, 7]
        let others = asked.filter { $0.code != code && numbers.contains(kind) && numbers.contains($0.kind) }
        if !others.isEmpty, Bool.random(using: &random) {
            return "\(code) \(pick(order)) \(others[Int.random(in: 0..<others.count, using: &random)].code)"
        }
        return switch kind {
        case 0: "\(code) \(pick(["=", "≠"])) \(pick(["1", "2", "3"]))"
        case 1: "\(code) \(pick(["=", "≠"])) \(pick(["是", "否"]))"
        case 2, 3, 4: "\(code) \(pick(order)) \(pick(["1", "1.5", "2"]))"
        case 5, 7: "\(code) \(pick(order)) \(pick(["1", "2", "3"]))"
        case 6: "\(code) \(pick(["含", "不含", "只含"])) \(pick(["1", "2", "9"]))"
        case 8, 9: "\(code) \(pick(["含", "不含", "只含"])) \(pick(["1", "2", "3"]))"
        case 10: "\(code) \(pick(["=", "≠"])) \(pick(["甲", "乙"]))"
        case 11: "\(code) \(pick(order)) 2026-01-0\(pick(["1", "2", "3"]))"
        default: "\(code) \(pick(["=", "≠"])) \(pick(["1", "2"]))"
        }
    }
}
