/// Z036, Z039: a code is used once, and never again after it was retired.
let checkCodes: SurveyCheck = { checked in
    let survey = checked.survey
    var found: [Diagnostic] = []
    var first: [String: Place] = [:]
    let retired = Set(survey.retired)
    // Databases and spreadsheets do not tell a1 from A1.
    let codes = checked.questions.flatMap { [($0.code, $0.place)] + $0.rows.map { ($0.code, $0.place) } }
        .filter { !$0.0.isEmpty }
    var free = FreeCodes(used: Set(codes.map(\.0)).union(retired))
    func fix(_ place: Place, _ code: String) -> Diagnostic.Fix {
        Diagnostic.Fix(range: place.range, replacement: code, isCertain: false)
    }
    for (code, place) in codes {
        if let earlier = first[code.lowercased()] {
            let next = free.next(after: code)
            found.append(
                Diagnostic(
                    "Z036", at: place.range, Wording("代码“\(code)”用了两次", "code \(code) is defined twice"),
                    label: Wording("又用了一次", "used again"),
                    related: [Diagnostic.Related(range: earlier.range, label: Wording("第一次在这里", "first here"))],
                    notes: [
                        Wording("代码是这道题跨年度的身份证，不能重复", "a code identifies a question over the years"),
                        FreeCodes.note(next),
                    ], fix: fix(place, next)))
        } else {
            first[code.lowercased()] = place
        }
        if retired.contains(code) {
            let next = free.next(after: code)
            found.append(
                Diagnostic(
                    "Z039", at: place.range,
                    Wording("“\(code)”已经停用，代码不能再给别的题用", "\(code) was retired and must not be reused"),
                    notes: [
                        Wording("重复使用会把两道不同的题连成一条趋势线", "reuse would join two different questions into one trend"),
                        FreeCodes.note(next),
                    ], fix: fix(place, next)))
        }
    }
    // The two levels of a pair, and the words beside an option, are columns of their own and take their names from it.
    for variable in checked.variables where variable.part != nil {
        guard let place = first[variable.name.lowercased()] else { continue }
        let (title, label) =
            variable.isOptionText
            ? (
                Wording(
                    "代码“\(variable.name)”和 \(variable.code) 填写内容的数据列重名",
                    "code \(variable.name) is the column of what is written in \(variable.code)"),
                Wording("它的填写内容占一列", "what is written here takes a column")
            )
            : (
                Wording(
                    "代码“\(variable.name)”和能力对“\(variable.code)”的数据列重名",
                    "code \(variable.name) is a column of the pair \(variable.code)"),
                Wording("它的现有和要求各占一列", "it takes two columns")
            )
        found.append(
            Diagnostic(
                "Z036", at: place.range, title,
                related: first[variable.code.lowercased()].map { [Diagnostic.Related(range: $0.range, label: label)] }
                    ?? []))
    }
    return found
}

/// Codes that nobody has used; each search goes on where the last one for the same stem ended.
struct FreeCodes {
    let used: Set<String>
    private var reached: [String: Int] = [:]

    init(used: Set<String>) { self.used = used }

    static func note(_ code: String) -> Wording { Wording("还没用过的下一个代码：\(code)", "next free code: \(code)") }

    mutating func next(after code: String) -> String {
        let stem = String(code.reversed().drop { $0.isNumber }.reversed())
        var number = reached[stem] ?? 1
        while used.contains("\(stem)\(number)") { number += 1 }
        reached[stem] = number
        return "\(stem)\(number)"
    }
}
