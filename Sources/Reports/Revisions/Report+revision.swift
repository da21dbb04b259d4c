package import Surveys
import Workbooks

extension Report {
    /// The workbook that a committee decides on: what is open first, then the trends, then each kind of change.
    package init(of revision: Revision, language: ReaderLanguage, identity: ReportIdentity) {
        let pages = RevisionPages(revision: revision, language: language, identity: identity)
        title = pages.say("问卷修订说明", "Revision of the questionnaire")
        subject = revision.subject
        self.language = language
        self.identity = identity
        sheets = [pages.decisions] + (revision.trends.isEmpty ? [] : [pages.trends]) + revision.parts.map(pages.changes)
    }
}

/// The sheets of a revision.
private struct RevisionPages {
    let revision: Revision
    let language: ReaderLanguage
    let identity: ReportIdentity

    func say(_ chinese: String, _ english: String) -> String { Wording(chinese, english).text(in: language) }
    func say(_ wording: Wording) -> String { wording.text(in: language) }

    private var years: String { "\(say(revision.from)) → \(say(revision.to))" }
    private var readers: String { say("委员会", "committee") }
    private static let text = CellStyle.wrapped
    private static let centered = CellStyle.wrapped.with(\.horizontal, .center)
    private static let open = centered.with(\.isBold, true).with(\.color, .red)

    // MARK: 修订说明

    var decisions: ReportSheet {
        var page = SheetComposer(
            say("修订说明", "Revision"), tab: .red, purpose: say("先要决定的事项和修订概况", "what to decide first"), readers: readers)
        page.widths([7, 50, 34])
        page.heading("\(say("问卷修订说明", "Revision of the questionnaire"))　\(years)", revision.subject, columns: 3)
        page.header(
            [say("序号", "No."), say("请先决定", "To decide first"), say("可以这样定", "How it may be decided")], height: 24)
        for (index, decision) in revision.decisions.enumerated() {
            page.entries(
                [
                    SheetComposer.Entry(
                        content: .number(Double(index + 1)), style: Self.centered.with(\.numberFormat, "0")),
                    .text(say(decision.text), Self.text), .text(say(decision.ways), Self.text),
                ], height: 22)
        }
        if revision.decisions.isEmpty {
            page.entries([
                .text("—", Self.centered), .text(say("没有需要先定的事项", "nothing"), Self.text), .text("", Self.text),
            ])
        }
        if let remark = revision.skippingRemark { page.note(say(remark), columns: 3) }
        page.skip()
        page.header([say("处数", "Count"), say("修订内容", "What was revised"), say("见工作表", "Sheet")], height: 24)
        for part in revision.parts {
            page.entries([
                .count(part.entries.count), .text(say(part.name.wording), Self.text),
                .link(to: say(part.name.wording)),
            ])
        }
        if revision.parts.isEmpty {
            page.entries([
                .count(0), .text(say("两份问卷没有不同（年份和填写日期不算）", "the surveys do not differ"), Self.text),
                .text("", Self.text),
            ])
        }
        if !revision.trends.isEmpty {
            page.entries([
                .count(revision.trends.count), .text(say("维度能不能和往年比较", "dimensions: which trends hold"), Self.text),
                .link(to: trendName),
            ])
        }
        return page.finished(identity, .portrait, pagesHigh: 0)
    }

    // MARK: 维度趋势

    private var trendName: String { say("维度趋势", "Trends") }

    var trends: ReportSheet {
        var page = SheetComposer(
            trendName, tab: .blue, purpose: say("每个维度能不能和往年比较，为什么", "which trends hold, and why"), readers: readers)
        page.widths([
            TextMeasure.columnWidth(for: revision.trends.map(\.dimension), atLeast: 14, atMost: 30), 44, 50,
        ])
        page.heading(
            say("各维度能不能和往年比较", "Which trends hold"),
            say("报告按同样的规则比较：\(years)", "reports compare by the same rule: \(years)"), columns: 3)
        page.header([say("维度", "Dimension"), say("结论", "Verdict"), say("原因", "Why")], height: 24)
        for trend in revision.trends {
            let isPlain = trend.verdict == .unchanged || trend.verdict == .byThisYearsRule
            page.entries([
                .text(trend.dimension, Self.text),
                .text(say(trend.verdict.wording), isPlain ? Self.text : Self.text.with(\.isBold, true)),
                .text(trend.reasons.map(say).joined(separator: say("；", "; ")), Self.text),
            ])
        }
        page.sheet.frozen = Cell(row: 5, column: 2)
        return page.finished(identity, .landscape, pagesHigh: 0, repeatedRows: 1...4)
    }

    // MARK: One kind of change

    func changes(_ part: Revision.Part) -> ReportSheet {
        let name = say(part.name.wording)
        var page = SheetComposer(
            name, tab: .grey, purpose: say("逐处列出修改前后", "each change, before and after"), readers: readers)
        let subjects = part.entries.map { say($0.subject) }
        let kinds = part.entries.map { say($0.what) }
        page.widths([
            TextMeasure.columnWidth(for: subjects, atLeast: 10, atMost: 28),
            TextMeasure.columnWidth(for: kinds, atLeast: 10, atMost: 20), 46, 46,
        ])
        page.heading(
            "\(name)（\(years)）",
            say(
                "共 \(part.entries.count) 处；红字是作者还没有说明的",
                "\(part.entries.count) changes; red: not yet said how it is meant"), columns: 4)
        page.header(
            [say("哪里", "Where"), say("改了什么", "What"), say(revision.from), say(revision.to)], height: 24)
        for entry in part.entries {
            page.entries([
                .text(say(entry.subject), Self.text),
                .text(say(entry.what), entry.isOpen ? Self.open : Self.centered),
                .text(entry.before.map(say) ?? "", Self.text), .text(entry.after.map(say) ?? "", Self.text),
            ])
        }
        page.sheet.frozen = Cell(row: 5, column: 2)
        return page.finished(identity, .landscape, pagesHigh: 0, repeatedRows: 1...4)
    }
}
