import Workbooks

/// Reads a coding workbook that comes back, and holds it to the answers that it was made from.
///
/// Of the file only its themes are taken. What people wrote, and which answers are one person's, is known from the
/// responses; a row that says otherwise stops the reading. No sentence repeats what stands in a cell.
package struct CodingReader: Sendable {
    private let path: String
    private let book: WorkbookReader
    /// What the file says of itself.
    package let identity: CodingIdentity
    /// The questions whose answers it holds, by their codes.
    package let questions: [String]
    /// How many answers it was made with.
    private let count: Int

    /// Opens a file and reads what it says of itself.
    package init(contentsOf path: String) throws(FormError) {
        self.path = path
        do throws(WorkbookError) {
            book = try WorkbookReader(contentsOf: path, limits: .export)
        } catch {
            guard error.code == .unreadableArchive else {
                throw FormError(error.message(in: .chinese), error.message(in: .english))
            }
            throw FormError(
                "\(path)：不是能读的 Excel 工作簿（.xlsx），或文件损坏、过大；--comments 要 zicha comments 做出、填好的编码表",
                "\(path): no readable Excel workbook (.xlsx), or damaged or too large; --comments takes what zicha comments made, filled in"
            )
        }
        (identity, questions, count) = try Self.identity(in: book, path)
    }

    /// Says before anything is collected whether the file belongs to a round.
    ///
    /// - Throws: where it codes another year, another version of the survey, or other responses.
    package func check(year: Int, surveyHash: String, responsesHash: String) throws(FormError) {
        guard identity.year == year else {
            throw complaint(
                "这是 \(identity.year) 年的编码表，报告的最近一年是 \(year) 年；请用 zicha comments 为这一年另做一份",
                "this codes the answers of \(identity.year), the report's latest year is \(year); make one for that year with zicha comments"
            )
        }
        guard identity.surveyHash == surveyHash else {
            throw complaint(
                "这份编码表是按另一版问卷做的；请用做表时的问卷，或用 zicha comments 重新做",
                "this was made from another version of the survey; use that one, or make it anew with zicha comments")
        }
        guard identity.responsesHash == responsesHash else {
            throw otherResponses
        }
    }

    /// The themes, and who spoke of each.
    ///
    /// - Parameters:
    ///   - answers: of the same round, collected with this file's seed and questions.
    ///   - k: a theme with so many responses will be shown, so it needs a summary.
    package func coded(_ answers: OpenAnswers, k: Int) throws(FormError) -> CodedComments {
        // Of the same file, other rows may have been taken.
        guard count == answers.entries.count else { throw otherResponses }
        let sheets = CodingTables(book: book, path: path, survey: answers.survey)
        let themes = try sheets.themes()
        let (mentions, uncoded) = try sheets.mentions(of: themes, in: answers)
        try sheets.checkSummaries(of: themes, mentions, k: k)
        try sheets.checkQuotations(in: themes, of: answers)
        return CodedComments(
            year: identity.year,
            themes: zip(themes, mentions).map {
                CodedComments.Theme(name: $0.name, area: $0.area, summary: $0.summary, responses: $1)
            }, responses: answers.responses, uncoded: uncoded)
    }

    // MARK: What it says of itself

    private static func identity(
        in book: WorkbookReader, _ path: String
    ) throws(FormError) -> (CodingIdentity, questions: [String], count: Int) {
        let foreign = FormError(
            "\(path)：不是编码表；请给 zicha comments 做出、填好的那份 .xlsx",
            "\(path): no coding workbook; give the .xlsx that zicha comments made and the coder filled in")
        let cells: [Cell: WorkbookReader.Content]?
        do throws(WorkbookError) {
            cells = try book.cells(of: CodingKey.sheet)
        } catch {
            throw FormError(error.message(in: .chinese), error.message(in: .english))
        }
        guard let cells else { throw foreign }
        var values: [CodingKey: String] = [:]
        for row in 1...CodingKey.allCases.count {
            guard case .text(let name)? = cells[Cell(row: row, column: 1)]?.value, let key = CodingKey(rawValue: name),
                let content = cells[Cell(row: row, column: 2)], !content.isFormula
            else { throw foreign }
            switch content.value {
            case .text(let text): values[key] = text
            case .number(let number): values[key] = Int(exactly: number).map(String.init)
            case .day, .truth, .error, .unknown: throw foreign
            }
        }
        guard values[.format] == CodingKey.formatName, let version = values[.version] else { throw foreign }
        guard version == String(CodingKey.currentVersion) else {
            throw FormError(
                "\(path)：编码表的格式版本是别的版本，这个程序只读版本 \(CodingKey.currentVersion)；请用做表的那一版程序",
                "\(path): the coding workbook has another format version, this program reads \(CodingKey.currentVersion); use the release that made it"
            )
        }
        guard let year = values[.year].flatMap({ Int($0) }), let survey = values[.survey],
            let responses = values[.responses], let seed = values[.seed].flatMap({ UInt64($0) }),
            let questions = values[.questions], let count = values[.count].flatMap({ Int($0) })
        else { throw foreign }
        return (
            CodingIdentity(year: year, surveyHash: survey, responsesHash: responses, seed: seed),
            questions.split(separator: ",").map(String.init), count
        )
    }

    private var otherResponses: FormError {
        complaint(
            "这份编码表是按另一批答卷做的；请用做表时的答卷和条件，或用 zicha comments 重新做",
            "this was made from other responses; use those and the same --where, or make it anew with zicha comments")
    }

    private func complaint(_ chinese: String, _ english: String) -> FormError {
        FormError("\(path)：\(chinese)", "\(path): \(english)")
    }
}
