import Surveys
import Workbooks

/// The formulas under 检查: 未答, ✓, 免答 and their like, as the answers stand at the moment.
struct FormStatusComposer {
    private let variables: [Variable]
    private let cells: [[Cell]]
    private let conditions: ConditionFormula
    private let words: FormStatusWords

    init(_ variables: [Variable], cells: [[Cell]], language: String, phrases: PreviewPhrases) {
        self.variables = variables
        self.cells = cells
        conditions = ConditionFormula(variables, cells: cells, language: language)
        words = FormStatusWords(phrases)
    }

    func status(of index: Int) -> FormStatus {
        let variable = variables[index]
        let names = cells[index].map(\.name)
        let open = variable.isRequired ? words.open : words.optional
        let (isEmpty, isDone) = tests(variable, names)
        let shown =
            isDone.map { "IF(\(isEmpty),\"\(open)\",IF(\($0),\"\(words.done)\",\"\(words.miscounted)\"))" }
            ?? "IF(\(isEmpty),\"\(open)\",\"\(words.done)\")"
        guard !variable.show.isEmpty, let condition = conditions.text(variable.show) else {
            // What cells cannot tell is told in words beside the question.
            return FormStatus(formula: "=\(shown)", initially: open)
        }
        // Nobody has answered anything yet.
        let isShown = variable.show.allSatisfy { $0.holds { _ in .missing } }
        return FormStatus(
            formula: "=IF(\(condition),\(shown),IF(\(isEmpty),\"\(words.exempt)\",\"\(words.superfluous)\"))",
            initially: isShown ? open : words.exempt)
    }

    /// Whether nothing was filled in, and whether what was is enough; nil where any answer is.
    private func tests(_ variable: Variable, _ names: [String]) -> (isEmpty: String, isDone: String?) {
        switch variable.domain {
        case .optionSet(let options, let count):
            let chosen = ConditionFormula.chosenCount(names)
            guard let count else { return ("\(chosen)=0", nil) }
            // An exclusive option may stand alone below the least number.
            let low = options.contains { $0.marks.isExclusive } ? 1 : count.lowerBound
            return ("\(chosen)=0", "AND(\(chosen)>=\(low),\(chosen)<=\(count.upperBound))")
        case .ranking(_, let count):
            let block = ConditionFormula.block(names)
            // Ranks 1 to n add up to n(n+1)/2; two equal ones hardly ever do.
            let sum = "SUM(\(block))*2=COUNT(\(block))*(COUNT(\(block))+1)"
            return ("COUNTA(\(block))=0", count.map { "AND(COUNT(\(block))=\($0),\(sum))" } ?? sum)
        default: return ("\(names[0])=\"\"", nil)
        }
    }
}

/// The words of the column 检查.
struct FormStatusWords {
    let open: String
    let optional: String
    let done = "✓"
    let exempt: String
    let superfluous: String
    let miscounted: String

    init(_ phrases: PreviewPhrases) {
        open = phrases.say("未答", "Open")
        optional = phrases.say("选填", "Optional")
        exempt = phrases.say("免答", "Skip")
        superfluous = phrases.say("请清空", "Clear")
        miscounted = phrases.say("数目不符", "Recount")
    }

    /// Those that ask for something to be done.
    var urgent: [String] { [open, superfluous, miscounted] }
}
