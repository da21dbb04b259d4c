import Digests
import GRDB
import Statistics

/// Tallies of sealed rounds: old years cost nothing.
extension Database {
    func keptTally(of plan: TallyPlan, year: Int) throws -> GroupedTally? {
        let sql = "SELECT units, numbers FROM kept_tally WHERE year = ? AND plan = ?"
        guard let row = try Row.fetchOne(self, sql: sql, arguments: [year, plan.keptName]) else { return nil }
        let units: String = row["units"]
        let numbers: String = row["numbers"]
        // Kept numbers are believed only as they were written; others are counted anew.
        guard let (sum, numbers) = Self.parted(numbers), sum == Self.sum(of: units, numbers) else { return nil }
        return GroupedTally(
            groups: units.split(separator: "\n", omittingEmptySubsequences: false).map(String.init),
            numbers: numbers.split(separator: " ").compactMap { Int($0) }, by: plan)
    }

    func keep(_ tally: GroupedTally, of plan: TallyPlan, year: Int) throws {
        let units = tally.groups.joined(separator: "\n")
        let numbers = tally.numbers.map(String.init).joined(separator: " ")
        try execute(
            sql: "INSERT OR REPLACE INTO kept_tally (year, plan, units, numbers) VALUES (?, ?, ?, ?)",
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
