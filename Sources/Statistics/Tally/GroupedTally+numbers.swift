extension GroupedTally {
    /// The counted round as whole numbers in stated order, to be kept and read back by the same plan.
    public var numbers: [Int] {
        var numbers = [groups.count]
        for tally in tallies { tally.append(to: &numbers) }
        appendScreening(to: &numbers)
        guard !pairSums.isEmpty else { return numbers }
        numbers.append(pairSums.count)
        for sums in pairSums { sums.append(to: &numbers) }
        return numbers
    }

    private func appendScreening(to numbers: inout [Int]) {
        numbers.append(screening == nil ? 0 : 1)
        guard let screening else { return }
        for careless in screening.careless { numbers += [careless.responses, careless.flagged] + careless.signs }
        for tally in screening.attentive { tally.append(to: &numbers) }
        // 0 where the distance could be told.
        numbers.append(screening.distanceUndefined.flatMap(Undefined.allCases.firstIndex).map { $0 + 1 } ?? 0)
    }

    /// Reads what ``numbers`` says.
    ///
    /// - Returns: `nil` where the numbers are not those of a round counted by this plan with these groups.
    public init?(groups: [String], numbers: [Int], by plan: TallyPlan) {
        var reader = NumberReader(numbers)
        guard reader.next() == groups.count, let tallies = reader.tallies(groups.count, by: plan) else { return nil }
        var screening: Screening?
        switch reader.next() {
        case 0: break
        case 1:
            let careless = groups.map { _ in CarelessTally(&reader) }
            guard let attentive = reader.tallies(groups.count, by: plan), let reason = reader.next(),
                (0...Undefined.allCases.count).contains(reason)
            else { return nil }
            screening = Screening(
                careless: careless.compactMap { $0 }, attentive: attentive,
                distanceUndefined: reason == 0 ? nil : Undefined.allCases[reason - 1])
            guard screening?.careless.count == groups.count else { return nil }
        default: return nil
        }
        var pairSums: [PairSums] = []
        if !plan.variables.isEmpty {
            guard let sets = reader.next(), let sums = reader.pairSums(sets, of: plan.variables.count) else {
                return nil
            }
            pairSums = sums
        }
        guard reader.isAtEnd else { return nil }
        self.init(groups: groups, tallies: tallies, screening: screening, pairSums: pairSums)
    }
}

/// Takes whole numbers one after another.
struct NumberReader {
    private var rest: ArraySlice<Int>

    init(_ numbers: [Int]) { rest = numbers[...] }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func next() -> Int? { rest.popFirst() }

    /// As many numbers, or `nil` where there are fewer.
    mutating func next(_ count: Int) -> [Int]? {
        guard count >= 0, rest.count >= count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
    }

    mutating func tallies(_ count: Int, by plan: TallyPlan) -> [Tally]? {
        var tallies: [Tally] = []
        for _ in 0..<count {
            var tally = Tally(zeroFor: plan)
            guard tally.take(from: &self) else { return nil }
            tallies.append(tally)
        }
        return tallies
    }

    /// At least one set.
    mutating func pairSums(_ count: Int, of variables: Int) -> [PairSums]? {
        var sets: [PairSums] = []
        repeat {
            var sums = PairSums(zeroFor: variables)
            guard sums.take(from: &self) else { return nil }
            sets.append(sums)
        } while sets.count < count
        return sets.count == count ? sets : nil
    }
}

/// The counts of a tally in its plan's order; tables of cells and strata with their size before them.
extension Tally {
    func append(to numbers: inout [Int]) {
        numbers.append(responses)
        for item in items {
            numbers += item.counts + [item.missing, item.notApplicable, item.notAsked, item.outside]
        }
        for scale in scales {
            numbers.append(scale.cells.count)
            for (cell, count) in scale.sortedCells { numbers += [cell.answered, cell.weight, cell.sum, count] }
            scale.listwise.append(to: &numbers)
        }
        for pair in pairs { numbers += pair.counts + [pair.incomplete, pair.outside] }
        for composite in composites {
            numbers.append(composite.strata.count)
            for (weights, moments) in composite.sortedStrata {
                numbers += weights
                moments.append(to: &numbers)
            }
        }
    }

    /// Fills a tally of nobody.
    ///
    /// - Returns: false where the numbers do not suffice.
    mutating func take(from reader: inout NumberReader) -> Bool {
        guard let responses = reader.next() else { return false }
        self.responses = responses
        for index in items.indices {
            guard let counts = reader.next(items[index].counts.count), let rest = reader.next(4) else { return false }
            items[index].counts = counts
            (items[index].missing, items[index].notApplicable) = (rest[0], rest[1])
            (items[index].notAsked, items[index].outside) = (rest[2], rest[3])
        }
        for index in scales.indices {
            guard let cells = reader.next() else { return false }
            for _ in 0..<max(0, cells) {
                guard let cell = reader.next(4) else { return false }
                scales[index].cells[ScaleCell(answered: cell[0], weight: cell[1], sum: cell[2])] = cell[3]
            }
            guard scales[index].listwise.take(from: &reader) else { return false }
        }
        for index in pairs.indices {
            guard let counts = reader.next(pairs[index].counts.count), let rest = reader.next(2) else { return false }
            pairs[index].counts = counts
            (pairs[index].incomplete, pairs[index].outside) = (rest[0], rest[1])
        }
        for index in composites.indices {
            guard let strata = reader.next() else { return false }
            for _ in 0..<max(0, strata) {
                var moments = ProductMoments(zeroFor: composites[index].scales)
                guard let weights = reader.next(composites[index].scales), moments.take(from: &reader) else {
                    return false
                }
                composites[index].strata[weights] = moments
            }
        }
        return true
    }
}

extension ProductMoments {
    fileprivate func append(to numbers: inout [Int]) { numbers += [n] + sums + products }

    fileprivate mutating func take(from reader: inout NumberReader) -> Bool {
        guard let n = reader.next(), let sums = reader.next(sums.count), let products = reader.next(products.count)
        else { return false }
        (self.n, self.sums, self.products) = (n, sums, products)
        return true
    }
}

extension PairSums {
    fileprivate func append(to numbers: inout [Int]) {
        for variable in variables { numbers += [variable.n, variable.sum, variable.squares] }
        for pair in pairs { numbers += [pair.n, pair.firstSum, pair.secondSum, pair.product] }
    }

    /// Fills the sums of nobody.
    ///
    /// - Returns: false where the numbers do not suffice.
    fileprivate mutating func take(from reader: inout NumberReader) -> Bool {
        for index in variables.indices {
            guard let sums = reader.next(3) else { return false }
            variables[index] = Variable(n: sums[0], sum: sums[1], squares: sums[2])
        }
        for index in pairs.indices {
            guard let sums = reader.next(4) else { return false }
            pairs[index] = Pair(n: sums[0], firstSum: sums[1], secondSum: sums[2], product: sums[3])
        }
        return true
    }
}
