package import Surveys

extension Roster {
    /// Reads the rosters of one or more years: columns 处室 and 人数, and if wanted 年份, 并入, 上级 and 承接.
    ///
    /// - Returns: one roster for each year, its units in the order of the file; without a 年份 column, one that serves
    ///   every year, under nil.
    /// - Throws: `FormError` for a missing column, a cell that is empty or no number, a line of totals, a unit listed
    ///   twice in a year or merged into itself, in a circle or into one that is not listed, a unit of the year before
    ///   that two units go on from or that the year before does not list, and a roster without units.
    package static func read(_ table: CSVTable) throws(FormError) -> [Int?: Roster] {
        func column(_ names: String...) -> Int? { names.lazy.compactMap { table.column(named: $0) }.first }
        guard let names = column("处室", "unit"), let counts = column("人数", "headcount") else {
            throw table.titleError(headings)
                ?? FormError("名册要有“处室”和“人数”两列", "a roster has the columns unit and headcount")
        }
        let years = column("年份", "year")
        let targets = column("并入", "merge-into")
        let parents = column("上级", "parent")
        let successions = column("承接", "succeeds")
        var rosters: [Int?: Roster] = [:]
        for row in table.rows {
            guard ![years, names].contains(where: { $0.map { isTotal(row.cells[$0]) } ?? false }) else {
                throw FormError(
                    "名册第 \(row.number) 行是合计，不是处室，请删去",
                    "row \(row.number) of the roster is a total and no unit; remove it")
            }
            var year: Int?
            if let years {
                guard let written = Int(AnswerReader.trimmed(row.cells[years])) else {
                    throw FormError(
                        "名册第 \(row.number) 行的年份不是数字", "row \(row.number) of the roster: the year is not a number")
                }
                year = written
            }
            let name = AnswerReader.trimmed(row.cells[names])
            guard !name.isEmpty else {
                throw FormError("名册第 \(row.number) 行没有处室名", "row \(row.number) of the roster has no unit")
            }
            guard let headcount = Int(AnswerReader.trimmed(row.cells[counts])), (1...10_000_000).contains(headcount)
            else {
                throw FormError(
                    "名册第 \(row.number) 行的人数要写正整数", "row \(row.number) of the roster: the headcount is a positive number"
                )
            }
            let target = targets.map { AnswerReader.trimmed(row.cells[$0]) } ?? ""
            guard rosters[year]?.units.contains(where: { $0.name == name }) != true else {
                throw FormError(
                    "名册第 \(row.number) 行：这个处室写了两次", "row \(row.number) of the roster: this unit is listed twice")
            }
            rosters[year, default: Roster(units: [])].units.append(
                Unit(
                    name: name, headcount: headcount, mergeInto: target.isEmpty ? nil : target,
                    parent: parents.map { AnswerReader.trimmed(row.cells[$0]) }.flatMap { $0.isEmpty ? nil : $0 },
                    succeeds: successions.map { unitNames(in: row.cells[$0]) } ?? []))
        }
        guard !rosters.isEmpty else { throw FormError("名册里没有处室", "the roster lists no unit") }
        for (year, roster) in rosters.sorted(by: { ($0.key ?? 0) < ($1.key ?? 0) }) {
            let known = Set(roster.units.map(\.name))
            if let lost = roster.units.first(where: { $0.mergeInto.map { !known.contains($0) } ?? false }) {
                throw FormError(
                    "名册里“\(lost.name)”要并入的处室不在同一年的名册上",
                    "the unit that \(lost.name) merges into is not on the same roster")
            }
            if let itself = roster.units.first(where: { $0.mergeInto == $0.name }) {
                throw FormError("名册里“\(itself.name)”并入了它自己", "\(itself.name) merges into itself")
            }
            if let circle = mergeCircle(in: roster) {
                throw FormError(
                    "名册里的并入绕成了圈：\(circle.joined(separator: "→"))；请留下一个处室不并入",
                    "units merge in a circle: \(circle.joined(separator: " → ")); leave one of them unmerged")
            }
            try roster.checkSuccession(after: year.flatMap { rosters[$0 - 1] })
        }
        return rosters
    }

    /// Whether every unit of the year before goes on in one unit only, and is one.
    ///
    /// - Parameter earlier: the roster of the year before, or nil where it is not known.
    package func checkSuccession(after earlier: Roster?) throws(FormError) {
        var heirs: [String: String] = [:]
        for unit in units {
            for old in unit.succeeds {
                if let other = heirs.updateValue(unit.name, forKey: old) {
                    throw FormError(
                        "名册里“\(other)”和“\(unit.name)”都承接“\(old)”；拆开的处室没有可比的上年数，请只留一个或都不写",
                        "\(other) and \(unit.name) both go on from \(old); a unit that was split has no year to compare with, so name one heir or none"
                    )
                }
                guard let earlier, !earlier.units.contains(where: { $0.name == old }) else { continue }
                throw FormError(
                    "名册里“\(unit.name)”承接的“\(old)”不在上一年的名册上；请核对名称",
                    "\(unit.name) goes on from \(old), which the roster of the year before does not list; check the name"
                )
            }
        }
    }

    /// `督查室、政研室`
    private static func unitNames(in cell: String) -> [String] {
        cell.split { "、,，;；\n".contains($0) }.map { AnswerReader.trimmed(String($0)) }.filter { !$0.isEmpty }
    }

    /// What the first line of a roster holds.
    package static let headings = Wording("“处室”和“人数”", "unit and headcount")

    /// A line of totals would count everybody twice.
    private static func isTotal(_ cell: String) -> Bool {
        // Chinese tables space the two characters out: 合　计.
        let word = cell.lowercased().filter { !$0.isWhitespace && $0 != ":" && $0 != "：" }
        return ["合计", "总计", "小计", "共计", "total", "sum"].contains(AnswerReader.trimmed(word))
    }

    /// The first units that merge into one another all the way round, the first of them again at the end.
    private static func mergeCircle(in roster: Roster) -> [String]? {
        let targets = Dictionary(roster.units.map { ($0.name, $0.mergeInto) }) { first, _ in first }
        for unit in roster.units {
            var path = [unit.name]
            while let next = targets[path[path.count - 1]] ?? nil {
                if next == unit.name { return path + [next] }
                // A circle that this unit only leads to is found from one of its own units.
                if path.contains(next) { break }
                path.append(next)
            }
        }
        return nil
    }
}
