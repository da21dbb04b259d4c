import Statistics

/// The job of the rivals, through the public front of Statistics: alphas, scores by department and year, and the change
/// of departments and of the same people.
///
///     tally FILE.csv [THREADS]
///
/// The file has the columns id, dept, year and q01…q60, six scales of ten items from 1 to 5, whose third and eighth
/// are reversed. A person has a score with half of the items answered.
@main
struct TallyJob {
    static func main() throws {
        let words = CommandLine.arguments.dropFirst()
        guard let path = words.first, let threads = Int(words.dropFirst().first ?? "1"), threads >= 1 else {
            print("tally FILE.csv [THREADS]")
            return
        }
        let file = ResponseFile(
            columns: (1...60).map { .init($0 < 10 ? "q0\($0)" : "q\($0)", codes: 1...5) }, groups: ["dept"],
            round: "year", person: "id")
        let counted = try file.counting(path, by: plan, threads: threads)
        for scale in 0..<6 {
            var items = ProductMoments(zeroFor: 10)
            for round in counted.rounds {
                for tally in round.tallies { items.add(tally.scales[scale].listwise) }
            }
            let alpha = Reliability(of: items, responses: counted.responses).alpha
            // Ten items have an alpha unless nobody answered or everybody gave the same answers.
            print("alpha[\(scale)]=\(alpha.value ?? 0) n=\(alpha.n)")
        }
        print("sum welch t", sumOfWelch(counted), "sum paired t", sumOfPaired(counted), "rows", counted.responses)
        if counted.rejected.contains(where: { $0 > 0 }) { print("rejected", counted.rejected, counted.places) }
    }

    private static let plan = TallyPlan(
        scales: (0..<6).map { scale in
            TallyPlan.Scale(
                terms: (0..<10).map { item in
                    .points(
                        column: scale * 10 + item, low: 1,
                        points: item == 2 || item == 7 ? [5, 4, 3, 2, 1] : [1, 2, 3, 4, 5], weight: 1)
                },
                minimumAnswered: 5)
        })

    /// Later against earlier year, over departments, scales and consecutive years.
    private static func sumOfWelch(_ counted: CountedResponses) -> Double {
        let scores = counted.rounds.map { round in
            round.tallies.map { tally in tally.scales.map { $0.scores(minimumAnswered: 5) } }
        }
        var sum = 0.0
        for (earlier, later) in zip(scores, scores.dropFirst()) {
            for (before, after) in zip(earlier, later) {
                for (first, second) in zip(before, after) { sum += WelchTest(second, first, missing: 0).t ?? 0 }
            }
        }
        return sum
    }

    /// The change of the same people, over departments, scales and consecutive years.
    private static func sumOfPaired(_ counted: CountedResponses) -> Double {
        var sum = 0.0
        for links in counted.links {
            for group in links.groups {
                for scale in group.scales {
                    let change = scale.scores(minimumAnswered: 5).composite([
                        CompositePart(weight: -1), CompositePart(weight: 1),
                    ])
                    guard let mean = change.mean, let deviation = change.standardDeviation, deviation > 0 else {
                        continue
                    }
                    sum += mean / (deviation / Double(change.n).squareRoot())
                }
            }
        }
        return sum
    }
}
