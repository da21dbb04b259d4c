import Surveys

/// Which column of another tool's table answers what: by code, by wording, by the columns beside it, or by a map.
struct ColumnMatching {
    /// The columns that are carried over.
    var found: [ColumnTarget: ExportColumn] = [:]
    var dropped: [ExportReport.DroppedColumn] = []
    var uncarried: [ExportReport.UncarriedColumn] = []

    /// - Throws: `FormError` for a map that does not fit the file or the survey.
    init(_ layout: ExportLayout, _ targets: ExportTargets, survey: Survey, map: ColumnMap?) throws(FormError) {
        let mapped = try Self.mapped(map, layout, targets)
        var candidates: [Int: Set<ColumnTarget>] = [:]
        var conflicts: Set<Int> = []
        for column in layout.columns where column.isLookedFor {
            let named = column.codes.reduce(into: Set<ColumnTarget>()) {
                $0.formUnion(targets.named($1, ranksByPlace: layout.writesCodes))
            }
            let worded = column.wordings.reduce(into: Set<ColumnTarget>()) { $0.formUnion(targets.worded($1)) }
            let both = named.intersection(worded)
            candidates[column.position] = both.isEmpty ? named.union(worded) : both
            // A code that leads to one question and a text that is another's: whoever wrote either may be wrong.
            if both.isEmpty, !named.isEmpty, !worded.isEmpty { conflicts.insert(column.position) }
        }
        let groups = Dictionary(grouping: layout.columns.filter { $0.group != nil && $0.isLookedFor }) {
            $0.group ?? ""
        }
        for group in groups.values { Self.resolve(group, &candidates, conflicts, targets) }
        let retired = Set(survey.retired.map(KnownHeadings.folded))
        var claims: [ColumnTarget: [ExportColumn]] = [:]
        for column in layout.columns {
            let all = candidates[column.position] ?? []
            if let target = mapped[column.position] {
                found[target] = column
            } else if case .dropped(let reason) = column.role {
                dropped.append(.init(title: column.title, reason: reason))
            } else if conflicts.contains(column.position) || all.count > 1 {
                uncarried.append(.init(column, .ambiguous(Self.names(of: all, targets))))
            } else if let target = all.first, column.role == .answer || target.piece != .whole {
                claims[target, default: []].append(column)
            } else {
                leave(column, layout, retired: retired)
            }
        }
        settle(claims, targets)
        uncarried.sort { $0.number < $1.number }
    }

    /// A column that is no question of the survey.
    private mutating func leave(_ column: ExportColumn, _ layout: ExportLayout, retired: Set<String>) {
        let usual = ([column.title] + column.wordings).lazy.compactMap(DropReason.usual).first
        if column.role == .otherText {
            dropped.append(.init(title: column.title, reason: .otherText))
        } else if column.codes.contains(where: { $0.steps.isEmpty && retired.contains(KnownHeadings.folded($0.code)) })
        {
            uncarried.append(.init(column, .retired))
        } else if let usual {
            dropped.append(.init(title: column.title, reason: usual))
        } else if !column.title.isEmpty || !layout.rows.allSatisfy({ $0.isEmpty(at: column.position) }) {
            // What a spreadsheet leaves to the right of a table is no column.
            uncarried.append(.init(column, .unknown))
        }
    }

    /// Two columns for one thing, or one for all of a question beside others for its pieces: neither is taken.
    private mutating func settle(_ claims: [ColumnTarget: [ExportColumn]], _ targets: ExportTargets) {
        var forms: [Int: Set<Int>] = [:]
        for target in Set(claims.keys).union(found.keys) { forms[target.variable, default: []].insert(target.form) }
        for (target, columns) in claims {
            let isMixed = forms[target.variable, default: []].subtracting([3]).count > 1
            if columns.count > 1 || found[target] != nil || isMixed {
                let name = targets.variables[target.variable].name
                uncarried += columns.map { .init($0, .doubled(name)) }
            } else {
                found[target] = columns[0]
            }
        }
    }

    // MARK: By the columns beside it

    /// The columns of one question tell together what one of them alone leaves open.
    private static func resolve(
        _ group: [ExportColumn], _ candidates: inout [Int: Set<ColumnTarget>], _ conflicts: Set<Int>,
        _ targets: ExportTargets
    ) {
        let answers = group.filter { $0.role == .answer && !conflicts.contains($0.position) }
        guard let ordinal = ordinal(of: answers, candidates, targets) else { return }
        for column in group where !conflicts.contains(column.position) {
            if column.role == .otherText {
                guard let variable = targets.whole(of: ordinal) else { continue }
                candidates[column.position] = [otherText(of: variable, targets)]
                continue
            }
            let known = candidates[column.position] ?? []
            if known.count == 1 { continue }
            let own = known.filter { targets.variables[$0.variable].ordinal == ordinal }
            let parts = column.parts.reduce(into: Set<ColumnTarget>()) { $0.formUnion(targets.part($1, of: ordinal)) }
            let joint = own.isEmpty ? parts : parts.isEmpty ? own : own.intersection(parts)
            if !joint.isEmpty { candidates[column.position] = joint }
        }
    }

    /// Where options have columns, a text beside the only option that asks for one means that it was chosen.
    private static func otherText(of variable: Int, _ targets: ExportTargets) -> ColumnTarget {
        if case .optionSet(let options, _) = targets.variables[variable].domain {
            let other = options.indices.filter { options[$0].marks.takesText }
            if other.count == 1 { return ColumnTarget(variable: variable, piece: .option(other[0])) }
        }
        return ColumnTarget(variable: variable, piece: .otherText)
    }

    private static func ordinal(
        of group: [ExportColumn], _ candidates: [Int: Set<ColumnTarget>], _ targets: ExportTargets
    ) -> Int? {
        let sure = Set(
            group.compactMap { column -> Int? in
                let own = Set((candidates[column.position] ?? []).map { targets.variables[$0.variable].ordinal })
                return own.count == 1 ? own.first : nil
            })
        if !sure.isEmpty { return sure.count == 1 ? sure.first : nil }
        let coded = Set(group.flatMap { $0.codes.compactMap { targets.ordinal(ofQuestion: $0.code) } })
        if coded.count == 1 { return coded.first }
        // What follows without a number may belong to no question.
        let group = group.contains { $0.number != nil } ? group.filter { $0.number != nil } : group
        // One column may bear the text of somebody's option by chance; all columns of a question do not.
        guard group.count > 1 else { return nil }
        let fitting = targets.composed.filter { ordinal in
            group.allSatisfy { $0.parts.contains { !targets.part($0, of: ordinal).isEmpty } }
        }
        if fitting.count == 1 { return fitting[0] }
        return group[0].number.flatMap(targets.ordinal(numbered:)).flatMap { fitting.contains($0) ? $0 : nil }
    }

    // MARK: By a map

    /// The target of each column that the map names, by the column's position.
    private static func mapped(
        _ map: ColumnMap?, _ layout: ExportLayout, _ targets: ExportTargets
    ) throws(FormError) -> [Int: ColumnTarget] {
        guard let map else { return [:] }
        var mapped: [Int: ColumnTarget] = [:]
        let titles = Dictionary(layout.columns.map { ($0.title, $0.position) }) { first, _ in first }
        for (name, code) in map.codes.sorted(by: { $0.key < $1.key }) {
            guard let position = titles[name] else {
                throw FormError("文件里没有映射表写的列“\(name)”", "the file has no column \"\(name)\" that the map names")
            }
            // `MS.a`: the option of a question whose options have a column each.
            let steps = code.split { ".=[]".contains($0) }.map(String.init)
            var found = targets.named(.init(code: code), ranksByPlace: false)
            if found.isEmpty, steps.count > 1 {
                found = targets.named(.init(code: steps[0], steps: Array(steps.dropFirst())), ranksByPlace: false)
            }
            guard found.count == 1, let target = found.first else {
                throw FormError(
                    "映射表把列“\(name)”映射到“\(code)”，问卷里没有这个代码；多选题的一列写成“代码.选项代码”",
                    "the map leads column \"\(name)\" to \"\(code)\", which the survey does not have; a column of one option is written as code.option"
                )
            }
            mapped[position] = target
        }
        var forms: [Int: Set<Int>] = [:]
        for target in mapped.values { forms[target.variable, default: []].insert(target.form) }
        let doubled = mapped.values.filter { target in
            mapped.values.count { $0 == target } > 1 || forms[target.variable, default: []].count > 1
        }
        if let variable = doubled.map(\.variable).min() {
            let name = targets.variables[variable].name
            throw FormError(
                "映射表有几列都映射到“\(name)”", "several columns of the map lead to \"\(name)\"")
        }
        return mapped
    }

    private static func names(of found: Set<ColumnTarget>, _ targets: ExportTargets) -> [String] {
        Set(found.map(\.variable)).sorted().map { targets.variables[$0].name }
    }
}

extension ColumnTarget {
    /// Columns of one variable have one form: all of it, its options, or its places; texts beside options go with each.
    fileprivate var form: Int {
        switch piece {
        case .whole: 0
        case .option: 1
        case .place: 2
        case .otherText: 3
        }
    }
}

extension ExportColumn {
    fileprivate var isLookedFor: Bool {
        if case .dropped = role { false } else { true }
    }
}

extension CSVTable.Row {
    fileprivate func isEmpty(at column: Int) -> Bool { AnswerReader.trimmed(cells[column]).isEmpty }
}
