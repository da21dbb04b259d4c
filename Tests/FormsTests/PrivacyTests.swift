import Forms
import Surveys
import TestSupport
import Testing

/// What people answered stays out of every error, reject and message.
@Suite struct AnswersStayOutOfMessages {
    /// One that no question accepts, one that a number question might quote, one that looks like a label.
    private static let secrets = ["张三的秘密", "987654321", "5 完全不符合"]

    @Test(arguments: secrets)
    func refusedCellsAreNeverQuoted(secret: String) throws {
        let survey = try everyType()
        let names = survey.variables.map(\.name)
        var table = try CSVTable(text: "x\n")
        table.header = names
        table.rows = [CSVTable.Row(number: 2, cells: names.map { _ in secret })]
        let roster = Roster(units: [.init(name: "甲处", headcount: 12)])
        let result = try ResponseImport(table, survey: survey, roster: roster)
        #expect(result.rejects.count >= names.count - 2)
        expectSilence(String(describing: result.rejects), secret)
        expectSilence(String(describing: result.rejectedColumns), secret)
        for reject in result.rejects { expectSilence(String(describing: reject.refusal.wording), secret) }
        expectSilence(
            String(describing: result.ignoredColumns + result.retiredColumns + result.absentVariables), secret)
    }

    @Test(arguments: secrets)
    func errorsAboutAFileNeverQuoteItsCells(secret: String) throws {
        let survey = try everyType()
        let files = [
            "GW,YJ\ngl,\"\(secret)\n", "GW,YJ\ngl,\"a\"\(secret)\n", "GW,YJ\ngl,\(secret),\(secret)\n",
            "GW,YJ\n\(secret)",
            // Without headings, somebody's answers stand where they should be.
            "\(secret),gl\n\(secret),js\n", "\(secret)\n\(secret)\n", "GW,,\n\(secret),\(secret),\n",
            "GX,YJ\n\(secret),\(secret)\n",
        ]
        for file in files {
            let error = #expect(throws: FormError.self, "\(file)") {
                try ResponseImport(CSVTable(text: file), survey: survey)
            }
            expectSilence(String(describing: error), secret)
        }
        let table = try CSVTable(text: "GW,YJ\n\(secret),\(secret)\n")
        for condition in ["GX = gl", "YJ >", "YJ ≥ 3", "GW = zz"] {
            let error = #expect(throws: FormError.self) { try ResponseImport(table, survey: survey, where: condition) }
            expectSilence(String(describing: error), secret)
        }
        let lost = try ColumnMap(CSVTable(text: "column,code\n岗位,GW\n"))
        expectSilence(
            String(
                describing: #expect(throws: FormError.self) { try ResponseImport(table, survey: survey, map: lost) }),
            secret)
        // A file of answers given as the map or the roster.
        expectSilence(String(describing: #expect(throws: FormError.self) { try ColumnMap(table) }), secret)
        expectSilence(String(describing: #expect(throws: FormError.self) { try Roster.read(table) }), secret)
    }

    private func expectSilence(_ text: String, _ secret: String) {
        #expect(!text.contains(secret), "\(text)")
        #expect(text != "nil")
    }
}
