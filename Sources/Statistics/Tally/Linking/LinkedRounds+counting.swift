extension LinkedRounds {
    /// Links two tables by the names of the people; every name is met in the same spelling in both.
    ///
    /// ```swift
    /// let linked = try LinkedRounds.counting(
    ///     earlier: (table2025, names2025), later: (table2026, names2026), by: plan)
    /// linked.total.scales[0].scores(minimumAnswered: 5).covariance(0, 1)
    /// ```
    ///
    /// An empty name is nobody known. Both tables have the same columns and groups.
    ///
    /// - Throws: ``TallyError`` when a scale's sums are too large to count exactly.
    public static func counting(
        earlier: (table: ResponseTable, persons: [String]), later: (table: ResponseTable, persons: [String]),
        by plan: TallyPlan
    ) throws(TallyError) -> LinkedRounds {
        precondition(earlier.table.groupCount == later.table.groupCount, "both rounds have the same groups")
        let rounds = [earlier, later]
        precondition(rounds.allSatisfy { $0.persons.count == $0.table.rowCount }, "every row is somebody's")
        let layout = CountingLayout(plan) { column in
            let ranges = rounds.compactMap { $0.table.answers(in: column) }
            return ranges.first.map { range in
                ranges.reduce(range) { min($0.lowerBound, $1.lowerBound)...max($0.upperBound, $1.upperBound) }
            }
        }
        try layout.check(responses: earlier.table.rowCount + later.table.rowCount)
        return layout.isNarrow
            ? counting(rounds, by: layout, in: Int16.self) : counting(rounds, by: layout, in: Int32.self)
    }

    private static func counting<Code: BlockCode>(
        _ rounds: [(table: ResponseTable, persons: [String])], by layout: CountingLayout, in: Code.Type
    ) -> LinkedRounds {
        let groups = rounds[0].table.groupCount
        let sources = rounds.enumerated().map { index, round in
            let records = PersonRecords(layout)
            let counter = BlockCounter<Code>(layout)
            let keys = ZeroedRoom<UInt16>(columns: layout.scales.count * layout.keyWords)
            counter.count(round.table) { group, rows in
                let names = rows.map { records.name(of: round.persons[Int($0)]) }
                // Safe: there is room for a block's keys, and a name for every row.
                unsafe counter.copyKeys(rows: rows.count, to: keys.base)
                unsafe records.append(names, rows: rows.count, group: group, keys: keys.base)
            }
            return Linker.Source(records: records, places: (0..<groups).map { index * groups + $0 })
        }
        // Two rounds have one pair.
        return Linker(layout: layout, sources: sources, groups: groups, rounds: ["", ""], threads: 1).linked()[0]
    }
}

extension PersonRecords {
    /// A name, kept if it is long.
    fileprivate func name(of text: String) -> PersonName {
        var text = text
        return text.withUTF8 { bytes in
            // Safe: the bytes are only looked at inside the closure.
            let raw = UnsafeRawBufferPointer(bytes)
            return unsafe raw.count > 8 ? keep(raw) : PersonName(word: TextTable.word(raw), length: raw.count)
        }
    }
}
