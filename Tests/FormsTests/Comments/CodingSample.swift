import Forms
import Foundation
import Surveys
import TestSupport
import Workbooks

/// A small round with two open questions, and the coding of its answers.
struct CodingSample {
    static let text = """
        # 自查
        版本：2026
        语言：zh、en

        ## 一、学风 | Study style
        A1. 学时 [数字 0~100]
        ## 二、作风 | Work style
        A2. 下基层天数 [数字 0~100]
        ## 三、意见 | Comments
        ZW. 职务 [文本 选填]
        YJ. 最需要解决的问题 [长文本 选填]
        JY. 其他建议 [长文本 选填]

        维度：学时
        取题：A1
        计法：合计
        换算：原始

        维度：下基层
        取题：A2
        计法：合计
        换算：原始
        """
    static let survey = Survey.read(text).survey

    /// Fourteen people: eleven speak of time, two of these of meetings too, three only of meetings.
    static let written: [(problem: String, advice: String)] =
        (1...9).map { ("第\($0)组学习时间总是不够用", "") }
        + [("学习时间被临时任务占用", "会议可以少开"), ("没有时间", "会开得太长")]
        + [("", "会议材料能不能精简一些"), ("请把重复的会合并", ""), ("同一件事开三次会", "")]

    let folder: URL
    let answers: OpenAnswers

    init(seed: UInt64 = 1) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("zicha-coding-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        answers = try Self.answers(seed: seed)
        try CodingWorkbook(answers, language: .chinese, k: 10).write(
            to: path("空.xlsx"), madeOn: Day(year: 2026, month: 12, day: 1)!)
    }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    static func identity(seed: UInt64) -> CodingIdentity {
        CodingIdentity(year: 2026, surveyHash: "abc", responsesHash: "def", seed: seed)
    }

    static func answers(
        seed: UInt64 = 1, of written: [(problem: String, advice: String)] = written, codes: [String] = []
    ) throws -> OpenAnswers {
        try OpenAnswers(of: responses(written), to: survey, identity: identity(seed: seed), codes: codes)
    }

    static func responses(_ written: [(problem: String, advice: String)]) -> [Response] {
        func answer(_ text: String) -> Answer { text.isEmpty ? .missing : .text(text) }
        return written.map {
            Response(answers: [
                .number(12, decimals: 0), .number(3, decimals: 0), .text("处长"), answer($0.problem),
                answer($0.advice),
            ])
        }
    }

    // MARK: Filling in

    /// The cells that a coder fills in: two themes, and one or both for each comment.
    var coding: [String: [Cell: Rewriting.Change]] {
        var comments: [Cell: Rewriting.Change] = [:]
        for (index, entry) in answers.entries.enumerated() {
            let name = entry.text.contains("会") ? "会议" : "时间"
            comments[Cell(row: 5 + index, column: 5)] = .text(name)
        }
        return [
            "意见": comments,
            "主题": [
                "A5": .text("会议"), "B5": .text("作风"), "C5": .text("希望精简"),
                "A6": .text("时间"), "B6": .text("学风"), "C6": .text("难有整段的时间"),
            ],
        ]
    }

    /// Fills the workbook in, with some cells otherwise, and reads it.
    func read(
        _ other: [String: [Cell: Rewriting.Change]] = [:], droppingRows: [String: Set<Int>] = [:]
    ) throws -> CodedComments {
        var changes = coding
        for (sheet, cells) in other { changes[sheet, default: [:]].merge(cells) { $1 } }
        try Rewriting.copy(path("空.xlsx"), to: path("填好.xlsx"), changes: changes, droppingRows: droppingRows)
        let reader = try CodingReader(contentsOf: path("填好.xlsx"))
        try reader.check(year: 2026, surveyHash: "abc", responsesHash: "def")
        return try reader.coded(answers, k: 10)
    }

    /// The same coding in a workbook made for a coder who reads English.
    func rewrittenInEnglish() throws -> (sheets: [String], coded: CodedComments) {
        try CodingWorkbook(answers, language: .english, k: 10).write(
            to: path("empty.xlsx"), madeOn: Day(year: 2026, month: 12, day: 1)!)
        var changes = ["Comments": coding["意见"] ?? [:], "Themes": coding["主题"] ?? [:]]
        changes["Themes", default: [:]].merge(["B5": .text("Work style"), "B6": .text("Study style")]) { $1 }
        try Rewriting.copy(path("empty.xlsx"), to: path("coded.xlsx"), changes: changes)
        let sheets = try WorkbookReader(contentsOf: path("empty.xlsx")).sheetNames
        return (sheets, try CodingReader(contentsOf: path("coded.xlsx")).coded(answers, k: 10))
    }
}
