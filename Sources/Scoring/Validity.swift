package import Statistics

/// 效度: whether the items hang together, and in how many directions.
package struct Validity: Sendable, Equatable {
    /// The codes of the items, in the order of the matrices.
    package var codes: [String]
    package var dimensionality: Dimensionality
    package var parallel: ParallelAnalysis
}

extension AssessedRound {
    /// Of all items of reflective dimensions that everybody was asked; nil where there are fewer than three.
    ///
    /// Made when it is asked for: it draws hundreds of random matrices, which no other number needs.
    package var validity: Validity? {
        guard let planned = plan.validity else { return nil }
        let moments = whole.tally.scales[planned.index].listwise
        return Validity(
            codes: planned.codes, dimensionality: Dimensionality(of: moments, responses: whole.responses),
            parallel: ParallelAnalysis(of: moments, responses: whole.responses, replications: 100))
    }
}
