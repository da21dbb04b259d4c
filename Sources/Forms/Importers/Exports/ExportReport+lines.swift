package import Surveys

extension ExportReport {
    /// The report on another tool's file as it is said to the person who imports: what was read, what of the file's rows
    /// and columns was not, and where texts seem to hold what names a person.
    package var lines: [Wording] {
        [summary] + rowLines + columnLines + textLines
    }

    private var summary: Wording {
        Wording(
            "读成\(format.name.chinese)：\(rows) 行，有 \(accepted) 份答卷",
            "read as \(format.name.english): rows: \(rows), responses: \(accepted)")
    }

    private var rowLines: [Wording] {
        var lines = repetitionLines
        if trialRows > 0 {
            lines.append(
                Wording("\(trialRows) 行是预览或测试，没有收", "\(trialRows) rows are previews or tests and were not taken"))
        }
        if blankRows > 0 {
            lines.append(
                Wording(
                    "\(blankRows) 行除了处室什么也没有填，没有收",
                    "\(blankRows) rows have nothing filled in but at most the unit and were not taken"))
        }
        if excludedRows > 0 {
            lines.append(
                Wording(
                    "\(excludedRows) 行不合条件，没有收", "\(excludedRows) rows do not meet the condition and were not taken"))
        }
        if unfinishedRows > 0 {
            lines.append(
                Wording(
                    "\(unfinishedRows) 行没有答到最后，照样收下，空着的题按缺答",
                    "\(unfinishedRows) rows are of people who did not finish; they were taken, with what is empty as missing"
                ))
        }
        return lines
    }

    /// Rows that stand in the file more than once.
    package var repetitionLines: [Wording] {
        guard repeatedRows > 0 else { return [] }
        return [
            Wording(
                "\(repeatedRows) 行和前面的行编号相同、每格都一样，像是两次导出拼在一起，没有重复收",
                "rows that repeat a row before them cell by cell, with the same number: \(repeatedRows), as if two exports had been joined; they were not taken twice"
            )
        ]
    }

    private var columnLines: [Wording] {
        var lines: [Wording] = []
        if !dropped.isEmpty {
            let list = dropped.map { column in
                let (name, reason) = (Self.shortened(column.title), column.reason.wording)
                return Wording("“\(name)”（\(reason.chinese)）", "\"\(name)\" (\(reason.english))")
            }
            lines.append(Self.listed("\(dropped.count) 列用不着，没有带过来：", "columns left behind, \(dropped.count): ", list))
            lines += Self.weightLines(among: dropped.map(\.title))
        }
        if !uncarried.isEmpty {
            let list = uncarried.map(Self.wording)
            lines.append(
                Self.listed(
                    "\(uncarried.count) 列没有读，可能是答案，请核对（可用 --map 指定）：",
                    "columns that were not read and may hold answers, \(uncarried.count); check them, or settle them by a --map: ",
                    list))
        }
        for (titles, kind) in [
            (byPosition, Wording("选项的序号", "positions of the options")),
            (byPoints, Wording("选项的分值", "scores of the options")),
        ] where !titles.isEmpty {
            lines.append(
                Self.listed(
                    "\(titles.count) 列的数字读作\(kind.chinese)：",
                    "numbers read as \(kind.english), columns: \(titles.count): ",
                    titles.map(Self.quoted)))
        }
        if !ratings.isEmpty {
            lines.append(
                Self.listed(
                    "评分按原数读，如果导出的是序号就会差一，请核对：",
                    "ratings read as they stand; check them, for positions would be off by one: ",
                    ratings.map(Self.quoted)))
        }
        if !otherTexts.isEmpty {
            lines.append(
                Self.listed(
                    "选项后填写的文字没有带过来，只记选了哪一项：",
                    "texts written beside an option were left behind, only the choice was taken: ",
                    otherTexts.map(Self.quoted)))
        }
        if !partial.isEmpty {
            lines.append(
                Self.listed(
                    "多选题缺几个选项的列，缺的按没有选：",
                    "questions with columns for some options only, the others count as not chosen: ",
                    partial.map { Wording($0, $0) }))
        }
        if !absentVariables.isEmpty {
            lines.append(
                Self.listed(
                    "问卷里有 \(absentVariables.count) 题没有对应的列：",
                    "items of the survey without a column, \(absentVariables.count): ",
                    absentVariables.map { Wording($0, $0) }))
        }
        return lines
    }

    /// Where texts seem to hold what names a person, or to be a day that became a number.
    package var textLines: [Wording] {
        dayNumbers.map { finding in
            let (name, rows) = (Self.shortened(finding.title), Self.numbered(finding.rows))
            return Wording(
                "列“\(name)”：\(finding.rows.count) 行的文字只是一个数，可能原来是日期：\(rows.chinese)；是日期的请在表格软件里设成日期格式再存",
                "column \"\(name)\": rows whose text is but a number that may have been a day: \(finding.rows.count) (\(rows.english)); give such cells a date format and save the file again"
            )
        }
            + personalData.map { finding in
                let (name, kind) = (Self.shortened(finding.title), finding.kind.wording)
                let rows = Self.numbered(finding.rows)
                return Wording(
                    "列“\(name)”：\(finding.rows.count) 行的文字里像是有\(kind.chinese)：\(rows.chinese)",
                    "column \"\(name)\": rows whose text seems to hold \(kind.english): \(finding.rows.count) (\(rows.english))"
                )
            }
    }

    /// The first ten rows.
    private static func numbered(_ rows: [Int]) -> Wording {
        let shown = rows.prefix(10).map(String.init)
        let more = rows.count > shown.count
        return Wording(
            "第 \(shown.joined(separator: "、")) 行\(more ? "等" : "")",
            shown.joined(separator: ", ") + (more ? " …" : ""))
    }

    /// The columns of weights among headings that were left behind: whoever computed them has to know.
    package static func weightLines(among titles: [String]) -> [Wording] {
        let weights = titles.filter { DropReason.usual($0) == .weight }
        guard !weights.isEmpty else { return [] }
        let names = named(weights)
        return [
            Wording(
                "列\(names.chinese)是权数，没有用：文件里的权数一律不用，加权只按名册",
                "weights in \(names.english) were not used: no file's weights are, responses are weighted by the roster only"
            )
        ]
    }

    /// The headings of columns in quotes, the first twelve of them.
    package static func named(_ titles: [String]) -> Wording { listed("", "", titles.map(quoted)) }

    private static func wording(_ column: UncarriedColumn) -> Wording {
        let name = shortened(column.title)
        let cause =
            switch column.cause {
            case .unknown: Wording("问卷里没有", "not in the survey")
            case .ambiguous(let names):
                Wording("可能是 \(names.joined(separator: "、"))", "may be \(names.joined(separator: ", "))")
            case .doubled(let name): Wording("还有别的列也是 \(name)", "another column is \(name) too")
            case .retired: Wording("已停用", "retired")
            case .numbers(let name):
                Wording(
                    "\(name) 的数字是代码还是序号看不出来，请按文字导出",
                    "numbers of \(name) may be codes or positions; export the answers as texts")
            }
        return Wording(
            "第 \(column.number) 列“\(name)”（\(cause.chinese)）", "column \(column.number) \"\(name)\" (\(cause.english))")
    }

    private static func listed(_ chinese: String, _ english: String, _ items: [Wording]) -> Wording {
        let shown = items.prefix(12)
        let more = items.count - shown.count
        return Wording(
            chinese + shown.map(\.chinese).joined(separator: "、") + (more > 0 ? " 等" : ""),
            english + shown.map(\.english).joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""))
    }

    private static func quoted(_ title: String) -> Wording {
        Wording("“\(shortened(title))”", "\"\(shortened(title))\"")
    }

    /// A heading may be a page of instructions.
    static func shortened(_ title: String) -> String {
        let line = title.split(whereSeparator: \.isNewline).joined(separator: " ")
        // The end tells the rows of a question apart.
        return line.count > 44 ? line.prefix(24) + "…" + line.suffix(18) : line
    }
}
