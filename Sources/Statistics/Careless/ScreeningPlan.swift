/// What is looked at to tell careless answering: the items in the order in which they were shown, and their scales.
public struct ScreeningPlan: Sendable, Equatable {
    /// An item by the column of its raw codes.
    public struct Item: Sendable, Equatable {
        /// The column of a ``ResponseTable``.
        public var column: Int
        /// The declared bounds of its codes.
        public var low: Int, high: Int

        /// States an item.
        public init(column: Int, low: Int, high: Int) {
            precondition(low < high, "an item has a range")
            self.column = column
            self.low = low
            self.high = high
        }
    }

    /// The items, in presentation order.
    public var items: [Item]
    /// The scales whose halves are compared; places are those in ``items``.
    public var scales: [[EvenOddConsistency.Item]]
    /// From where on a sign fires.
    public var limits: CarelessLimits

    /// States what is looked at.
    public init(items: [Item], scales: [[EvenOddConsistency.Item]] = [], limits: CarelessLimits = CarelessLimits()) {
        precondition(
            scales.allSatisfy { $0.allSatisfy { items.indices.contains($0.place) } }, "scales are made of the items")
        self.items = items
        self.scales = scales
        self.limits = limits
    }

    /// What to count first: the products of the raw codes of complete rows, which ``MahalanobisDistance`` needs.
    public var moments: TallyPlan {
        let terms = items.map { item in
            TallyPlan.Term.points(column: item.column, low: item.low, points: Array(item.low...item.high), weight: 1)
        }
        return TallyPlan(scales: terms.isEmpty ? [] : [TallyPlan.Scale(terms: terms, minimumAnswered: 1)])
    }

    /// The screen for people whose complete rows have these moments; without them no distance is looked at.
    func screen(_ moments: ProductMoments?) -> CarelessScreen {
        CarelessScreen(
            consistency: EvenOddConsistency(scales: scales), distance: moments.map { MahalanobisDistance(of: $0) },
            limits: limits)
    }
}
