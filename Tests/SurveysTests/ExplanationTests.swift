import Foundation
import Surveys
import Testing

/// Whoever meets a code can read why it exists, and every example is true.
@Suite struct ExplanationTests {
    @Test func everyCodeHasOneExplanationAndEveryExplanationACode() throws {
        let codes = Explanation.all.map(\.code)
        #expect(Set(codes).count == codes.count)
        #expect(try Repository.reportedCodes().symmetricDifference(codes) == [])
    }

    @Test(arguments: Explanation.all) func theWrongExampleEarnsThisCodeAndNoOther(_ explanation: Explanation) throws {
        #expect(try codes(explanation.wrong, of: explanation) == [explanation.code])
    }

    @Test(arguments: Explanation.all) func theRightExampleEarnsNone(_ explanation: Explanation) throws {
        #expect(try codes(explanation.right, of: explanation) == [])
    }

    @Test(arguments: Explanation.all) func everySentenceStandsInBothLanguages(_ explanation: Explanation) {
        let (title, why) = (explanation.title, explanation.why)
        #expect(title.chinese.contains(where: isHan) && !title.english.contains(where: isHan))
        #expect(!title.chinese.hasSuffix("。") && !title.english.hasSuffix("."))
        #expect(why.chinese.hasSuffix("。") && why.english.hasSuffix("."))
        #expect(!why.chinese.contains("\n") && !why.english.contains("\n"))
        #expect(!why.english.contains(where: isHan))
        // Said as to a colleague: not in a breath, and not a lecture.
        #expect((2...4).contains(why.chinese.filter { $0 == "。" }.count))
        #expect((2...4).contains(why.english.matches(of: /[.](?= [A-Z`]|$)/).count), "\(why.english)")
    }

    @Test(arguments: Explanation.all) func bothReadersAreToldTheSame(_ explanation: Explanation) throws {
        for language in ReaderLanguage.allCases {
            let text = explanation.rendered(language)
            #expect(text.hasPrefix("\(explanation.code) \(explanation.title.text(in: language))\n"))
            let why = explanation.why.text(in: language)
            let shown = text.components(separatedBy: "\n\n")[1].split(separator: "\n").map(String.init)
            #expect(shown.joined().filter { $0 != " " } == why.filter { $0 != " " })
            #expect(shown.allSatisfy { DisplayWidth.of($0) <= 80 })
            #expect(!shown.contains { "，。；：”）,.".contains($0.prefix(1)) || "“（".contains($0.suffix(1)) })
            // A word of either language is whole on its line.
            #expect(language == .chinese || shown.joined(separator: " ") == why)
            for line in explanation.wrong.text.split(separator: "\n") + explanation.right.text.split(separator: "\n") {
                #expect(text.contains("\n    \(line)\n"))
            }
        }
    }

    @Test func whatCheckSaysOfTheWrongExampleStandsBelowIt() throws {
        let explanation = try #require(Explanation.named("Z013"))
        #expect(explanation.rendered(.chinese).contains("\n错误 Z013：不认识的题型“单选提”（第 2 行第 11 字）\n"))
        #expect(explanation.rendered(.english).contains("\nerror Z013: unknown question type \"单选提\" (2:11)\n"))
    }

    @Test(arguments: ["Z013", "z013", "z13", "13", "013", "Ｚ０１３"])
    func aCodeIsUnderstoodAsItIsTyped(_ typed: String) {
        #expect(Explanation.named(typed)?.code == "Z013")
    }

    @Test(arguments: ["Z913", "", "Z", "Z-13", "-13", "单选", "Z13a", "99999999999999999999", "Z001 Z002"])
    func whatIsNoCodeHasNoExplanation(_ typed: String) {
        #expect(Explanation.named(typed) == nil)
    }

    @Test(arguments: [
        // A digit wrong, two swapped, or the next in number.
        ("Z513", ["Z013"]), ("301", ["Z001", "Z031"]), ("z19", ["Z020", "Z017"]), ("Z000", ["Z001", "Z002"]),
        ("777777", [Explanation.all.last?.code ?? ""]), ("单选", []), ("", []),
    ])
    func anUnknownCodeIsAnsweredByTheNearest(_ typed: String, _ nearest: [String]) {
        let found = Explanation.nearest(to: typed).map(\.code)
        #expect(Array(found.prefix(nearest.count)) == nearest && found.count <= 3 && found.isEmpty == nearest.isEmpty)
    }

    @Test func theListHoldsEveryCodeOnce() {
        for language in ReaderLanguage.allCases {
            let listing = ExplanationTheme.listing(language)
            for explanation in Explanation.all {
                let line = "\n  \(explanation.code)  \(explanation.title.text(in: language))\n"
                #expect(listing.components(separatedBy: line).count == 2)
            }
            for theme in ExplanationTheme.all {
                #expect(("\n\n" + listing).contains("\n\n\(theme.name.text(in: language))\n"))
            }
        }
    }

    /// ZICHA_RECORD=1 writes the page anew, and fails on purpose.
    @Test func theReferencePageIsOnRecord() throws {
        let name = "docs/diagnostics.md"
        if ProcessInfo.processInfo.environment["ZICHA_RECORD"] == "1" {
            try Repository.write(ExplanationTheme.page, to: name)
            Issue.record("recorded \(name): read every line of the difference")
        }
        #expect(try Repository.text(name) == ExplanationTheme.page)
    }

    /// What check says; that a small example measures nothing is the point of Z106 only.
    private func codes(_ example: Explanation.Example, of explanation: Explanation) throws -> [String] {
        let reading =
            explanation.previous == nil ? try Survey.read(bytes: bytes(example)) : explanation.reading(of: example)
        return reading.diagnostics.map(\.code).filter { $0 != "Z106" || explanation.code == "Z106" }
    }

    private func bytes(_ example: Explanation.Example) throws -> [UInt8] {
        switch example.encoding {
        case .utf8: Array(example.text.utf8)
        case .utf16: [0xFF, 0xFE] + example.text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .gb18030: throw Unwritable()
        }
    }

    private struct Unwritable: Error {}

    private func isHan(_ character: Character) -> Bool {
        character.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    }
}
