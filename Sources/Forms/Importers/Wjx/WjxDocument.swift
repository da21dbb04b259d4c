/// A pasted questionnaire cut into its parts, in their order; what the parts mean is decided later.
struct WjxDocument: Sendable {
    var title: WjxLine?
    var introduction: [WjxLine] = []
    var parts: [Part] = []

    enum Part: Sendable {
        case heading(WjxLine)
        case page(WjxLine)
        /// Text to be read, between the questions.
        case paragraph([WjxLine])
        case question(WjxQuestion)
        /// Logic, keys to a test: written in words that have no certain equivalent.
        case aside(WjxLine)
    }

    var hasQuestions: Bool {
        parts.contains { if case .question = $0 { true } else { false } }
    }
}

struct WjxLine: Sendable, Equatable {
    var number: Int
    var text: PastedText
}

/// A question as it was pasted: its line without number and brackets, and the lines below it.
struct WjxQuestion: Sendable {
    var line: Int
    /// The number that it was called by, which jumps name.
    var number: Int?
    var stem: PastedText
    var tags: WjxTags
    var body: [WjxLine] = []
}

/// The number before a question or an option: `3.`, `（3）`, `第3题`, `Q3:`, `A、`, `①`.
struct LineOpener: Sendable, Equatable {
    var style: Style
    var ordinal: Int
    /// How many characters of the line it takes.
    var length: Int

    enum Style: Sendable, Equatable {
        case dot, comma, bracket, brackets, question, circled
        case letter(Character)
        /// `A 男`: a letter and a blank.
        case bareLetter
    }

    init?(_ line: PastedText) {
        let plain = line.plain
        guard let first = plain.first else { return nil }
        if let circled = "①②③④⑤⑥⑦⑧⑨⑩".firstIndex(of: first) {
            self.init(.circled, "①②③④⑤⑥⑦⑧⑨⑩".distance(from: "①②③④⑤⑥⑦⑧⑨⑩".startIndex, to: circled) + 1, 1, line)
            return
        }
        let opens = first == "("
        var index = opens ? 1 : 0
        let isOrdinal = !opens && first == "第"
        let isQ = !opens && (first == "Q" || first == "q") && plain.dropFirst().first?.isPlainDigit == true
        if isOrdinal || isQ { index = 1 }
        while index < plain.count, plain[index] == " " { index += 1 }
        let start = index
        while index < plain.count, plain[index].isPlainDigit, index - start < 3 { index += 1 }
        if index > start, let ordinal = Int(String(plain[start..<index])) {
            while index < plain.count, plain[index] == " " { index += 1 }
            if isOrdinal {
                guard index < plain.count, plain[index] == "题" else { return nil }
                index += 1
                if index < plain.count, ":.、,".contains(plain[index]) { index += 1 }
                self.init(.question, ordinal, index, line)
                return
            }
            guard index < plain.count else { return nil }
            let mark = plain[index]
            if opens {
                guard mark == ")" else { return nil }
                self.init(.brackets, ordinal, index + 1, line)
            } else if isQ {
                self.init(.question, ordinal, ":.、,)".contains(mark) ? index + 1 : index, line)
            } else if mark == "." || mark == "。" {
                // 1.5 倍 is no first option.
                guard index + 1 < plain.count, !plain[index + 1].isPlainDigit else { return nil }
                self.init(.dot, ordinal, index + 1, line)
            } else if mark == "、" {
                self.init(.comma, ordinal, index + 1, line)
            } else if mark == ")" {
                self.init(.bracket, ordinal, index + 1, line)
            } else {
                return nil
            }
            return
        }
        guard !isOrdinal, !isQ, start < plain.count, let value = plain[start].asciiValue,
            plain[start].isLetter, start + 1 < plain.count
        else { return nil }
        let ordinal = Int(value & 0x1F)
        let mark = plain[start + 1]
        if opens {
            guard mark == ")" else { return nil }
            self.init(.letter("("), ordinal, start + 2, line)
        } else if ".、):".contains(mark) {
            self.init(.letter(mark), ordinal, start + 2, line)
        } else if mark == " " {
            self.init(.bareLetter, ordinal, start + 2, line)
        } else {
            return nil
        }
    }

    /// - Returns: nil where nothing stands behind it.
    private init?(_ style: Style, _ ordinal: Int, _ length: Int, _ line: PastedText) {
        guard length < line.plain.count || style == .question else { return nil }
        self.style = style
        self.ordinal = ordinal
        self.length = length
    }

    var isNumber: Bool {
        switch style {
        case .dot, .comma, .bracket, .brackets, .question: true
        case .circled, .letter, .bareLetter: false
        }
    }
}
