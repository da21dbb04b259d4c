/// Z079: `{A1}` in a text repeats the answer to a question that exists.
let checkPiping: SurveyCheck = { survey in
    let names = Set(survey.variables.flatMap { [$0.name, $0.code] })
    return survey.sentences.compactMap { text, place in
        guard let unknown = text.wordings.flatMap(pipedNames(in:)).first(where: { !names.contains($0) }) else { return nil }
        return Diagnostic(
            "Z079", at: place.range,
            Wording("文字里的“{\(unknown)}”不是题目代码", "\"{\(unknown)}\" in the text is no question"),
            notes: [Wording("想写花括号本身时写成“{{”", "write {{ for a brace that belongs to the text")])
    }
}

/// The names between single braces.
private func pipedNames(in text: String) -> [String] {
    var names: [String] = []
    var current: String?
    var rest = text[...]
    while let character = rest.popFirst() {
        if character == "{", rest.first == "{" {
            rest.removeFirst()
        } else if character == "{" {
            current = ""
        } else if character == "}" {
            if let name = current { names.append(name) }
            current = nil
        } else {
            current?.append(character)
        }
    }
    return names
}
