import Forms
import Surveys
import Testing

private func table(_ text: String) throws -> CSVTable { try CSVTable(text: text) }

private func message(_ text: String) -> String {
    #expect(throws: FormError.self) { try CSVTable(text: text) }?.wording.english ?? ""
}

@Suite struct CSVTableReading {
    @Test(arguments: [",", ";", "\t"])
    func theSeparatorIsFoundInTheHeader(separator: String) throws {
        let read = try table("甲\(separator)乙\n1\(separator)2\n")
        #expect(read.header == ["甲", "乙"])
        #expect(read.rows.map(\.cells) == [["1", "2"]])
    }

    @Test func otherCandidatesInsideQuotesAndCellsAreNoSeparators() throws {
        let read = try table("\"a,b,c,\"\"d,e\";x\n\"1,2\";3\n")
        #expect(read.header == ["a,b,c,\"d,e", "x"])
        #expect(read.rows.map(\.cells) == [["1,2", "3"]])
        #expect(try table("5\" disk;a,b;c\n1;2;3\n").header == ["5\" disk", "a,b", "c"])
        #expect(try table("in \"A;b,c;d\n1;2;3\n").header == ["in \"A", "b,c", "d"])
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func everyNewlineEndsALine(newline: String) throws {
        let read = try table(["a,b", "1,2", "3,4"].joined(separator: newline) + newline)
        #expect(read.rows.map(\.cells) == [["1", "2"], ["3", "4"]])
        #expect(read.rows.map(\.number) == [2, 3])
    }

    @Test func theLastLineNeedsNoNewline() throws {
        #expect(try table("a,b\n1,2").rows.map(\.cells) == [["1", "2"]])
        #expect(try table("a,b\n1,").rows.map(\.cells) == [["1", ""]])
    }

    @Test func byteOrderMarksAreNoPartOfTheFirstHeading() throws {
        #expect(try CSVTable(bytes: [0xEF, 0xBB, 0xBF] + Array("\"a\",b\n1,2\n".utf8)).header == ["a", "b"])
        #expect(try table("\u{FEFF}\u{FEFF}\"a\",b\n1,2\n").header == ["a", "b"])
    }

    @Test func aFileFromAChineseDesktopIsRead() throws {
        // 处室,人数 / 办公室,3 in GB18030
        let bytes: [UInt8] = [
            0xB4, 0xA6, 0xCA, 0xD2, 0x2C, 0xC8, 0xCB, 0xCA, 0xFD, 0x0D, 0x0A,
            0xB0, 0xEC, 0xB9, 0xAB, 0xCA, 0xD2, 0x2C, 0x33, 0x0D, 0x0A,
        ]
        let read = try CSVTable(bytes: bytes)
        #expect(read.header == ["处室", "人数"])
        #expect(read.rows.map(\.cells) == [["办公室", "3"]])
    }

    @Test func blanksAroundQuotesArePaddingAndInsideThemAreNot() throws {
        let read = try table(" a , \"b\" \n 1 , \" 2 \" \n")
        #expect(read.header == ["a", "b"])
        #expect(read.rows[0].cells == [" 1 ", " 2 "])
    }

    @Test func quotesHoldSeparatorsNewlinesAndDoubledQuotes() throws {
        let read = try table("a,b\n\"第一行\n第二行\r\n第三行\",\"他说\"\"好,好\"\"\"\n5,6\n")
        #expect(read.rows[0].cells == ["第一行\n第二行\r\n第三行", "他说\"好,好\""])
        #expect(read.rows.map(\.number) == [2, 3])
    }

    @Test func linesWithNothingInThemAreNoRows() throws {
        let read = try table("\n\na,b\n\n1,2\n , \n,\n\n")
        #expect(read.header == ["a", "b"])
        #expect(read.rows == [CSVTable.Row(number: 5, cells: ["1", "2"])])
    }

    @Test(arguments: [
        ("sep=,\n", ","), ("SEP=;\r\n", ";"), ("sep=\t\r", "\t"), ("\u{FEFF}sep=|\n", "|"), ("\"sep=;\"\n", ";"),
    ])
    func excelsNoteOfTheSeparatorIsFollowedAndNoRow(note: String, separator: String) throws {
        let read = try table(
            note + ["a", "b,c;d"].joined(separator: separator).replacing("b,c;d", with: "\"b,c;d\"")
                + "\n1\(separator)2\n")
        #expect(read.header == ["a", "b,c;d"])
        #expect(read.rows == [CSVTable.Row(number: 2, cells: ["1", "2"])])
    }

    @Test func aTitleAboveTheHeaderIsNamed() throws {
        let error = #expect(throws: FormError.self) { try table("学习型机关问卷\nGW,CC\ngl,1\njs,2\n") }
        #expect(error?.wording.chinese == "第 1 行只有一格，像是标题，请删去；表头要写题目代码")
        // Rows of different lengths: a file that is broken in another way.
        #expect(message("问卷\na,b\n1\n") == "row 2 has 2 cells, the header 1; check its separators and quotes")
    }

    @Test func aHeaderAloneIsATableWithoutRows() throws {
        #expect(try table("a,b\n").rows.isEmpty)
    }

    @Test(arguments: ["", "\n\n", "\u{FEFF}", " "])
    func aFileWithoutAnythingIsRefused(text: String) {
        #expect(message(text) == "the file is empty")
    }

    @Test(arguments: [
        ("a,b\n1,\"2\n3,4\n", "row 2 is never closed"),
        ("a,b\n1,2\n\"3\" x,4\n", "a closing quotation mark in row 3"),
        ("a,b\n1,2,3\n4,5\n", "row 2 has 3 cells, the header 2; check its separators"),
        ("a,b,c\n1,2,3\n4,5", "row 3 has 2 cells, the header 3; the file may be cut off"),
        ("a,b\n\"1\n1\",2\n3\n", "row 3 has 1 cells"),
    ])
    func brokenRowsAreRefusedByTheirNumber(text: String, part: String) {
        #expect(message(text).contains(part), "\(message(text))")
    }

    @Test(arguments: [[0x50, 0x4B, 0x03, 0x04, 0x00, 0x00], [0xFF, 0xFF, 0xFF], [0x61, 0x2C, 0x81]] as [[UInt8]])
    func bytesThatAreNoTextAreRefused(bytes: [UInt8]) {
        let error = #expect(throws: FormError.self) { try CSVTable(bytes: bytes) }
        #expect(error?.wording.english.contains("not text") == true)
    }
}
