import Statistics

/// κ: how much of the differences between people lasts, and is not the mood of the day on which they answered.
///
/// Everybody's lasting part is known once all have answered; the mood is not, so the standard error is never 0. The values
/// are decision 0022's, below the stability that is found for attitudes (.51 at most), and lower for a single answer.
package enum LastingShare {
    /// Of dimensions, composites and the gaps of competences.
    package static let ofScores = 0.4
    /// Of single items, and of all shares of people.
    package static let ofItems = 0.25
}

extension FinitePopulation {
    /// The people of a roster; nil without one, and where a condition decided who was asked, since nobody counted them.
    init?(_ headcount: Int?, lasting: Double, isAskedOfAll: Bool) {
        guard let headcount, isAskedOfAll else { return nil }
        self.init(size: headcount, lasting: lasting)
    }
}
