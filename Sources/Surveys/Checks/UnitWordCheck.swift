/// Z107 for the unit of a number: 分分 among questions in 分, or none where all the others of the page have one.
let checkUnitWords: SurveyCheck = { checked in
    checked.survey.sections.flatMap { section -> [Diagnostic] in
        var places: [String?: [Place]] = [:]
        for question in section.questions where !checked.isBroken(question.place) {
            if case .number(_, let unit) = question.kind { places[unit, default: []].append(question.place) }
        }
        let count = places.values.reduce(0) { $0 + $1.count }
        // All of one unit, but for a single question.
        guard count > 2, places.count == 2, let odd = places.first(where: { $0.value.count == 1 }),
            let usual = places.first(where: { $0.value.count == count - 1 })?.key
        else { return [] }
        return remark(odd.key, usual, at: odd.value[0], count).map { [$0] } ?? []
    }
}

private func remark(_ unit: String?, _ usual: String, at place: Place, _ count: Int) -> Diagnostic? {
    guard let unit else {
        // A count without a unit stands well beside a few in days.
        guard count > 4 else { return nil }
        return Diagnostic(
            "Z107", .warning, at: place.range,
            Wording(
                "这一章的数字题都以“\(usual)”为单位，这道题没有写", "the other numbers of this page are in \(usual), this one has no unit")
        )
    }
    // 分分 has a letter too many, 粉 only sounds the same.
    let isSlip = unit.count == usual.count + 1 && unit.contains(usual)
    let sounds = Homophones.sounds(of: unit)
    guard isSlip || (sounds != nil && sounds == Homophones.sounds(of: usual)) else { return nil }
    return Diagnostic(
        "Z107", .warning, at: place.range,
        Wording("单位“\(unit)”和这一章其他题的“\(usual)”不一样", "the unit \"\(unit)\" is not the \"\(usual)\" of the page"))
}
