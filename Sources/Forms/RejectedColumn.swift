package import Surveys

/// The cells of one column that are no answers: how many, why, where, and what would have been an answer there.
package struct RejectedColumn: Sendable, Equatable {
    package var column: String
    /// Cells in which something stands.
    package var filled: Int
    /// Of these, the cells that are no answers.
    package var count: Int
    /// Of these, the cells whose text was named to be set aside.
    package var namedCount: Int
    /// Why, the most frequent reason first.
    package var reasons: [Reason]
    /// The first rows with such a cell, as a spreadsheet numbers them.
    package var rows: [Int]
    /// The refused texts that many cells share and that nobody named, the most frequent first.
    package var texts: [SharedText]
    package var remedy: Wording

    package struct Reason: Sendable, Equatable {
        package var refusal: Refusal
        package var count: Int
    }

    /// A refused text that stands in more than one cell of twenty, or that is frequent enough to be shown.
    package struct SharedText: Sendable, Equatable {
        /// Nil where fewer than k cells hold it: then it is what a few people answered.
        package var text: String?
        package var count: Int
        package var rows: [Int]
        /// More than 5 % of the column's filled cells: it may be a whole category of answers, spelt otherwise.
        package var isLarge: Bool
    }
}

extension Refusal {
    /// Whether the cell alone is to blame, and not what else stands in its row.
    fileprivate var isOfText: Bool {
        switch self {
        case .notAsked, .checkFailed: false
        default: true
        }
    }
}

/// Gathers the refused cells of one column while a table is read.
struct RejectTally {
    private var reasons: [Refusal: Int] = [:]
    private var rows: [Int] = []
    /// Refused texts as cells are compared, so that `NA` and `ＮＡ` are one.
    private var texts: [String: (shown: String, count: Int, rows: [Int])] = [:]

    /// How many rows are kept of each thing.
    private static let mostRows = 5
    /// Bytes of a text; a longer one is no category of answers.
    private static let longestText = 400

    mutating func add(_ refusal: Refusal, of cell: Substring, row: Int) {
        reasons[refusal, default: 0] += 1
        if rows.count < Self.mostRows { rows.append(row) }
        let written = CellReader.written(in: cell)
        guard refusal.isOfText, written.utf8.count <= Self.longestText else { return }
        let key = KnownHeadings.folded(String(written))
        guard !key.isEmpty else { return }
        var text = texts[key] ?? (AnswerReader.trimmed(written), 0, [])
        text.count += 1
        if text.rows.count < Self.mostRows { text.rows.append(row) }
        texts[key] = text
    }

    /// - Parameters:
    ///   - given: the column's cells that are answers.
    ///   - named: the texts that are set aside by name, folded.
    ///   - k: a text is shown only where so many cells hold it.
    func column(
        _ name: String, given: Int, accepts: Wording, named: Set<String>, k: Int
    ) -> RejectedColumn {
        let count = reasons.values.reduce(0, +)
        let filled = given + count
        let shared = texts.filter { !named.contains($0.key) }.values.compactMap { text -> RejectedColumn.SharedText? in
            let isLarge = text.count * 20 > filled
            guard isLarge || text.count >= k else { return nil }
            return .init(text: text.count >= k ? text.shown : nil, count: text.count, rows: text.rows, isLarge: isLarge)
        }
        let order = Refusal.allCases
        return RejectedColumn(
            column: name, filled: filled, count: count,
            namedCount: texts.filter { named.contains($0.key) }.values.reduce(0) { $0 + $1.count },
            reasons: order.compactMap { refusal in reasons[refusal].map { .init(refusal: refusal, count: $0) } }
                .sorted { $0.count > $1.count },
            rows: rows, texts: shared.sorted { ($0.count, $1.rows[0]) > ($1.count, $0.rows[0]) },
            remedy: remedy(accepts))
    }

    private func remedy(_ accepts: Wording) -> Wording {
        var parts: [Wording] = []
        if reasons.keys.contains(where: \.isOfText) { parts.append(accepts) }
        if reasons[.notAsked] != nil {
            parts.append(Wording("不该问的人要留空", "stays empty where its condition hides it"))
        }
        if reasons[.checkFailed] != nil {
            parts.append(Wording("要通过题目的校验", "has to pass the check of its question"))
        }
        return Wording(
            parts.map(\.chinese).joined(separator: "；"), parts.map(\.english).joined(separator: "; "))
    }
}
