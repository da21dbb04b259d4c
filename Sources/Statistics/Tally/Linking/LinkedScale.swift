/// How often each cell of a scale in the earlier round met each cell in the later one, among the same people.
public struct LinkedScale: Sendable, Equatable {
    /// A cell in each round, and how many people have both.
    public struct Row: Sendable, Equatable {
        /// What they gave in each round.
        public var earlier: ScaleCell, later: ScaleCell
        /// How many they are.
        public var count: Int

        /// States a pair of cells.
        public init(earlier: ScaleCell, later: ScaleCell, count: Int) {
            self.earlier = earlier
            self.later = later
            self.count = count
        }
    }

    /// A cell, and how many people have it.
    public struct Cell: Sendable, Equatable {
        /// What they gave.
        public var cell: ScaleCell
        /// How many they are.
        public var count: Int

        /// States a cell.
        public init(cell: ScaleCell, count: Int) {
            self.cell = cell
            self.count = count
        }
    }

    /// Those in both rounds; ascending by earlier, then later cell, each pair once.
    public internal(set) var stayers: [Row] = []
    /// Those in the earlier round only, ascending.
    public internal(set) var leavers: [Cell] = []
    /// Those in the later round only, ascending.
    public internal(set) var joiners: [Cell] = []

    /// Nobody.
    public init() {}

    /// Puts rows in any order in order; equal ones are counted together.
    public init(stayers: [Row], leavers: [Cell] = [], joiners: [Cell] = []) {
        func parts<Row>(_ rows: [Row], _ part: WritableKeyPath<LinkedScale, [Row]>) -> [LinkedScale] {
            rows.map {
                var scale = LinkedScale()
                scale[keyPath: part] = [$0]
                return scale
            }
        }
        let all = parts(stayers, \.stayers) + parts(leavers, \.leavers) + parts(joiners, \.joiners)
        self = all.reduce(into: LinkedScale()) { $0.add($1) }
    }

    /// Adds other people on the same scale.
    public mutating func add(_ other: LinkedScale) {
        stayers = Self.merged(stayers, other.stayers, count: \.count) {
            ($0.earlier, $0.later) < ($1.earlier, $1.later)
        }
        leavers = Self.merged(leavers, other.leavers, count: \.count) { $0.cell < $1.cell }
        joiners = Self.merged(joiners, other.joiners, count: \.count) { $0.cell < $1.cell }
    }

    /// Two ascending lists as one, in which what is in both is counted together.
    private static func merged<Row>(
        _ left: [Row], _ right: [Row], count: WritableKeyPath<Row, Int>, isLess: (Row, Row) -> Bool
    ) -> [Row] {
        var merged: [Row] = []
        merged.reserveCapacity(max(left.count, right.count))
        var (i, j) = (0, 0)
        while i < left.count, j < right.count {
            if isLess(left[i], right[j]) {
                merged.append(left[i])
                i += 1
            } else if isLess(right[j], left[i]) {
                merged.append(right[j])
                j += 1
            } else {
                var row = left[i]
                row[keyPath: count] = .exact(row[keyPath: count], right[j][keyPath: count])
                merged.append(row)
                (i, j) = (i + 1, j + 1)
            }
        }
        return merged + left[i...] + right[j...]
    }

    /// The joint moments of the earlier and the later score (scales 0 and 1) of those who stay and have both.
    ///
    /// n, means, variances and the covariance are ``MomentTally``'s, and the change of the same people is
    /// `composite([CompositePart(weight: -1), CompositePart(weight: 1)])`.
    ///
    /// - Missing: listwise; a score needs `minimumAnswered` terms.
    /// - Oracle: the scores of the persons, one by one.
    public func scores(minimumAnswered: Int) -> MomentTally {
        let least = max(1, minimumAnswered)
        var places: [Pair: Int] = [:]
        var strata: [(weights: Pair, sums: Sums)] = []
        var last: (weights: Pair, place: Int)?
        for row in stayers where row.earlier.answered >= least && row.later.answered >= least {
            let weights = Pair(earlier: row.earlier.weight, later: row.later.weight)
            var place = last?.weights == weights ? last?.place : places[weights]
            if place == nil {
                place = strata.count
                places[weights] = strata.count
                strata.append((weights, Sums()))
            }
            guard let place else { continue }
            last = (weights, place)
            strata[place].sums.add(row)
        }
        var tally = MomentTally(scales: 2)
        for stratum in strata {
            tally.strata[[stratum.weights.earlier, stratum.weights.later]] = stratum.sums.moments
        }
        return tally
    }

    private struct Pair: Hashable {
        var earlier: Int
        var later: Int
    }

    /// The moments of two variables without arrays, since there is one for every stratum of every group.
    private struct Sums {
        var (n, x, y, xx, xy, yy) = (0, 0, 0, 0, 0, 0)

        mutating func add(_ row: Row) {
            n += row.count
            x += row.count * row.earlier.sum
            y += row.count * row.later.sum
            xx += row.count * row.earlier.sum * row.earlier.sum
            xy += row.count * row.earlier.sum * row.later.sum
            yy += row.count * row.later.sum * row.later.sum
        }

        var moments: ProductMoments {
            var moments = ProductMoments(zeroFor: 2)
            moments.n = n
            moments.sums = [x, y]
            moments.products = [xx, xy, yy]
            return moments
        }
    }

    /// The scores of those who stay and have both, as a table: for ``LinkedChange``, ``OverlapTest``, ``Turnover`` and
    /// ``ReliableChange``.
    ///
    /// Missing: listwise; a score needs `minimumAnswered` terms.
    public func jointScores(minimumAnswered: Int) -> JointTable {
        let least = max(1, minimumAnswered)
        let scored = stayers.filter { $0.earlier.answered >= least && $0.later.answered >= least }
        return JointTable(
            rows: scored.map {
                JointTable.Row(earlier: $0.earlier.score, later: $0.later.score, count: $0.count)
            })
    }

    /// n, mean and variance of the scores of those who leave.
    public func leaverScores(minimumAnswered: Int) -> Moments { Self.moments(leavers, minimumAnswered) }

    /// n, mean and variance of the scores of those who join.
    public func joinerScores(minimumAnswered: Int) -> Moments { Self.moments(joiners, minimumAnswered) }

    private static func moments(_ cells: [Cell], _ minimumAnswered: Int) -> Moments {
        ScaleTally.scores(of: cells.map { (cell: $0.cell, count: $0.count) }, minimumAnswered: minimumAnswered)
    }
}

extension ScaleCell {
    /// Sum over weight, where something was answered.
    fileprivate var score: Double { Double(sum) / Double(weight) }
}
