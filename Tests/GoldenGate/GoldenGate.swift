import Foundation

/// Computes the golden values anew and compares.
///
///     GoldenGate FOLDER [CASE…]
///
/// FOLDER holds one folder a case, each with `expected.json` and its data, which are not ours and are not kept here.
/// Exit status 1 when a value is beyond its tolerance, is not computed, or a case is unknown.
@main enum GoldenGate {
    /// How each case is computed: its values by their ids.
    static let cases: [String: @Sendable (GoldenCase) throws -> [String: GoldenValue]] = [
        "scoring-bfi": GoldenCase.scoringBfi,
        "reliability-bfi": GoldenCase.reliabilityBfi,
        "dimension-bfi": GoldenCase.dimensionBfi,
        "careless-bfi": GoldenCase.carelessBfi,
        "weights-apisrs": GoldenCase.weightsApisrs,
        "agreement-bhr2000": GoldenCase.agreementBhr2000,
        "agreement-small": GoldenCase.agreementSmall,
        "gap-bhr2000": GoldenCase.gapBhr2000,
        "distributions": GoldenCase.distributions,
        "numerics-nist": GoldenCase.numerics,
        "edge": GoldenCase.edge,
        "proportions-published": GoldenCase.proportions,
        "groups-bfi": GoldenCase.groups,
        "change-univbct": GoldenCase.change,
        "trend-gssvocab": GoldenCase.trends,
    ]

    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard let path = arguments.first else {
            print("GoldenGate FOLDER [CASE…]")
            exit(64)
        }
        let wanted = Set(arguments.dropFirst())
        let folders = try FileManager.default.contentsOfDirectory(
            at: URL(filePath: path), includingPropertiesForKeys: nil
        ).filter { FileManager.default.fileExists(atPath: $0.appending(path: "expected.json").path) }
            .filter { wanted.isEmpty || wanted.contains($0.lastPathComponent) }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
        var (agreed, informational, failed) = (0, 0, 0)
        for folder in folders {
            let golden = try GoldenCase(folder)
            guard let compute = cases[golden.name] else {
                print("\(golden.name): \(golden.expected.count) values, and nothing here computes them")
                failed += golden.expected.count
                continue
            }
            let found: [String: GoldenValue]
            do {
                found = try compute(golden)
            } catch {
                print("\(golden.name): \(error)")
                failed += golden.expected.count
                continue
            }
            let outcome = Outcome(golden, found: found)
            agreed += outcome.agreed
            informational += outcome.informational
            failed += outcome.faults.count
            let share = (outcome.closest.share * 100).rounded() / 100
            print(
                "\(golden.name): \(outcome.agreed) agree, \(outcome.informational) for information, "
                    + "\(outcome.faults.count) do not; nearest its tolerance: \(outcome.closest.id) (\(share) of it)")
            for fault in outcome.faults { print("   \(fault)") }
        }
        print("golden values: \(agreed) agree, \(informational) for information, \(failed) do not")
        if failed > 0 || agreed == 0 { exit(1) }
    }
}
