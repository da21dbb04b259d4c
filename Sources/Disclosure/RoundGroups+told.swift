import Scoring
import Statistics

extension RoundGroups {
    /// The answers of a round that are counted, cell by cell.
    func told(_ round: Round) -> ToldRound {
        let plan = round.plan
        let members = Set(joining)
        let nobody = Tally(zeroFor: plan.tally)
        var units = round.units.map { _ in nobody }
        var pairSums: [PairSums] = []
        let families = Dictionary(
            uniqueKeysWithValues: Set(withheld.joined().flatMap(\.self)).map { ($0, FamilyParts($0, plan)) })
        for (batch, missing) in withheld.enumerated() {
            let isLast = batch == withheld.count - 1
            let isJoining = isLast && !joining.isEmpty
            guard
                let cohort = round.cohorts.first(where: { $0.batch == (isJoining ? nil : batch + 1) })?.counted
            else { continue }
            let parts = missing.map { missing in FamilyParts(missing.compactMap { families[$0] }) }
            for unit in units.indices where !isJoining || members.contains(round.units[unit]) {
                units[unit].add(cohort.tallies[unit].without(parts[unit]))
            }
            if cohort.pairSums.count == 1 {
                // The first batch, which withholds of all units alike.
                pairSums.append(cohort.pairSums[0].without(parts.first?.variables ?? []))
            } else if var sum = cohort.pairSums.first.map({ PairSums(zeroFor: $0.variables.count) }) {
                for unit in units.indices where !isJoining || members.contains(round.units[unit]) {
                    sum.add(cohort.pairSums[unit].without(parts[unit].variables))
                }
                pairSums.append(sum)
            }
        }
        let received = round.responses
        let sums = cells.map { cell in cell.dropFirst().reduce(units[cell[0]]) { $0 + units[$1] } }
        func scales(_ blocks: Set<Int>) -> Set<Int> {
            Set(
                plan.tally.scales.indices.filter { scale in
                    plan.blocks(ofScale: scale).allSatisfy(blocks.contains)
                })
        }
        var told = ToldRound(
            round, whole: units.reduce(nobody, +), pairSums: pairSums, smallestBase: table.smallestGroup,
            cells: zip(cells, sums).map { cell, tally in
                ToldRound.Cell(
                    units: cell.map { round.units[$0] }, tally: tally,
                    received: cell.reduce(0) { $0 + received[$1] })
            }, wholeScales: scales(wholeBlocks), cellScales: scales(cellBlocks),
            wholeItems: Set(wholeBlocks.flatMap { plan.blocks[$0].items }),
            cellItems: Set(itemBlocks.flatMap { plan.blocks[$0].items }),
            cellPairs: Set(itemBlocks.flatMap { plan.blocks[$0].pairs }), screening: nil)
        told.screening = screening(round, plan)
        let untold = Set(table.hidden)
        told.cellItems = told.cellItems.filter { !untold.contains(LedgerTable.Hidden(sharesOf: plan.name(ofItem: $0))) }
        var standings = standings(told)
        // Items of a block are told of the cells together or not at all; what is left is judged anew.
        while let block = itemBlocks.first(where: { !standings.untoldItems.isDisjoint(with: plan.blocks[$0].items) }) {
            told.cellItems.subtract(plan.blocks[block].items)
            standings = self.standings(told)
        }
        told.standings = standings.scores
        told.shareStandings = standings.shares
        return told
    }

    /// How the numbers of the round may be told beside one another.
    func standings(_ told: ToldRound) -> RoundStandings {
        RoundStandings(
            told,
            hidden: table.hidden.compactMap { hidden in
                guard let cell = hidden.cell else { return hidden }
                return cellPlaces.firstIndex(of: cell).map { LedgerTable.Hidden(number: hidden.number, cell: $0) }
            }, settled: settled, grown: grown)
    }

    /// Who is flagged as careless is one more way to tell people apart: it is told where at least k pairs of people of one
    /// cell differ in nothing else. It depends on everybody's answers, so it is told by the first report only.
    private func screening(_ round: Round, _ plan: SurveyPlan) -> ToldRound.Screening? {
        guard round.cohorts.count == 1, table.batches == 1, let cohort = round.cohorts.first?.counted,
            let screening = cohort.screening
        else { return nil }
        var counts = CarelessTally()
        for tally in screening.careless { counts.add(tally) }
        let cells = cells.isEmpty ? [Array(round.units.indices)] : cells
        func isGlued(_ count: (Tally) -> Int) -> Bool {
            let pairs = cells.map { cell in
                let all = cell.reduce(0) { $0 + count(cohort.tallies[$1]) }
                let attentive = cell.reduce(0) { $0 + count(screening.attentive[$1]) }
                return min(attentive, all - attentive)
            }
            return pairs.reduce(0, +) >= table.smallestGroup
        }
        let glued = plan.blocks.indices.filter { wholeBlocks.contains($0) && isGlued(plan.blocks[$0].complete) }
        let scales = plan.tally.scales.indices.filter { scale in
            plan.blocks(ofScale: scale).allSatisfy(glued.contains)
        }
        return ToldRound.Screening(
            counts: counts, distanceUndefined: screening.distanceUndefined,
            attentive: isGlued(\.responses) && !scales.isEmpty
                ? screening.attentive.reduce(Tally(zeroFor: plan.tally), +) : nil,
            attentiveScales: Set(scales))
    }
}

/// What a tally and its sums of products hold of some families of blocks.
private struct FamilyParts {
    var items: Set<Int> = []
    var pairs: Set<Int> = []
    var scales: Set<Int> = []
    var variables: Set<Int> = []

    init(_ family: Int, _ plan: SurveyPlan) {
        let blocks = Set(plan.blocks.indices.filter { plan.blocks[$0].family == family })
        items = Set(blocks.flatMap { plan.blocks[$0].items })
        pairs = Set(blocks.flatMap { plan.blocks[$0].pairs })
        scales = Set(
            plan.tally.scales.indices.filter { !blocks.isDisjoint(with: plan.blocks(ofScale: $0)) })
        variables = Set(scales.flatMap { plan.variables(ofScale: $0) })
    }

    init(_ parts: [FamilyParts]) {
        for part in parts {
            items.formUnion(part.items)
            pairs.formUnion(part.pairs)
            scales.formUnion(part.scales)
            variables.formUnion(part.variables)
        }
    }

    var isEmpty: Bool { items.isEmpty && pairs.isEmpty && scales.isEmpty }
}

extension Tally {
    /// The same people as if they had given none of these answers.
    fileprivate func without(_ parts: FamilyParts) -> Tally {
        guard !parts.isEmpty else { return self }
        var rest = self
        for index in parts.items {
            rest.items[index].counts = rest.items[index].counts.map { _ in 0 }
            (rest.items[index].missing, rest.items[index].notApplicable) = (0, 0)
            (rest.items[index].notAsked, rest.items[index].outside) = (0, 0)
        }
        for index in parts.pairs {
            rest.pairs[index].counts = rest.pairs[index].counts.map { _ in 0 }
            (rest.pairs[index].incomplete, rest.pairs[index].outside) = (0, 0)
        }
        for index in parts.scales {
            rest.scales[index].cells = [:]
            rest.scales[index].listwise = ProductMoments(zeroFor: rest.scales[index].listwise.variables)
        }
        return rest
    }
}
