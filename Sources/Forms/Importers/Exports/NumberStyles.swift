import Surveys

/// How the numbers in the columns of choices are meant: decided by what they can mean, never assumed.
struct NumberStyles {
    /// By variable.
    private(set) var byVariable: [Int: ChoiceCodes.Numbers] = [:]
    /// The variables whose numbers may mean different answers.
    private(set) var undecided: Set<Int> = []
    /// Some column can only be read by positions or scores, so the whole file was exported as numbers.
    private(set) var isNumeric = false

    init(_ choices: [Int: ChoiceCodes], _ columns: [Int: Int], _ layout: ExportLayout) {
        var fitting: [Int: [ChoiceCodes.Numbers]] = [:]
        for (variable, column) in columns {
            guard let choice = choices[variable] else { continue }
            let numbers = Self.numbers(in: column, choice, layout)
            let fits = ChoiceCodes.Numbers.allCases.filter { style in
                numbers.allSatisfy { choice.code($0, style) != nil }
            }
            let readings = fits.map { style in numbers.map { choice.code($0, style) } }
            if layout.writesCodes, fits.contains(.codes) || numbers.isEmpty {
                byVariable[variable] = .codes
            } else if let first = fits.first, readings.allSatisfy({ $0 == readings[0] }) {
                byVariable[variable] = first
                // A column that can be read in one way only says how the whole file was made.
                if fits.count == 1 { fitting[variable] = fits }
            } else if fits.isEmpty {
                // No reading takes all numbers: the cells that are no answers are refused one by one.
                byVariable[variable] = .codes
            } else {
                undecided.insert(variable)
                fitting[variable] = fits
            }
        }
        let votes = Set(fitting.values.compactMap { $0.count == 1 ? $0[0] : nil })
        isNumeric = votes.contains(.positions) || votes.contains(.points)
        guard votes.count == 1, let style = votes.first else { return }
        for (variable, fits) in fitting where fits.contains(style) && undecided.remove(variable) != nil {
            byVariable[variable] = style
        }
    }

    /// The different numbers of a column, in an order, without those that stand for no answer.
    private static func numbers(in column: Int, _ choice: ChoiceCodes, _ layout: ExportLayout) -> [String] {
        var found: Set<String> = []
        for row in layout.rows {
            let cell = row.cells[column]
            // Nearly all cells repeat an earlier one.
            if found.contains(cell) { continue }
            for piece in cell.split(whereSeparator: { "┋→|;；,，、".contains($0) }) {
                let text = AnswerReader.trimmed(piece)
                if choice.number(text) != nil, !layout.blanks.contains(text) { found.insert(text) }
            }
        }
        return found.sorted()
    }
}
