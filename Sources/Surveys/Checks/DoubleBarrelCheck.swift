/// Z103: two statements in one item, of which only one may be true.
///
/// Only what plainly joins two statements is said; 和 alone mostly joins two nouns of one statement.
let checkDoubleBarrels: SurveyCheck = { checked in
    var taken: Set<Int> = []
    for term in checked.survey.dimensions.flatMap(\.terms) { taken.formUnion(checked.indices(of: term.code)) }
    let language = checked.survey.languages[0]
    return taken.sorted().compactMap { index in
        guard checked.variables[index].part == nil, let joint = checked.variables[index].joint(in: language) else {
            return nil
        }
        let item = checked.variables[index]
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
