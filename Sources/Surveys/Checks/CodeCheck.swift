/// Z036, Z039: a code is used once, and never again after it was retired.
let checkCodes: SurveyCheck = { survey in
    var found: [Diagnostic] = []
    var first: [String: Place] = [:]
    let retired = Set(survey.retired)
    let codes = survey.questions.flatMap { [($0.code, $0.place)] + $0.rows.map { ($0.code, $0.place) } }
    let used = Set(codes.map(\.0)).union(retired)
    for (code, place) in codes {
        if let earlier = first[code] {
            found.append(
                Diagnostic(
                    "Z036", at: place.range, Wording("代码“\(code)”用了两次", "code \(code) is defined twice"),
                    label: Wording("又用了一次", "used again"),
                    related: [Diagnostic.Related(range: earlier.range, label: Wording("第一次在这里", "first here"))],
                    notes: [
                        Wording("代码是这道题跨年度的身份证，不能重复", "a code identifies a question over the years"),
                        Wording("还没用过的下一个代码：\(nextFree(after: code, used))", "next free code: \(nextFree(after: code, used))"),
                    ]))
        } else {
            first[code] = place
        }
        if retired.contains(code) {
            found.append(
                Diagnostic(
                    "Z039", at: place.range,
                    Wording("“\(code)”已经停用，代码不能再给别的题用", "\(code) was retired and must not be reused"),
                    notes: [
                        Wording("重复使用会把两道不同的题连成一条趋势线", "reuse would join two different questions into one trend"),
                        Wording("还没用过的下一个代码：\(nextFree(after: code, used))", "next free code: \(nextFree(after: code, used))"),
                    ]))
        }
    }
    return found
}

private func nextFree(after code: String, _ used: Set<String>) -> String {
    let stem = String(code.reversed().drop { $0.isNumber }.reversed())
    return (1...).lazy.map { "\(stem)\($0)" }.first { !used.contains($0) } ?? code
}
