/// A formula that Excel, WPS and LibreOffice compute alike: A1 references within the workbook, plain functions.
struct Formula {
    /// The text with its leading `=`.
    let text: String
    /// The sheets that it points to, as they are written.
    let sheets: [String]

    /// Reads the formula once; throws when it holds anything that some reader would not compute.
    init(_ source: String, at place: @autoclosure () -> String) throws(WorkbookError) {
        let body = source.hasPrefix("=") ? String(source.dropFirst()) : source
        guard !body.isEmpty, body.utf16.count <= 8_190, CellText.singleLine(body) == body else {
            throw WorkbookError(
                .badFormula, at: place(), chinese: "公式为空、超过8190个字符或含有控制字符。",
                english: "The formula is empty, longer than 8,190 characters or holds control characters.")
        }
        var sheets: [String] = []
        var plain = ""
        var word = ""
        var depth = 0
        var rest = body[...]
        while let character = rest.popFirst() {
            switch character {
            case "\"", "'":
                // A quote inside is doubled; reading it as two neighbouring texts comes to the same.
                guard let end = rest.firstIndex(of: character) else { throw Formula.unreadable(at: place()) }
                let quoted = String(rest[..<end])
                rest = rest[rest.index(after: end)...]
                // `'[other.xlsx]sheet'!A1` points outside the workbook.
                guard character == "\"" || !quoted.contains("[") else { throw Formula.unreadable(at: place()) }
                if character == "'", rest.first == "!" { sheets.append(quoted) }
                word = ""
                plain.append(" ")
            case "!":
                if !word.isEmpty { sheets.append(word) }
                word = ""
                plain.append("!")
            case "[", "]", "{", "}", ";", "@":
                throw Formula.unreadable(at: place())
            default:
                if character == "(" { depth += 1 }
                if character == ")" { depth -= 1 }
                guard depth >= 0 else { throw Formula.unreadable(at: place()) }
                let isWord = character.isLetter || character.isNumber || character == "_" || character == "."
                word = isWord ? word + String(character) : ""
                plain.append(character)
            }
        }
        guard depth == 0 else { throw Formula.unreadable(at: place()) }
        // As bytes: a form has a formula a question, and searching texts by their letters would take most of its time.
        let upper = plain.uppercased().utf8.filter { $0 != UInt8(ascii: " ") }
        guard !Formula.refused.contains(where: { Formula.holds(upper, $0) }) else {
            throw WorkbookError(
                .badFormula, at: place(), chinese: "公式使用了随时间或位置变化的函数、新版函数或错误引用，别的程序算不出同样的结果。",
                english: """
                    The formula uses a function that changes with time or place, a function of newer versions only, \
                    or a broken reference; other programs would not compute the same.
                    """)
        }
        text = "=" + body
        self.sheets = sheets
    }

    private static let refused = [
        "NOW(", "TODAY(", "RAND(", "RANDBETWEEN(", "OFFSET(", "INDIRECT(", "CELL(", "INFO(", "_XLFN", "_XLWS", "#REF!",
    ].map { Array($0.utf8) }

    private static func holds(_ text: [UInt8], _ word: [UInt8]) -> Bool {
        guard text.count >= word.count else { return false }
        for start in 0...(text.count - word.count) where text[start] == word[0] {
            if text[start..<(start + word.count)] == word[...] { return true }
        }
        return false
    }

    private static func unreadable(at place: String) -> WorkbookError {
        WorkbookError(
            .badFormula, at: place, chinese: "公式只能用A1式引用：不用方括号、花括号、分号和@，引号和括号须成对。",
            english: """
                A formula uses A1 references only: no square or curly brackets, semicolons or @, and quotes and \
                parentheses in pairs.
                """)
    }
}

/// What a formula yields, written beside it so that previews and protected views show it.
public enum FormulaResult: Hashable, Sendable {
    /// A number.
    case number(Double)
    /// A text.
    case text(String)
}
