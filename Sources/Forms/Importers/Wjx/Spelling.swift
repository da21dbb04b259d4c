/// A text as a survey holds it: braces stand for themselves, no round bracket at its end means a mark, and no colon at
/// its beginning doubles that of a keyword.
func spelled(_ text: String) -> String {
    var out = ""
    for character in text.drop(while: { $0 == ":" || $0 == "：" || $0.isWhitespace }) {
        out.append(character)
        // A single one would ask for the answer to an earlier question.
        if character == "{" { out.append(character) }
    }
    return out.isEmpty ? text : withoutRoundMark(out)
}

/// `新版式（新增）`: where the survey language would take the bracket for a mark, square brackets keep it a text.
private func withoutRoundMark(_ text: String) -> String {
    guard let last = text.last, last == ")" || last == "）",
        let open = text.lastIndex(where: { $0 == "(" || $0 == "（" })
    else { return text }
    let inside = PastedText(text[text.index(after: open)...].dropLast()).trimmed.key
    return marks.contains(inside) ? "\(text[..<open])【\(inside)】" : text
}

private let marks: Set<String> = [
    "选填", "反向", "乱序", "填写", "独占", "不计分", "改述可比", "改述不可比", "新增", "只用于汇总", "optional", "reverse", "shuffle", "write",
    "exclusive", "unscored", "reworded-comparable", "reworded-not-comparable", "new", "aggregate-only", "反向题", "反向计分",
    "反问",
    "选答", "多选", "单选", "必填", "必答",
]
