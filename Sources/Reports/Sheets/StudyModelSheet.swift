import Disclosure
import Scoring
import Statistics
import Surveys
import Workbooks

/// 学习模式: how many take part in each model, how often, and what it gives them. Nil where no question asks how often
/// with an item for those who did. Nothing is summed over models: the same people take part in several.
func studyModelSheet(_ context: ReportContext) -> ReportSheet? {
    let models = StudyModel.all(context)
    guard models.contains(where: { $0.rate.drawn != nil }) else { return nil }
    var page = SheetComposer(
        context.name(of: .models), tab: .blue,
        purpose: context.say("各学习模式的参加率、次数和参加者收获", "Who takes part in each study model, how often, and what it gives"),
        readers: context.say("委员会", "Committee"))
    let classes = StudyModel.classes(of: models, context)
    let titles =
        [context.say("模式", "Model"), context.say("回答人数", "n"), context.say("参加率", "Took part")] + classes
        + [
            models.contains(where: \.isInClasses)
                ? context.say("人均次数下限", "Times a person, at least") : context.say("人均次数", "Times a person"),
            context.say("收获回答人数", "n of usefulness"),
            context.say("参加者收获", "Usefulness"), context.say("区间下限", "Lower bound"),
            context.say("区间上限", "Upper bound"), context.say("收获同意率", "Found it useful"),
        ]
    page.widths(
        [TextMeasure.columnWidth(for: models.map(\.name), atLeast: 16, atMost: 30)]
            + Array(repeating: 10, count: titles.count - 1))
    page.heading(
        context.say("学习模式　参加与收获", "Study models: taking part, and what it gives"),
        context.say(
            "参加率以回答次数题的人为底；收获只问参加过的人（\(StudyModel.frames(models))分），均值带95%置信区间",
            "Shares of those who said how often; usefulness was asked only of those who took part (points \(StudyModel.frames(models))), with 95% interval"
        ), columns: titles.count)
    page.header(titles, height: 46)
    for model in models { page.entries(model.cells(classes: classes.count), height: 20) }
    page.skip()
    chart(models, on: &page, context)
    for note in notes(models, context) { page.note(note, columns: titles.count) }
    page.sheet.frozen = Cell(row: 5, column: 2)
    return page.finished(context, .landscape, repeatedRows: 1...4)
}

private func chart(_ models: [StudyModel], on page: inout SheetComposer, _ context: ReportContext) {
    let drawn = models.compactMap { model -> QuadrantChart.Point? in
        guard model.frame == models.first?.frame, let rate = model.rate.exact, let mean = model.usefulness.mean.exact
        else { return nil }
        return QuadrantChart.Point(label: model.name.shortened(to: 16), x: rate, y: mean)
    }
    // Two points have their mean between them whatever they are.
    guard drawn.count >= 3, let frame = models.first?.frame else { return }
    let (rates, means) = (drawn.map(\.x), drawn.map(\.y))
    let step = (frame.upperBound - frame.lowerBound) / 20
    page.chart(
        .quadrant(
            QuadrantChart(
                title: context.say("参加与收获", "Taking part and usefulness"), points: drawn,
                horizontal: .covering(
                    rates, step: 0.1, within: 0...1, numberFormat: "0%",
                    title: context.say("参加率（越右越多人参加）", "Took part")),
                vertical: .covering(
                    means, step: step, within: frame, numberFormat: "0.0",
                    title: context.say("参加者收获（越上越大）", "Usefulness")),
                horizontalMean: rates.reduce(0, +) / Double(rates.count),
                verticalMean: means.reduce(0, +) / Double(means.count))),
        at: Cell(row: page.row, column: 1), width: 640, height: 360,
        altText: context.say(
            "象限图：横轴参加率，纵轴参加者收获，虚线为各模式的均值；左上方为收获大而参加的人少的模式。数值见本表。",
            "Quadrants: share taking part across, usefulness upwards, dashed lines at the means; upper left are useful models that few take part in. The numbers stand in this sheet's table."
        ))
    page.skip(19)
}

private func notes(_ models: [StudyModel], _ context: ReportContext) -> [String] {
    var notes = [
        context.say(
            "同一个人可参加几种模式，各模式不相加。收获只有参加者回答，不能推及没有参加的人。虚线为图中各模式的简单平均，只作当年参照。",
            "A person may take part in several models, so they are never added. Usefulness is what participants say and tells nothing of others. Dashed lines are plain means of the models drawn."
        )
    ]
    if models.contains(where: \.isInClasses) {
        notes.append(
            context.say(
                "次数按档作答，人均次数按每档的下限计算（含没有参加的人），是实际人均次数的下限。",
                "Times were answered in classes; the mean takes the least number of each class, those with none included, and so is a lower bound."
            ))
    }
    notes.append(
        context.say(
            "[隐]=不足\(context.release.k)人，不显示；≥≤=接近0或100%，只报界限；[界]=由同一行能推出这样的数，不显示；[缺]=没有回答。",
            "[c] = fewer than \(context.release.k) people; ≥ ≤ = near 0 or 100%, a bound; [bound] = would tell such a number; [x] = no answers."
        ))
    return notes
}

/// One model, as it may be shown.
struct StudyModel {
    var name: String
    /// How many said how often.
    var n: Int
    /// The share of those who took part at all.
    var rate: ShownNumber
    /// From one time up; empty where times were given as numbers.
    var classes: [(name: String, share: ShownNumber)]
    var meanTimes: ShownNumber
    var isInClasses: Bool
    var usefulness: GradedItem
    /// Of the points of usefulness.
    var frame: ClosedRange<Double>

    static func all(_ context: ReportContext) -> [StudyModel] {
        let items = Dictionary(context.gradedItems().map { ($0.result.variable.name, $0) }) { first, _ in first }
        let plan = context.now.plan
        let found = plan.frequencies.compactMap { frequency in items[frequency.usefulness].map { (frequency, $0) } }
        let names = distinctParts(of: found.map { context.text($0.0.count.text) }).map(\.withoutRemark)
        return zip(found, names).compactMap { pair, name in
            let (frequency, item) = pair
            guard let scoring = item.result.variable.scoring else { return nil }
            let counts = context.now.whole.tally.items[frequency.index].counts
            return StudyModel(
                name: name, frequency, counts: counts, item,
                frame: Double(scoring.bounds.lowerBound)...Double(scoring.bounds.upperBound), context)
        }
    }

    private init(
        name: String, _ frequency: PlannedFrequency, counts: [Int], _ item: GradedItem, frame: ClosedRange<Double>,
        _ context: ReportContext
    ) {
        self.name = name
        self.frame = frame
        usefulness = item
        isInClasses = frequency.isInClasses
        n = counts.reduce(0, +)
        let isShown = context.release.shows(n: n)
        let spread = isInClasses ? counts : [counts[0], n - counts[0]]
        // The mean of a count that scores follows from its dimension; of another it is told beside exact shares only.
        let isScored = context.release.answers(to: frequency.count.name, in: context.now.year) != nil
        let points = isScored ? (isInClasses ? frequency.times : [0, 1]) : nil
        let shown = ReleasedAnswers(
            counts: spread, points: points, isFavourable: spread.indices.map { $0 > 0 })
        let code = SheetComposer.Absence.hidden
        rate = isShown ? ShownNumber(shown.favourable) : .absent(n == 0 ? .missing : code)
        if case .options(let options) = frequency.count.domain {
            classes = zip(options, shown.shares).dropFirst().map { option, share in
                (context.text(option.text), isShown ? ShownNumber(share) : .absent(code))
            }
        } else {
            classes = []
        }
        let sum = zip(frequency.times, counts).reduce(0) { $0 + $1.0 * $1.1 }
        let telling: ShownNumber = shown.areExact ? .exact(Double(sum) / Double(max(1, n))) : .absent(.bounded)
        meanTimes = isShown ? telling : rate
    }

    /// The titles of the columns of classes; none unless all models have the same.
    static func classes(of models: [StudyModel], _ context: ReportContext) -> [String] {
        let names = models.map { $0.classes.map(\.name) }
        return names.allSatisfy { $0 == names[0] } ? names[0] : []
    }

    static func frames(_ models: [StudyModel]) -> String {
        var texts: [String] = []
        for model in models {
            let text = "\(Int(model.frame.lowerBound))—\(Int(model.frame.upperBound))"
            if !texts.contains(text) { texts.append(text) }
        }
        return texts.joined(separator: "、")
    }

    func cells(classes count: Int) -> [SheetComposer.Entry] {
        var entries: [SheetComposer.Entry] = [.text(name, .wrapped)]
        if case .absent(let code) = rate { entries.append(.absent(code)) } else { entries.append(.count(n)) }
        entries.append(.share(rate, CellStyle.share.with(\.isBold, true)))
        entries += classes.prefix(count).map { .share($0.share) }
        entries.append(.shown(meanTimes, .score, 1))
        if case .absent(let code) = usefulness.shown.favourable {
            return entries + Array(repeating: .absent(code), count: 5)
        }
        let mean = usefulness.mean
        entries += [.count(usefulness.n), .shown(mean, CellStyle.points.with(\.isBold, true), 2)]
        entries +=
            mean.exact == nil || !usefulness.shown.areExact
            ? Array(repeating: .absent(mean.exact == nil ? mean.besides : .bounded), count: 2)
            : [.number(usefulness.result.mean.lower, .points), .number(usefulness.result.mean.upper, .points)]
        return entries + [.share(usefulness.shown.favourable)]
    }

    /// What tells the texts apart: without the words that all of them begin and end with.
    ///
    /// `近一年参加论坛模式的次数`, `近一年参加网络学习的次数` → `论坛模式`, `网络学习`
    static func distinctParts(of texts: [String]) -> [String] {
        guard texts.count > 1, let first = texts.first else { return texts }
        var start = first.count
        var end = first.count
        for text in texts {
            start = min(start, zip(first, text).prefix { $0 == $1 }.count)
            end = min(end, zip(first.reversed(), text.reversed()).prefix { $0 == $1 }.count)
        }
        // Words of letters are not cut.
        let prefix = first.prefix(start)
        if let last = prefix.last, last.isASCII, last.isLetter {
            start = prefix.count - prefix.reversed().prefix { $0.isASCII && $0.isLetter }.count
        }
        if let next = first.suffix(end).first, next.isASCII, next.isLetter {
            end -= first.suffix(end).prefix { $0.isASCII && $0.isLetter }.count
        }
        let parts = texts.map { text in
            String(text.dropFirst(start).dropLast(max(0, min(end, text.count - start))))
        }
        return parts.contains { $0.allSatisfy(\.isWhitespace) } ? texts : parts
    }
}
