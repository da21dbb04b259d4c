/// What a round tells of second order: sums of squares of variables and of products of two of them, about their means.
///
/// With mᵢ the mean over everybody who gave variable i: Qᵢ = Σ(x − mᵢ)², and for two variables
/// Pᵢⱼ = Σ(xᵢ − mᵢ)(xⱼ − mⱼ) over those who gave both. All spreads, reliabilities and correlations of a round are
/// functions of this one table, so that none of them together tells more than the table does.
///
/// Responses come in batches. A batch enters Pᵢⱼ only where none of its people gave both variables or at least the
/// smallest base did. Pᵢⱼ stands as it was after the last batch with so many, about the means of that time, and is never
/// computed again about newer ones: the difference of the two would tell of the few who came since.
///
/// - Unit: that of the variables, squared.
/// - Missing: pair by pair. A sum that no batch entered is `nil`, also where nobody gave both; ``isCurrent(_:_:)`` says
///   whether a sum covers everybody and agrees with the present means.
/// - Exact: one quotient of whole numbers each, so that variables that do not vary give 0.
/// - Source: the identity Σ(x − m)(y − m′) = Σxy − m′Σx − mΣy + n·m·m′.
/// - Oracle: the naive sums over persons.
public struct CrossProducts: Sendable, Equatable {
    /// Qᵢ and what it rests on.
    fileprivate struct Square: Sendable, Equatable {
        var n: Int
        /// Σx.
        var values: Int
        var sum: Double
    }

    /// Pᵢⱼ and what it rests on.
    fileprivate struct Product: Sendable, Equatable {
        /// How many gave both, told or not.
        var together = 0
        /// How many entered the sum.
        var n = 0
        var sum: Double?
        var isCurrent = false
    }

    private let squares: [Square]
    /// As ``PairSums/pairs``.
    private let products: [Product]

    /// Makes the table of the batches in the order of time; `k` is the smallest base of a batch.
    public init(_ batches: [PairSums], smallestBase k: Int) {
        precondition(k >= 1, "a base has people")
        let count = batches.first?.variables.count ?? 0
        precondition(batches.allSatisfy { $0.variables.count == count }, "the batches have the same variables")
        // After each batch, everybody up to there.
        var totals: [[PairSums.Variable]] = []
        for batch in batches {
            totals.append(totals.last.map { zip($0, batch.variables).map(+) } ?? batch.variables)
        }
        squares = (totals.last ?? []).map(Square.init)
        products = (0..<count).flatMap { i in
            (0..<i).map { j in Product(of: batches.map { $0[i, j] }, totals.map { ($0[i], $0[j]) }, smallestBase: k) }
        }
    }

    /// How many variables there are.
    public var variables: Int { squares.count }

    /// How many people gave a variable.
    public func answers(_ i: Int) -> Int { squares[i].n }

    /// The mean of a variable over all who gave it; `nil` where nobody did.
    public func mean(_ i: Int) -> Double? {
        squares[i].n == 0 ? nil : Double(squares[i].values) / Double(squares[i].n)
    }

    /// Σx of a variable over all who gave it.
    func sum(_ i: Int) -> Int { squares[i].values }

    /// Pᵢⱼ and how many entered it, for i = j Qᵢ; `nil` where it is not told.
    public subscript(_ i: Int, _ j: Int) -> (n: Int, sum: Double)? {
        if i == j { return squares[i].n == 0 ? nil : (squares[i].n, squares[i].sum) }
        let product = product(i, j)
        return product.sum.map { (product.n, $0) }
    }

    /// How many people gave both variables, whether they entered the sum or not.
    public func together(_ i: Int, _ j: Int) -> Int { i == j ? squares[i].n : product(i, j).together }

    /// Whether Pᵢⱼ is told, covers everybody who gave both, and stands about the means of now.
    ///
    /// It goes by counts alone.
    public func isCurrent(_ i: Int, _ j: Int) -> Bool { i == j ? squares[i].n > 0 : product(i, j).isCurrent }

    /// Qᵢ/(n − 1); `nil` below two answers.
    public func variance(_ i: Int) -> Double? { covariance(i, i) }

    /// Pᵢⱼ/(n − 1) with the n of the pair; `nil` where it is not told, or below two people.
    public func covariance(_ i: Int, _ j: Int) -> Double? {
        self[i, j].flatMap { $0.n < 2 ? nil : $0.sum / Double($0.n - 1) }
    }

    private func product(_ i: Int, _ j: Int) -> Product { products[PairSums.index(max(i, j), min(i, j))] }
}

extension CrossProducts.Square {
    /// Qᵢ = (nΣx² − (Σx)²)/n.
    fileprivate init(_ sums: PairSums.Variable) {
        n = sums.n
        values = sums.sum
        let whole = Int128(sums.n) * Int128(sums.squares) - Int128(sums.sum) * Int128(sums.sum)
        sum = sums.n == 0 ? 0 : Double(whole) / Double(sums.n)
    }
}

extension CrossProducts.Product {
    /// Takes a pair's sums in each batch, and what of its two variables was there after each batch.
    ///
    /// Pᵢⱼ = (nᵢnⱼΣxy − nᵢSⱼΣx − nⱼSᵢΣy + nSᵢSⱼ)/(nᵢnⱼ). With ``PairLayout/limit`` responses at most, and below 2³¹, the
    /// numerator stays in 128 bits.
    fileprivate init(
        of batches: [PairSums.Pair], _ totals: [(PairSums.Variable, PairSums.Variable)], smallestBase k: Int
    ) {
        together = batches.reduce(0) { $0 + $1.n }
        guard let last = batches.lastIndex(where: { $0.n >= k }) else { return }
        let sums = batches.filter { $0.n >= k }.reduce(PairSums.Pair(), +)
        let (x, y) = totals[last]
        let (xn, yn) = (Int128(x.n), Int128(y.n))
        let (xSum, ySum) = (Int128(x.sum), Int128(y.sum))
        let numerator =
            xn * yn * Int128(sums.product) - xn * ySum * Int128(sums.firstSum) - yn * xSum * Int128(sums.secondSum)
            + Int128(sums.n) * xSum * ySum
        n = sums.n
        sum = Double(numerator) / (Double(x.n) * Double(y.n))
        isCurrent = n == together && totals[totals.count - 1].0.n == x.n && totals[totals.count - 1].1.n == y.n
    }
}
