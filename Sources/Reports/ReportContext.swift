import Disclosure
import Scoring
import Statistics
import Surveys

/// What all sheets of one report ask for: the release, the year that it is about, and how its dimensions are shown.
struct ReportContext {
    let release: Release
    let identity: ReportIdentity
    let now: AssessedRound
    /// The round before, if it may be shown.
    let previous: AssessedRound?

    init?(release: Release, identity: ReportIdentity) {
        guard let now = release.rounds.last else { return nil }
        self.release = release
        self.identity = identity
        self.now = now
        previous = release.rounds.dropLast().last
    }

    var survey: Survey { now.plan.survey }
    var title: String { "\(now.year)年度\(survey.title.main.removing("年度"))报告" }
    var units: [AssessedGroup] { release.units(of: now) }

    // MARK: Dimensions

    /// Dimensions with a score, without the competence gap, which has a page and a unit of its own.
    var scored: [DimensionScore] { now.whole.scores.filter { $0.dimension.method != .gap && $0.itemCount > 0 } }

    /// The competence gap as one number.
    var gap: DimensionScore? { now.whole.scores.first { $0.dimension.method == .gap && $0.itemCount > 0 } }

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
    func area(of dimension: Dimension) -> String {
        let leaves = survey.leaves(of: dimension)?.map(\.dimension) ?? [dimension]
        let titles = leaves.map { leaf in
            survey.sections.first { section in
                section.questions.contains { question in
                    leaf.terms.contains { term in term.code == question.code || question.rows.contains { $0.code == term.code } }
                }
            }?.title.main.withoutOrdinal ?? ""
        }
        guard let first = titles.first, titles.allSatisfy({ $0 == first }) else { return "综合" }
        return first.isEmpty ? survey.title.main : first
    }

    /// From the worst possible score to the best, on the scale that is shown.
    func frame(of dimension: Dimension) -> ClosedRange<Double> {
        let planned = now.plan.dimension(named: dimension.name.main)
        switch planned?.own {
        case .scale(let scale)?:
            let ends = [scale.bounds.lowerBound, scale.bounds.upperBound].map { scale.offset + scale.slope * Double($0) }
            return min(ends[0], ends[1])...max(ends[0], ends[1])
        case .composite?:
            var low = 0.0
            var high = 0.0
            for leaf in survey.leaves(of: dimension) ?? [] {
                // A gap enters as attainment of 100.
                let inner = leaf.dimension.method == .gap ? 0...100 : frame(of: leaf.dimension)
                low += leaf.share * inner.lowerBound
                high += leaf.share * inner.upperBound
            }
            return low...high
        case nil: return 0...1
        }
    }

    /// One decimal on a scale of a hundred, two on one of five.
    func decimals(of dimension: Dimension) -> Int { frame(of: dimension).upperBound >= 20 ? 1 : 2 }

    // MARK: Comparisons

    /// The change into a year; nil where it cannot be compared or may not be shown.
    func change(_ dimension: String, to year: Int) -> YearChange? {
        guard let change = release.assessment.changes.first(where: { $0.dimension.name.main == dimension && $0.to == year }),
            !release.hiddenYears.contains(change.from), !release.hiddenYears.contains(change.to),
            change.test.difference.value != nil
        else { return nil }
        return change
    }

    func comparable(_ dimension: String, in round: AssessedRound?) -> Estimate? {
        guard let estimate = round?.whole.score(dimension)?.comparable?.estimate, release.shows(n: estimate.n) else {
            return nil
        }
        return estimate
    }

    /// `▲ 明显上升`: the sign, and the same in words.
    func judgement(_ change: YearChange?) -> String {
        guard let change, let difference = change.test.difference.value, let isClear = change.isClear else {
            return "[不适用]"
        }
        guard isClear else { return "— 基本持平" }
        return difference > 0 ? "▲ 明显上升" : "▼ 明显下降"
    }

    /// A unit's name; several merged ones together, without letting a long list run over.
    func name(of group: AssessedGroup) -> String {
        let names = group.units.map { $0.isEmpty ? "未填处室" : $0 }
        guard names.count > 1 else { return names.first ?? "" }
        guard names.count > 4 else { return names.joined(separator: "、") + "（合并）" }
        return names.prefix(2).joined(separator: "、") + "等\(names.count)个（合并）"
    }
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
        guard let range = firstRange(of: part) else { return self }
        return String(self[..<range.lowerBound]) + String(self[range.upperBound...])
    }
}
