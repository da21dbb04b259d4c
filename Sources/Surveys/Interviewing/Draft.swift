extension Interview {
    /// An interview that was left, to be taken up exactly where it was.
    ///
    /// Answers go by the name of their variable and stand there as in a cell of a table. A draft is codable, and has a
    /// text form of its own, one thing a line, whose last line shows that it is whole.
    public struct Draft: Sendable, Equatable, Codable {
        public var surveyHash: String
        public var seed: UInt64
        public var language: String
        /// The code of the question on the screen; empty for the review.
        public var place: String
        /// `A3 0`: the question and the number of its check that were reminded of.
        public var reminded: [String]
        /// Only what was said, in the order of the questionnaire.
        public var answers: [Entry]

        public struct Entry: Sendable, Equatable, Codable {
            public var variable: String
            public var cell: String

            public init(variable: String, cell: String) {
                self.variable = variable
                self.cell = cell
            }
        }
    }

    public enum DraftError: Error, Sendable, Equatable {
        /// The survey was changed since, or it is another one.
        case otherSurvey
        /// No draft, or one that was cut off.
        case unreadable

        public var wording: Wording {
            switch self {
            case .otherSurvey:
                Wording(
                    "草稿是按另一份（或改动过的）问卷填的，不能接着填；请用原来的问卷，或把草稿移开重新开始",
                    "the draft belongs to another survey, or to an earlier text of it; use that one, or move the draft away and begin anew"
                )
            case .unreadable:
                Wording("草稿不完整，读不了；请把它移开重新开始", "the draft is not whole and cannot be read; move it away and begin anew")
            }
        }
    }

    /// What to keep so that the interview can go on another day.
    public var draft: Draft {
        Draft(
            surveyHash: surveyHash, seed: seed, language: language, place: current.map { questions[$0].code } ?? "",
            reminded: reminded.map { "\(questions[$0.question].code) \($0.check)" }.sorted(),
            answers: zip(variables, entries).filter { $0.1.isGiven }
                .map { Draft.Entry(variable: $0.0.name, cell: $0.1.cell) })
    }

    /// Takes up an interview that was left.
    ///
    /// An entry that the survey does not take is left out, and its question asked again.
    public init(resuming draft: Draft, of survey: Survey, surveyHash: String, roster: Roster? = nil)
        throws(DraftError)
    {
        guard draft.surveyHash == surveyHash else { throw .otherSurvey }
        self.init(survey, surveyHash: surveyHash, roster: roster, language: draft.language, seed: draft.seed)
        for entry in draft.answers {
            guard let index = logic.index(of: entry.variable),
                case .success(let answer) = readers[index].readUnfinished(entry.cell)
            else { continue }
            entries[index] = answer
        }
        let indices = Dictionary(questions.enumerated().map { ($0.element.code, $0.offset) }) { first, _ in first }
        for item in draft.reminded {
            let parts = item.split(separator: " ")
            guard parts.count == 2, let question = indices[String(parts[0])], let check = Int(parts[1]) else {
                continue
            }
            reminded.insert(Reminder(question: question, check: check))
        }
        settle()
        let steps = steps
        if draft.place.isEmpty {
            position = .review
        } else if let place = indices[draft.place] {
            position = (steps.first { $0 >= place }).map { .question($0) } ?? .review
        }
    }
}

extension Interview.Draft {
    private static let opening = "zicha-draft 1"
    private static let closing = "end"

    /// The draft as lines that `init(text:)` reads back.
    public var text: String {
        let lines =
            [Self.opening, "survey \(surveyHash)", "seed \(seed)", "language \(language)", "place \(place)"]
            + reminded.map { "reminded \($0)" } + answers.map { "answer \($0.variable) \(Self.escaped($0.cell))" }
            + [Self.closing]
        return lines.map { $0 + "\n" }.joined()
    }

    /// - Throws: `unreadable` for anything else, also for a draft that was cut off.
    public init(text: String) throws(Interview.DraftError) {
        // By bytes: to Swift a line feed behind a carriage return is one character with it.
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        guard lines.first == Self.opening, lines.count > 2, lines.suffix(2) == [Self.closing, ""] else {
            throw .unreadable
        }
        self.init(surveyHash: "", seed: 0, language: "", place: "", reminded: [], answers: [])
        for line in lines.dropFirst().dropLast(2) {
            let word = line.prefix { $0 != " " }
            let rest = line.dropFirst(word.count + 1)
            switch word {
            case "survey": surveyHash = String(rest)
            case "seed":
                guard let number = UInt64(rest) else { throw .unreadable }
                seed = number
            case "language": language = String(rest)
            case "place": place = String(rest)
            case "reminded": reminded.append(String(rest))
            case "answer":
                let name = rest.prefix { $0 != " " }
                answers.append(
                    Entry(variable: String(name), cell: Self.unescaped(rest.dropFirst(name.count + 1))))
            default: throw .unreadable
            }
        }
    }

    private static func escaped(_ cell: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in cell.unicodeScalars {
            switch scalar {
            case "\\": out += "\\\\".unicodeScalars
            case "\n": out += "\\n".unicodeScalars
            case "\r": out += "\\r".unicodeScalars
            default: out.append(scalar)
            }
        }
        return String(out)
    }

    private static func unescaped(_ text: Substring) -> String {
        var out = String.UnicodeScalarView()
        var rest = text.unicodeScalars
        while let scalar = rest.popFirst() {
            guard scalar == "\\", let next = rest.popFirst() else {
                out.append(scalar)
                continue
            }
            out.append(next == "n" ? "\n" : next == "r" ? "\r" : next)
        }
        return String(out)
    }
}
