/// What to count in a ``ResponseTable``: items, scales, pairs of questions, sets of scales, and products of variables.
///
/// A plan knows columns and points, not questions: whoever knows the survey writes it.
public struct TallyPlan: Sendable, Equatable {
    /// A histogram of one column's raw codes between two bounds.
    public struct Item: Sendable, Equatable {
        /// The column counted.
        public var column: Int
        /// The lowest and the highest code that an answer may have.
        public var low: Int, high: Int

        /// Counts the codes `low...high` of a column.
        public init(column: Int, low: Int, high: Int) {
            precondition(low <= high, "the lowest code is not above the highest")
            self.column = column
            self.low = low
            self.high = high
        }
    }

    /// One summand of a scale: a value that a response has or lacks, and its weight.
    public enum Term: Sendable, Equatable {
        /// The points of a code, `points[code - low]`; `nil`, or a code outside the list, does not score.
        ///
        /// A reversed item is one whose points fall as its codes rise.
        case points(column: Int, low: Int, points: [Int?], weight: Int)
        /// required − current, where both are answered.
        case gap(current: Int, required: Int, weight: Int)
        /// max(0, required − current), where both are answered.
        case shortfall(current: Int, required: Int, weight: Int)

        /// The weight of the term.
        public var weight: Int {
            switch self {
            case .points(_, _, _, let weight), .gap(_, _, let weight), .shortfall(_, _, let weight): weight
            }
        }
    }

    /// A weighted mean of terms, kept as exact counts.
    public struct Scale: Sendable, Equatable {
        /// The summands, in stated order.
        public var terms: [Term]
        /// How many terms must be answered before a response has a score; composites go by it.
        public var minimumAnswered: Int

        /// Scores responses with at least `minimumAnswered` of the terms.
        public init(terms: [Term], minimumAnswered: Int) {
            precondition(minimumAnswered >= 1, "a score needs an answer")
            precondition(terms.allSatisfy { $0.weight >= 1 }, "a weight is a positive whole number")
            self.terms = terms
            self.minimumAnswered = minimumAnswered
        }
    }

    /// A cross-table of two columns with the same bounds, such as the current and the required level.
    public struct Pair: Sendable, Equatable {
        /// The two columns.
        public var current: Int, required: Int
        /// The lowest and the highest code that an answer may have.
        public var low: Int, high: Int

        /// Counts the codes `low...high` of two columns against each other.
        public init(current: Int, required: Int, low: Int, high: Int) {
            precondition(low <= high, "the lowest code is not above the highest")
            self.current = current
            self.required = required
            self.low = low
            self.high = high
        }
    }

    /// The histograms.
    public var items: [Item]
    /// The scales.
    public var scales: [Scale]
    /// The cross-tables.
    public var pairs: [Pair]
    /// Sets of scales whose person scores are counted jointly, as indices into ``scales``.
    public var composites: [[Int]]
    /// The variables whose products ``RoundCount`` sums for everybody together, pair by pair; weights do not count.
    public var variables: [Term]
    /// What to look at for signs of careless answering; `nil` to count everybody without looking.
    public var screening: ScreeningPlan?

    /// Says what to count.
    public init(
        items: [Item] = [], scales: [Scale] = [], pairs: [Pair] = [], composites: [[Int]] = [],
        variables: [Term] = [], screening: ScreeningPlan? = nil
    ) {
        precondition(
            composites.allSatisfy { $0.allSatisfy(scales.indices.contains) }, "a composite names scales of its plan")
        self.items = items
        self.scales = scales
        self.pairs = pairs
        self.composites = composites
        self.variables = variables
        self.screening = screening
    }
}
