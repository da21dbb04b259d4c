extension SurveyParser {
    /// Everything of the form `关键词：值`, sent to what it belongs to.
    mutating func readProperty(_ keyword: Keyword, _ line: SourceLine, _ key: Key) {
        switch keyword {
        case .scale, .dimension, .retired: lost = .nothing
        case .version, .previous, .languages, .open, .anonymous, .minGroup, .access: lost = .nothing
        default:
            // It belongs to a line that could not be read.
            if lost > .sentence { return }
            lost = .nothing
        }
        if keyword != .message { checkAbove = nil }
        switch keyword {
        case .scale: readScale(line, key)
        case .dimension: readDimension(line, key)
        case .retired: readRetired(line, key)
        case .version, .previous, .languages, .open, .anonymous, .minGroup, .access: readHeader(keyword, line, key)
        case .help where target == .header || target == .nothing: readHeader(keyword, line, key)
        case .help: readHelp(line, key)
        case .advice: readAdvice(line, key)
        case .showIf: readShow(line, key)
        case .check, .warn: readCheck(keyword, line, key)
        case .message: readMessage(line, key)
        case .items, .combine, .method, .rescale, .missing, .direction, .level, .model, .benchmark:
            guard case .dimension(let index) = target else { return reportMisplaced(keyword, line, key) }
            guard isFirst(keyword, line, key) else { return }
            readDimensionProperty(keyword, of: index, line, key)
        }
    }

    /// Most properties are said once; a second one would silently undo the first.
    mutating func isFirst(_ keyword: Keyword, _ line: SourceLine, _ key: Key) -> Bool {
        let property = SourceMap.Property(target: target, keyword: keyword)
        if map.properties[property] == nil {
            map.properties[property] = line.place(key.word)
            return true
        }
        lost = .sentence
        report(
            "Z023", at: line.place(key.word),
            Wording("“\(line.raw(key.word))”写了两次", "\"\(line.raw(key.word))\" is given twice"),
            notes: [
                keyword == .showIf
                    ? Wording("只留一行；几个条件用“且”“或”连成一个", "keep one line; join conditions by and, or")
                    : Wording("只留一行", "keep one line")
            ])
        return false
    }

    mutating func reportMisplaced(_ keyword: Keyword, _ line: SourceLine, _ key: Key) {
        lost = .sentence
        checkAbove = .misread
        let home =
            if keyword == .advice {
                Wording("它写在“维度：”下面，或能力对的一行下面", "it stands below `dimension:`, or below a line of a pair question")
            } else if Keyword.ofDimension.contains(keyword) {
                Wording("它写在“维度：”下面", "it stands below `dimension:`")
            } else if Keyword.header.contains(keyword), keyword != .help {
                Wording("它写在卷首，第一个章节或量表之前", "it stands at the top, before the first block")
            } else {
                Wording("它写在题目下面", "it stands below a question")
            }
        report(
            Keyword.header.contains(keyword) && keyword != .help ? "Z045" : "Z040", at: line.place(key.word),
            Wording("“\(line.raw(key.word))”不能写在这里", "\"\(line.raw(key.word))\" cannot stand here"), notes: [home])
    }

    // MARK: Header

    private mutating func readHeader(_ keyword: Keyword, _ line: SourceLine, _ key: Key) {
        guard target == .header || target == .nothing else { return reportMisplaced(keyword, line, key) }
        if keyword != .help {
            // The header is one thing, before its title as behind it.
            target = .header
            guard isFirst(keyword, line, key) else { return }
        }
        if key.value.isEmpty { return reportEmpty(line, key.word) }
        let value = line.normal(key.value)
        sentence = nil
        switch keyword {
        case .version:
            survey.year = year(value, line, key)
            checkYears(line, key)
        case .previous:
            survey.previousYear = year(value, line, key)
            checkYears(line, key)
        case .languages: readLanguages(line, key)
        case .open: readFieldwork(line, key)
        case .anonymous:
            switch value.lowercased() {
            case "是", "yes": survey.isAnonymous = true
            case "否", "no": survey.isAnonymous = false
            default: reportValue(line, key, Wording("写“是”或“否”", "write yes or no"))
            }
        case .minGroup:
            guard let number = PlainNumber.whole(value), number >= 5 else {
                guard PlainNumber.whole(value) == nil else {
                    return report(
                        "Z046", at: line.place(key.value),
                        Wording("“\(line.raw(key.word))”不能小于 5", "\"\(line.raw(key.word))\" must be at least 5"),
                        notes: [Wording("人数太少的分组会认出具体的人", "people can be recognised in smaller groups")])
                }
                return reportValue(
                    line, key, Wording("写一个不小于 5 的整数，例如 10", "write a whole number of at least 5, such as 10"))
            }
            survey.smallestGroup = number
        case .access: survey.access = line.raw(key.value)
        default:
            survey.introduction.append(plainText(line, key.value))
            let index = survey.introduction.count - 1
            setSentence(.introduction(index))
        }
    }

    private mutating func year(_ value: String, _ line: SourceLine, _ key: Key) -> Int? {
        guard value.count == 4, let year = PlainNumber.whole(value), (1980...2100).contains(year) else {
            report(
                "Z047", at: line.place(key.value),
                Wording("年份“\(value)”不合理", "\"\(value)\" is not a plausible year"),
                notes: [Wording("写四位数的年份，例如 2026", "write four digits, such as 2026")])
            return nil
        }
        return year
    }

    private mutating func checkYears(_ line: SourceLine, _ key: Key) {
        guard let year = survey.year, let previous = survey.previousYear, previous >= year else { return }
        report(
            "Z047", at: line.place(key.value),
            Wording(
                "上一版（\(previous)）应当早于这一版（\(year)）",
                "the previous edition (\(previous)) must be before this one (\(year))"))
    }

    private mutating func readLanguages(_ line: SourceLine, _ key: Key) {
        var seen: Set<String> = []
        for item in checkedItems(line, key.value) {
            let word = line.normal(item)
            if !isLanguageCode(word) {
                knowsLanguages = false
                report(
                    "Z043", at: line.place(item), Wording("“\(word)”不是语言代码", "\"\(word)\" is not a language code"),
                    notes: [Wording("用两三个小写字母，例如 zh、en、bo、ug", "two or three lower-case letters, such as zh, en")])
            } else if word.count == 3, let usual = Self.usualLanguages.first(where: word.isOneLetterMore(than:)) {
                report(
                    "Z043", .warning, at: line.place(item),
                    Wording(
                        "语言代码“\(word)”不常见，您是不是想写“\(usual)”？",
                        "\"\(word)\" is a rare language; did you mean \"\(usual)\"?"),
                    fix: Diagnostic.Fix(range: line.place(item), replacement: usual, isCertain: false))
            } else if !seen.insert(word).inserted {
                report("Z043", at: line.place(item), Wording("“\(word)”写了两次", "\"\(word)\" is given twice"))
            }
        }
    }

    private mutating func readFieldwork(_ line: SourceLine, _ key: Key) {
        guard let days = dayRange(line, key.value, wholeMonths: false, isAnswer: false) else { return }
        survey.fieldwork = days
    }

    /// `2025-11-01 ~ 2025-11-30`
    ///
    /// - Parameter wholeMonths: takes months alone; elsewhere 2025-11 would say nothing of the day that is meant.
    /// - Parameter isAnswer: false for days that no respondent is asked for.
    mutating func dayRange(
        _ line: SourceLine, _ range: Range<Int>, wholeMonths: Bool, isAnswer: Bool = true
    ) -> ClosedRange<Day>? {
        guard let tilde = line.machine[range].firstIndex(of: "~") else {
            let joint = line.machine[range].firstIndex { $0.isOne(of: "至到") }
            report(
                "Z048", at: line.place(joint.map { $0..<$0 + 1 } ?? range),
                joint == nil
                    ? Wording("这里要写起止日期", "first and last day are needed here")
                    : Wording("起止日期中间写“~”", "a tilde joins the first and the last day"),
                notes: [Wording("例如 2026-11-01 ~ 2026-11-30", "such as 2026-11-01 ~ 2026-11-30")],
                fix: joint.map { Diagnostic.Fix(range: line.place($0..<$0 + 1), replacement: "~", isCertain: true) })
            return nil
        }
        let ends = [line.trimmed(range.lowerBound..<tilde), line.trimmed(tilde + 1..<range.upperBound)]
        var days: [Day] = []
        for end in ends {
            let text = line.normal(end)
            let isWhole = text.split { "-/.".contains($0) }.count == (wholeMonths ? 2 : 3)
            guard isWhole, let day = Day(text) else {
                report(
                    "Z048", at: line.place(end.isEmpty ? range : end),
                    wholeMonths
                        ? Wording("“\(text)”不是一个月份", "\"\(text)\" is not a month")
                        : isWhole
                            ? Wording("没有“\(text)”这一天", "there is no day \"\(text)\"")
                            : Wording("“\(text)”不是一天", "\"\(text)\" is not a day"),
                    notes: [
                        wholeMonths
                            ? Wording("月份写成 2026-11", "write months as 2026-11")
                            : Wording("日期写成 2026-11-30", "write days as 2026-11-30")
                    ],
                    fix: daysMeant(line, range, ends))
                return nil
            }
            days.append(day)
        }
        guard days[0] <= days[1] else {
            reportReversed(line, range, ends.map(line.raw), isAnswer: isAnswer)
            return nil
        }
        return days[0]...days[1]
    }

    /// Both ends at once, so that one correction is enough.
    private func daysMeant(_ line: SourceLine, _ range: Range<Int>, _ ends: [Range<Int>]) -> Diagnostic.Fix? {
        let days = ends.map { line.normal($0) }.map { Day.spelled($0) ?? (Day($0) == nil ? "" : $0) }
        guard !days.contains(""), days != ends.map(line.normal) else { return nil }
        return Diagnostic.Fix(
            range: line.place(range), replacement: days.joined(separator: range == line.content ? " ~ " : "~"),
            isCertain: false)
    }

    /// - Parameter ends: as they are written, the wrong way round.
    mutating func reportReversed(
        _ line: SourceLine, _ range: Range<Int>, _ ends: [String], isAnswer: Bool = true
    ) {
        // A unit that is part of the word (项) stays behind the range.
        let unit = line.raw(
            (line.scalars[range].lastIndex { !$0.isLetter }.map { $0 + 1 } ?? range.lowerBound)..<range.upperBound)
        report(
            "Z053", at: line.place(range), Wording("范围写反了", "the range is reversed"),
            label: Wording("左边应当小于右边", "the left end must be less than the right"),
            notes: !isAnswer
                ? []
                : [
                    Wording(
                        "没有答案能同时 ≥ \(ends[0]) 又 ≤ \(ends[1])，任何人都无法交卷",
                        "no answer is both ≥ \(ends[0]) and ≤ \(ends[1])")
                ],
            fix: Diagnostic.Fix(
                range: line.place(range), replacement: "\(ends[1])~\(ends[0])\(unit)", isCertain: false))
    }

    mutating func reportValue(_ line: SourceLine, _ key: Key, _ remedy: Wording) {
        report(
            "Z046", at: line.place(key.value.isEmpty ? key.word : key.value),
            Wording("“\(line.raw(key.word))”的值看不懂", "the value of \"\(line.raw(key.word))\" is not understood"),
            notes: [remedy])
    }

    // MARK: Below sections and questions

    /// help = "说明" , ":" , text: may be repeated, each a paragraph.
    private mutating func readHelp(_ line: SourceLine, _ key: Key) {
        if key.value.isEmpty { return reportEmpty(line, key.word) }
        let text = plainText(line, key.value)
        switch target {
        case .section(let section):
            survey.sections[section].help.append(text)
            let index = survey.sections[section].help.count - 1
            setSentence(.sectionHelp(section, index))
        case .question(let section, let question):
            survey.sections[section].questions[question].help.append(text)
            let index = survey.sections[section].questions[question].help.count - 1
            setSentence(.questionHelp(section, question, index))
        case .row(let section, let question, let row):
            survey.sections[section].questions[question].rows[row].help.append(text)
            let index = survey.sections[section].questions[question].rows[row].help.count - 1
            setSentence(.rowHelp(section, question, row, index))
        case .option(let section, let question, let option):
            survey.sections[section].questions[question].options[option].help.append(text)
            let index = survey.sections[section].questions[question].options[option].help.count - 1
            setSentence(.optionHelp(section, question, option, index))
        case .nothing, .header, .scale, .dimension, .retired: reportMisplaced(.help, line, key)
        }
    }

    /// advice = "建议" , ":" , text: what to do about a low score or a wide gap; may be repeated, each a paragraph.
    private mutating func readAdvice(_ line: SourceLine, _ key: Key) {
        switch target {
        case .dimension(let dimension):
            if key.value.isEmpty { return reportEmpty(line, key.word) }
            survey.dimensions[dimension].advice.append(plainText(line, key.value))
            setSentence(.dimensionAdvice(dimension, survey.dimensions[dimension].advice.count - 1))
        case .row(let section, let question, let row) where isPair(section, question):
            if key.value.isEmpty { return reportEmpty(line, key.word) }
            survey.sections[section].questions[question].rows[row].advice.append(plainText(line, key.value))
            setSentence(
                .rowAdvice(
                    section, question, row, survey.sections[section].questions[question].rows[row].advice.count - 1))
        case .nothing, .header, .scale, .section, .question, .option, .row, .retired:
            reportMisplaced(.advice, line, key)
        }
    }

    /// Only a competence has a gap that somebody can be advised on; any other line is scored by its dimension.
    func isPair(_ section: Int, _ question: Int) -> Bool {
        if case .pair = survey.sections[section].questions[question].kind { true } else { false }
    }

    /// show = "显示" , ":" , expr
    private mutating func readShow(_ line: SourceLine, _ key: Key) {
        let store: (inout Survey, Condition) -> Void
        let owner: Place
        var known = questionCount - 1
        var shows: Int? = questionCount - 1
        switch target {
        case .section(let section):
            known = questionCount
            shows = nil
            store = { $0.sections[section].show = $1 }
            owner = survey.sections[section].place
        case .question(let section, let question):
            store = { $0.sections[section].questions[question].show = $1 }
            owner = survey.sections[section].questions[question].place
        case .row(let section, let question, let row):
            store = { $0.sections[section].questions[question].rows[row].show = $1 }
            owner = survey.sections[section].questions[question].rows[row].place
        case .option(let section, let question, let option):
            store = { $0.sections[section].questions[question].options[option].show = $1 }
            owner = survey.sections[section].questions[question].options[option].place
        case .nothing, .header, .scale, .dimension, .retired: return reportMisplaced(.showIf, line, key)
        }
        guard isFirst(.showIf, line, key) else { return }
        if key.value.isEmpty { return reportEmpty(line, key.word) }
        pending.append(
            PendingCondition(
                line: line, range: key.value, owner: owner.range.lowerBound, known: known, shows: shows, store: store))
    }

    /// check = "校验" , ":" , expr , [ message ]
    private mutating func readCheck(_ keyword: Keyword, _ line: SourceLine, _ key: Key) {
        guard let (section, question) = questionAbove else { return reportMisplaced(keyword, line, key) }
        if survey.sections[section].questions[question].kind == .note, !skipsItems {
            // Nothing is answered here, so nothing can be checked.
            return reportMisplaced(keyword, line, key)
        }
        sentence = nil
        checkAbove = .misread
        if key.value.isEmpty { return reportEmpty(line, key.word) }
        survey.sections[section].questions[question].checks.append(
            Check(condition: .all([]), isHard: keyword == .check, place: Place(line.place(key.word))))
        let index = survey.sections[section].questions[question].checks.count - 1
        checkAbove = .index(index)
        pending.append(
            PendingCondition(
                line: line, range: key.value, owner: line.place(key.word).lowerBound, known: questionCount, shows: nil,
                store: { $0.sections[section].questions[question].checks[index].condition = $1 }))
    }

    /// message = "提示" , ":" , text
    private mutating func readMessage(_ line: SourceLine, _ key: Key) {
        switch (checkAbove, questionAbove) {
        case (.index(let index)?, let (section, question)?):
            if key.value.isEmpty { return reportEmpty(line, key.word) }
            survey.sections[section].questions[question].checks[index].message = plainText(line, key.value)
            setSentence(.message(section, question, index))
        case (.misread?, _):
            lost = .sentence
        default:
            lost = .sentence
            report(
                "Z052", at: line.place(key.word),
                Wording("“提示”的上一行不是“校验”或“提醒”", "a message needs a check or a warning right above it"),
                notes: [Wording("先写条件，例如 校验：A5 ≥ A4，再写一行提示", "first the condition, then its one message")])
        }
    }

    var questionAbove: (Int, Int)? {
        switch target {
        case .question(let section, let question), .row(let section, let question, _),
            .option(let section, let question, _):
            (section, question)
        default: nil
        }
    }

    /// retired = "停用" , ":" , code , { sep , code }
    private mutating func readRetired(_ line: SourceLine, _ key: Key) {
        target = .retired
        sentence = nil
        let property = SourceMap.Property(target: .retired, keyword: .retired)
        map.properties[property] = map.properties[property] ?? line.place(key.word)
        if key.value.isEmpty {
            return report(
                "Z031", at: line.place(key.word), Wording("这里应当有代码", "a code is missing here"),
                notes: [Wording("写上停用的代码，例如 停用：XF4，或删去这一行", "write the retired codes, or delete the line")])
        }
        for item in checkedItems(line, key.value) {
            let code = line.normal(item)
            if !isCode(code) {
                report("Z037", at: line.place(item), Wording("“\(code)”不是题目代码", "\"\(code)\" is not a code"))
            } else if !retiredCodes.insert(code).inserted {
                report("Z036", at: line.place(item), Wording("“\(code)”停用了两次", "\(code) is retired twice"))
            } else {
                survey.retired.append(code)
            }
        }
    }
}

extension String {
    /// One letter more than another word, wherever it slipped in: `zhh`, `eng`.
    fileprivate func isOneLetterMore(than word: String) -> Bool {
        count == word.count + 1
            && indices.contains { index in self[..<index] + self[self.index(after: index)...] == word }
    }
}
