/// Weights that meet several margins of the roster at once, such as department and age, where their joint headcounts are
/// not known.
///
/// Iterative proportional fitting: from equal weights on, the weights of each category are multiplied by what it lacks,
/// margin after margin, until every margin is met to 10⁻¹⁰ of its headcount.
///
/// - Unit: people for one answer.
/// - Missing: an answer whose category is unknown in one of the margins belongs to no cell and has no weight.
/// - Source: Deming & Stephan 1940, Annals of Mathematical Statistics 11:427–444.
/// - Oracle: R survey `rake`.
public struct Raking: Sendable, Equatable {
    /// One way in which the roster divides its people.
    public struct Margin: Sendable, Equatable {
        /// What is divided by, such as the department.
        public var name: String
        /// The categories' names.
        public var categories: [String]
        /// The headcount of each.
        public var population: [Int]

        /// States a margin.
        public init(name: String, categories: [String], population: [Int]) {
            precondition(categories.count == population.count, "every category has a headcount")
            precondition(population.allSatisfy { $0 >= 0 }, "people are counted")
            self.name = name
            self.categories = categories
            self.population = population
        }
    }

    /// The people who answered and share a category in every margin.
    public struct Cell: Sendable, Equatable {
        /// The index of their category, one a margin.
        public var categories: [Int]
        /// How many they are.
        public var n: Int

        /// States a cell.
        public init(categories: [Int], n: Int) {
            precondition(n >= 0, "people are counted")
            self.categories = categories
            self.n = n
        }
    }

    /// The weight of an answer in every cell, in the order given; 0 in a cell without answers.
    public let weights: [Double]
    /// The cells.
    public let cells: [Cell]
    /// The margins that the weights were fitted to.
    public let margins: [Margin]
    /// How many cycles over all margins it took.
    public let cycles: Int
    /// The largest distance of a category's weighted count from its headcount, as a share of the headcount.
    public let marginError: Double
    /// How many answers had their weight cut by ``capped(at:)``; 0 unless it was called.
    public let capped: Int

    /// Fits the weights.
    ///
    /// - Throws: ``WeightingError/emptyCell(margin:category:)`` when nobody of a category with people answered,
    ///   ``WeightingError/moreAnswersThanPeople(category:answers:people:)`` when more did than it has people,
    ///   ``WeightingError/marginsDisagree(first:margin:people:)`` when the margins count different rosters,
    ///   ``WeightingError/rakingNotConverged(cycles:error:)`` when `maximumCycles` do not suffice.
    public init(_ cells: [Cell], to margins: [Margin], maximumCycles: Int = 1000) throws(WeightingError) {
        precondition(!margins.isEmpty, "there is something to rake to")
        precondition(cells.allSatisfy { $0.categories.count == margins.count }, "a cell has a category in every margin")
        let people = margins[0].population.reduce(0, +)
        for (index, margin) in margins.enumerated() {
            let total = margin.population.reduce(0, +)
            guard total == people else {
                throw .marginsDisagree(first: people, margin: margin.name, people: total)
            }
            for (category, population) in margin.population.enumerated() {
                let n = cells.reduce(0) { $0 + ($1.categories[index] == category ? $1.n : 0) }
                try WeightingError.check(margin.categories[category], answers: n, population: population)
                if n == 0, population > 0 {
                    throw .emptyCell(margin: margin.name, category: margin.categories[category])
                }
            }
        }
        let n = cells.reduce(0) { $0 + $1.n }
        var weights = cells.map { $0.n == 0 ? 0 : Double(people) / Double(n) }
        var error = Double.infinity
        var cycles = 0
        while error >= 1e-10 {
            guard cycles < maximumCycles, cycles == 0 || error.isFinite else {
                throw .rakingNotConverged(cycles: cycles, error: error)
            }
            for (index, margin) in margins.enumerated() {
                let counts = Self.counts(of: cells, weights, by: index, categories: margin.population.count)
                for cell in cells.indices where cells[cell].n > 0 {
                    let category = cells[cell].categories[index]
                    weights[cell] *= Double(margin.population[category]) / counts[category]
                }
            }
            cycles += 1
            error = Self.error(of: cells, weights, margins)
        }
        self.weights = weights
        self.cells = cells
        self.margins = margins
        self.cycles = cycles
        marginError = error
        capped = 0
    }

    private init(_ raking: Raking, weights: [Double], capped: Int) {
        self.weights = weights
        cells = raking.cells
        margins = raking.margins
        cycles = raking.cycles
        marginError = Self.error(of: raking.cells, weights, raking.margins)
        self.capped = capped
    }

    /// Kish's design effect and the effective number of answers.
    public var effect: WeightingEffect { WeightingEffect(zip(weights, cells).map { (weight: $0, n: $1.n) }) }

    /// The weighted count of every category of a margin.
    public func counts(of margin: Int) -> [Double] {
        Self.counts(of: cells, weights, by: margin, categories: margins[margin].population.count)
    }

    /// The same with no weight above `ratio` times the mean weight.
    ///
    /// Cut weights no longer meet the margins: ``capped`` says how many answers were cut and ``marginError`` how far the
    /// margins are missed, so that a cap is never silent. What is cut is not given to others.
    public func capped(at ratio: Double) -> Raking {
        precondition(ratio >= 1, "a cap below the mean would cut everybody")
        let n = cells.reduce(0) { $0 + $1.n }
        let sum = zip(weights, cells).reduce(0.0) { $0 + $1.0 * Double($1.1.n) }
        let bound = n == 0 ? 0 : ratio * sum / Double(n)
        let cut = zip(weights, cells).reduce(0) { $0 + ($1.0 > bound ? $1.1.n : 0) }
        return Raking(self, weights: weights.map { min($0, bound) }, capped: cut)
    }

    private static func counts(
        of cells: [Cell], _ weights: [Double], by margin: Int, categories: Int
    ) -> [Double] {
        var counts = Array(repeating: 0.0, count: categories)
        for (cell, weight) in zip(cells, weights) { counts[cell.categories[margin]] += weight * Double(cell.n) }
        return counts
    }

    private static func error(of cells: [Cell], _ weights: [Double], _ margins: [Margin]) -> Double {
        var largest = 0.0
        for (index, margin) in margins.enumerated() {
            let counts = counts(of: cells, weights, by: index, categories: margin.population.count)
            for (count, population) in zip(counts, margin.population) where population > 0 {
                let distance = abs(count - Double(population)) / Double(population)
                largest = distance.isFinite ? max(largest, distance) : .infinity
            }
        }
        return largest
    }
}
