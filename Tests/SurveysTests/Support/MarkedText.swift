import Surveys
import Testing

/// A survey text as its author wrote it, with 1️⃣ 2️⃣ … where remarks are expected.
struct MarkedText {
    var text = ""
    /// UTF-8 offsets of the marks, in the order of the text.
    var places: [Int] = []

    init(_ marked: String) {
        for character in marked {
            if "1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣".contains(character), character.unicodeScalars.count == 3 {
                places.append(text.utf8.count)
            } else {
                text.append(character)
            }
        }
    }
}

/// One text and the remarks that it earns, no more and no fewer.
struct Remarked: Sendable, CustomTestStringConvertible {
    var codes: [String]
    var text: String

    /// - Parameter text: without a title it stands below one, in a survey of one language.
    init(_ codes: String, _ text: String) {
        self.codes = codes.split(separator: " ").map(String.init)
        var text = text.contains("# ") || codes.contains("Z020") ? text : "# 自查\n语言：zh\n\(text)"
        // A survey without a question has a remark of its own; this stem has no words to translate.
        if !text.contains("["), !codes.contains("Z060") { text += "\nQ9. …… [文本]" }
        self.text = text
    }

    var testDescription: String { "\(codes.joined(separator: " ")): \(text)" }

    func check(sourceLocation: SourceLocation = #_sourceLocation) {
        let marked = MarkedText(text)
        let reading = Survey.read(marked.text)
        // Few of these texts measure anything; where that is not the point, nobody says so.
        let found = reading.diagnostics.filter { $0.code != "Z106" || codes.contains("Z106") }
        #expect(found.map(\.code) == codes, "\(found.map(\.title.chinese))", sourceLocation: sourceLocation)
        #expect(
            found.map { reading.source.text.characterOffset(of: $0.range.lowerBound) }
                == marked.places.map { reading.source.text.characterOffset(of: $0) },
            "\(found.map { "\($0.code) \(reading.source.position(of: $0.range.lowerBound))" })",
            sourceLocation: sourceLocation)
        for remark in found {
            #expect(!remark.title.chinese.isEmpty && !remark.title.english.isEmpty, sourceLocation: sourceLocation)
        }
    }
}

extension String {
    fileprivate func characterOffset(of offset: Int) -> Int {
        distance(from: startIndex, to: utf8.index(utf8.startIndex, offsetBy: offset))
    }
}

/// Reads a text that must be free of remarks, but for the hint that it measures nothing.
func readClean(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) -> Survey {
    let reading = Survey.read(text)
    let remarks = reading.diagnostics.filter { $0.code != "Z106" }.map {
        "\($0.code) \(reading.source.position(of: $0.range.lowerBound).line) \($0.title.chinese)"
    }
    #expect(remarks == [], sourceLocation: sourceLocation)
    return reading.survey
}

/// The question types of a survey that consists of one bracket.
func kind(_ bracket: String, sourceLocation: SourceLocation = #_sourceLocation) -> Question.Kind? {
    let items = "\n- a = 甲\n- b = 乙\n- c = 丙"
    let takesItems = ["单选", "多选", "排序", "single", "multi", "rank"].contains { bracket.contains($0) } || bracket == "下拉"
    let rest = takesItems ? items : ""
    let text = "# 自查\n语言：zh\n量表：五级\n- 1 = 低\n- 2 = 高\nA1. 问 [\(bracket)]\(rest)\nA2. 问 [量表题 五级]"
    return readClean(text, sourceLocation: sourceLocation).questions.first?.kind
}
