/// Z109: a code that differs by one slip from what its neighbours let expect: XF1, XQ2, XF3.
///
/// Codes may be anything, but a slip in one goes unseen until the years are compared, and then the item is lost.
let checkCodeShapes: SurveyCheck = { checked in
    let codes = checked.questions.flatMap { [$0.code] + $0.rows.map(\.code) }
    let used = Set(codes).union(checked.survey.retired)
    var found: [Diagnostic] = []
    for section in checked.survey.sections {
        found += oddOnes(section.questions.map { ($0.code, $0.place) }, used)
        for question in section.questions {
            found += oddOnes(question.rows.map { ($0.code, $0.place) }, used)
            found += oddBlock(question, used)
            found += oddOption(question)
        }
    }
    return found
}

private func remark(_ code: String, _ place: Place, expected: String, _ neighbours: String) -> Diagnostic {
    Diagnostic(
        "Z109", .warning, at: place.range,
        Wording(
            "“\(code)”和旁边的代码（\(neighbours)）不像一组", "\"\(code)\" does not go with the codes beside it (\(neighbours))"),
        notes: [Wording("您是不是想写“\(expected)”？", "did you mean \"\(expected)\"?")],
        fix: Diagnostic.Fix(range: place.range, replacement: expected, isCertain: false))
}

/// Letters and a number: XF and 12.
private struct Shape {
    var stem: String
    var number: Int?

    init(_ code: String) {
        let digits = code.utf8.reversed().prefix { (0x30...0x39).contains($0) }.count
        stem = String(code.utf8.dropLast(digits)) ?? code
        number = Int(code.utf8.suffix(digits).reduce(into: "") { $0.unicodeScalars.append(Unicode.Scalar($1)) })
    }
}

private func oddOnes(_ codes: [(code: String, place: Place)], _ used: Set<String>) -> [Diagnostic] {
    guard codes.count > 2 else { return [] }
    let shapes = codes.map { Shape($0.code) }
    var counts: [String: Int] = [:]
    for shape in shapes where shape.number != nil { counts[shape.stem, default: 0] += 1 }
    // More than half of them are of one stem; the others are looked at.
    guard let (stem, count) = counts.first(where: { $0.value > 1 && $0.value * 2 > codes.count }), !stem.isEmpty,
        count < codes.count
    else { return [] }
    let kin = codes.indices.filter { shapes[$0].stem == stem && shapes[$0].number != nil }
    let neighbours = kin.prefix(3).map { codes[$0].code }.joined(separator: "、")
    return codes.indices.filter { shapes[$0].stem != stem || shapes[$0].number == nil }.compactMap { index in
        let before = kin.last { $0 < index }.flatMap { shapes[$0].number }.map { $0 + 1 }
        let after = kin.first { $0 > index }.flatMap { shapes[$0].number }.map { $0 - 1 }
        let candidates = [shapes[index].number, before, after].compactMap { $0 }.filter { $0 > 0 }.map {
            "\(stem)\($0)"
        }
        .filter { !used.contains($0) }
        guard let expected = Suggestion.nearest(to: codes[index].code, among: candidates) else { return nil }
        return remark(codes[index].code, codes[index].place, expected: expected, neighbours)
    }
}

/// The code of a block, beside the stem that all its rows share; and the only row of a block, beside the block's code.
private func oddBlock(_ question: Question, _ used: Set<String>) -> [Diagnostic] {
    let stems = Set(question.rows.map { Shape($0.code).stem })
    guard let stem = stems.first, stems.count == 1, stem != question.code, isOneSlip(question.code, stem) else {
        return []
    }
    let codes = question.rows.prefix(3).map(\.code).joined(separator: "、")
    if question.rows.count > 1 {
        return used.contains(stem) ? [] : [remark(question.code, question.place, expected: stem, codes)]
    }
    let row = question.rows[0]
    let expected = question.code + row.code.dropFirst(stem.count)
    return used.contains(expected) ? [] : [remark(row.code, row.place, expected: expected, question.code)]
}

/// One letter wrong, or one letter twice; AB over A1, A2 is a name of its own.
private func isOneSlip(_ code: String, _ stem: String) -> Bool {
    guard !stem.isEmpty else { return false }
    if code.count == stem.count {
        let wrong = zip(code, stem).filter { $0 != $1 }
        return wrong.count == 1 || (wrong.count == 2 && wrong[0].0 == wrong[1].1 && wrong[0].1 == wrong[1].0)
    }
    let (long, short) = code.count > stem.count ? (code, stem) : (stem, code)
    guard long.count == short.count + 1 else { return false }
    return zip(long.indices, long.indices.dropFirst()).contains { index, next in
        long[index] == long[next] && long[..<index] + long[next...] == short
    }
}

/// A letter among numbers.
private func oddOption(_ question: Question) -> [Diagnostic] {
    let odd = question.options.filter { PlainNumber.whole($0.code) == nil && $0.code.uppercased() != "NA" }
    guard question.options.count > 2, odd.count == 1, let option = odd.first, option.code.count == 1 else { return [] }
    let codes = question.options.filter { $0.code != option.code }.prefix(3).map(\.code).joined(separator: "、")
    return [
        Diagnostic(
            "Z109", .warning, at: option.place.range,
            Wording(
                "“\(option.code)”和旁边的代码（\(codes)）不像一组",
                "\"\(option.code)\" does not go with the codes beside it (\(codes))"))
    ]
}
