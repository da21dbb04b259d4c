package import Surveys

/// The texts of a survey as a table for a translator, and the table as it comes back.
package enum TranslationTable {
    /// - Parameters:
    ///   - survey: read from `source`, which tells the lines.
    ///   - missingOnly: only the sentences that a respondent or a reader of the report meets and that lack a translation.
    package static func table(
        of survey: Survey, source: SourceText, language: String, missingOnly: Bool, headings: ReaderLanguage
    ) -> CSVTable {
        let texts = survey.keyedTexts.filter { keyed in
            missingOnly ? keyed.isSpoken && keyed.text.isMissing(language) : keyed.text.needsTranslation
        }
        let rows = texts.map { keyed in
            let line = source.position(of: keyed.text.place.range.lowerBound).line
            return [keyed.key, String(line), keyed.text.main, keyed.text.translations[language] ?? ""]
        }
        return CSVTable(header: Self.headings(language).map { $0.text(in: headings) }, rows: rows)
    }

    /// What the first line of the table holds.
    package static func headings(_ language: String) -> [Wording] {
        [
            Wording("位置", "place"), Wording("行", "line"), Wording("原文", "original"),
            Wording("译文 \(language)", "translation \(language)"),
        ]
    }

    /// - Throws: `FormError` for a table without the columns that are needed; a translator may have added others.
    package static func rows(_ table: CSVTable, language: String) throws(FormError) -> [TranslationImport.Row] {
        func column(_ name: Wording) throws(FormError) -> Int {
            if let index = table.column(named: name.chinese) ?? table.column(named: name.english) { return index }
            throw FormError(
                "没有“\(name.chinese)”这一列；请用 zicha texts 导出的表，表头不要改",
                "there is no column \"\(name.english)\"; use the table that zicha texts exported, its header unchanged")
        }
        let names = headings(language)
        let (keys, originals, translations) = (try column(names[0]), try column(names[2]), try column(names[3]))
        return table.rows.map { row in
            TranslationImport.Row(
                number: row.number, key: AnswerReader.trimmed(row.cells[keys]), original: text(row.cells[originals]),
                translation: text(row.cells[translations]))
        }
    }

    /// A text as the language can hold it: one line, without the apostrophe that guarded it from the spreadsheet.
    private static func text(_ cell: String) -> String {
        let lines = CSVTable.unguarded(AnswerReader.trimmed(cell)).split(whereSeparator: \.isNewline)
        return lines.map { AnswerReader.trimmed($0) }.filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension CSVTable {
    /// A table that was made here and stands in no file yet.
    init(header: [String], rows: [[String]]) {
        self.header = header
        self.rows = rows.enumerated().map { Row(number: $0 + 2, cells: $1) }
    }
}
