/// How easily people can be recognised by what they say of themselves, before anybody has answered.
struct IdentificationRisk {
    /// People by unit where the unit is asked for; else everybody in one group.
    var groups: [Int]
    /// How many classes each of the other background questions has.
    var classes: [Int]

    /// The share of people who are expected to be alone in their cell when all background questions are crossed.
    ///
    /// In a unit of n people whose answers fall into C cells, somebody is alone when the n − 1 others are all elsewhere:
    /// (1 − 1/C)^(n − 1). Over all units, weighted by their people: Σ n (1 − 1/C)^(n − 1) ÷ Σ n.
    ///
    /// C is the product of the classes, and people are taken to be spread evenly and independently over them. Real
    /// answers clump, so that fewer people are alone than this says in the common cells, and the rare cells are just the
    /// ones that give somebody away; before the answers are in, nothing better is known.
    var shareAlone: Double {
        let people = groups.reduce(0, +)
        guard people > 0 else { return 0 }
        let cells = classes.reduce(1.0) { $0 * Double(max($1, 1)) }
        let alone = groups.reduce(0.0) { $0 + Double($1) * Self.power(1 - 1 / cells, max($1 - 1, 0)) }
        return alone / Double(people)
    }

    /// From here on it is said.
    ///
    /// One in ten: then a section of ten people, the smallest that a report shows, holds somebody who can be pointed at.
    static let leastShareSaid = 0.10

    private static func power(_ base: Double, _ exponent: Int) -> Double {
        var (result, square, rest) = (1.0, base, exponent)
        while rest > 0 {
            if rest & 1 == 1 { result *= square }
            square *= square
            rest >>= 1
        }
        return result
    }
}
