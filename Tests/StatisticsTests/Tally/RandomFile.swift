import Foundation
import Statistics

/// A file of responses invented from a seed: what it says, and one of the many ways to write that.
struct RandomFile {
    struct Row {
        var person: String
        var group: [String]
        var round: String
        /// As codes, rejected ones missing.
        var codes: [Int32]
        var rejected: [Int]
        var line = 0
    }

    static let columns: [ResponseFile.Column] = [
        .init("q1", codes: 1...5), .init("q 2", codes: 1...5), .init("第三题", codes: 0...10), .init("q4", codes: -3...3),
        .init("q5", codes: 1...5), .init("q6", codes: 1...3, reader: { levels[$0] }), .init("q7", codes: 1...5),
        .init("q8", codes: 1...5), .init("q9", codes: 0...200),
    ]
    private static let levels: [String: Int32] = [
        "低": 1, "middle, or so": 2, "h": 3, "NA": ResponseTable.notApplicable,
    ]

    private(set) var rows: [Row] = []
    private(set) var bytes: [UInt8] = []
    private var chance: SplitMix64
    private let separator: String
    private let newline: String
    private var line = 1

    init(seed: UInt64, rows count: Int, nameBytes: Int = 12) {
        chance = SplitMix64(state: seed)
        separator = [",", ";", "\t"].randomElement(using: &chance)!
        newline = ["\n", "\r\n", "\r"].randomElement(using: &chance)!
        if pick(0...2) == 0 { bytes += [0xEF, 0xBB, 0xBF] }
        let order = Array(0..<14).shuffled(using: &chance)
        let freeHeading = "note \"free\"\n\(separator)"
        write(order) { column in
            switch column {
            case 0: "who"
            case 1: "department"
            case 2: "place"
            case 3: "year"
            case 4: freeHeading
            default: Self.columns[column - 5].name
            }
        }
        for _ in 0..<count {
            while pick(0...30) == 0 { end() }
            if pick(0...40) == 0 { write(order) { _ in "" } }
            var row = row(nameBytes)
            row.line = line
            let texts = row.codes.indices.map { text(of: $0, in: row) }
            write(order) { column in
                switch column {
                case 0: row.person
                case 1: row.group[0]
                case 2: row.group[1]
                case 3: row.round
                case 4: nil
                default: texts[column - 5]
                }
            }
            // What looks like nothing is nothing.
            rows.append(row)
        }
        if pick(0...1) == 0, !rows.isEmpty { while [10, 13].contains(bytes.last) { bytes.removeLast() } }
    }

    private mutating func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &chance) }

    private mutating func row(_ nameBytes: Int) -> Row {
        let departments = ["D1", "办公室", "a \"b\" c", "D1, east", "two\nlines", "", "a department with a long name"]
        // A person is always somebody, so that a row is never empty; few enough that many are met again.
        let person =
            pick(0...12) == 0 ? "" : "P" + String(repeating: "x", count: pick(0...nameBytes)) + "\(pick(0...40))"
        let codes = Self.columns.map { column -> Int32 in
            pick(0...9) == 0
                ? ResponseTable.missing
                : Int32.random(in: Int32(column.codes.lowerBound)...Int32(column.codes.upperBound), using: &chance)
        }
        var row = Row(
            person: person,
            group: [departments.randomElement(using: &chance)!, ["N", "S"].randomElement(using: &chance)!],
            round: ["2024", "2025", "2026"].randomElement(using: &chance)!, codes: codes, rejected: [])
        for column in Self.columns.indices where pick(0...60) == 0 {
            row.rejected.append(column)
            row.codes[column] = ResponseTable.missing
        }
        if row.codes[5] != ResponseTable.missing, pick(0...5) == 0 { row.codes[5] = ResponseTable.notApplicable }
        return row
    }

    private mutating func text(of column: Int, in row: Row) -> String {
        if row.rejected.contains(column) {
            return ["x", "7.0", "999", "--1", "1 2", "\"", "12345678901", "１"].randomElement(using: &chance)!
        }
        let code = row.codes[column]
        if column == 5 { return Self.levels.first { $0.value == code }?.key ?? "" }
        return code == ResponseTable.missing ? "" : String(code)
    }

    private mutating func write(_ order: [Int], _ cell: (Int) -> String?) {
        for (index, column) in order.enumerated() {
            if index > 0 { bytes += Array(separator.utf8) }
            bytes += Array(written(cell(column) ?? note()).utf8)
        }
        end()
    }

    private mutating func note() -> String {
        ["", "plain", "say \"\"", "one\ntwo\r\nthree\rfour", "\"", ",;\t", "5\" disk"].randomElement(using: &chance)!
    }

    private mutating func written(_ text: String) -> String {
        line += text.replacingOccurrences(of: "\r\n", with: "\n").unicodeScalars.count { $0 == "\n" || $0 == "\r" }
        let isDelicate = text.unicodeScalars.contains { "\",;\t\n\r".unicodeScalars.contains($0) }
        let quoted = isDelicate || pick(0...9) == 0
        let inner = quoted ? "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : text
        return pick(0...19) == 0 ? " " + inner + "  " : inner
    }

    private mutating func end() {
        bytes += Array(newline.utf8)
        line += 1
    }

    /// What counting has to give, from the rows and not from the file.
    func expected(by plan: TallyPlan) -> CountedResponses {
        let groups = Set(rows.map(\.group)).sorted { $0.lexicographicallyPrecedes($1) }
        let rounds = Set(rows.map(\.round)).sorted()
        var places: [CountedResponses.Place] = []
        for row in rows {
            for column in filePlaces(row) { places.append(.init(line: row.line, column: Self.columns[column].name)) }
        }
        return CountedResponses(
            groups: groups,
            rounds: rounds.map { round in
                let rows = rows.filter { $0.round == round }
                let table = ResponseTable(
                    columns: Self.columns.indices.map { column in rows.map { $0.codes[column] } },
                    groups: rows.map { row in Int32(groups.firstIndex(of: row.group)!) }, groupCount: groups.count)
                return .init(name: round, tallies: NaiveCount.tallies(table, by: plan))
            },
            links: zip(rounds, rounds.dropFirst()).map { links($0, $1, groups, plan) }, responses: rows.count,
            rejected: Self.columns.indices.map { column in rows.count { $0.rejected.contains(column) } },
            places: Array(places.prefix(CountedResponses.placeLimit)))
    }

    private func filePlaces(_ row: Row) -> [Int] { row.rejected.sorted { fileOrder[$0] < fileOrder[$1] } }

    /// Where each column of answers stands in the file, read back from the header.
    private var fileOrder: [Int] {
        let text = String(decoding: bytes.prefix(400), as: UTF8.self)
        return Self.columns.map { column in text.range(of: column.name)!.lowerBound.utf16Offset(in: text) }
    }

    private func links(_ earlier: String, _ later: String, _ groups: [[String]], _ plan: TallyPlan) -> LinkedRounds {
        let both = rows.filter { [earlier, later].contains($0.round) }
        var linked = Array(repeating: LinkedTally(scales: plan.scales.count), count: groups.count + 1)
        var (anonymous, ambiguous) = (0, 0)
        var persons: [String: [Row]] = [:]
        for row in both {
            if row.person.isEmpty { anonymous += 1 } else { persons[row.person, default: []].append(row) }
        }
        for (_, rows) in persons {
            let before = rows.filter { $0.round == earlier }
            let after = rows.filter { $0.round == later }
            guard before.count <= 1, after.count <= 1 else {
                ambiguous += 1
                continue
            }
            let group = groups.firstIndex(of: (before + after)[0].group)!
            let moves = before.first.map { before in after.first.map { $0.group != before.group } ?? false } ?? false
            let place = moves ? groups.count : group
            switch (before.isEmpty, after.isEmpty) {
            case (false, false): linked[place].stayers += 1
            case (false, true): linked[place].leavers += 1
            default: linked[place].joiners += 1
            }
            for (index, scale) in plan.scales.enumerated() {
                let cells = (before + after).map { NaiveCount.cell(of: scale, row: $0.codes) }
                let person =
                    cells.count == 2
                    ? LinkedScale(stayers: [.init(earlier: cells[0], later: cells[1], count: 1)])
                    : LinkedScale(
                        stayers: [], leavers: after.isEmpty ? [.init(cell: cells[0], count: 1)] : [],
                        joiners: before.isEmpty ? [.init(cell: cells[0], count: 1)] : [])
                linked[place].scales[index].add(person)
            }
        }
        return LinkedRounds(
            earlier: earlier, later: later, groups: Array(linked.dropLast()), movers: linked[groups.count],
            anonymous: anonymous, ambiguous: ambiguous)
    }
}
