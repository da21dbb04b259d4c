/// A survey with what the comparison of two years looks up again and again.
struct Edition {
    let survey: Survey
    /// Questions and rows, in the order of the text.
    let items: [Item]
    private let indices: [String: Int]
    private let variables: [String: [Variable]]
    private let dimensions: [String: Int]
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
        let questions = survey.questions
        var variables: [String: [Variable]] = [:]
        for variable in survey.variables where !variable.isOptionText {
            variables[variable.code, default: []].append(variable)
            let block = questions[variable.ordinal].code
            if block != variable.code { variables[block, default: []].append(variable) }
        }
        self.variables = variables
        var dimensions: [String: Int] = [:]
        for (index, dimension) in survey.dimensions.enumerated() {
            for name in dimension.name.wordings where dimensions[name] == nil { dimensions[name] = index }
        }
        self.dimensions = dimensions
    }

    func item(_ code: String) -> Item? { indices[code].map { items[$0] } }

    /// What a code answers: a block's rows, one row, or one question.
    func variables(of code: String) -> [Variable] { variables[code] ?? [] }

    func dimensionIndex(named name: String) -> Int? { dimensions[name] }

    func dimension(named name: String) -> Dimension? { dimensions[name].map { survey.dimensions[$0] } }

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
        guard unicodeScalars.first?.isBlank == true || unicodeScalars.last?.isBlank == true else { return self }
        return String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}

extension Unicode.Scalar {
    /// Nearly every text opens and ends with a letter or a Han character, which needs no look at the tables.
    fileprivate var isBlank: Bool { value <= 0x3000 && properties.isWhitespace }
}
