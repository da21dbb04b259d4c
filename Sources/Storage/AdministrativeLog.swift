import Digests
package import Surveys

/// What was done to a store, and when: acts of the office only, to the day. Nothing about any respondent stands here.
///
/// Every entry hashes the one before it, so a line that is changed, taken out or put in later breaks the chain.
package struct LogEntry: Sendable, Equatable {
    /// From 1.
    package var number: Int
    package var day: Day
    package var act: Act
    package var year: Int?
    /// Counts and reasons, in words.
    package var detail: String
    package var hash: String

    package enum Act: String, Sendable, CaseIterable {
        case opened, codesMade, formsMade, imported, closed, reopened, sealed, backedUp, reported, exported

        package var wording: Wording {
            switch self {
            case .opened: Wording("开轮", "round opened")
            case .codesMade: Wording("发口令", "codes made")
            case .formsMade: Wording("发问卷表", "forms made")
            case .imported: Wording("导入", "imported")
            case .closed: Wording("截止", "closed")
            case .reopened: Wording("重新开放", "reopened")
            case .sealed: Wording("封存", "sealed")
            case .backedUp: Wording("备份", "backed up")
            case .reported: Wording("出报告", "reported")
            case .exported: Wording("导出", "exported")
            }
        }
    }

    /// - Parameter previous: the hash of the entry before; empty for the first.
    package init(number: Int, day: Day, act: Act, year: Int?, detail: String, after previous: String) {
        self.number = number
        self.day = day
        self.act = act
        self.year = year
        self.detail = detail
        hash = Self.hash(number, day, act.rawValue, year, detail, after: previous)
    }

    /// Whether each entry follows from the one before.
    package static func isWhole(_ entries: [LogEntry]) -> Bool {
        var previous = ""
        for (index, entry) in entries.enumerated() {
            guard entry.number == index + 1,
                entry.hash
                    == hash(entry.number, entry.day, entry.act.rawValue, entry.year, entry.detail, after: previous)
            else { return false }
            previous = entry.hash
        }
        return true
    }

    private static func hash(
        _ number: Int, _ day: Day, _ act: String, _ year: Int?, _ detail: String, after previous: String
    ) -> String {
        let words = [previous, String(number), day.description, act, year.map(String.init) ?? "", detail]
        return SHA256.hexadecimal(of: Array(words.joined(separator: "\u{1F}").utf8))
    }
}
