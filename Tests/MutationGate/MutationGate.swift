import Foundation
import Surveys

/// How many one-character typos that change what a survey says are noticed.
///
///     MutationGate [--survivors] [--seed N] SURVEY…
///
/// Last year's survey is the survey before the typo. Exit status 1 when fewer than 90 in 100 are noticed without it, or
/// fewer than 98 in 100 with it.
@main enum MutationGate {
    private static let leastAlone = 0.90
    private static let leastWithYears = 0.98
    /// Meaning-changing typos in each survey.
    private static let count = 500

    static func main() throws {
        var paths: [String] = []
        var seed: UInt64 = 2026
        var listsSurvivors = false
        var arguments = CommandLine.arguments.dropFirst()
        while let argument = arguments.popFirst() {
            switch argument {
            case "--survivors": listsSurvivors = true
            case "--seed": seed = arguments.popFirst().flatMap { UInt64($0) } ?? seed
            default: paths.append(argument)
            }
        }
        guard !paths.isEmpty else {
            print("MutationGate [--survivors] [--seed N] SURVEY…")
            exit(64)
        }
        var trials: [Trial] = []
        var harmless = 0
        for (index, path) in paths.enumerated() {
            var survey = Trials(
                name: URL(filePath: path).lastPathComponent, text: try String(contentsOfFile: path, encoding: .utf8),
                seed: seed + UInt64(index))
            survey.run(count)
            trials += survey.trials
            harmless += survey.harmless
        }
        let table = Table(trials: trials)
        print("\(trials.count) typos that change the meaning, \(harmless) that do not; seed \(seed)\n")
        print(table.text)
        if listsSurvivors { print(table.survivors) }
        let alone = table.share(trials, \.flagged)
        let withYears = table.share(trials, \.flaggedByYears)
        if alone < leastAlone || withYears < leastWithYears {
            print("below the gate: 90 % without last year's survey, 98 % with it")
            exit(1)
        }
    }
}
