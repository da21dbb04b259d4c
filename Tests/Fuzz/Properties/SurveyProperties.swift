import Surveys

/// What holds for whatever bytes somebody calls a survey.
package enum SurveyProperties {
    package static func check(_ bytes: [UInt8]) throws(BrokenProperty) {
        guard let reading = try? Survey.read(bytes: bytes) else { return }
        try reading.diagnostics.demandPlaces(in: reading.source)
        try demandOrder(reading)
        try demandThatFixesEnd(reading)
        if reading.hasErrors {
            try demand(reading.formatted() == nil, "a text with errors is not formatted")
        } else {
            for keywords in KeywordLanguage.allCases { try demandForm(reading, keywords) }
            try demandForm(reading, nil)
        }
    }

    /// A remark on the encoding comes first, then all others in the order of the text.
    private static func demandOrder(_ reading: SurveyReading) throws(BrokenProperty) {
        let starts = reading.diagnostics.filter { $0.code != "Z003" }.map(\.range.lowerBound)
        try demand(starts == starts.sorted(), "remarks stand in the order of the text", "\(starts)")
    }

    private static func demandThatFixesEnd(_ reading: SurveyReading) throws(BrokenProperty) {
        let (text, settled) = reading.certainlyFixed()
        let left = Survey.read(text).certainlyFixed().settled
        try demand(left.isEmpty, "certain fixes come to an end", "\(left)\n\(text)")
        try demand(
            !settled.isEmpty || text == reading.source.text, "a text without certain fixes stays as it is", text)
    }

    /// The canonical form means the same, is free of errors, and is its own canonical form.
    private static func demandForm(_ reading: SurveyReading, _ keywords: KeywordLanguage?) throws(BrokenProperty) {
        guard let formatted = reading.formatted(keywords: keywords) else {
            throw BrokenProperty("a text without errors can be formatted")
        }
        let again = Survey.read(formatted)
        try demandSame(again, reading.survey, "formatted", formatted)
        let twice = again.formatted(keywords: keywords)
        try demand(
            twice == formatted, "formatting changes nothing the second time", "\(formatted)\n----\n\(twice ?? "")")

        let written = reading.survey.written(keywords: keywords ?? .chinese)
        try demandSame(Survey.read(written), reading.survey, "written", written)
    }

    private static func demandSame(
        _ again: SurveyReading, _ survey: Survey, _ verb: String, _ text: String
    ) throws(BrokenProperty) {
        let errors = again.diagnostics.filter { $0.severity == .error }
        try demand(
            errors.isEmpty, "a survey that was \(verb) reads back without errors",
            errors.map { $0.rendered(in: again.source, file: "x.zicha", language: .english) }.joined() + text)
        try demand(again.survey == survey, "a survey that was \(verb) reads back as it was", text)
    }
}
