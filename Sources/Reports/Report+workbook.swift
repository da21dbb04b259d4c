import Surveys
package import Workbooks

extension Report {
    /// Writes the workbook: whole, or not at all.
    ///
    /// - Returns: the SHA-256 of the file.
    package func write(to path: String, fonts: FontSet = .general) throws(ReportError) -> String {
        do {
            return try paint(to: path, fonts)
        } catch let error as WorkbookError {
            throw ReportError(Wording(error.message(in: .chinese), error.message(in: .english)))
        } catch {
            throw ReportError(Wording("工作簿没有写成：\(error)", "the workbook was not written: \(error)"))
        }
    }

    private func paint(to path: String, _ fonts: FontSet) throws -> String {
        let day = try WorkbookDay(year: identity.created.year, month: identity.created.month, day: identity.created.day)
        // A file needs an author, and a property has 255 characters.
        let organisation =
            identity.organisation.isEmpty
            ? say("（未填编制单位）", "(no organisation given)") : identity.organisation.shortened(to: 200)
        var book = try Workbook(
            at: path,
            properties: WorkbookProperties(
                title: title.shortened(to: 200), author: organisation, created: WorkbookMoment(day),
                subject: subject.shortened(to: 200), company: organisation, category: say("内部资料", "Internal"),
                comments: say(
                    "由 \(identity.program.shortened(to: 100)) 生成", "Made by \(identity.program.shortened(to: 100))"),
                status: isPersonal ? say("仅供本人", "For this person only") : say("送审稿", "For review"),
                custom: [
                    WorkbookProperties.Custom(
                        name: say("报告编号", "Report number"), value: identity.number.shortened(to: 80))
                ]), fonts: fonts)
        let dataName = SheetKind.chartData.name.text(in: language)
        var data = ChartData(sheetName: dataName)
        var charts: [[Chart]] = []
        for sheet in sheets {
            var placed: [Chart] = []
            for chart in sheet.charts { placed.append(try data.place(chart.figure, language)) }
            charts.append(placed)
        }
        for (sheet, charts) in zip(sheets, charts) {
            try book.addSheet(sheet.name, tab: sheet.tab) { target in
                try sheet.paint(on: &target, charts: charts)
                // Upright pages are filed with the documents; tables that lie on their side need the width.
                if fonts == .gongwen, sheet.print.orientation == .portrait { target.print.margins = .gongwen }
                if sheet.name == dataName {
                    target.print.breaksAfterRows = data.pageBreaks(rows: chartRowsOnPage)
                    try data.paint(on: &target)
                }
            }
        }
        return try book.close().sha256
    }

    private func say(_ chinese: String, _ english: String) -> String { Wording(chinese, english).text(in: language) }
}

/// Rows of 15 points below the heading that repeats, as narrow as ten columns make them on an upright A4.
private let chartRowsOnPage = 64

extension ChartData {
    fileprivate mutating func place(
        _ figure: ReportSheet.Figure, _ language: ReaderLanguage
    ) throws(WorkbookError) -> Chart {
        let words = language == .english ? ChartWords.english : .chinese
        switch figure {
        case .forest(var chart):
            chart.words = words
            return try place(chart)
        case .dumbbell(var chart):
            chart.words = words
            return try place(chart)
        case .quadrant(var chart):
            chart.words = words
            return try place(chart)
        case .trend(var chart):
            chart.words = words
            return try place(chart)
        case .bars(var chart):
            chart.words = words
            return try place(chart)
        case .diverging(var chart):
            chart.words = words
            return try place(chart)
        }
    }
}

extension ReportSheet {
    fileprivate func paint(on target: inout Sheet, charts: [Chart]) throws(WorkbookError) {
        target.print = print
        for (column, width) in widths.sorted(by: { $0.key < $1.key }) { try target.setWidth(width, ofColumn: column) }
        // A text that no row can show is still whole in its cell.
        for (row, height) in heights.sorted(by: { $0.key < $1.key }) {
            try target.setHeight(min(height, SheetComposer.tallestRow), ofRow: row)
        }
        if let table { try target.addTable(table.name, table.range, headers: table.headers) }
        for placed in cells {
            switch placed.content {
            case .text(let text): try target.write(text, at: placed.cell, placed.style)
            case .code(let wording): try target.write(wording.text(in: .chinese), at: placed.cell, placed.style)
            case .number(let number): try target.write(number, at: placed.cell, placed.style)
            case .formula(let formula, let result):
                try target.write(formula: formula, result: .number(result), at: placed.cell, placed.style)
            case .link(let sheet): try target.write(linkTo: sheet, text: sheet, at: placed.cell, placed.style)
            case .blank: try target.writeBlank(at: placed.cell, placed.style)
            }
        }
        for merge in merges { try target.merge(merge.range, merge.text, merge.style) }
        for placed in bars { try target.addDataBar(placed.bar, to: placed.range) }
        for placed in scales { try target.addColorScale(placed.scale, to: placed.range) }
        for comment in comments { try target.addComment(comment.text, at: comment.cell) }
        for (placed, chart) in zip(self.charts, charts) {
            try target.insert(
                chart, at: placed.cell, width: placed.width, height: placed.height, altText: placed.altText)
        }
        for input in inputs { try target.addInputRule(input.rule, to: input.range, message: input.message) }
        if isProtected { target.protect(allowing: .rowHeights) }
        if let frozen { try target.freeze(at: frozen) }
    }
}
