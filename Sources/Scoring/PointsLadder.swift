import Statistics

/// Points that lie equally far apart and are the same for every item of a scale, such as 40, 60, 80, 100.
struct PointsLadder: Equatable {
    let low: Int
    let step: Int
    let levels: Int

    /// - Returns: nil where the steps differ, or the items have not all the same points.
    init?(of terms: [TallyPlan.Term]) {
        let ladders = terms.map { term in
            switch term {
            case .points(_, _, let points, _): Set(points.compactMap { $0 })
            // A gap has no declared levels of its own.
            case .gap, .shortfall: Set<Int>()
            }
        }
        guard let points = ladders.first?.sorted(), points.count >= 2, ladders.allSatisfy({ $0 == ladders.first })
        else {
            return nil
        }
        let step = points[1] - points[0]
        guard zip(points, points.dropFirst()).allSatisfy({ $1 - $0 == step }) else { return nil }
        low = points[0]
        self.step = step
        levels = points.count
    }

    /// The same moments with the levels numbered 0, 1, 2 … by their steps: whole numbers again, since every value is
    /// low + step × number.
    func inSteps(_ moments: ProductMoments) -> ProductMoments {
        var numbered = moments
        var index = 0
        for row in moments.sums.indices {
            numbered.sums[row] = (moments.sums[row] - moments.n * low) / step
            for column in 0...row {
                let shift = low * (moments.sums[row] + moments.sums[column]) - moments.n * low * low
                numbered.products[index] = (moments.products[index] - shift) / (step * step)
                index += 1
            }
        }
        return numbered
    }
}
