import Disclosure
import Scoring
import Statistics
import Surveys
import Workbooks

/// 注释与代码: what the marks in square brackets and the signs mean.
func notesSheet(_ context: ReportContext) -> ReportSheet {
    var page = SheetComposer("注释与代码", tab: .grey, purpose: "方括号代码、符号与题目代码的含义", readers: "所有读者")
    page.widths([14, 80])
    page.heading("注释与代码", "表中方括号、符号和题目代码的含义", columns: 2)
    page.header(["代码", "含义"], height: 22)
    let codes = [
        ("[隐]", "为保护填答人而不显示（不足\(context.release.k)人，或为防相减推算）"),
        ("[缺]", "没有数据（没有收集，或全部漏答）"),
        ("[不适用]", "该单元格按定义不可能有值"),
        ("[无]", "算不出（例如答案没有差异，没有区间）"),
        ("≥ ≤", "接近满分、最低分或100%、0的数只报界限，见“方法说明”的保密规则"),
        ("[界]", "由它能推出只报界限的数，不显示"),
        ("[断]", "各年没有共同的题，或那一年没有这个维度，前后不能直接比较"),
        ("（合并）", "几个处室合在一起统计，见“处室对比”表下的说明"),
        ("▲ ▼ —", "明显上升或高于、明显下降或低于、不明显（同时有文字，不只靠颜色）"),
        ("可比题数", "各年共同的题数／本年的题数"),
    ]
    for (code, meaning) in codes { page.entries([.text(code, .centered), .text(meaning, .wrapped)]) }
    page.skip()
    page.header(["题目代码", "题目"], height: 22)
    for item in context.now.plan.items where item.dimension != nil {
        let reversed = item.variable.marks.isReversed ? "（反向）" : ""
        page.entries([.text(item.variable.code, .centered), .text(item.variable.text.main + reversed, .wrapped)])
    }
    for pair in context.now.plan.pairs {
        page.entries([.text(pair.code, .centered), .text(pair.text.main, .wrapped)])
    }
    return page.finished(context, .portrait, pagesHigh: 0, repeatedRows: 1...4)
}
