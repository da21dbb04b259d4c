import Forms
import Surveys
import TestSupport
import Testing

/// Files that somebody opened, edited and saved again, at random.
@Suite struct DamagedExports {
    /// What people, spreadsheets and attackers put into cells.
    private static let cells = [
        "", " ", "0", "1", "-3", "999999999999999999999", "1e308", "NaN", "是", "(跳过)", "┋", "→→", ",,,", "〖〗", "其他〖",
        "=1+1", "\u{FEFF}", "\u{202E}abc", "😀", "46022", "2026-02-30", "A99999", "SQ001", "{\"ImportId\":\"QID1\"}",
        "_x0041_", "第1题", "1、", "[", "]]", "第", "(", "）", "\r\n", "é́́́", String(repeating: "自学,", count: 3000),
    ]

    /// Every row is taken, empty, or a trial, or the file is refused with a sentence; nothing else happens.
    @Test(arguments: RoundTripsThroughOtherTools.Way.allCases)
    func areReadRowByRowOrRefused(way: RoundTripsThroughOtherTools.Way) throws {
        let survey = try everyType()
        var refused = 0
        for seed in 0..<60 as Range<UInt64> {
            var chance = SplitMix64(seed: seed)
            var lines = way.lines(ExportRendering(survey, try randomResponses(to: survey, count: 6, seed: seed)))
            for _ in 0..<Int.random(in: 1...12, using: &chance) { harm(&lines, &chance) }
            do {
                let read = try ResponseExport.read(bytes: ExportFile(lines: lines).bytes(.csv), survey: survey)
                let report = read.report
                #expect(report.accepted == read.responses.count)
                #expect(report.accepted + report.blankRows + report.trialRows == report.rows, "seed \(seed)")
                #expect(read.responses.allSatisfy { $0.answers.count == survey.variables.count })
                #expect(read.content.rejectedColumns.reduce(0) { $0 + $1.count } == read.content.rejects.count)
                #expect(report.lines.allSatisfy { !$0.chinese.isEmpty && !$0.english.isEmpty })
            } catch let error as FormError {
                #expect(!error.wording.chinese.isEmpty && !error.wording.english.isEmpty)
                refused += 1
            }
        }
        // A harmed cell or heading spoils itself and not the file.
        #expect(refused < 30)
    }

    private func harm(_ lines: inout [[String]], _ chance: inout SplitMix64) {
        let row = Int.random(in: lines.indices, using: &chance)
        let column = Int.random(in: lines[0].indices, using: &chance)
        switch Int.random(in: 0..<6, using: &chance) {
        case 0: for index in lines.indices { lines[index].remove(at: column) }
        case 1: for index in lines.indices { lines[index].append(lines[index][column]) }
        case 2: lines[0].swapAt(column, Int.random(in: lines[0].indices, using: &chance))
        case 3 where row > 0: lines.insert(lines[row], at: lines.count)
        default: lines[row][column] = Self.cells.randomElement(using: &chance) ?? ""
        }
    }
}
