/// The covariances of a set of items and what they rest on: one value for both ways of dealing with gaps.
///
/// Listwise, all of it is over the people who gave every item; in pairs, each covariance is over those who gave both.
struct ItemCovariances: Sendable {
    /// How gaps are dealt with; the last part of a method's name.
    enum Base: String {
        case listwise, pairs
    }

    let base: Base
    /// How many items there are.
    let order: Int
    /// How many people there are: those who gave everything, or the fewest who gave two of the items.
    let n: Int
    /// The covariances times ``unit``, row by row.
    let values: [Double]
    /// n(n − 1) listwise, which makes the values whole numbers; 1 in pairs.
    let unit: Double
    /// Why there are no covariances.
    let undefined: Undefined?
    /// Why nothing but alpha is judged of them.
    let limit: Undefined?

    /// Below so many people in a pair, numbers of many decimals might give single answers away.
    static let smallestJudged = 30

    /// The covariances over complete responses.
    init(_ moments: ProductMoments) {
        base = .listwise
        order = moments.variables
        n = moments.n
        let items = 0..<moments.variables
        values = items.flatMap { i in items.map { moments.roundedScaledCovariance(i, $0) } }
        unit = Double(moments.n) * Double(moments.n - 1)
        undefined = moments.n == 0 ? .noAnswers : moments.n == 1 ? .oneAnswer : nil
        limit = undefined
    }

    /// The covariances of some variables of a table, each over its own people.
    init(_ table: CrossProducts, _ variables: [Int]) {
        base = .pairs
        order = variables.count
        let bases = variables.flatMap { i in variables.map { table[i, $0]?.n ?? 0 } }
        let found = variables.flatMap { i in variables.map { table.covariance(i, $0) } }
        n = bases.min() ?? 0
        values = found.map { $0 ?? 0 }
        unit = 1
        undefined =
            variables.allSatisfy { table.answers($0) == 0 }
            ? .noAnswers : found.contains { $0 == nil } ? .tooFewTogether : nil
        limit = undefined ?? (n < Self.smallestJudged ? .tooFewTogether : nil)
    }

    subscript(_ i: Int, _ j: Int) -> Double { values[i * order + j] }

    /// The standard deviation of an item.
    func deviation(_ i: Int) -> Double { undefined == nil ? (self[i, i] / unit).squareRoot() : 0 }
}
