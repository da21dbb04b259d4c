import Disclosure
import Scoring
import Surveys
import Workbooks

/// 开放意见: the themes that people spoke of in their own words, as a coder put them. Nil where nothing was coded.
///
/// No word of a respondent stands here: names and summaries are the coder's, and were held against the answers.
func commentSheet(_ context: ReportContext) -> ReportSheet? {
    guard let comments = context.comments else { return nil }
    let k = context.release.k
    var page = SheetComposer(
        context.name(of: .comments), tab: .blue,
        purpose: context.say("开放题里谈得多的是哪些主题", "Which themes people wrote of in the open questions"),
        readers: context.say("委员会", "Committee"))
    page.widths(widths)
    page.heading(
        context.say("开放意见　主题和提及份数", "Open answers: themes and responses"),
        context.say(
            "由人工编码；一份答卷谈到一个主题算一份，可以谈到几个主题；概述是编码人员的话，不是原话",
            "Coded by hand; a response counts once for each theme that it speaks of; summaries are the coder's words"
        ), columns: widths.count)
    let head = page.header(
        [
            context.say("主题", "Theme"), context.say("提及份数", "Responses"), context.say("领域", "Area"),
            context.say("概述", "Summary"),
        ], height: 24)
    for theme in comments.themes {
        page.entries(
            [
                .text(theme.name, .wrapped), count(theme.count),
                .text(theme.area.map(context.text) ?? context.say("其他", "Other"), .centered.with(\.wraps, true)),
                .text(theme.summary, .wrapped),
            ], height: 24)
    }
    let last = page.row - 1
    // It stands there even when there is nothing else, so that [隐] does not say that few people wrote of something.
    page.entries(
        [
            .text(
                comments.isHidden ? context.say("全部主题", "All themes") : context.say("其他主题", "Other themes"), .wrapped),
            comments.others.map(count) ?? .absent(.hidden), .absent(.notApplicable), .absent(.notApplicable),
        ], height: 24)
    let most = comments.themes.map(\.count.drawn).max() ?? 0
    if most > 0 {
        page.sheet.bars.append(
            ReportSheet.PlacedBar(
                bar: DataBar(0...Double(most), color: .bluePale),
                range: CellRange(Cell(row: head + 1, column: 2), Cell(row: last, column: 2))))
    }
    page.skip()
    for note in notes(comments, k, context) { page.note(note, columns: widths.count) }
    page.sheet.frozen = Cell(row: head + 1, column: 2)
    return page.finished(
        context, .landscape, pagesHigh: comments.themes.count <= 12 ? 1 : 0, repeatedRows: 1...4)
}

private let widths: [Double] = [26, 12, 18, 76]

private func count(_ count: ReleasedComments.Count) -> SheetComposer.Entry {
    switch count {
    case .exact(let number): .count(number)
    case .atLeast(let number): .text("≥\(number)", .centered)
    }
}

private func notes(_ comments: ReleasedComments, _ k: Int, _ context: ReportContext) -> [String] {
    guard !comments.isHidden else {
        return [
            context.say(
                "写了意见的不足\(2 * k)份，主题和份数都不显示，填答人的原话也不进入报告。",
                "Fewer than \(2 * k) responses hold a comment: neither themes nor counts are shown, and nobody's words enter a report."
            )
        ]
    }
    return [
        context.say(
            "不足\(k)份提及的主题合并为“其他主题”，一份答卷只算一次；合起来不足\(k)份（包括没有）、或与别的主题相减能推出不足\(k)份的，写[隐]。",
            "Themes with fewer than \(k) responses are Other themes together, each response once; [c] where these are fewer than \(k), none included, or where a difference from another theme would tell of fewer."
        ),
        context.say(
            "一份答卷可以谈到几个主题，各行不能相加；写了意见的总份数不公布。≥=没有谈到的不足\(k)份，只报界限。填答人的原话不进入报告。",
            "A response may speak of several themes, so the lines do not add up; how many wrote anything is not told. ≥ = fewer than \(k) did not speak of it, a bound. Nobody's words enter a report."
        ),
    ]
}
