import Digests
import Forms
import Scoring
import Surveys

/// One year's responses, with what they were read by.
struct ResponsesFile {
    var path: String
    var year: Int
    var reading: SurveyReading
    var survey: Survey { reading.survey }
    var roster: Roster?
    var content: ResponseImport
    /// What the file says of each response beside its answers; empty where it says nothing.
    var origins: [RowOrigin?]
    /// What became of the file's rows and columns, whichever tool it is from.
    var report: ExportReport
    var intake: Intake

    init(
        _ path: String, year: Int, reading: SurveyReading, roster: Roster?, map: ColumnMap?, condition: String?,
        setAside: [String]
    ) throws(Complaint) {
        let bytes = try Files.bytes(of: path)
        let imported = try Complaint.naming(path) { () throws(FormError) in
            try ResponseExport.read(
                bytes: bytes, survey: reading.survey, roster: roster, map: map, where: condition,
                setAside: setAside)
        }
        content = imported.content
        origins = imported.origins
        report = imported.report
        self.path = path
        self.year = year
        self.reading = reading
        self.roster = roster
        // Somebody's trial of the questionnaire never was a response.
        let rows = report.rows - report.trialRows
        intake = Intake(
            fingerprint: SHA256.hexadecimal(of: bytes), rows: rows, condition: condition,
            excludedRows: content.excludedRows, blankRows: content.blankRows, refusedCells: content.rejects.count,
            absentVariables: content.absentVariables)
    }

    /// The roster whose people the responses stand for: none when only some rows were chosen.
    ///
    /// Against all of the roster, the rows of one group would make a low response rate and too narrow an interval.
    var population: Roster? { content.excludedRows > 0 ? nil : roster }

    /// Says what of the file was not used, one line each.
    func remark(to console: Console) {
        guard report.format == .own else {
            for line in report.lines { note(line, console) }
            return
        }
        for line in report.repetitionLines { note(line, console) }
        if !content.ignoredColumns.isEmpty {
            let (names, count) = (ExportReport.named(content.ignoredColumns), content.ignoredColumns.count)
            console.note(
                "\(path)：\(count) 列不在对照表里，没有用：\(names.chinese)",
                "\(path): \(count) columns are not in the map and were not used: \(names.english)")
            for line in ExportReport.weightLines(among: content.ignoredColumns) { note(line, console) }
        }
        if !content.absentVariables.isEmpty {
            let (names, count) = (Self.listed(content.absentVariables), content.absentVariables.count)
            console.note(
                "\(path)：问卷里有 \(count) 题没有对应的列：\(names)",
                "\(path): \(count) items of the survey have no column: \(names)")
        }
        if !content.retiredColumns.isEmpty {
            let names = Self.listed(content.retiredColumns)
            console.note("\(path)：已停用的题没有用：\(names)", "\(path): columns of retired items were not used: \(names)")
        }
        if content.excludedRows > 0 {
            console.note(
                "\(path)：\(intake.rows) 行中有 \(content.excludedRows) 行不合 --where，没有用",
                "\(path): \(content.excludedRows) of \(intake.rows) rows do not meet --where and were not used")
        }
        if content.blankRows > 0 {
            console.note(
                "\(path)：\(content.blankRows) 行除了处室什么也没有填，不算有效答卷",
                "\(path): \(content.blankRows) rows have nothing filled in but at most the unit and are no responses")
        }
        for line in report.textLines { note(line, console) }
    }

    /// Lists the cells that are no answers, by column and reason.
    func listRejects(to console: Console) {
        for line in content.rejectLines {
            console.say(Wording("\(path)：\(line.chinese)", "\(path): \(line.english)"))
        }
    }

    private func note(_ line: Wording, _ console: Console) {
        console.note("\(path)：\(line.chinese)", "\(path): \(line.english)")
    }

    private static func listed(_ names: [String]) -> String {
        names.prefix(8).joined(separator: " ") + (names.count > 8 ? " …" : "")
    }
}
