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
        return GroupedTally(
            groups: units.split(separator: "\n", omittingEmptySubsequences: false).map(String.init),
            numbers: numbers.split(separator: " ").compactMap { Int($0) }, by: plan)
    }

    func keep(_ tally: GroupedTally, of plan: TallyPlan, year: Int) throws {
        try execute(
            sql: "INSERT OR REPLACE INTO kept_tally (year, plan, units, numbers) VALUES (?, ?, ?, ?)",
            arguments: [
                year, plan.keptName, tally.groups.joined(separator: "\n"),
                tally.numbers.map(String.init).joined(separator: " "),
            ])
    }
}

extension TallyPlan {
    /// A hash of everything that the plan counts. Where another version of the program prints plans in another way, it
    /// finds nothing kept and counts anew, but never finds what another plan counted.
    fileprivate var keptName: String { SHA256.hexadecimal(of: Array(String(reflecting: self).utf8)) }
}
