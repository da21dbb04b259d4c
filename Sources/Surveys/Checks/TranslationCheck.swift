/// Z070: every sentence stands in every declared language before collection opens.
let checkTranslations: SurveyCheck = { survey in
    survey.languages.dropFirst().compactMap { language in
        let missing = survey.sentences.filter { $0.text.translations[language] == nil && !$0.text.main.isEmpty }
        guard let first = missing.first else { return nil }
        return Diagnostic(
            "Z070", .warning, at: first.place.range,
            Wording("缺少“\(language)”译文（开始填写前必须补齐）", "missing \"\(language)\" translation (an error once collection opens)"),
            label: Wording("没有 \(language)", "no \(language)"),
            notes: [
                Wording("这一行下面加“\(language): …”，或在同一行写“| …”", "add `\(language): …` below, or `| …` on the line"),
                Wording("全卷共缺 \(missing.count) 处", "\(missing.count) missing in all"),
            ])
    }
}

extension Survey {
    /// Every sentence that a respondent or a reader of the report meets, with the line it belongs to.
    var sentences: [(text: LocalText, place: Place)] {
        var all: [(LocalText, Place)] = [(title, .nowhere)]
        all += introduction.map { ($0, .nowhere) }
        // A scale's name is never shown, its levels are.
        for scale in scales { all += scale.levels.map { ($0.text, $0.place) } }
        for section in sections {
            all.append((section.title, section.place))
            all += section.help.map { ($0, section.place) }
            for question in section.questions {
                all.append((question.text, question.place))
                all += question.help.map { ($0, question.place) }
                all += question.checks.compactMap { check in check.message.map { ($0, check.place) } }
                for option in question.options { all += [(option.text, option.place)] + option.help.map { ($0, option.place) } }
                for row in question.rows { all += [(row.text, row.place)] + row.help.map { ($0, row.place) } }
            }
        }
        for dimension in dimensions {
            all.append((dimension.name, dimension.place))
            all += dimension.bands.map { ($0.text, $0.place) }
        }
        return all.filter { text, _ in text.main.contains(where: \.isLetter) }
    }
}
