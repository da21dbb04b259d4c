import Surveys
import Workbooks

/// The two sheets that a coder fills in, read cell by cell.
struct CodingTables {
    let book: WorkbookReader
    let path: String
    let survey: Survey

    struct Theme {
        var row: Int
        var name: String
        var area: LocalText?
        var summary: String
    }

    // MARK: 主题

    /// The themes that are listed, in the order of their rows.
    func themes() throws(FormError) -> [Theme] {
        let sheet = try sheet(CodingSheets.themes, heads: CodingSheets.themeHeads)
        var themes: [Theme] = []
        for row in sheet.rows {
            let name = try sheet.text(row, 1)
            let area = try sheet.text(row, 2)
            let summary = try sheet.text(row, 3)
            if name.isEmpty, area.isEmpty, summary.isEmpty { continue }
            guard !name.isEmpty else {
                throw sheet.complaint(row, "没有写主题名称；请补上，或把这一行清空", "the theme has no name; write one or clear the row")
            }
            guard name.count <= CodingSheets.longestName, !name.contains(where: \.isNewline) else {
                throw sheet.complaint(
                    row, "主题名称要在 \(CodingSheets.longestName) 字以内，不换行；请改短",
                    "a theme's name has at most \(CodingSheets.longestName) characters on one line; shorten it")
            }
            guard summary.count <= CodingSheets.longestSummary else {
                throw sheet.complaint(
                    row, "概述要在 \(CodingSheets.longestSummary) 字以内；请改短",
                    "a summary has at most \(CodingSheets.longestSummary) characters; shorten it")
            }
            if let earlier = themes.first(where: { $0.name.lowercased() == name.lowercased() }) {
                throw sheet.complaint(
                    row, "和第 \(earlier.row) 行的主题同名；请合并或改名",
                    "has the name of the theme in row \(earlier.row); join or rename them")
            }
            themes.append(Theme(row: row, name: name, area: try known(area, sheet, row), summary: summary))
        }
        guard !themes.isEmpty else {
            throw sheet.complaint(
                CodingSheets.firstRow, "一个主题也没有列出；请先填主题", "no theme is listed; fill in the themes first")
        }
        return themes
    }

    /// - Returns: nil for 其他.
    private func known(_ area: String, _ sheet: FilledSheet, _ row: Int) throws(FormError) -> LocalText? {
        if CodingSheets.otherArea.names.contains(area) { return nil }
        if let found = CodingSheets.areas(of: survey).first(where: { $0.wordings.contains(area) }) { return found }
        throw sheet.complaint(
            row,
            area.isEmpty ? "没有选领域；请从下拉中选，都不合适就选“其他”" : "领域不是问卷的领域；请从下拉中选，都不合适就选“其他”",
            area.isEmpty
                ? "has no area; choose one from the list, or Other"
                : "the area is none of the survey's; choose one from the list, or Other")
    }

    // MARK: 意见

    /// For each theme the responses that speak of it, and how many comments have no theme.
    func mentions(
        of themes: [Theme], in answers: OpenAnswers
    ) throws(FormError) -> (responses: [Set<Int>], uncoded: Int) {
        let sheet = try sheet(CodingSheets.comments, heads: CodingSheets.commentHeads)
        var places: [String: Int] = [:]
        for (index, theme) in themes.enumerated() { places[theme.name] = index }
        var mentions = Array(repeating: Set<Int>(), count: themes.count)
        var seen: Set<Int> = []
        var uncoded = 0
        for row in sheet.rows {
            guard let number = try sheet.number(row, 1) else {
                guard try sheet.isEmpty(row) else { throw changed(sheet, row) }
                continue
            }
            guard (1...answers.entries.count).contains(number) else { throw changed(sheet, row) }
            let entry = answers.entries[number - 1]
            let (response, code, text) = (try sheet.number(row, 2), try sheet.text(row, 3), try sheet.text(row, 4))
            // Programs that save the file may write spaces and line ends otherwise.
            guard response == entry.response, code == entry.code,
                Quotations.bare(text) == Quotations.bare(String(entry.text.prefix(OpenAnswers.longestShown)))
            else { throw changed(sheet, row) }
            guard seen.insert(number).inserted else {
                throw sheet.complaint(
                    row, "序号重复；请删去多出来的行", "the number stands here for the second time; delete the extra row")
            }
            var isCoded = false
            for column in 5...CodingSheets.commentHeads.count {
                let name = try sheet.text(row, column)
                guard !name.isEmpty else { continue }
                guard let theme = places[name] else {
                    throw sheet.complaint(
                        row, "\(CodingSheets.commentHeads[column - 1].chinese)没有列在“主题”表里；请先列出，或从下拉中改选",
                        "\(CodingSheets.commentHeads[column - 1].english) is not listed on the sheet Themes; list it, or choose another"
                    )
                }
                mentions[theme].insert(entry.response)
                isCoded = true
            }
            if !isCoded { uncoded += 1 }
        }
        if let missing = answers.entries.indices.first(where: { !seen.contains($0 + 1) }) {
            throw FormError(
                "\(path)：工作表“\(sheet.name)”缺序号 \(missing + 1) 的一行；请从原来的编码表补回，不要删行",
                "\(path): sheet \"\(sheet.name)\" lacks the row numbered \(missing + 1); put it back from the original, and delete no row"
            )
        }
        return (mentions, uncoded)
    }

    private func changed(_ sheet: FilledSheet, _ row: Int) -> FormError {
        sheet.complaint(
            row, "序号、份号、题号或意见被改动，和答卷对不上；请从原来的编码表恢复这一行",
            "number, response, question or comment was changed and does not match the responses; restore the row from the original"
        )
    }

    // MARK: What will be printed

    func checkSummaries(of themes: [Theme], _ mentions: [Set<Int>], k: Int) throws(FormError) {
        let sheet = try sheet(CodingSheets.themes, heads: CodingSheets.themeHeads)
        for (theme, responses) in zip(themes, mentions) where responses.count >= k && theme.summary.isEmpty {
            throw sheet.complaint(
                theme.row, "这个主题会在报告里显示，还没有概述；请用自己的话写一句",
                "this theme will be shown in the report and has no summary; write one in your own words")
        }
    }

    /// What is printed of a theme is its name and its summary: neither may be somebody's words.
    func checkQuotations(in themes: [Theme], of answers: OpenAnswers) throws(FormError) {
        let sheet = try sheet(CodingSheets.themes, heads: CodingSheets.themeHeads)
        let quotations = Quotations(of: answers.entries.map(\.text))
        let names = quotations.quoted(in: themes.map(\.name), wholeCounts: false)
        // Only a name that is nobody's words is said again.
        let summaries = quotations.quoted(in: themes.map(\.summary), wholeCounts: true)
        for (index, theme) in themes.enumerated() {
            if names[index] {
                throw sheet.complaint(
                    theme.row, "主题名称照抄了一条意见的原话；请换一个概括的名称",
                    "the theme's name repeats the words of a comment; choose a more general one")
            }
            if summaries[index] {
                throw sheet.complaint(
                    theme.row, "主题“\(theme.name)”的概述照抄了一条意见的原话；请用自己的话改写",
                    "the summary of the theme \"\(theme.name)\" repeats the words of a comment; put it in your own words"
                )
            }
        }
    }

    // MARK: Cells

    /// A sheet under either of its names, whose header still stands where it was written.
    private func sheet(_ wording: Wording, heads: [Wording]) throws(FormError) -> FilledSheet {
        let content: (cells: [Cell: WorkbookReader.Content], merged: MergedCells)?
        let name = book.sheetNames.first(where: wording.names.contains)
        do throws(WorkbookError) {
            content = try name.flatMap { name throws(WorkbookError) in try book.cellsAndMerges(of: name) }
        } catch {
            throw FormError(error.message(in: .chinese), error.message(in: .english))
        }
        guard let name, let (cells, merged) = content else {
            throw FormError(
                "\(path)：没有工作表“\(wording.chinese)”；请用原来的编码表",
                "\(path): there is no sheet \"\(wording.english)\"; use the coding workbook as it was made")
        }
        let sheet = FilledSheet(path: path, name: name, cells: cells)
        for (index, head) in heads.enumerated() {
            guard case .text(let text)? = cells[Cell(row: CodingSheets.headRow, column: index + 1)]?.value,
                head.names.contains(text)
            else {
                throw sheet.complaint(
                    CodingSheets.headRow, "表头被改动或列被移动；请用原来的编码表",
                    "the header was changed or columns were moved; use the coding workbook as it was made")
            }
        }
        let joined = merged.blocks.filter {
            $0.last.row >= CodingSheets.firstRow && $0.rows.count > 1 && cells[$0.first] != nil
        }
        if let block = joined.min(by: { $0.first.row < $1.first.row }) {
            throw sheet.complaint(
                block.first.row, "\(block.name) 是合并的格子，只有第一行读得到；请取消合并，逐行填写",
                "\(block.name) is a merged cell, of which only the first row is read; unmerge it and fill in every row")
        }
        return sheet
    }
}

/// The cells of one sheet, of which only typed values count.
private struct FilledSheet {
    let path: String
    let name: String
    let cells: [Cell: WorkbookReader.Content]

    /// The rows below the header that hold anything.
    var rows: [Int] { Set(cells.keys.map(\.row)).filter { $0 >= CodingSheets.firstRow }.sorted() }

    func text(_ row: Int, _ column: Int) throws(FormError) -> String {
        let cell = Cell(row: row, column: column)
        guard let content = cells[cell] else { return "" }
        guard !content.isFormula else {
            throw complaint(
                row, "\(cell.name) 是公式；请改成直接填写的文字", "\(cell.name) is a formula; type the text itself")
        }
        switch content.value {
        case .text(let text), .day(let text): return AnswerReader.trimmed(text)
        case .number(let number): return Int(exactly: number).map(String.init) ?? "\(number)"
        case .truth(let truth): return truth ? "TRUE" : "FALSE"
        case .error, .unknown:
            throw complaint(row, "\(cell.name) 是错误值；请重新填写", "\(cell.name) is an error value; fill it in again")
        }
    }

    /// Nothing stands in any column that we wrote.
    func isEmpty(_ row: Int) throws(FormError) -> Bool {
        for column in 1...CodingSheets.commentHeads.count where try !text(row, column).isEmpty { return false }
        return true
    }

    func number(_ row: Int, _ column: Int) throws(FormError) -> Int? { Int(try text(row, column)) }

    func complaint(_ row: Int, _ chinese: String, _ english: String) -> FormError {
        FormError(
            "\(path)：工作表“\(name)”第 \(row) 行：\(chinese)", "\(path): sheet \"\(name)\", row \(row): \(english)")
    }
}
