import Surveys

extension Variable {
    /// What may stand in a cell of this variable, in the words of the questionnaire and never of an answer.
    var accepts: Wording {
        switch domain {
        case .levels(let scale): Self.levels(scale)
        case .options(let options):
            Wording("可以写 \(Self.codes(options)) 或对应文字", "takes \(Self.codes(options)) or their labels")
        case .optionSet(let options, let count):
            Wording(
                "可以写 \(Self.codes(options)) 或对应文字，多项用分号隔开\(count.map { "，\(Self.span($0))项" } ?? "")",
                "takes \(Self.codes(options)) or their labels, several with semicolons between\(count.map { ", \(Self.span($0)) of them" } ?? "")"
            )
        case .ranking(let options, let count):
            Wording(
                "可以写 \(Self.codes(options)) 或对应文字，按先后用分号隔开\(count.map { "，\($0)项" } ?? "")",
                "takes \(Self.codes(options)) or their labels in order, with semicolons between\(count.map { ", \($0) of them" } ?? "")"
            )
        case .integers(let range): Wording("可以写 \(Self.span(range)) 的整数", "takes a whole number, \(Self.span(range))")
        case .number(let range): Self.number(range)
        case .text(let limit):
            Wording(
                limit.map { "可以写不超过 \($0) 字的文字" } ?? "可以写文字",
                limit.map { "takes a text of at most \($0) characters" } ?? "takes a text")
        case .day(let range): Self.day(range, "日期", "a day")
        case .month(let range): Self.day(range, "月份", "a month")
        case .unit: Self.acceptsUnits
        }
    }

    static let acceptsUnits = Wording("可以写名册上的处室", "takes a unit on the roster")

    private static func levels(_ scale: Scale) -> Wording {
        let codes = scale.levels.compactMap(\.code).sorted()
        let isGapless = codes.count > 2 && codes.last.map { $0 - codes[0] == codes.count - 1 } ?? false
        let range = isGapless ? "\(codes[0])~\(codes[codes.count - 1])" : codes.map(String.init).joined(separator: "、")
        let takesNone = scale.levels.contains { $0.code == nil }
        return Wording(
            "可以写 \(range)\(takesNone ? "、NA" : "") 或对应文字", "takes \(range)\(takesNone ? ", NA" : "") or the labels")
    }

    private static func codes(_ options: [Option]) -> String {
        options.prefix(20).map(\.code).joined(separator: "、") + (options.count > 20 ? "……" : "")
    }

    private static func span(_ range: ClosedRange<Int>) -> String {
        range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)~\(range.upperBound)"
    }

    private static func number(_ range: NumberRange?) -> Wording {
        let decimals = range?.decimals ?? 0
        let kind = Wording(
            decimals == 0 ? "整数" : "数字，至多 \(decimals) 位小数",
            decimals == 0 ? "a whole number" : "a number with at most \(decimals) decimals")
        guard let range else { return Wording("可以写\(kind.chinese)", "takes \(kind.english)") }
        let low = CSVTable.fixedPoint(range.bounds.lowerBound, decimals)
        let high = CSVTable.fixedPoint(range.bounds.upperBound, decimals)
        return Wording("可以写 \(low)~\(high) 的\(kind.chinese)", "takes \(kind.english), \(low)~\(high)")
    }

    private static func day(_ range: ClosedRange<Day>?, _ chinese: String, _ english: String) -> Wording {
        guard let range else { return Wording("可以写\(chinese)", "takes \(english)") }
        return Wording(
            "可以写 \(range.lowerBound)~\(range.upperBound) 的\(chinese)",
            "takes \(english), \(range.lowerBound)~\(range.upperBound)")
    }
}
