import Disclosure
import Scoring
import Statistics
import Surveys
import Workbooks

/// What all sheets of one report ask for: the release, the year that it is about, and how its dimensions are shown.
struct ReportContext {
    let release: Release
    let edition: ReportEdition
    let language: ReaderLanguage
    let identity: ReportIdentity
    /// What became of last year's measures, where somebody gave last year's workbook.
    let followUp: FollowUp?
    /// What may be told of the open answers, where somebody coded them.
    let comments: ReleasedComments?
    let now: AssessedRound
    /// The round before, if it may be shown.
    let previous: AssessedRound?

    init?(
        release: Release, edition: ReportEdition, language: ReaderLanguage, identity: ReportIdentity,
        followUp: FollowUp? = nil, comments: ReleasedComments? = nil
    ) {
        guard let now = release.rounds.last else { return nil }
        self.release = release
        self.edition = edition
        self.language = language
        self.identity = identity
        self.followUp = followUp
        self.comments = comments
        self.now = now
        previous = release.rounds.dropLast().last
    }

    var survey: Survey { now.plan.survey }

    // MARK: Words

    /// As it is printed; `score.name` is the key that the release knows it by.
    func name(of score: DimensionScore) -> String { text(score.dimension.name) }

    /// `甲、乙` or `A, B`.
    func list(_ parts: some Sequence<String>) -> String { parts.joined(separator: say("、", ", ")) }

    /// Clauses of one sentence.
    func clauses(_ parts: some Sequence<String>) -> String { parts.joined(separator: say("；", "; ")) }

    /// A sheet as a sentence points to it.
    func quoted(_ sheet: SheetKind) -> String { "“\(name(of: sheet))”" }

    /// In the language of the report.
    func say(_ chinese: String, _ english: String) -> String { Wording(chinese, english).text(in: language) }
    func say(_ wording: Wording) -> String { wording.text(in: language) }

    /// A text of the survey, in the language of the report where it was translated.
    func text(_ text: LocalText) -> String {
        let code =
            switch language {
            case .chinese: "zh"
            case .english: "en"
            }
        return text.text(in: code)
    }

    /// `63.0—76.1`, or `-0.02至0.12`: a dash before a minus cannot be read.
    func range(_ interval: ClosedRange<Double>, _ decimals: Int) -> String {
        let dash = interval.lowerBound < 0 ? say("至", " to ") : say("—", "–")
        return NumberText.fixed(interval.lowerBound, decimals) + dash + NumberText.fixed(interval.upperBound, decimals)
    }

    /// What stands on the tab of a sheet.
    func name(of sheet: SheetKind) -> String { say(sheet.name) }

    /// `2026年度学习型机关自查报告`, however much of that the survey's own title says.
    var title: String { say("\(now.year)年度\(subject)", "\(subject), \(now.year)") }

    /// The title without its year.
    var subject: String {
        guard language == .chinese else { return englishSubject }
        let words = ["\(now.year)年度", "\(now.year)年", "年度"]
        let said = words.first { survey.title.main.contains($0) && survey.title.main != $0 } ?? ""
        let name = survey.title.main.removing(said)
        return name.hasSuffix("报告") ? name : name + "报告"
    }

    private var englishSubject: String {
        let said = [", \(now.year)", " (\(now.year))", " \(now.year)", "\(now.year) ", "\(now.year)"]
        let title = text(survey.title)
        let name = title.removing(said.first { title.contains($0) && title != $0 } ?? "")
        return name.lowercased().hasSuffix("report") ? name : name + " report"
    }

    var units: [AssessedGroup] { release.units(of: now) }

    // MARK: Dimensions

    /// Dimensions with a score, without the competence gap, which has a page and a unit of its own.
    var scored: [DimensionScore] { now.whole.scores.filter { $0.dimension.method != .gap && $0.itemCount > 0 } }

    /// Competence gaps as one number each.
    var gaps: [DimensionScore] { now.whole.scores.filter { $0.dimension.method == .gap && $0.itemCount > 0 } }

    /// Competences that may be shown one by one.
    var competences: [CompetenceGap] {
        now.whole.gaps.filter { release.shows(n: $0.test.gap.n) && $0.test.gap.value != nil }
    }

    var composites: [DimensionScore] { scored.filter(\.dimension.isComposite) }

    /// The composites that a reader asks for first: those of items, then the overall ones.
    var headlines: [DimensionScore] {
        let names = Set(composites.map(\.name))
        let inner = composites.filter { score in !score.dimension.shares.contains { names.contains($0.dimension) } }
        let outer = composites.filter { score in score.dimension.shares.contains { names.contains($0.dimension) } }
        let chosen = inner + outer
        return chosen.isEmpty ? Array(scored.prefix(2)) : chosen
    }

    /// The dimensions that make up the composites; all of them where there is no composite.
    var members: [DimensionScore] {
        let leaves = composites.flatMap { survey.leaves(of: $0.dimension) ?? [] }.map(\.dimension.name.main)
        let plain = scored.filter { !$0.dimension.isComposite }
        return leaves.isEmpty ? plain : plain.filter { leaves.contains($0.name) }
    }

    /// The section in which a dimension's first item stands, without its number; 综合 for what joins several.
    func area(of dimension: Dimension, in round: AssessedRound? = nil) -> String {
        let survey = (round ?? now).plan.survey
        let leaves = survey.leaves(of: dimension)?.map(\.dimension) ?? [dimension]
        let titles = leaves.map { leaf in
            survey.sections.first { section in
                section.questions.contains { question in
                    leaf.terms.contains { term in
                        term.code == question.code || question.rows.contains { $0.code == term.code }
                    }
                }
            }.map { text($0.title).withoutOrdinal } ?? ""
        }
        guard let first = titles.first, titles.allSatisfy({ $0 == first }) else { return say("综合", "Overall") }
        return first.isEmpty ? text(survey.title) : first
    }

    // MARK: Who answered

    /// `，其中3份后到，未计入`: what came after the last report and is still too little to be told.
    var waitingRemark: String {
        let waiting = now.whole.received - now.whole.responses
        guard waiting > 0 else { return "" }
        return say("，其中\(waiting)份后到，未计入各项得分", ", \(waiting) of which came late and are not counted in any score")
    }

    // MARK: Comparisons

    /// `上年`, or the year itself where the last that may be shown is not the last one.
    var previousWord: String {
        guard let previous, previous.year != now.year - 1 else { return say("上年", "the year before") }
        return say("\(previous.year)年", "\(previous.year)")
    }

    /// The change into a year; nil where it cannot be compared or may not be shown.
    func change(_ dimension: String, to year: Int) -> YearChange? {
        guard
            let change = release.assessment.changes.first(where: {
                $0.dimension.name.main == dimension && $0.to == year
            }),
            !release.hiddenYears.contains(change.from), !release.hiddenYears.contains(change.to),
            change.test.difference.value != nil
        else { return nil }
        return change
    }

    /// How large a change is; nil where it would tell a mean that is shown as a bound only.
    func size(of change: YearChange?) -> Double? {
        guard let change else { return nil }
        let ends = release.rounds.filter { [change.from, change.to].contains($0.year) }
        guard ends.count == 2, ends.allSatisfy({ comparable(change.dimension.name.main, in: $0).exact != nil }) else {
            return nil
        }
        return change.test.difference.value
    }

    /// Clear, and for the worse?
    func isClearlyWorse(_ change: YearChange) -> Bool { change.isClear == true && isWorse(change) }

    func isWorse(_ change: YearChange) -> Bool {
        guard let difference = change.test.difference.value, difference != 0 else { return false }
        return (difference > 0) == isLowBetter(change.dimension)
    }

    /// `▲ 明显上升`: the sign, and the same in words; for what is better low what that means.
    func judgement(_ change: YearChange?) -> String {
        guard let change, let difference = change.test.difference.value else {
            return say(SheetComposer.Absence.notApplicable.wording)
        }
        guard let isClear = change.isClear else { return say(.notJudged) }
        guard isClear else { return say("— 基本持平", "— broadly unchanged") }
        guard isLowBetter(change.dimension) else {
            return difference > 0 ? say("▲ 明显上升", "▲ clear rise") : say("▼ 明显下降", "▼ clear fall")
        }
        return difference > 0 ? say("▲ 明显变差", "▲ clearly worse") : say("▼ 明显改善", "▼ clearly better")
    }

    // MARK: Scores

    /// The whole's score by a year's own items, as it may be shown.
    func shown(_ score: DimensionScore, in round: AssessedRound? = nil) -> ShownNumber {
        shown(score, in: round ?? now, of: nil, by: \.own)
    }

    /// A unit's, by its place, in the year that the report is about or in another.
    func shown(_ dimension: String, ofUnit place: Int, in round: AssessedRound? = nil) -> ShownNumber {
        let round = round ?? now
        return round.units[place].score(dimension).map { shown($0, in: round, of: place, by: \.own) }
            ?? .absent(.missing)
    }

    /// The whole's score on the common ground of the years, as it may be shown.
    func comparable(_ dimension: String, in round: AssessedRound?) -> ShownNumber {
        guard let round, let score = round.whole.score(dimension), score.comparable != nil else {
            return .absent(.broken)
        }
        return shown(score, in: round, of: nil, by: \.comparable)
    }

    private func shown(
        _ score: DimensionScore, in round: AssessedRound, of unit: Int?, by path: MeasurePath
    ) -> ShownNumber {
        guard !score.isWithheld else { return .absent(.hidden) }
        let estimate = path == \.own ? score.estimate : score.comparable?.estimate
        guard let estimate, let value = estimate.value else { return .absent(.missing) }
        let name = ScoreName(dimension: score.name, isComparable: path == \.comparable, cell: unit)
        switch round.standings[name] {
        case nil: return .exact(value)
        case .hidden: return .absent(.bounded)
        case .bounded:
            return .mean(value, n: estimate.n, in: frame(of: score.dimension, in: round, by: path))
        }
    }

    /// Its interval, where the score itself is shown.
    func comparableInterval(_ dimension: String, in round: AssessedRound) -> ClosedRange<Double>? {
        guard comparable(dimension, in: round).exact != nil else { return nil }
        return round.whole.score(dimension)?.comparable?.estimate.interval
    }

    /// A unit's name; several merged ones together, without letting a long list run over.
    func name(of group: AssessedGroup) -> String {
        let names = group.units.map { $0.isEmpty ? say("未填处室", "no unit given") : $0 }
        guard names.count > 1 else { return names.first ?? "" }
        guard names.count > 4 else { return list(names) + say("（合并）", " (merged)") }
        return list(names.prefix(2))
            + say("等\(names.count)个（合并）", " and \(names.count - 2) more (merged)")
    }
}

extension Wording {
    /// Where there is no test there is no verdict, not even that nothing is clear.
    static let notJudged = Wording("不判", "not judged")
}

extension String {
    /// `二、学风` → `学风`
    var withoutOrdinal: String {
        guard let mark = firstIndex(of: "、"), self[..<mark].allSatisfy({ "一二三四五六七八九十".contains($0) }) else {
            return self
        }
        return String(self[index(after: mark)...])
    }

    /// `政治鉴别能力（看清…）` → `政治鉴别能力`
    var withoutRemark: String {
        guard let open = firstIndex(where: { $0 == "（" || $0 == "(" }), open > startIndex else { return self }
        return String(self[..<open]).trimmedEnd
    }

    private var trimmedEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }

    fileprivate func removing(_ part: String) -> String {
        guard let range = firstRange(of: part), !part.isEmpty else { return self }
        return String(self[..<range.lowerBound]) + String(self[range.upperBound...])
    }

    /// At most so many units of width, with an ellipsis for the rest.
    func shortened(to width: Int) -> String {
        guard TextMeasure.width(of: self) > width else { return self }
        var text = ""
        for character in self {
            guard TextMeasure.width(of: text + String(character)) + 2 <= width else { break }
            text.append(character)
        }
        return text + "…"
    }
}

extension Estimate {
    var interval: ClosedRange<Double>? {
        if let lower, let upper { lower...upper } else { nil }
    }
}
