/// Z079: `{A1}` in a text repeats the answer to a question that was asked before.
let checkPiping: SurveyCheck = { checked in
    // Most surveys repeat no answer.
    lazy var ordinals = Dictionary(checked.variables.map { ($0.name, $0.ordinal) }) { _, last in last }
    func remark(_ text: LocalText, _ title: Wording) -> Diagnostic {
        Diagnostic(
            "Z079", at: text.place.range, title,
            notes: [Wording("想写花括号本身时写成“{{”", "write {{ for a brace that belongs to the text")])
    }
    return checked.sentences.compactMap { sentence in
        guard sentence.text.hasBrace else { return nil }
        for piping in sentence.text.wordings.flatMap(pipings(in:)) {
            switch piping {
            case .unclosed: return remark(sentence.text, Wording("花括号没有写完", "a brace is not closed"))
            case .name(let name):
                if checked.unread.contains(name) { continue }
                guard let ordinal = ordinals[name] else {
                    return remark(
                        sentence.text, Wording("文字里的“{\(name)}”不是题目代码", "\"{\(name)}\" in the text is no question"))
                }
                if ordinal >= sentence.known ?? .max {
                    return remark(
                        sentence.text, Wording("读到这句话时，\(name) 还没有答", "\(name) is not answered when this is read"))
                }
            case .wideName(let name) where ordinals[name] != nil:
                return remark(
                    sentence.text,
                    Wording("引用答案要用半角花括号：{\(name)}", "answers are repeated by half-width braces: {\(name)}"))
            case .wideName: continue
            }
        }
        return nil
    }
}

/// A brace in a text, and what stands in it.
enum Piping {
    case name(String)
    /// Between full-width braces, which a text may use for itself.
    case wideName(String)
    case unclosed
}

extension LocalText {
    fileprivate var hasBrace: Bool { main.hasBrace || translations.values.contains(where: \.hasBrace) }
}

extension String {
    /// Most texts have no brace, half-width or full-width (EF BD 9B), and need no second look.
    fileprivate var hasBrace: Bool {
        let bytes = utf8Span.span
        var last: UInt8 = 0
        for index in bytes.indices {
            let byte = bytes[index]
            if byte == 0x7B || (last == 0xBD && byte == 0x9B) { return true }
            last = byte
        }
        return false
    }
}

func pipings(in text: String) -> [Piping] {
    guard text.hasBrace else { return [] }
    var found: [Piping] = []
    var name: (text: String, isWide: Bool)?
    var rest = text[...]
    while let character = rest.popFirst() {
        switch character {
        case "{" where rest.first == "{": rest.removeFirst()
        case "{", "｛":
            if name?.isWide == false { found.append(.unclosed) }
            name = ("", character == "｛")
        case "}", "｝":
            if let name { found.append(name.isWide ? .wideName(name.text) : .name(name.text)) }
            name = nil
        default: name?.text.append(character)
        }
    }
    if name?.isWide == false { found.append(.unclosed) }
    return found
}
