/// A survey with what the comparison of two years looks up again and again.
struct Edition {
    let survey: Survey
    /// Questions and rows, in the order of the text.
    let items: [Item]
    private let indices: [String: Int]
    private let variables: [String: [Variable]]
    /// The language that the texts are written in.
    let language: String

    /// A question, or a row of one.
    struct Item {
        var code: String
        var text: LocalText
        var marks: Marks
        var question: Question
        var row: Row?
        /// Number of its section.
        var section: Int
        var place: Place

        /// What the brackets say of its history: its own, or its block's.
        var change: Marks.Change? { marks.change ?? (row == nil ? nil : question.marks.change) }

        var subject: SurveyDifference.Subject { .question(code: code, text: text.main) }
    }

    init(_ survey: Survey) {
        self.survey = survey
        language = survey.languages.first ?? "zh"
        var items: [Item] = []
        for (section, page) in survey.sections.enumerated() {
            for question in page.questions {
                items.append(
                    Item(
                        code: question.code, text: question.text, marks: question.marks, question: question, row: nil,
                        section: section, place: question.place))
                for row in question.rows {
                    items.append(
                        Item(
                            code: row.code, text: row.text, marks: row.marks, question: question, row: row,
                            section: section, place: row.place))
                }
            }
        }
        self.items = items.filter { !$0.code.isEmpty }
        indices = Dictionary(self.items.enumerated().map { ($1.code, $0) }) { first, _ in first }
        variables = Dictionary(grouping: survey.variables, by: \.code)
    }

    func item(_ code: String) -> Item? { indices[code].map { items[$0] } }

    func variables(of code: String) -> [Variable] { variables[code] ?? [] }

    /// The codes that a dimension takes, with their weights: a block stands for its rows.
    func composition(of dimension: Dimension) -> [(code: String, weight: Int)] {
        dimension.terms.flatMap { term -> [(code: String, weight: Int)] in
            guard let item = item(term.code), !item.question.rows.isEmpty, item.row == nil else {
                return [(term.code, term.weight)]
            }
            return item.question.rows.map { ($0.code, term.weight) }
        }
    }

    /// A text in one of the languages, blanks at its ends left out.
    func wording(_ text: LocalText, in language: String) -> String? {
        (language == self.language ? text.main : text.translations[language]).map(\.withoutOuterBlanks)
    }
}

extension String {
    var withoutOuterBlanks: String {
        guard first?.isWhitespace == true || last?.isWhitespace == true else { return self }
        return String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
