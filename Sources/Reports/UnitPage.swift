import Disclosure
import Scoring
import Statistics
import Surveys
import Workbooks

/// What a unit's own sheet says of it, before it is laid out.
struct UnitPage {
    let context: ReportContext
    /// The position among the units of the release.
    let index: Int
    let unit: AssessedGroup
    /// What all pages take their rows from.
    private let columns: [Column]

    /// Every unit with responses; the others have nothing to be told.
    static func all(_ context: ReportContext) -> [UnitPage] {
        let columns = context.scored.filter { context.release.showsUnits($0.name, year: context.now.year) }.map {
            Column(
                score: $0, own: context.shownOfUnits($0.name), whole: context.shown($0),
                before: context.unitsBefore($0))
        }
        let units = context.units
        return units.indices.filter { units[$0].responses >= context.release.k }.map {
            UnitPage(context: context, index: $0, unit: units[$0], columns: columns)
        }
    }

    /// One dimension, of all units.
    private struct Column {
        var score: DimensionScore
        var own: [ShownNumber]
        var whole: ShownNumber
        var before: [ShownNumber]
    }

    /// As it is called in a sentence.
    var name: String { context.name(of: unit) }

    // MARK: Dimensions

    struct Line {
        var score: DimensionScore
        var own: ShownNumber
        var interval: ClosedRange<Double>?
        var whole: ShownNumber
        var before: ShownNumber
        /// Against all other units; nil where there are none.
        var contrast: UnitContrast?
    }

    /// The dimensions of which units are shown, in the survey's order.
    var lines: [Line] {
        columns.map { column in
            let own = column.own[index]
            let estimate = unit.score(column.score.name)?.estimate
            return Line(
                score: column.score, own: own, interval: own.exact == nil ? nil : estimate?.interval,
                whole: column.whole, before: column.before[index],
                contrast: context.now.contrasts.first {
                    $0.dimension == column.score.name && $0.unit == index
                })
        }
    }

    // MARK: Items and competences

    struct ItemLine {
        var item: UnitDetail.Item
        var share: ShownNumber
    }

    /// The items of what is better high, the least favourable first.
    var rankedItems: [ItemLine] {
        let details = context.release.unitDetails
        guard details.indices.contains(index) else { return [] }
        let highBetter = Set(context.scored.filter { !context.isLowBetter($0.dimension) }.map(\.name))
        let own = details[index].items.enumerated().filter { highBetter.contains($0.element.dimension) }
        let lines = own.compactMap { position, item -> (order: Int, value: Double, line: ItemLine)? in
            guard let value = item.favourable.value, item.favourable.n >= context.release.k else { return nil }
            let share: ShownNumber =
                switch item.standing {
                case nil: .exact(value)
                case .bounded: .share(value, n: item.favourable.n)
                case .hidden: .absent(.bounded)
                }
            return (position, value, ItemLine(item: item, share: share))
        }
        return lines.filter { $0.line.share.drawn != nil }.sorted { ($0.value, $0.order) < ($1.value, $1.order) }
            .map(\.line)
    }

    /// Competences whose gap is told of every unit, the widest first.
    var rankedGaps: [UnitDetail.Gap] {
        let details = context.release.unitDetails
        guard details.indices.contains(index) else { return [] }
        let told = Set(context.competences.filter { context.shown($0).gap != nil }.map(\.code))
        let gaps = details[index].gaps.enumerated().filter { told.contains($0.element.code) }
        return gaps.sorted { (-$0.element.gap, $0.offset) < (-$1.element.gap, $1.offset) }.map(\.element)
    }
}

extension ReportContext {
    /// The units' scores on a dimension in a year, as they may be shown beside the whole's.
    func shownOfUnits(_ dimension: String, in round: AssessedRound? = nil) -> [ShownNumber] {
        release.units(of: round ?? now).indices.map { shown(dimension, ofUnit: $0, in: round) }
    }

    /// What the same units scored the year before, where both years asked the same items; units that were formed
    /// otherwise then have no year before.
    func unitsBefore(_ score: DimensionScore) -> [ShownNumber] {
        func all(_ code: SheetComposer.Absence) -> [ShownNumber] { units.map { _ in .absent(code) } }
        guard let previous else { return all(.notApplicable) }
        guard score.comparable?.isPartial == false, previous.whole.score(score.name)?.comparable?.isPartial == false
        else { return all(.broken) }
        guard release.showsUnits(score.name, year: previous.year) else { return all(.hidden) }
        return now.predecessors.map { places in
            // Its people were told together with others then, or nobody was in its posts.
            guard let first = places.first, places.contains(where: { previous.units[$0].responses > 0 }) else {
                return .absent(.missing)
            }
            guard places.count > 1 else { return shown(score.name, ofUnit: first, in: previous) }
            return previous.score(score.name, ofUnits: places).map { .exact($0) } ?? .absent(.bounded)
        }
    }
}
