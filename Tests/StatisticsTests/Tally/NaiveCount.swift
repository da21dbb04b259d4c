import Statistics

/// Counting spelt out row by row, with a dictionary wherever one will do: what the kernel must equal.
enum NaiveCount {
    static func tallies(_ table: ResponseTable, by plan: TallyPlan) -> [Tally] {
        var tallies = Array(repeating: Tally(zeroFor: plan), count: table.groupCount)
        for row in 0..<table.rowCount {
            count(row: table.columns.map { $0[row] }, by: plan, into: &tallies[Int(table.groups[row])])
        }
        return tallies
    }

    static func isAnswer(_ code: Int32) -> Bool {
        ![ResponseTable.missing, ResponseTable.notApplicable, ResponseTable.notAsked].contains(code)
    }

    static func count(row: [Int32], by plan: TallyPlan, into tally: inout Tally) {
        tally.responses += 1
        for (index, item) in plan.items.enumerated() {
            let code = row[item.column]
            switch code {
            case ResponseTable.missing: tally.items[index].missing += 1
            case ResponseTable.notApplicable: tally.items[index].notApplicable += 1
            case ResponseTable.notAsked: tally.items[index].notAsked += 1
            case _ where Int(code) >= item.low && Int(code) <= item.high:
                tally.items[index].counts[Int(code) - item.low] += 1
            default: tally.items[index].outside += 1
            }
        }
        for (index, pair) in plan.pairs.enumerated() {
            let (current, required) = (row[pair.current], row[pair.required])
            let bounds = pair.low...pair.high
            if !isAnswer(current) || !isAnswer(required) {
                tally.pairs[index].incomplete += 1
            } else if bounds.contains(Int(current)), bounds.contains(Int(required)) {
                let levels = pair.high - pair.low + 1
                tally.pairs[index].counts[(Int(current) - pair.low) * levels + Int(required) - pair.low] += 1
            } else {
                tally.pairs[index].outside += 1
            }
        }
        let cells = plan.scales.map { cell(of: $0, row: row) }
        for (index, scale) in plan.scales.enumerated() {
            tally.scales[index].cells[cells[index], default: 0] += 1
            let values = scale.terms.compactMap { value(of: $0, row: row) }
            guard values.count == scale.terms.count else { continue }
            add(values, to: &tally.scales[index].listwise)
        }
        for (index, members) in plan.composites.enumerated() {
            guard members.allSatisfy({ cells[$0].answered >= plan.scales[$0].minimumAnswered }) else { continue }
            var stratum =
                tally.composites[index].strata[members.map { cells[$0].weight }]
                ?? ProductMoments(zeroFor: members.count)
            add(members.map { cells[$0].sum }, to: &stratum)
            tally.composites[index].strata[members.map { cells[$0].weight }] = stratum
        }
    }

    static func cell(of scale: TallyPlan.Scale, row: [Int32]) -> ScaleCell {
        var cell = ScaleCell(answered: 0, weight: 0, sum: 0)
        for term in scale.terms {
            guard let value = value(of: term, row: row) else { continue }
            cell.answered += 1
            cell.weight += term.weight
            cell.sum += term.weight * value
        }
        return cell
    }

    static func value(of term: TallyPlan.Term, row: [Int32]) -> Int? {
        func gap(_ current: Int, _ required: Int) -> Int? {
            isAnswer(row[current]) && isAnswer(row[required]) ? Int(row[required]) - Int(row[current]) : nil
        }
        switch term {
        case .points(let column, let low, let points, _):
            let place = Int(row[column]) - low
            return isAnswer(row[column]) && points.indices.contains(place) ? points[place] : nil
        case .gap(let current, let required, _): return gap(current, required)
        case .shortfall(let current, let required, _): return gap(current, required).map { max(0, $0) }
        }
    }

    static func add(_ row: [Int], to moments: inout ProductMoments) {
        moments.n += 1
        for i in row.indices {
            moments.sums[i] += row[i]
            for j in 0...i { moments.products[i * (i + 1) / 2 + j] += row[i] * row[j] }
        }
    }
}

/// Plans and tables of every kind, the same for the same seed.
struct RandomCount {
    var chance: SplitMix64
    /// The codes that each column may have.
    let codes: [ClosedRange<Int32>]

    /// - Parameter isWide: with codes, points and weights beyond 16 bits.
    init(seed: UInt64, columns: Int = 9, isWide: Bool = false) {
        chance = SplitMix64(state: seed)
        let kinds: [ClosedRange<Int32>] = isWide ? [1...5, -3...40_000, 530_100...530_131] : [1...5, 0...10, -3...3]
        codes = (0..<columns).map { $0 < 4 ? 1...5 : kinds[$0 % kinds.count] }
        self.isWide = isWide
    }

    private let isWide: Bool

    mutating func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &chance) }

    mutating func plan() -> TallyPlan {
        let items = (0..<pick(0...4)).map { _ in item() }
        let scales = (0..<pick(1...4)).map { _ in scale() }
        let pairs = (0..<pick(0...2)).map { _ in
            TallyPlan.Pair(current: column(), required: column(), low: pick(-1...1), high: pick(3...6))
        }
        let composites = (0..<pick(0...2)).map { _ in (0..<pick(0...3)).map { _ in pick(0...scales.count - 1) } }
        return TallyPlan(items: items, scales: scales, pairs: pairs, composites: composites)
    }

    /// Three variables or more.
    mutating func variables() -> [TallyPlan.Term] { (0..<pick(3...9)).map { _ in term(weight: pick(1...3)) } }

    private mutating func column() -> Int { pick(0...codes.count - 1) }

    private mutating func item() -> TallyPlan.Item {
        let column = column()
        let low = Int(codes[column].lowerBound) + pick(-1...2)
        return .init(column: column, low: low, high: low + pick(0...6))
    }

    private mutating func scale() -> TallyPlan.Scale {
        let isWeighted = pick(0...1) == 0
        let terms = (0..<pick(0...12)).map { _ in term(weight: isWeighted ? pick(1...(isWide ? 40 : 4)) : 2) }
        return .init(terms: terms, minimumAnswered: pick(1...max(1, terms.count)))
    }

    private mutating func term(weight: Int) -> TallyPlan.Term {
        let column = column()
        let low = Int(codes[column].lowerBound) + pick(-1...1)
        switch pick(0...5) {
        case 0: return .gap(current: column, required: self.column(), weight: weight)
        case 1: return .shortfall(current: column, required: self.column(), weight: weight)
        case 2:
            let size = isWide ? 9_000 : 9
            let points = (0..<pick(0...7)).map { _ in pick(0...4) == 0 ? nil : pick(-size...size) }
            return .points(column: column, low: low, points: points, weight: weight)
        default:
            let (start, step) = (pick(-9...9), pick(-2...2))
            return .points(
                column: column, low: low, points: (0..<pick(1...7)).map { start + step * $0 }, weight: weight)
        }
    }

    /// Codes in and around the columns' ranges, with all three kinds of absence.
    mutating func table(rows: Int, groups: Int) -> ResponseTable {
        let columns = codes.map { range in
            (0..<rows).map { _ -> Int32 in
                switch pick(0...24) {
                case 0: ResponseTable.missing
                case 1: ResponseTable.notApplicable
                case 2: ResponseTable.notAsked
                case 3: range.upperBound + 1
                default: Int32.random(in: range, using: &chance)
                }
            }
        }
        let members = (0..<rows).map { _ in Int32(pick(0...groups - 1)) }
        return ResponseTable(columns: columns, groups: members, groupCount: groups)
    }
}
