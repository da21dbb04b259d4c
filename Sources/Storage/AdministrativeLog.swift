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
    /// The number of the round, which is the year for the round of a year.
    package var year: Int?
    /// Counts and reasons, in words.
    package var detail: String
    package var hash: String

    package enum Act: String, Sendable, CaseIterable {
        case opened, codesMade, formsMade, imported, importUndone, closed, reopened, sealed, cancelled
        case backedUp, reported, exported, clockCorrected

        package var wording: Wording {
            switch self {
            case .opened: Wording("开轮", "round opened")
            case .codesMade: Wording("发口令", "codes made")
            case .formsMade: Wording("发问卷表", "forms made")
            case .imported: Wording("导入", "imported")
            case .importUndone: Wording("撤回导入", "import undone")
            case .closed: Wording("截止", "closed")
            case .reopened: Wording("重新开放", "reopened")
            case .sealed: Wording("封存", "sealed")
            case .cancelled: Wording("取消", "round cancelled")
            case .backedUp: Wording("备份", "backed up")
            case .reported: Wording("出报告", "reported")
            case .exported: Wording("导出", "exported")
            case .clockCorrected: Wording("更正日期", "clock corrected")
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

    /// The entry that an act adds to a log.
    ///
    /// - Parameters:
    ///   - last: the entry before; nil for the first.
    ///   - clock: the machine's day; nil where days are not compared with it.
    /// - Throws: for a day that cannot be that of the act: a log that runs ahead or back is a history that never was.
    init(
        _ act: Act, year: Int?, detail: String, on day: Day, after last: LogEntry?, clock: Day?
    ) throws(StoreError) {
        try Self.check(day, clock: clock)
        if let last, day < last.day, act != .clockCorrected {
            if let clock, clock < last.day { throw .logAhead(last: last.day, clock: clock) }
            throw .clockBehind(last: last.day)
        }
        self.init(
            number: (last?.number ?? 0) + 1, day: day, act: act, year: year, detail: detail, after: last?.hash ?? "")
    }

    /// An act is of today, or of a day before that is written down late; tomorrow is for clocks in another time zone.
    ///
    /// - Throws: for a later day.
    package static func check(_ day: Day, clock: Day?) throws(StoreError) {
        if let clock, day.number > clock.number + 1 { throw .dayAhead(day, clock: clock) }
    }

    /// Whether each entry follows from the one before: no day lies before the last one, unless the clock was corrected.
    package static func isWhole(_ entries: [LogEntry]) -> Bool {
        var previous: LogEntry?
        for (index, entry) in entries.enumerated() {
            let expected = hash(
                entry.number, entry.day, entry.act.rawValue, entry.year, entry.detail, after: previous?.hash ?? "")
            guard entry.number == index + 1, entry.hash == expected,
                previous.map({ $0.day <= entry.day }) ?? true || entry.act == .clockCorrected
            else { return false }
            previous = entry
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
