package import Surveys

/// The rejects of one column together, and what would have been an answer there.
package struct RejectedColumn: Sendable, Equatable {
    package var column: String
    package var count: Int
    package var remedy: Wording

    init(_ column: String, _ variable: Variable, _ refusals: [Refusal]) {
        self.column = column
        count = refusals.count
        var parts: [Wording] = []
        if refusals.contains(where: { $0 != .notAsked && $0 != .checkFailed }) { parts.append(variable.accepts) }
        if refusals.contains(.notAsked) {
            parts.append(Wording("不该问的人要留空", "stays empty where its condition hides it"))
        }
        if refusals.contains(.checkFailed) {
            parts.append(Wording("要通过题目的校验", "has to pass the check of its question"))
        }
        remedy = Wording(
            parts.map(\.chinese).joined(separator: "；"), parts.map(\.english).joined(separator: "; "))
    }
}
