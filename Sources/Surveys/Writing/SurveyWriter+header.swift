extension SurveyWriter {
    mutating func writeHeader() {
        if let year = survey.year { putHeader(.version, String(year)) }
        if let year = survey.previousYear { putHeader(.previous, String(year)) }
        if saysLanguages { putHeader(.languages, list(survey.languages)) }
        if let days = survey.fieldwork { putHeader(.open, "\(days.lowerBound) ~ \(days.upperBound)") }
        // Anonymity is a promise: once it was made in writing it stays in writing.
        if !survey.isAnonymous || said(.anonymous) != nil {
            putHeader(.anonymous, survey.isAnonymous ? word("是", "yes") : word("否", "no"))
        }
        if let people = survey.smallestGroup { putHeader(.minGroup, String(people)) }
        if let access = survey.access { putHeader(.access, access) }
        for paragraph in survey.introduction { writeText(opening(.help), paragraph) }
    }

    /// Without the line a survey is Chinese, or Chinese and English as soon as something is translated.
    private var saysLanguages: Bool {
        if said(.languages) != nil { return true }
        let isTranslated = survey.sentences.contains { !$0.text.translations.isEmpty }
        return survey.languages != (isTranslated ? ["zh", "en"] : ["zh"])
    }

    private mutating func putHeader(_ keyword: Keyword, _ value: String) {
        put(keyword, value, from: said(keyword))
    }

    private func said(_ keyword: Keyword) -> Int? { place(of: keyword, below: .header) }

    mutating func writeScale(_ index: Int) {
        let scale = survey.scales[index]
        openBlock()
        writeText(opening(.scale), scale.name)
        for level in scale.levels {
            var marks: [String] = []
            if let points = level.points { marks.append(word("\(points)分", "\(points)pts")) }
            if level.isUnscored { marks.append(spelling(.unscored)) }
            writeText(
                "- \(level.code.map(String.init) ?? "NA") = ", level.text, tags: bracket(marks),
                from: offset(of: level.place))
        }
    }

    /// Codes of earlier years, sorted.
    mutating func writeRetired() {
        guard !survey.retired.isEmpty else { return }
        openBlock()
        put(.retired, list(survey.retired), from: place(of: .retired, below: .retired))
    }
}
