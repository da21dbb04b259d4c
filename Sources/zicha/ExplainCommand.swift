import ArgumentParser
import Surveys

struct ExplainCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "说明一个诊断代码为什么存在，错和对各举一例 | Say why a remark is made, with a wrong and a right example",
        discussion: "不写代码时列出全部代码。| Without a code, all codes are listed.")

    @Argument(help: "诊断代码，例如 Z013，也可以写 13 | Codes of remarks, such as Z013 or 13.")
    var codes: [String] = []

    @Flag(help: "写出全部说明（Markdown，中英文）| Print the page of all of them (Markdown, both languages).")
    var all = false

    @OptionGroup var reader: ReaderOptions

    func perform(_ console: Console) throws {
        if all { return try console.put(ExplanationTheme.page) }
        if codes.isEmpty { return try console.put(ExplanationTheme.listing(console.language)) }
        var told: [String] = []
        var unknown = 0
        for code in codes {
            if let explanation = Explanation.named(code) {
                told.append(explanation.rendered(console.language))
            } else {
                console.fail(Self.noSuch(code))
                unknown += 1
            }
        }
        try console.put(told.joined(separator: "\n"))
        if unknown > 0 { throw ExitCode.failure }
    }

    /// `没有代码“Z019”，相近的有 Z017、Z020`
    private static func noSuch(_ code: String) -> Wording {
        let nearest = Explanation.nearest(to: code).map(\.code)
        guard !nearest.isEmpty else {
            return Wording(
                "“\(code)”不是诊断代码，代码写成 Z013；zicha explain 列出全部代码",
                "\"\(code)\" is no code of a remark, which is written Z013; zicha explain lists all codes")
        }
        return Wording(
            "没有代码“\(code)”，相近的有 \(nearest.joined(separator: "、"))；zicha explain 列出全部代码",
            "there is no code \"\(code)\"; near it are \(nearest.joined(separator: ", ")); zicha explain lists all codes"
        )
    }
}
