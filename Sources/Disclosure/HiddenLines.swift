/// How far a number can be from its value as far as a reader can tell; 0 is always within.
struct Slack: Equatable {
    var lower: Double
    var upper: Double

    init(lower: Double, upper: Double) {
        self.lower = lower
        self.upper = upper
    }

    /// Numbers that are equal but for rounding have the same zone, and one may be just outside of it.
    init(of value: Double, within interval: ClosedRange<Double>) {
        self.init(lower: min(0, interval.lowerBound - value), upper: max(0, interval.upperBound - value))
    }

    var width: Double { upper - lower }

    func limited(to other: Slack) -> Slack { Slack(lower: max(lower, other.lower), upper: min(upper, other.upper)) }

    static func + (one: Slack, other: Slack) -> Slack {
        Slack(lower: one.lower + other.lower, upper: one.upper + other.upper)
    }

    /// What remains of a sum without one of its parts.
    static func - (sum: Slack, part: Slack) -> Slack {
        Slack(lower: min(0, sum.lower - part.lower), upper: max(0, sum.upper - part.upper))
    }

    static func * (weight: Double, slack: Slack) -> Slack {
        let ends = (weight * slack.lower, weight * slack.upper)
        return Slack(lower: min(ends.0, ends.1), upper: max(ends.0, ends.1))
    }
}

/// What the lines of a report leave of its hidden numbers, and which number to hide next.
///
/// A line says Σ weight × number = constant over its addends and its total, whose weight is negative. The printed
/// numbers are known, and so Σ weight × (number − value) = 0 over the hidden ones.
struct HiddenLines {
    /// A number to hide, or whose bound is to be withheld where it is hidden already.
    struct Choice {
        let number: Int
        /// It is the total of the line for which it was chosen.
        let isTotal: Bool
    }

    private struct Term {
        let number: Int
        let weight: Double
    }

    private struct Line {
        let addends: [Term]
        let total: Term
    }

    private let numbers: [PrintedNumber]
    /// Of each number as if it was hidden and there were no lines.
    private var free: [Slack]
    private let lines: [Line]
    private let linesOf: [[Int]]
    private var isHidden: [Bool]
    /// The hidden terms of each line.
    private var hidden: [[Term]]

    /// - Parameter numbers: in the order of their identities; below they are known by their places here.
    init(_ numbers: [PrintedNumber], _ printed: [PrintedLine]) {
        let places = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($0.element.id, $0.offset) })
        func place(_ id: Int) -> Int {
            guard let place = places[id] else { preconditionFailure("a line has a number that is not given") }
            return place
        }
        self.numbers = numbers
        free = numbers.map { Slack(of: $0.value, within: $0.interval) }
        lines = printed.map { line in
            Line(
                addends: line.addends.filter { $0.weight != 0 }.map { Term(number: place($0.id), weight: $0.weight) }
                    .sorted { $0.number < $1.number },
                total: Term(number: place(line.total), weight: -line.weightOfTotal))
        }.sorted { Self.key($0).lexicographicallyPrecedes(Self.key($1)) }
        var linesOf = Array(repeating: [Int](), count: numbers.count)
        for (index, line) in lines.enumerated() {
            for term in line.addends + [line.total] { linesOf[term.number].append(index) }
        }
        self.linesOf = linesOf
        isHidden = Array(repeating: false, count: numbers.count)
        hidden = Array(repeating: [], count: lines.count)
    }

    private static func key(_ line: Line) -> [Double] {
        ([line.total] + line.addends).flatMap { [Double($0.number), $0.weight] }
    }

    mutating func hide(_ number: Int) {
        guard !isHidden[number] else { return withholdBound(of: number) }
        isHidden[number] = true
        for line in linesOf[number] { hidden[line] += terms(of: line).filter { $0.number == number } }
    }

    /// From now on a reader knows of this number only the ends of its scale.
    private mutating func withholdBound(of number: Int) {
        free[number] = Slack(of: numbers[number].value, within: numbers[number].frame)
    }

    private func printsBound(of number: Int) -> Bool {
        numbers[number].isBounded
            && free[number] == Slack(of: numbers[number].value, within: numbers[number].interval)
    }

    private func terms(of line: Int) -> [Term] { lines[line].addends + [lines[line].total] }

    // MARK: What is left

    /// The part of a zone's width that must be left; half of it is what is promised.
    private static let room = 0.6

    func isNarrow(_ number: Int, _ slack: Slack) -> Bool {
        let interval = numbers[number].interval
        return slack.width < (Self.room - 1e-9) * (interval.upperBound - interval.lowerBound)
    }

    /// Of each hidden number, what all lines leave, each taken alone, until nothing changes.
    ///
    /// - Parameter excluded: a line that is left out of account.
    func slacks(without excluded: Int? = nil) -> [Slack] {
        var slacks = free
        var isChanging = true
        while isChanging {
            isChanging = false
            for line in lines.indices where line != excluded && !hidden[line].isEmpty {
                let sum = sum(of: line, slacks)
                for term in hidden[line] {
                    let before = slacks[term.number]
                    let after = before.limited(to: Self.room(of: term, beside: sum - term.weight * before))
                    guard after.width < before.width - 1e-6 * free[term.number].width else { continue }
                    slacks[term.number] = after
                    isChanging = true
                }
            }
        }
        return slacks
    }

    private func sum(of line: Int, _ slacks: [Slack]) -> Slack {
        hidden[line].reduce(Slack(lower: 0, upper: 0)) { $0 + $1.weight * slacks[$1.number] }
    }

    /// What a line leaves of a term of which the others have this sum.
    private static func room(of term: Term, beside others: Slack) -> Slack { (-1 / term.weight) * others }

    /// What a line leaves of a number, hidden or not.
    private func room(of number: Int, in line: Int, _ slacks: [Slack]) -> Slack {
        guard let term = terms(of: line).first(where: { $0.number == number }) else {
            return free[number]
        }
        let sum = sum(of: line, slacks)
        return Self.room(of: term, beside: isHidden[number] ? sum - term.weight * slacks[number] : sum)
            .limited(to: free[number])
    }

    // MARK: What to hide next

    /// A number whose hiding gives a narrow one more room.
    ///
    /// Where the tightest line would leave room if only the numbers that are hidden in it were not narrowed themselves
    /// by other lines, the one of them that is narrowed most is looked at instead.
    ///
    /// - Returns: nil where everything that limits it is hidden, and no bound is printed.
    func choice(for narrow: Int, _ slacks: [Slack]) -> Choice? {
        var target = narrow
        var seen: Set<Int> = []
        while let line = tightestLine(of: target, slacks, except: seen) {
            seen.insert(line)
            if target == narrow, let choice = boundToWithhold(for: narrow, in: line) { return choice }
            let outside = self.slacks(without: line)
            if isNarrow(target, room(of: target, in: line, free)),
                let choice = choice(in: line, outside, target)
            {
                return choice
            }
            guard let next = mostNarrowed(in: line, outside, except: target) else { break }
            target = next
        }
        return nearest(to: narrow) { choice(in: $0, self.slacks(without: $0), narrow) }
            ?? nearest(to: narrow) { line in
                hidden[line].last { printsBound(of: $0.number) }.map { choice(of: $0, in: line) }
            }
    }

    private func tightestLine(of number: Int, _ slacks: [Slack], except seen: Set<Int>) -> Int? {
        let widths = linesOf[number].filter { !seen.contains($0) }.map { (room(of: number, in: $0, slacks).width, $0) }
        return widths.min { $0 < $1 }?.1
    }

    private func mostNarrowed(in line: Int, _ outside: [Slack], except target: Int) -> Int? {
        hidden[line].filter { $0.number != target }
            .map { (lost: abs($0.weight) * (free[$0.number].width - outside[$0.number].width), number: $0.number) }
            .filter { $0.lost > 0 }.max { ($0.lost, -$0.number) < ($1.lost, -$1.number) }?.number
    }

    /// The addend that gives room to most numbers that need it, and of equals the one with the least weight; where none
    /// gives enough room to any, the one with the greatest. The total, where all addends are hidden.
    ///
    /// - Parameter outside: what the other lines leave.
    private func choice(in line: Int, _ outside: [Slack], _ target: Int) -> Choice? {
        let addends = lines[line].addends.filter { !isHidden[$0.number] && !numbers[$0.number].isKnown }
        guard !addends.isEmpty else {
            let total = lines[line].total
            return isHidden[total.number] || numbers[total.number].isKnown ? nil : choice(of: total, in: line)
        }
        let needing = hidden[line].filter { $0.number == target || numbers[$0.number].isBounded }
        func narrow(_ slacks: [Slack], beside extra: Slack) -> Int {
            let sum = sum(of: line, slacks) + extra
            return needing.count { term in
                let room = Self.room(of: term, beside: sum - term.weight * slacks[term.number])
                return isNarrow(term.number, room.limited(to: slacks[term.number]))
            }
        }
        let nothing = Slack(lower: 0, upper: 0)
        let now = (narrow(outside, beside: nothing), narrow(free, beside: nothing))
        let ranked = addends.map { term in
            let other = linesOf[term.number].filter { $0 != line }
                .reduce(free[term.number]) { $0.limited(to: room(of: term.number, in: $1, outside)) }
            let left = (
                narrow(outside, beside: term.weight * other), narrow(free, beside: term.weight * free[term.number])
            )
            let weight = left < now ? abs(term.weight) : -abs(term.weight)
            return (key: (left.0, left.1, weight, term.number), term: term)
        }
        return ranked.min { $0.key < $1.key }.map { choice(of: $0.term, in: line) }
    }

    /// The bound that narrows a number in a line even if the whole line is hidden: that of another number, the total
    /// first, or its own, where the bound is what the others cannot reach.
    ///
    /// - Returns: nil where hiding is enough, or where no bound alone is the cause.
    private func boundToWithhold(for narrow: Int, in line: Int) -> Choice? {
        let terms = terms(of: line)
        func isNarrow(without bound: Int?) -> Bool {
            func slack(_ term: Term) -> Slack {
                let number = numbers[term.number]
                return term.number == bound ? Slack(of: number.value, within: number.frame) : free[term.number]
            }
            guard let own = terms.first(where: { $0.number == narrow }) else { return false }
            let others = terms.filter { $0.number != narrow }
                .reduce(Slack(lower: 0, upper: 0)) { $0 + $1.weight * slack($1) }
            return self.isNarrow(narrow, Self.room(of: own, beside: others).limited(to: slack(own)))
        }
        guard isNarrow(without: nil) else { return nil }
        let causes = terms.filter { printsBound(of: $0.number) && !isNarrow(without: $0.number) }
        return (causes.last { $0.number != narrow } ?? causes.last).map { choice(of: $0, in: line) }
    }

    private func choice(of term: Term, in line: Int) -> Choice {
        Choice(number: term.number, isTotal: term.number == lines[line].total.number)
    }

    /// What is found in the nearest line, from one line to the next through hidden numbers.
    private func nearest(to number: Int, _ choice: (Int) -> Choice?) -> Choice? {
        var queue = [number]
        var (seenNumbers, seenLines): (Set<Int>, Set<Int>) = ([number], [])
        while !queue.isEmpty {
            for line in linesOf[queue.removeFirst()] where seenLines.insert(line).inserted {
                if let choice = choice(line) { return choice }
                queue += hidden[line].map(\.number).filter { seenNumbers.insert($0).inserted }
            }
        }
        return nil
    }
}
