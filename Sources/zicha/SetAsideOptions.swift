import ArgumentParser
import Forms
import Surveys

/// What is done about cells that are no answers to their questions.
struct SetAsideOptions: ParsableArguments {
    @Flag(
        name: .customLong("set-aside-rejects"),
        help: "不合题目的格子按缺答处理，照样往下做 | Count cells that are no answers as missing and go on.")
    var takesRejects = false

    @Option(
        name: .customLong("set-aside"), parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "不合题目的格子里是这个文字的，按缺答处理；可写几次，占一列 5% 以上的必须这样写明 | Count refused cells with this text as missing; may be repeated, and is needed above 5 % of a column.",
            valueName: "text"))
    var texts: [String] = []

    var isEmpty: Bool { !takesRejects && texts.isEmpty }

    /// Lists the cells that are no answers, and stops unless they are to be set aside.
    ///
    /// A text that stands in more than 5 % of a column's filled cells is set aside only by its name: it may be a whole
    /// category of answers, spelt otherwise.
    func judge(_ files: [ResponsesFile], _ console: Console) throws(Complaint) {
        for file in files { file.listRejects(to: console) }
        let count = files.reduce(0) { $0 + $1.content.rejects.count }
        let unnamed = files.reduce(0) { $0 + $1.content.unnamedRejects }
        let large = files.flatMap { file in
            file.content.rejectedColumns.flatMap { column in
                column.texts.filter(\.isLarge).map { (column: column.column, text: $0) }
            }
        }
        guard large.isEmpty else {
            let others = unnamed - large.reduce(0) { $0 + $1.text.count }
            throw Self.refusal(unnamed, large, needsFlag: others > 0 && !takesRejects)
        }
        guard unnamed == 0 || takesRejects else {
            throw Complaint(
                "共有 \(unnamed) 格不是题目的答案，没有往下做；请改好，或加 --set-aside-rejects 把它们按缺答处理",
                "cells that are no answers to their questions: \(unnamed). Nothing was made; correct them, or run again with --set-aside-rejects to count them as missing"
            )
        }
        if count > 0 { console.note("以上共 \(count) 格按缺答处理", "these cells, \(count) in all, count as missing") }
    }

    /// The sentence that names what may be lost and the options that let it go.
    private static func refusal(
        _ count: Int, _ large: [(column: String, text: RejectedColumn.SharedText)], needsFlag: Bool
    ) -> Complaint {
        var seen: Set<String> = []
        let shown = large.compactMap(\.text.text).filter { seen.insert($0).inserted }
        let hidden = large.filter { $0.text.text == nil }
        let options =
            shown.prefix(mostNamed).map { text in Wording("--set-aside \"\(text)\"", "--set-aside \"\(text)\"") }
            + hidden.prefix(mostNamed).map { place in
                let (column, row) = (ExportReport.named([place.column]), place.text.rows[0])
                return Wording(
                    "--set-aside 加列\(column.chinese)第 \(row) 行的文字",
                    "--set-aside with the text in row \(row) of column \(column.english)")
            }
        let more = shown.count + hidden.count - options.count
        let rest =
            needsFlag
            ? Wording("；别的格再加 --set-aside-rejects", "; and --set-aside-rejects for the other cells") : Wording("", "")
        return Complaint(
            "共有 \(count) 格不是题目的答案，没有往下做；有的写法占一列的 5% 以上，可能是一整类回答，请先改答卷或问卷。确实要按缺答处理，请写明：\(options.map(\.chinese).joined(separator: "、"))\(more > 0 ? " 等" : "")\(rest.chinese)",
            "cells that are no answers to their questions: \(count). Nothing was made; a text in more than 5 % of a column's cells may be a whole category of answers, so correct the file or the survey. If it is to count as missing, name it: \(options.map(\.english).joined(separator: ", "))\(more > 0 ? ", …" : "")\(rest.english)"
        )
    }

    private static let mostNamed = 5
}
