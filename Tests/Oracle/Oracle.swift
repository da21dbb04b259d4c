import Foundation

/// Everything that reports tell of random small rounds, as sums over the people, for `scripts/leaks --sums`.
///
///     Oracle [--rounds N] [--seed S]
///
/// Prints one JSON document for each year of each organisation, one a line (scripts/auditor/sums.py has the format).
/// A year with a number that is not that of the people whom the report says it counts is left out, and exit status is 1.
@main enum Oracle {
    /// So small that every set of fewer people can be tried.
    private static let smallestGroup = 3

    static func main() throws {
        var (rounds, seed): (Int, UInt64) = (300, 1)
        var arguments = CommandLine.arguments.dropFirst()
        while let argument = arguments.popFirst() {
            switch (argument, arguments.popFirst()) {
            case ("--rounds", let number?): rounds = Int(number) ?? rounds
            case ("--seed", let number?): seed = UInt64(number) ?? seed
            default:
                print("Oracle [--rounds N] [--seed S]")
                exit(64)
            }
        }
        var unexplained = 0
        for seed in seed..<seed + UInt64(rounds) {
            let organisation = RandomOrganisation(seed: seed)
            var office = try Office(organisation.years, smallestGroup: smallestGroup)
            for act in organisation.acts { try office.play(act) }
            for var document in office.documents {
                document.name = "\(seed) \(document.name)"
                unexplained += document.unexplained.count
                for name in document.unexplained.prefix(3) { complain("\(document.name): \(name)") }
                if document.unexplained.isEmpty { print(try document.line()) }
            }
        }
        if unexplained > 0 {
            complain("numbers that are not those of the people whom the reports say they count: \(unexplained)")
            exit(1)
        }
    }

    private static func complain(_ sentence: String) {
        FileHandle.standardError.write(Data((sentence + "\n").utf8))
    }
}
