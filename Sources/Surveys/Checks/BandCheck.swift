/// Z064, Z065: bands run from high to low and end in 其余, so that every score falls into one.
let checkBands: SurveyCheck = { survey in
    survey.dimensions.flatMap { dimension -> [Diagnostic] in
        var found: [Diagnostic] = []
        for (upper, lower) in zip(dimension.bands, dimension.bands.dropFirst()) {
            guard let high = upper.from else {
                found.append(
                    Diagnostic(
                        "Z065", at: upper.place.range, Wording("“其余”要写在最后一档", "`rest` must be the last band")))
                break
            }
            if let low = lower.from, low >= high {
                found.append(
                    Diagnostic(
                        "Z064", at: lower.place.range,
                        Wording(
                            "等级分数线没有从高到低，“\(lower.text.main)”永远评不上",
                            "band thresholds are not descending: \"\(lower.text.main)\" can never be reached"),
                        related: [
                            Diagnostic.Related(range: upper.place.range, label: Wording("上一档", "the band above"))
                        ]))
            }
        }
        if let last = dimension.bands.last, last.from != nil {
            found.append(
                Diagnostic(
                    "Z065", at: last.place.range, Wording("最后一档应当是“其余”", "the last band must be `rest`"),
                    notes: [Wording("加一行：- 其余 = 待改进", "add: - rest = Needs work")]))
        }
        return found
    }
}
