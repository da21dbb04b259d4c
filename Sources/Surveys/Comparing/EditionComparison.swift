extension SurveyDifference {
    /// How a survey differs from an earlier edition of it.
    public init(from previous: Survey, to survey: Survey) {
        var comparison = EditionComparison(from: previous, to: survey)
        comparison.compare()
        self = comparison.difference
    }
}

/// Walks through two editions side by side and writes down every change.
struct EditionComparison {
    let old: Edition
    let new: Edition
    var difference: SurveyDifference
    /// Code of this year → code of last year that asked the same under another name.
    var renamed: [String: String] = [:]
    /// Declared in both years; the main one of this year left out.
    private let sharedLanguages: [String]
    private var oldSpelling: (chinese: SurveyWriter, english: SurveyWriter)?
    private var newSpelling: (chinese: SurveyWriter, english: SurveyWriter)?

    init(from previous: Survey, to survey: Survey) {
        old = Edition(previous)
        new = Edition(survey)
        sharedLanguages = survey.languages.dropFirst().filter(previous.languages.contains)
        difference = SurveyDifference(previousYear: previous.year, year: survey.year)
    }

    mutating func compare() {
        compareHeader()
        compareScales()
        findRenamed()
        compareSections()
        compareItems()
        compareDimensions()
        compareRetired()
        judgeTrends()
    }

    // MARK: Writing down

    enum Side { case old, new }

    /// As the language spells it, in both of its spellings.
    mutating func spelled(_ side: Side, _ spell: (SurveyWriter) -> String) -> Wording {
        // A writer knows every code of its survey, and most comparisons need none.
        let known = side == .old ? oldSpelling : newSpelling
        let survey = side == .old ? old.survey : new.survey
        let pair =
            known ?? (
                SurveyWriter(survey: survey, keywords: .chinese), SurveyWriter(survey: survey, keywords: .english)
            )
        if side == .old { oldSpelling = pair } else { newSpelling = pair }
        return Wording(spell(pair.chinese), spell(pair.english))
    }

    mutating func add(
        _ kind: SurveyDifference.Kind, _ subject: SurveyDifference.Subject, _ what: Wording, _ before: Wording?,
        _ after: Wording?, at place: Place = .nowhere, mark: Marks.Change? = nil, isSettled: Bool = false,
        isPart: Bool = false, keyword: Keyword? = nil, language: String? = nil
    ) {
        difference.changes.append(
            SurveyDifference.Change(
                kind: kind, subject: subject, what: what, before: before, after: after, mark: mark,
                isSettled: isSettled, isPart: isPart, place: place, keyword: keyword, language: language))
    }

    /// A keyword of the language as the name of what has changed.
    static func name(_ keyword: Keyword) -> Wording { Wording(keyword.chinese, keyword.english) }

    static func verbatim(_ text: String) -> Wording { Wording(text, text) }

    // MARK: Texts

    /// The main wording differs: what last year said in the language that this year is written in.
    func isReworded(_ before: LocalText, _ after: LocalText) -> Bool {
        // Most texts stay as they are.
        if old.language == new.language, before.main == after.main { return false }
        return (old.wording(before, in: new.language) ?? before.main.withoutOuterBlanks)
            != after.main.withoutOuterBlanks
    }

    /// Languages other than the main one in which the two years differ, one declared only once left out.
    func retranslated(_ before: LocalText, _ after: LocalText) -> [String] {
        if old.language == new.language, before.translations == after.translations { return [] }
        return sharedLanguages.filter { old.wording(before, in: $0) != new.wording(after, in: $0) }
    }

    /// Writes down a text that is neither a question nor an answer, and the translations of any.
    mutating func compareText(
        _ before: LocalText, _ after: LocalText, _ subject: SurveyDifference.Subject, _ what: Wording,
        mark: Marks.Change? = nil, isSettled: Bool = false, withMain: Bool = true
    ) {
        if withMain, isReworded(before, after) {
            add(
                .text, subject, what, Self.verbatim(before.main), Self.verbatim(after.main), at: after.place,
                isSettled: isSettled)
        }
        for language in retranslated(before, after) {
            add(
                .text, subject, Wording("\(what.chinese)的译文 \(language)", "\(what.english) in \(language)"),
                old.wording(before, in: language).map(Self.verbatim),
                new.wording(after, in: language).map(Self.verbatim), at: after.place, mark: mark, isSettled: isSettled,
                language: language)
        }
    }

    /// Paragraphs of help, or of advice, told as one.
    mutating func compareHelp(
        _ before: [LocalText], _ after: [LocalText], _ subject: SurveyDifference.Subject, at place: Place,
        keyword: Keyword = .help
    ) {
        let differs =
            before.count != after.count
            || zip(before, after).contains { isReworded($0, $1) || !retranslated($0, $1).isEmpty }
        guard differs else { return }
        func told(_ texts: [LocalText]) -> Wording? {
            texts.isEmpty ? nil : Self.verbatim(texts.flatMap(\.wordings).joined(separator: " / "))
        }
        add(
            .text, subject, Self.name(keyword), told(before), told(after), at: after.first?.place ?? place,
            // Nobody who answers sees advice, and nobody gives it for the first time by a slip.
            isSettled: keyword == .advice && before.isEmpty, keyword: keyword)
    }

    mutating func compareShow(
        _ before: Condition?, _ after: Condition?, _ subject: SurveyDifference.Subject, at place: Place
    ) {
        guard before != after else { return }
        add(
            .logic, subject, Self.name(.showIf), before.map { told($0, .old) }, after.map { told($0, .new) }, at: place,
            keyword: .showIf)
    }

    mutating func told(_ condition: Condition, _ side: Side) -> Wording {
        spelled(side) { $0.expression(condition, owner: .nowhere) }
    }

    /// One change for the things that both years have in another order: from the first that is out of place.
    mutating func compareOrder(
        _ before: [String], _ after: [String], _ kind: SurveyDifference.Kind, _ subject: SurveyDifference.Subject,
        _ what: Wording, at place: Place, isSettled: Bool = false
    ) {
        let (earlier, later) = (Set(before), Set(after))
        let (was, now) = (before.filter(later.contains), after.filter(earlier.contains))
        guard was != now else { return }
        let same = zip(was, now).prefix { $0 == $1 }.count
        func told(_ names: [String]) -> Wording {
            let shown = names.dropFirst(same).prefix(6)
            let more = names.count - same > shown.count ? "……" : ""
            return Wording(
                shown.joined(separator: "、") + more, shown.joined(separator: ", ") + (more.isEmpty ? "" : " …"))
        }
        add(kind, subject, what, told(was), told(now), at: place, isSettled: isSettled)
    }
}
