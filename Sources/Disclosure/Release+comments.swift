import Scoring
package import Surveys

/// A theme of the open answers, with the numbers of the responses that speak of it.
package struct CommentTheme: Sendable, Equatable {
    package var name: String
    /// nil where it belongs to no area of the survey.
    package var area: LocalText?
    package var summary: String
    package var responses: Set<Int>

    package init(name: String, area: LocalText?, summary: String, responses: Set<Int>) {
        self.name = name
        self.area = area
        self.summary = summary
        self.responses = responses
    }
}

/// What may be told of the open answers of a round. Only a `Release` makes one.
package struct ReleasedComments: Sendable, Equatable {
    /// The most often mentioned first, then in the order in which they were listed.
    package let themes: [Theme]
    /// 其他主题: how many responses speak of one of the themes that are not shown; nil where that is not told, and also
    /// where there are none.
    package let others: Count?
    /// Too few people wrote anything: no theme is told.
    package let isHidden: Bool

    package struct Theme: Sendable, Equatable {
        package let name: String
        package let area: LocalText?
        package let summary: String
        package let count: Count
    }

    /// How many responses, or a number that they reach where the rest of the round would be few people.
    package enum Count: Sendable, Equatable {
        case exact(Int)
        case atLeast(Int)

        /// Where it is sorted and drawn.
        package var drawn: Int {
            switch self {
            case .exact(let count), .atLeast(let count): count
            }
        }
    }
}

extension Release {
    /// What may be told of the open answers of the round that the report is about.
    ///
    /// Every count that is told is one of at least k people. Themes overlap, so neither sums nor differences of their
    /// counts say anything of fewer, with two exceptions, which are closed here: a theme that lies within another and
    /// lacks fewer than k of its people goes to the others, and a theme of which fewer than k of all respondents do not
    /// speak is told as a bound. How many people wrote anything is never told.
    ///
    /// - Parameters:
    ///   - themes: in the order in which they were listed; those that nobody speaks of are left out.
    ///   - writers: how many people wrote anything.
    ///   - year: of the round; where nothing of it may be shown, neither are its themes.
    package func comments(_ themes: [CommentTheme], writers: Int, of year: Int) -> ReleasedComments {
        guard writers >= 2 * k, let round = rounds.last, round.year == year else {
            return ReleasedComments(themes: [], others: nil, isHidden: true)
        }
        var kept = themes.indices.filter { themes[$0].responses.count >= k }
        func isTooNearAnother(_ index: Int) -> Bool {
            kept.contains { isTooNear(themes[index].responses, themes[$0].responses) }
        }
        while let position = kept.firstIndex(where: isTooNearAnother) { kept.remove(at: position) }
        let shown = kept.map { themes[$0] }
        let rest = Set(themes.indices).subtracting(kept)
        let pool = rest.reduce(into: Set<Int>()) { $0.formUnion(themes[$1].responses) }
        let isPoolTold =
            pool.count >= k
            && !shown.contains { isTooNear(pool, $0.responses) || isTooNear($0.responses, pool) }
        let all = round.whole.responses
        let told = shown.map { theme in
            ReleasedComments.Theme(
                name: theme.name, area: theme.area, summary: theme.summary, count: count(theme.responses, of: all))
        }
        let sorted = told.enumerated().sorted {
            ($1.element.count.drawn, $0.offset) < ($0.element.count.drawn, $1.offset)
        }
        return ReleasedComments(
            themes: sorted.map(\.element), others: isPoolTold ? count(pool, of: all) : nil, isHidden: false)
    }

    /// Whether the difference of two counts is that of fewer than k people, because one set lies within the other.
    private func isTooNear(_ part: Set<Int>, _ whole: Set<Int>) -> Bool {
        (1..<k).contains(whole.count - part.count) && part.isSubset(of: whole)
    }

    private func count(_ responses: Set<Int>, of all: Int) -> ReleasedComments.Count {
        all - responses.count < k ? .atLeast(max(k, all - k)) : .exact(responses.count)
    }
}
