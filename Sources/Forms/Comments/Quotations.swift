import Surveys

/// Finds words of people in what somebody wrote about them.
///
/// Letters and digits are compared, one after another: spaces, punctuation, width and case hide nothing. A Han
/// character counts as two units of width, a Latin letter as one, so that both languages are measured by about the same
/// amount of words.
struct Quotations {
    private let answers: Set<[Character]>

    init(of texts: [String]) {
        answers = Set(texts.map(Self.bare)).subtracting([[]])
    }

    /// Twelve Han characters in succession, or six where they are all that somebody wrote.
    private static let longestRun = 24
    private static let longestAnswer = 12

    /// For each text whether it quotes an answer.
    ///
    /// - Parameter wholeCounts: also a whole answer of any length, when the text is nothing but that.
    func quoted(in texts: [String], wholeCounts: Bool) -> [Bool] {
        let texts = texts.map(Self.bare)
        var runs: [ArraySlice<Character>: [Int]] = [:]
        for (index, text) in texts.enumerated() {
            for start in text.indices {
                guard let run = Self.run(of: text, from: start) else { break }
                runs[run, default: []].append(index)
            }
        }
        var found = Array(repeating: false, count: texts.count)
        for answer in answers {
            for start in answer.indices {
                guard let run = Self.run(of: answer, from: start) else { break }
                for index in runs[run] ?? [] { found[index] = true }
            }
        }
        for (index, text) in texts.enumerated() where !found[index] {
            found[index] = wholeCounts && answers.contains(text) || holdsAnswer(text)
        }
        return found
    }

    /// Whether all that somebody wrote stands in a text; longer answers are found by their runs.
    private func holdsAnswer(_ text: [Character]) -> Bool {
        text.indices.contains { start in
            var width = 0
            for end in start..<text.count {
                width += Self.width(of: text[end])
                if width >= Self.longestRun { break }
                if width >= Self.longestAnswer, answers.contains(Array(text[start...end])) { return true }
            }
            return false
        }
    }

    /// The fewest characters from here on that are a quotation.
    private static func run(of text: [Character], from start: Int) -> ArraySlice<Character>? {
        var width = 0
        for end in start..<text.count {
            width += Self.width(of: text[end])
            if width >= longestRun { return text[start...end] }
        }
        return nil
    }

    private static func width(of character: Character) -> Int {
        character.isASCII && character.isLetter ? 1 : 2
    }

    /// The letters and digits of a text, half-width and in lower case.
    static func bare(_ text: String) -> [Character] {
        let visible = text.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }.map { scalar in
            ("\u{FF01}"..."\u{FF5E}").contains(scalar) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
        }
        return String(String.UnicodeScalarView(visible)).lowercased().filter { $0.isLetter || $0.isNumber }.map(\.self)
    }
}
