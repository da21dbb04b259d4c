/// Reads the cells of one variable: codes, labels in any language, numbers, and the mixtures that people type.
public struct AnswerReader: Sendable {
    public let variable: Variable
    /// Every accepted spelling of a level or an option.
    private let spellings: [String: Answer]
    private let units: Set<String>?

    /// - Parameter roster: the units that a question for the unit accepts; nil accepts any name.
    public init(_ variable: Variable, roster: Roster? = nil) {
        self.variable = variable
        units = roster.map { Set($0.units.map(\.name)) }
        var spellings: [String: Answer] = [:]
        func accept(_ spelling: String, _ answer: Answer) {
            let key = Self.folded(spelling)
            if spellings[key] == nil { spellings[key] = answer }
        }
        switch variable.domain {
        case .levels(let scale):
            for level in scale.levels {
                let answer = level.code.map { Answer.level($0) } ?? .notApplicable
                let code = level.code.map(String.init) ?? "NA"
                accept(code, answer)
                for label in level.text.wordings {
                    accept(label, answer)
                    // "4 比较符合": the number and the words together, as they stand in a drop-down.
                    for joint in [" ", "", ". ", "、", "=", " = "] { accept(code + joint + label, answer) }
                }
            }
        case .options(let options), .optionSet(let options, _), .ranking(let options, _):
            for option in options { accept(option.code, .option(option.code)) }
            for option in options {
                for label in option.text.wordings {
                    accept(label, .option(option.code))
                    for joint in [" ", "", ". ", "、", "=", " = "] {
                        accept(option.code + joint + label, .option(option.code))
                    }
                }
            }
        default: break
        }
        self.spellings = spellings
    }

    /// The answer in a cell; `missing` for an empty one.
    public func read(_ cell: some StringProtocol) -> Result<Answer, RefusalError> {
        let text = Self.trimmed(cell)
        if text.isEmpty { return .success(.missing) }
        switch variable.domain {
        case .levels: return choice(text)
        case .options: return choice(text)
        case .optionSet(let options, let count): return choices(text, options, count, inOrder: false)
        case .ranking(let options, let count):
            return choices(text, options, count.map { $0...$0 }, inOrder: true)
        case .integers(let range): return number(text, NumberRange(bounds: range))
        case .number(let range): return number(text, range)
        case .text(let limit):
            return limit.map { text.count > $0 } == true ? .failure(.init(.tooLong)) : .success(.text(text))
        case .day(let range), .month(let range): return day(text, range)
        case .unit:
            guard units?.contains(text) ?? true else { return .failure(.init(.notOnRoster)) }
            return .success(.text(text))
        }
    }

    private func choice(_ text: String) -> Result<Answer, RefusalError> {
        if let answer = spellings[Self.folded(text)] { return .success(answer) }
        // A number may come as 4.0 from a spreadsheet.
        if let whole = Self.wholeNumber(text), let answer = spellings[String(whole)] { return .success(answer) }
        if let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }),
            case .options(let options) = variable.domain,
            case .option(let code)? = spellings[Self.folded(text[..<colon])],
            options.contains(where: { $0.code == code && $0.marks.takesText })
        {
            return .success(.option(code))
        }
        return .failure(.init(Self.wholeNumber(text) != nil ? .outsideRange : .notAnOption))
    }

    private func choices(
        _ text: String, _ options: [Option], _ count: ClosedRange<Int>?, inOrder: Bool
    ) -> Result<Answer, RefusalError> {
        var codes: [String] = []
        for part in parts(text) {
            guard case .option(let code)? = spellings[Self.folded(part)] else { return .failure(.init(.notAnOption)) }
            if !codes.contains(code) { codes.append(code) }
        }
        let exclusive = options.filter(\.marks.isExclusive).map(\.code)
        if codes.count > 1, codes.contains(where: exclusive.contains) { return .failure(.init(.exclusive)) }
        let isExclusive = codes.count == 1 && exclusive.contains(codes[0])
        if let count, !isExclusive, !count.contains(codes.count) { return .failure(.init(.wrongCount)) }
        if !inOrder {
            codes = options.map(\.code).filter(codes.contains)
        }
        return .success(.options(codes))
    }

    /// The joints that exporters use, the rarer ones first; a label may hold the common ones itself.
    private func parts(_ text: String) -> [Substring] {
        if spellings[Self.folded(text)] != nil { return [text[...]] }
        for joints in ["┋|", ";；", "、,，"] {
            let parts = text.split { joints.contains($0) }
            if parts.count > 1 { return parts }
        }
        return [text[...]]
    }

    private func number(_ text: String, _ range: NumberRange?) -> Result<Answer, RefusalError> {
        let plain = Self.folded(text)
        let decimals = range?.decimals ?? 0
        guard let number = FixedPoint(plain, decimals: decimals) else {
            return .failure(.init(PlainNumber.decimal(plain) == nil ? .notANumber : .tooManyDecimals))
        }
        guard range?.bounds.contains(number.units) ?? true else { return .failure(.init(.outsideRange)) }
        return .success(.number(number.units, decimals: decimals))
    }

    private func day(_ text: String, _ range: ClosedRange<Day>?) -> Result<Answer, RefusalError> {
        // A time of day behind the date is of no interest.
        let date = Self.folded(text).split(separator: " ").first ?? ""
        guard let day = Day(date) else { return .failure(.init(.notADay)) }
        guard range?.contains(day) ?? true else { return .failure(.init(.outsideRange)) }
        return .success(.day(day))
    }

    // MARK: Spelling

    /// Without the blanks, byte order marks and zero-width characters that exports leave at the ends.
    public static func trimmed(_ cell: some StringProtocol) -> String {
        let isBlank: (Character) -> Bool = { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{200B}" }
        let body = cell.drop(while: isBlank)
        guard let last = body.lastIndex(where: { !isBlank($0) }) else { return "" }
        return String(body[...last])
    }

    /// Full-width forms made half-width, letters in lower case, every run of blanks one blank.
    static func folded(_ text: some StringProtocol) -> String {
        var out = ""
        for character in trimmed(text) {
            if character.isWhitespace {
                if out.last != " " { out.append(" ") }
            } else if character.isASCII {
                out += character.lowercased()
            } else {
                out += character.meant.lowercased()
            }
        }
        return out
    }

    private static func wholeNumber(_ text: String) -> Int? {
        FixedPoint(folded(text), decimals: 0)?.units
    }
}

/// A refusal that can be thrown or stand in a `Result`.
public struct RefusalError: Error, Sendable, Equatable {
    public var refusal: Refusal

    public init(_ refusal: Refusal) { self.refusal = refusal }
}
