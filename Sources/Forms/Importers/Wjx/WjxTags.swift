/// What the brackets of a question say: its type, whether it must be answered, how many answers, from what to what.
struct WjxTags: Sendable, Equatable {
    var type: WjxType?
    /// As it was written: 上传文件.
    var typeWord: String?
    var isOptional = false
    /// Said outright; without a word a question is required as well.
    var isRequired = false
    var isReversed = false
    var isShuffled = false
    var isExclusive = false
    var least: Int?
    var most: Int?
    var range: ClosedRange<Int>?
    var characters: Int?
    /// 手机, 邮箱 …: a kind of text that 问卷星 would check.
    var format: String?
    /// A type that nobody here knows.
    var unknownType: String?
    /// 跳转到第3题, 依赖于第2题 …
    var logic: [String] = []

    /// Takes the brackets off a line and reads them; what they do not say to a machine stays in the text.
    ///
    /// - Returns: the line without them.
    mutating func take(from line: PastedText) -> PastedText {
        var rest = line
        for group in line.groups("[", "]").reversed() {
            let inside = line[group.lowerBound + 1..<group.upperBound - 1]
            if read(inside, isSquare: true) || readUnknownType(inside, rest, group) { rest = rest.without(group) }
        }
        // Round brackets are text unless every word in them is a setting.
        for group in rest.groups("(", ")").reversed() {
            let inside = rest[group.lowerBound + 1..<group.upperBound - 1]
            if read(inside, isSquare: false) { rest = rest.without(group) }
        }
        return takeStars(rest)
    }

    /// `*` before the number, before the stem or behind it.
    private mutating func takeStars(_ line: PastedText) -> PastedText {
        var rest = line
        while let first = rest.plain.first, first == "*", !rest.plain.dropFirst().isEmpty {
            rest = rest.from(1)
            isRequired = true
        }
        while rest.plain.last == "*" {
            rest = rest.upTo(rest.plain.count - 1)
            isRequired = true
        }
        return rest
    }

    // MARK: Words

    private mutating func read(_ inside: PastedText, isSquare: Bool) -> Bool {
        var trial = self
        let whole = inside.key
        if trial.readWord(whole, isSquare: isSquare) {
            self = trial
            return true
        }
        let words = inside.split(at: [",", ";", " ", "、", "。", "|", "\t"]).map(\.key)
        guard words.count > 1, words.allSatisfy({ trial.readWord($0, isSquare: isSquare) }) else { return false }
        self = trial
        return true
    }

    private mutating func readWord(_ word: String, isSquare: Bool) -> Bool {
        if Self.required.contains(word) {
            isRequired = true
        } else if Self.optional.contains(word) {
            isOptional = true
        } else if ["互斥", "排他", "独占", "与其他选项互斥"].contains(word) {
            isExclusive = true
        } else if ["选项随机", "随机", "乱序", "选项随机排列", "随机排列", "选项乱序"].contains(word) {
            isShuffled = true
        } else if ["反向", "反向题", "反向计分", "反向计分题", "反向问题"].contains(word) {
            isReversed = true
        } else if readCount(word) || readCharacters(word) || (readsRange(isSquare, word) && readRange(word)) {
            return true
        } else if word.isJump {
            logic.append(word)
        } else if isSquare ? true : ["单选", "多选", "可多选", "单选题", "多选题", "不定项"].contains(word),
            let found = WjxType(word == "可多选" ? "多选" : word)
        {
            // What stands first is read last, and counts: 【填空题】…[数字]
            if let type, type != found, found == .text || found == .longText {
                format = format ?? (type == .number || type == .date || type == .month ? nil : word)
            } else {
                type = found
                typeWord = word
            }
            if word.contains("反向") { isReversed = true }
            if found == .scale, let range = Self.levels(word) { self.range = range }
        } else if isSquare, Self.formats.contains(word) {
            format = word
        } else {
            return false
        }
        return true
    }

    private func readsRange(_ isSquare: Bool, _ word: String) -> Bool {
        // （1-5）may well belong to the stem; （1-5分）does not.
        isSquare || word.hasSuffix("分") || word.hasSuffix("级") || word.hasSuffix("分制") || word.hasSuffix("级量表")
    }

    private mutating func readRange(_ word: String) -> Bool {
        guard let found = Self.range(in: word) ?? Self.levels(word) else { return false }
        range = found
        return true
    }

    /// `1~5`, `0分-10分`, `1到5`
    static func range(in word: String) -> ClosedRange<Int>? {
        guard let first = word.first, first == "-" || first.isPlainDigit,
            let match = word.wholeMatch(of: /(-?\d{1,4})\s*(?:分|级|星)?\s*(?:~|-|至|到)+\s*(\d{1,4})\s*(?:分|级|星|分制)?/),
            let low = Int(match.1), let high = Int(match.2), low < high
        else { return nil }
        return low...high
    }

    /// `5级量表`, `五级`, `10分制`, `满分10分`
    static func levels(_ word: String) -> ClosedRange<Int>? {
        guard word.count <= 10, word.contains(where: { "级点分星档".contains($0) }) else { return nil }
        if let match = word.wholeMatch(of: /满分\s*(\d{1,3})\s*分?/), let most = Int(match.1), most > 1 { return 1...most }
        guard let match = word.wholeMatch(of: /([\d一二两三四五六七八九十]{1,3})\s*(?:级|点|分制|星|档)(?:量表|评分|制)?(?:题)?/),
            let most = spokenNumber(match.1), most > 1, most <= 100
        else { return nil }
        return 1...most
    }

    /// `最少选择1项`, `最多选择3项`, `请选择1-3项`, `限选三项`, `任选2个`, `选出前3项`
    private mutating func readCount(_ word: String) -> Bool {
        let number = "([\\d一二两三四五六七八九十]{1,3})"
        guard word.contains(where: { "项个种条样".contains($0) }) || word.contains("选") else { return false }
        func values(_ pattern: String) -> [Int]? {
            guard let regex = try? Regex(pattern), let match = word.wholeMatch(of: regex) else { return nil }
            return match.output.dropFirst().compactMap { $0.substring.flatMap { spokenNumber($0) } }
        }
        let unit = "\\s*(?:项|个选项|个答案|个|种|条|样)?(?:以内|以下|以上)?(?:选项|答案)?"
        let choose = "(?:可以|可|请|限|任|只能|必须)?\\s*(?:多选|单选|选择|选出|选填|选|勾选)?"
        let manyFirst = "(?:可多选|多选|不定项)?[,，;；:：。]?\\s*"
        if let ends = values(
            manyFirst + choose + "\\s*" + number + unit + "\\s*(?:~|-|至|到|,|、)+\\s*(?:最多|至多)?" + number + unit),
            ends.count == 2, ends[0] <= ends[1]
        {
            (least, most) = (ends[0], ends[1])
        } else if let ends = values(
            manyFirst + "(?:请)?(?:最少|至少|不少于)" + choose + number + unit + "[,，;；、 ]*(?:且|并且)?(?:最多|至多|不超过|不多于)"
                + choose + number + unit),
            ends.count == 2, ends[0] <= ends[1]
        {
            (least, most) = (ends[0], ends[1])
        } else if let end = values(manyFirst + "(?:请)?(?:最少|至少|不少于)" + choose + number + unit)?.first {
            least = end
        } else if let end = values(
            manyFirst + "(?:请|可|限)?(?:最多|至多|不超过|不多于)(?:可以|可|只能)?" + choose + number + unit)?.first
        {
            most = end
        } else if let end = values(manyFirst + "(?:限选|限|请选前|选前|前|排前)\\s*" + number + unit)?.first {
            // 限选 names a ceiling.
            most = end
        } else if let end = values(manyFirst + "(?:请|任|必须|只能)?(?:选择|选出|选)\\s*" + number + unit)?.first {
            (least, most) = (end, end)
        } else {
            return false
        }
        return true
    }

    /// `最多200字`, `200字以内`, `≤300字`
    private mutating func readCharacters(_ word: String) -> Bool {
        guard let match = word.wholeMatch(of: /(?:请)?(?:最多|不超过|限|至多|≤|<=)?\s*(\d{1,5})\s*个?(?:字符|字)(?:以内|以下|左右|内)?/),
            let count = Int(match.1), count > 0
        else { return false }
        characters = count
        return true
    }

    /// `[联想题]` at the end of a line: certainly a type, and nobody here knows which.
    private mutating func readUnknownType(_ inside: PastedText, _ line: PastedText, _ group: Range<Int>) -> Bool {
        let word = inside.key
        guard (2...10).contains(word.count), word.hasSuffix("题"), group.upperBound == line.plain.count else {
            return false
        }
        unknownType = inside.text
        return true
    }

    private static let required: Set<String> = [
        "必答", "必答题", "必填", "必填题", "必选", "必选题", "必做", "必做题", "必须填", "必须答", "不能为空", "required", "*", "此题必答", "本题必答",
    ]

    private static let optional: Set<String> = [
        "选填", "选填题", "选答", "选答题", "选做", "选做题", "非必填", "非必填题", "非必答", "非必答题", "非必选", "非必做", "不必填", "不必答", "可选",
        "可选题", "可不填", "可不答", "可填可不填", "可以不填", "可空", "可为空", "optional", "自愿填写", "自愿回答", "不强制",
    ]

    private static let formats: Set<String> = [
        "手机", "手机号", "手机号码", "电话", "固话", "邮箱", "电子邮箱", "email", "身份证", "身份证号", "网址", "url", "qq", "姓名", "学号", "工号",
        "英文",
        "中文", "小数", "整数", "数字", "字母", "地址", "城市", "省份", "省市区", "高校", "日期",
    ]
}

extension String {
    /// Speaks of where to go on, or of what a question depends on.
    var isJump: Bool {
        let words = [
            "跳转", "跳至", "跳到", "跳答", "跳题", "请跳", "依赖于", "依赖第", "关联逻辑", "题目关联", "选项关联", "显示逻辑", "显示条件", "结束作答",
            "结束答题", "结束问卷", "终止问卷", "终止作答", "提前结束",
        ]
        return words.contains { contains($0) }
            || ["->", "→", "=>", "⇒"].contains { contains($0) }
                && firstMatch(of: /(?:->|→|=>|⇒)\s*(?:第\s*\d+\s*题|q\d+)/) != nil
    }

    /// The number of the question that it names: `第5题`, `q5`.
    var namedQuestion: Int? {
        firstMatch(of: /(?:第\s*|[qQ])(\d{1,3})/).flatMap { Int($0.1) }
    }
}
