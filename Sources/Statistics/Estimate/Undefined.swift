/// Why a value, or its interval, cannot be told.
public enum Undefined: String, Sendable, Equatable, CaseIterable {
    /// Nobody answered.
    case noAnswers
    /// One answer has no spread, so nothing can be said about its error.
    case oneAnswer
    /// The answers do not vary where the formula divides by their spread, or infers the error from it.
    case constant
    /// A scale of one item has no internal consistency.
    case tooFewItems
    /// A comparison needs two groups with answers, and one of them more than one answer.
    case tooFewGroups
    /// No published null distribution for this number of levels.
    case noNullDistribution
    /// The items determine one another: one repeats others, there are not more responses than items, or the covariances
    /// of pairs, each over other people, do not fit together.
    case singular
    /// The items are not correlated at all, so there is nothing to take a share of.
    case uncorrelated
    /// The search for the best fit did not come to an end, and no number is better than a wrong one.
    case notConverged
    /// A comparison of the same people needs two who are matched.
    case tooFewPairs
    /// Nobody took part in both years, so a change cannot be split into those who stayed, came and left.
    case nobodyStayed
    /// A group that counts has no answers.
    case emptyGroup
    /// A trend needs three years with answers.
    case tooFewYears
    /// The reliability is unknown, or is 1, which leaves no error to compare with.
    case noReliability
    /// Too few people answered two questions both for what joins them to be told.
    case tooFewTogether
}
