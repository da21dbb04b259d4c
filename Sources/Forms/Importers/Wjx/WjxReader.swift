/// Cuts a pasted text into title, introduction, headings, pages and questions.
///
/// 问卷星 parts questions by a blank line and marks their type in square brackets; people leave out either, so a line
/// is judged by its own marks first and by what is open above it second.
struct WjxReader {
    private(set) var document = WjxDocument()
    private var open: WjxQuestion?
    private var lastNumber = 0
    /// Logic and answer keys below the open question, whose options may still go on.
    private var asides: [WjxLine] = []
    private var isAfterBlank = true
    private var isAboveQuestions = true
    /// Numbers up to here are those of instructions: question 1 with a type comes later.
    private var introductionEnd = 0

    static func read(_ text: String) -> WjxDocument {
        var reader = WjxReader()
        // A pair of CR and LF is one Character, and so one end of a line.
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
            .map { WjxLine(number: $0.offset + 1, text: PastedText($0.element).trimmed) }
        let first = lines.first { line in
            var tags = WjxTags()
            let rest = tags.take(from: line.text)
            return tags.type != nil && LineOpener(rest)?.isNumber == true
        }
        if let first, LineOpener(first.text.withoutBrackets)?.ordinal == 1 { reader.introductionEnd = first.number - 1 }
        for line in lines { reader.read(line) }
        reader.close()
        return reader.document
    }

    private mutating func read(_ line: WjxLine) {
        guard !line.text.isEmpty else {
            isAfterBlank = true
            return
        }
        defer { isAfterBlank = false }
        if line.text.isPageBreak {
            close()
            isAboveQuestions = false
            return document.parts.append(.page(line))
        }
        if line.text.isRule { return }
        var tags = WjxTags()
        let untagged = tags.take(from: line.text)
        if startsQuestion(line, untagged, tags) { return openQuestion(line, untagged, tags) }
        if document.title == nil, document.parts.isEmpty, open == nil, !line.text.isHeadingText {
            document.title = WjxLine(number: line.number, text: line.text.withoutTitleWord)
        } else if line.text.isHeadingText, !continuesOptions(line) {
            close()
            isAboveQuestions = false
            document.parts.append(.heading(WjxLine(number: line.number, text: line.text.withoutHeadingMarks)))
        } else if line.text.isAside {
            asides.append(line)
            if open == nil { close() }
        } else if belongsToOpenQuestion(line) {
            open?.body.append(line)
        } else {
            close()
            readParagraph(line)
        }
    }

    private mutating func readParagraph(_ line: WjxLine) {
        if isAboveQuestions {
            document.introduction.append(WjxLine(number: line.number, text: line.text.withoutIntroductionWord))
        } else if !isAfterBlank, case .paragraph(let lines)? = document.parts.last {
            document.parts[document.parts.count - 1] = .paragraph(lines + [line])
        } else {
            document.parts.append(.paragraph([line]))
        }
    }

    // MARK: Questions

    /// A type in brackets makes a question of any line; a number does where it cannot be that of an option.
    private func startsQuestion(_ line: WjxLine, _ untagged: PastedText, _ tags: WjxTags) -> Bool {
        let opener = LineOpener(untagged)
        if tags.type == .page { return true }
        let isNumbered = opener?.isNumber == true
        if tags.type != nil || tags.unknownType != nil {
            // 其他[填空] is an option with a field.
            return isNumbered || tags.unknownType != nil || line.text.hasTypeOfQuestion && !untagged.isOther
        }
        guard isNumbered, let opener, line.number > introductionEnd else { return false }
        if opener.style == .question { return true }
        guard let open, open.tags.type?.takesLines ?? true else { return true }
        // `1.` right below a question, and what goes on counting, are its options or rows.
        let expected = open.body.compactMap { LineOpener($0.text) }.last { $0.style == opener.style }.map {
            $0.ordinal + 1
        }
        if let expected, expected == opener.ordinal { return isAfterBlank && opener.ordinal == lastNumber + 1 }
        if open.body.isEmpty, opener.ordinal == 1, lastNumber >= 1 { return isAfterBlank && open.tags.type == nil }
        return isAfterBlank || opener.ordinal == lastNumber + 1
    }

    private mutating func openQuestion(_ line: WjxLine, _ untagged: PastedText, _ tags: WjxTags) {
        close()
        if tags.type == .page {
            isAboveQuestions = false
            document.parts.append(.page(line))
            if !untagged.isEmpty { document.parts.append(.paragraph([WjxLine(number: line.number, text: untagged)])) }
            return
        }
        isAboveQuestions = false
        var tags = tags
        var stem = untagged
        let number = LineOpener(stem).flatMap { $0.isNumber ? $0 : nil }
        if let number {
            stem = stem.from(number.length)
            lastNumber = number.ordinal
        }
        // `1. *性别`, and `8. 1.浏览动态`, where the paper already had numbers of its own.
        stem = tags.take(from: stem)
        if number != nil, let inner = LineOpener(stem), inner.isNumber { stem = stem.from(inner.length) }
        open = WjxQuestion(line: line.number, number: number?.ordinal, stem: stem, tags: tags)
    }

    private mutating func close() {
        if let question = open { document.parts.append(.question(question)) }
        open = nil
        document.parts += asides.map { .aside($0) }
        asides = []
    }

    private func belongsToOpenQuestion(_ line: WjxLine) -> Bool {
        guard let open else { return false }
        guard isAfterBlank else { return true }
        guard open.tags.type?.takesLines ?? true else { return false }
        if open.body.isEmpty { return open.tags.type != nil || LineOpener(line.text)?.ordinal == 1 }
        if line.text.isRowsOrColumns || WjxTags.range(in: line.text.key) != nil { return true }
        // 行： and 列： lists go on over blank lines, and so do lettered options.
        if open.body.contains(where: \.text.isRowsOrColumns), line.text.bullet != nil { return true }
        return continuesOptions(line)
    }

    /// B. after A.
    private func continuesOptions(_ line: WjxLine) -> Bool {
        guard let open, let opener = LineOpener(line.text), !opener.isNumber,
            let last = open.body.last.flatMap({ LineOpener($0.text) })
        else { return false }
        return last.style == opener.style && opener.ordinal == last.ordinal + 1
    }
}

// MARK: Single lines

extension PastedText {
    fileprivate var withoutBrackets: PastedText {
        var tags = WjxTags()
        return tags.take(from: self)
    }

    /// `=== 分页 ===`, `-----分页-----`
    fileprivate var isPageBreak: Bool {
        let key = key
        return (key.contains("分页") || key.contains("page"))
            && key.wholeMatch(of: /[=\-_*~#\s\[]*(?:分页|分页符|分页栏|page ?break)[=\-_*~#\s\]]*/) != nil
    }

    /// A line that only draws, or the colon that a word left behind.
    fileprivate var isRule: Bool {
        plain.count >= 3 && plain.allSatisfy { "=-_*~#".contains($0) } || plain.allSatisfy { $0 == ":" }
    }

    /// `一、基本情况`, `第二部分 能力`, `（三）沟通`, `## 学风`, `【基本信息】`
    var isHeadingText: Bool {
        guard plain.count <= 40, let first = plain.first, let last = plain.last, !"。;".contains(last) else {
            return false
        }
        let key = key
        switch first {
        case "#": return key.contains { $0 != "#" && $0 != " " }
        case "(": return key.prefixMatch(of: /\([一二三四五六七八九十]{1,3}\)\s*\S/) != nil
        case "[": return plain.count <= 22 && plain.count > 2 && groups("[", "]") == [0..<plain.count] && !key.isJump
        case "第":
            return key.prefixMatch(of: /第\s*[一二三四五六七八九十\d]{1,3}\s*(?:部分|篇|章|节|单元|板块|大题)/) != nil
        case "p", "P", "s", "S": return key.prefixMatch(of: /(?:part|section)\s*[\divx]+\b/) != nil
        default:
            return first.isHanNumeral && key.prefixMatch(of: /[一二三四五六七八九十]{1,3}\s*[、.,:]\s*\S/) != nil
        }
    }

    fileprivate var withoutHeadingMarks: PastedText {
        if groups("[", "]") == [0..<plain.count] { return self[1..<plain.count - 1] }
        let hashes = plain.prefix { $0 == "#" }.count
        return hashes > 0 ? from(hashes) : self
    }

    /// `问卷标题：…`, `# …`
    fileprivate var withoutTitleWord: PastedText {
        let key = key
        guard let match = key.prefixMatch(of: /(?:问卷标题|问卷名称|标题)\s*:\s*|#+\s*/) else { return self }
        let rest = from(match.output.count)
        return rest.isEmpty ? self : rest
    }

    fileprivate var withoutIntroductionWord: PastedText {
        let key = key
        guard let match = key.prefixMatch(of: /(?:问卷说明|问卷描述|说明|描述|指导语|简介)\s*:\s*/) else { return self }
        let rest = from(match.output.count)
        return rest.isEmpty ? self : rest
    }

    /// Logic in words of its own, or the key to a test.
    fileprivate var isAside: Bool {
        let key = key
        if ["答案", "解析", "正确答案"].contains(where: key.hasPrefix), key.contains(":") { return true }
        guard key.isJump else { return false }
        // 是（跳至第5题）is an option; a line of logic begins with it.
        return key.prefixMatch(
            of: /[\[(※*\s]*(?:跳题|跳转|跳至|逻辑|关联|依赖|显示|本题依赖|此题依赖|题目关联|选项关联|如果?(?:第|选择?|您选))/) != nil
    }

    /// The brackets hold a type in the form that only a question's line has.
    fileprivate var hasTypeOfQuestion: Bool {
        let forms = ["下拉框", "下拉单选", "滑动条", "文件上传", "上传文件", "段落说明", "分页栏", "评分单选", "评分多选", "日期", "日期时间"]
        return (groups("[", "]") + groups("(", ")")).contains { group in
            let words = self[group.lowerBound + 1..<group.upperBound - 1].split(at: [",", " ", "、", ";"])
            return words.contains { WjxType($0.key) != nil && ($0.key.hasSuffix("题") || forms.contains($0.key)) }
        }
    }

    /// 其他, which asks for words.
    var isOther: Bool {
        let bare = LineOpener(self).map { from($0.length) } ?? bullet ?? self
        return bare.key.hasPrefix("其他") || bare.key.hasPrefix("其它") || bare.key.hasPrefix("other")
    }

    /// `行：`, `列：`, which begin the two lists of a matrix.
    var isRowsOrColumns: Bool { rowsOrColumns != nil }

    var rowsOrColumns: (isRows: Bool, rest: PastedText)? {
        let key = key
        guard key.contains(":"),
            let match = key.prefixMatch(
                of: /\[?(矩阵行|行标题|左行标题|行|题目|子题目|小题|评价项目|矩阵列|列标题|列|选项|评价等级|等级)\]?\s*:\s*/)
        else { return nil }
        let columns = ["矩阵列", "列标题", "列", "选项", "评价等级", "等级"]
        return (!columns.contains(String(match.1)), from(match.0.count))
    }

    /// The text behind `- `, `•`, `□`.
    var bullet: PastedText? {
        guard let first = plain.first, plain.count > 1 else { return nil }
        if "•·●○◯◎□☐■▢◇◆".contains(first) { return from(1) }
        guard first == "-" || first == "*", plain[1] == " " || written[0] == "—" else { return nil }
        return from(1)
    }
}
