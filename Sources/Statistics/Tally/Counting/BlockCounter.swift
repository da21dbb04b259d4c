/// The one kernel that counts: every engine feeds it blocks of one group's rows, and it keeps dense counts by group.
///
/// Inside a block nothing is checked and nothing is allocated; dictionaries are built at the end, once. The counts are
/// those of ``Tally``, so neither the order of blocks nor their size changes them.
final class BlockCounter<Code: BlockCode> {
    let layout: CountingLayout
    /// How many groups there is room for.
    private(set) var groups = 0
    /// The block to fill: a column of ``BlockRows/count`` codes for each of ``CountingLayout/columns``, and one that
    /// nobody reads.
    let block: ZeroedRoom<Code>
    private var responses: [Int] = []
    private var items: [CodeCounter]
    private var pairs: [LevelCounter]
    private var scales: [Scale]
    private var composites: [StratumCounter]

    private enum Scale {
        case narrow(ScaleCounter<Int16>)
        case wide(ScaleCounter<Int>)
    }

    init(_ layout: CountingLayout) {
        // Keys and sums of a scale that is beyond 64 bits would be wrong places to write to.
        precondition(layout.limit > 0, "a plan whose sums may leave 64 bits is refused before")
        self.layout = layout
        block = ZeroedRoom(columns: layout.columns.count + 1)
        items = layout.plan.items.map { CodeCounter(slot: layout.slot(of: $0.column), item: $0) }
        pairs = layout.plan.pairs.map {
            LevelCounter(current: layout.slot(of: $0.current), required: layout.slot(of: $0.required), pair: $0)
        }
        scales = layout.scales.map { scale in
            scale.isNarrow && layout.isNarrow ? .narrow(ScaleCounter(scale)) : .wide(ScaleCounter(scale))
        }
        composites = layout.plan.composites.map(StratumCounter.init(members:))
    }

    /// Makes room for groups up to `count`.
    func grow(to count: Int) {
        guard count > groups else { return }
        responses += repeatElement(0, count: count - groups)
        for index in items.indices { items[index].grow(to: count) }
        for index in pairs.indices { pairs[index].grow(to: count) }
        for scale in scales {
            switch scale {
            case .narrow(let counter): counter.grow(to: count)
            case .wide(let counter): counter.grow(to: count)
            }
        }
        groups = count
    }

    /// Counts the first `rows` rows of ``block`` for one group; the rows behind them are overwritten.
    func count(rows: Int, group: Int) {
        precondition((0...BlockRows.count).contains(rows) && (0..<groups).contains(group), "a block of a known group")
        responses[group] += rows
        // Safe: the block has BlockRows.count places for every slot, and slots come from the layout.
        let codes = unsafe UnsafePointer(block.base)
        for index in items.indices { unsafe items[index].count(codes, rows: rows, group: group) }
        for index in pairs.indices { unsafe pairs[index].count(codes, rows: rows, group: group) }
        for scale in scales {
            switch scale {
            case .narrow(let counter): unsafe counter.count(codes, rows: rows, group: group)
            case .wide(let counter): unsafe counter.count(codes, rows: rows, group: group)
            }
        }
        for index in composites.indices { countComposite(index, rows: rows, group: group) }
    }

    /// The key that a row of the block counted last has in a scale, see ``ScaleLayout``.
    @inline(__always)
    func key(scale: Int, row: Int) -> Int {
        switch scales[scale] {
        case .narrow(let counter): counter.key(row: row)
        case .wide(let counter): counter.key(row: row)
        }
    }

    /// Copies the keys of the block counted last: ``CountingLayout/keyWords`` a scale, the low one first, row by row.
    func copyKeys(rows: Int, to keys: UnsafeMutablePointer<UInt16>) {
        let words = layout.keyWords
        let step = scales.count * words
        for index in scales.indices {
            for word in 0..<words {
                // Safe: the caller has room for `rows` × `step` words.
                let target = unsafe keys + index * words + word
                switch scales[index] {
                case .narrow(let counter): unsafe counter.copyKeys(rows: rows, to: target, step: step, shift: word * 16)
                case .wide(let counter): unsafe counter.copyKeys(rows: rows, to: target, step: step, shift: word * 16)
                }
            }
        }
    }

    private func countComposite(_ index: Int, rows: Int, group: Int) {
        let members = composites[index].members
        var name = Array(repeating: group, count: members.count + 1)
        var sums = Array(repeating: 0, count: members.count)
        next: for row in 0..<rows {
            for (place, member) in members.enumerated() {
                let scale = layout.scales[member]
                let (number, sum) = key(scale: member, row: row).quotientAndRemainder(dividingBy: scale.span)
                let (answered, weight) = scale.answeredAndWeight(class: number)
                guard answered >= scale.minimumAnswered else { continue next }
                name[place + 1] = weight
                sums[place] = sum + scale.lowest
            }
            composites[index].count(name: name, sums: sums)
        }
    }

    /// Adds the counts of another counter of the same plan, whose group g is group `map[g]` here.
    func add(_ other: BlockCounter, groups map: [Int]) {
        grow(to: (map.max() ?? -1) + 1)
        for (theirs, ours) in map.enumerated() { responses[ours] += other.responses[theirs] }
        for index in items.indices { items[index].add(other.items[index], groups: map) }
        for index in pairs.indices { pairs[index].add(other.pairs[index], groups: map) }
        for index in composites.indices { composites[index].add(other.composites[index], groups: map) }
        for (ours, theirs) in zip(scales, other.scales) {
            switch (ours, theirs) {
            case (.narrow(let counter), .narrow(let other)): counter.add(other, groups: map)
            case (.wide(let counter), .wide(let other)): counter.add(other, groups: map)
            default: preconditionFailure("counters of one plan add")
            }
        }
    }

    /// What was counted, a tally a group.
    func tallies() -> [Tally] {
        let plan = layout.plan
        let scales = zip(self.scales, plan.scales).map { scale, plan in
            switch scale {
            case .narrow(let counter): counter.tallies(of: plan)
            case .wide(let counter): counter.tallies(of: plan)
            }
        }
        let items = zip(self.items, plan.items).map { $0.tallies(of: $1) }
        let pairs = zip(self.pairs, plan.pairs).map { $0.tallies(of: $1) }
        let composites = self.composites.map { $0.tallies(groups: groups) }
        return (0..<groups).map { group in
            var tally = Tally(zeroFor: plan)
            tally.responses = responses[group]
            tally.items = items.map { $0[group] }
            tally.scales = scales.map { $0[group] }
            tally.pairs = pairs.map { $0[group] }
            tally.composites = composites.map { $0[group] }
            return tally
        }
    }
}
