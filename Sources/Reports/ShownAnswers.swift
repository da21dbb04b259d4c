/// How a group's answers to one item are spread, as a reader may see it.
///
/// A share near 0 or 1 is a bound only (`ShownNumber`), but the shares of an item add up to 1, and those of its
/// favourable answers to the favourable share: one bound in a row could be had by subtraction. So beside bounds others
/// go as well, [界], on each side whose sum is told, until the people on them could be spread otherwise and look the
/// same. That holds for a reader who knows this rule, too: a test goes through all answers of small groups.
struct ShownAnswers: Equatable {
    var shares: [ShownNumber]
    var favourable: ShownNumber
    /// May the mean be told? It is one more equation for the shares.
    var tellsMean: Bool
    /// The lengths of a bar: what is not told one by one is drawn as one part, nearest to the middle. Nil where only
    /// the whole of it could be drawn.
    var drawn: [Double]?

    /// Shares that are not told one by one, and what they add up to.
    private var pooled: [Pool] = []

    private struct Pool: Equatable {
        var indices: [Int]
        var sum: Double
    }

    /// - Parameters:
    ///   - counts: of the answers that score, in the order in which they are shown.
    ///   - isFavourable: of each answer.
    ///   - isMeanTold: the item is a dimension of its own, whose mean and deviation are told elsewhere.
    init(counts: [Int], isFavourable: [Bool], isMeanTold: Bool = false) {
        let n = counts.reduce(0, +)
        let exact = counts.map { n > 0 ? Double($0) / Double(n) : 0 }
        let good = zip(counts, isFavourable).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
        favourable = n > 0 ? .share(Double(good) / Double(n), n: n) : .absent(.missing)
        shares = n > 0 ? exact.map { .share($0, n: n) } : counts.map { _ in .absent(.missing) }
        let isBounded = shares.contains { $0.exact == nil }
        tellsMean = !isBounded || isMeanTold
        drawn = n > 0 ? exact : nil
        guard n > 0, isBounded else { return }
        if isMeanTold {
            shares = shares.map { $0.exact == nil ? $0 : .absent(.bounded) }
            drawn = nil
            return
        }
        let sides =
            favourable.exact == nil
            ? [Array(counts.indices)]
            : [true, false].map { side in counts.indices.filter { isFavourable[$0] == side } }
        var lengths = exact
        for side in sides where side.contains(where: { shares[$0].exact == nil }) {
            let hidden = hide(in: side, counts, room: edgeOfShares(n))
            // Of counts: the last digits of a sum of shares would tell which shares were added.
            let sum = Double(hidden.reduce(0) { $0 + counts[$1] }) / Double(n)
            pooled.append(Pool(indices: hidden.sorted(), sum: sum))
            draw(hidden, sum, on: &lengths)
        }
        drawn = lengths
    }

    /// Takes partners for the bounds of one side, from the middle outwards; returns all whose sum can be known and whose
    /// parts cannot. Which ones are taken depends on their sum alone, so that it says nothing of the parts.
    private mutating func hide(in side: [Int], _ counts: [Int], room: Double) -> [Int] {
        let n = counts.reduce(0, +)
        var hidden = side.filter { shares[$0].exact == nil }
        func isWide() -> Bool {
            Double(hidden.reduce(0) { $0 + counts[$1] }) > Self.widest * room * Double(n) + 1 + 1e-6
        }
        var others = side.filter { shares[$0].exact != nil }.sorted { distance($0) < distance($1) }
        var partners: [Int] = []
        while !others.isEmpty, partners.isEmpty || !isWide() {
            partners.append(others.removeFirst())
            hidden.append(partners[partners.count - 1])
        }
        for index in partners { shares[index] = .absent(.bounded) }
        // A small sum of everything on a side bounds its parts more closely than the bounds do.
        if side.count < shares.count, side.count > 1, !isWide() {
            for index in side { shares[index] = .absent(.bounded) }
        }
        return hidden
    }

    /// The sum of a bound and its partners, in rooms below a bound and one person more: wide enough for another spread
    /// of the same people over them to look the same.
    private static let widest = 3.0

    /// From the middle; of two equally far the first.
    private func distance(_ index: Int) -> Double {
        abs(Double(index) - Double(shares.count - 1) / 2) + 1e-3 * Double(index)
    }

    private func draw(_ hidden: [Int], _ sum: Double, on lengths: inout [Double]) {
        if let most = hidden.first(where: { if case .atLeast = shares[$0] { true } else { false } }),
            case .atLeast(let bound) = shares[most]
        {
            for index in hidden { lengths[index] = index == most ? bound : 0 }
            return
        }
        let inner = hidden.min { distance($0) < distance($1) }
        for index in hidden { lengths[index] = index == inner ? sum : 0 }
    }

    /// Between which ends a mean of points lies, as far as a reader can tell from the shares; nil where none are told.
    /// Made of what is shown anyhow, it tells nothing more.
    func range(of points: [Int]) -> ClosedRange<Double>? {
        guard drawn != nil else { return nil }
        let pool = Set(pooled.flatMap(\.indices))
        let known = points.indices.filter { !pool.contains($0) }.reduce(0.0) {
            $0 + (shares[$1].exact ?? 0) * Double(points[$1])
        }
        let ends = [false, true].map { isHigh in
            pooled.reduce(known) { $0 + extreme($1, points, isHigh: isHigh) }
        }
        return min(ends[0], ends[1])...max(ends[0], ends[1])
    }

    /// The least or the greatest that a pool can add: each of its shares has its least, and the rest goes where it counts
    /// least or most, as far as there is room.
    private func extreme(_ pool: Pool, _ points: [Int], isHigh: Bool) -> Double {
        func limits(_ index: Int) -> (least: Double, most: Double) {
            switch shares[index] {
            case .atLeast(let bound): (bound, 1)
            case .atMost(let bound): (0, bound)
            case .exact, .absent: (0, 1)
            }
        }
        var rest = pool.sum
        var total = 0.0
        for index in pool.indices {
            rest -= limits(index).least
            total += limits(index).least * Double(points[index])
        }
        for index in pool.indices.sorted(by: { isHigh ? points[$0] > points[$1] : points[$0] < points[$1] }) {
            let added = max(0, min(rest, limits(index).most - limits(index).least))
            rest -= added
            total += added * Double(points[index])
        }
        return total
    }
}
