extension EditionComparison {
    mutating func compareDimensions() {
        let pairs = dimensionPairs()
        for (index, dimension) in new.survey.dimensions.enumerated() {
            let subject = SurveyDifference.Subject.dimension(dimension.name.main)
            guard let before = pairs[index].map({ old.survey.dimensions[$0] }) else {
                add(
                    .scoring, subject, Wording("新的维度", "new dimension"), nil, Self.verbatim(dimension.name.main),
                    at: dimension.place)
                continue
            }
            if isReworded(before.name, dimension.name) {
                add(
                    .renamed, subject, Wording("维度的名称", "name of the dimension"), Self.verbatim(before.name.main),
                    Self.verbatim(dimension.name.main), at: dimension.place)
            }
            compareText(before.name, dimension.name, subject, Wording("名称", "name"), withMain: false)
            compareTerms(before, dimension)
            compareRule(before, dimension)
            compareBands(before, dimension)
            compareHelp(before.advice, dimension.advice, subject, at: dimension.place, keyword: .advice)
        }
        let kept = Set(pairs.compactMap { $0 })
        for (index, dimension) in old.survey.dimensions.enumerated() where !kept.contains(index) {
            add(
                .scoring, .dimension(dimension.name.main), Wording("去掉的维度", "dimension left out"),
                Self.verbatim(dimension.name.main), nil,
                at: new.survey.dimensions.first?.place ?? new.survey.title.place)
        }
        compareOrder(
            old.survey.dimensions.map(\.name.main), new.survey.dimensions.map(\.name.main), .text, .survey,
            Wording("维度的先后", "order of dimensions"), at: new.survey.dimensions.first?.place ?? .nowhere)
    }

    /// For each dimension of this year last year's: of the same name, else one that takes the same and is left over.
    func dimensionPairs() -> [Int?] {
        let before = old.survey.dimensions
        var free = Set(before.indices)
        var pairs: [Int?] = new.survey.dimensions.map { dimension in
            let found = old.dimensionIndex(named: dimension.name.main)
            guard let found, free.remove(found) != nil else { return nil }
            return found
        }
        for index in pairs.indices where pairs[index] == nil {
            let dimension = new.survey.dimensions[index]
            let codes = new.composition(of: dimension).map(\.code)
            let found = before.indices.first { candidate in
                free.contains(candidate) && new.dimension(named: before[candidate].name.main) == nil
                    && (codes.isEmpty
                        ? before[candidate].shares == dimension.shares
                        : old.composition(of: before[candidate]).map(\.code) == codes)
            }
            if let found {
                free.remove(found)
                pairs[index] = found
            }
        }
        return pairs
    }

    // MARK: Composition

    private mutating func compareTerms(_ before: Dimension, _ after: Dimension) {
        let (was, now) = (old.composition(of: before), new.composition(of: after))
        let same = was.count == now.count && zip(was, now).allSatisfy { $0 == $1 }
        guard !same else { return }
        // A block that lost a row is written as before: then its rows are told.
        let isWritten = before.terms != after.terms
        func told(_ terms: [Dimension.Term], _ items: [(code: String, weight: Int)], _ writer: SurveyWriter) -> String {
            let terms = isWritten ? terms : items.map { Dimension.Term(code: $0.code, weight: $0.weight) }
            return writer.list(terms.map(writer.spelled))
        }
        add(
            .composition, .dimension(after.name.main), Self.name(.items),
            spelled(.old) { told(before.terms, was, $0) }.orNil, spelled(.new) { told(after.terms, now, $0) }.orNil,
            at: after.place, isSettled: isExplained(was, now), keyword: .items)
    }

    /// Nothing but questions that came, went or got another code, which is told of them.
    private func isExplained(_ was: [(code: String, weight: Int)], _ now: [(code: String, weight: Int)]) -> Bool {
        let gone = was.filter { new.item($0.code) != nil }
        let came = now.filter { old.item($0.code) != nil }
        return gone.count == came.count && zip(gone, came).allSatisfy { $0 == $1 }
    }

    // MARK: Rules

    private mutating func compareRule(_ before: Dimension, _ after: Dimension) {
        func rule(_ keyword: Keyword, _ was: Wording?, _ now: Wording?) {
            guard was != now else { return }
            add(
                .scoring, .dimension(after.name.main), Self.name(keyword), was, now, at: after.place, keyword: keyword)
        }
        if resolved(before, in: old) != resolved(after, in: new) {
            rule(
                .combine, spelled(.old) { writer in writer.list(writer.spelled(before.shares)) }.orNil,
                spelled(.new) { writer in writer.list(writer.spelled(after.shares)) }.orNil)
        }
        if before.method != after.method {
            rule(
                .method, spelled(.old) { $0.spelled(before.method) ?? $0.word("平均", "mean") },
                spelled(.new) { $0.spelled(after.method) ?? $0.word("平均", "mean") })
        }
        if before.rescale != after.rescale {
            rule(
                .rescale, spelled(.old) { $0.spelled(before.rescale) ?? $0.word("原始", "raw") },
                spelled(.new) { $0.spelled(after.rescale) ?? $0.word("原始", "raw") })
        }
        func most(_ count: Int?) -> Wording {
            count.map { Wording("至多 \($0) 题", "at most \($0)") } ?? Wording("至少答一半", "at least half answered")
        }
        rule(.missing, most(before.mostMissing), most(after.mostMissing))
        func told(_ direction: Dimension.Direction) -> Wording {
            direction == .higherIsBetter ? Wording("高为好", "higher") : Wording("低为好", "lower")
        }
        rule(.direction, told(before.direction), told(after.direction))
        func told(_ level: Dimension.Level) -> Wording {
            switch level {
            case .person: Wording("个人", "person")
            case .unit: Wording("部门", "unit")
            case .organisation: Wording("单位", "organisation")
            }
        }
        rule(.level, told(before.level), told(after.level))
        func told(_ model: Dimension.Model) -> Wording {
            model == .reflective ? Wording("反映", "reflective") : Wording("形成", "formative")
        }
        rule(.model, told(before.model), told(after.model))
        func told(_ benchmark: Dimension.Benchmark?) -> Wording? {
            switch benchmark {
            case .value(let value): Self.verbatim(PlainNumber.text(value))
            case .table(let name): Self.verbatim(name.withoutOuterBlanks)
            case nil: nil
            }
        }
        rule(.benchmark, told(before.benchmark), told(after.benchmark))
    }

    /// The shares by the main names of what they take, whatever language they were written in.
    private func resolved(_ dimension: Dimension, in edition: Edition) -> [Dimension.Share] {
        dimension.shares.map { share in
            Dimension.Share(
                dimension: edition.dimension(named: share.dimension)?.name.main ?? share.dimension,
                parts: share.parts)
        }
    }

    private mutating func compareBands(_ before: Dimension, _ after: Dimension) {
        let differs =
            before.bands.map(\.from) != after.bands.map(\.from)
            || zip(before.bands, after.bands).contains { isReworded($0.text, $1.text) }
        guard differs else {
            for (was, now) in zip(before.bands, after.bands) {
                compareText(
                    was.text, now.text, .dimension(after.name.main),
                    Wording("等级“\(now.text.main)”", "band \"\(now.text.main)\""),
                    withMain: false)
            }
            return
        }
        func told(_ bands: [Dimension.Band]) -> Wording? {
            func spelled(_ rest: String, _ comma: String) -> String {
                bands.map { "\($0.from.map { "≥ \(PlainNumber.text($0))" } ?? rest) \($0.text.main)" }
                    .joined(separator: comma)
            }
            return bands.isEmpty ? nil : Wording(spelled("其余", "、"), spelled("rest", ", "))
        }
        // The first line that is not as it was.
        let place = after.bands.enumerated().first { index, band in
            guard before.bands.indices.contains(index) else { return true }
            return before.bands[index].from != band.from || isReworded(before.bands[index].text, band.text)
        }?.element.place
        add(
            .scoring, .dimension(after.name.main), Wording("等级", "bands"), told(before.bands), told(after.bands),
            at: place ?? after.place)
    }
}

extension Wording {
    /// nil where nothing is said.
    fileprivate var orNil: Wording? { chinese.isEmpty ? nil : self }
}
