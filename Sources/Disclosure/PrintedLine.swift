/// A number of a report that is a part of some line.
package struct PrintedNumber: Sendable, Equatable {
    /// Tells it from the other numbers, in this report and in later ones.
    package let id: Int
    package let value: Double
    /// The ends of its scale.
    package let frame: ClosedRange<Double>
    /// What a reader knows of it where it is not printed exactly: the zone of its bound, or what no bound is printed for.
    package let interval: ClosedRange<Double>
    /// It is near an end of its scale.
    package let isBounded: Bool
    /// An earlier report printed it exactly, so that hiding it now hides nothing.
    package var isKnown = false

    /// A mean of n people on a scale with these ends.
    package init(id: Int, mean: Double, n: Int, in frame: ClosedRange<Double>) {
        self.init(
            id: id, value: mean, frame: frame, edge: Bound.edgeOfMeans(n), bound: .ofMean(mean, n: n, in: frame))
    }

    /// A share of n people, from 0 to 1.
    package init(id: Int, share: Double, n: Int) {
        self.init(
            id: id, value: share, frame: 0...1, edge: Bound.edgeOfShares(n), bound: .ofShare(share, n: n))
    }

    /// A number that is printed as it is, wherever it lies.
    package init(id: Int, exact value: Double, in frame: ClosedRange<Double>) {
        self.init(id: id, value: value, frame: frame, edge: 0, bound: nil)
    }

    private init(id: Int, value: Double, frame: ClosedRange<Double>, edge: Double, bound: Bound?) {
        let room = edge * (frame.upperBound - frame.lowerBound)
        self.id = id
        self.value = value
        self.frame = frame
        interval = bound?.zone(in: frame) ?? frame.lowerBound + room...frame.upperBound - room
        isBounded = bound != nil
    }
}

/// A number that is computed from others of the report, such as the whole from its cells, a dimension from its items, a
/// composite from its members or a union from its cells: total × weight = Σ addend × weight, plus a constant where an
/// addend is turned round.
package struct PrintedLine: Sendable, Equatable {
    package struct Addend: Sendable, Equatable {
        package let id: Int
        /// Negative for an addend that is turned round.
        package let weight: Double

        package init(id: Int, weight: Double) {
            self.id = id
            self.weight = weight
        }
    }

    package let total: Int
    /// As the sum of the weights of the addends where the total is their weighted mean.
    package let weightOfTotal: Double
    package let addends: [Addend]

    package init(total: Int, weight: Double, addends: [Addend]) {
        self.total = total
        weightOfTotal = weight
        self.addends = addends
    }
}
