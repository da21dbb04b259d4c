/// The exact sums and sums of products of integer variables, each pair over the responses that gave both.
///
/// Means, variances and covariances of pairs follow from it, whatever a response left out. It belongs to a set of
/// groups, since nothing of second order is told of a single group.
public struct PairSums: Sendable, Equatable {
    /// One variable, over the responses that gave it.
    public struct Variable: Sendable, Equatable {
        /// How many responses gave it.
        public var n = 0
        /// Σx and Σx².
        public var sum = 0, squares = 0

        /// The sums over these responses and others.
        static func + (left: Variable, right: Variable) -> Variable {
            Variable(
                n: .exact(left.n, right.n), sum: .exact(left.sum, right.sum),
                squares: .exact(left.squares, right.squares))
        }
    }

    /// Two variables, over the responses that gave both.
    public struct Pair: Sendable, Equatable {
        /// How many responses gave both.
        public var n = 0
        /// Σx of the first variable and of the second one.
        public var firstSum = 0, secondSum = 0
        /// Σxy.
        public var product = 0

        /// The sums over these responses and others.
        static func + (left: Pair, right: Pair) -> Pair {
            Pair(
                n: .exact(left.n, right.n), firstSum: .exact(left.firstSum, right.firstSum),
                secondSum: .exact(left.secondSum, right.secondSum), product: .exact(left.product, right.product))
        }
    }

    /// One a variable, in the order of ``TallyPlan/variables``.
    public var variables: [Variable]
    /// The pairs i > j, row by row of the lower triangle: index i(i − 1)/2 + j, variable i being the first.
    public var pairs: [Pair]

    /// No responses to `variables` variables.
    public init(zeroFor variables: Int) {
        self.variables = Array(repeating: Variable(), count: variables)
        pairs = Array(repeating: Pair(), count: variables * (variables - 1) / 2)
    }

    /// Two different variables, in either order.
    public subscript(_ first: Int, _ second: Int) -> Pair {
        precondition(first != second, "a pair has two variables")
        let pair = pairs[Self.index(max(first, second), min(first, second))]
        return first > second
            ? pair : Pair(n: pair.n, firstSum: pair.secondSum, secondSum: pair.firstSum, product: pair.product)
    }

    /// The place of a pair i > j in ``pairs``.
    static func index(_ i: Int, _ j: Int) -> Int { i * (i - 1) / 2 + j }

    /// Adds the sums over other responses to the same variables.
    public mutating func add(_ other: PairSums) {
        precondition(variables.count == other.variables.count, "sums of one plan add")
        // Sums of nobody share their places in memory, of which a set of groups without responses needs none of its own.
        guard other.variables.contains(where: { $0.n > 0 }) else { return }
        for index in variables.indices { variables[index] = variables[index] + other.variables[index] }
        for index in pairs.indices { pairs[index] = pairs[index] + other.pairs[index] }
    }

    /// The same sums as if nobody had given some variables: for answers that are not told.
    public func without(_ variables: Set<Int>) -> PairSums {
        var rest = self
        for i in self.variables.indices {
            if variables.contains(i) { rest.variables[i] = Variable() }
            for j in 0..<i where variables.contains(i) || variables.contains(j) {
                rest.pairs[Self.index(i, j)] = Pair()
            }
        }
        return rest
    }
}
