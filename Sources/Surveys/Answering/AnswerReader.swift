/// Reads the cells of one variable: codes, labels in any language, numbers, and the mixtures that people type.
public struct AnswerReader: Sendable {
    public let variable: Variable
    /// Every accepted spelling of a level or an option.
    private let spellings: [String: Answer]
    private let units: Set<String>?
    /// Options beside which something may be written: `其他：自学考试` in one cell.
    private let writing: Set<String>

    /// - Parameter roster: the units that a question for the unit accepts; nil accepts any name.
    public init(_ variable: Variable, roster: Roster? = nil) {
        self.variable = variable
        units = roster.map { Set($0.units.map(\.name)) }
        writing = Set(variable.domain.options.filter(\.marks.takesText).map(\.code))
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
        read(cell, isFinished: true)
    }

    /// The answer of somebody who may still be choosing: too few choices are no mistake yet.
    func readUnfinished(_ cell: some StringProtocol) -> Result<Answer, RefusalError> {
        read(cell, isFinished: false)
    }

    private func read(_ cell: some StringProtocol, isFinished: Bool) -> Result<Answer, RefusalError> {
        let text = Self.trimmed(cell)
        if text.isEmpty { return .success(.missing) }
        switch variable.domain {
        case .levels: return choice(text)
        case .options: return choice(text)
        case .optionSet(let options, let count):
            let wanted = isFinished ? count : count.map { min(1, $0.upperBound)...$0.upperBound }
            return choices(text, options, wanted, inOrder: false)
        case .ranking(let options, let count):
            let wanted = count.map { isFinished ? $0...$0 : min(1, $0)...$0 }
            return choices(text, options, wanted, inOrder: true)
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
        if let (code, _) = written(text) { return .success(.option(code)) }
        return .failure(.init(Self.wholeNumber(text) != nil ? .outsideRange : .notAnOption))
    }

    private func choices(
        _ text: String, _ options: [Option], _ count: ClosedRange<Int>?, inOrder: Bool
    ) -> Result<Answer, RefusalError> {
        var codes: [String] = []
        for part in parts(text) {
            guard let code = code(of: part) else { return .failure(.init(.notAnOption)) }
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
            // What people write beside an option may hold a comma of its own.
            if parts.count > 1, written(text) == nil || parts.allSatisfy({ code(of: $0) != nil }) { return parts }
        }
        return [text[...]]
    }

    private func code(of part: Substring) -> String? {
        if case .option(let code)? = spellings[Self.folded(part)] { return code }
        return written(part)?.code
    }

    /// The option and the words in `其他：自学考试`.
    private func written(_ text: some StringProtocol) -> (code: String, text: String)? {
        guard !writing.isEmpty, let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }),
            case .option(let code)? = spellings[Self.folded(text[..<colon])], writing.contains(code)
        else { return nil }
        return (code, Self.trimmed(text[text.index(after: colon)...]))
    }

    /// What stands beside options in a cell, by the code of the option.
    func optionTexts(in cell: some StringProtocol) -> [String: String] {
        guard !writing.isEmpty, cell.contains(where: { $0 == ":" || $0 == "：" }) else { return [:] }
        let text = Self.trimmed(cell)
        let isOne = if case .options = variable.domain { true } else { false }
        let found = (isOne ? [text[...]] : parts(text)).compactMap { written($0) }.filter { !$0.text.isEmpty }
        return Dictionary(found.map { ($0.code, $0.text) }) { first, _ in first }
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
