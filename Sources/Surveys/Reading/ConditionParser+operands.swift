extension ConditionParser {
    /// What the right side means depends on the left: a label is looked up, a number must be one.
    mutating func resolve(
        _ subject: ConditionScope.Subject, _ name: Condition.Reference, _ sign: Condition.Comparison,
        _ signRange: Range<Int>, _ range: Range<Int>
    ) -> Condition? {
        let raw = line.raw(range)
        guard case .variable(let variable) = subject else {
            guard !isSetSign(sign) else {
                remark("Z083", signRange, Wording("“含”只用于多选题", "`has` is for multiple-choice questions"))
                return nil
            }
            return .compare(name, sign, Double(raw).map { .number($0) } ?? .text(raw))
        }
        switch variable.domain {
        case .options(let options):
            guard sign == .equal || sign == .notEqual else {
                let remedy = isSetSign(sign) ? "=" : "= 或 ≠"
                remark(
                    "Z083", signRange,
                    Wording("\(variable.code) 是单选题，不能用“\(line.raw(signRange))”", "\(variable.code) has one answer: use = or ≠"),
                    notes: [Wording("写成：\(variable.code) \(remedy) \(raw)", "write: \(variable.code) = \(raw)")])
                return nil
            }
            return option(among: options, raw, range, variable).map { .compare(name, sign, .option($0)) }
        case .optionSet(let options, _), .ranking(let options, _):
            guard isSetSign(sign) else {
                remark(
                    "Z083", signRange,
                    Wording(
                        "\(variable.code) 是多选题，不能用“\(line.raw(signRange))”",
                        "\(variable.code) is a multiple-choice question: use 含 (has), not \"\(line.raw(signRange))\""),
                    label: Wording("一个人可能选了好几项", "one person may have chosen several"),
                    notes: [
                        Wording("“选了\(raw)”写成：\(variable.code) 含 \(raw)", "chosen: \(variable.code) has \(raw)"),
                        Wording("“只选了\(raw)”写成：\(variable.code) 只含 \(raw)", "nothing else chosen: \(variable.code) only \(raw)"),
                    ])
                return nil
            }
            return option(among: options, raw, range, variable).map { .compare(name, sign, .option($0)) }
        case .levels(let scale):
            guard allowOrder(sign, signRange, variable) else { return nil }
            if let reference = otherVariable(line.normal(range)) { return .compare(name, sign, .reference(reference)) }
            if let code = Int(line.normal(range)), scale.level(code) != nil {
                return .compare(name, sign, .number(Double(code)))
            }
            if let level = scale.numbered.first(where: { $0.text.wordings.contains(raw) }), let code = level.code {
                return .compare(name, sign, .number(Double(code)))
            }
            reportNoSuchOption(
                raw, range, variable, scale.numbered.map { (String($0.code ?? 0), $0.text) }, scale.place.range)
            return nil
        case .integers, .number:
            guard allowOrder(sign, signRange, variable) else { return nil }
            if let reference = otherVariable(line.normal(range)) { return .compare(name, sign, .reference(reference)) }
            guard let number = Double(line.normal(range)) else {
                remark(
                    "Z085", range,
                    Wording("\(variable.code) 是数字题，“\(raw)”不是数字", "\(variable.code) is a number; \"\(raw)\" is not a number"),
                    notes: [Wording("写阿拉伯数字，不带单位", "write digits, without a unit")])
                return nil
            }
            return .compare(name, sign, .number(number))
        case .day, .month:
            guard allowOrder(sign, signRange, variable) else { return nil }
            if let reference = otherVariable(line.normal(range)) { return .compare(name, sign, .reference(reference)) }
            guard let day = Day(line.normal(range)) else {
                remark(
                    "Z085", range,
                    Wording("\(variable.code) 是日期题，“\(raw)”不是日期", "\(variable.code) is a date; \"\(raw)\" is not a date"),
                    notes: [Wording("写成 2026-11-30", "write 2026-11-30")])
                return nil
            }
            return .compare(name, sign, .day(day))
        case .text, .unit:
            guard sign == .equal || sign == .notEqual else {
                remark("Z083", signRange, Wording("文字只能用 = 或 ≠ 比较", "texts are compared by = or ≠"))
                return nil
            }
            return .compare(name, sign, .text(raw))
        }
    }

    private func isSetSign(_ sign: Condition.Comparison) -> Bool { sign == .has || sign == .lacks || sign == .hasOnly }

    private mutating func allowOrder(_ sign: Condition.Comparison, _ range: Range<Int>, _ variable: Variable) -> Bool {
        guard isSetSign(sign) else { return true }
        remark(
            "Z083", range,
            Wording("\(variable.code) 不是多选题，不能用“\(line.raw(range))”", "\(variable.code) is not a multiple-choice question"),
            notes: [Wording("用 = ≠ > < ≥ ≤", "use = ≠ > < ≥ ≤")])
        return false
    }

    private func otherVariable(_ text: String) -> Condition.Reference? {
        guard case .variable(let variable) = scope.subject(named: text), variable.ordinal < scope.known else { return nil }
        return Condition.Reference(variable.name)
    }

    /// option: its code, or its label in any language.
    private mutating func option(
        among options: [Option], _ raw: String, _ range: Range<Int>, _ variable: Variable
    ) -> String? {
        if let match = options.first(where: { $0.code == line.normal(range) || $0.text.wordings.contains(raw) }) {
            return match.code
        }
        reportNoSuchOption(raw, range, variable, options.map { ($0.code, $0.text) }, options.first?.place.range)
        return nil
    }

    private mutating func reportNoSuchOption(
        _ raw: String, _ range: Range<Int>, _ variable: Variable, _ choices: [(code: String, text: LocalText)],
        _ place: Range<Int>?
    ) {
        let guess = Suggestion.nearest(to: raw, among: choices.flatMap { [$0.code] + $0.text.wordings })
        let list = choices.map { "\($0.code) \($0.text.main)" }
        var notes: [Wording] = []
        if let guess { notes.append(Wording("您是不是想写“\(guess)”？", "did you mean \"\(guess)\"?")) }
        notes.append(
            Wording(
                "\(variable.code) 的选项：\(list.joined(separator: "、"))（写代码或文字都可以）",
                "\(variable.code) offers: \(list.joined(separator: ", "))"))
        remark(
            "Z084", range,
            Wording("“\(variable.code)”没有“\(raw)”这个选项", "\"\(raw)\" is not an option of \(variable.code)"),
            label: Wording("永远不会成立", "can never hold"),
            related: place.flatMap { $0.isEmpty ? nil : [Diagnostic.Related(range: $0, label: Wording("选项从这里开始", "its options begin here"))] } ?? [],
            notes: notes,
            fix: guess.map { Diagnostic.Fix(range: line.place(range), replacement: $0, isCertain: false) })
    }
}
