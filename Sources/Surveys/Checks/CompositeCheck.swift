/// Z077, Z087: a composite is made of dimensions that exist, and not of itself.
let checkComposites: SurveyCheck = { survey in
    survey.dimensions.flatMap { dimension -> [Diagnostic] in
        var found: [Diagnostic] = []
        for share in dimension.shares {
            guard let member = survey.dimension(named: share.dimension) else {
                let guess = Suggestion.nearest(to: share.dimension, among: survey.dimensions.flatMap(\.name.wordings))
                found.append(
                    Diagnostic(
                        "Z077", at: share.place.range,
                        Wording("没有叫“\(share.dimension)”的维度", "there is no dimension \"\(share.dimension)\""),
                        notes: guess.map { [Wording("您是不是想写“\($0)”？", "did you mean \"\($0)\"?")] } ?? []))
                continue
            }
            if survey.leaves(of: member, above: [dimension.name.main]) == nil {
                found.append(
                    Diagnostic(
                        "Z087", at: share.place.range,
                        Wording("合成绕成了一个圈", "the composite contains itself"),
                        notes: [Wording("去掉其中一个“合成：”", "remove one of the `combine:` lines")]))
            }
        }
        if dimension.isComposite, !dimension.terms.isEmpty {
            found.append(
                Diagnostic(
                    "Z078", at: dimension.place.range,
                    Wording("“\(dimension.name.main)”既有取题又有合成，只能要一个", "a dimension has either items or a composite")))
        }
        return found
    }
}

extension Survey {
    /// The dimensions of items that a dimension is made of, each with its share of 1; nil when it contains itself.
    public func leaves(of dimension: Dimension, above: Set<String> = []) -> [(dimension: Dimension, share: Double)]? {
        guard !above.contains(dimension.name.main) else { return nil }
        guard dimension.isComposite else { return [(dimension, 1)] }
        let total = Double(dimension.shares.reduce(0) { $0 + $1.parts })
        var leaves: [(dimension: Dimension, share: Double)] = []
        for share in dimension.shares {
            guard let member = self.dimension(named: share.dimension) else { continue }
            guard let inner = self.leaves(of: member, above: above.union([dimension.name.main])) else { return nil }
            leaves += inner.map { ($0.dimension, $0.share * Double(share.parts) / total) }
        }
        return leaves
    }
}
