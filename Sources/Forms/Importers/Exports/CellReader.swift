import Surveys

/// Reads the cells of one variable, in however many columns they stand, into one cell of our own table.
struct CellReader {
    private let variable: Variable
    private let source: VariableSource
    private let choices: ChoiceCodes?
    private let numbers: ChoiceCodes.Numbers
    private let blanks: Set<String>
    /// How the marks for no answer begin, in either case and width: few cells need a closer look.
    private let openers: Set<UInt8>
    private let isNumeric: Bool
    private let usesSerialDays: Bool
    private let countsFrom1904: Bool
    /// The option for what people write themselves.
    private let written: Int?
    /// What cells became that were read before: many people give few different answers.
    private var known: [String: String] = [:]
    /// The same of the columns of options, in their order.
    private var knownMarks: [[String: Bool?]]

    /// A cell that is no answer, marked so that the check refuses it with its reason whatever else it might mean.
    ///
    /// - Parameter cell: what stands in the file; empty where no single cell is to blame.
    private static func refused(_ cell: String = "") -> String { mark + cell }

    /// What stands in the file where a cell was refused here; other cells as they are.
    static func written(in cell: Substring) -> Substring { cell.hasPrefix(mark) ? cell.dropFirst(mark.count) : cell }

    /// In no option's name, no number and no day.
    private static let mark = "\u{FFFD}"

    init(
        _ variable: Variable, _ source: VariableSource, _ choices: ChoiceCodes?, _ numbers: ChoiceCodes.Numbers,
        _ layout: ExportLayout, isNumeric: Bool
    ) {
        self.variable = variable
        self.source = source
        self.choices = choices
        self.numbers = numbers
        self.isNumeric = isNumeric
        knownMarks = source.options.map { _ in [:] }
        blanks = layout.blanks
        openers = Set(layout.blanks.flatMap { [$0.utf8.first ?? 0, $0.uppercased().utf8.first ?? 0] } + [0xEF])
        switch variable.domain {
        case .optionSet(let options, _):
            let others = options.indices.filter { options[$0].marks.takesText }
            written = others.count == 1 ? others[0] : nil
        case .options(let options):
            let others = options.indices.filter { options[$0].marks.takesText }
            written = others.count == 1 ? others[0] : nil
        default: written = nil
        }
        usesSerialDays = variable.takesDays
        countsFrom1904 = layout.countsFrom1904
    }

    mutating func cell(of row: CSVTable.Row) -> String {
        if let column = source.whole?.position {
            let cell = whole(row.cells[column])
            guard cell.isEmpty, let written, let choices, let other = source.otherText,
                !isBlank(row.cells[other])
            else { return cell }
            return choices.codes[written]
        }
        if !source.places.isEmpty { return ranking(ofPlaces: row) }
        return variable.isRanking ? ranking(ofOptions: row) : several(row)
    }

    // MARK: One column

    private mutating func whole(_ cell: String) -> String {
        guard let choices else { return plain(cell) }
        if let cell = known[cell] { return cell }
        let read = choice(cell, choices)
        if known.count < 4096 { known[cell] = read }
        return read
    }

    private func choice(_ cell: String, _ choices: ChoiceCodes) -> String {
        let text = AnswerReader.trimmed(cell)
        if text.isEmpty { return "" }
        let codes = variable.takesSeveral ? choices.codes(text, numbers) : choices.code(text, numbers).map { [$0] }
        if let codes { return codes.joined(separator: ";") }
        // A tool's mark for no answer may be an answer of this question: then it has been read as one.
        return isBlank(cell) ? "" : Self.refused(cell)
    }

    private func plain(_ cell: String) -> String {
        if isBlank(cell), !isNumberInRange(cell) || isNumeric { return "" }
        if usesSerialDays, let day = CSVTable.day(serial: cell, countsFrom1904: countsFrom1904) { return day }
        return cell
    }

    private func isBlank(_ cell: String) -> Bool {
        guard let first = cell.utf8.first else { return true }
        let isPlain = first > 0x20 && first < 0x80
        if isPlain, !openers.contains(first) { return false }
        let text = AnswerReader.trimmed(cell)
        // The longest mark is short, and texts are long.
        return text.isEmpty || (text.utf8.count <= 32 && blanks.contains(KnownHeadings.folded(text)))
    }

    /// -3 stands for a skipped question, unless it is a number that the question takes.
    private func isNumberInRange(_ cell: String) -> Bool {
        guard let number = Int(AnswerReader.trimmed(cell)) else { return false }
        switch variable.domain {
        case .integers(let range): return range.contains(number)
        case .number(let range):
            guard let range else { return true }
            let unit = (0..<range.decimals).reduce(1) { power, _ in power * 10 }
            return range.bounds.contains(number * unit)
        default: return false
        }
    }

    // MARK: A column an option

    private mutating func several(_ row: CSVTable.Row) -> String {
        guard let choices else { return Self.refused() }
        var codes: [String] = []
        for (index, (option, column)) in source.options.enumerated() {
            let text = row.cells[column]
            if text.isEmpty { continue }
            let mark = knownMarks[index][text] ?? mark(text, option, choices)
            if knownMarks[index].count < 64 { knownMarks[index][text] = .some(mark) }
            switch mark {
            case true?: codes.append(choices.codes[option])
            case false?: break
            case nil: return Self.refused(text)
            }
        }
        return codes.joined(separator: ";")
    }

    /// Whether the option was chosen; nil for a cell that does not tell.
    private func mark(_ cell: String, _ option: Int, _ choices: ChoiceCodes) -> Bool? {
        if isBlank(cell) { return false }
        let text = AnswerReader.trimmed(cell)
        switch text.utf8.count <= 8 ? KnownHeadings.folded(text) : "" {
        case "0", "n", "no", "否", "false", "n/a", "不适用", "未选", "未选中", "not selected": return false
        case "1", "y", "yes", "是", "true", "√", "✓", "x", "选中", "已选", "selected": return true
        default: break
        }
        if choices.code(text, .codes) == choices.codes[option] { return true }
        if ChoiceCodes.number(text) == option + 1 { return true }
        // What somebody wrote stands in the column of the option that asks for it.
        return option == written ? true : nil
    }

    // MARK: Rankings

    private mutating func ranking(ofOptions row: CSVTable.Row) -> String {
        guard let choices else { return Self.refused() }
        var ranked: [(place: Int, code: String)] = []
        for (option, column) in source.options {
            let cell = row.cells[column]
            if isBlank(cell) || AnswerReader.trimmed(cell) == "0" { continue }
            guard let place = ChoiceCodes.number(AnswerReader.trimmed(cell)), place > 0 else {
                return Self.refused(cell)
            }
            ranked.append((place, choices.codes[option]))
        }
        ranked.sort { $0.place < $1.place }
        // A place twice or left out is no order.
        guard ranked.enumerated().allSatisfy({ $0.offset + 1 == $0.element.place }) else { return Self.refused() }
        return ranked.map(\.code).joined(separator: ";")
    }

    private mutating func ranking(ofPlaces row: CSVTable.Row) -> String {
        guard let choices else { return Self.refused() }
        var codes: [String] = []
        for column in source.places {
            let cell = row.cells[column]
            if isBlank(cell) {
                codes.append("")
                continue
            }
            guard let code = choices.code(cell, numbers), !codes.contains(code) else { return Self.refused(cell) }
            codes.append(code)
        }
        while codes.last?.isEmpty == true { codes.removeLast() }
        return codes.contains("") ? Self.refused() : codes.joined(separator: ";")
    }
}

extension Variable {
    fileprivate var isRanking: Bool {
        if case .ranking = domain { true } else { false }
    }

    /// Whether spreadsheets keep its answers as numbers.
    var takesDays: Bool {
        switch domain {
        case .day, .month: true
        default: false
        }
    }

    fileprivate var takesSeveral: Bool {
        switch domain {
        case .optionSet, .ranking: true
        default: false
        }
    }
}
