import Scoring
import Statistics
import Surveys

/// Who may be told apart in one round, and whose answers are counted.
package struct RoundGroups: Sendable, Equatable {
    package let year: Int
    /// What later reports are held to once this one is published.
    package internal(set) var table: LedgerTable
    /// Units whose waiting responses are counted from this report on, as the last batch of the table.
    package let joining: Set<String>
    /// The cells with people, each as places among the round's units; none where the round is told as a whole only.
    let cells: [[Int]]
    /// Of each of them, its place among the table's.
    let cellPlaces: [Int]
    /// Of the cells, and nil for the whole, those of which earlier reports told and which are the same people now.
    let settled: Set<Int?>
    /// Of the cells, and nil for the whole, those whose people joined in more than one report.
    let grown: Set<Int?>
    /// Blocks of the plan that may be told of the whole, of the cells, and item by item of the cells.
    let wholeBlocks: Set<Int>
    let cellBlocks: Set<Int>
    let itemBlocks: Set<Int>
    /// By batch and unit: families of blocks whose answers are not counted.
    let withheld: [[Set<Int>]]

    /// nil where fewer than k responded: nothing of the round is told.
    init?(_ round: Round, k: Int, table old: LedgerTable?, together: [Int: Int]) {
        var formation = Formation(round, k: k, together: together)
        if let old {
            guard old.restriction != .nothing else { return nil }
            formation.restore(old)
            formation.join()
            formation.split(keeping: old)
        } else {
            guard formation.takeEverybody() else { return nil }
            formation.merge()
        }
        year = round.year
        self.joining = formation.joining
        table = formation.table(after: old)
        let named = formation.cells.map { cell in Set(cell.map { round.units[$0] }) }
        let joining = formation.joining
        let known = Set((old?.cells ?? []).filter(joining.isDisjoint).map(Set.init))
        let counts = formation.counts
        let people = formation.cells.indices.filter { counts.responses(of: formation.cells[$0]) > 0 }
        let places = people.count > 1 && old?.restriction == nil ? people : []
        cellPlaces = places
        cells = places.map { formation.cells[$0] }
        let cellsBefore = Set<Int?>(places.indices.filter { known.contains(named[places[$0]]) })
        let shownCells = cells
        let grownCells = Set<Int?>(
            shownCells.indices.filter { place in
                counts.batches.count { batch in shownCells[place].contains { batch.responses[$0] > 0 } } > 1
            })
        grown = grownCells.union(counts.batches.count > 1 ? [nil] : [])
        settled = old == nil ? [] : cellsBefore.union(joining.isEmpty ? [nil] : [])
        wholeBlocks = Set(
            round.plan.blocks.indices.filter { block in
                // Answers that are all withheld are another thing than none.
                let isTold = counts.answered(block) > 0 || !formation.isAnswered(block)
                return isTold && counts.batches.indices.allSatisfy { counts.tellsWhole(block, in: $0, k: k) }
            })
        let shown = cells
        cellBlocks = shown.isEmpty ? [] : wholeBlocks.filter { counts.tells($0, of: shown, k: k) }
        itemBlocks = cellBlocks.filter { counts.tellsItems($0, of: shown, k: k) }
        withheld = formation.withheld
    }
}

extension RoundGroups {
    /// The table with more numbers that later reports hide again; of the cells that are shown by their places among them.
    func table(hiding numbers: [LedgerTable.Hidden]) -> LedgerTable {
        var table = table
        let named = numbers.map { LedgerTable.Hidden(number: $0.number, cell: $0.cell.map { cellPlaces[$0] }) }
        table.hidden = Set(table.hidden + named).sorted { ($0.number, $0.cell ?? -1) < ($1.number, $1.cell ?? -1) }
        return table
    }
}

/// The steps by which the cells of a round come about.
private struct Formation {
    let round: Round
    let k: Int
    let together: [Int: Int]
    private(set) var counts: RoundCounts
    /// A partition of the round's units.
    private(set) var cells: [[Int]] = []
    private(set) var joining: Set<String> = []
    /// By batch and unit.
    private(set) var withheld: [[Set<Int>]] = []

    init(_ round: Round, k: Int, together: [Int: Int]) {
        self.round = round
        self.k = k
        self.together = together
        counts = RoundCounts(round)
    }

    private var units: [String] { round.units }
    private var waiting: [Tally]? { round.cohorts.first { $0.batch == nil }?.counted.tallies }
    private var families: [Int: [Int]] {
        Dictionary(grouping: round.plan.blocks.indices) { round.plan.blocks[$0].family }
    }

    /// Whether anybody gave an answer to a block, counted or not.
    func isAnswered(_ block: Int) -> Bool {
        round.cohorts.contains { $0.counted.tallies.contains { round.plan.blocks[block].answered(in: $0) > 0 } }
    }

    // MARK: A round that no report has shown

    /// Counts everybody as the first batch.
    mutating func takeEverybody() -> Bool {
        guard let waiting, waiting.reduce(0, { $0 + $1.responses }) >= k else { return false }
        joining = Set(units)
        cells = [Array(units.indices)]
        counts.add(waiting, of: units.map { _ in true })
        withheld.append(units.map { _ in [] })
        withholdFew(of: [], from: cells)
        return true
    }

    /// Joins units until each has enough responses, and further where that shows more.
    ///
    /// A block that too few of some cell answered is told of no unit at all. Merging on brings it back, at the price of a
    /// cell; it is done while it gains numbers (cells × blocks) to show, and only for what everybody was asked: questions
    /// put to some people must not blur the units of all.
    mutating func merge() {
        guard round.namesUnits else { return }
        let everything = cells
        let blocks = round.plan.blocks.indices
        func shown(_ cells: [[Int]]) -> Int {
            let people = cells.filter { counts.responses(of: $0) > 0 }
            return people.count < 2 ? 0 : people.count * blocks.count { counts.tells($0, of: people, k: k) }
        }
        var served: [Int] = []
        var best = merged(everything[0], serving: served)
        for block in servable.prefix(Self.mostServed) where best.count > 1 && !counts.tells(block, of: best, k: k) {
            let wider = merged(everything[0], serving: served + [block])
            guard shown(wider) > shown(best) else { continue }
            served.append(block)
            best = wider
        }
        cells = best.count { counts.responses(of: $0) > 0 } < 2 ? everything : best
    }

    /// Each block tried costs another merging.
    private static let mostServed = 40

    /// Blocks that everybody was asked, those with the most answers first.
    private var servable: [Int] {
        let plan = round.plan
        let conditional = Set(
            plan.items.filter { !$0.variable.show.isEmpty }.map(\.index))
        let conditionalPairs = Set(plan.pairs.filter { !$0.isAskedOfAll }.map(\.index))
        return plan.blocks.indices.filter { index in
            let block = plan.blocks[index]
            return counts.answered(index) > 0 && conditional.isDisjoint(with: block.items)
                && conditionalPairs.isDisjoint(with: block.pairs)
        }.sorted { (-counts.answered($0), $0) < (-counts.answered($1), $1) }
    }

    /// One cell where some stay too small.
    private func merged(_ units: [Int], serving blocks: [Int]) -> [[Int]] {
        let targets = Dictionary(self.units.enumerated().map { ($1, $0) }) { first, _ in first }
        var declared: [Int: Int] = [:]
        for unit in round.roster?.units ?? [] {
            if let target = unit.mergeInto, let from = targets[unit.name] { declared[from] = targets[target] }
        }
        let rows = self.units.indices.map { unit in
            counts.batches.flatMap { batch in
                [batch.responses[unit]] + blocks.map { batch.blocks[$0].answered[unit] }
            }
        }
        let merged = CellMerging(k: k, counts: rows, declared: declared, together: together).cells(of: units)
        return merged.areLarge ? merged.cells : [units]
    }

    // MARK: A round that reports have shown

    /// Counts the batches that were told, in their cells.
    mutating func restore(_ table: LedgerTable) {
        let places = Dictionary(units.enumerated().map { ($1, $0) }) { first, _ in first }
        cells = table.cells.map { $0.compactMap { places[$0] }.sorted() }
        // A unit that nobody had answered from, and that no roster lists.
        let known = Set(cells.joined())
        let isWhole = table.cells.count == 1
        for unit in units.indices where !known.contains(unit) {
            if isWhole { cells[0].append(unit) } else { cells.append([unit]) }
        }
        let families = self.families
        for batch in 1...max(1, table.batches) {
            var missing: [Set<Int>] = units.map { _ in [] }
            for entry in table.withheld where entry.batch == batch && cells.indices.contains(entry.cell) {
                let names = Set(entry.variables)
                let named = families.filter { $1.contains { !names.isDisjoint(with: round.plan.variables(of: $0)) } }
                for unit in cells[entry.cell] { missing[unit].formUnion(named.keys) }
            }
            withheld.append(missing)
            let cohort = round.cohorts.first { $0.batch == batch }
            let nobody = units.map { _ in Tally(zeroFor: round.plan.tally) }
            counts.add(cohort?.counted.tallies ?? nobody, of: units.map { _ in true }, without: missing)
        }
    }

    /// Counts the waiting responses of cells that have at least k of them.
    mutating func join() {
        guard let waiting, round.takesMore else { return }
        let full = cells.filter { cell in cell.reduce(0) { $0 + waiting[$1].responses } >= k }
        guard !full.isEmpty else { return }
        let told = cells.filter { counts.responses(of: $0) > 0 }
        let stands = Set(round.plan.blocks.indices.filter { told.count > 1 && counts.tells($0, of: told, k: k) })
        let members = Set(full.joined())
        joining = Set(members.map { units[$0] })
        counts.add(waiting, of: units.indices.map(members.contains))
        withheld.append(units.map { _ in [] })
        withholdFew(of: stands, from: full)
    }

    /// Leaves answers of the last batch uncounted where they would tell of few: in a cell, of a block that is told of the
    /// cells; and everywhere where too few gave all of a block.
    private mutating func withholdFew(of stands: Set<Int>, from cells: [[Int]]) {
        let last = counts.batches.count - 1
        for (family, blocks) in families.sorted(by: { $0.key < $1.key }) {
            for cell in cells {
                let isFew = blocks.contains { block in
                    stands.contains(block)
                        && (1..<k).contains(cell.reduce(0) { $0 + counts.batches[last].blocks[block].answered[$1] })
                }
                if isFew { withhold(family, of: cell) }
            }
            let isTold = blocks.allSatisfy { block in
                counts.tellsWhole(block, in: last, k: k)
                    && (!stands.contains(block) || counts.tells(block, of: cells, k: k))
            }
            if !isTold { withhold(family, of: Array(units.indices)) }
        }
    }

    private mutating func withhold(_ family: Int, of units: [Int]) {
        counts.withhold(family, of: units)
        for unit in units { withheld[withheld.count - 1][unit].insert(family) }
    }

    /// Splits a cell only where every part has none or at least k people in every batch, and answers to every block that
    /// is told of the cells.
    mutating func split(keeping table: LedgerTable) {
        guard table.restriction == nil, round.namesUnits else { return }
        let people = cells.filter { counts.responses(of: $0) > 0 }
        let stands = round.plan.blocks.indices.filter { people.count > 1 && counts.tells($0, of: people, k: k) }
        cells = cells.flatMap { cell -> [[Int]] in
            guard cell.count > 1 else { return [cell] }
            let parts = merged(cell, serving: stands)
            return parts.count { counts.responses(of: $0) > 0 } > 1 ? parts : [cell]
        }
    }

    // MARK: The table

    func table(after old: LedgerTable?) -> LedgerTable {
        let families = self.families
        var entries: [LedgerTable.Withheld] = []
        for (batch, units) in withheld.enumerated() {
            for (index, cell) in cells.enumerated() {
                // Units of one cell are withheld alike.
                let missing = cell.first.map { units[$0] } ?? []
                guard !missing.isEmpty else { continue }
                let variables = missing.flatMap { families[$0] ?? [] }.flatMap { round.plan.variables(of: $0) }.sorted()
                entries.append(.init(batch: batch + 1, cell: index, variables: variables))
            }
        }
        let named = cells.map { cell in cell.map { units[$0] } }
        let places = Dictionary(named.enumerated().map { (Set($1), $0) }) { first, _ in first }
        // The parts of a cell that was split were never told.
        let hidden = (old?.hidden ?? []).compactMap { hidden -> LedgerTable.Hidden? in
            guard let cell = hidden.cell else { return hidden }
            return old.flatMap { places[Set($0.cells[cell])] }.map {
                LedgerTable.Hidden(number: hidden.number, cell: $0)
            }
        }
        return LedgerTable(
            smallestGroup: k, cells: named, batches: counts.batches.count, withheld: entries, hidden: hidden,
            restriction: old?.restriction)
    }
}

extension SurveyPlan {
    /// The names of a block's items, and the codes of its competences.
    fileprivate func variables(of block: Int) -> [String] {
        let named = Dictionary(
            items.map { ($0.index, $0.variable.name) } + frequencies.map { ($0.index, $0.count.name) }
        ) { first, _ in first }
        return blocks[block].items.compactMap { named[$0] }
            + blocks[block].pairs.compactMap { index in pairs.first { $0.index == index }?.code }
    }
}
