import Scoring
import Statistics
import Surveys

/// Which numbers of a round are told as bounds, and which not at all, so that no bound is narrowed by arithmetic.
struct RoundStandings {
    private(set) var scores: [ScoreName: ScoreStanding] = [:]
    /// Of the cells' favourable shares.
    private(set) var shares: [ShareName: ScoreStanding] = [:]
    /// Places in the tally plan of items of which no cell's share is told.
    private(set) var untoldItems: Set<Int> = []
    /// The whole's answers to its items.
    private(set) var answers: RoundAnswers
    private let told: ToldRound
    private let before: Set<LedgerTable.Hidden>
    /// Cells, and nil for the whole, of which an earlier report told, and which are the same people now.
    private let settled: Set<Int?>
    /// Cells, and nil for the whole, whose people joined in more than one report. The bound of such a number would be
    /// narrowed by what was told of a part of them, so it is told exactly or not at all.
    private let grown: Set<Int?>

    /// - Parameters:
    ///   - before: what earlier reports hid.
    ///   - settled: cells, and nil for the whole, of which an earlier report told and which are the same people now.
    ///   - grown: cells, and nil for the whole, whose people joined in more than one report.
    init(_ told: ToldRound, hidden before: [LedgerTable.Hidden], settled: Set<Int?>, grown: Set<Int?>) {
        self.told = told
        self.settled = settled
        self.grown = grown
        answers = RoundAnswers(told, hidden: grown.contains(nil) ? Set(before.map(\.number)) : nil)
        self.before = Set(before)
        for planned in told.plan.dimensions where !planned.dimension.isComposite {
            judge(planned, planned.own, isComparable: false)
            if planned.comparable == planned.own {
                copyOwn(planned.dimension.name.main)
            } else {
                judge(planned, planned.comparable, isComparable: true)
            }
        }
        for planned in told.plan.dimensions where planned.dimension.isComposite {
            judgeComposite(planned, planned.own, isComparable: false)
            judgeComposite(planned, planned.comparable, isComparable: true)
        }
    }

    private func past(_ number: LedgerTable.Hidden) -> Past {
        before.contains(number) ? .hidden : settled.contains(number.cell) ? .told : .unknown
    }

    // MARK: Dimensions

    /// The whole is the mean of its cells; and where answers are of two points only, a dimension is the mean of the
    /// favourable shares of its items.
    private mutating func judge(
        _ planned: SurveyPlan.PlannedDimension, _ measure: SurveyPlan.Measure?, isComparable: Bool
    ) {
        guard case .scale(let scale)? = measure, let measure, told.tells(measure, ofCells: false),
            told.plan.pooled(measure, told.whole) != nil
        else { return }
        var lines = LinesInMaking()
        let name = planned.dimension.name.main
        let tellsCells = told.tells(measure, ofCells: true)
        func add(_ cell: Int?) -> PrintedLine.Addend? {
            let tally = cell.map { told.cells[$0].tally } ?? told.whole
            guard let score = told.plan.pooled(measure, tally) else { return nil }
            let label = ScoreName(dimension: name, isComparable: isComparable, cell: cell)
            let past = past(LedgerTable.Hidden(label))
            return PrintedLine.Addend(
                id: lines.add(
                    .score(label), mean: score.mean, n: score.people, in: measure.ends, past,
                    isGrown: grown.contains(cell)),
                weight: Double(score.weight))
        }
        let whole = add(nil)
        let cells = tellsCells ? told.cells.indices.map(add) : []
        if let whole, tellsCells { lines.add(total: whole, cells.compactMap(\.self)) }
        if let whole { addItems(of: scale, whole, to: &lines) }
        if tellsCells, !isComparable { addShares(of: planned, scale, whole, cells, to: &lines) }
        let roles = lines.roles
        if whole != nil, case let items = told.plan.items(ofScale: scale.index), items.count == 1,
            roles.contains(where: { $0.0 == .score(ScoreName(dimension: name, isComparable: isComparable, cell: nil)) })
        {
            // Its one item would tell it.
            for (name, item) in answers.items where item.place == items[0] { answers.withhold(name) }
        }
        for (number, role) in roles {
            let standing: ScoreStanding = role == .bounded ? .bounded : .hidden
            switch number {
            case .score(let name): scores[name] = standing
            case .share(let name): shares[name] = standing
            case .itemMean(let name):
                if role != .bounded { answers.withhold(name) }
            case .wholeShare(let item):
                // Its bound is told on the items' sheet, and nothing there can be hidden for the sake of a unit's sheet.
                if standing == .hidden { untoldItems.insert(item) }
            }
        }
    }

    /// The whole is the mean of its items, too; a competence is told by its levels, of which the gap is no sum.
    private func addItems(
        of scale: SurveyPlan.PlannedScale, _ whole: PrintedLine.Addend, to lines: inout LinesInMaking
    ) {
        let weights = told.plan.itemWeights(ofScale: scale.index)
        let items = answers.items.filter { weights[$0.value.place] != nil && $0.value.n > 0 }
        guard items.count == told.plan.tally.scales[scale.index].terms.count, items.count > 1 else { return }
        let addends = items.sorted { $0.value.place < $1.value.place }.map { name, item in
            PrintedLine.Addend(
                id: lines.add(.itemMean(name), item),
                weight: scale.slope * (weights[item.place] ?? 0) * Double(item.n))
        }
        lines.add(total: whole, addends)
    }

    private func addShares(
        of planned: SurveyPlan.PlannedDimension, _ scale: SurveyPlan.PlannedScale, _ whole: PrintedLine.Addend?,
        _ cells: [PrintedLine.Addend?], to lines: inout LinesInMaking
    ) {
        let plan = told.plan
        let items = plan.items.filter {
            told.cellItems.contains($0.index) && $0.dimension == planned.dimension.name.main && $0.isRated
        }
        var parts: [Int?: [PrintedLine.Addend]] = [:]
        var areTwoPoints = items.count == plan.tally.scales[scale.index].terms.count
        for item in items {
            let side = FavourableSide(
                points: item.scoring.points, item.isLowBetter ? .lowerIsBetter : .higherIsBetter)
            let points = Set(item.scoring.points.compactMap(\.self)).sorted()
            let weight = plan.weight(of: item, in: scale)
            areTwoPoints = areTwoPoints && points.count == 2 && weight != nil
            func add(_ cell: Int?) -> PrintedLine.Addend? {
                let counts = (cell.map { told.cells[$0].tally } ?? told.whole).items[item.index].counts
                var (good, all) = (0, 0)
                for (points, count) in zip(item.scoring.points, counts) {
                    guard let points else { continue }
                    all += count
                    if side.isFavourable(points) { good += count }
                }
                guard all > 0 else { return nil }
                let label = cell.map { ShareName(variable: item.variable.name, cell: $0) }
                let id = lines.add(
                    label.map { .share($0) } ?? .wholeShare(item.index), share: Double(good) / Double(all), n: all,
                    label.map { past(LedgerTable.Hidden($0)) } ?? .unknown, isGrown: cell != nil && grown.contains(cell)
                )
                if points.count == 2, let weight {
                    let step = Double((points[1] - points[0]) * weight * all) * scale.slope
                    parts[cell, default: []].append(
                        PrintedLine.Addend(id: id, weight: side.isFavourable(points[1]) ? step : -step))
                }
                return PrintedLine.Addend(id: id, weight: Double(all))
            }
            if let whole = add(nil) { lines.add(total: whole, told.cells.indices.compactMap(add)) }
        }
        guard areTwoPoints else { return }
        for (place, total) in [(nil, whole)] + cells.enumerated().map({ (Optional($0.offset), $0.element) }) {
            if let total, let addends = parts[place] { lines.add(total: total, addends) }
        }
    }

    // MARK: Composites

    private mutating func copyOwn(_ dimension: String) {
        for (name, standing) in scores where name.dimension == dimension && !name.isComparable {
            scores[ScoreName(dimension: dimension, isComparable: true, cell: name.cell)] = standing
        }
    }

    /// A composite is told exactly where all its members are.
    private mutating func judgeComposite(
        _ planned: SurveyPlan.PlannedDimension, _ measure: SurveyPlan.Measure?, isComparable: Bool
    ) {
        guard case .composite(let index, let parts, let ends)? = measure, let measure,
            told.tells(measure, ofCells: false)
        else { return }
        let cells: [Int?] = [nil] + (told.tells(measure, ofCells: true) ? told.cells.indices.map(Optional.init) : [])
        for cell in cells {
            let tally = cell.map { told.cells[$0].tally } ?? told.whole
            guard let score = told.plan.pooled(measure, tally) else { continue }
            let areExact = zip(told.plan.tally.composites[index], parts).allSatisfy { member, part in
                let name = told.plan.dimensions.first {
                    told.plan.scaleIndex(isComparable ? $0.comparable : $0.own) == member
                }?.dimension.name.main
                guard let name else {
                    // The shortfall of a gap, of which nothing but the composite tells.
                    return told.plan.attainment(part, scale: member, tally).map {
                        Bound.ofMean($0.mean, n: $0.people, in: 0...100) == nil
                    } ?? true
                }
                return scores[ScoreName(dimension: name, isComparable: isComparable, cell: cell)] == nil
            }
            let standing: ScoreStanding? =
                !areExact ? .hidden : Bound.ofMean(score.mean, n: score.people, in: ends) == nil ? nil : .bounded
            scores[ScoreName(dimension: planned.dimension.name.main, isComparable: isComparable, cell: cell)] = standing
        }
    }
}

extension LedgerTable.Hidden {
    init(_ name: ScoreName) {
        self.init(number: (name.isComparable ? "comparable " : "score ") + name.dimension, cell: name.cell)
    }

    init(_ name: ShareName) { self.init(number: "share " + name.variable, cell: name.cell) }

    /// The shares of an item in all cells, of which none is told.
    init(sharesOf variable: String) { self.init(number: "shares " + variable, cell: nil) }
}

extension AssessedRound {
    /// What later reports hide again, while nothing joins it.
    var hidden: [LedgerTable.Hidden] {
        standings.keys.map { LedgerTable.Hidden($0) } + shareStandings.keys.map { LedgerTable.Hidden($0) }
    }
}
/// What earlier reports did with a number of the same people.
private enum Past {
    case hidden
    case told
    case unknown
}

/// The numbers of one dimension, and the lines between them.
private struct LinesInMaking {
    enum Number: Hashable {
        case score(ScoreName)
        case share(ShareName)
        case wholeShare(Int)
        case itemMean(String)
    }

    private var names: [Number] = []
    private var numbers: [PrintedNumber] = []
    private var lines: [PrintedLine] = []
    private var hiddenBefore: Set<Int> = []

    mutating func add(
        _ name: Number, mean: Double, n: Int, in ends: ClosedRange<Double>, _ past: Past, isGrown: Bool
    ) -> Int {
        let number = PrintedNumber(id: names.count, mean: mean, n: n, in: ends)
        return add(name, number, past, isGrown: isGrown, in: ends)
    }

    mutating func add(_ name: Number, share: Double, n: Int, _ past: Past, isGrown: Bool) -> Int {
        add(name, PrintedNumber(id: names.count, share: share, n: n), past, isGrown: isGrown, in: 0...1)
    }

    private mutating func add(
        _ name: Number, _ number: PrintedNumber, _ past: Past, isGrown: Bool, in frame: ClosedRange<Double>
    ) -> Int {
        guard isGrown, number.isBounded else { return add(name, number, past) }
        return add(name, PrintedNumber(id: number.id, exact: number.value, in: frame), .hidden)
    }

    mutating func add(_ name: Number, _ item: RoundAnswers.Item) -> Int {
        switch item.released.mean {
        case .exact, .withheld:
            let number = PrintedNumber(id: names.count, exact: item.value, in: item.frame)
            return add(name, number, item.released.mean.exact == nil ? .hidden : .unknown)
        case .atLeast, .atMost:
            return add(
                name, PrintedNumber(id: names.count, mean: item.value, n: item.n, in: item.frame), .unknown)
        }
    }

    private mutating func add(_ name: Number, _ number: PrintedNumber, _ past: Past) -> Int {
        var number = number
        number.isKnown = past == .told
        names.append(name)
        numbers.append(number)
        if past == .hidden { hiddenBefore.insert(number.id) }
        return number.id
    }

    mutating func add(total: PrintedLine.Addend, _ addends: [PrintedLine.Addend]) {
        lines.append(PrintedLine(total: total.id, weight: total.weight, addends: addends))
    }

    var roles: [(Number, RoomForBounds.Role)] {
        RoomForBounds(numbers, lines, hiddenBefore: hiddenBefore).hidden.map { (names[$0.key], $0.value) }
    }
}
