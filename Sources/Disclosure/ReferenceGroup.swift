import Scoring
import Statistics

/// What one person may see of all the others beside the own scores: medians and quartiles of the whole, never of a unit.
///
/// An order statistic is the score of somebody, or lies between those of two people, so it needs more people than a mean
/// does; see decision 0021.
package struct ReferenceGroup: Sendable, Equatable {
    package let year: Int
    package let responses: Int
    /// The fewest people whose median is told.
    package let fewestForMedian: Int
    /// The fewest people whose quartiles are told.
    package let fewestForQuartiles: Int
    private let scores: [String: Score]

    package struct Score: Sendable, Equatable {
        /// How many people have a score.
        package var n: Int
        /// Of definition 7 of Hyndman and Fan; nil where it may not be told or is not known.
        package var median: Double?
        package var quartiles: ClosedRange<Double>?
    }

    /// Of the latest round of a release.
    ///
    /// - Returns: nil where nothing of it may be shown.
    package init?(of release: Release) {
        guard let round = release.rounds.last else { return nil }
        let fewestForMedian = max(Self.medianFloor, release.k)
        let fewestForQuartiles = max(Self.quartileFloor, release.k)
        year = round.year
        responses = round.whole.responses
        self.fewestForMedian = fewestForMedian
        self.fewestForQuartiles = fewestForQuartiles
        scores = Dictionary(
            round.whole.scores.map { score in
                let table = round.distribution(of: score.name)
                let n = table?.n ?? score.estimate.n
                var told = Score(n: n, median: nil, quartiles: nil)
                if let table, n >= fewestForMedian { told.median = table.median }
                if let table, n >= fewestForQuartiles, let low = table.quantile(0.25), let high = table.quantile(0.75) {
                    told.quartiles = low...high
                }
                return (score.name, told)
            }, uniquingKeysWith: { first, _ in first })
    }

    package func score(_ dimension: String) -> Score? { scores[dimension] }

    /// The numbers that are told, a line each, so that the same ones are known again.
    package var record: String {
        let lines = scores.sorted { $0.key < $1.key }.map { name, score in
            let numbers = [score.quartiles?.lowerBound, score.median, score.quartiles?.upperBound]
            return ([name, String(score.n)] + numbers.map { $0?.description ?? "" }).joined(separator: "\t")
        }
        return (["feedback \(year) \(responses)"] + lines).joined(separator: "\n")
    }

    private static let medianFloor = 10
    /// At 20 a quartile has at least five people on its lesser side.
    private static let quartileFloor = 20
}
