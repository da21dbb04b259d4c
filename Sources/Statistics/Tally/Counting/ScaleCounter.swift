/// Counts one scale for every group: how many rows have each key, and the products over complete rows.
///
/// `Value` is what values and keys are kept in while a block is counted.
final class ScaleCounter<Value: BlockValue> {
    let layout: ScaleLayout
    /// Counts at group × keys + key, where that many numbers are few; otherwise all are in ``sparse``.
    private var dense: [Int] = []
    private var sparse: [SparseKey: Int] = [:]
    private let isDense: Bool
    /// The sums of ``BlockValue/addProducts(of:variables:rows:to:)`` of each group, one after another. Variable 0 is
    /// 1 for a complete row, so that the number of rows and the sums are products as well.
    private var products: [Int] = []
    private let variables: Int
    private let values: ZeroedRoom<Value>
    /// The keys of the block counted last.
    private let keys = ZeroedRoom<Value>(columns: 1)
    /// Which rows answered the term read last.
    private let answered = ZeroedRoom<Value>(columns: 1)
    private var groups = 0

    private struct SparseKey: Hashable {
        var group: Int
        var key: Int
    }

    init(_ layout: ScaleLayout) {
        self.layout = layout
        variables = layout.terms.count + 1
        values = ZeroedRoom(columns: variables)
        isDense = layout.keys <= Self.denseLimit
    }

    /// Half a megabyte a group.
    private static var denseLimit: Int { 1 << 16 }

    private var productCount: Int { variables * (variables + 1) / 2 }

    /// Makes room for groups up to `count`.
    func grow(to count: Int) {
        guard count > groups else { return }
        products.append(contentsOf: repeatElement(0, count: (count - groups) * productCount))
        if isDense { dense.append(contentsOf: repeatElement(0, count: (count - groups) * layout.keys)) }
        groups = count
    }

    /// The key of a row of the block counted last.
    @inline(__always)
    func key(row: Int) -> Int {
        // Safe: a block has no more rows than there is room for.
        unsafe Int(keys.base[row])
    }

    /// Copies 16 bits, `shift` bits up, of the keys of the block counted last, one every `step` places.
    func copyKeys(rows: Int, to target: UnsafeMutablePointer<UInt16>, step: Int, shift: Int) {
        let keys = unsafe keys.base
        var place = unsafe target
        // Safe: the caller has room.
        for row in 0..<rows {
            unsafe place.pointee = UInt16(truncatingIfNeeded: keys[row] >> shift)
            unsafe place += step
        }
    }

    /// Counts a block of `rows` rows.
    func count<Code: BlockCode>(_ codes: UnsafePointer<Code>, rows: Int, group: Int) {
        unsafe readValues(codes, rows: rows)
        // Safe: `grow` made room for the group.
        unsafe products.withUnsafeMutableBufferPointer { products in
            unsafe Value.addProducts(
                of: values.base, variables: variables, rows: rows,
                to: products.baseAddress! + group * productCount)
        }
        if isDense {
            unsafe dense.withUnsafeMutableBufferPointer { dense in
                // Safe: a row's key lies in 0..<layout.keys, since every code lies in the range the layout was told.
                let counts = unsafe dense.baseAddress! + group * layout.keys
                let all = layout.keys
                for row in 0..<rows {
                    let key = unsafe Int(keys.base[row])
                    precondition(UInt(bitPattern: key) < UInt(bitPattern: all), "every code lies in its column's range")
                    unsafe counts[key] &+= 1
                }
            }
        } else {
            for row in 0..<rows { sparse[SparseKey(group: group, key: key(row: row)), default: 0] += 1 }
        }
    }

    /// Fills ``values`` and ``keys``. All loops run over whole eights, the rows behind the last being 0 in the end.
    private func readValues<Code: BlockCode>(_ codes: UnsafePointer<Code>, rows: Int) {
        let padded = (rows + 7) & ~7
        // Safe: every column of codes, of values and the keys has BlockRows.count ≥ padded places.
        let complete = unsafe values.base
        let keys = unsafe keys.base
        let origin = Value(truncatingIfNeeded: -layout.lowest)
        for row in 0..<padded { unsafe keys[row] = origin }
        // All bits set for a complete row while the terms are read.
        for row in 0..<padded { unsafe complete[row] = row < rows ? -1 : 0 }
        let answered = unsafe answered.base
        for (index, term) in layout.terms.enumerated() {
            let out = unsafe values.base + (index + 1) * BlockRows.count
            unsafe term.read(codes, rows: padded, values: out, answered: answered)
            let step = Value(truncatingIfNeeded: layout.classStep(term) * layout.span)
            let weight = Value(truncatingIfNeeded: term.weight)
            for row in 0..<padded {
                unsafe keys[row] &+= (step & answered[row]) &+ weight &* out[row]
                unsafe complete[row] &= answered[row]
            }
        }
        // What is not complete does not count, and variable 0 becomes 1.
        for index in 1..<variables {
            let column = unsafe values.base + index * BlockRows.count
            for row in 0..<padded { unsafe column[row] &= complete[row] }
        }
        for row in 0..<padded { unsafe complete[row] &= 1 }
    }

    /// Adds the counts of another counter of the same layout, whose group g is group `map[g]` here.
    func add(_ other: ScaleCounter, groups map: [Int]) {
        Self.add(other.products, to: &products, width: productCount, map)
        if isDense { Self.add(other.dense, to: &dense, width: layout.keys, map) }
        for (place, count) in other.sparse {
            sparse[SparseKey(group: map[place.group], key: place.key), default: 0] += count
        }
    }

    private static func add(_ theirs: [Int], to ours: inout [Int], width: Int, _ map: [Int]) {
        for (source, target) in map.enumerated() {
            for index in 0..<width { ours[target * width + index] &+= theirs[source * width + index] }
        }
    }

    /// What was counted, a tally a group.
    func tallies(of scale: TallyPlan.Scale) -> [ScaleTally] {
        var tallies = (0..<groups).map { group in
            var tally = ScaleTally(zeroFor: scale)
            let sums = products[group * productCount..<(group + 1) * productCount]
            tally.listwise = ProductMoments(withConstant: Array(sums), variables: variables - 1)
            guard isDense else { return tally }
            let counts = dense[group * layout.keys..<(group + 1) * layout.keys]
            tally.cells.reserveCapacity(counts.count { $0 > 0 })
            for (key, count) in counts.enumerated() where count > 0 { tally.cells[layout.cell(key)] = count }
            return tally
        }
        for (place, count) in sparse { tallies[place.group].cells[layout.cell(place.key)] = count }
        return tallies
    }
}

extension ProductMoments {
    /// Sums of products whose variable 0 is 1 in every row: its products are the number of rows and the sums.
    fileprivate init(withConstant sums: [Int], variables: Int) {
        self.init(zeroFor: variables)
        n = sums[0]
        var place = 1
        var index = 0
        for i in 0..<variables {
            self.sums[i] = sums[place]
            for j in 0...i {
                products[index] = sums[place + 1 + j]
                index += 1
            }
            place += i + 2
        }
    }
}
