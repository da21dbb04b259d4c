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

    init?(_ context: ReportContext, index: Int) {
        guard context.units.indices.contains(index), context.units[index].responses >= context.release.k else {
            return nil
        }
        self.context = context
        self.index = index
        unit = context.units[index]
    }

    /// Every unit with responses; the others have nothing to be told.
    static func all(_ context: ReportContext) -> [UnitPage] {
        context.units.indices.compactMap { UnitPage(context, index: $0) }
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
        /// Against all other units; nil where it could not be tested.
        var contrast: UnitContrast?
    }

    /// The dimensions of which units are shown, in the survey's order.
    var lines: [Line] {
        context.scored.compactMap { score in
            guard context.release.showsUnits(score.name, year: context.now.year) else { return nil }
            let own = context.shownOfUnits(score.name)[index]
            let estimate = unit.score(score.name)?.estimate
            return Line(
                score: score, own: own, interval: own.exact == nil ? nil : estimate?.interval,
                whole: context.shown(score), before: context.before(score, of: unit),
                contrast: context.now.contrasts.first {
                    $0.dimension == score.name && $0.unit == index && $0.adjustedP != nil
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
            let shares = details.map { detail -> ShownNumber in
                let share = detail.items[position].favourable
                return share.value.map { .share($0, n: share.n) } ?? .absent(.missing)
            }
            let shown = shares.withCompanion(nearest: details.map { $0.items[position].favourable.value ?? 0 })
            return (position, value, ItemLine(item: item, share: shown[index]))
        }
        return lines.filter { $0.line.share.drawn != nil }.sorted { ($0.value, $0.order) < ($1.value, $1.order) }
            .map(\.line)
    }

    /// Competences whose gap can be told of every unit, the widest first.
    ///
    /// Where one unit's levels are bounds only, its gap could be had from the whole and the others, so no unit's is told.
    var rankedGaps: [UnitDetail.Gap] {
        let details = context.release.unitDetails
        guard details.indices.contains(index) else { return [] }
        let told = Set(context.competences.filter { context.shown($0).gap != nil }.map(\.code))
        let gaps = details[index].gaps.enumerated().filter { position, gap in
            told.contains(gap.code) && gap.test.gap.n >= context.release.k
                && details.allSatisfy { $0.gaps[position].test.gap.n == 0 || hasExactLevels($0.gaps[position]) }
        }
        return gaps.sorted {
            (-($0.element.test.gap.value ?? 0), $0.offset) < (-($1.element.test.gap.value ?? 0), $1.offset)
        }.map(\.element)
    }

    private func hasExactLevels(_ gap: UnitDetail.Gap) -> Bool {
        let frame = Double(gap.bounds.lowerBound)...Double(gap.bounds.upperBound)
        return [gap.test.meanRequired, gap.test.meanCurrent].allSatisfy { mean in
            mean.map { ShownNumber.mean($0, n: gap.test.gap.n, in: frame).exact != nil } ?? false
        }
    }
}

extension ReportContext {
    /// The units' scores on a dimension, as they may be shown beside the whole's.
    func shownOfUnits(_ dimension: String) -> [ShownNumber] {
        units.map { shown(dimension, of: $0) }.withCompanion(
            nearest: units.map { $0.score(dimension)?.estimate.value ?? 0 })
    }

    /// What the same unit scored the year before, where both years asked the same items; units that were formed
    /// otherwise then have no year before.
    func before(_ score: DimensionScore, of unit: AssessedGroup) -> ShownNumber {
        guard let previous else { return .absent(.notApplicable) }
        guard score.comparable?.isPartial == false, previous.whole.score(score.name)?.comparable?.isPartial == false
        else { return .absent(.broken) }
        guard release.showsUnits(score.name, year: previous.year) else { return .absent(.hidden) }
        let units = release.units(of: previous)
        guard let index = units.firstIndex(where: { $0.units == unit.units }), units[index].responses > 0 else {
            return .absent(.missing)
        }
        let numbers = units.map { shown(score.name, of: $0, in: previous) }
        return numbers.withCompanion(nearest: units.map { $0.score(score.name)?.estimate.value ?? 0 })[index]
    }
}

extension [ShownNumber] {
    /// One bound alone could be had from the whole and the others, so the number next to it in size goes with it.
    func withCompanion(nearest values: [Double]) -> [ShownNumber] {
        var numbers = self
        let isBounded = numbers.map { $0.exact == nil && ($0.drawn != nil || $0 == .absent(.bounded)) }
        guard isBounded.count(where: { $0 }) == 1, let lone = isBounded.firstIndex(of: true) else { return numbers }
        let others = numbers.indices.filter { numbers[$0].exact != nil }
        if let nearest = others.min(by: { abs(values[$0] - values[lone]) < abs(values[$1] - values[lone]) }) {
            numbers[nearest] = .absent(.bounded)
        }
        return numbers
    }
}
