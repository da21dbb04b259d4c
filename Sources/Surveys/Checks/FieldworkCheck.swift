/// Z047: the fieldwork belongs to the year of the survey, or to the one after it, and ends within a year.
let checkFieldwork: SurveyCheck = { checked in
    guard let days = checked.survey.fieldwork,
        let place = checked.map.properties[.init(target: .header, keyword: .open)]
    else { return [] }
    let length = days.upperBound.number - days.lowerBound.number + 1
    if length > 366 {
        return [
            Diagnostic(
                "Z047", .warning, at: place,
                Wording("填写期长达 \(length) 天，请核对起止日期", "the fieldwork takes \(length) days: check its ends"))
        ]
    }
    guard let year = checked.survey.year, !(days.lowerBound.year - 1...days.upperBound.year).contains(year) else {
        return []
    }
    return [
        Diagnostic(
            "Z047", .warning, at: place,
            Wording("填写日期和版本 \(year) 不是同一年，请核对", "the fieldwork is not of the year \(year): check both"),
            related: checked.map.properties[.init(target: .header, keyword: .version)].map {
                [Diagnostic.Related(range: $0, label: Wording("版本写在这里", "the version"))]
            } ?? [])
    ]
}
