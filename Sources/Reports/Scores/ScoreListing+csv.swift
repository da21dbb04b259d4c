import Disclosure
import Scoring
import Statistics
import Surveys

extension ScoreListing {
    /// One line a number, in the columns of docs/scores-csv.md, for statistics programs and pivot tables; the header
    /// first.
    package func lines(_ parts: Set<ScorePart>) -> [[String]] {
        var lines = [Self.columns]
        for part in ScorePart.allCases where parts.contains(part) && !part.spansYears {
            for (year, round) in years {
                let found =
                    !part.isProtected
                    ? personRecords(year)
                    : round.map { records(part, of: $0) } ?? [ScoreRecord(.whole, .group, isShown: false) { [] }]
                for record in found { lines += Self.lines(record, part: part, year: String(year)) }
            }
        }
        for part in ScorePart.allCases where parts.contains(part) && part.spansYears {
            for record in records(part) { lines += Self.lines(record, part: part, year: record.subject.years) }
        }
        return lines
    }

    private static let columns = [
        "part", "year", "group", "code", "name", "dimension", "statistic", "value", "lower", "upper", "n", "missing",
        "method",
        "undefined", "text",
    ]

    private static func lines(_ record: ScoreRecord, part: ScorePart, year: String) -> [[String]] {
        let group =
            switch record.group {
            case .whole: ""
            case .units(let names): names.joined(separator: "+")
            }
        let lead = [
            part.rawValue, year, group, record.subject.code ?? "", record.subject.name?.main ?? "",
            record.subject.dimension?.main ?? "",
        ]
        func line(_ statistic: String, value: String = "", undefined: String = "", text: String = "") -> [String] {
            lead + [statistic, value, "", "", "", "", "", undefined, text]
        }
        if record.isHidden { return [line("hidden", value: "1", undefined: "hidden")] }
        return record.fields.flatMap { field -> [[String]] in
            let key = field.key
            if field.isHidden { return [line(key, undefined: "hidden")] }
            switch field.value {
            case .estimate(nil, _): return []
            case .estimate(let estimate?, _):
                let interval = [estimate.value, estimate.lower, estimate.upper].map(number)
                return [
                    lead + [key] + interval
                        + [
                            String(estimate.n), String(estimate.missing), estimate.method,
                            estimate.undefined?.rawValue ?? "", "",
                        ]
                ]
            case .number(nil, _), .percent(nil), .probability(nil), .count(nil), .name(nil): return []
            case .number(let value, _), .percent(let value), .probability(let value):
                return [line(key, value: number(value))]
            case .count(let count): return [line(key, value: count.map(String.init) ?? "")]
            case .truth(let holds): return [line(key, value: holds ? "1" : "0")]
            case .name(let text): return [line(key, text: text?.main ?? "")]
            case .word(let code, _), .code(let code): return [line(key, text: code)]
            case .words(let words): return [line(key, text: words.map(\.code).joined(separator: " "))]
            case .quartiles(let values):
                return values.enumerated().map { line("quartile.\($0 + 1)", value: $1.description) }
            case .byItem(let numbers):
                return numbers.compactMap { item in
                    item.value.map { line("\(key).\(item.code)", value: number($0)) }
                }
            case .counts(let counts): return counts.map { line("\(key).\($0.code)", value: String($0.count)) }
            }
        }
    }

    /// The shortest digits that read back as the same number.
    private static func number(_ value: Double?) -> String { value.map(\.description) ?? "" }
}

extension ScoreSubject {
    /// `2025-2026` for a change; empty for what has no years of its own.
    fileprivate var years: String {
        switch self {
        case .change(_, let from, let to), .itemChange(_, _, _, let from, let to): "\(from)-\(to)"
        case .dimension, .item, .competence, .group, .named: ""
        }
    }
}
