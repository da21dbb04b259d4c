/// What stands behind a question type: counts, ranges, scales, lists.
extension SurveyParser {
    struct ScaleUse {
        var type: TypeWord
        var line: SourceLine
        var tags: Range<Int>
        /// Where to point when no scale is named.
        var typeWord: Word
        /// The scale's name, and maybe a mark with a slip in it.
        var words: [Word]
        var section: Int
        var question: Int
    }

    /// Takes from `arguments` what the type asks for; what is left was not understood.
    mutating func kind(
        of type: TypeWord, _ line: SourceLine, _ tags: Range<Int>, _ arguments: inout [Word], at place: Word,
        _ owner: (section: Int, question: Int)
    ) -> Question.Kind {
        if [.multi, .rate, .number].contains(type) { readMisspeltRange(line, tags, &arguments) }
        switch type {
        case .single: return .single
        case .yesno: return .yesNo
        case .note: return .note
        case .multi: return .multiple(count: itemCount(line, tags, &arguments, owner))
        case .rank:
            // One number: a ranking asks for so many places, not for some of them.
            if let range = arguments.first(where: { $0.text.contains("~") }) {
                reportUnknownArgument(line, tags, range, type)
                arguments.removeAll { $0.range == range.range }
            }
            return .ranking(count: itemCount(line, tags, &arguments, owner)?.upperBound)
        case .dropdown:
            guard let index = arguments.firstIndex(where: { unitListNames.contains($0.text.lowercased()) }) else {
                return .dropdown(list: nil)
            }
            return .dropdown(list: arguments.remove(at: index).text)
        case .likert, .pair:
            let name = arguments.map { line.raw($0.range) }.joined(separator: " ")
            missesScale = name.isEmpty
            scaleUses.append(
                ScaleUse(
                    type: type, line: line, tags: tags, typeWord: place, words: arguments, section: owner.section,
                    question: owner.question))
            arguments = []
            return type == .likert ? .likert(scale: name) : .pair(scale: name)
        case .rate: return .rating(ratingRange(line, &arguments, at: place))
        case .number: return numberKind(line, tags, &arguments)
        case .text: return .text(limit: textLimit(&arguments))
        case .longtext: return .longText(limit: textLimit(&arguments))
        case .date: return .date(dayArgument(line, &arguments, wholeMonths: false))
        case .month: return .month(dayArgument(line, &arguments, wholeMonths: true))
        }
    }

    /// `0-400`, `0至400`: said once, and read as the range that it means.
    private mutating func readMisspeltRange(_ line: SourceLine, _ tags: Range<Int>, _ arguments: inout [Word]) {
        for index in arguments.indices {
            guard let right = rangeMeant(by: arguments[index].text) else { continue }
            report(
                "Z014", at: line.place(arguments[index].range),
                Wording("范围用“~”写成 \(right)", "a range is written with ~: \(right)"),
                fix: correction(line, tags, arguments[index], right, isCertain: true))
            arguments[index].text = right
        }
    }

    /// - Returns: the range as it is written, for two numbers with another joint between them.
    private func rangeMeant(by word: String) -> String? {
        let unit = ["项", "items", "options"].first(where: word.hasSuffix) ?? ""
        let body = word.dropLast(unit.count)
        // The first number may have a sign of its own.
        guard let joint = body.dropFirst().firstIndex(where: { "-至到".contains($0) }) else { return nil }
        let left = body[..<joint]
        let mark = body[joint]
        var right = body[body.index(after: joint)...]
        if mark == "-", right.first == "-" { right.removeFirst() }
        guard right.first != "-", PlainNumber.decimal(left) != nil, PlainNumber.decimal(right) != nil else {
            return nil
        }
        return "\(left)~\(right)\(unit)"
    }

    /// A number and its unit are one word, with or without a blank between them.
    private func join(_ units: [String], in arguments: inout [Word]) {
        guard let index = arguments.indices.dropFirst().first(where: { units.contains(arguments[$0].text) }),
            arguments[index - 1].text.last?.isDigit == true
        else { return }
        let unit = arguments.remove(at: index)
        arguments[index - 1].text += unit.text
        arguments[index - 1].range = arguments[index - 1].range.lowerBound..<unit.range.upperBound
    }

    /// int , [ "~" , int ] , "项"
    private mutating func itemCount(
        _ line: SourceLine, _ tags: Range<Int>, _ arguments: inout [Word], _ owner: (section: Int, question: Int)
    ) -> ClosedRange<Int>? {
        let units = ["项", "items", "options"]
        join(units, in: &arguments)
        for (index, word) in arguments.enumerated() {
            guard let unit = units.first(where: word.text.hasSuffix) else { continue }
            let body = String(word.text.dropLast(unit.count))
            guard let range = PlainNumber.whole(body).map({ ($0, $0) }) ?? wholeRange(body), range.0 >= 0, range.1 > 0
            else { continue }
            arguments.remove(at: index)
            guard range.0 <= range.1 else {
                reportReversed(line, word.range, [String(range.0), String(range.1)])
                return nil
            }
            // 项 is no part of the range.
            let shown = line.trimmed(word.range.lowerBound..<word.range.upperBound - unit.count)
            let place = survey.sections[owner.section].questions[owner.question].place.range.lowerBound
            countPlaces[place] = line.place(shown.lowerBound..<word.range.upperBound)
            return range.0...range.1
        }
        return nil
    }

    private mutating func ratingRange(_ line: SourceLine, _ arguments: inout [Word], at place: Word) -> ClosedRange<Int>
    {
        let whatever = 0...10
        guard let index = arguments.firstIndex(where: { wholeRange($0.text) != nil }),
            let range = wholeRange(arguments[index].text)
        else {
            report(
                "Z054", at: line.place(place.range), Wording("评分题要写范围", "a rating needs a range"),
                notes: [Wording("例如 [评分 0~10]", "such as [rate 0~10]")])
            // A number by itself was meant as the range.
            arguments.removeAll { $0.text.contains("~") || $0.text.first?.isDigit == true }
            return whatever
        }
        let word = arguments.remove(at: index)
        guard range.low < range.high else {
            reportReversed(line, word.range, [String(range.low), String(range.high)])
            return whatever
        }
        guard Self.levelCodes.contains(range.low), Self.levelCodes.contains(range.high) else {
            report(
                "Z017", at: line.place(word.range), Wording("评分的范围太宽", "the range is too wide for a rating"),
                notes: [
                    Wording("评分在 -1000 到 1000 之间；更大的数用 [数字 …]", "ratings lie between -1000 and 1000; use [number …]")
                ])
            return whatever
        }
        return range.low...range.high
    }

    /// range , [ unit ]: decimals are counted from the ends as written.
    private mutating func numberKind(
        _ line: SourceLine, _ tags: Range<Int>, _ arguments: inout [Word]
    ) -> Question.Kind {
        guard let index = arguments.firstIndex(where: { $0.text.contains("~") }) else {
            return .number(nil, unit: unit(&arguments))
        }
        let word = partUnit(line, tags, &arguments, index)
        let ends = word.text.split(separator: "~", omittingEmptySubsequences: false).map(String.init)
        let decimals = ends.map { $0.split(separator: ".").dropFirst().first?.count ?? 0 }.max() ?? 0
        let numbers = ends.compactMap { FixedPoint($0, decimals: decimals)?.units }
        guard ends.count == 2, numbers.count == 2, decimals <= 6, ends.allSatisfy({ PlainNumber.decimal($0) != nil })
        else {
            report(
                "Z014", at: line.place(word.range),
                Wording("范围“\(word.text)”看不懂", "the range \"\(word.text)\" is not understood"),
                notes: [Wording("例如 [数字 0~366 天]", "such as [number 0~366 days]")])
            return .number(nil, unit: unit(&arguments))
        }
        guard numbers[0] <= numbers[1] else {
            reportReversed(line, word.range, ends)
            return .number(nil, unit: unit(&arguments))
        }
        if numbers[0] == numbers[1] {
            report(
                "Z053", .warning, at: line.place(word.range),
                Wording("范围里只有一个数", "the range holds one number only"),
                notes: [Wording("两头写不同的数，例如 0~366", "write two different ends, such as 0~366")])
        }
        return .number(NumberRange(bounds: numbers[0]...numbers[1], decimals: decimals), unit: unit(&arguments))
    }

    private static let markSpellings = SuggestionList(MarkWord.allCases.flatMap { [$0.chinese, $0.english] })

    /// Takes the range out of the arguments. `0~366天`: said once, and read as a range and its unit.
    private mutating func partUnit(
        _ line: SourceLine, _ tags: Range<Int>, _ arguments: inout [Word], _ index: Int
    ) -> Word {
        let word = arguments.remove(at: index)
        let range = word.text.prefix { $0.isDigit || "~.-".contains($0) }
        let unit = word.text.dropFirst(range.count)
        let ends = range.split(separator: "~", omittingEmptySubsequences: false)
        guard !unit.isEmpty, unit.allSatisfy(\.isLetter), ends.count == 2,
            ends.allSatisfy({ PlainNumber.decimal($0) != nil })
        else { return word }
        let start = word.range.upperBound - unit.unicodeScalars.count
        report(
            "Z014", at: line.place(word.range), Wording("范围和单位之间空一格", "a blank parts a range from its unit"),
            fix: correction(line, tags, word, "\(range) \(unit)", isCertain: true))
        arguments.insert(Word(range: start..<word.range.upperBound, text: String(unit)), at: index)
        return Word(range: word.range.lowerBound..<start, text: String(range))
    }

    /// The first word that is left names the unit, unless it looks like a mark with a slip in it.
    private func unit(_ arguments: inout [Word]) -> String? {
        guard let word = arguments.first, word.text.allSatisfy({ $0.isLetter || "%/‰℃°²³".contains($0) }) else {
            return nil
        }
        if MarkWord(word.text) != nil || TypeWord(word.text) != nil || isNeedless(word) { return nil }
        if word.text.count > 1,
            aliases[word.text] != nil || Suggestion.nearest(to: word.text, among: Self.markSpellings) != nil
        {
            return nil
        }
        arguments.removeFirst()
        return word.text
    }

    /// "≤" , int , "字"
    private func textLimit(_ arguments: inout [Word]) -> Int? {
        let units = ["字", "characters"]
        join(units, in: &arguments)
        for (index, word) in arguments.enumerated() {
            guard let sign = ["≤", "<="].first(where: word.text.hasPrefix) else { continue }
            var body = word.text.dropFirst(sign.count)
            if let unit = units.first(where: body.hasSuffix) { body = body.dropLast(unit.count) }
            guard let limit = PlainNumber.whole(body), limit > 0 else { continue }
            arguments.remove(at: index)
            return limit
        }
        return nil
    }

    private mutating func dayArgument(_ line: SourceLine, _ arguments: inout [Word], wholeMonths: Bool) -> ClosedRange<
        Day
    >? {
        guard let index = arguments.firstIndex(where: { $0.text.contains("~") }) else { return nil }
        return dayRange(line, arguments.remove(at: index).range, wholeMonths: wholeMonths)
    }

    func wholeRange(_ text: String) -> (low: Int, high: Int)? {
        let ends = text.split(separator: "~", omittingEmptySubsequences: false)
            .map { PlainNumber.whole($0.filter { $0 != " " }) }
        guard ends.count == 2, let low = ends[0], let high = ends[1] else { return nil }
        return (low, high)
    }

    // MARK: Scales

    /// Every scale named in brackets must be defined. A name with a slip in it is read as the name that was meant.
    mutating func resolveScales() {
        let names = survey.scales.flatMap(\.name.wordings)
        let known = Set(names)
        for use in scaleUses {
            guard let first = use.words.first, let last = use.words.last else {
                hasLostScale = true
                report(
                    "Z054", at: use.line.place(use.typeWord.range),
                    Wording("这种题要写量表名", "this type needs the name of a scale"),
                    notes: [
                        names.isEmpty
                            ? Wording("先定义：量表：符合五级", "define one first: scale: name")
                            : Wording(
                                "例如 [\(use.type.chinese) \(names[0])]", "such as [\(use.type.english) \(names[0])]")
                    ])
                continue
            }
            // As many words as make a name; a word behind it was meant as something else.
            if let (name, count) = longestName(use, known) {
                setScale(name, of: use)
                for word in use.words.dropFirst(count) { reportUnknownArgument(use.line, use.tags, word, use.type) }
                continue
            }
            let name = use.words.map { use.line.raw($0.range) }.joined(separator: " ")
            let guess = Suggestion.nearest(to: name, among: names)
            let range = first.range.lowerBound..<last.range.upperBound
            // A scale lost its name, and it may have been this one.
            if guess == nil, survey.scales.contains(where: \.name.main.isEmpty) { continue }
            report(
                "Z055", at: use.line.place(range), Wording("没有叫“\(name)”的量表", "there is no scale named \"\(name)\""),
                related: survey.scales.prefix(1).map {
                    Diagnostic.Related(range: $0.place.range, label: Wording("已定义的量表", "a scale is defined here"))
                },
                notes: didYouMean(guess)
                    + (names.isEmpty ? [Wording("先定义：量表：\(name)", "define it first: scale: \(name)")] : []),
                fix: guess.map { correction(use.line, use.tags, Word(range: range, text: name), $0) })
            if let guess { setScale(guess, of: use) } else { hasLostScale = true }
        }
    }

    private func longestName(_ use: ScaleUse, _ known: Set<String>) -> (name: String, words: Int)? {
        for count in stride(from: min(use.words.count, 12), to: 0, by: -1) {
            let name = use.words.prefix(count).map { use.line.raw($0.range) }.joined(separator: " ")
            if known.contains(name) { return (name, count) }
        }
        return nil
    }

    private mutating func setScale(_ name: String, of use: ScaleUse) {
        survey.sections[use.section].questions[use.question].kind =
            use.type == .likert ? .likert(scale: name) : .pair(scale: name)
    }
}

/// The list that a round's roster fills.
let unitListNames: Set<String> = ["处室", "部门", "单位", "unit", "units"]
