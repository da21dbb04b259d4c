/// From where on a sign of careless answering fires, and how many make a flag.
///
/// No limit is a law: they are parameters, and a report prints them. One sign alone is common among careful people, so
/// a flag needs two; nobody is deleted, results are told with and without the flagged.
public struct CarelessLimits: Sendable, Equatable {
    /// ``CarelessSigns/longRun``: one code over this share of the items or more. One half by Curran 2016, Journal of
    /// Experimental Social Psychology 66:4–19.
    public var runShare: Double
    /// A run shorter than this never fires, nor does the variability of fewer answers. Ours, not from the literature: in
    /// short lists half the items is nothing.
    public var fewestAnswers: Int
    /// ``CarelessSigns/littleVariability``: a standard deviation of the codes below this. Ours: the literature takes the
    /// lowest of each sample, which flags somebody in any. At 0.25 about one answer in fifteen lies a step away.
    public var variability: Double
    /// ``CarelessSigns/inconsistent``: an even–odd consistency below this. .30 by Jackson 1977, as in Johnson 2005,
    /// Journal of Research in Personality 39:103–129.
    public var consistency: Double
    /// ``CarelessSigns/unusual``: a p value of D² below this. .001 by Tabachnick & Fidell 2007, Using Multivariate
    /// Statistics.
    public var distanceP: Double
    /// ``CarelessSigns/tooFast``: fewer seconds for an answered item than this. 2 by Huang, Curran, Keeney, Poposki &
    /// DeShon 2012, Journal of Business and Psychology 27:99–114.
    public var secondsPerItem: Double
    /// ``CarelessSigns/muchMissing``: a share of items without an answer above this. One half, beyond which a scale has
    /// no score either.
    public var missingShare: Double
    /// How many signs make a flag.
    public var signsForFlag: Int

    /// The limits above unless others are given.
    public init(
        runShare: Double = 0.5, fewestAnswers: Int = 6, variability: Double = 0.25, consistency: Double = 0.3,
        distanceP: Double = 0.001, secondsPerItem: Double = 2, missingShare: Double = 0.5, signsForFlag: Int = 2
    ) {
        precondition(signsForFlag >= 1, "a flag needs a sign")
        self.runShare = runShare
        self.fewestAnswers = fewestAnswers
        self.variability = variability
        self.consistency = consistency
        self.distanceP = distanceP
        self.secondsPerItem = secondsPerItem
        self.missingShare = missingShare
        self.signsForFlag = signsForFlag
    }
}
