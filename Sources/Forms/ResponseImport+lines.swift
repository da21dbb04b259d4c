package import Surveys

extension ResponseImport {
    /// How many cells are no answers and were not named to be set aside.
    package var unnamedRejects: Int {
        rejects.count - rejectedColumns.reduce(0) { $0 + $1.namedCount }
    }

    /// What is said of the cells that are no answers, the greatest loss first: a line for a column, or for all columns
    /// that lost the same in the same way.
    ///
    /// A refused text stands in a line only where k cells of a column hold it.
    package var rejectLines: [Wording] {
        var groups: [RejectedGroup] = []
        for column in rejectedColumns {
            if let known = groups.firstIndex(where: { $0.takes(column) }) {
                groups[known].columns.append(column)
            } else {
                groups.append(RejectedGroup(columns: [column]))
            }
        }
        groups.sort { $0.count > $1.count }
        let shown = groups.prefix(Self.mostLines).map(\.wording)
        let more = groups.dropFirst(Self.mostLines).flatMap(\.columns)
        guard !more.isEmpty else { return shown }
        let cells = more.reduce(0) { $0 + $1.count }
        return shown + [
            Wording("…… 还有 \(more.count) 列，共 \(cells) 格", "… and \(more.count) more columns with \(cells) cells")
        ]
    }

    private static let mostLines = 12
}

/// Columns that lost cells in the same way.
private struct RejectedGroup {
    var columns: [RejectedColumn]

    var count: Int { columns.reduce(0) { $0 + $1.count } }

    func takes(_ column: RejectedColumn) -> Bool {
        let first = columns[0]
        return first.remedy == column.remedy && first.reasons.map(\.refusal) == column.reasons.map(\.refusal)
            && first.texts.map(\.text) == column.texts.map(\.text)
    }

    var wording: Wording {
        let filled = columns.reduce(0) { $0 + $1.filled }
        let reasons = columns[0].reasons.map { reason in
            let (words, count) = (reason.refusal.wording, cells(reason.refusal))
            return columns[0].reasons.count == 1
                ? words : Wording("\(words.chinese) \(count) 格", "\(words.english): \(count)")
        }
        let (names, why, texts, remedy) = (self.names, Self.joined(reasons), self.texts, columns[0].remedy)
        return Wording(
            "列\(names.chinese)：\(filled) 格中 \(count) 格不是答案（\(Self.share(count, filled))）：\(why.chinese)\(rows.chinese)\(texts.chinese)；\(remedy.chinese)",
            "\(names.english): \(count) of \(filled) cells are no answers (\(Self.share(count, filled))): \(why.english)\(rows.english)\(texts.english); \(remedy.english)"
        )
    }

    private var names: Wording {
        let shown = columns.prefix(4).map { ExportReport.shortened($0.column) }
        let more = columns.count - shown.count
        return Wording(
            shown.map { "“\($0)”" }.joined(separator: "、") + (more > 0 ? " 等 \(columns.count) 列" : ""),
            (columns.count > 1 ? "columns " : "column ") + shown.map { "\"\($0)\"" }.joined(separator: ", ")
                + (more > 0 ? " and \(more) more" : ""))
    }

    private func cells(_ refusal: Refusal) -> Int {
        columns.reduce(0) { $0 + ($1.reasons.first { $0.refusal == refusal }?.count ?? 0) }
    }

    /// Where the cells of a single column are.
    private var rows: Wording {
        guard columns.count == 1 else { return Wording("", "") }
        let rows = columns[0].rows.map(String.init)
        let more = columns[0].count > rows.count
        return Wording(
            "，第 \(rows.joined(separator: "、")) 行\(more ? "等" : "")",
            "; \(columns[0].count == 1 ? "row" : "rows") \(rows.joined(separator: ", "))\(more ? " …" : "")")
    }

    /// The texts that so many cells share that they may be shown.
    private var texts: Wording {
        let shown = columns[0].texts.compactMap(\.text).prefix(5)
        let items = shown.map { text in
            let count = columns.reduce(0) { $0 + ($1.texts.first { $0.text == text }?.count ?? 0) }
            let short = ExportReport.shortened(text)
            return Wording("“\(short)”\(count) 格", "\"\(short)\" in \(count)")
        }
        guard !items.isEmpty else { return Wording("", "") }
        let list = Self.joined(items)
        return Wording("，其中\(list.chinese)", "; \(list.english)")
    }

    private static func joined(_ items: [Wording]) -> Wording {
        Wording(
            items.map(\.chinese).joined(separator: "、"), items.map(\.english).joined(separator: ", "))
    }

    /// `6.3%`; small shares are told by a digit more than large ones.
    private static func share(_ count: Int, _ filled: Int) -> String {
        let tenths = (count * 1000 + filled / 2) / max(filled, 1)
        return tenths < 100 ? "\(tenths / 10).\(tenths % 10)%" : "\((tenths + 5) / 10)%"
    }
}
