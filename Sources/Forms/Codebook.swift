package import Surveys

extension CSVTable {
    /// What every column of exported responses means: a line for each variable and each answer that it may have.
    package init(codebookOf survey: Survey) {
        var lines = [["variable", "text", "text_en", "kind", "required", "code", "label", "label_en"]]
        for variable in survey.variables {
            let own = [
                variable.name, variable.text.main, variable.text.translations["en"] ?? "", Self.kind(variable.domain),
                variable.isRequired ? "1" : "0",
            ]
            let answers = Self.answers(of: variable.domain)
            for (code, label) in answers.isEmpty ? [("", LocalText(""))] : answers {
                lines.append(own + [code, label.main, label.translations["en"] ?? ""])
            }
        }
        self.init(lines)
    }

    /// The heading of the units where the survey does not ask for them but codes know them. No question is called so.
    static let unitColumn = "_unit"

    /// The headings of a column of codes, folded; as on the lists of codes that are handed out.
    static let codeColumns = ["口令", "code"]

    /// Puts the unit of each response before all other columns; `ResponseImport` takes it from there.
    package mutating func addUnits(_ cells: [String]) {
        header.insert(Self.unitColumn, at: 0)
        for index in rows.indices { rows[index].cells.insert(cells[index], at: 0) }
    }

    private static func kind(_ domain: Variable.Domain) -> String {
        switch domain {
        case .levels: return "level"
        case .options: return "option"
        case .optionSet: return "options"
        case .ranking: return "ranking"
        case .integers(let range): return "integer \(range.lowerBound)~\(range.upperBound)"
        case .number(let range?):
            let (low, high) = (range.bounds.lowerBound, range.bounds.upperBound)
            return "number \(fixedPoint(low, range.decimals))~\(fixedPoint(high, range.decimals))"
        case .number(nil): return "number"
        case .text: return "text"
        case .day: return "day"
        case .month: return "month"
        case .unit: return "unit"
        }
    }

    private static func answers(of domain: Variable.Domain) -> [(code: String, label: LocalText)] {
        switch domain {
        case .levels(let scale): scale.levels.map { ($0.code.map(String.init) ?? "NA", $0.text) }
        case .options(let options), .optionSet(let options, _), .ranking(let options, _):
            options.map { ($0.code, $0.text) }
        default: []
        }
    }
}
