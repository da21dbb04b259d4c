package import Statistics
import Surveys

/// Items and competences whose answers enter every number of a unit in the same proportion, so that no combination of such
/// numbers can tell the answers to one of them from those to another.
///
/// A dimension is one block; where dimensions share items, or the years share a part of a dimension, it is several.
package struct PlannedBlock: Sendable, Equatable {
    /// Places in `TallyPlan.items`, ascending.
    package var items: [Int]
    /// Places in `TallyPlan.pairs`, ascending.
    package var pairs: [Int]
    /// The scale of the tally plan that counts who answered how many of them.
    package var scale: Int
    /// Blocks of one number have one family: answers to them are counted together or not at all.
    package var family: Int

    /// How many gave at least one answer that scores.
    package func answered(in tally: Tally) -> Int {
        tally.scales[scale].cells.reduce(0) { $0 + ($1.key.answered > 0 ? $1.value : 0) }
    }

    /// How many gave all of them.
    package func complete(in tally: Tally) -> Int {
        let all = items.count + pairs.count
        return tally.scales[scale].cells.reduce(0) { $0 + ($1.key.answered == all ? $1.value : 0) }
    }
}

/// What a block is made of: a column of an item, or the current level of a pair.
private enum Source: Hashable {
    case item(Int)
    case pair(Int)
}

extension [PlannedBlock] {
    /// The blocks of a plan, in the order of their first item; scales that nothing counted yet are added to it.
    static func all(
        of dimensions: [SurveyPlan.PlannedDimension], items: [SurveyPlan.PlannedItem], _ tally: inout TallyPlan
    ) -> [PlannedBlock] {
        let scales = Set(dimensions.flatMap { [$0.own, $0.comparable] }.compactMap(\.?.scaleIndex)).sorted()
        // By source: its weight in each scale that takes it, and a term that counts it.
        var weights: [Source: [Int: Int]] = [:]
        var terms: [Source: TallyPlan.Term] = [:]
        for scale in scales {
            for term in tally.scales[scale].terms {
                weights[term.source, default: [:]][scale] = term.weight
                if terms[term.source] == nil { terms[term.source] = term }
            }
        }
        var groups: [[Source]] = []
        var places: [[[Int]]: Int] = [:]
        func add(_ source: Source, _ term: TallyPlan.Term) {
            if terms[source] == nil { terms[source] = term }
            let taken = weights[source] ?? [:]
            let divisor = taken.values.reduce(0, greatestCommonDivisor)
            // One that no number takes is a block of its own.
            let signature =
                taken.isEmpty
                ? [[-1, groups.count]] : taken.sorted { $0.key < $1.key }.map { [$0.key, $0.value / divisor] }
            if let place = places[signature] {
                groups[place].append(source)
            } else {
                places[signature] = groups.count
                groups.append([source])
            }
        }
        let scoring = Dictionary(items.map { ($0.index, $0.scoring) }) { first, _ in first }
        for (index, item) in tally.items.enumerated() {
            let points = scoring[index]?.points ?? [Int?](repeating: 0, count: item.high - item.low + 1)
            add(
                .item(item.column),
                .points(column: item.column, low: scoring[index]?.low ?? item.low, points: points, weight: 1))
        }
        for pair in tally.pairs {
            add(.pair(pair.current), .gap(current: pair.current, required: pair.required, weight: 1))
        }

        let itemPlaces = Dictionary(tally.items.enumerated().map { ($0.element.column, $0.offset) }) { first, _ in first
        }
        let pairPlaces = Dictionary(tally.pairs.enumerated().map { ($0.element.current, $0.offset) }) { first, _ in
            first
        }
        var blocks: [PlannedBlock] = []
        var families: [Int: Int] = [:]
        for (index, sources) in groups.enumerated() {
            let counted = sources.compactMap { terms[$0] }
            let known = tally.scales.firstIndex { $0.terms == counted }
            if known == nil { tally.scales.append(TallyPlan.Scale(terms: counted, minimumAnswered: 1)) }
            // Every group has a source.
            let numbers = (weights[sources[0]] ?? [:]).keys
            let family = numbers.compactMap { families[$0] }.min() ?? index
            for number in numbers {
                if let other = families[number], other != family {
                    for (key, value) in families where value == other { families[key] = family }
                    for place in blocks.indices where blocks[place].family == other { blocks[place].family = family }
                }
                families[number] = family
            }
            blocks.append(
                PlannedBlock(
                    items: sources.compactMap { if case .item(let column) = $0 { itemPlaces[column] } else { nil } },
                    pairs: sources.compactMap { if case .pair(let column) = $0 { pairPlaces[column] } else { nil } },
                    scale: known ?? tally.scales.count - 1, family: family))
        }
        return blocks
    }
}

private func greatestCommonDivisor(_ one: Int, _ other: Int) -> Int {
    other == 0 ? one : greatestCommonDivisor(other, one % other)
}

extension TallyPlan.Term {
    fileprivate var source: Source {
        switch self {
        case .points(let column, _, _, _): .item(column)
        case .gap(let current, _, _), .shortfall(let current, _, _): .pair(current)
        }
    }
}

extension SurveyPlan {
    /// The blocks whose items a scale is made of.
    package func blocks(ofScale index: Int) -> [Int] {
        let sources = Set(tally.scales[index].terms.map(\.source))
        return blocks.indices.filter { block in
            blocks[block].items.contains { sources.contains(.item(tally.items[$0].column)) }
                || blocks[block].pairs.contains { sources.contains(.pair(tally.pairs[$0].current)) }
        }
    }

    /// Places of the items that a scale takes, in the tally plan.
    package func items(ofScale index: Int) -> [Int] { Array(itemWeights(ofScale: index).keys) }

    /// By the place of an item in the tally plan, its weight in a scale.
    package func itemWeights(ofScale index: Int) -> [Int: Double] {
        var weights: [Int: Double] = [:]
        for term in tally.scales[index].terms {
            guard case .item(let column) = term.source,
                let place = tally.items.firstIndex(where: { $0.column == column })
            else { continue }
            weights[place] = Double(term.weight)
        }
        return weights
    }
}

extension SurveyPlan.Measure {
    /// nil for a composite.
    var scaleIndex: Int? { if case .scale(let scale) = self { scale.index } else { nil } }
}
