import Surveys

extension ImportedSurvey {
    /// Reads a questionnaire as it is pasted into 问卷星, or copied from it.
    ///
    /// - Parameter year: 版本, which the text does not hold.
    /// - Throws: for a file of another kind, and for a text without a question.
    package static func wjx(bytes: [UInt8], year: Int? = nil) throws(FormError) -> ImportedSurvey {
        guard !bytes.isEmpty else { throw FormError("文件是空的", "the file is empty") }
        // Office files are zip archives, older ones compound files.
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw FormError(
                "这是 Excel 或 Word 文件，不是文字；请复制里面的问卷文字，存成 .txt",
                "this is an Excel or Word file; copy the text of the questionnaire out of it into a .txt file")
        }
        guard let (text, _) = TextEncoding.decode(bytes) else {
            throw FormError(
                "这不是文本文件；请把问卷文字存成 UTF-8 文本", "this is not a text file; save the questionnaire as UTF-8 text")
        }
        return try wjx(text: text, year: year)
    }

    /// Reads a questionnaire as it is pasted into 问卷星, or copied from it.
    package static func wjx(text: String, year: Int? = nil) throws(FormError) -> ImportedSurvey {
        guard text.contains(where: { !$0.isWhitespace && $0 != "\u{FEFF}" }) else {
            throw FormError("文件是空的", "the file is empty")
        }
        if isSurveyText(text) {
            throw FormError(
                "这已经是 .zicha 问卷，不用导入；请用 zicha check 检查", "this is a .zicha survey already; check it with zicha check")
        }
        let start = text.prefix(200).lowercased().drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        if start.hasPrefix("<!doctype") || start.hasPrefix("<html") {
            throw FormError("这是网页，不是文字；请在浏览器里复制问卷文字，存成 .txt", "this is a web page; copy its text into a .txt file")
        }
        let document = WjxReader.read(text)
        guard document.hasQuestions else {
            throw FormError(
                "里面没有题目；题目写成“1. 题干[单选题]”，选项写在下面，一行一个",
                "there is no question in it; a question is written `1. text[单选题]`, its options below it, one a line")
        }
        var composer = WjxComposer()
        return composer.compose(document, year: year)
    }

    /// A title with one `#`, and something that only the survey language says.
    private static func isSurveyText(_ text: String) -> Bool {
        let lines = text.split(whereSeparator: \.isNewline).lazy.map { PastedText($0).trimmed.key }.filter {
            !$0.isEmpty
        }
        guard let first = lines.first(where: { !$0.hasPrefix("//") }), first.hasPrefix("#"), !first.hasPrefix("##")
        else {
            return false
        }
        return lines.contains { line in
            line.prefixMatch(of: /(?:版本|上一版|量表|维度|取题|version|scale|dimension|items)\s*:|-\s*\w+\s*=\s/) != nil
        }
    }
}
