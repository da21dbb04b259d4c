/// How a group's answers to one item are spread, as a reader may see it.
///
/// A share near 0 or 1 is told as a bound only. But the shares add up to 1, those of the favourable answers to the
/// favourable share, and the mean of the points is told or follows from the dimension. So other shares are left out beside
/// bounds, from the middle outwards, until all these sums together leave each bound enough of its width; where they
/// cannot, no share is told.
package struct ReleasedAnswers: Sendable, Equatable {
    package private(set) var shares: [ReleasedNumber]
    package private(set) var favourable: ReleasedNumber
    /// The lengths of a bar: what is not told one by one is drawn as one part, nearest to the middle. Nil where only
    /// the whole of it could be drawn.
    package private(set) var drawn: [Double]?

    /// Every share is told as it is.
    package var areExact: Bool { shares.allSatisfy { $0.exact != nil } }

    /// - Parameters:
    ///   - counts: of the answers that score, in the order in which they are shown.
    ///   - points: of each answer; nil where neither their mean is told nor anything from which it follows.
    ///   - isFavourable: of each answer.
    ///   - isSpreadTold: the item is a dimension of its own, whose interval tells how the points spread.
    package init(counts: [Int], points: [Int]?, isFavourable: [Bool], isSpreadTold: Bool = false) {
        let n = counts.reduce(0, +)
        guard n > 0 else {
            shares = counts.map { _ in .withheld(.nobodyAnswered) }
            favourable = .withheld(.nobodyAnswered)
            return
        }
        let exact = counts.map { Double($0) / Double(n) }
        let good = zip(exact, isFavourable).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
        favourable = .share(good, n: n)
        shares = exact.map { .share($0, n: n) }
        drawn = exact
        guard !areExact || favourable.exact == nil else { return }
        let row = HiddenRow(
            shares: exact, points: points, isFavourable: isFavourable, edge: Bound.edgeOfShares(n),
            isSpreadTold: isSpreadTold)
        var hidden = Set(shares.indices.filter { shares[$0].exact == nil })
        var others = shares.indices.filter { !hidden.contains($0) }.sorted { distance($0) < distance($1) }
        let bounded = hidden
        func isNarrow(_ tellsFavourable: Bool) -> Bool {
            bounded.contains { row.isNarrow([$0], hidden, tellsFavourable: tellsFavourable) }
        }
        let tellsFavourable = favourable.exact != nil
        while !others.isEmpty, isNarrow(tellsFavourable) {
            let partner = others.removeFirst()
            hidden.insert(partner)
            shares[partner] = .withheld(.besideBound)
        }
        guard !isNarrow(tellsFavourable) else {
            withholdShares(.besideBound)
            if !tellsFavourable, row.isNarrow(row.favourable, Set(counts.indices), tellsFavourable: false) {
                favourable = .withheld(.besideBound)
            }
            return
        }
        if !tellsFavourable, row.isNarrow(row.favourable, hidden, tellsFavourable: false) {
            favourable = .withheld(.besideBound)
        }
        for side in [true, false] {
            let pool = hidden.filter { isFavourable[$0] == side }.sorted()
            if !pool.isEmpty { draw(pool, pool.reduce(0) { $0 + counts[$1] }, of: n) }
        }
    }

    /// Tells nothing of it.
    package mutating func withhold(_ reason: ReleasedNumber.Reason) {
        withholdShares(reason)
        favourable = .withheld(reason)
    }

    /// Tells no bound, and of what an earlier report hid nothing.
    mutating func withholdBounds(hidShares: Bool, hidFavourable: Bool) {
        if hidShares || !areExact { withholdShares(.besideBound) }
        if hidFavourable || favourable.exact == nil { favourable = .withheld(.besideBound) }
    }

    private mutating func withholdShares(_ reason: ReleasedNumber.Reason) {
        shares = shares.map { _ in .withheld(reason) }
        drawn = nil
    }

    /// From the middle; of two equally far the first.
    private func distance(_ index: Int) -> Double {
        abs(Double(index) - Double(shares.count - 1) / 2) + 1e-3 * Double(index)
    }

    /// Of counts: the last digits of a sum of shares would tell which shares were added.
    private mutating func draw(_ hidden: [Int], _ count: Int, of n: Int) {
        var bound: Double?
        var place = hidden.min { distance($0) < distance($1) }
        for index in hidden {
            if case .atLeast(let least) = shares[index] { (bound, place) = (least, index) }
            drawn?[index] = 0
        }
        if let place { drawn?[place] = bound ?? Double(count) / Double(n) }
    }
}

/// What the sums of a row leave of its hidden shares.
private struct HiddenRow {
    let shares: [Double]
    /// Nil where their mean is not told.
    let points: [Int]?
    let isFavourable: [Bool]
    /// How near to 0 and 1 a share is a bound.
    let edge: Double
    let isSpreadTold: Bool

    /// The part of a bound's width that must be left; half of it is what is promised.
    private static let room = 0.6

    var favourable: Set<Int> { Set(shares.indices.filter { isFavourable[$0] }) }

    /// Whether less than the room is left of the sum of some shares, which is told as a bound.
    func isNarrow(_ target: Set<Int>, _ hidden: Set<Int>, tellsFavourable: Bool) -> Bool {
        let own = hidden.sorted()
        let value = target.reduce(0) { $0 + shares[$1] }
        // Deviations from the true shares fit the sums when they add up to 0 in each.
        var sums: [[Double]] = [own.map { _ in 1 }]
        if let points {
            sums.append(own.map { Double(points[$0]) })
            if isSpreadTold { sums.append(own.map { Double(points[$0] * points[$0]) }) }
        }
        if tellsFavourable { sums.append(own.map { isFavourable[$0] ? 1 : 0 }) }
        let ends = own.map { index in
            let share = shares[index]
            let zone = share >= 1 - edge - 1e-9 ? 1 - edge...1 : share <= edge + 1e-9 ? 0...edge : 0...1
            return (min(0, zone.lowerBound - share), max(0, zone.upperBound - share))
        }
        let zone = value >= 1 - edge - 1e-9 ? 1 - edge...1 : 0...edge
        let goal = own.map { target.contains($0) ? 1.0 : 0 }
        let (low, high) = Exchanges(sums: sums, ends: ends).range(of: goal)
        let left = min(zone.upperBound, value + high) - max(zone.lowerBound, value + low)
        return left < Self.room * edge - 1e-9
    }
}

/// Ways in which a few hidden shares can change together and no sum tells: of as few as possible at a time, since every
/// other way is made of such.
private struct Exchanges {
    let sums: [[Double]]
    /// How far each share can change.
    let ends: [(low: Double, high: Double)]

    /// How far a sum of shares can be from its value by one exchange, at least.
    func range(of goal: [Double]) -> (low: Double, high: Double) {
        var found = (low: 0.0, high: 0.0)
        for size in 2...(sums.count + 1) where size <= ends.count {
            choose(size, from: 0, []) { places in
                guard let direction = direction(places) else { return }
                // As far as the first share that comes to an end of its interval, either way.
                var steps = (back: -Double.infinity, ahead: Double.infinity)
                for (place, change) in zip(places, direction) where abs(change) > 1e-12 {
                    let reach = (ends[place].low / change, ends[place].high / change)
                    steps = (max(steps.back, min(reach.0, reach.1)), min(steps.ahead, max(reach.0, reach.1)))
                }
                let slope = zip(places, direction).reduce(0) { $0 + goal[$1.0] * $1.1 }
                for step in [steps.back, steps.ahead] where step.isFinite {
                    found = (min(found.low, slope * step), max(found.high, slope * step))
                }
            }
        }
        return found
    }

    private func choose(_ count: Int, from start: Int, _ chosen: [Int], _ body: ([Int]) -> Void) {
        guard chosen.count < count else { return body(chosen) }
        for index in ends.indices.dropFirst(start) { choose(count, from: index + 1, chosen + [index], body) }
    }

    /// The one way in which these shares can change with all sums the same; nil where there is none, or more than one.
    private func direction(_ places: [Int]) -> [Double]? {
        var rows = sums.map { row in places.map { row[$0] } }
        var pivots: [Int] = []
        for column in places.indices where pivots.count < rows.count {
            let rank = pivots.count
            guard let pivot = (rank..<rows.count).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
                abs(rows[pivot][column]) > 1e-9
            else { continue }
            rows.swapAt(rank, pivot)
            for row in rows.indices where row != rank {
                let factor = rows[row][column] / rows[rank][column]
                for place in places.indices { rows[row][place] -= factor * rows[rank][place] }
            }
            pivots.append(column)
        }
        guard pivots.count == places.count - 1, let free = places.indices.first(where: { !pivots.contains($0) }) else {
            return nil
        }
        var direction = Array(repeating: 0.0, count: places.count)
        direction[free] = 1
        for (row, column) in pivots.enumerated() { direction[column] = -rows[row][free] / rows[row][column] }
        return direction
    }
}
