/// Z103: two statements in one item, of which only one may be true.
///
/// Only what plainly joins two statements is said; 和 alone mostly joins two nouns of one statement.
let checkDoubleBarrels: SurveyCheck = { checked in
    let taken = Set(
        checked.survey.dimensions.flatMap(\.terms).flatMap { checked.variables(of: $0.code) }.map(\.name))
    var seen: Set<String> = []
    return checked.variables.compactMap { item in
        guard taken.contains(item.name), item.part == nil, seen.insert(item.code).inserted,
            let joint = item.joint(in: checked.survey.languages[0])
        else { return nil }
        return Diagnostic(
            "Z103", .hint, at: item.text.place.range,
            Wording("“\(item.code)”一句话问了两件事（\(joint)）", "\(item.code) asks two things at once (\(joint))"),
            notes: [
                Wording(
                    "只符合一半的人不知道怎么答；拆成两题，或只留一件",
                    "whoever agrees with half of it cannot answer; make two items of it, or keep one"
                )
            ])
    }
}

extension Variable {
    fileprivate func joint(in language: String) -> String? {
        switch language {
        case "zh": ChineseItem(text.main).joint
        case "en": EnglishItem(text.main).joint
        default: nil
        }
    }
}
