import Disclosure
import Scoring
import Statistics
import Surveys

/// Competences and items, as they may be shown.
extension ReportContext {
    /// What is required, what there is, and the gap; a gap beside a bound would tell what the bound hides.
    struct ShownGap {
        var required: ShownNumber
        var current: ShownNumber
        var gap: Double?
    }

    func shown(_ gap: CompetenceGap) -> ShownGap {
        let frame = Double(gap.bounds.lowerBound)...Double(gap.bounds.upperBound)
        func mean(_ value: Double?) -> ShownNumber {
            value.map { .mean($0, n: gap.test.gap.n, in: frame) } ?? .absent(.missing)
        }
        let (required, current) = (mean(gap.test.meanRequired), mean(gap.test.meanCurrent))
        let areExact = required.exact != nil && current.exact != nil
        return ShownGap(required: required, current: current, gap: areExact ? gap.test.gap.value : nil)
    }

    /// Beyond chance, and what is required is more than there is.
    func isClearGap(_ gap: CompetenceGap) -> Bool {
        gap.isClear == true && (gap.test.gap.value ?? 0) > 0
    }

    /// Items of the members, the least favourable first. Of a dimension that is better low, the answers above the middle
    /// are not the favourable ones, so its items do not stand in this order.
    var rankedItems: [ItemResult] {
        let names = Set(scored.filter { !$0.dimension.isComposite && !isLowBetter($0.dimension) }.map(\.name))
        let items = now.whole.items.filter { item in
            item.dimension.map(names.contains) ?? false && item.favourable.value != nil
                && favourable(item.variable, in: now).drawn != nil
        }
        return items.enumerated().sorted { left, right in
            (left.element.favourable.value ?? 0, left.offset) < (right.element.favourable.value ?? 0, right.offset)
        }.map(\.element)
    }
}
