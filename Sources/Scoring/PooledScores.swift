package import Statistics
import Surveys

/// The scores of groups as functions of their option counts: all points over all answers, item weights kept. Nobody is
/// scored first, so what somebody left out changes no weight of what others answered.
struct PooledScores {
    let plan: SurveyPlan

    /// How many people gave an answer to a measure, and its mean; nil where nobody did. A composite is made of the means
    /// of its members, and has as many people as the smallest of them.
    func mean(_ measure: SurveyPlan.Measure, _ tally: Tally) -> (n: Int, mean: Double)? {
        mean(measure) { Sums(tally.scales[$0]) }
    }

    /// The same of the people of one tally who are not of another.
    func rest(_ measure: SurveyPlan.Measure, of whole: Tally, without part: Tally) -> (n: Int, mean: Double)? {
        mean(measure) { Sums(whole.scales[$0]) - Sums(part.scales[$0]) }
    }

    private func mean(_ measure: SurveyPlan.Measure, _ sums: (Int) -> Sums) -> (n: Int, mean: Double)? {
        switch measure {
        case .scale(let scale):
            let raw = sums(scale.index)
            return raw.mean.map { (raw.people, scale.offset + scale.slope * $0) }
        case .composite(let index, let parts, _):
            var (people, sum) = (Int.max, 0.0)
            for (member, part) in zip(plan.tally.composites[index], parts) {
                let raw = sums(member)
                guard let mean = raw.mean else { return nil }
                people = min(people, raw.people)
                sum += part.weight * (part.offset + part.slope * mean)
            }
            return (people, sum)
        }
    }

    /// What a group gave to a scale: how many people, the weight of their answers, and the sum of weight × points.
    struct Sums {
        var people = 0
        var weight = 0
        var sum = 0

        init() {}

        init(_ tally: ScaleTally) {
            for (cell, count) in tally.cells where cell.answered > 0 {
                people += count
                weight += count * cell.weight
                sum += count * cell.sum
            }
        }

        var mean: Double? { people > 0 ? Double(sum) / Double(weight) : nil }

        static func + (left: Sums, right: Sums) -> Sums {
            var sum = left
            sum.people += right.people
            sum.weight += right.weight
            sum.sum += right.sum
            return sum
        }

        static func - (left: Sums, right: Sums) -> Sums {
            var rest = left
            rest.people -= right.people
            rest.weight -= right.weight
            rest.sum -= right.sum
            return rest
        }
    }

    /// The same of everybody, with the spread that follows from the sums of products; where some of these are not told,
    /// with the greatest that there can be.
    func moments(_ measure: SurveyPlan.Measure, _ tally: Tally, _ products: CrossProducts) -> Moments {
        guard let (n, mean) = mean(measure, tally) else { return Moments(n: 0, mean: nil, variance: nil) }
        let variance: Double? =
            switch measure {
            case .scale(let scale):
                moments(ofScale: scale.index, people: n, products)?.variance.map { $0 * scale.slope * scale.slope }
            case .composite(let index, let parts, _):
                composite(plan.tally.composites[index], parts, tally, products)
            }
        return Moments(n: n, mean: mean, variance: n < 2 ? nil : variance ?? 0)
    }

    private func moments(ofScale index: Int, people n: Int, _ products: CrossProducts) -> Moments? {
        let block = plan.block(ofScale: index)
        if let moments = products.moments(of: block, people: n) { return moments }
        guard n >= 2, let mean = products.mean(block) else { return nil }
        // Answers to different items can go together no closer than if they were one.
        let roots = zip(plan.variables(ofScale: index), plan.tally.scales[index].terms).reduce(0.0) { sum, member in
            sum + Double(member.1.weight) * (products[member.0, member.0]?.sum ?? 0).squareRoot()
        }
        let answers = Double(products.weightedAnswers(block))
        return Moments(
            n: n, mean: mean, variance: Double(n) * Double(n) / Double(n - 1) * roots * roots / (answers * answers))
    }

    private func composite(
        _ members: [Int], _ parts: [CompositePart], _ tally: Tally, _ products: CrossProducts
    ) -> Double? {
        let people = members.map { Sums(tally.scales[$0]).people }
        let told = zip(zip(members, people), parts).map { member, part in
            CompositeMoments.Member(plan.block(ofScale: member.0), part, people: member.1)
        }
        if let found = CompositeMoments(of: told, in: products) { return found.moments.variance }
        let errors = zip(zip(members, people), parts).map { member, part -> Double in
            let variance = moments(ofScale: member.0, people: member.1, products)?.variance ?? 0
            return abs(part.weight * part.slope) * (variance / Double(max(1, member.1))).squareRoot()
        }
        let error = errors.reduce(0, +)
        return error * error * Double(people.min() ?? 0)
    }

    /// The share of favourable answers among all to a dimension, item weights kept; nil without answers and for what has
    /// none.
    func favourable(_ planned: SurveyPlan.PlannedDimension, _ tally: Tally) -> Double? {
        guard planned.isRated, case .scale(let scale)? = planned.own else { return nil }
        var (good, all) = (0, 0)
        for term in plan.tally.scales[scale.index].terms {
            guard case .points(let column, _, let points, let weight) = term,
                let place = plan.tally.items.firstIndex(where: { $0.column == column })
            else { return nil }
            let side = FavourableSide(points: points, planned.dimension.direction)
            for (points, count) in zip(points, tally.items[place].counts) {
                guard let points else { continue }
                all += weight * count
                if side.isFavourable(points) { good += weight * count }
            }
        }
        return all > 0 ? Double(good) / Double(all) : nil
    }
}

extension SurveyPlan {
    /// How many people gave an answer to a measure, the weight of their answers, and the mean; nil where nobody did. The
    /// weight of a composite is that of its people.
    package func pooled(_ measure: Measure, _ tally: Tally) -> (people: Int, weight: Int, mean: Double)? {
        guard let (n, mean) = PooledScores(plan: self).mean(measure, tally) else { return nil }
        let weight = measure.scaleIndex.map { PooledScores.Sums(tally.scales[$0]).weight } ?? n
        return (n, weight, mean)
    }

    /// The score of one scale as a part of a composite.
    package func attainment(_ part: CompositePart, scale: Int, _ tally: Tally) -> (people: Int, mean: Double)? {
        let sums = PooledScores.Sums(tally.scales[scale])
        return sums.mean.map { (sums.people, part.offset + part.slope * $0) }
    }

    /// nil for a composite.
    package func scaleIndex(_ measure: Measure?) -> Int? { measure?.scaleIndex }

    /// The weight of an item in a scale.
    package func weight(of item: PlannedItem, in scale: PlannedScale) -> Int? {
        for term in tally.scales[scale.index].terms {
            guard case .points(let column, _, _, let weight) = term, column == tally.items[item.index].column else {
                continue
            }
            return weight
        }
        return nil
    }

    /// The name of the variable that an item of the tally plan counts.
    package func name(ofItem place: Int) -> String {
        items.first { $0.index == place }?.variable.name ?? frequencies.first { $0.index == place }?.count.name ?? ""
    }
}

extension SurveyPlan.PlannedItem {
    /// Whether its answers are grades; a number of hours is not.
    package var isRated: Bool { if case .number = variable.domain { false } else { true } }
}
