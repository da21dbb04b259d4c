/// Answers that stand for all others: two answers that every comparison at hand treats alike need be tried only once.
struct AnswerSamples {
    /// What is asked of the answers, and with what they are compared.
    private var comparisons: [String: [(sign: Condition.Comparison, operand: Condition.Operand)]] = [:]
    /// Variables whose answers are compared with one another, directly or through others.
    private var groups: [[String]] = []

    /// - Parameter conditions: all that will be asked of the answers.
    init(_ conditions: [Condition]) {
        for condition in conditions { note(condition) }
    }

    private mutating func note(_ condition: Condition) {
        switch condition {
        case .all(let parts), .any(let parts): for part in parts { note(part) }
        case .not(let part): note(part)
        case .answered, .unanswered: break
        case .compare(let left, let sign, let operand):
            comparisons[left.name, default: []].append((sign, operand))
            if case .reference(let right) = operand { join(left.name, right.name) }
        }
    }

    private mutating func join(_ left: String, _ right: String) {
        var joined = [left, right]
        groups.removeAll { group in
            guard group.contains(left) || group.contains(right) else { return false }
            joined += group.filter { $0 != left && $0 != right }
            return true
        }
        groups.append(joined)
    }

    /// The answers to try for one variable, without the missing one.
    ///
    /// - Parameter named: the other variables, for an answer that is compared with theirs.
    /// - Returns: nil where there would be too many to try.
    func answers(to variable: Variable, named: (String) -> Variable?) -> [Answer]? {
        switch variable.domain {
        case .options(let options):
            let mentioned = mentionedOptions(variable)
            return representatives(options, mentioned).map { .option($0.code) }
        case .optionSet(let options, let count): return sets(options, count, mentionedOptions(variable))
        case .ranking(let options, let count):
            return sets(options, count.map { $0...$0 }, mentionedOptions(variable))
        case .text(let limit): return texts(variable, limit)
        case .unit: return texts(variable, nil)
        case .levels, .integers, .number, .day, .month: return quantities(variable, named)
        }
    }

    // MARK: Choices

    private func mentionedOptions(_ variable: Variable) -> Set<String> {
        Set(
            (comparisons[variable.name] ?? []).compactMap {
                if case .option(let code) = $0.operand { code } else { nil }
            })
    }

    /// Every option that is mentioned, and one for all the others.
    private func representatives(_ options: [Option], _ mentioned: Set<String>) -> [Option] {
        options.filter { mentioned.contains($0.code) } + options.filter { !mentioned.contains($0.code) }.prefix(1)
    }

    /// Every mixture of the options that are mentioned, each with and without others beside it.
    private func sets(_ options: [Option], _ count: ClosedRange<Int>?, _ mentioned: Set<String>) -> [Answer]? {
        let together = options.filter { !$0.marks.isExclusive }
        let named = together.filter { mentioned.contains($0.code) }.map(\.code)
        let others = together.filter { !mentioned.contains($0.code) }.map(\.code)
        // That more are asked for than there are is said where the question stands.
        let count = count.flatMap { $0.lowerBound <= together.count ? $0 : nil }
        guard named.count <= Self.mostMixed else { return nil }
        // An exclusive option is a whole answer, whatever the count.
        var found = representatives(options.filter(\.marks.isExclusive), mentioned).map { [$0.code] }
        for mixture in 0..<(1 << named.count) {
            let chosen = named.indices.filter { mixture & (1 << $0) != 0 }.map { named[$0] }
            let least = max(count?.lowerBound ?? 1, 1)
            let most = min(count?.upperBound ?? .max, together.count)
            if !chosen.isEmpty, chosen.count >= least, chosen.count <= most { found.append(chosen) }
            let filled = max(least - chosen.count, 1)
            if filled <= others.count, chosen.count + filled <= most { found.append(chosen + others.prefix(filled)) }
        }
        return found.map { .options($0) }
    }

    /// 2^8 mixtures; nobody reads a condition with more options of one question.
    private static let mostMixed = 8

    // MARK: Texts

    /// Every text that is mentioned, and one that is none of them.
    private func texts(_ variable: Variable, _ limit: Int?) -> [Answer] {
        let mentioned = Set(
            (comparisons[variable.name] ?? []).compactMap {
                if case .text(let text) = $0.operand { text } else { nil }
            })
        let other = (0x4E00...).lazy.compactMap(Unicode.Scalar.init).map(String.init).first { !mentioned.contains($0) }
        let possible = mentioned.filter { text in !text.isEmpty && limit.map { text.count <= $0 } ?? true }.sorted()
        return (possible + [other].compactMap { $0 }).map { .text($0) }
    }

    // MARK: Numbers and days

    /// The answers at, just below and just above everything that they are compared with.
    ///
    /// Where m variables are compared with one another as well, only their order within a gap between two constants
    /// matters, so the m nearest values on either side of each constant, and of each end of a range, are enough.
    private func quantities(_ variable: Variable, _ named: (String) -> Variable?) -> [Answer]? {
        let group = groups.first { $0.contains(variable.name) } ?? [variable.name]
        let lattices = group.compactMap { named($0).flatMap(Lattice.init) }
        guard let lattice = Lattice(variable), lattices.count == group.count else { return nil }
        let steps = Set(lattices.map(\.step)).sorted(by: >)
        // Between two whole numbers lie nine tenths: enough for so many variables and no more.
        guard group.count <= (steps.count == 1 ? Self.mostCompared : 8) else { return nil }
        var points = lattices.flatMap { [$0.low, $0.high] }
        for name in group {
            for comparison in comparisons[name] ?? [] {
                switch comparison.operand {
                case .number(let number):
                    guard abs(number) <= 1e12 else { return nil }
                    let whole = number.rounded(.down)
                    points.append(Int(whole) * Lattice.units + Int(((number - whole) * 1e6).rounded()))
                case .day(let day): points.append(day.number)
                case .option, .text, .reference: break
                }
            }
        }
        for step in steps {
            guard points.count * (2 * group.count + 1) <= Self.mostPoints else { return nil }
            for point in points {
                let floor = point - ((point % step) + step) % step
                points += (-group.count...group.count).map { floor + $0 * step }
            }
        }
        points.sort()
        var last: Int?
        points.removeAll { point in
            defer { last = point }
            return point == last
        }
        return lattice.answers(points)
    }

    private static let mostCompared = 12
    private static let mostPoints = 2_000
}

/// The values that a number, a level or a day can take: equal steps between two ends.
private struct Lattice {
    var low: Int
    var high: Int
    var step: Int
    private var domain: Variable.Domain

    /// Numbers are counted in millionths, the most decimals that the language has; days as days.
    static let units = 1_000_000
    /// Twelve digits are as many as a cell may hold.
    private static let longest = 999_999_999_999

    init?(_ variable: Variable) {
        switch variable.domain {
        case .levels(let scale):
            guard let bounds = scale.bounds else { return nil }
            self.init(bounds, decimals: 0, variable.domain)
        case .integers(let range): self.init(range, decimals: 0, variable.domain)
        case .number(let range):
            let bounds = range?.bounds ?? -Self.longest...Self.longest
            self.init(bounds, decimals: range?.decimals ?? 0, variable.domain)
        case .day(let range), .month(let range):
            guard let first = range?.lowerBound ?? Day(year: 1, month: 1, day: 1),
                let last = range?.upperBound ?? Day(year: 9999, month: 12, day: 31)
            else { return nil }
            self.init(low: first.number, high: last.number, step: 1, domain: variable.domain)
        case .options, .optionSet, .ranking, .text, .unit: return nil
        }
    }

    private init?(_ bounds: ClosedRange<Int>, decimals: Int, _ domain: Variable.Domain) {
        guard (0...6).contains(decimals), bounds.lowerBound >= -Self.longest, bounds.upperBound <= Self.longest else {
            return nil
        }
        let step = (decimals..<6).reduce(1) { power, _ in power * 10 }
        self.init(low: bounds.lowerBound * step, high: bounds.upperBound * step, step: step, domain: domain)
    }

    private init(low: Int, high: Int, step: Int, domain: Variable.Domain) {
        self.low = low
        self.high = high
        self.step = step
        self.domain = domain
    }

    /// The answers at those of the points that it has.
    func answers(_ points: [Int]) -> [Answer] {
        let own = points.filter { $0 >= low && $0 <= high && $0 % step == 0 }
        return switch domain {
        case .levels(let scale):
            own.map { $0 / step }.filter { scale.level($0) != nil }.map { .level($0) }
                + (scale.levels.contains { $0.code == nil } ? [.notApplicable] : [])
        case .number(let range): own.map { .number($0 / step, decimals: range?.decimals ?? 0) }
        case .integers: own.map { .number($0 / step, decimals: 0) }
        case .day, .month: own.compactMap { Day(number: $0).map { .day($0) } }
        case .options, .optionSet, .ranking, .text, .unit: []
        }
    }
}
