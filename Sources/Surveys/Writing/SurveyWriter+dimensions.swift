extension SurveyWriter {
    /// What is as it would be anyway is not written.
    mutating func writeDimension(_ index: Int) {
        let dimension = survey.dimensions[index]
        let target = SurveyParser.Target.dimension(index)
        openBlock()
        writeText(opening(.dimension), dimension.name)
        func put(_ keyword: Keyword, _ value: String?) {
            guard let value else { return }
            self.put(keyword, value, from: place(of: keyword, below: target))
        }
        if !dimension.terms.isEmpty { put(.items, list(dimension.terms.map(spelled))) }
        if !dimension.shares.isEmpty { put(.combine, list(spelled(dimension.shares))) }
        put(.method, spelled(dimension.method))
        put(.missing, dimension.mostMissing.map { word("至多 \($0) 题", "at most \($0)") })
        put(.rescale, spelled(dimension.rescale))
        if dimension.direction == .lowerIsBetter { put(.direction, word("低为好", "lower")) }
        switch dimension.level {
        case .person: break
        case .unit: put(.level, word("部门", "unit"))
        case .organisation: put(.level, word("单位", "organisation"))
        }
        if dimension.model == .formative { put(.model, word("形成", "formative")) }
        switch dimension.benchmark {
        case .value(let value): put(.benchmark, PlainNumber.text(value))
        case .table(let name): put(.benchmark, name)
        case nil: break
        }
        for paragraph in dimension.advice { writeText(opening(.advice), paragraph) }
        for band in dimension.bands {
            let head = band.from.map { "≥ \(PlainNumber.text($0))" } ?? word("其余", "rest")
            writeText("- \(head) = ", band.text, from: offset(of: band.place))
        }
    }

    func spelled(_ term: Dimension.Term) -> String {
        term.weight == 1 ? term.code : "\(term.code) ×\(term.weight)"
    }

    func spelled(_ shares: [Dimension.Share]) -> [String] {
        let sign = shares.reduce(0) { $0 + $1.parts } == 100 ? "%" : ""
        return shares.map { "\($0.dimension) \($0.parts)\(sign)" }
    }

    func spelled(_ method: Dimension.Method) -> String? {
        switch method {
        case .mean: nil
        case .sum: word("合计", "sum")
        case .gap: word("要求-现有", "required-current")
        }
    }

    func spelled(_ rescale: Dimension.Rescale) -> String? {
        switch rescale {
        case .raw: nil
        case .percentOfMaximumPossible: word("百分制", "pomp")
        case .shareOfMaximum: word("折百", "share-of-max")
        case .onto(let range): "\(range.lowerBound)~\(range.upperBound)"
        }
    }
}
