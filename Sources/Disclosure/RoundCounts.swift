import Scoring
import Statistics
import Surveys

/// How many people of each unit are counted in a round, batch by batch, and how many of them answered each block: all
/// that decides who may be told apart.
struct RoundCounts {
    /// What the people of one batch gave, by unit.
    struct Batch {
        var responses: [Int]
        /// By block: how many gave an answer, how many gave all, and how many gave each item or competence.
        var blocks: [Block]
    }

    struct Block {
        var answered: [Int]
        var complete: [Int]
        var each: [[Int]]
    }

    let units: [String]
    private(set) var batches: [Batch] = []
    private let plan: SurveyPlan

    init(_ round: Round) {
        units = round.units
        plan = round.plan
    }

    /// Counts people of one more batch.
    ///
    /// - Parameters:
    ///   - members: whether the people of a unit are in it.
    ///   - withheld: by unit, the families whose answers are not counted.
    mutating func add(_ tallies: [Tally], of members: [Bool], without withheld: [Set<Int>] = []) {
        func counts(_ family: Int, _ count: (Tally) -> Int) -> [Int] {
            tallies.indices.map { unit in
                members[unit] && !(withheld.indices.contains(unit) && withheld[unit].contains(family))
                    ? count(tallies[unit]) : 0
            }
        }
        batches.append(
            Batch(
                responses: tallies.indices.map { members[$0] ? tallies[$0].responses : 0 },
                blocks: plan.blocks.map { block in
                    Block(
                        answered: counts(block.family, block.answered), complete: counts(block.family, block.complete),
                        each: block.items.map { item in counts(block.family, plan.scored(item)) }
                            + block.pairs.map { pair in counts(block.family) { $0.pairs[pair].complete } })
                }))
    }

    /// Takes answers out of the last batch.
    mutating func withhold(_ family: Int, of units: [Int]) {
        let last = batches.count - 1
        for (index, block) in plan.blocks.enumerated() where block.family == family {
            for unit in units {
                batches[last].blocks[index].answered[unit] = 0
                batches[last].blocks[index].complete[unit] = 0
                for each in batches[last].blocks[index].each.indices {
                    batches[last].blocks[index].each[each][unit] = 0
                }
            }
        }
    }

    // MARK: What may be told of a partition

    /// Of fewer than k, but of somebody.
    private func isFew(_ counts: [Int], _ units: [Int], _ k: Int) -> Bool {
        (1..<k).contains(units.reduce(0) { $0 + counts[$1] })
    }

    /// Whether a block of a batch may be told of the whole: at least k gave all of it, or each of its items has none or k.
    func tellsWhole(_ block: Int, in batch: Int, k: Int) -> Bool {
        let counts = batches[batch].blocks[block]
        let all = Array(units.indices)
        return counts.complete.reduce(0, +) >= k || !counts.each.contains { isFew($0, all, k) }
    }

    /// Whether each item of a block has none or k answers in every cell, in every batch.
    func tellsItems(_ block: Int, of cells: [[Int]], k: Int) -> Bool {
        batches.allSatisfy { batch in
            batch.blocks[block].each.allSatisfy { each in !cells.contains { isFew(each, $0, k) } }
        }
    }

    /// Whether a block may be told of the cells: none or k answered it in every cell, in every batch.
    func tells(_ block: Int, of cells: [[Int]], k: Int) -> Bool {
        batches.allSatisfy { batch in
            let counts = batch.blocks[block]
            return !cells.contains { isFew(counts.answered, $0, k) }
                && (counts.complete.reduce(0, +) >= k
                    || counts.each.allSatisfy { each in !cells.contains { isFew(each, $0, k) } })
        }
    }

    /// Everybody who is counted.
    func responses(of cell: [Int]) -> Int {
        batches.reduce(0) { sum, batch in sum + cell.reduce(0) { $0 + batch.responses[$1] } }
    }

    func answered(_ block: Int) -> Int { batches.reduce(0) { $0 + $1.blocks[block].answered.reduce(0, +) } }
}

extension SurveyPlan {
    /// Counts the answers to an item that score; all of them where it has no points.
    fileprivate func scored(_ place: Int) -> (Tally) -> Int {
        guard let item = items.first(where: { $0.index == place }) else { return { $0.items[place].answered } }
        let scores = item.scoring.points.map { $0 != nil }
        return { zip(scores, $0.items[place].counts).reduce(0) { $0 + ($1.0 ? $1.1 : 0) } }
    }
}
