import Surveys

/// An answer to choose, as it was pasted.
struct WjxOption: Sendable {
    var line: Int
    var text: String
    var takesText = false
    var isExclusive = false
    var points: Int?
    /// 跳转到第3题
    var jumps: [String] = []
}

/// The lists below a question: options, the rows and columns of a matrix, the steps of a scale.
enum WjxLists {
    // MARK: Options

    static func options(_ body: [WjxLine]) -> [WjxOption] {
        var lines = body.flatMap { line -> [WjxLine] in
            if let list = line.text.rowsOrColumns, !list.isRows {
                return list.rest.isEmpty ? [] : [WjxLine(number: line.number, text: list.rest)]
            }
            return inOneLine(line.text).map { WjxLine(number: line.number, text: $0) }
        }
        if lines.count == 1, let only = lines.first {
            let parts = columns(only.text)
            if parts.count > 1 { lines = parts.map { WjxLine(number: only.number, text: $0) } }
        }
        lines = lines.map { WjxLine(number: $0.number, text: $0.text.withoutBox) }
        return withoutOpeners(lines).map(option)
    }

    /// `A. 男  B. 女`, `□男 □女`, `①男 ②女`: several options on one line.
    private static func inOneLine(_ text: PastedText) -> [PastedText] {
        let plain = text.plain
        var starts: [Int] = []
        let boxes: Set<Character> = ["□", "○", "◯", "☐", "●"]
        for index in plain.indices {
            let isFirst = index == 0
            let isAfterBlank = isFirst || plain[index - 1] == " " || plain[index - 1] == "\t"
            if boxes.contains(plain[index]) || "①②③④⑤⑥⑦⑧⑨⑩".contains(plain[index]) {
                starts.append(index)
            } else if isAfterBlank, index + 1 < plain.count, let value = plain[index].asciiValue, plain[index].isLetter,
                ".、)".contains(plain[index + 1]), Int(value & 0x1F) == starts.count + 1
            {
                starts.append(index)
            }
        }
        guard starts.count > 1, starts[0] == 0 else { return [text] }
        return zip(starts, starts.dropFirst() + [plain.count]).map { text[$0..<$1] }.filter { !$0.isEmpty }
    }

    /// Takes off `A.`, `1、`, `①`, `- ` where all lines have one and count on; 1.5 万元 keeps its number.
    static func withoutOpeners(_ lines: [WjxLine]) -> [WjxLine] {
        let openers = lines.map { LineOpener($0.text) }
        if let first = openers.first.flatMap({ $0 }), lines.count > 1 || first.style != .bareLetter,
            openers.enumerated().allSatisfy({ $1?.style == first.style && $1?.ordinal == first.ordinal + $0 }),
            first.ordinal <= 1
        {
            return zip(lines, openers).map { line, opener in
                WjxLine(number: line.number, text: line.text.from(opener?.length ?? 0))
            }
        }
        return lines.map { WjxLine(number: $0.number, text: $0.text.bullet ?? $0.text) }
    }

    private static func option(_ line: WjxLine) -> WjxOption {
        var option = WjxOption(line: line.number, text: "")
        var text = line.text
        for (open, close) in [("[", "]"), ("(", ")")] as [(Character, Character)] {
            for group in text.groups(open, close).reversed() {
                let inside = text[group.lowerBound + 1..<group.upperBound - 1]
                let word = inside.key
                if word.isJump {
                    option.jumps.append(inside.text)
                } else if ["互斥", "排他", "独占", "与其他选项互斥", "互斥选项"].contains(word) {
                    option.isExclusive = true
                } else if open == "[", ["填空", "填空题", "填写", "可填写", "可填空", "输入框", "必填", "选填"].contains(word) {
                    option.takesText = true
                } else if group.upperBound == text.plain.count,
                    let match = word.wholeMatch(of: /(?:分值\s*:?\s*)?(-?\d{1,4})\s*分|分值\s*:?\s*(-?\d{1,4})/),
                    let points = (match.1 ?? match.2).flatMap({ Int($0) }), abs(points) <= 1000
                {
                    option.points = points
                } else {
                    continue
                }
                text = text.without(group)
            }
        }
        // 是 → 第5题
        if let arrow = text.key.firstMatch(of: /\s*(?:->|→|=>|⇒|-+>)\s*(?:跳|第|q|结束)/) {
            let start = text.key.distance(from: text.key.startIndex, to: arrow.range.lowerBound)
            option.jumps.append(text.from(start).text)
            text = text.upTo(start)
        }
        let asked = ["请注明", "请说明", "请填写", "请写明", "请补充", "请列出", "请具体", "please specify"]
        let bare = text.withoutBlanks
        if bare.plain.count < text.plain.count || asked.contains(where: text.key.contains)
            || text.isOther && (text.plain.last == ":")
        {
            option.takesText = true
        }
        option.text = (bare.plain.last == ":" ? bare.upTo(bare.plain.count - 1) : bare).text
        if option.text.isEmpty { option.text = line.text.text }
        return option
    }

    // MARK: Columns

    /// The columns on one line, parted by whatever parts them: a tab, blanks, or a mark.
    static func columns(_ text: PastedText) -> [PastedText] {
        for marks in ["\t", "|", " ", "、", ",", ";", "/"] as [Character] {
            let parts = text.split(at: [marks])
            if parts.count > 1 { return parts }
        }
        return [text]
    }

    struct Matrix {
        var rows: [WjxLine] = []
        /// Empty where the text names none.
        var columns: [PastedText] = []
        var range: ClosedRange<Int>?
        var legend: Legend?
        var columnLine: Int?
    }

    /// A matrix is written as `行：` and `列：` lists, as rows with a range, or as one line of columns above the rows.
    static func matrix(_ body: [WjxLine]) -> Matrix {
        let body = body.compactMap { line in
            line.text.withoutRings.tableRow.map { WjxLine(number: line.number, text: $0) }
        }
        var matrix = Matrix()
        let isMarked = body.contains { $0.text.isRowsOrColumns }
        var inRows = true
        for (index, line) in body.enumerated() {
            if let list = line.text.rowsOrColumns {
                inRows = list.isRows
                if list.rest.isEmpty { continue }
                if inRows {
                    matrix.rows += columns(list.rest).map { WjxLine(number: line.number, text: $0) }
                } else if let range = WjxTags.range(in: list.rest.key) {
                    matrix.range = range
                } else {
                    matrix.columns += columns(list.rest)
                    matrix.columnLine = line.number
                }
            } else if let range = WjxTags.range(in: line.text.key) {
                matrix.range = range
            } else if let legend = Legend(line.text, line: line.number) {
                matrix.legend = legend
            } else if isMarked {
                let text = line.text.bullet ?? line.text
                if inRows {
                    matrix.rows.append(WjxLine(number: line.number, text: text))
                } else {
                    matrix.columns +=
                        body.dropFirst(index).count == 1 && matrix.columns.isEmpty ? columns(text) : [text]
                    matrix.columnLine = matrix.columnLine ?? line.number
                }
            } else if index == 0, columns(line.text).count > 1, body.count > 1 {
                matrix.columns = columns(line.text)
                matrix.columnLine = line.number
            } else {
                matrix.rows.append(line)
            }
        }
        matrix.rows = withoutOpeners(matrix.rows)
        matrix.columns = withoutOpeners(matrix.columns.map { WjxLine(number: 0, text: $0) }).map(\.text)
        return matrix
    }

    // MARK: Blanks

    /// The places to fill in: `姓名：____ 年龄：____`, `{_}`.
    ///
    /// - Returns: the name of each, which is the words before it; no name in a sentence that goes on behind its blanks.
    static func blanks(_ text: PastedText) -> [String] {
        let marked = text.text.replacing(/\{_+\}|_{2,}|﹍+|＿{2,}/, with: "\u{1}")
        let pieces = marked.split(separator: "\u{1}", omittingEmptySubsequences: false).map { PastedText($0) }
        let isSentence = pieces.dropFirst().contains { !$0.isEmpty && !":,;、.。)\t ".contains($0.plain[0]) }
        return pieces.dropLast().map { piece in
            let edges = ":,;、.。()\t "
            guard !isSentence, let start = piece.plain.firstIndex(where: { !edges.contains($0) }),
                let end = piece.plain.lastIndex(where: { !edges.contains($0) })
            else { return "" }
            return piece[start..<end + 1].text
        }
    }
}

extension PastedText {
    /// Without the line to write on at its end: `其他：____`.
    var withoutBlanks: PastedText {
        var end = plain.count
        while end > 0, "_﹍ ".contains(plain[end - 1]) { end -= 1 }
        // A single underscore belongs to the text.
        guard plain.count - end >= 2 else {
            if let match = key.firstMatch(of: /\(\s*_{2,}\s*\)$/) { return upTo(plain.count - match.output.count) }
            return self
        }
        return upTo(end)
    }
}
