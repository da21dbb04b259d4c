import Surveys
import Testing

/// Whatever a desktop wrote, it is the same text.
@Suite struct EncodingTests {
    private static let text = "# 自查\n语言：zh\nA1. 𠮷问 [文本]"

    private func codes(_ bytes: [UInt8]) throws -> [String] {
        let reading = try Survey.read(bytes: bytes)
        #expect(reading.survey == Survey.read(Self.text).survey)
        return remarks(on: reading)
    }

    /// That the text measures nothing is not the point.
    private func remarks(on reading: SurveyReading) -> [String] {
        reading.diagnostics.map(\.code).filter { $0 != "Z106" }
    }

    @Test func utf8WithAndWithoutAMark() throws {
        #expect(try codes(Array(Self.text.utf8)) == [])
        #expect(try codes([0xEF, 0xBB, 0xBF] + Array(Self.text.utf8)) == [])
    }

    @Test func lineEndsOfEveryDesktop() throws {
        #expect(try codes(Array(Self.text.replacing("\n", with: "\r\n").utf8)) == [])
        #expect(try codes(Array(Self.text.replacing("\n", with: "\r").utf8)) == [])
    }

    @Test func utf16FromNotepad() throws {
        let units = Array(Self.text.utf16)
        #expect(try codes([0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == ["Z003"])
        #expect(try codes([0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }) == ["Z003"])
    }

    @Test func gb18030WithItsCharactersOfOneTwoAndFourBytes() throws {
        let bytes: [UInt8] =
            [0x23, 0x20, 0xD7, 0xD4, 0xB2, 0xE9, 0x0A, 0xD3, 0xEF, 0xD1, 0xD4, 0xA3, 0xBA, 0x7A, 0x68, 0x0A]
            + [0x41, 0x31, 0x2E, 0x20, 0x95, 0x32, 0xB7, 0x36, 0xCE, 0xCA, 0x20, 0x5B, 0xCE, 0xC4, 0xB1, 0xBE, 0x5D]
        let reading = try Survey.read(bytes: bytes)
        #expect(remarks(on: reading) == ["Z003"])
        #expect(reading.survey.title.main == "自查" && reading.survey.questions.first?.text.main.last == "问")
        #expect(reading.survey.questions.first?.text.main.count == 2)
    }

    @Test(
        arguments: [
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00], [0x23, 0x20, 0xFF, 0xFF], [0xFF, 0xFE, 0x41],
            [0xFF, 0xFE, 0x00, 0x00],
            [0xFF, 0xFE, 0x00, 0xD8], [0x23, 0x00],
        ] as [[UInt8]])
    func whatIsNoTextIsRefused(_ bytes: [UInt8]) {
        #expect(throws: SurveyError.self) { try Survey.read(bytes: bytes) }
    }
}
