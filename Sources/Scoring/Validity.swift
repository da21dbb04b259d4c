package import Statistics

/// 效度: whether the items hang together, and in how many directions.
package struct Validity: Sendable, Equatable {
    /// The codes of the items, in the order of the matrices.
    package var codes: [String]
    package var dimensionality: Dimensionality
    package var parallel: ParallelAnalysis
}

extension Validity {
    /// Of all items of reflective dimensions that everybody was asked; nil where there are fewer than three.
    ///
    /// Made when it is asked for: it draws hundreds of random matrices, which no other number needs.
    init?(_ products: CrossProducts, _ plan: SurveyPlan, responses: Int) {
        guard let planned = plan.validity else { return nil }
        let members = planned.variables
        self.init(
            codes: planned.codes, dimensionality: Dimensionality(of: products, members, responses: responses),
            parallel: ParallelAnalysis(of: products, members, responses: responses, replications: 100))
    }
}
