import Disclosure
import Scoring
import Statistics
import Surveys
import Workbooks

/// 注释与代码: what the marks in square brackets and the signs mean.
///
/// - Parameter isWholeBook: a unit's own book has none of the sheets where more is said.
func notesSheet(_ context: ReportContext, isWholeBook: Bool = true) -> ReportSheet {
    var page = SheetComposer(
        context.name(of: .notes), tab: .grey,
        purpose: context.say("方括号代码、符号与题目代码的含义", "What the codes in brackets, the signs and the item codes mean"),
        readers: context.say("所有读者", "All readers"))
    page.widths([14, 80])
    page.heading(
        context.name(of: .notes),
        context.say("表中方括号、符号和题目代码的含义", "What brackets, signs and item codes in the tables mean"), columns: 2)
    page.header([context.say("代码", "Code"), context.say("含义", "Meaning")], height: 22)
    let codes = [
        (
            Wording("[隐]", "[c]"),
            Wording(
                "为保护填答人而不显示（不足\(context.release.k)人，或为防相减推算）",
                "confidential: fewer than \(context.release.k) people, or it could be found by subtraction")
        ),
        (Wording("[缺]", "[x]"), Wording("没有数据（没有收集，或全部漏答）", "missing: not collected, or left out by all")),
        (Wording("[不适用]", "[z]"), Wording("该单元格按定义不可能有值", "not applicable: no value can stand here by definition")),
        (
            Wording("[无]", "[u]"),
            Wording("算不出（例如答案没有差异，没有区间）", "undefined, for example an interval where all answers are alike")
        ),
        (
            Wording("≥ ≤", "≥ ≤"),
            Wording(
                "接近满分、最低分或100%、0的数只报界限" + (isWholeBook ? "，见“方法说明”的保密规则" : ""),
                "a number near an end of its scale, or near 0 or 100%, is given as a bound only"
                    + (isWholeBook ? "; see the disclosure rule on \(context.quoted(.method))" : "")
            )
        ),
        (
            Wording("[界]", "[bound]"),
            Wording("由它能推出只报界限的数，不显示", "not shown: a number that is given as a bound could be found from it")
        ),
        (
            Wording("[断]", "[b]"),
            Wording(
                "各年没有共同的题，或那一年没有这个维度，前后不能直接比较",
                "break: the years share no items, or that year has no such dimension, so they cannot be compared directly"
            )
        ),
        (
            Wording("（合并）", "(merged)"),
            Wording(
                "几个处室合在一起统计" + (isWholeBook ? "，见“处室对比”表下的说明" : ""),
                "several units counted together"
                    + (isWholeBook ? "; see below the tables of \(context.quoted(.units))" : ""))
        ),
        (
            Wording("▲ ▼ —", "▲ ▼ —"),
            Wording(
                "明显上升或高于、明显下降或低于、不明显（同时有文字，不只靠颜色）",
                "clearly up or above, clearly down or below, not clear (always said in words too, never by colour alone)"
            )
        ),
        (
            Wording.notJudged,
            Wording(
                "没有检验（例如答案没有差异），因此不判断明显不明显",
                "there is no test, for example where answers do not vary, so nothing is judged")
        ),
        (Wording("可比题数", "Common items"), Wording("各年共同的题数／本年的题数", "items shared by all years / items of this year")),
    ]
    for (code, meaning) in codes {
        page.entries([.text(context.say(code), .centered), .text(context.say(meaning), .wrapped)])
    }
    page.skip()
    page.header([context.say("题目代码", "Item code"), context.say("题目", "Item")], height: 22)
    for item in context.now.plan.items where item.dimension != nil {
        page.entries([.text(item.variable.code, .centered), .text(context.label(of: item.variable), .wrapped)])
    }
    for pair in context.now.plan.pairs {
        page.entries([.text(pair.code, .centered), .text(context.text(pair.text), .wrapped)])
    }
    return page.finished(context, .portrait, pagesHigh: 0, repeatedRows: 1...4)
}
