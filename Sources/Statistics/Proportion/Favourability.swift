/// How many answered on the favourable side of an item, how many on the other, and the balance.
///
/// The shares are of those who answered, with Wilson's interval; net = favourable − unfavourable is the mean of +1, 0
/// and −1 over the same people, with the interval of a mean between −1 and 1, since the two shares are not independent.
///
/// - Unit: shares 0…1, net −1…1.
/// - Missing: those who did not answer the item, for whatever reason, are carried along.
/// - Source: the definition; Wilson 1927 and Student 1908 for the intervals, ``FinitePopulation`` for the roster.
/// - Oracle: R `mean(x >= cut)`.
public struct Favourability: Sendable, Equatable {
    /// The share on the favourable side.
    public let favourable: Estimate
    /// The share on neither side.
    public let neutral: Estimate
    /// The share on the unfavourable side.
    public let unfavourable: Estimate
    /// The first share less the third, method `net.t` or `net.wilson`, with `.fpc` where it is corrected.
    public let net: Estimate

    /// Judges an item by the raw codes of either side; those of a reversed item are its low ones.
    ///
    /// - Throws: ``StatisticsError/moreAnswersThanPeople(answers:people:)`` when n > N.
    public init(
        of item: ItemTally, favourable high: ClosedRange<Int>, unfavourable low: ClosedRange<Int>,
        population: FinitePopulation? = nil, level: Double = 0.95
    ) throws(StatisticsError) {
        precondition(!high.overlaps(low), "an answer lies on one side")
        func count(_ codes: ClosedRange<Int>) -> Int {
            item.counts.indices.reduce(0) { $0 + (codes.contains(item.low + $1) ? item.counts[$1] : 0) }
        }
        let n = item.answered
        let missing = item.missing + item.notApplicable + item.notAsked + item.outside
        let (above, below) = (count(high), count(low))
        func share(_ count: Int) throws(StatisticsError) -> Estimate {
            try .proportion(count, of: n, missing: missing, population: population, level: level)
        }
        favourable = try share(above)
        neutral = try share(n - above - below)
        unfavourable = try share(below)
        let balance = CountTable(values: [-1, 0, 1], counts: [below, n - above - below, above])
        net = try .mean(
            of: balance.moments, missing: missing, population: population, scale: -1...1, level: level, method: "net")
    }
}
