import Disclosure
import Scoring
import Statistics
import Surveys

/// Says of every number that a release holds of one round which sum over which people it is.
///
/// People are those whom the published table names; each number is computed again from their answers, and one that comes
/// out otherwise is unexplained. Bounds, and what is hidden beside them, are taken as if they were told: the sums hide
/// nobody behind them.
struct ReleaseReader {
    private(set) var document: Document
    private let round: AssessedRound
    private let counting: CountedPeople

    private let release: Release

    init(_ round: AssessedRound, of release: Release, _ counting: CountedPeople, _ document: Document) {
        self.round = round
        self.release = release
        self.counting = counting
        self.document = document
    }

    private var plan: SurveyPlan { round.plan }

    // MARK: The whole

    mutating func readWhole() {
        let everybody = counting.members()
        expect(round.whole.responses, everybody.count, "whole")
        for item in round.whole.items {
            let told = release.answers(to: item.variable.name, in: round.year)
            if told?.mean != .withheld(.fewPeople) { readItem(item, everybody) }
        }
        for gap in round.whole.gaps {
            guard let source = counting.source(named: gap.code) else { continue }
            let members = counting.answered(source, everybody)
            expect(gap.test.gap.n, members.count, gap.code)
            expect(gap.test.gap.value, mean(of: source, members) { Double($0[1] - $0[0]) }, gap.code)
            tellEveryFunction(source, members)
        }
        for score in round.whole.scores { readScore(score, everybody, "whole") }
        readProducts(everybody)
        if round.careless?.attentive != nil { document.unexplained.append("who is not flagged as careless") }
    }

    private mutating func readItem(_ item: ItemResult, _ everybody: [Int]) {
        guard let source = counting.source(named: item.variable.name) else { return }
        let members = counting.answered(source, everybody)
        let counts = source.answers.indices.map { answer in members.count { counting.answer(source, of: $0) == answer }
        }
        if counts != item.counts { document.unexplained.append(item.variable.name) }
        tellEveryFunction(source, members)
    }

    /// The counts of all answers.
    private mutating func tellEveryFunction(_ source: Source, _ members: [Int]) {
        for answer in source.answers.indices.dropFirst() {
            tell(
                Sum(
                    name: "whole \(source.name) = \(source.answers[answer])",
                    terms: [
                        .init(
                            item: source.name, people: members,
                            function: source.answers.indices.map { Fraction($0 == answer ? 1 : 0) })
                    ]))
        }
    }

    // MARK: The cells

    mutating func readCells() {
        // Of the latest round, what single items and competences tell of the cells.
        let details = round.year == release.rounds.last?.year ? release.unitDetails : []
        for (place, group) in round.units.enumerated() {
            let name = group.units.joined(separator: "+")
            let members = counting.members { group.units.contains($0.unit) }
            expect(group.responses, members.count, name)
            for score in group.scores { readScore(score, members, name) }
            if details.indices.contains(place) { readDetail(details[place], members, name) }
        }
    }

    private mutating func readDetail(_ detail: UnitDetail, _ members: [Int], _ name: String) {
        for item in detail.items {
            guard let planned = plan.items.first(where: { $0.variable.name == item.variable.name }),
                let source = counting.source(named: item.variable.name)
            else { continue }
            let side = FavourableSide(
                points: planned.scoring.points, planned.isLowBetter ? .lowerIsBetter : .higherIsBetter)
            let scores = source.answers.map { answer in
                planned.scoring.points[answer[0] - planned.scoring.low].map(side.isFavourable) ?? false
            }
            let people = counting.answered(source, members)
            let good = people.count { counting.answer(source, of: $0).map { scores[$0] } ?? false }
            expect(item.favourable.n, people.count, "\(name) \(source.name)")
            expect(
                item.favourable.value, people.isEmpty ? nil : Double(good) / Double(people.count),
                "\(name) \(source.name)")
            tell(
                Sum(
                    name: "\(name) \(source.name) favourable",
                    terms: [
                        .init(item: source.name, people: people, function: scores.map { Fraction($0 ? 1 : 0) })
                    ]))
        }
        for gap in detail.gaps {
            guard let source = counting.source(named: gap.code) else { continue }
            let people = counting.answered(source, members)
            expect(gap.n, people.count, "\(name) \(gap.code)")
            expect(gap.gap, mean(of: source, people) { Double($0[1] - $0[0]) }, "\(name) \(gap.code)")
            tell(
                Sum(
                    name: "\(name) \(gap.code) gap",
                    terms: [
                        .init(
                            item: source.name, people: people, function: source.answers.map { Fraction($0[1] - $0[0]) })
                    ]))
        }
    }

    // MARK: Scores

    private mutating func readScore(_ score: DimensionScore, _ members: [Int], _ name: String) {
        guard let planned = plan.dimension(named: score.name), !score.isWithheld else { return }
        let label = "\(name) \(score.name)"
        if let own = planned.own { readMean(own, score.moments, members, label) }
        if let comparable = planned.comparable, let told = score.comparable {
            readMean(comparable, told.moments, members, label + " comparable")
        }
        if let share = score.favourable, share.n > 0, case .scale(let scale)? = planned.own {
            readShare(scale, share, planned.dimension.direction, members, label)
        }
    }

    private mutating func readMean(
        _ measure: SurveyPlan.Measure, _ told: Moments, _ members: [Int], _ label: String
    ) {
        guard told.n > 0 else { return }
        switch measure {
        case .scale(let scale):
            let pooled = pooled(scale.index, members)
            expect(told.n, pooled.people.count, label)
            expect(told.mean, pooled.mean.map { scale.offset + scale.slope * $0.value }, label)
            tell(Sum(name: label, terms: pooled.terms))
        case .composite(let index, let parts, _):
            // A sum of its own, so that a composite of a part that is not told stands for what it is.
            let leaves = plan.tally.composites[index].map { pooled($0, members) }
            guard leaves.allSatisfy({ $0.weight > 0 }) else { return document.unexplained.append(label) }
            expect(told.n, leaves.map(\.people.count).min(), label)
            let value = zip(leaves, parts).reduce(0.0) { sum, leaf in
                sum + leaf.1.weight * (leaf.1.offset + leaf.1.slope * (leaf.0.mean?.value ?? 0))
            }
            expect(told.mean, value, label)
            tell(
                Sum(
                    name: label,
                    terms: zip(leaves, parts).flatMap { leaf, part in
                        let factor = Fraction(nearest: part.weight * part.slope) * Fraction(1, leaf.weight)
                        return leaf.terms.map { term in
                            Sum.Term(
                                item: term.item, people: term.people, function: term.function.map { factor * $0 })
                        }
                    }))
        }
    }

    private mutating func readShare(
        _ scale: SurveyPlan.PlannedScale, _ share: Estimate, _ direction: Dimension.Direction, _ members: [Int],
        _ label: String
    ) {
        var (good, all) = (0, 0)
        var terms: [Sum.Term] = []
        for term in plan.tally.scales[scale.index].terms {
            guard case .points(_, _, let points, _) = term, let quantity = counting.quantity(term) else { return }
            let side = FavourableSide(points: points, direction)
            let people = counting.answered(quantity.source, members)
            all += term.weight * people.count
            good += term.weight * people.count { side.isFavourable(counting.value(quantity, of: $0)) }
            terms.append(
                .init(
                    item: quantity.source.name, people: people,
                    function: quantity.values.map { Fraction(side.isFavourable($0) ? term.weight : 0) }))
        }
        expect(share.value, all > 0 ? Double(good) / Double(all) : nil, label + " favourable")
        tell(Sum(name: label + " favourable", terms: terms))
    }

    /// All answers to a scale: Σ weight × points, who gave one, and how much they weigh.
    private func pooled(
        _ scale: Int, _ members: [Int]
    ) -> (terms: [Sum.Term], people: Set<Int>, weight: Int, mean: Fraction?) {
        var terms: [Sum.Term] = []
        var everybody: Set<Int> = []
        var (weight, sum) = (0, 0)
        for term in plan.tally.scales[scale].terms {
            guard let quantity = counting.quantity(term) else { continue }
            let people = counting.answered(quantity.source, members)
            everybody.formUnion(people)
            weight += term.weight * people.count
            sum += term.weight * people.reduce(0) { $0 + counting.value(quantity, of: $1) }
            terms.append(
                .init(
                    item: quantity.source.name, people: people,
                    function: quantity.values.map { Fraction(term.weight * $0) }))
        }
        return (terms, everybody, weight, weight > 0 ? Fraction(sum, weight) : nil)
    }

    // MARK: Second order

    /// Σ(x − m)(y − m′) of two variables, whose base and means are those that give the value: of some batches, about the
    /// means after one of them. What the rule says is tried first.
    private mutating func readProducts(_ everybody: [Int]) {
        let variables = plan.tally.variables.map(counting.quantity)
        for (place, first) in variables.enumerated() {
            for (other, second) in variables.prefix(place).enumerated() {
                guard let told = round.products[place, other], let first, let second else { continue }
                let label = "whole \(first.name) × \(second.name)"
                let both = counting.answered(second.source, counting.answered(first.source, everybody))
                var found: (people: [Int], means: [Fraction])?
                for (people, latest) in bases(of: both) where found == nil && people.count == told.n {
                    let means = [first, second].map { mean(of: $0, until: latest, everybody) }
                    let sum = people.reduce(0.0) { sum, person in
                        sum + (Double(counting.value(first, of: person)) - means[0].value)
                            * (Double(counting.value(second, of: person)) - means[1].value)
                    }
                    if abs(sum - told.sum) < 1e-9 * max(1, abs(sum)) { found = (people, means) }
                }
                guard let found else {
                    document.unexplained.append(label)
                    continue
                }
                tell(product(first, second, found.people, found.means, label))
            }
        }
    }

    /// Possible bases of a pair: people of some batches, and the batch after which the means were taken.
    private func bases(of both: [Int]) -> [(people: [Int], latest: Int)] {
        let batches = Array(1...max(1, counting.batches))
        let sizes = batches.map { batch in both.count { counting.people[$0].batch == batch } }
        func base(_ chosen: [Int], _ latest: Int) -> (people: [Int], latest: Int) {
            (both.filter { counting.people[$0].batch.map(chosen.contains) ?? false }, latest)
        }
        let large = batches.filter { sizes[$0 - 1] >= document.smallestGroup }
        let ruled = large.last.map { [base(large, $0)] } ?? []
        return ruled
            + (0..<1 << batches.count).flatMap { set in
                batches.map { latest in base(batches.filter { set >> ($0 - 1) & 1 == 1 }, latest) }
            }
    }

    private func mean(of quantity: Quantity, until latest: Int, _ everybody: [Int]) -> Fraction {
        let people = counting.answered(quantity.source, everybody).filter {
            counting.people[$0].batch.map { $0 <= latest } ?? false
        }
        return people.isEmpty
            ? Fraction(0) : Fraction(people.reduce(0) { $0 + counting.value(quantity, of: $1) }, people.count)
    }

    private func product(
        _ first: Quantity, _ second: Quantity, _ people: [Int], _ means: [Fraction], _ label: String
    ) -> Sum {
        guard first.source.name != second.source.name else {
            // Both are functions of one answer.
            let function = zip(first.values, second.values).map { one, other in
                (Fraction(one) + -means[0]) * (Fraction(other) + -means[1])
            }
            return Sum(name: label, terms: [.init(item: first.source.name, people: people, function: function)])
        }
        return Sum(
            name: label,
            terms: [
                .init(item: first.source.name, people: people, function: first.values.map { -means[1] * Fraction($0) }),
                .init(
                    item: second.source.name, people: people, function: second.values.map { -means[0] * Fraction($0) }),
            ], products: [.init(items: [first.name, second.name].sorted(), people: people)])
    }

    // MARK: Checks

    private func mean(of source: Source, _ members: [Int], _ value: ([Int]) -> Double) -> Double? {
        guard !members.isEmpty else { return nil }
        let sum = members.reduce(0.0) { sum, person in
            sum + (counting.answer(source, of: person).map { value(source.answers[$0]) } ?? 0)
        }
        return sum / Double(members.count)
    }

    private mutating func expect(_ told: Double?, _ computed: Double?, _ name: String) {
        let fits =
            switch (told, computed) {
            case (nil, nil): true
            case (let told?, let computed?): abs(told - computed) < 1e-9 * max(1, abs(computed))
            default: false
            }
        if !fits { document.unexplained.append(name) }
    }

    private mutating func expect(_ told: Int, _ computed: Int?, _ name: String) {
        if told != computed { document.unexplained.append(name + " n") }
    }

    private mutating func tell(_ sum: Sum) {
        if sum.terms.contains(where: { !$0.people.isEmpty }) { document.tell(sum) }
    }
}
