import ArgumentParser
import Digests
import Forms
import Storage
import Surveys
import Workbooks

struct ExportCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "导出答卷（CSV 或 Excel）和变量说明 | Write the responses (CSV or Excel), and a codebook",
        discussion: """
            导出的是每个人的答卷，只供本机关统计人员使用，不要随报告分发。
            These are the responses of single people: keep them in the office, never beside the report.
            """)

    @Argument(help: "年份 | Year of the round.")
    var year: Int

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("CSV 文件，或 .xlsx | The CSV, or an .xlsx.", valueName: "file"))
    var output: String

    @Option(
        help: ArgumentHelp(
            "变量说明 CSV，不写则为 <文件名>-codebook.csv；.xlsx 里另有一页 | The codebook; by default beside the CSV, or a sheet of the .xlsx.",
            valueName: "file"))
    var codebook: String?

    @OptionGroup var store: StoreOptions
    @OptionGroup var overwrite: OverwriteOption
    @OptionGroup var reader: ReaderOptions

    func validate() throws {
        guard [".csv", ".xlsx"].contains(where: output.lowercased().hasSuffix) else {
            throw ValidationError("-o 要写 .csv 或 .xlsx 文件 | -o takes a name that ends in .csv or .xlsx")
        }
        guard codebook.map({ $0.lowercased().hasSuffix(".csv") && !Files.areSame($0, output) }) ?? true else {
            throw ValidationError(
                "--codebook 要写另一个 .csv 文件 | --codebook takes another name, which ends in .csv")
        }
    }

    func perform(_ console: Console) throws {
        let isWorkbook = output.lowercased().hasSuffix(".xlsx")
        let codebook = codebook ?? (isWorkbook ? nil : defaultCodebook)
        let targets = [Output.text(output)] + (codebook.map { [.text($0)] } ?? [])
        for target in targets { try overwrite.check(target, sparing: [store.path]) }
        let opened = try store.opened()
        let survey = try opened.round(year).reading.survey
        var (responses, units): ([Response], [String]) = ([], [])
        try opened.forEachResponse(to: year) { response, unit, _ in
            responses.append(response)
            units.append(unit ?? "")
        }
        var table = CSVTable(responses, survey: survey)
        // Where the survey does not ask for the unit, the codes know it.
        if !survey.variables.contains(where: { $0.domain == .unit }), units.contains(where: { !$0.isEmpty }) {
            table.addUnits(units)
        }
        try opened.record(.exported, year: year, detail: "\(responses.count)", on: store.today)
        if isWorkbook {
            let seal = try overwrite.writeWorkbook(output, console) { try writeWorkbook(table, of: survey) }
            console.written(output, sha256: seal.sha256)
        } else {
            let text = table.spreadsheetText
            try Files.writePrivately(text, to: output)
            console.written(output, sha256: SHA256.hexadecimal(of: Array(text.utf8)))
        }
        if let codebook {
            try Output.text(codebook).write(CSVTable(codebookOf: survey).spreadsheetText, console)
        }
    }

    private func writeWorkbook(_ table: CSVTable, of survey: Survey) throws -> WorkbookSeal {
        let day = try WorkbookDay(year: store.today.year, month: store.today.month, day: store.today.day)
        do throws(WorkbookError) {
            return try ResponseWorkbook(table, survey: survey).write(to: output, made: day)
        } catch {
            guard error.code == .badText else {
                throw Complaint(at: error.place, Wording(error.chinese, error.english))
            }
            throw Complaint(
                at: error.place,
                Wording(
                    "有一个回答超过 Excel 一格能放的 32767 个字，没有写成；请改写成 .csv",
                    "one answer is longer than the 32,767 characters of a cell in Excel, so nothing was written; write a .csv instead"
                ))
        }
    }

    private var defaultCodebook: String {
        (output.lowercased().hasSuffix(".csv") ? String(output.dropLast(4)) : output) + "-codebook.csv"
    }
}
