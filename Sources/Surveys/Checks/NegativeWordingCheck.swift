/// Z102: an item that speaks ill of what its dimension is meant to praise, and is not reversed.
///
/// A hint must not be wrong, or nobody reads the next; so a negation counts only where the sentence says in the end that
/// something good is missing or something bad happens. 没有检查，我也能按计划学习 and 我不推不拖 are no such sentences.
let checkNegativeWordings: SurveyCheck = { checked in
    checked.survey.dimensions.flatMap { dimension -> [Diagnostic] in
        guard dimension.direction == .higherIsBetter, dimension.method != .gap else { return [] }
        let own = dimension.terms.flatMap { checked.indices(of: $0.code) }.filter { checked.variables[$0].isDegree }
        let language = checked.survey.languages[0]
        let negative = own.filter { checked.variables[$0].isNegative(in: language) }.map { checked.variables[$0] }
        // Where most items are worded so, the dimension is about what is bad: 倦怠, 形式主义.
        guard negative.count * 2 <= own.count || own.count == 1 else { return [] }
        // Of a line that was not understood nobody knows whether it says so: （反向）.
        return negative.filter { !$0.marks.isReversed && !checked.isMisread($0.text.place) }.map { item in
            Diagnostic(
                "Z102", .hint, at: item.text.place.range,
                Wording(
                    "“\(item.code)”像是反着说的，但没有标 [反向]",
                    "\(item.code) seems to be worded negatively, but is not marked [reverse]"),
                notes: [
                    Wording(
                        "越符合就越不好的，行尾加 [反向]；不然这个维度的得分会互相抵消",
                        "if agreeing speaks against the dimension, end the line with [reverse]; else its items cancel out"
                    )
                ])
        }
    }.reduce(into: []) { found, remark in
        // Two dimensions may take the same item.
        if !found.contains(where: { $0.range == remark.range }) { found.append(remark) }
    }
}

extension Variable {
    /// Its answers are degrees, and they score.
    fileprivate var isDegree: Bool {
        switch domain {
        case .levels, .integers: part == nil && !marks.isUnscored
        default: false
        }
    }

    fileprivate func isNegative(in language: String) -> Bool {
        switch language {
        case "zh": ChineseItem(text.main).isNegative
        case "en": EnglishItem(text.main).isNegative
        default: false
        }
    }
}
