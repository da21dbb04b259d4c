import Foundation
import Testing

@Suite struct ScoreParts {
    /// The lines of the CSV by the names of its columns; those with quotes are texts, and no numbers are lost with them.
    private func lines(_ output: String) throws -> [[String: String]] {
        let rows = output.split(separator: "\n").filter { !$0.contains("\"") }.map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let header = try #require(rows.first)
        #expect(rows.allSatisfy { $0.count == header.count })
        return rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }

    private struct Listing: Decodable {
        var rounds: [Round]

        struct Round: Decodable { var whole: Whole }
        struct Whole: Decodable { var dimensions: [Dimension] }
        struct Dimension: Decodable {
            var name: Name
            var estimate: Estimate?
        }
        struct Name: Decodable { var main: String }
        struct Estimate: Decodable {
            var value: Double?
            var lower: Double?
            var upper: Double?
            var n: Int
            var missing: Int
            var method: String
        }
    }

    @Test func `CSV has the numbers of the JSON, one a line`() throws {
        let csv = try Program.run(["score"] + Program.lastYear + ["--format", "csv"])
        #expect(csv.status == 0, "\(csv.messages)")
        let lines = try lines(csv.output)
        let json = try Program.run(["score"] + Program.lastYear + ["--format", "json"]).output
        let listing = try JSONDecoder().decode(Listing.self, from: Data(json.utf8))
        var compared = 0
        for dimension in try #require(listing.rounds.first).whole.dimensions {
            guard let estimate = dimension.estimate else { continue }
            let name = dimension.name.main
            let line = try #require(
                lines.first { $0["part"] == "scores" && $0["name"] == name && $0["statistic"] == "estimate" })
            let numbers = ["value", "lower", "upper"].map { line[$0].flatMap(Double.init) }
            #expect(numbers == [estimate.value, estimate.lower, estimate.upper], "\(name)")
            #expect(line["n"] == String(estimate.n) && line["missing"] == String(estimate.missing))
            #expect(line["method"] == estimate.method)
            compared += 1
        }
        #expect(compared > 20)
        // One year has no changes, and nobody was asked in a year before.
        let parts = Set(lines.compactMap { $0["part"] })
        #expect(
            parts.isSuperset(of: [
                "scores", "reliability", "items", "competences", "units", "contrasts", "variation", "agreement",
                "weighted", "careless", "validity",
            ]))
        #expect(parts.isDisjoint(with: ["changes", "itemChanges", "trends"]))
    }

    @Test func `three years have changes, items and trends`() throws {
        let csv = try Program.run(
            ["score"] + Program.threeYears
                + ["--format", "csv", "--part", "changes", "--part", "itemChanges", "--part", "trends"])
        #expect(csv.status == 0, "\(csv.messages)")
        let lines = try lines(csv.output)
        #expect(Set(lines.compactMap { $0["part"] }) == ["changes", "itemChanges", "trends"])
        #expect(Set(lines.compactMap { $0["year"] }) == ["2024-2025", "2025-2026", ""])
        // Within and composition add up to the difference.
        func value(_ statistic: String, of name: String, _ year: String) -> Double? {
            lines.first { $0["name"] == name && $0["year"] == year && $0["statistic"] == statistic }?["value"]
                .flatMap(Double.init)
        }
        let within = try #require(value("within", of: "学风自评", "2024-2025"))
        let composition = try #require(value("composition", of: "学风自评", "2024-2025"))
        let difference = try #require(value("difference", of: "学风自评", "2024-2025"))
        #expect(abs(within + composition - difference) < 1e-9)
        // Two units that stand together in 2025 are told apart in 2026: the same people are not told in both years.
        #expect(value("within", of: "学风自评", "2025-2026") == nil)
    }

    @Test(arguments: [
        (["--lang", "zh"], ["[得分]", "[信度（成对计算）]", "[处室得分]", "[效度", "[按名册人数加权]", "▲▼"]),
        (
            ["--lang", "en"],
            ["[Scores]", "[Reliability", "[Scores of the units]", "[Validity", "[Weighted to the roster]"]
        ),
    ])
    func `tables have every part under its caption`(language: [String], captions: [String]) throws {
        let table = try Program.run(["score"] + Program.lastYear + language)
        #expect(table.status == 0, "\(table.messages)")
        for caption in captions { #expect(table.output.contains(caption), "\(caption)") }
    }

    @Test(arguments: ["信度", "reliability", "信度,走势", "信度、trends"])
    func `parts are asked for by their names in either language`(list: String) throws {
        let table = try Program.run(["score"] + Program.lastYear + ["--lang", "zh", "--part", list]).output
        #expect(table.contains("[信度（成对计算）]") && !table.contains("[得分]"))
        #expect(table.contains("[历年走势") == (list.count > 2 && list != "reliability"))
    }

    @Test func `a part that is not there is named with the nearest one`() throws {
        let outcome = try Program.run(["score"] + Program.lastYear + ["--lang", "zh", "--part", "得粉"])
        #expect(outcome.status == 1 && outcome.output.isEmpty)
        #expect(outcome.messages.hasPrefix("错误：没有“得粉”这一部分；您是不是想写“得分”？"))
    }

    @Test func `a part without lines says why`() throws {
        let table = try Program.run(["score"] + Program.lastYear + ["--lang", "zh", "--part", "变化,去掉后"]).output
        #expect(table.contains("没有：只有一年") && table.contains("没有：没有人有两个以上迹象"))
    }

    @Test func `CSV in a file is for Excel, and no other kind of file is overwritten`() throws {
        let scratch = try Scratch()
        let book = try scratch.file("roster.xlsx", "a workbook")
        let refused = try Program.run(["score"] + Program.lastYear + ["--format", "csv", "-o", book])
        #expect(refused.status == 64)
        #expect(try String(contentsOfFile: book, encoding: .utf8) == "a workbook")
        let path = scratch.path("scores.csv")
        let written = try Program.run(["score"] + Program.lastYear + ["--format", "csv", "--part", "得分", "-o", path])
        #expect(written.status == 0, "\(written.messages)")
        let bytes = try Data(contentsOf: URL(filePath: path))
        #expect(bytes.prefix(3) == Data([0xEF, 0xBB, 0xBF]) && bytes.contains(0x0D))
    }

    @Test func `nothing of an agreement of fewer than ten is told`() throws {
        let csv = try Program.run(["score"] + Program.threeYears + ["--format", "csv", "--part", "agreement"])
        for line in try lines(csv.output) {
            guard let n = line["n"].flatMap(Int.init) else { continue }
            #expect(n >= 10, "\(line)")
        }
    }

    @Test func `a part alone is printed alone`() throws {
        let table = try Program.run(["score"] + Program.lastYear + ["--lang", "zh", "--part", "reliability"]).output
        #expect(table.contains("[信度（成对计算）]") && !table.contains("[得分]") && !table.contains("[题项]"))
    }

    /// Han characters are two columns wide: every line of a block ends where the others end, or before.
    @Test func `columns are aligned by display width`() throws {
        let table = try Program.run(["score"] + Program.lastYear + ["--lang", "zh", "--part", "competences"]).output
        let block = table.split(separator: "\n").filter { $0.hasPrefix("NL") || $0.hasPrefix("能力  ") }
        #expect(block.count == 10)
        func width(_ text: Substring) -> Int { text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) } }
        func end(of word: String, in line: Substring) -> Int? {
            line.range(of: word).map { width(line[..<$0.upperBound]) }
        }
        let heading = try #require(end(of: "要求", in: block[0]))
        for line in block.dropFirst() {
            let required = line.split(separator: " ", omittingEmptySubsequences: true)
            let number = try #require(required.dropFirst(3).first)
            #expect(end(of: "  " + number, in: line) == heading)
        }
    }
}

@Suite struct Explanations {
    @Test(arguments: ["学风自评", "能力差距", "学风", "学习型机关建设指数", "Study style, self"])
    func `end in the number that the table prints`(dimension: String) throws {
        let told = try Program.run(["score"] + Program.lastYear + ["--lang", "zh", "--explain", dimension])
        #expect(told.status == 0, "\(told.messages)")
        let name = dimension == "Study style, self" ? "学风自评" : dimension
        let table = try Program.run(["score"] + Program.lastYear + ["--lang", "zh", "--part", "scores"]).output
        let line = try #require(
            table.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }.first {
                $0.count > 4 && $0[1] == name
            })
        #expect(told.output.contains(line[2]), "score \(line[2])")
        #expect(told.output.contains("\(line[3])…\(line[4])"), "interval")
    }

    @Test func `of nothing are refused with the nearest name`() throws {
        let told = try Program.run(["score"] + Program.lastYear + ["--lang", "zh", "--explain", "学风自平"])
        #expect(told.status == 1)
        #expect(told.messages.contains("您是不是想写“学风自评”？"))
    }

    @Test func `say nothing of fewer than ten people`() throws {
        let scratch = try Scratch()
        var table = try SeedTable()
        table.rows = Array(table.rows.prefix(9))
        let path = try scratch.file("few.csv", table.text)
        let told = try Program.run(
            "score", "--survey", "surveys/learning-organ-2026.zicha", "--responses", path, "--explain", "学风自评")
        #expect(!told.output.contains("÷"))
    }
}
