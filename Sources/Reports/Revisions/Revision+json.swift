import Surveys

extension Revision {
    /// The revision for other programs, in both languages: the same surveys give the same bytes.
    package var json: String {
        func both(_ wording: Wording) -> JSON {
            .object([("zh", .text(wording.chinese)), ("en", .text(wording.english))])
        }
        return JSON.object([
            ("format", .text("zicha-diff")),
            ("version", .integer(1)),
            ("survey", .text(subject)),
            ("from", both(from)),
            ("to", both(to)),
            (
                "decisions",
                .array(decisions.map { .object([("text", both($0.text)), ("ways", both($0.ways))]) })
            ),
            (
                "trends",
                .array(
                    trends.map { trend in
                        var members: [(String, JSON)] = [
                            ("dimension", .text(trend.dimension)), ("verdict", .text(trend.verdict.word)),
                        ]
                        if case .overCommonItems(let codes, let count) = trend.verdict {
                            members += [("common", .array(codes.map(JSON.text))), ("items", .integer(count))]
                        }
                        return .object(members + [("reasons", .array(trend.reasons.map(both)))])
                    })
            ),
            (
                "changes",
                .array(
                    parts.flatMap { part in
                        part.entries.map { entry in
                            .object([
                                ("kind", .text(part.name.rawValue)), ("subject", both(entry.subject)),
                                ("what", both(entry.what)), ("before", entry.before.map(both) ?? .null),
                                ("after", entry.after.map(both) ?? .null), ("open", .truth(entry.isOpen)),
                            ])
                        }
                    })
            ),
        ]).text + "\n"
    }
}

extension SurveyDifference.Verdict {
    fileprivate var word: String {
        switch self {
        case .unchanged: "unchanged"
        case .byThisYearsRule: "byThisYearsRule"
        case .overCommonItems: "overCommonItems"
        case .broken: "broken"
        case .new: "new"
        case .gone: "gone"
        }
    }
}
