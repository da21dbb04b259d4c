import Foundation
import Statistics
import Synchronization
import Testing

/// A file that is there while a test runs.
@discardableResult
private func withFile<Result>(_ bytes: [UInt8], _ body: (String) throws -> Result) throws -> Result {
    let url = FileManager.default.temporaryDirectory.appending(path: "responses-\(UUID().uuidString).csv")
    try Data(bytes).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    return try body(url.path)
}

@discardableResult
private func withFile<Result>(_ text: String, _ body: (String) throws -> Result) throws -> Result {
    try withFile(Array(text.utf8), body)
}

private let everything = ResponseFile(
    columns: RandomFile.columns, groups: ["department", "place"], round: "year", person: "who")

private let two = ResponseFile(columns: [.init("a", codes: 1...5), .init("b", codes: 1...5)])
private let items = TallyPlan(items: [.init(column: 0, low: 1, high: 5), .init(column: 1, low: 1, high: 5)])

@Suite struct ResponseFileTests {
    /// The model of the file says what is to come out; threads, pieces and buffers of any size do not change it.
    @Test(arguments: 0..<16 as Range<UInt64>)
    func countsWhatTheFileSays(seed: UInt64) throws {
        var random = RandomCount(seed: seed, columns: RandomFile.columns.count)
        let plan = random.plan()
        let file = RandomFile(seed: seed, rows: random.pick(0...60))
        let expected = file.expected(by: plan)
        try withFile(file.bytes) { path in
            let whole = try everything.counting(path, by: plan)
            #expect(whole == expected)
            for (threads, pieces, room) in [(1, 300, 64), (2, 197, 16), (3, 1000, 4096)] {
                let found = try everything.counting(path, by: plan, threads: threads, pieces: pieces, room: room)
                #expect(found == expected, "\(threads) threads, pieces of \(pieces), room \(room)")
            }
        }
    }

    @Test func bordersMayLieAnywhere() throws {
        let file = RandomFile(seed: 5, rows: 12)
        var random = RandomCount(seed: 5, columns: RandomFile.columns.count)
        let plan = random.plan()
        let expected = file.expected(by: plan)
        try withFile(file.bytes) { path in
            for size in 200...240 {
                let found = try everything.counting(path, by: plan, threads: 2, pieces: size, room: 16)
                #expect(found == expected, "pieces of \(size)")
            }
        }
    }

    /// More groups than blocks are kept for, and more rows than a block has.
    @Test(arguments: [1, 3000])
    func countsFewAndManyGroups(groups: Int) throws {
        var text = "g;a;b\n"
        var columns: [[Int32]] = [[], []]
        var members: [Int32] = []
        var random = RandomCount(seed: 9)
        for row in 0..<6000 {
            let (a, b) = (random.pick(1...5), random.pick(1...5))
            text += "\(1000 + row % groups);\(a);\(b)\n"
            columns[0].append(Int32(a))
            columns[1].append(Int32(b))
            members.append(Int32(row % groups))
        }
        let table = ResponseTable(columns: columns, groups: members, groupCount: groups)
        let grouped = ResponseFile(columns: two.columns, groups: ["g"])
        let found = try withFile(text) { try grouped.counting($0, by: items, threads: 2, pieces: 9000, room: 999) }
        #expect(found.rounds[0].tallies == Tally.counting(table, by: items))
    }

    @Test func aReaderIsAskedOnceForEachTextWhateverTheThreads() throws {
        let asked = Mutex<[String: Int]>([:])
        let column = ResponseFile.Column("a", codes: 1...5) { text in
            asked.withLock { $0[text, default: 0] += 1 }
            return text == "很好" ? 5 : text == "5" ? 4 : text == "out" ? 77 : nil
        }
        let text = "a,b\n" + String(repeating: "很好,1\n5,1\nout,1\n?,1\n,1\n", count: 500)
        let file = ResponseFile(columns: [column, two.columns[1]])
        let found = try withFile(text) { try file.counting($0, by: items, threads: 3, pieces: 512, room: 64) }
        #expect(found.rounds[0].tallies[0].items[0].counts == [0, 0, 0, 500, 500])
        #expect(found.rejected == [1000, 0])
        #expect(found.places.first == .init(line: 4, column: "a"))
        #expect(found.places.count == CountedResponses.placeLimit)
        asked.withLock { #expect($0 == ["很好": 1, "5": 1, "out": 1, "?": 1]) }
    }

    @Test(
        arguments: [
            ("a,b\n1,2\n3\n4,5\n", .raggedRow(line: 3, cells: 1, columns: 2)),
            ("a,b\n1,2\n\"x\ny\",2\n3,4,5\n", .raggedRow(line: 5, cells: 3, columns: 2)),
            ("a,b\n1,2\n1,\"2\n3,4\n", .unclosedQuote(line: 3)),
            ("a,b\n1,\"2\" 3\n", .textAfterQuote(line: 2)),
            ("a,c\n1,2\n", .missingColumn(name: "b")),
            ("a,b,a\n1,2,3\n", .doubledColumn(name: "a")),
            ("\"a,b\n1,2\n", .unclosedQuote(line: 1)),
        ] as [(String, ResponseFileError)])
    func whatIsNoTableIsRefusedWithItsLine(text: String, error: ResponseFileError) throws {
        try withFile(text) { path in
            #expect(throws: error) { try two.counting(path, by: items) }
            for pieces in 1...9 {
                #expect(throws: error) { try two.counting(path, by: items, threads: 2, pieces: pieces, room: 16) }
            }
        }
    }

    @Test func filesThatCannotBeReadAreRefused() throws {
        #expect(throws: ResponseFileError.unreadable(path: "/nowhere/at/all.csv", code: ENOENT)) {
            try two.counting("/nowhere/at/all.csv", by: items)
        }
        #expect(throws: ResponseFileError.unreadable(path: "/", code: EISDIR)) { try two.counting("/", by: items) }
        for text in ["", "\n\n"] {
            try withFile(text) { path in
                #expect(throws: ResponseFileError.empty(path: path)) { try two.counting(path, by: items) }
            }
        }
        try withFile([0xFF, 0xFE, 0x61, 0]) { path in
            #expect(throws: ResponseFileError.notUTF8(path: path)) { try two.counting(path, by: items) }
        }
    }

    /// The reader itself cuts the file short, in the midst of the counting.
    @Test func aFileThatShrinksIsRefused() throws {
        let text =
            "a,b\n" + String(repeating: "1,2\n", count: 100_000) + "x,1\n" + String(repeating: "1,2\n", count: 100_000)
        try withFile(text) { path in
            let shrinking = ResponseFile.Column("a", codes: 1...5) { text in
                // Safe: the string is only read during the call.
                if text == "x" { _ = unsafe truncate(path, 5) }
                return Int32(text)
            }
            let file = ResponseFile(columns: [shrinking, two.columns[1]])
            #expect(throws: ResponseFileError.changed(path: path)) {
                try file.counting(path, by: items, threads: 1, pieces: nil, room: 4096)
            }
        }
    }

    @Test func anEmptyTableHasNoGroups() throws {
        let found = try withFile("a,b") { try two.counting($0, by: items) }
        #expect(found.responses == 0 && found.groups.isEmpty && found.rounds.isEmpty)
        let stated = ResponseFile(
            columns: two.columns, groups: ["g"], groupOrder: [["z"], ["y"]], round: "r", roundOrder: ["2", "1"])
        let counted = try withFile("g,r,a,b\nx,1,1,1\ny,3,1,1\n") { try stated.counting($0, by: items) }
        #expect(counted.groups == [["z"], ["y"], ["x"]])
        #expect(counted.rounds.map(\.name) == ["2", "1", "3"])
        #expect(counted.rounds[1].tallies.map(\.responses) == [0, 0, 1])
        #expect(counted.grouped(round: 2).groups == ["z", "y", "x"])
    }

    @Test func sumsThatCouldLeave64BitsAreRefused() throws {
        let plan = TallyPlan(scales: [
            .init(terms: [.points(column: 0, low: 1, points: [1 << 31], weight: 2)], minimumAnswered: 1)
        ])
        try withFile("a,b\n1,1\n") { path in
            #expect(throws: ResponseFileError.counting(.sumsTooLarge(responses: 1, limit: 0))) {
                try two.counting(path, by: plan)
            }
        }
    }

    @Test func noErrorTellsWhatStandsInACell() throws {
        try withFile("a,b\n1,\"secret\" secret\n") { path in
            let error = #expect(throws: ResponseFileError.self) { try two.counting(path, by: items) }
            #expect(error.map { !"\($0)".contains("secret") } ?? false)
        }
    }
}
