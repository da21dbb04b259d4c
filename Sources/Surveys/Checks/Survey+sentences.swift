/// A text that a respondent or a reader of the report meets.
struct SpokenSentence {
    var text: LocalText
    /// How many questions, counted from the first, are answered when it is read; nil outside the questionnaire.
    var known: Int?
}

extension Survey {
    /// Every sentence that is spoken, in the order of the text.
    var sentences: [SpokenSentence] {
        var all: [SpokenSentence] = []
        func add(_ texts: [LocalText], _ known: Int?) { all += texts.map { SpokenSentence(text: $0, known: known) } }
        add([title] + introduction, 0)
        // A scale's name is never shown, its levels are.
        for scale in scales { add(scale.levels.map(\.text), nil) }
        var ordinal = 0
        for section in sections {
            add([section.title] + section.help, ordinal)
            for question in section.questions {
                add([question.text] + question.help, ordinal)
                for option in question.options { add([option.text] + option.help, ordinal) }
                for row in question.rows { add([row.text] + row.help, ordinal) }
                ordinal += 1
                // A message is shown once its question is answered.
                add(question.checks.compactMap(\.message), ordinal)
            }
        }
        for dimension in dimensions { add([dimension.name] + dimension.bands.map(\.text), nil) }
        return all.filter { !$0.text.main.isEmpty }
    }
}
