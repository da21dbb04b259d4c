/// Joins units until every cell has at least k people, or none, on each of several counts.
struct CellMerging {
    let k: Int
    /// By unit: its counts, one a condition.
    let counts: [[Int]]
    /// 并入: by unit, the unit that it is to be joined with.
    let declared: [Int: Int]
    /// By unit: the number of a set of units that an earlier year shows together.
    let together: [Int: Int]

    private struct Cell {
        var units: [Int]
        var counts: [Int]
        /// The fewest people that it has on one count, where it has any.
        var size: Int
        var isSmall: Bool
    }

    /// The cells, in the order of their first unit; a cell that is still small found no partner.
    func cells(of units: [Int]) -> (cells: [[Int]], areLarge: Bool) {
        var cells = units.map { cell([$0], counts[$0]) }
        while let small = smallest(of: cells, where: { cells[$0].isSmall }), let partner = partner(of: small, in: cells)
        {
            let (first, second) = (min(small, partner), max(small, partner))
            cells[first] = cell(
                cells[first].units + cells[second].units, zip(cells[first].counts, cells[second].counts).map(+))
            cells.remove(at: second)
        }
        return (cells.map { $0.units.sorted() }, !cells.contains(where: \.isSmall))
    }

    private func cell(_ units: [Int], _ counts: [Int]) -> Cell {
        let people = counts.filter { $0 > 0 }
        return Cell(
            units: units, counts: counts, size: people.min() ?? 0, isSmall: people.contains { $0 < k })
    }

    /// The first of the smallest, so that the same round is always merged the same way.
    private func smallest(of cells: [Cell], where isWanted: (Int) -> Bool) -> Int? {
        var best: Int?
        for index in cells.indices where isWanted(index) && (best.map { cells[index].size < cells[$0].size } ?? true) {
            best = index
        }
        return best
    }

    /// A unit that stood with it in an earlier year, then the one that the roster declares, then the smallest other cell
    /// with people where this one is short of them.
    private func partner(of small: Int, in cells: [Cell]) -> Int? {
        let others = cells.indices.filter { $0 != small }
        let sets = Set(cells[small].units.compactMap { together[$0] })
        let known =
            sets.isEmpty ? nil : others.first { cells[$0].units.contains { together[$0].map(sets.contains) ?? false } }
        if let known { return known }
        for unit in cells[small].units {
            guard let target = declared[unit] else { continue }
            if let found = others.first(where: { cells[$0].units.contains(target) }) { return found }
        }
        let short = counts.first.map { $0.indices.filter { (1..<k).contains(cells[small].counts[$0]) } } ?? []
        return smallest(of: cells) { index in
            index != small && short.contains { cells[index].counts[$0] > 0 }
        }
    }
}
