/// A mean with the weights of a raking.
public struct RakedMean: Sendable, Equatable {
    /// The weighted mean with its interval, method `mean.raked.t.fpc`, `mean.raked.capped.t.fpc` or with `.wilson`.
    public let mean: Estimate
    /// Its standard error; `nil` where the interval is.
    public let standardError: Double?
    /// The design effect over the answers to this question.
    public let effect: WeightingEffect
}

extension Raking {
    /// The weighted mean of a question's answers, from their moments in every cell.
    ///
    /// Σw·y/Σw; se² = n/(n − 1)·(1 − κ·n/N)·Σ(u − ū)², u = w·e/Σw, e the residuals of y − ȳ_w from the sum of one effect a
    /// margin (least squares over the answers): what the margins explain carries no error. Student's interval with n − 1
    /// degrees of freedom, kept on the `scale` as in ``Estimate/mean(of:missing:population:scale:level:)``; κ is
    /// `lasting`, see ``FinitePopulation``.
    ///
    /// - Unit: that of the values.
    /// - Missing: people without an answer to this question are not in the moments; the others' weights stand for them.
    ///   One answer, or residuals of 0 throughout, leave the mean without interval.
    /// - Source: Deville, Särndal & Sautory 1993, JASA 88:1013–1020.
    /// - Oracle: R survey `rake` and `svymean`.
    public func mean(
        of answers: [Moments], missing: Int, lasting: Double = 1, scale: ClosedRange<Double>? = nil,
        level: Double = 0.95
    ) -> RakedMean {
        precondition(answers.count == cells.count, "every cell has moments")
        precondition(zip(answers, cells).allSatisfy { $0.n <= $1.n }, "nobody answers who is not in the cell")
        let n = answers.reduce(0) { $0 + $1.n }
        let population: FinitePopulation? = FinitePopulation(
            size: margins[0].population.reduce(0, +), lasting: lasting)
        let method = "mean.raked" + (capped > 0 ? ".capped" : "")
        let name = method + ".t" + population.suffix
        let effect = WeightingEffect(zip(weights, answers).map { (weight: $0, n: $1.n) })
        let sum = zip(weights, answers).reduce(0.0) { $0 + $1.0 * Double($1.1.n) }
        guard sum > 0 else {
            let none = Estimate(value: nil, n: 0, missing: missing, method: name, undefined: .noAnswers)
            return RakedMean(mean: none, standardError: nil, effect: effect)
        }
        let value = zip(weights, answers).reduce(0.0) { $0 + $1.0 * Double($1.1.n) * ($1.1.mean ?? 0) } / sum
        let residues = residues(of: answers, about: value)
        let centre =
            answers.indices.reduce(0.0) {
                $0 + weights[$1] * residues[$1] * Double(answers[$1].n)
            } / Double(n)
        let squares = answers.indices.reduce(0.0) { total, cell in
            let within = (answers[cell].variance ?? 0) * Double(max(0, answers[cell].n - 1))
            let between = weights[cell] * residues[cell] - centre
            return total + weights[cell] * weights[cell] * within + Double(answers[cell].n) * between * between
        }
        // Rounding of the fit must not pass for a spread.
        guard n >= 2, squares.squareRoot() > 1e-12 * max(1, abs(value)) * sum else {
            let plain = Estimate(
                value: value, n: n, missing: missing, method: name, undefined: n < 2 ? .oneAnswer : .constant)
            return RakedMean(mean: plain, standardError: nil, effect: effect)
        }
        let error = (Double(n) / Double(n - 1) * population.open(after: n) * squares).squareRoot() / sum
        let inference = MeanInference(
            of: value, standardError: error, degreesOfFreedom: Double(n - 1), level: level, scale: scale)
        let mean = Estimate(value: value, inference, n: n, missing: missing, method: method, population: population)
        return RakedMean(mean: mean, standardError: error, effect: effect)
    }

    /// Every cell's mean less `centre`, less what the margins explain, by taking out the means of one margin after the
    /// other until nothing changes.
    private func residues(of answers: [Moments], about centre: Double) -> [Double] {
        var residues = answers.map { ($0.mean ?? centre) - centre }
        let size = residues.reduce(0) { max($0, abs($1)) }
        for _ in 0..<10_000 {
            var largest = 0.0
            for (index, margin) in margins.enumerated() {
                var sums = Array(repeating: 0.0, count: margin.population.count)
                var counts = sums
                for (cell, moments) in zip(cells.indices, answers) {
                    sums[cells[cell].categories[index]] += residues[cell] * Double(moments.n)
                    counts[cells[cell].categories[index]] += Double(moments.n)
                }
                for cell in cells.indices where answers[cell].n > 0 {
                    let category = cells[cell].categories[index]
                    let mean = sums[category] / counts[category]
                    residues[cell] -= mean
                    largest = max(largest, abs(mean))
                }
            }
            if largest <= 1e-13 * size { break }
        }
        return residues
    }
}
