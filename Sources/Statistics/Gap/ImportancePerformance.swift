/// Which competences call for action: importance (what is required) against performance (what is there).
///
/// Importance at the crosshair or above and performance below it: concentrate here; both at or above: keep up; both
/// below: low priority; performance at or above and importance below: possible overkill. Ties go to the high side.
///
/// - Unit: levels.
/// - Missing: a competence without either mean has no quadrant and does not move the crosshair.
/// - Source: Martilla & James 1977, Journal of Marketing 41(1):77–79.
/// - Oracle: the definition in R.
public struct ImportancePerformance: Sendable, Equatable {
    /// A field of the grid.
    public enum Quadrant: String, Sendable, Equatable, CaseIterable {
        /// Much is required and little is there.
        case concentrateHere
        /// Much is required and there.
        case keepUp
        /// Little is required and little is there.
        case lowPriority
        /// More is there than is required of most.
        case possibleOverkill
    }

    /// What the crosshair stands on.
    public enum Crosshair: Sendable, Equatable {
        /// The means over the competences: unless all are alike some look weak, however good all are.
        case dataCentred
        /// The middle of the scale: all may lie in one quadrant.
        case scaleCentred(low: Int, high: Int)
    }

    /// What the crosshair stands on.
    public let crosshair: Crosshair
    /// Where it divides importance and performance; `nil` when it is data-centred and nothing has both means.
    public let importanceCut: Double?, performanceCut: Double?
    /// One a competence, in the order given.
    public let quadrants: [Quadrant?]

    /// Sorts competences into quadrants by their means.
    public init(_ means: [(importance: Double?, performance: Double?)], crosshair: Crosshair) {
        self.crosshair = crosshair
        let known = means.compactMap { mean -> (importance: Double, performance: Double)? in
            guard let importance = mean.importance, let performance = mean.performance else { return nil }
            return (importance, performance)
        }
        switch crosshair {
        case .dataCentred:
            importanceCut = Self.mean(known.map(\.importance))
            performanceCut = Self.mean(known.map(\.performance))
        case .scaleCentred(let low, let high):
            importanceCut = Double(low + high) / 2
            performanceCut = Double(low + high) / 2
        }
        let cuts = (importance: importanceCut, performance: performanceCut)
        quadrants = means.map { mean in
            guard let importance = mean.importance, let performance = mean.performance,
                let importanceCut = cuts.importance, let performanceCut = cuts.performance
            else { return nil }
            switch (Self.reaches(importance, importanceCut), Self.reaches(performance, performanceCut)) {
            case (true, false): return .concentrateHere
            case (true, true): return .keepUp
            case (false, false): return .lowPriority
            case (false, true): return .possibleOverkill
            }
        }
    }

    /// Sorts competences by their pairs, each over its complete pairs.
    public init(of pairs: [PairTally], crosshair: Crosshair) {
        self.init(
            pairs.map { pair in
                let levels = pair.moments
                return (importance: levels.mean(1), performance: levels.mean(0))
            }, crosshair: crosshair)
    }

    private static func mean(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }

    /// Equal means must tie, although the mean of equal numbers may come out a last bit above them.
    private static func reaches(_ value: Double, _ cut: Double) -> Bool { value >= cut - 1e-9 }
}
