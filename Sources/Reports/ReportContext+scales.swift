import Scoring
import Statistics
import Surveys

/// Scales: where a dimension's scores can lie, how they are printed, and which end is the good one.
extension ReportContext {
    /// Which measure of a year: by its own items, or by those that all years share.
    typealias MeasurePath = KeyPath<SurveyPlan.PlannedDimension, SurveyPlan.Measure?>

    /// From the least possible score to the greatest, on the scale that is shown.
    func frame(of dimension: Dimension, in round: AssessedRound? = nil, by path: MeasurePath = \.own)
        -> ClosedRange<Double>
    {
        let plan = (round ?? now).plan
        switch plan.dimension(named: dimension.name.main)?[keyPath: path] {
        case .scale(let scale)?:
            let raw = rawFrame(plan.tally.scales[scale.index], gapBounds: scale.bounds)
            let ends = [raw.lowerBound, raw.upperBound].map { scale.offset + scale.slope * $0 }
            return min(ends[0], ends[1])...max(ends[0], ends[1])
        case .composite(_, let parts, _)?:
            let leaves = plan.survey.leaves(of: dimension) ?? []
            var (low, high) = (0.0, 0.0)
            for (leaf, part) in zip(leaves, parts) {
                // A gap enters as attainment of 100.
                let inner = leaf.dimension.method == .gap ? 0...100 : frame(of: leaf.dimension, in: round, by: path)
                low += part.weight * inner.lowerBound
                high += part.weight * inner.upperBound
            }
            return low...max(low, high)
        case nil: return 0...1
        }
    }

    /// The ends of the weighted mean of the items' points; a gap's are the widest possible.
    private func rawFrame(_ scale: TallyPlan.Scale, gapBounds: ClosedRange<Int>) -> ClosedRange<Double> {
        var (low, high, weights) = (0, 0, 0)
        for term in scale.terms {
            weights += term.weight
            switch term {
            case .points(_, _, let points, let weight):
                low += weight * (points.compactMap(\.self).min() ?? 0)
                high += weight * (points.compactMap(\.self).max() ?? 0)
            case .gap(_, _, let weight), .shortfall(_, _, let weight):
                low += weight * gapBounds.lowerBound
                high += weight * gapBounds.upperBound
            }
        }
        guard weights > 0 else { return 0...1 }
        return Double(low) / Double(weights)...Double(high) / Double(weights)
    }

    /// Long scales, of a hundred or of sums, are printed with one decimal; those of five or ten with two.
    func isLong(_ dimension: Dimension) -> Bool { frame(of: dimension).upperBound >= 20 }

    func decimals(of dimension: Dimension) -> Int { isLong(dimension) ? 1 : 2 }

    /// Is a rise for the worse? A gap is what is lacking, whatever the survey says of its direction.
    func isLowBetter(_ dimension: Dimension) -> Bool {
        dimension.direction == .lowerIsBetter || dimension.method == .gap
    }

    /// The name with the warning that a reader needs who takes high for good.
    func label(of score: DimensionScore) -> String {
        isLowBetter(score.dimension) && score.dimension.method != .gap
            ? name(of: score) + say("（低为好）", " (lower is better)") : name(of: score)
    }

    /// `得分越高越好`, with the exception where there is one.
    var directionRemark: String {
        scored.contains { isLowBetter($0.dimension) }
            ? say("得分越高越好，标“低为好”的越低越好", "higher scores are better, except where marked “lower is better”")
            : say("得分越高越好", "higher scores are better")
    }

    /// Neighbours that share scale and direction, and so one rule of colours.
    func runs(of scores: [DimensionScore]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for (index, score) in scores.enumerated() {
            if let last = runs.last, isAlike(scores[last.lowerBound].dimension, score.dimension) {
                runs[runs.count - 1] = last.lowerBound..<(index + 1)
            } else {
                runs.append(index..<(index + 1))
            }
        }
        return runs
    }

    private func isAlike(_ one: Dimension, _ other: Dimension) -> Bool {
        isLowBetter(one) == isLowBetter(other) && hasSameTop(one, other)
    }

    private func hasSameTop(_ one: Dimension, _ other: Dimension) -> Bool {
        abs(frame(of: one).upperBound - frame(of: other).upperBound) < 1e-6
    }

    /// Those that can stand on one axis: the most that end at the same number.
    func onOneAxis(_ scores: [DimensionScore]) -> [DimensionScore] {
        var groups: [[DimensionScore]] = []
        for score in scores {
            if let index = groups.firstIndex(where: { hasSameTop($0[0].dimension, score.dimension) }) {
                groups[index].append(score)
            } else {
                groups.append([score])
            }
        }
        // The first of the largest, so that the order of the survey decides.
        return groups.reduce([]) { $1.count > $0.count ? $1 : $0 }
    }

    /// The frame that holds those of all.
    func frame(around scores: [DimensionScore]) -> ClosedRange<Double> {
        let frames = scores.map { frame(of: $0.dimension) }
        let low = frames.map(\.lowerBound).min() ?? 0
        return low...max(low, frames.map(\.upperBound).max() ?? 1)
    }
}
