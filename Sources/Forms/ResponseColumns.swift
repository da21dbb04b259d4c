import Surveys

/// Which column of a table answers which variable of a survey.
struct ResponseColumns {
    /// The column of the table for each variable.
    var source: [Int?]
    /// The column of units that our own export adds where the survey does not ask for them.
    var unit: Int?
    /// The column of codes, of a survey that says to be answered by name.
    var code: Int?
    var ignored: [String] = []
    var retired: [String] = []

    /// - Throws: `FormError` for columns that are not known, one that stands there twice, a map that does not fit, and a
    ///   file in which no question of the survey appears.
    init(of table: CSVTable, survey: Survey, variables: [Variable], map: ColumnMap?) throws(FormError) {
        let headings = KnownHeadings(variables)
        let retired = Set(survey.retired.map(KnownHeadings.folded))
        source = Array(repeating: nil, count: variables.count)
        if let map { try Self.check(map, against: table) }
        let codes = table.header.map { name in map.map { $0.codes[name] } ?? name }
        // Before a heading is quoted: a file without headings has somebody's answers in its first line.
        guard headings.belong(codes.compactMap { $0 }) else {
            throw table.titleError(CSVTable.codes)
                ?? FormError(
                    "文件里没有一列是这份问卷的题目；第一行要写题目代码，列名不同时用 --map 指定",
                    "no column belongs to this survey; the first line holds the codes, or give a --map for other names")
        }
        var unknown: [UnknownColumn] = []
        for (position, (name, code)) in zip(table.header, codes).enumerated() {
            // What a spreadsheet leaves to the right of a table.
            if name.isEmpty, table.rows.allSatisfy({ AnswerReader.trimmed($0.cells[position]).isEmpty }) { continue }
            guard let code else {
                ignored.append(name)
                continue
            }
            guard let index = headings.variable(under: code) else {
                if code == CSVTable.unitColumn {
                    unit = position
                    continue
                }
                // Beside answers that were promised to be anonymous a code is a column too many.
                if !survey.isAnonymous, CSVTable.codeColumns.contains(KnownHeadings.folded(code)) {
                    if let earlier = self.code { throw Self.doubled(earlier, position, code) }
                    self.code = position
                    continue
                }
                if retired.contains(KnownHeadings.folded(code)) {
                    self.retired.append(name)
                } else {
                    unknown.append(UnknownColumn(name: name, code: code, number: position + 1, among: headings))
                }
                continue
            }
            if let earlier = source[index] {
                throw Self.doubled(earlier, position, code)
            }
            source[index] = position
        }
        if !unknown.isEmpty { throw map == nil ? UnknownColumn.error(unknown) : UnknownColumn.errorOfMap(unknown) }
    }

    private static func doubled(_ first: Int, _ second: Int, _ code: String) -> FormError {
        FormError(
            "第 \(first + 1) 列和第 \(second + 1) 列都是“\(code)”",
            "columns \(first + 1) and \(second + 1) are both \"\(code)\"")
    }

    private static func check(_ map: ColumnMap, against table: CSVTable) throws(FormError) {
        let known = Set(table.header)
        let lost = map.codes.keys.sorted().filter { !known.contains($0) }
        guard !lost.isEmpty else { return }
        let list = Wording.list(lost.map { Wording("“\($0)”", "\"\($0)\"") })
        throw FormError(
            "文件里没有映射表写的列\(list.chinese)",
            "the file has no column \(list.english) that the map names")
    }
}

/// What may stand above a column: codes as written and as people retype them, and the stems that exports put there.
struct KnownHeadings {
    /// Codes, and what the language writes for the sides of a pair: `NL1.现有`.
    private var exact: [String: Int] = [:]
    /// The same in lower case and half-width; nil where two codes differ only in that.
    private var similar: [String: Int?] = [:]
    /// The names of the variables with a stem.
    private var stems: [String: [String]] = [:]

    init(_ variables: [Variable]) {
        for (index, variable) in variables.enumerated() {
            exact[variable.name] = index
            switch variable.part {
            case .current: exact["\(variable.code).现有"] = index
            case .required: exact["\(variable.code).要求"] = index
            case .text, nil: break
            }
            for stem in Set(variable.text.wordings.map(Self.folded)) where !stem.isEmpty {
                stems[stem, default: []].append(variable.name)
            }
        }
        for (name, index) in exact {
            let key = Self.folded(name)
            similar.updateValue(similar[key].map { $0 == index ? index : nil } ?? index, forKey: key)
        }
    }

    var names: [String] { exact.keys.sorted() }

    func variable(under heading: String) -> Int? {
        exact[heading] ?? similar[Self.folded(heading)] ?? nil
    }

    /// The names of the variables whose stem a heading is, word for word.
    func variables(withStem heading: String) -> [String] { stems[Self.folded(heading)] ?? [] }

    /// Whether this is a line of headings: with one code or stem in it as written, or mostly retyped codes.
    ///
    /// One retyped code proves nothing: the answer `gl` is no heading because there is a question GL.
    func belong(_ headings: [String]) -> Bool {
        let filled = headings.filter { !$0.isEmpty }
        if filled.contains(where: { exact[$0] != nil || stems[Self.folded($0)] != nil }) { return true }
        return filled.count(where: { variable(under: $0) != nil }) * 2 > filled.count
    }

    /// Full-width forms made half-width, letters in lower case, every run of blanks one blank: as cells are compared.
    static func folded(_ heading: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in AnswerReader.trimmed(heading).unicodeScalars {
            if scalar.properties.isWhitespace {
                if scalars.last != " " { scalars.append(" ") }
            } else if ("\u{FF01}"..."\u{FF5E}").contains(scalar), let half = Unicode.Scalar(scalar.value - 0xFEE0) {
                scalars.append(half)
            } else {
                scalars.append(scalar)
            }
        }
        return String(scalars).lowercased()
    }
}

/// A heading that is neither code nor retired, with what it may have been meant for.
private struct UnknownColumn {
    var name: String
    var code: String
    /// Counted from 1.
    var number: Int
    /// The variables whose stem it is.
    var stemOf: [String]
    var guess: String?

    init(name: String, code: String, number: Int, among headings: KnownHeadings) {
        self.name = name
        self.code = code
        self.number = number
        stemOf = headings.variables(withStem: code)
        guess = stemOf.isEmpty ? Suggestion.nearest(to: code, among: headings.names) : nil
    }

    static func error(_ columns: [UnknownColumn]) -> FormError {
        if columns.count == 1 { return columns[0].error }
        let list = Wording.list(
            columns.map { column in
                let (number, name) = (column.number, column.name)
                return if !column.stemOf.isEmpty {
                    Wording(
                        "第 \(number) 列“\(name)”（是 \(column.stemOf.joined(separator: "、")) 的题干）",
                        "column \(number) \"\(name)\" (the stem of \(column.stemOf.joined(separator: ", ")))")
                } else if let guess = column.guess {
                    Wording("第 \(number) 列“\(name)”（是不是“\(guess)”？）", "column \(number) \"\(name)\" (\"\(guess)\"?)")
                } else {
                    Wording("第 \(number) 列“\(name)”", "column \(number) \"\(name)\"")
                }
            })
        // A question whose column goes is lost without a word: nobody is told to remove one.
        let remedy =
            if columns.allSatisfy({ !$0.stemOf.isEmpty }) {
                Wording("请把列名改成题目代码，或用 --map", "rename them to the codes, or give a --map")
            } else if columns.contains(where: { !$0.stemOf.isEmpty || $0.guess != nil }) {
                Wording(
                    "是题目的请把列名改成代码，其余的删去，或用 --map 只取需要的列",
                    "rename those that are questions to their codes and remove the others, or take the columns you need by --map"
                )
            } else {
                Wording("删去这些列，或用 --map 只取需要的列", "remove them, or take the columns you need by --map")
            }
        return FormError(
            "有 \(columns.count) 列不是问卷里的代码：\(list.chinese)；\(remedy.chinese)",
            "\(columns.count) columns are no codes of the survey: \(list.english); \(remedy.english)")
    }

    private var error: FormError {
        if !stemOf.isEmpty {
            let (chinese, english) = (stemOf.joined(separator: " 或 "), stemOf.joined(separator: " or "))
            return FormError(
                "列“\(name)”是 \(stemOf.joined(separator: "、")) 的题干，请把列名改成 \(chinese)，或用 --map",
                "column \"\(name)\" is the stem of \(stemOf.joined(separator: ", ")); rename it to \(english), or give a --map"
            )
        }
        return FormError(
            "第 \(number) 列“\(name)”不是问卷里的代码\(guess.map { "；您是不是想写“\($0)”？" } ?? "；删去这一列，或用 --map 只取需要的列")",
            "column \(number) \"\(name)\" is no code of the survey\(guess.map { "; did you mean \"\($0)\"?" } ?? "; remove it, or take the columns you need by --map")"
        )
    }

    static func errorOfMap(_ columns: [UnknownColumn]) -> FormError {
        if columns.count == 1 {
            let (name, code, guess) = (columns[0].name, columns[0].code, columns[0].guess)
            return FormError(
                "映射表把列“\(name)”映射到“\(code)”，问卷里没有这个代码\(guess.map { "；您是不是想写“\($0)”？" } ?? "")",
                "the map leads column \"\(name)\" to \"\(code)\", which the survey does not have\(guess.map { "; did you mean \"\($0)\"?" } ?? "")"
            )
        }
        let list = Wording.list(
            columns.map { column in
                Wording(
                    "“\(column.code)”\(column.guess.map { "（是不是“\($0)”？）" } ?? "")",
                    "\"\(column.code)\"\(column.guess.map { " (\"\($0)\"?)" } ?? "")")
            })
        return FormError(
            "映射表里有 \(columns.count) 个代码问卷里没有：\(list.chinese)",
            "the map leads to \(columns.count) codes that the survey does not have: \(list.english)")
    }
}

extension Wording {
    /// The first ten of a list, and how many more there are.
    fileprivate static func list(_ items: [Wording]) -> Wording {
        let shown = items.prefix(10)
        let more = items.count - shown.count
        return Wording(
            shown.map(\.chinese).joined(separator: "、") + (more > 0 ? " 等，还有 \(more) 列" : ""),
            shown.map(\.english).joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""))
    }
}
