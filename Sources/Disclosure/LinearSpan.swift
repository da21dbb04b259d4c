/// The vectors that are rational combinations of some vectors of whole numbers, by elimination without fractions.
///
/// The arithmetic is exact: a number that does not fit is an answer of its own, and makes the span smaller, never
/// larger.
struct LinearSpan {
    /// Each row has 0 where an earlier row has its pivot.
    private var rows: [(pivot: Int, vector: [Int])] = []

    mutating func insert(_ vector: [Int]) {
        guard let rest = remainder(of: vector), let pivot = rest.firstIndex(where: { $0 != 0 }) else { return }
        rows.append((pivot, rest))
    }

    /// - Returns: false also where a number on the way does not fit.
    func contains(_ vector: [Int]) -> Bool {
        remainder(of: vector)?.allSatisfy { $0 == 0 } ?? false
    }

    /// A multiple of the vector less multiples of the rows, with 0 at every pivot; nil where a number does not fit.
    private func remainder(of vector: [Int]) -> [Int]? {
        var rest = vector
        for row in rows where rest[row.pivot] != 0 {
            let (own, other) = (rest[row.pivot], row.vector[row.pivot])
            var divisor = 0
            for column in rest.indices {
                let (kept, isKeptTooLarge) = rest[column].multipliedReportingOverflow(by: other)
                let (taken, isTakenTooLarge) = row.vector[column].multipliedReportingOverflow(by: own)
                let (difference, isTooLarge) = kept.subtractingReportingOverflow(taken)
                guard !isKeptTooLarge, !isTakenTooLarge, !isTooLarge, difference != .min else { return nil }
                rest[column] = difference
                divisor = greatestCommonDivisor(divisor, difference)
            }
            if divisor > 1 { rest = rest.map { $0 / divisor } }
        }
        return rest
    }
}

private func greatestCommonDivisor(_ one: Int, _ other: Int) -> Int {
    var (one, other) = (abs(one), abs(other))
    while other != 0 { (one, other) = (other, one % other) }
    return one
}
