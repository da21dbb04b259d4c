import Foundation
import Testing

@Suite struct ScoreTests {
    @Test func `JSON and table tell the same numbers`() throws {
        let json = try Program.run(["score"] + Program.lastYear + ["--format", "json"])
        let table = try Program.run(["score"] + Program.lastYear)
        #expect(json.status == 0 && table.status == 0, "\(json.messages)\(table.messages)")
        let listing = try JSONDecoder().decode(Listing.self, from: Data(json.output.utf8))
        #expect(listing.format == "zicha-scores")
        #expect(listing.version == 3)
        let round = try #require(listing.rounds.first)
        #expect(round.year == 2026)
        let lines = table.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        var compared = 0
        for dimension in round.whole.dimensions {
            guard let estimate = dimension.estimate, let value = estimate.value else { continue }
            let line = try #require(lines.first { $0.count > 2 && $0[0] == "全体" && $0[1] == dimension.name.main })
            #expect(try Self.isRounded(line[2], value))
            #expect(line[5] == String(estimate.n))
            compared += 1
        }
        for competence in round.whole.competences {
            guard let gap = competence.gap, let value = gap.value else { continue }
            let line = try #require(lines.first { $0.first == competence.code })
            #expect(try Self.isRounded(line[4], value))
            compared += 1
        }
        #expect(compared > 30)
    }

    @Test func `no unit of fewer than ten people is listed`() throws {
        let outcome = try Program.run(["score"] + Program.threeYears + ["--format", "json"])
        #expect(outcome.status == 0, "\(outcome.messages)")
        let listing = try JSONDecoder().decode(Listing.self, from: Data(outcome.output.utf8))
        #expect(listing.rounds.map(\.year) == [2024, 2025, 2026])
        #expect(listing.rounds.allSatisfy { !$0.units.isEmpty })
        for unit in listing.rounds.flatMap(\.units) {
            #expect(unit.responses >= 10)
            for dimension in unit.dimensions where dimension.hidden != true {
                #expect(try #require(dimension.estimate).n >= 10)
            }
        }
        #expect(listing.merged.contains { $0.contains("督查室") })
        #expect(!listing.changes.isEmpty)
    }

    @Test func `too few responses leave a year that says only that it is hidden`() throws {
        let scratch = try Scratch()
        var table = try SeedTable()
        table.rows = Array(table.rows.prefix(9))
        let path = try scratch.file("few.csv", table.text)
        let outcome = try Program.run(
            "score", "--survey", "surveys/learning-organ-2026.zicha", "--responses", path, "--format", "json")
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(outcome.output.contains("{\"year\": 2026, \"hidden\": true}"))
        #expect(!outcome.output.contains("\"value\""))
    }

    @Test(arguments: [("zh_CN.UTF-8", "提示"), ("en_GB.UTF-8", "note"), ("C", "note")])
    func `the locale chooses the language`(locale: String, word: String) throws {
        let outcome = try Program.run(
            ["score"] + Program.lastYear + ["--where", "XF1 = 1 或 XF1 = 2"],
            environment: ["LANG": locale, "LC_ALL": ""])
        #expect(outcome.messages.hasPrefix(word), "\(outcome.all.prefix(300))")
    }

    /// A printed number that is the value, rounded to the digits shown.
    private static func isRounded(_ printed: String, _ value: Double) throws -> Bool {
        let number = try #require(Double(printed))
        let decimals = printed.split(separator: ".").dropFirst().first?.count ?? 0
        return abs(number - value) <= 0.5000001 * pow(10, -Double(decimals))
    }
}

/// As much of docs/scores-json.md as the tests read.
private struct Listing: Decodable {
    var format: String
    var version: Int
    var merged: [[String]]
    var rounds: [Round]
    var changes: [Change]

    struct Round: Decodable {
        var year: Int
        var whole: Group
        var units: [Unit]
    }
    struct Group: Decodable {
        var dimensions: [Dimension]
        var competences: [Competence]
    }
    struct Unit: Decodable {
        var responses: Int
        var dimensions: [Dimension]
    }
    struct Dimension: Decodable {
        var name: Name
        var estimate: Estimate?
        var hidden: Bool?
    }
    struct Competence: Decodable {
        var code: String
        var gap: Estimate?
    }
    struct Change: Decodable {
        var name: Name
        var difference: Estimate
    }
    struct Name: Decodable { var main: String }
    struct Estimate: Decodable {
        var value: Double?
        var n: Int
    }
}
