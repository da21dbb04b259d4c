/// Variables of a ``CrossProducts`` that are taken together, such as a dimension's items, and their weights.
///
/// - Unit: that of the variables, which have to be the same.
/// - Missing: as in ``CrossProducts``.
/// - Source: a parameter of what is computed of it.
/// - Oracle: none; it holds what it was given.
public struct WeightedBlock: Sendable, Equatable {
    /// The variables, by their place in the table.
    public var variables: [Int]
    /// One a variable, a positive whole number.
    public var weights: [Int]

    /// States a block; by default every variable weighs 1.
    public init(_ variables: [Int], weights: [Int]? = nil) {
        let weights = weights ?? Array(repeating: 1, count: variables.count)
        precondition(weights.count == variables.count, "every variable has a weight")
        precondition(weights.allSatisfy { $0 >= 1 }, "a weight is a positive whole number")
        precondition(Set(variables).count == variables.count, "a block names a variable once")
        self.variables = variables
        self.weights = weights
    }

    /// The variables with their weights.
    var parts: some Sequence<(Int, Int)> { zip(variables, weights) }
}
