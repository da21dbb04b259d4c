import Surveys
import Workbooks

/// Conditions over answers as formulas over the cells in which the answers stand.
///
/// It helps people at the form and decides nothing: what was hidden is decided when the form is read. Therefore a
/// formula may take less than the reader does, but it must agree on what drop-downs and plain numbers say.
struct ConditionFormula {
    /// Cell names of each variable, in the order of its fields.
    private let cells: [String: [String]]
    private let variables: [String: Variable]
    private let language: String

    init(_ variables: [Variable], cells: [[Cell]], language: String) {
        self.language = language
        self.variables = Dictionary(variables.map { ($0.name, $0) }) { first, _ in first }
        self.cells = Dictionary(zip(variables, cells).map { ($0.name, $1.map(\.name)) }) { first, _ in first }
    }

    /// A formula that is true or false, without the sign of equality; nil for what cells cannot tell.
    func text(_ conditions: [Condition]) -> String? {
        let parts = conditions.compactMap(text)
        guard parts.count == conditions.count else { return nil }
        let whole = joined("AND", parts)
        // The rest of a formula needs room as well.
        return whole.utf16.count <= Self.longest ? whole : nil
    }

    private static let longest = 3_000
    /// Excel takes so many characters between quotation marks.
    private static let longestText = 255

    private func text(_ condition: Condition) -> String? {
        switch condition {
        case .all(let parts): return joined("AND", parts)
        case .any(let parts): return joined("OR", parts)
        case .not(let part): return text(part).map { "NOT(\($0))" }
        case .answered(let reference): return answered(reference)
        case .unanswered(let reference): return answered(reference).map { "NOT(\($0))" }
        case .compare(let reference, let comparison, let operand): return compare(reference, comparison, operand)
        }
    }

    private func joined(_ word: String, _ parts: [Condition]) -> String? {
        let texts = parts.compactMap(text)
        return texts.count == parts.count ? joined(word, texts) : nil
    }

    private func joined(_ word: String, _ parts: [String]) -> String {
        parts.count == 1 ? parts[0] : "\(word)(\(parts.joined(separator: ",")))"
    }

    // MARK: Whether there is an answer

    private func answered(_ reference: Condition.Reference) -> String? {
        guard let cells = cells[reference.name], let domain = variables[reference.name]?.domain else { return nil }
        switch domain {
        case .optionSet: return "\(Self.chosenCount(cells))>0"
        case .ranking: return "COUNT(\(Self.block(cells)))>0"
        default: return "\(cells[0])<>\"\""
        }
    }

    /// How many options are marked: all that is written beside them, less the noes.
    static func chosenCount(_ cells: [String]) -> String {
        let block = block(cells)
        return "(COUNTA(\(block))-COUNTIF(\(block),\"否\")-COUNTIF(\(block),\"No\")-COUNTIF(\(block),0))"
    }

    /// The cells of one question stand below one another.
    static func block(_ cells: [String]) -> String {
        cells.count == 1 ? cells[0] : "\(cells[0]):\(cells[cells.count - 1])"
    }

    // MARK: What the answer is

    private func compare(
        _ reference: Condition.Reference, _ comparison: Condition.Comparison, _ operand: Condition.Operand
    ) -> String? {
        guard let cells = cells[reference.name], let variable = variables[reference.name] else { return nil }
        switch operand {
        case .option(let code): return choice(variable.domain, cells, comparison, code)
        case .number(let number):
            // A whole number without a point; others in the shortest form, which every program reads.
            let literal = Int(exactly: number).map(String.init) ?? "\(number)"
            return order(quantity(variable.domain, cells), comparison, literal)
        case .day(let day):
            guard let serial = try? WorkbookDay(year: day.year, month: day.month, day: day.day).serial else {
                return nil
            }
            return order(quantity(variable.domain, cells), comparison, String(serial))
        case .reference(let other):
            guard let otherCells = self.cells[other.name], let domain = variables[other.name]?.domain,
                let right = quantity(domain, otherCells)
            else { return nil }
            return order(quantity(variable.domain, cells), comparison, right)
        case .text(let text):
            guard case .text = variable.domain, let literal = Self.literal(text) else { return nil }
            let same = "EXACT(\(cells[0]),\(literal))"
            return comparison == .equal
                ? same : comparison == .notEqual ? "AND(\(cells[0])<>\"\",NOT(\(same)))" : nil
        }
    }

    private func choice(
        _ domain: Variable.Domain, _ cells: [String], _ comparison: Condition.Comparison, _ code: String
    ) -> String? {
        switch domain {
        case .options(let options):
            guard let option = options.first(where: { $0.code == code }), let same = Self.chosen(option, cells[0])
            else { return nil }
            switch comparison {
            case .equal, .has, .hasOnly: return same
            case .notEqual, .lacks: return "AND(\(cells[0])<>\"\",NOT(\(same)))"
            case .greater, .less, .atLeast, .atMost: return nil
            }
        case .optionSet(let options, _):
            guard let index = options.firstIndex(where: { $0.code == code }) else { return nil }
            return among(Self.chosenCount([cells[index]]) + "=1", of: Self.chosenCount(cells), comparison)
        case .ranking(let options, _):
            guard let index = options.firstIndex(where: { $0.code == code }) else { return nil }
            return among("COUNT(\(cells[index]))=1", of: "COUNT(\(Self.block(cells)))", comparison)
        default: return nil
        }
    }

    private func among(_ marked: String, of count: String, _ comparison: Condition.Comparison) -> String? {
        switch comparison {
        case .has: marked
        case .lacks: "AND(\(count)>0,NOT(\(marked)))"
        case .equal, .hasOnly: "AND(\(marked),\(count)=1)"
        case .notEqual: "AND(\(count)>0,NOT(AND(\(marked),\(count)=1)))"
        case .greater, .less, .atLeast, .atMost: nil
        }
    }

    /// Chosen from the list (`gl 综合管理`), or one half of that typed alone.
    private static func chosen(_ option: Option, _ cell: String) -> String? {
        guard let code = literal(option.code) else { return nil }
        let labels = option.text.wordings.compactMap(literal)
        guard labels.count == option.text.wordings.count else { return nil }
        let tests = ["\(word(of: cell))=\(code)"] + labels.map { "\(cell)&\"\"=\($0)" }
        return "OR(\(tests.joined(separator: ",")))"
    }

    /// What stands before the first blank: 4 of `4 比较符合`.
    private static func word(of cell: String) -> String { "LEFT(\(cell),FIND(\" \",\(cell)&\" \")-1)" }

    private func quantity(_ domain: Variable.Domain, _ cells: [String]) -> String? {
        switch domain {
        case .levels: "VALUE(\(Self.word(of: cells[0])))"
        case .integers, .number, .text: "VALUE(\(cells[0])&\"\")"
        // An empty cell is the day 0, which would come before every other.
        case .day, .month: "VALUE(IF(\(cells[0])=\"\",\"x\",\(cells[0])))"
        case .options, .optionSet, .ranking, .unit: nil
        }
    }

    /// False wherever one of the two is no number: a comparison with what was not answered does not hold.
    private func order(_ left: String?, _ comparison: Condition.Comparison, _ right: String) -> String? {
        guard let left else { return nil }
        let sign: String
        switch comparison {
        case .equal: sign = "="
        case .notEqual: sign = "<>"
        case .greater: sign = ">"
        case .less: sign = "<"
        case .atLeast: sign = ">="
        case .atMost: sign = "<="
        case .has, .lacks, .hasOnly: return nil
        }
        return "IFERROR(\(left)\(sign)\(right),FALSE)"
    }

    private static func literal(_ text: String) -> String? {
        let isPlain = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
        guard isPlain, text.utf16.count <= longestText else { return nil }
        return "\"\(text.replacing("\"", with: "\"\""))\""
    }
}
