import Surveys

/// The cells of another tool's table turned into those of our own, which are checked as all others are.
struct ExportCells {
    /// Our own table: a variable's name above each column that was found, the rows numbered as in the file.
    private(set) var table: CSVTable
    /// The headings in the file by variable name.
    private(set) var titles: [String: String] = [:]
    private(set) var uncarried: [ExportReport.UncarriedColumn] = []
    private(set) var byPosition: [String] = []
    private(set) var byPoints: [String] = []
    private(set) var ratings: [String] = []
    private(set) var otherTexts: [String] = []
    private(set) var partial: [String] = []

    init(_ layout: ExportLayout, _ matching: ColumnMatching, _ variables: [Variable]) {
        var sources = Dictionary(grouping: matching.found, by: \.key.variable).mapValues { VariableSource($0) }
        var choices: [Int: ChoiceCodes] = [:]
        for variable in sources.keys {
            choices[variable] = ChoiceCodes(variables[variable], hasGenerated: layout.writesCodes)
        }
        let styles = NumberStyles(choices, sources.compactMapValues { $0.whole?.position }, layout)
        for variable in styles.undecided.sorted() {
            guard let column = sources.removeValue(forKey: variable)?.whole else { continue }
            uncarried.append(.init(column, .numbers(variables[variable].name)))
        }
        for (variable, style) in styles.byVariable.sorted(by: { $0.key < $1.key }) {
            guard let column = sources[variable]?.whole else { continue }
            switch style {
            case .positions: byPosition.append(column.title)
            case .points: byPoints.append(column.title)
            case .codes: break
            }
        }
        let found = sources.keys.sorted()
        var readers: [CellReader] = []
        for variable in found {
            guard let source = sources[variable] else { continue }
            let reader = CellReader(
                variables[variable], source, choices[variable], styles.byVariable[variable] ?? .codes,
                layout,
                isNumeric: styles.isNumeric)
            readers.append(reader)
            titles[variables[variable].name] = source.title
            if case .integers(let range) = variables[variable].domain, range.lowerBound != 1,
                !byPosition.isEmpty
            {
                ratings.append(source.title)
            }
            if choices[variable] != nil, let column = source.whole,
                layout.rows.contains(where: {
                    $0.cells[column.position].utf8.last == 0x97 && $0.cells[column.position].hasSuffix("〗")
                })
            {
                otherTexts.append(column.title)
            }
            if !source.options.isEmpty, source.options.count < (choices[variable]?.codes.count ?? 0) {
                partial.append(variables[variable].name)
            }
        }
        table = CSVTable([found.map { variables[$0].name }])
        table.rows = layout.rows.map { row in
            var cells: [String] = []
            cells.reserveCapacity(readers.count)
            for index in readers.indices { cells.append(readers[index].cell(of: row)) }
            return CSVTable.Row(number: row.number, cells: cells)
        }
    }
}

/// The columns of one variable.
struct VariableSource {
    var whole: ExportColumn?
    /// By the index of the option.
    var options: [(option: Int, column: Int)] = []
    /// In the order of the places.
    var places: [Int] = []
    var otherText: Int?
    /// The heading of the first of them.
    var title: String

    init(_ found: [(key: ColumnTarget, value: ExportColumn)]) {
        let found = found.sorted { $0.value.position < $1.value.position }
        title = found[0].value.title
        var byPlace: [(Int, Int)] = []
        for (target, column) in found {
            switch target.piece {
            case .whole: whole = column
            case .option(let option): options.append((option, column.position))
            case .place(let place): byPlace.append((place, column.position))
            case .otherText: otherText = column.position
            }
        }
        options.sort { $0.option < $1.option }
        places = byPlace.sorted { $0.0 < $1.0 }.map(\.1)
    }
}
