/// Z107 for the unit of a number: 分分 among questions in 分, or none where all the others of the page have one.
let checkUnitWords: SurveyCheck = { checked in
    checked.survey.sections.flatMap { section -> [Diagnostic] in
        let numbers = section.questions.compactMap { question -> (question: Question, unit: String?)? in
            guard case .number(_, let unit) = question.kind, !checked.isBroken(question.place) else { return nil }
            return (question, unit)
        }
        guard numbers.count > 2 else { return [] }
        return numbers.indices.compactMap { index in
            let others = Set(numbers.indices.filter { $0 != index }.map { numbers[$0].unit })
            guard others.count == 1, let usual = others.first ?? nil, usual != numbers[index].unit else { return nil }
            let question = numbers[index].question
            // A count without a unit stands well beside a few in days.
            if numbers[index].unit == nil, numbers.count < 5 { return nil }
            guard let unit = numbers[index].unit else {
                return Diagnostic(
                    "Z107", .warning, at: question.place.range,
                    Wording(
                        "这一章的数字题都以“\(usual)”为单位，这道题没有写",
                        "the other numbers of this page are in \(usual), this one has no unit"))
            }
            guard
                unit.count == usual.count + 1 && unit.contains(usual)
                    || Homophones.match(unit + unit, among: [usual + usual]) != nil
            else { return nil }
            return Diagnostic(
                "Z107", .warning, at: question.place.range,
                Wording("单位“\(unit)”和这一章其他题的“\(usual)”不一样", "the unit \"\(unit)\" is not the \"\(usual)\" of the page"))
        }
    }
}
