extension ConditionParser {
    /// What the right side means depends on the left: a label is looked up, a number must be one.
    mutating func resolve(
        _ subject: ConditionScope.Subject, _ name: Condition.Reference, _ nameRange: Range<Int>,
        _ sign: Condition.Comparison, _ signRange: Range<Int>, _ operand: Operand
    ) -> Condition? {
        guard case .variable(let variable) = subject else { return resolveColumn(name, sign, signRange, operand) }
        let range = operand.range
        switch variable.domain {
        case .options(let options):
            guard sign == .equal || sign == .notEqual else {
                reportSign(variable, signRange, operand, isSetSign(sign) ? "=" : "= 或 ≠")
                return nil
            }
            return option(among: options, operand, variable).map { .compare(name, sign, .option($0)) }
        case .optionSet(let options, _), .ranking(let options, _):
            guard isSetSign(sign) else {
                reportSetSign(variable, signRange, operand)
                return nil
            }
            return option(among: options, operand, variable).map { .compare(name, sign, .option($0)) }
        case .levels(let scale):
            guard allowOrder(sign, signRange, variable) else { return nil }
            // Its scale was not found or not read, which was said already.
            guard !scale.levels.isEmpty else { return nil }
            if let code = level(of: scale, operand) {
                return number(
                    Double(code), scale.bounds.map { Double($0.lowerBound)...Double($0.upperBound) }, name, sign, range)
            }
            if let other = other(than: variable, operand) { return other.map { .compare(name, sign, .reference($0)) } }
            reportNoSuchOption(
                operand, variable, scale.numbered.map { ($0.code.map(String.init) ?? "", $0.text, $0.place) })
            return nil
        case .integers(let bounds):
            return number(
                operand, Double(bounds.lowerBound)...Double(bounds.upperBound), variable, name, sign, signRange)
        case .number(let declared):
            let unit = declared.map { (0..<$0.decimals).reduce(1.0) { power, _ in power * 10 } } ?? 1
            let bounds = declared.map { Double($0.bounds.lowerBound) / unit...Double($0.bounds.upperBound) / unit }
            return number(operand, bounds, variable, name, sign, signRange)
        case .day(let declared), .month(let declared):
            guard allowOrder(sign, signRange, variable) else { return nil }
            if let other = other(than: variable, operand) { return other.map { .compare(name, sign, .reference($0)) } }
            guard let day = Day(line.normal(range)) else {
                remark(
                    "Z085", range,
                    Wording(
                        "\(variable.code) 是日期题，“\(line.raw(range))”不是日期",
                        "\(variable.code) is a date; \"\(line.raw(range))\" is not a date"),
                    notes: [Wording("写成 2026-11-30", "write 2026-11-30")],
                    fix: Day.spelled(line.normal(range)).map {
                        Diagnostic.Fix(range: line.place(range), replacement: $0, isCertain: false)
                    })
                return nil
            }
            let bounds = declared.map { Double($0.lowerBound.number)...Double($0.upperBound.number) }
            guard canHold(sign, Double(day.number), bounds, range) else { return nil }
            return .compare(name, sign, .day(day))
        case .text, .unit:
            guard sign == .equal || sign == .notEqual else {
                remark("Z083", signRange, Wording("文字只能用 = 或 ≠ 比较", "texts are compared by = or ≠"))
                return nil
            }
            return .compare(name, sign, .text(line.raw(range)))
        }
    }

    private mutating func resolveColumn(
        _ name: Condition.Reference, _ sign: Condition.Comparison, _ signRange: Range<Int>, _ operand: Operand
    ) -> Condition? {
        guard !isSetSign(sign) else {
            remark("Z083", signRange, Wording("“含”只用于多选题", "`has` is for multiple-choice questions"))
            return nil
        }
        if let number = PlainNumber.decimal(line.normal(operand.range)) { return .compare(name, sign, .number(number)) }
        guard sign == .equal || sign == .notEqual else {
            remark(
                "Z085", operand.range,
                Wording("比较大小要用数字，“\(line.raw(operand.range))”不是数字", "\"\(line.raw(operand.range))\" is not a number"))
            return nil
        }
        return .compare(name, sign, .text(line.raw(operand.range)))
    }

    private func isSetSign(_ sign: Condition.Comparison) -> Bool { sign == .has || sign == .lacks || sign == .hasOnly }

    private mutating func allowOrder(_ sign: Condition.Comparison, _ range: Range<Int>, _ variable: Variable) -> Bool {
        guard isSetSign(sign) else { return true }
        remark(
            "Z083", range,
            Wording(
                "\(variable.code) 不是多选题，不能用“\(line.raw(range))”", "\(variable.code) is not a multiple-choice question"),
            notes: [Wording("用 = ≠ > < ≥ ≤", "use = ≠ > < ≥ ≤")])
        return false
    }

    private mutating func reportSign(_ variable: Variable, _ sign: Range<Int>, _ operand: Operand, _ remedy: String) {
        remark(
            "Z083", sign,
            Wording("\(variable.code) 是单选题，不能用“\(line.raw(sign))”", "\(variable.code) has one answer: use = or ≠"),
            notes: [
                Wording(
                    "写成：\(variable.code) \(remedy) \(line.raw(operand.range))",
                    "write: \(variable.code) = \(line.raw(operand.range))")
            ])
    }

    private mutating func reportSetSign(_ variable: Variable, _ sign: Range<Int>, _ operand: Operand) {
        let raw = line.raw(operand.range)
        remark(
            "Z083", sign,
            Wording(
                "\(variable.code) 是多选题，不能用“\(line.raw(sign))”",
                "\(variable.code) is a multiple-choice question: use 含 (has), not \"\(line.raw(sign))\""),
            label: Wording("一个人可能选了好几项", "one person may have chosen several"),
            related: scope.typePlace(of: variable.code).map {
                related(Place($0), Wording("这道题可以选几项", "this question takes several answers"))
            } ?? [],
            notes: [
                Wording("“选了\(raw)”写成：\(variable.code) 含 \(raw)", "chosen: \(variable.code) has \(raw)"),
                Wording(
                    "“只选了\(raw)”写成：\(variable.code) 只含 \(raw)", "nothing else chosen: \(variable.code) only \(raw)"),
            ],
            fix: fix(sign, "含", "has"))
    }

    /// In the language of the line's keyword; a word of letters needs blanks around it.
    private func fix(_ sign: Range<Int>, _ chinese: String, _ english: String) -> Diagnostic.Fix {
        guard line.scalars[line.content.lowerBound].isASCII else {
            return Diagnostic.Fix(range: line.place(sign), replacement: chinese, isCertain: false)
        }
        var (start, end) = (sign.lowerBound, sign.upperBound)
        while start > line.start, line.machine[start - 1] == " " { start -= 1 }
        while end < line.end, line.machine[end] == " " { end += 1 }
        return Diagnostic.Fix(range: line.place(start..<end), replacement: " \(english) ", isCertain: false)
    }

    // MARK: Numbers

    private mutating func number(
        _ operand: Operand, _ bounds: ClosedRange<Double>?, _ variable: Variable, _ name: Condition.Reference,
        _ sign: Condition.Comparison, _ signRange: Range<Int>
    ) -> Condition? {
        guard allowOrder(sign, signRange, variable) else { return nil }
        if let other = other(than: variable, operand) { return other.map { .compare(name, sign, .reference($0)) } }
        guard let value = PlainNumber.decimal(line.normal(operand.range)) else {
            let raw = line.raw(operand.range)
            remark(
                "Z085", operand.range,
                Wording(
                    "\(variable.code) 是数字题，“\(raw)”不是数字", "\(variable.code) is a number; \"\(raw)\" is not a number"),
                notes: [
                    raw.contains { "，,".contains($0) }
                        ? Wording("对答题人说的话写在下一行：提示：……", "what respondents are told goes on the next line: message: …")
                        : Wording("写阿拉伯数字，不带单位", "write digits, without a unit")
                ],
                fix: numberMeant(by: line.normal(operand.range)).map {
                    Diagnostic.Fix(range: line.place(operand.range), replacement: $0, isCertain: false)
                })
            return nil
        }
        return number(value, bounds, name, sign, operand.range)
    }

    private mutating func number(
        _ value: Double, _ bounds: ClosedRange<Double>?, _ name: Condition.Reference, _ sign: Condition.Comparison,
        _ range: Range<Int>
    ) -> Condition? {
        guard canHold(sign, value, bounds, range) else { return nil }
        return .compare(name, sign, .number(value))
    }

    /// Z088: what no answer within the question's range can make true, or every answer does.
    private mutating func canHold(
        _ sign: Condition.Comparison, _ value: Double, _ bounds: ClosedRange<Double>?, _ range: Range<Int>
    ) -> Bool {
        guard let bounds else { return true }
        let (low, high) = (bounds.lowerBound, bounds.upperBound)
        let (isNever, isAlways) =
            switch sign {
            case .equal: (!bounds.contains(value), low == high && low == value)
            case .notEqual: (low == high && low == value, !bounds.contains(value))
            case .greater: (high <= value, low > value)
            case .less: (low >= value, high < value)
            case .atLeast: (high < value, low >= value)
            case .atMost: (low > value, high <= value)
            case .has, .lacks, .hasOnly: (false, false)
            }
        if isNever {
            remark(
                "Z088", range, Wording("这个条件永远不会成立", "this can never hold"),
                label: Wording("超出了题目的范围", "outside the range of the question"))
        } else if isAlways {
            remark(
                "Z088", range, Wording("只要答了题，这个条件总是成立", "this holds whatever is answered"), severity: .warning,
                notes: [Wording("只问答没答，写“已答”", "to ask whether it was answered, write `answered`")])
        }
        return !isNever
    }

    /// 五天 and 5天 are 5.
    private func numberMeant(by text: String) -> String? {
        let digits = text.prefix { $0.isDigit || $0 == "." }
        if PlainNumber.decimal(digits) != nil { return String(digits) }
        let numerals = "零一二三四五六七八九十"
        guard let first = text.first, let index = numerals.firstIndex(of: first),
            text.dropFirst().first.map(numerals.contains) != true
        else { return nil }
        return String(numerals.distance(from: numerals.startIndex, to: index))
    }

    // MARK: Other variables

    /// The variable that an operand names, to compare two answers: nil where it names none, nil inside after a remark.
    private mutating func other(than variable: Variable, _ operand: Operand) -> Condition.Reference?? {
        let range = operand.range
        var stop = wordEnd(from: range.lowerBound)
        var name = line.normal(range.lowerBound..<stop)
        if let part = part(at: stop) {
            name += part.suffix
            stop = part.end
        }
        guard !operand.isQuoted, stop == range.upperBound, let subject = scope.subject(named: name) else { return nil }
        guard isUsable(subject, range) else { return .some(nil) }
        guard case .variable(let other) = subject else { return nil }
        if other.name == variable.name {
            remark("Z088", range, Wording("自己和自己比，条件没有意义", "a question is compared with itself"))
            return .some(nil)
        }
        guard other.domain.quantity != nil, other.domain.quantity == variable.domain.quantity else {
            remark(
                "Z085", range,
                Wording(
                    "\(variable.code) 和 \(other.code) 的答案不能比", "\(variable.code) and \(other.code) cannot be compared"),
                related: related(other.code, Wording("这道题的答案不是同一类", "its answers are of another kind")))
            return .some(nil)
        }
        return Condition.Reference(other.name)
    }

    // MARK: Labels

    private func level(of scale: Scale, _ operand: Operand) -> Int? {
        let raw = line.raw(operand.range)
        if let code = PlainNumber.whole(line.normal(operand.range)), scale.level(code) != nil { return code }
        return scale.numbered.first { $0.text.wordings.contains(raw) }?.code
    }

    /// option: its code, or else its label in any language.
    private mutating func option(among options: [Option], _ operand: Operand, _ variable: Variable) -> String? {
        let code = line.normal(operand.range)
        let raw = line.raw(operand.range)
        if let match = options.first(where: { $0.code == code })
            ?? options.first(where: { $0.text.wordings.contains(raw) })
        {
            return match.code
        }
        // A question without options was reported as such.
        if !options.isEmpty { reportNoSuchOption(operand, variable, options.map { ($0.code, $0.text, $0.place) }) }
        return nil
    }

    private mutating func reportNoSuchOption(
        _ operand: Operand, _ variable: Variable, _ choices: [(code: String, text: LocalText, place: Place)]
    ) {
        let raw = line.raw(operand.range)
        let guess = Suggestion.nearest(to: raw, among: choices.flatMap { [$0.code] + $0.text.wordings })
        var notes: [Wording] = []
        if let guess { notes.append(Wording("您是不是想写“\(guess)”？", "did you mean \"\(guess)\"?")) }
        let cut = choices.flatMap(\.text.wordings).first {
            !operand.isQuoted && $0.count > raw.count && $0.hasPrefix(raw)
        }
        if let cut, ["且", "或", " and ", " or "].contains(where: cut.contains) {
            notes.append(
                Wording("选项文字里有“且”或“或”时，请加引号：“\(cut)”", "a label with `and` or `or` in it is quoted: \"\(cut)\""))
        }
        let list = choices.prefix(12).map { "\($0.code) \($0.text.main)" }
        let more = choices.count > list.count ? "……" : ""
        notes.append(
            Wording(
                "\(variable.code) 的选项：\(list.joined(separator: "、"))\(more)（写代码或文字都可以）",
                "\(variable.code) offers: \(list.joined(separator: ", "))\(more)"))
        let meant = choices.first { choice in
            guess.map { choice.code == $0 || choice.text.wordings.contains($0) } == true
        }
        remark(
            "Z084", operand.range,
            Wording("“\(variable.code)”没有“\(raw)”这个选项", "\"\(raw)\" is not an option of \(variable.code)"),
            label: Wording("永远不会成立", "can never hold"),
            related: meant.map { choice in
                related(choice.code == guess ? choice.place : choice.text.place, Wording("是不是这个？", "this one?"))
            } ?? [],
            notes: notes,
            fix: guess.map { Diagnostic.Fix(range: line.place(operand.range), replacement: $0, isCertain: false) })
    }
}

extension Variable.Domain {
    fileprivate enum Quantity { case number, day }

    /// What its answers can be compared with, if they have an order.
    fileprivate var quantity: Quantity? {
        switch self {
        case .levels, .integers, .number: .number
        case .day, .month: .day
        case .options, .optionSet, .ranking, .text, .unit: nil
        }
    }
}
