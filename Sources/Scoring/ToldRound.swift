package import Statistics
package import Surveys

/// One round as far as it may be told: whose answers are counted, and which units stand together.
package struct ToldRound: Sendable, Equatable {
    package var year: Int
    package var plan: SurveyPlan
    package var roster: Roster?
    package var intake: Intake
    /// All of its units.
    package var units: [String]
    /// Everybody whose answers are counted.
    package var whole: Tally
    /// The sums of products of these answers, batch by batch in the order of time, and the fewest people of a sum.
    package var pairSums: [PairSums]
    package var smallestBase: Int
    /// Units that are told apart, in the roster's order; none where the round is told as a whole only.
    package var cells: [Cell]
    /// How many responded, those whose answers wait for a later report among them.
    package var received: Int
    /// Scales of the plan that may be told of the whole, and of the cells.
    package var wholeScales: Set<Int>
    package var cellScales: Set<Int>
    /// Places of the items in the tally plan that may be told of the whole.
    package var wholeItems: Set<Int>
    /// Places of the items and pairs in the tally plan that may be told of the cells.
    package var cellItems: Set<Int>
    package var cellPairs: Set<Int>
    package var screening: Screening?
    /// Scores that are no exact numbers for the reader.
    package var standings: [ScoreName: ScoreStanding] = [:]
    package var shareStandings: [ShareName: ScoreStanding] = [:]

    package struct Cell: Sendable, Equatable {
        package var units: [String]
        package var tally: Tally
        package var received: Int

        package init(units: [String], tally: Tally, received: Int) {
            self.units = units
            self.tally = tally
            self.received = received
        }
    }

    /// Who seems to have answered without reading.
    package struct Screening: Sendable, Equatable {
        package var counts: CarelessTally
        package var distanceUndefined: Undefined?
        /// The others; nil where too few are flagged, or too few are left, to tell one from the other.
        package var attentive: Tally?
        /// The scales of the plan on which they may be told beside everybody.
        package var attentiveScales: Set<Int>

        package init(
            counts: CarelessTally, distanceUndefined: Undefined?, attentive: Tally?, attentiveScales: Set<Int>
        ) {
            self.counts = counts
            self.distanceUndefined = distanceUndefined
            self.attentive = attentive
            self.attentiveScales = attentiveScales
        }
    }

    package init(
        _ round: Round, whole: Tally, pairSums: [PairSums], smallestBase: Int, cells: [Cell], wholeScales: Set<Int>,
        cellScales: Set<Int>, wholeItems: Set<Int>, cellItems: Set<Int>, cellPairs: Set<Int>, screening: Screening?
    ) {
        year = round.year
        plan = round.plan
        roster = round.roster
        intake = round.intake
        units = round.units
        received = round.responses.reduce(0, +)
        self.whole = whole
        self.pairSums = pairSums
        self.smallestBase = smallestBase
        self.cells = cells
        self.wholeScales = wholeScales
        self.cellScales = cellScales
        self.wholeItems = wholeItems
        self.cellItems = cellItems
        self.cellPairs = cellPairs
        self.screening = screening
    }

    /// Whether a measure may be told of the whole, or of the cells; a composite where all its members may.
    package func tells(_ measure: SurveyPlan.Measure?, ofCells: Bool) -> Bool {
        guard let measure else { return false }
        let told = ofCells ? cellScales : wholeScales
        return plan.scales(of: measure).allSatisfy(told.contains)
    }
}

/// A score of a group, by name.
package struct ScoreName: Sendable, Hashable {
    package var dimension: String
    /// By the items that all compared years share, and not by the year's own.
    package var isComparable: Bool
    /// A place among the cells of the round; nil for the whole.
    package var cell: Int?

    package init(dimension: String, isComparable: Bool, cell: Int?) {
        self.dimension = dimension
        self.isComparable = isComparable
        self.cell = cell
    }
}

/// The favourable share of an item among the people of a cell, by name.
package struct ShareName: Sendable, Hashable {
    package var variable: String
    /// A place among the cells of the round.
    package var cell: Int

    package init(variable: String, cell: Int) {
        self.variable = variable
        self.cell = cell
    }
}

/// How a number is told that is not told as it is.
package enum ScoreStanding: Sendable, Equatable {
    /// As the bound that it lies beyond.
    case bounded
    /// Not at all, because it would tell what a bound hides.
    case hidden
}

extension [ScoreName: ScoreStanding] {
    /// Whether a dimension's score is told exactly of the whole and of every cell.
    func areExact(_ dimension: String, isComparable: Bool = false) -> Bool {
        !keys.contains { $0.dimension == dimension && $0.isComparable == isComparable }
    }
}

extension SurveyPlan {
    /// The scales that a measure is made of.
    package func scales(of measure: Measure) -> [Int] {
        switch measure {
        case .scale(let scale): [scale.index]
        case .composite(let index, _, _): tally.composites[index]
        }
    }
}
