import ArgumentParser
import Surveys

/// What is scored: rounds of a store, or files and how they are to be read; the same for `score` and `report`.
struct InputOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "库里的各轮，例如 2024 2025 2026；不写则用 --survey 和 --responses 的文件 | Rounds of the store; without them, files.",
            valueName: "year"))
    var years: [Int] = []

    @OptionGroup var store: StoreOptions

    @Option(
        name: .customLong("survey"),
        help: "问卷文件；往年的 <名称>-<年份>.zicha 放在一起就会自动用上 | The survey; other years' files beside it are found by name.",
        completion: .file(extensions: ["zicha"]))
    var surveyPath: String?

    @Option(
        help: ArgumentHelp(
            "答卷（CSV 或 .xlsx，问卷星 等导出的也可以），写成 年份=文件，每年一次；只有一年时年份可以不写 | Responses of a year (CSV or .xlsx, or exported by another tool); may be repeated.",
            valueName: "year=file"))
    var responses: [ResponsesArgument] = []

    @Option(
        name: .customLong("roster"), help: "名册 CSV：处室、人数，可加年份、并入 | The units with their headcounts.",
        completion: .file(extensions: ["csv"]))
    var rosterPath: String?

    @Option(
        name: .customLong("map"), help: "列名对照 CSV：column,code | From foreign column names to our codes.",
        completion: .file(extensions: ["csv"]))
    var mapPath: String?

    @Option(
        name: .customLong("where"),
        help: ArgumentHelp("只取条件成立的行 | Keep the rows for which an expression holds.", valueName: "expression"))
    var condition: String?

    @OptionGroup var setAside: SetAsideOptions

    func validate() throws {
        guard years.isEmpty else { return try validateStored() }
        guard surveyPath != nil, !responses.isEmpty else {
            throw ValidationError(
                """
                请写库里的年份（zicha report 2025 2026 -o 文件），或用 --survey 和 --responses 写明文件 \
                | name rounds of the store (zicha report 2025 2026 -o FILE), or files with --survey and --responses
                """)
        }
        let years = responses.map(\.year)
        if responses.count > 1, years.contains(nil) {
            throw ValidationError(
                "多份答卷每份都要写年份：--responses 2025=文件 | with several files, give each its year: --responses 2025=FILE")
        }
        if Set(years).count < years.count {
            throw ValidationError("同一年写了两份答卷，请先合并成一个文件 | two files for the same year; join them first")
        }
    }

    /// A round of the store has its survey, its roster and its responses.
    private func validateStored() throws {
        guard Set(years).count == years.count else {
            throw ValidationError("同一年写了两次 | the same year was named twice")
        }
        let isPlain =
            surveyPath == nil && responses.isEmpty && rosterPath == nil && mapPath == nil && condition == nil
            && setAside.isEmpty
        guard isPlain else {
            throw ValidationError(
                "写了年份就用库里的问卷、名册和答卷，不再写文件和 --where | rounds of the store come with their survey, roster and responses; leave out files and --where"
            )
        }
    }

    /// Every file that is read.
    var paths: [String] {
        let files = [surveyPath, rosterPath, mapPath].compactMap { $0 } + responses.map(\.path)
        return years.isEmpty ? files : [store.path]
    }

    /// The rounds that are asked for.
    func rounds(_ console: Console) throws -> any RoundSource {
        years.isEmpty ? try ReportInputs(self, console) : try StoredRounds(years, in: store.opened(), console)
    }
}

/// `2025=answers.csv`, or a path alone.
struct ResponsesArgument: ExpressibleByArgument, Equatable {
    var year: Int?
    var path: String

    init?(argument: String) {
        path = argument
        if let sign = argument.firstIndex(of: "="), argument[..<sign].count == 4, let written = Int(argument[..<sign]),
            written > 0
        {
            year = written
            path = String(argument[argument.index(after: sign)...])
        }
        guard !path.isEmpty else { return nil }
    }
}
