import Foundation
import GRDB
import Statistics
import Surveys
import Testing

@testable import Storage

private let year = 2026
private let day = Day("2026-12-01")!

/// A round and the reports on it, as programs of format 3 kept them.
struct OlderRound: Sendable, CustomTestStringConvertible {
    var name: String
    /// How many of each unit are there today; the empty name is of those who named none.
    var people: [(unit: String, count: Int)]
    /// Of each report, which units stood as one group, and how many responses the group had.
    var reports: [[(units: [String], responses: Int)]]
    var cells: [[String]]
    var restriction: PublishedTable.Restriction?

    var testDescription: String { name }

    static let all = [
        OlderRound(
            name: "one report",
            people: [("甲处", 12), ("乙处", 11), ("", 10)],
            reports: [[(["甲处"], 12), (["乙处"], 11), ([""], 10)]],
            cells: [["甲处"], ["乙处"], [""]]),
        OlderRound(
            name: "the whole alone",
            people: [("甲处", 12), ("乙处", 3)],
            reports: [[(["乙处", "甲处"], 15)]],
            cells: [["甲处", "乙处"]]),
        OlderRound(
            name: "two partitions are refined",
            people: [("甲处", 12), ("乙处", 10), ("丙处", 13), ("丁处", 14)],
            reports: [
                [(["甲处", "乙处"], 22), (["丙处"], 13), (["丁处"], 14)],
                [(["甲处"], 12), (["丙处", "乙处"], 23), (["丁处"], 14)],
            ],
            cells: [["甲处"], ["乙处"], ["丙处"], ["丁处"]]),
        OlderRound(
            name: "units that stood together in both",
            people: [("甲处", 12), ("乙处", 4), ("丙处", 6), ("丁处", 14)],
            reports: [
                [(["甲处"], 12), (["乙处", "丙处"], 10), (["丁处"], 14)], [(["甲处", "乙处", "丙处"], 22), (["丁处"], 14)],
            ],
            cells: [["甲处"], ["乙处", "丙处"], ["丁处"]]),
        OlderRound(
            name: "between two partitions are few people",
            people: [("甲处", 12), ("乙处", 4), ("丙处", 13)],
            reports: [[(["甲处", "乙处"], 16), (["丙处"], 13)], [(["甲处"], 12), (["丙处", "乙处"], 17)]],
            cells: [["甲处", "乙处", "丙处"]], restriction: .wholeOnly),
        OlderRound(
            name: "grown by many",
            people: [("甲处", 22), ("乙处", 11)],
            reports: [[(["甲处"], 12), (["乙处"], 11)]],
            cells: [["甲处", "乙处"]], restriction: .wholeOnly),
        OlderRound(
            name: "grown between the reports",
            people: [("甲处", 22), ("乙处", 11)],
            reports: [[(["甲处"], 12), (["乙处"], 11)], [(["甲处"], 22), (["乙处"], 11)]],
            cells: [["甲处", "乙处"]], restriction: .wholeOnly),
        OlderRound(
            name: "the same people in other units",
            people: [("甲处", 13), ("乙处", 11)],
            reports: [[(["甲处"], 12), (["乙处"], 12)]],
            cells: [["甲处", "乙处"]], restriction: .wholeOnly),
        OlderRound(
            name: "a unit that no report knew",
            people: [("甲处", 12), ("戊处", 11)],
            reports: [[(["甲处"], 12)]],
            cells: [["甲处", "戊处"]], restriction: .wholeOnly),
        OlderRound(
            name: "grown by few",
            people: [("甲处", 15), ("乙处", 11)],
            reports: [[(["甲处"], 12), (["乙处"], 11)]],
            cells: [["甲处", "乙处"]], restriction: .nothing),
    ]

    /// Makes a store of format 3 with this round, by the statements of that format.
    func write(to path: String) throws {
        let reading = try sampleReading()
        let stored = StoredRound(year: year, surveyText: reading.source.text, roster: nil)
        let table = RoundTable(year: year, survey: reading.survey)
        let units = people.map(\.unit).filter { !$0.isEmpty }
        let store = try SQLiteStore(path: path, migrations: Array(Migration.all.prefix(3)))
        try store.withDatabase { database in
            try database.execute(
                sql: "INSERT INTO round (year, survey, survey_sha256, salt, secret) VALUES (?, ?, ?, ?, ?)",
                arguments: [year, stored.surveyText, stored.surveyHash, RandomKeys.salt(), RandomKeys.salt()])
            for (place, unit) in units.enumerated() {
                try database.execute(
                    sql: "INSERT INTO unit (id, year, name, place, headcount) VALUES (?, ?, ?, ?, 40)",
                    arguments: [place + 1, year, unit, place])
            }
            try database.execute(sql: table.definition)
            try database.execute(sql: "ALTER TABLE \(table.name) DROP COLUMN _batch")
            try ResponseWriter.with(table, database, path: path) { writer in
                for (unit, count) in people {
                    let number = units.firstIndex(of: unit).map { $0 + 1 }
                    for (response, key) in zip(samplePeople(count, seed: 1).responses, RandomKeys.make(count)) {
                        try writer.write(response, unit: number, key: key)
                    }
                }
            }
            for (index, groups) in reports.enumerated() {
                try database.execute(
                    sql: "INSERT INTO release (day, smallest_group, sha256) VALUES ('2026-11-30', 10, ?)",
                    arguments: [String(repeating: "\(index)", count: 64)])
                for (place, group) in groups.enumerated() {
                    try database.execute(
                        sql: "INSERT INTO released_group (release, year, place, responses) VALUES (?, ?, ?, ?)",
                        arguments: [index + 1, year, place, group.responses])
                    for unit in group.units {
                        try database.execute(
                            sql: "INSERT INTO released_unit (release, year, place, unit) VALUES (?, ?, ?, ?)",
                            arguments: [index + 1, year, place, unit])
                    }
                }
            }
        }
    }
}

@Suite struct LedgersOfEarlierPrograms {
    private let folder = ScratchFolder()

    @Test(arguments: OlderRound.all)
    func becomeTables(round: OlderRound) throws {
        let path = folder.newPath()
        try round.write(to: path)
        let store = try SQLiteStore(path: path)
        let table = PublishedTable(
            smallestGroup: 10, cells: round.cells, batches: 1, restriction: round.restriction)
        #expect(try store.table(of: year) == table)
        let cohorts = try store.cohorts(samplePlan, year: year)
        #expect(cohorts.map(\.batch) == [1])
        #expect(cohorts[0].counted.tallies.map(\.responses) == round.people.map(\.count))
        #expect(try store.published().map(\.rounds[0].groups.count) == round.reports.map(\.count))
        // Whoever comes now waits.
        try store.append(samplePeople(2, seed: 2).responses, units: ["甲处", "甲处"], to: year)
        #expect(try store.cohorts(samplePlan, year: year).map(\.batch) == [1, nil])
        try store.verify()
    }

    @Test func thatAreEmptyLeaveEverybodyWaiting() throws {
        let path = folder.newPath()
        try OlderRound(name: "", people: [("甲处", 12)], reports: [], cells: []).write(to: path)
        let store = try SQLiteStore(path: path)
        #expect(try store.table(of: year) == nil)
        #expect(try store.counted(samplePlan, year: year).tallies.map(\.responses) == [12])
        try store.verify()
    }

    /// A file as the program of format 3 left it: 2024 sealed, its tally kept and in two reports with different groups;
    /// 2025 in the second of them and grown since; 2026 in none.
    @Test func areBroughtForwardInAReleasedFile() throws {
        let kept = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "Stores/version-3.db")
        let path = folder.newPath()
        try FileManager.default.copyItem(atPath: kept.path, toPath: path)
        let store = try SQLiteStore(path: path)
        try store.verify()
        #expect(store.earlierCopies == ["\(StoreFile.resolved(path)).v3"])
        #expect(try store.years() == [2024, 2025, 2026])
        #expect(
            try store.table(of: 2024)
                == PublishedTable(smallestGroup: 10, cells: [["甲处"], ["乙处"], ["丙处"]], batches: 1))
        #expect(
            try store.table(of: 2025)
                == PublishedTable(smallestGroup: 10, cells: [["甲处", "乙处", "丙处"]], batches: 1, restriction: .wholeOnly))
        #expect(try store.table(of: 2026) == nil)
        let plan = TallyPlan(items: [.init(column: 1, low: 1, high: 5)])
        func sizes(_ year: Int) throws -> [Int?: [Int]] {
            try store.cohorts(plan, year: year).reduce(into: [:]) { $0[$1.batch] = $1.counted.tallies.map(\.responses) }
        }
        #expect(try sizes(2024) == [1: [12, 11, 13]] && sizes(2024) == [1: [12, 11, 13]])
        #expect(try sizes(2025) == [1: [25, 12, 4]] && sizes(2026) == [nil: [12, 15, 16]])
        let root = "761692ab2e35f3ab67c8b3f21562d1ac4f77c8a853f4d34cbc249d0418007509"
        #expect(try store.seal(of: 2024) == RoundSeal(root: root, responses: 36))
        #expect(try Receipt.root(of: store.receipts(of: 2024)) == root)
        #expect(try store.published().map { $0.rounds.map(\.year) } == [[2024], [2024, 2025]])
        let log = try store.log()
        #expect(LogEntry.isWhole(log) && log.count == 11 && log.filter { $0.year == 2024 }.count == 4)
        #expect(try store.round(2025).roster?.units.map(\.name) == ["甲处", "乙处", "丙处"])
        // It goes on: the import after the report is not told yet by any, and is taken back.
        #expect(try store.undo(import: 11, of: 2025, on: day) == 11)
        try store.close(2025, on: day)
        #expect(try store.seal(2025, on: day).responses == 30)
        try store.open(2027, survey: sampleReading(), roster: nil, on: day)
        #expect(try store.years().last == 2027)
        try store.verify()
    }
}
