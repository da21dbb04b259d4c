extension SurveyParser {
    /// dprop: what is scored, how, and how it is read.
    mutating func readDimensionProperty(_ keyword: Keyword, of index: Int, _ line: SourceLine, _ key: Key) {
        sentence = nil
        if key.value.isEmpty { return reportEmpty(line, key.word) }
        let value = line.normal(key.value).lowercased()
        switch keyword {
        case .items: readTerms(of: index, line, key)
        case .combine: readShares(of: index, line, key)
        case .method:
            let word = value.filter { $0 != " " }
            guard
                let method: Dimension.Method = [
                    "平均": .mean, "mean": .mean, "合计": .sum, "sum": .sum, "要求-现有": .gap, "required-current": .gap,
                ][word]
            else { return reportValue(line, key, choices("平均 合计 要求-现有", "mean sum required-current")) }
            survey.dimensions[index].method = method
        case .rescale: readRescale(of: index, line, key, value)
        case .missing: readMissing(of: index, line, key)
        case .direction:
            guard
                let direction: Dimension.Direction = [
                    "高为好": .higherIsBetter, "higher": .higherIsBetter, "低为好": .lowerIsBetter, "lower": .lowerIsBetter,
                ][value]
            else { return reportValue(line, key, choices("高为好 低为好", "higher lower")) }
            survey.dimensions[index].direction = direction
        case .level:
            guard
                let level: Dimension.Level = [
                    "个人": .person, "person": .person, "部门": .unit, "unit": .unit, "单位": .organisation,
                    "organisation": .organisation, "organization": .organisation,
                ][value]
            else { return reportValue(line, key, choices("个人 部门 单位", "person unit organisation")) }
            survey.dimensions[index].level = level
        case .model:
            guard
                let model: Dimension.Model = [
                    "反映": .reflective, "reflective": .reflective, "形成": .formative, "formative": .formative,
                ][value]
            else { return reportValue(line, key, choices("反映 形成", "reflective formative")) }
            survey.dimensions[index].model = model
        default:
            if let number = PlainNumber.decimal(value) {
                survey.dimensions[index].benchmark = .value(number)
            } else if value.first?.isNumber == true || value.first == "-" {
                // A number with something behind it is no table's name.
                reportValue(
                    line, key, Wording("写一个数，不带单位，或常模表的名称", "write a number without a unit, or the name of a table"))
            } else {
                survey.dimensions[index].benchmark = .table(line.raw(key.value))
            }
        }
    }

    private func choices(_ chinese: String, _ english: String) -> Wording {
        Wording("可以写：\(chinese)", "write one of: \(english)")
    }

    /// term = code , [ "×" , number ]
    private mutating func readTerms(of index: Int, _ line: SourceLine, _ key: Key) {
        for item in checkedItems(line, key.value) {
            var code = item
            var weight = 1
            if let sign = line.machine[item].firstIndex(of: "×") {
                code = line.trimmed(item.lowerBound..<sign)
                let number = line.trimmed(sign + 1..<item.upperBound)
                guard let written = PlainNumber.whole(line.normal(number)), (1...100).contains(written) else {
                    report(
                        "Z062", at: line.place(number.isEmpty ? item : number),
                        Wording("权重写 1 到 100 的整数", "a weight is a whole number from 1 to 100"),
                        notes: [Wording("例如：ZF2 ×2", "such as: ZF2 ×2")])
                    continue
                }
                weight = written
            }
            survey.dimensions[index].terms.append(
                Dimension.Term(code: line.normal(code), weight: weight, place: Place(line.place(code))))
        }
    }

    /// share = name , int , "%": parts without a percent sign are shares of their sum.
    private mutating func readShares(of index: Int, _ line: SourceLine, _ key: Key) {
        var percentSigns = 0
        var lastNumber: Range<Int>?
        let items = checkedItems(line, key.value)
        // Each said once for the line: where one is wrong, all of them are.
        var saysJoint = false
        var saysShare = false
        for item in items {
            var end = item.upperBound
            if line.machine[end - 1] == "%" {
                percentSigns += 1
                end -= 1
            }
            let body = line.trimmed(item.lowerBound..<end)
            let digits = line.machine[body].reversed().prefix(while: \.isDigit).count
            let number = body.upperBound - digits..<body.upperBound
            var name = line.trimmed(body.lowerBound..<number.lowerBound)
            // `学风：40%`: said once, and read as the share that it means.
            if let last = name.last, line.machine[last].isOne(of: ":=×") {
                name = line.trimmed(name.lowerBound..<last)
                if !saysJoint {
                    report(
                        "Z062", at: line.place(last..<last + 1),
                        Wording("份额和维度名之间只留空格", "only a blank stands between a dimension and its share"),
                        notes: [
                            Wording(
                                "合成写成：学风 40%、作风 60%", "shares are written: Study style 40%, Work style 60%")
                        ])
                }
                saysJoint = true
            }
            guard let parts = PlainNumber.whole(line.normal(number)), (1...10_000).contains(parts), !name.isEmpty,
                !line.machine[name].contains("%"),
                line.machine[number.lowerBound - 1] != ".", line.machine[number.lowerBound - 1] != "-"
            else {
                guard !saysShare else { continue }
                saysShare = true
                report(
                    "Z062", at: line.place(item), Wording("合成写成“维度名 份额”，份额是整数", "a share is written `dimension 40%`"),
                    notes: [Wording("例如：学风 50%、作风 50%", "such as: Study style 50%, Work style 50%")])
                continue
            }
            lastNumber = number.lowerBound..<item.upperBound
            survey.dimensions[index].shares.append(
                Dimension.Share(dimension: line.raw(name), parts: parts, place: Place(line.place(item))))
        }
        let shares = survey.dimensions[index].shares
        // The sum is worth a word only when every part of it was read.
        guard shares.count == items.count, let lastNumber else { return }
        let total = shares.reduce(0) { $0 + $1.parts }
        if percentSigns > 0, percentSigns < shares.count {
            report(
                "Z063", at: line.place(key.value),
                Wording("有的份额写了“%”，有的没写", "some shares have a percent sign and some do not"))
        } else if percentSigns > 0, total != 100 {
            report(
                "Z063", at: line.place(lastNumber),
                Wording("合成权重加起来是 \(total)%，不是 100%", "weights add up to \(total)%, not 100%"),
                label: total < 100
                    ? Wording("还差 \(100 - total)%", "\(100 - total)% short")
                    : Wording("多了 \(total - 100)%", "\(total - 100)% too much"),
                notes: [
                    Wording(
                        "想要按比例自动折算，请写份数，不写百分号：\(shares.map { "\($0.dimension) \($0.parts)" }.joined(separator: "、"))",
                        "for shares of their sum write parts without a percent sign")
                ])
        }
    }

    /// "百分制" | "折百" | "原始" | range
    private mutating func readRescale(of index: Int, _ line: SourceLine, _ key: Key, _ value: String) {
        let named: [String: Dimension.Rescale] = [
            "百分制": .percentOfMaximumPossible, "pomp": .percentOfMaximumPossible, "折百": .shareOfMaximum,
            "share-of-max": .shareOfMaximum, "原始": .raw, "raw": .raw,
        ]
        if let rescale = named[value] {
            survey.dimensions[index].rescale = rescale
        } else if let range = wholeRange(value) {
            guard range.low < range.high else {
                return reportReversed(
                    line, key.value, [String(range.low), String(range.high)], isAnswer: false)
            }
            survey.dimensions[index].rescale = .onto(range.low...range.high)
        } else {
            reportValue(line, key, choices("百分制 折百 原始，或一个范围如 0~100", "pomp share-of-max raw, or a range such as 0~100"))
        }
    }

    /// "缺答" , ":" , "至多" , int , "题"
    private mutating func readMissing(of index: Int, _ line: SourceLine, _ key: Key) {
        let text = line.normal(key.value).lowercased().filter { $0 != " " }
        var body = text[...]
        for lead in ["至多", "最多", "atmost"] where body.hasPrefix(lead) { body = body.dropFirst(lead.count) }
        for tail in ["题", "items", "item"] where body.hasSuffix(tail) { body = body.dropLast(tail.count) }
        guard body.count < text.count, let number = PlainNumber.whole(body), number >= 0 else {
            return reportValue(line, key, Wording("例如：至多 1 题", "such as: at most 1"))
        }
        survey.dimensions[index].mostMissing = number
    }
}
