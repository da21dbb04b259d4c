/// Counts the codes of one item for every group: the codes within the bounds, then the three of absence, then others.
struct CodeCounter {
    private let slot: Int
    private let low: Int
    private let codes: Int
    private var counts: [Int] = []

    init(slot: Int, item: TallyPlan.Item) {
        self.slot = slot
        low = item.low
        codes = item.high - item.low + 1
    }

    private var places: Int { codes + 4 }

    mutating func grow(to groups: Int) {
        counts.append(contentsOf: repeatElement(0, count: groups * places - counts.count))
    }

    mutating func count<Code: BlockCode>(_ block: UnsafePointer<Code>, rows: Int, group: Int) {
        // Safe: a slot of the layout has BlockRows.count ≥ rows codes.
        let column = unsafe block + slot * BlockRows.count
        let start = group * places
        for row in 0..<rows {
            let code = unsafe column[row]
            let index = Int(code) - low
            let place =
                index >= 0 && index < codes && code > .notAsked
                ? index : codes + (code > .notAsked ? 3 : Int(code &- .missing))
            counts[start + place] &+= 1
        }
    }

    mutating func add(_ other: CodeCounter, groups map: [Int]) {
        for (theirs, ours) in map.enumerated() {
            for place in 0..<places { counts[ours * places + place] &+= other.counts[theirs * places + place] }
        }
    }

    func tallies(of item: TallyPlan.Item) -> [ItemTally] {
        stride(from: 0, to: counts.count, by: places).map { start in
            var tally = ItemTally(zeroFor: item)
            tally.counts = Array(counts[start..<start + codes])
            tally.missing = counts[start + codes]
            tally.notApplicable = counts[start + codes + 1]
            tally.notAsked = counts[start + codes + 2]
            tally.outside = counts[start + codes + 3]
            return tally
        }
    }
}

/// Counts two columns against each other for every group: the pairs of levels, then incomplete ones, then others.
struct LevelCounter {
    private let current: Int
    private let required: Int
    private let low: Int
    private let levels: Int
    private var counts: [Int] = []

    init(current: Int, required: Int, pair: TallyPlan.Pair) {
        self.current = current
        self.required = required
        low = pair.low
        levels = pair.high - pair.low + 1
    }

    private var places: Int { levels * levels + 2 }

    mutating func grow(to groups: Int) {
        counts.append(contentsOf: repeatElement(0, count: groups * places - counts.count))
    }

    mutating func count<Code: BlockCode>(_ block: UnsafePointer<Code>, rows: Int, group: Int) {
        // Safe: both slots of the layout have BlockRows.count ≥ rows codes.
        let left = unsafe block + current * BlockRows.count
        let right = unsafe block + required * BlockRows.count
        let start = group * places
        for row in 0..<rows {
            let place: Int
            if unsafe left[row] > .notAsked && right[row] > .notAsked {
                let (x, y) = unsafe (Int(left[row]) - low, Int(right[row]) - low)
                let isInside = x >= 0 && x < levels && y >= 0 && y < levels
                place = isInside ? x * levels + y : levels * levels + 1
            } else {
                place = levels * levels
            }
            counts[start + place] &+= 1
        }
    }

    mutating func add(_ other: LevelCounter, groups map: [Int]) {
        for (theirs, ours) in map.enumerated() {
            for place in 0..<places { counts[ours * places + place] &+= other.counts[theirs * places + place] }
        }
    }

    func tallies(of pair: TallyPlan.Pair) -> [PairTally] {
        stride(from: 0, to: counts.count, by: places).map { start in
            var tally = PairTally(zeroFor: pair)
            tally.counts = Array(counts[start..<start + levels * levels])
            tally.incomplete = counts[start + levels * levels]
            tally.outside = counts[start + levels * levels + 1]
            return tally
        }
    }
}
