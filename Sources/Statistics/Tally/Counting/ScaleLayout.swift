/// A scale made ready for counting: one number, the key, stands for its cell.
///
/// key = class × span + sum − lowest, where the class tells answered and weight. Every term adds its own part to the
/// key, so a row's key is one sum; and keys are in the order of ``ScaleCell``.
struct ScaleLayout: Sendable {
    /// One summand.
    struct Term: Sendable {
        /// Where its value comes from.
        enum Source: Sendable {
            /// start + step × (code − low) for `count` codes from `low`.
            case line(slot: Int, low: Int, count: Int, start: Int, step: Int)
            /// One value a code from `low`; `nil` does not score.
            case table(slot: Int, low: Int, values: [Int?])
            /// required − current, not below `least`.
            case gap(current: Int, required: Int, least: Int?)
        }

        var source: Source
        var weight: Int
    }

    let terms: [Term]
    /// The weight of every term when all are the same; the class is then the number answered.
    let commonWeight: Int?
    /// One more than the largest weight.
    let weightSpan: Int
    /// The least and the greatest weighted sum, with nothing answered among them.
    let lowest: Int
    /// How many sums there are.
    let span: Int
    /// How many keys there are.
    let keys: Int
    /// The largest magnitude that a value, a sum of them, weighted or not, or the weight can have; `Int.max` when no
    /// response can be counted exactly.
    let largest: Int
    let minimumAnswered: Int
    /// Whether 16 bits hold the keys and a block's sums of products stay in 32.
    let isNarrow: Bool

    init(_ scale: TallyPlan.Scale, slots: [Int: Int], ranges: [ClosedRange<Int>?]) {
        minimumAnswered = scale.minimumAnswered
        terms = scale.terms.map { Term($0, slots: slots) }
        let first = terms.first?.weight ?? 1
        commonWeight = terms.allSatisfy { $0.weight == first } ? first : nil
        let values = terms.map { $0.values(ranges) }
        // Roughly first: what is far out of reach must not overflow here.
        let rough = zip(terms, values).reduce(0.0) { sum, part in
            sum + Double(part.0.weight) * Double(max(1, part.1.lowerBound.magnitude, part.1.upperBound.magnitude))
        }
        guard rough < Self.beyond else {
            (weightSpan, lowest, span, keys, largest, isNarrow) = (1, 0, 1, 1, .max, false)
            return
        }
        let weight = terms.reduce(0) { $0 + $1.weight }
        let lowest = zip(terms, values).reduce(0) { $0 + $1.0.weight * min(0, $1.1.lowerBound) }
        let highest = zip(terms, values).reduce(0) { $0 + $1.0.weight * max(0, $1.1.upperBound) }
        let magnitudes = values.map { max(-$0.lowerBound, $0.upperBound) }
        self.lowest = lowest
        span = highest - lowest + 1
        weightSpan = weight + 1
        let classes = (terms.count + 1) * (commonWeight == nil ? weightSpan : 1)
        let (keys, overflow) = classes.multipliedReportingOverflow(by: span)
        self.keys = overflow ? 1 : keys
        largest = overflow ? .max : max(-lowest, highest, magnitudes.reduce(0, +), weight)
        isNarrow = !overflow && keys <= 32_767 && magnitudes.allSatisfy { $0 <= Self.narrowValue }
    }

    /// Magnitudes whose square leaves 64 bits with a single response.
    private static let beyond = 0x1p32

    /// 256 rows of products of such values stay in 32 bits: 256 × 2896² < 2³¹.
    static let narrowValue = 2896

    /// What an answered term adds to the class.
    func classStep(_ term: Term) -> Int { commonWeight == nil ? weightSpan + term.weight : 1 }

    /// The number answered and the weight of a class.
    func answeredAndWeight(class number: Int) -> (answered: Int, weight: Int) {
        commonWeight.map { (number, number * $0) } ?? (number / weightSpan, number % weightSpan)
    }

    /// The cell that a key stands for.
    func cell(_ key: Int) -> ScaleCell {
        let (answered, weight) = answeredAndWeight(class: key / span)
        return ScaleCell(answered: answered, weight: weight, sum: key % span + lowest)
    }
}

extension ScaleLayout.Term {
    init(_ term: TallyPlan.Term, slots: [Int: Int]) {
        weight = term.weight
        // Every column of the plan has a slot.
        switch term {
        case .points(let column, let low, let points, _):
            source = Self.points(slot: slots[column]!, low: low, points: points)
        case .gap(let current, let required, _):
            source = .gap(current: slots[current]!, required: slots[required]!, least: nil)
        case .shortfall(let current, let required, _):
            source = .gap(current: slots[current]!, required: slots[required]!, least: 0)
        }
    }

    /// Points that rise or fall evenly need no table.
    private static func points(slot: Int, low: Int, points: [Int?]) -> Source {
        let known = points.compactMap { $0 }
        let start = known.first ?? 0
        let (step, far) = known.count < 2 ? (0, false) : known[1].subtractingReportingOverflow(start)
        // A line is compared in 32 bits.
        let isNear = low > ResponseTable.notAsked && low <= Int(Int32.max) - points.count
        let isLine =
            isNear && !far && !known.isEmpty && known.count == points.count
            && zip(known, known.dropFirst()).allSatisfy { $1.subtractingReportingOverflow($0) == (step, false) }
        return isLine
            ? .line(slot: slot, low: low, count: points.count, start: start, step: step)
            : .table(slot: slot, low: low, values: points)
    }

    /// The values that the term can have, 0 among them since it may not be answered.
    func values(_ ranges: [ClosedRange<Int>?]) -> ClosedRange<Int> {
        switch source {
        case .line(_, _, let count, let start, let step):
            let end = start + step * (count - 1)
            return min(0, start, end)...max(0, start, end)
        case .table(_, _, let values):
            let known = values.compactMap { $0 }
            return min(0, known.min() ?? 0)...max(0, known.max() ?? 0)
        case .gap(let current, let required, let least):
            guard let current = ranges[current], let required = ranges[required] else { return 0...0 }
            let low = required.lowerBound - current.upperBound
            let high = required.upperBound - current.lowerBound
            return min(0, max(low, least ?? low))...max(0, high)
        }
    }
}
