import Digests
import GRDB
import Statistics

/// Tallies of sealed rounds: old years cost nothing.
extension Database {
    /// One line of numbers for each cohort, led by its batch; 0 for those who wait.
    func keptCohorts(of plan: TallyPlan, year: Int) throws -> [Cohort]? {
        let sql = "SELECT units, numbers FROM kept_tally WHERE round = ? AND plan = ?"
        guard let row = try Row.fetchOne(self, sql: sql, arguments: [year, plan.keptName]) else { return nil }
        let units: String = row["units"]
        let numbers: String = row["numbers"]
        // Kept numbers are believed only as they were written; others are counted anew.
        guard let (sum, numbers) = Self.parted(numbers), sum == Self.sum(of: units, numbers) else { return nil }
        let groups = units.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var cohorts: [Cohort] = []
        for line in numbers.split(separator: "\n") {
            let numbers = line.split(separator: " ").compactMap { Int($0) }
            guard let batch = numbers.first,
                let counted = GroupedTally(groups: groups, numbers: Array(numbers.dropFirst()), by: plan)
            else { return nil }
            cohorts.append(Cohort(batch: batch == 0 ? nil : batch, counted: counted))
        }
        return cohorts
    }

    func keep(_ cohorts: [Cohort], of plan: TallyPlan, year: Int) throws {
        // A round has a cohort at least.
        let units = cohorts[0].counted.groups.joined(separator: "\n")
        let numbers = cohorts.map { ([$0.batch ?? 0] + $0.counted.numbers).map(String.init).joined(separator: " ") }
            .joined(separator: "\n")
        try execute(
            sql: "INSERT OR REPLACE INTO kept_tally (round, plan, units, numbers) VALUES (?, ?, ?, ?)",
            arguments: [
                year, plan.keptName, units, "\(Self.sum(of: units, numbers)) \(numbers)",
            ])
    }

    private static func sum(of units: String, _ numbers: some StringProtocol) -> String {
        SHA256.hexadecimal(of: Array("\(units)\u{1E}\(numbers)".utf8))
    }

    private static func parted(_ text: String) -> (sum: String, numbers: Substring)? {
        let parts = text.split(separator: " ", maxSplits: 1)
        return parts.count == 2 && parts[0].utf8.count == 64 ? (String(parts[0]), parts[1]) : nil
    }
}

extension TallyPlan {
    /// A hash of everything that the plan counts. Where another version of the program prints plans in another way, it
    /// finds nothing kept and counts anew, but never finds what another plan counted.
    fileprivate var keptName: String { SHA256.hexadecimal(of: Array(String(reflecting: self).utf8)) }
}
