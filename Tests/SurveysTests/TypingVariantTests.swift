import Surveys
import TestSupport
import Testing

/// However a survey is typed, by whatever input method and with whatever blanks, it is the same survey.
@Suite struct TypingVariantTests {
    /// The short ones: what 3,000 variants show, they show of any survey.
    private static let names = [
        "surveys/client-rating-2026.zicha", "surveys/democratic-ballot-2026.zicha", "surveys/unit-check-2026.zicha",
        "Tests/Fixtures/every-piece.zicha",
    ]

    @Test(arguments: names) func aVariantOfTheTypingIsTheSameSurvey(_ name: String) throws {
        let text = try Repository.text(name)
        let original = Survey.read(text)
        let remarks = original.diagnostics.map(\.code)
        var typist = VariantTypist(text, sparing: original.textZones, seed: 2026)
        for number in 0..<Self.perSurvey {
            let variant = typist.variant()
            let reading = Survey.read(variant.text)
            guard reading.survey != original.survey || reading.diagnostics.map(\.code) != remarks else { continue }
            let remark = reading.diagnostics.first
            let line = remark.map { reading.source.position(of: $0.range.lowerBound).line } ?? 0
            Issue.record(
                "variant \(number), \(variant.habits), line \(line): \(remark?.title.chinese ?? "another survey")")
            return
        }
    }

    /// 3,000 in all, and a few more.
    private static let perSurvey = 3_000 / max(1, names.count) + 1
}

/// Types a text anew: other marks and other blanks, the same words.
private struct VariantTypist {
    /// Each line's characters, and whether the machine reads them.
    private let lines: [[(character: Character, isMachine: Bool)]]
    private var random: SplitMix64

    init(_ text: String, sparing zones: [Range<Int>], seed: UInt64) {
        var lines: [[(character: Character, isMachine: Bool)]] = [[]]
        var offset = 0
        var next = zones[...]
        for character in text {
            while let zone = next.first, zone.upperBound <= offset { next.removeFirst() }
            if character == "\n" {
                lines.append([])
            } else {
                lines[lines.count - 1].append((character, !(next.first?.contains(offset) ?? false)))
            }
            offset += character.utf8.count
        }
        self.lines = lines
        random = SplitMix64(seed: seed)
    }

    private static let twins: [Character: [Character]] = [
        ":": ["："], "：": [":"], ".": ["．", "。"], "[": ["【", "［"], "]": ["】", "］"], "(": ["（"], ")": ["）"], "（": ["("],
        "）": [")"], "~": ["～", "〜"], "-": ["－", "—", "–", "−"], "=": ["＝"], "|": ["｜"], "#": ["＃"], "%": ["％"],
        "×": ["*", "＊"], "、": ["，", ",", "；"],
    ]

    private static let blanks: [Character] = ["\t", "\u{3000}", "\u{00A0}", " "]

    mutating func variant() -> (text: String, habits: [String]) {
        let habits = ["marks", "digits", "blanks", "indentation", "trailing", "blank lines"].filter { _ in
            Bool.random(using: &random)
        }
        let lineEnd = ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
        var out = Bool.random(using: &random) ? "\u{FEFF}" : ""
        for line in lines {
            if habits.contains("indentation") { out += padding() }
            for (character, isMachine) in line {
                guard isMachine, Bool.random(using: &random) else {
                    out.append(character)
                    continue
                }
                out += typed(character, habits)
            }
            if habits.contains("trailing"), !line.isEmpty { out += padding() }
            out += lineEnd
            if habits.contains("blank lines"), Bool.random(using: &random) { out += padding() + lineEnd }
        }
        return (out, habits + [lineEnd.debugDescription])
    }

    private mutating func padding() -> String {
        String(
            (0..<Int.random(in: 0...3, using: &random)).compactMap { _ in Self.blanks.randomElement(using: &random) })
    }

    private mutating func typed(_ character: Character, _ habits: [String]) -> String {
        if habits.contains("marks"), character == "≥" || character == "≤" || character == "≠" {
            let signs = character == "≥" ? [">=", "＞＝"] : character == "≤" ? ["<=", "＜＝"] : ["!=", "<>", "！＝"]
            return signs.randomElement(using: &random) ?? String(character)
        }
        if habits.contains("marks"), let twin = Self.twins[character]?.randomElement(using: &random) {
            return String(twin)
        }
        if habits.contains("digits"), character.isASCII, character.isLetter || character.isNumber,
            let scalar = character.unicodeScalars.first, let wide = Unicode.Scalar(scalar.value + 0xFEE0)
        {
            return String(Character(wide))
        }
        if habits.contains("blanks"), character == " " {
            return String(Self.blanks.randomElement(using: &random) ?? " ")
        }
        return String(character)
    }
}
