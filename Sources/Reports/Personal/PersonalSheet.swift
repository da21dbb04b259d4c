import Disclosure
import Scoring
import Statistics
import Surveys
import Workbooks

/// 个人反馈: one person's own scores beside the median and the quartiles of all, the own competence gaps, and what the
/// survey advises. In a file of its own and never in anybody else's book; nothing of any unit stands on it, and no rank.
func personalSheet(_ person: PersonalPage, mark: String?) -> ReportSheet {
    let context = person.context
    var page = SheetComposer(
        context.say("个人反馈", "Personal feedback"), tab: .blue,
        purpose: context.say("本人的得分、全局的中位数和建议", "Your own scores, the whole's medians, and suggestions"),
        readers: context.say("本人", "this person"))
    page.widths([28, 11, 13, 20, 14])
    page.heading(
        context.say("个人反馈（仅供本人）", "Personal feedback (for you only)"),
        subtitle(person, mark: mark), columns: columns)
    let lines = person.lines
    scores(lines, context, on: &page)
    // Before the picture, so that a page that is too long still has the scores and what to do about them on its face.
    suggestions(person, on: &page)
    let afterSuggestions = page.row - 1
    let levels = person.levels
    competences(levels, context, on: &page)
    for note in notes(person, lines) { page.note(note, columns: columns) }
    // A picture must not lie across two pages: what does not fit on one begins anew with the competences.
    let isLong = page.sheet.heights.values.reduce(0, +) > mostPoints
    return page.finished(
        context, .portrait, pagesHigh: isLong ? 0 : 1, repeatedRows: 1...3,
        breaksAfterRows: isLong && !levels.isEmpty ? [afterSuggestions] : []
    ).forOnePerson(context)
}

private let columns = 5
/// What an upright A4 page holds when it is printed at nine tenths of its size; smaller is hard to read.
private let mostPoints = 810.0

extension ReportSheet {
    /// With the line above every page that says whose it is.
    func forOnePerson(_ context: ReportContext) -> ReportSheet {
        var sheet = self
        sheet.isProtected = true
        sheet.print.header.left = [.text(context.say("仅供本人", "For this person only"))]
        return sheet
    }
}

private func subtitle(_ person: PersonalPage, mark: String?) -> String {
    let context = person.context
    var facts = [
        context.text(context.survey.title).shortened(to: 40),
        context.say("\(person.reference.year)年", "\(person.reference.year)"),
        context.say("全局有效答卷\(person.reference.responses)份", "\(person.reference.responses) responses in the whole"),
    ]
    if let mark { facts.append(context.say("口令后四位 \(mark)", "code ends in \(mark)")) }
    return context.clauses(facts)
}

// MARK: Dimensions

private func scores(_ lines: [PersonalPage.Line], _ context: ReportContext, on page: inout SheetComposer) {
    page.header(
        [
            context.say("维度", "Dimension"), context.say("本人", "You"), context.say("全局中位数", "Median of all"),
            context.say("全局四分位区间", "Quartiles of all"), context.say("位置", "Position"),
        ], height: 22)
    if lines.isEmpty {
        page.entries([
            .text(context.say("没有评本人的维度", "No dimension speaks of you"), .cell)
        ])
    }
    for line in lines {
        let decimals = context.decimals(of: line.score.dimension)
        let style = decimals == 1 ? CellStyle.score : .points
        page.entries(
            [
                .text(label(of: line.score, context), .wrapped),
                .number(line.own, style, or: .missing),
                .shown(line.median, style, decimals),
                quartiles(line, decimals, context),
                position(line, context),
            ], height: 19)
    }
    page.skip()
}

private func label(of score: DimensionScore, _ context: ReportContext) -> String {
    context.isLowBetter(score.dimension)
        ? context.name(of: score) + context.say("（低为好）", " (lower is better)") : context.name(of: score)
}

private func quartiles(
    _ line: PersonalPage.Line, _ decimals: Int, _ context: ReportContext
) -> SheetComposer.Entry {
    if let lower = line.lower.exact, let upper = line.upper.exact {
        return .text(context.range(min(lower, upper)...max(lower, upper), decimals), .centered)
    }
    guard line.lower.drawn != nil, line.upper.drawn != nil else { return .absent(line.lower.besides) }
    let ends = [line.lower, line.upper].map { $0.text(decimals, context.language) }
    return .text(ends[0] == ends[1] ? ends[0] : ends.joined(separator: context.say("至", " to ")), .centered)
}

private func position(_ line: PersonalPage.Line, _ context: ReportContext) -> SheetComposer.Entry {
    guard let position = line.position else {
        return .absent(line.own == nil ? .missing : line.lower.besides)
    }
    let isLowBetter = context.isLowBetter(line.score.dimension)
    let style = CellStyle.centered
    switch position {
    case .low:
        return .text(context.say("▼ 偏低", "▼ low"), style.with(\.color, isLowBetter ? .blue : .orange))
    case .middle: return .text(context.say("— 居中", "— middle"), style)
    case .high:
        return .text(context.say("▲ 偏高", "▲ high"), style.with(\.color, isLowBetter ? .orange : .blue))
    }
}

// MARK: Competences

private func competences(
    _ levels: [PersonalAssessment.Level], _ context: ReportContext, on page: inout SheetComposer
) {
    guard let first = levels.first else { return }
    page.header(
        [
            context.say("能力", "Competence"), context.say("要求", "Required"), context.say("现状", "Current"),
            context.say("差距（要求−现状）", "Gap (required − current)"), context.say("说明", "In words"),
        ], height: 22)
    let start = page.row
    for level in levels {
        let row = page.row
        page.entries(
            [
                .text(context.text(level.text).withoutRemark, .wrapped),
                .number(level.required, .count), .number(level.current, .count),
                .formula("=B\(row)-C\(row)", level.gap, CellStyle.count.with(\.numberFormat, "+0;-0;0")),
                words(for: level, context),
            ], height: 19)
    }
    page.skip()
    let drawn = levels.filter { $0.bounds == first.bounds }.prefix(mostDrawn)
    let frame = Double(first.bounds.lowerBound)...Double(first.bounds.upperBound)
    let labels = drawn.map { context.text($0.text).withoutRemark.shortened(to: 24) }
    // A longer label takes two lines.
    let height = (labels.contains { TextMeasure.width(of: $0) > 16 } ? 38 : 24) * drawn.count + 110
    let short = levels.filter { $0.gap > 0 }.prefix(3).map { context.text($0.text).withoutRemark.shortened(to: 40) }
    let finding =
        short.isEmpty
        ? context.say("没有低于要求的能力", "no competence falls short")
        : context.say("差距最大的是\(context.list(short))", "the widest gaps are \(context.list(short))")
    page.chart(
        .dumbbell(
            DumbbellChart(
                title: context.say("图　本人的要求与现状", "Figure: what your post requires and what you can do"),
                rows: zip(labels, drawn).map {
                    DumbbellChart.Row(label: $0, current: $1.current, required: $1.required)
                },
                axis: axis(frame, values: drawn.flatMap { [$0.current, $0.required] }),
                names: DumbbellChart.Names(
                    current: context.say("现状", "Current"), required: context.say("要求", "Required"),
                    gap: context.say("差距", "Gap")))),
        at: Cell(row: page.row, column: 1), width: 620, height: height,
        altText: context.say(
            "哑铃图：本人各项能力的要求与现状，\(finding)。数值见本表第\(start)行起的B、C列。",
            "Dumbbell chart: what your post requires and what you can do; \(finding). The numbers stand in columns B and C from row \(start)."
        ))
    let rows = Int((Double(height) * 0.75 / rowPoints).rounded(.up)) + 1
    for row in page.row..<(page.row + rows) { page.sheet.heights[row] = rowPoints }
    page.row += rows
}

private let mostDrawn = 16
private let rowPoints = 18.0

private func words(for level: PersonalAssessment.Level, _ context: ReportContext) -> SheetComposer.Entry {
    if level.gap > 0 {
        return .text(context.say("▼ 低于要求", "▼ short of it"), CellStyle.centered.with(\.color, .orange))
    }
    return level.gap < 0
        ? .text(context.say("▲ 高于要求", "▲ above it"), CellStyle.centered.with(\.color, .blue))
        : .text(context.say("— 符合要求", "— as required"), .centered)
}

// MARK: Suggestions

private func suggestions(_ person: PersonalPage, on page: inout SheetComposer) {
    let context = person.context
    guard person.surveyAdvises else { return }
    page.put(
        .text(context.say("建议", "Suggestions")), at: Cell(row: page.row, column: 1),
        CellStyle(font: .hei, size: 11, isBold: true))
    page.sheet.heights[page.row] = 20
    page.row += 1
    let found = person.suggestions
    let lines =
        found.isEmpty
        ? [
            context.say(
                "能和全局比的维度和差距里，没有需要单独提建议的；没有位置的不在其内。",
                "Among the scores and gaps that can be compared, none calls for a suggestion; those without a position are not among them."
            )
        ]
        : found.enumerated().map { index, suggestion in
            context.say(
                "\(index + 1)．\(suggestion.subject)（\(suggestion.reason)）：\(suggestion.advice)",
                "\(index + 1). \(suggestion.subject) (\(suggestion.reason)): \(suggestion.advice)")
        }
    for line in lines {
        page.merge(
            CellRange(Cell(row: page.row, column: 1), Cell(row: page.row, column: columns)), line,
            CellStyle(font: .fang, size: 11, vertical: .top, wraps: true))
        page.sheet.heights[page.row] = page.height(of: line, over: 1...columns, size: 11) + 4
        page.row += 1
    }
    page.skip()
}

// MARK: Notes

private func notes(_ person: PersonalPage, _ lines: [PersonalPage.Line]) -> [String] {
    let context = person.context
    let reference = person.reference
    var notes = [
        context.say(
            "本人的得分和全局用同一套计分和缺答规则。位置：低于全局的下四分位为偏低，高于上四分位为偏高，两者之间（含）为居中；四分位数在相邻两个得分之间线性内插（R的第7种定义，同Excel的QUARTILE.INC）。",
            "Your scores follow the same rules, also for missing answers, as those of all. Position: low is below the lower quartile of all, high above the upper one, middle between them; quartiles are interpolated linearly between neighbouring scores (type 7 of R, QUARTILE.INC of Excel)."
        )
    ]
    if lines.contains(where: { $0.median == .absent(.hidden) || $0.lower == .absent(.hidden) }) {
        notes.append(
            context.say(
                "[隐]：有得分的人不足\(reference.fewestForMedian)人不给中位数，不足\(reference.fewestForQuartiles)人不给四分位数，免得看出某个人的得分。",
                "[c]: no median of fewer than \(reference.fewestForMedian) people and no quartiles of fewer than \(reference.fewestForQuartiles), lest somebody's score be seen."
            ))
    }
    if lines.contains(where: { $0.median == .absent(.notApplicable) }) {
        notes.append(
            context.say(
                "[不适用]：合成的维度只统计平均数，没有中位数和四分位数。",
                "[z]: of dimensions made of others only means are counted, no medians or quartiles."))
    }
    if lines.contains(where: { line in [line.median, line.lower, line.upper].contains { $0.isBound } }) {
        notes.append(
            context.say(
                "≥ ≤：接近满分或最低分的数只报界限。", "≥ ≤: a number near an end of its scale is given as a bound only."))
    }
    if lines.contains(where: { $0.own == nil }) {
        notes.append(
            context.say(
                "[缺]：没有问到本人，或本人答的题太少，不算得分。", "[x]: you were not asked, or answered too few items, for a score."))
    }
    if person.leavesOut {
        notes.append(
            context.say(
                "评处室、评单位的维度和含有它们的合成维度不列在这里：那些得分说的不是本人。",
                "Dimensions that rate the unit or the whole office, and composites of them, are left out: those scores do not speak of you."
            ))
    }
    notes.append(
        context.say(
            "不与处室比较，不排名次；只供本人改进使用，不作为考核依据。",
            "No comparison with a unit and no rank; for your own use only, not a basis for any assessment of you."))
    return notes
}

extension ShownNumber {
    fileprivate var isBound: Bool { exact == nil && drawn != nil }
}
