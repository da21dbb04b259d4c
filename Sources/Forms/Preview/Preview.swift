package import Surveys

/// The questionnaire as a respondent meets it, in one language: pages, numbered questions, what there is to tick.
///
/// It decides everything that is shown and nothing of how: text and HTML are painted from it.
package struct Preview: Sendable, Equatable {
    package var language: String
    package var title: String
    /// When, whether by name, how many questions.
    package var facts: [String]
    package var introduction: [Words]
    package var pages: [Page]

    /// A text in which a blank stands wherever an earlier answer will be repeated.
    package struct Words: Sendable, Equatable {
        package var parts: [Part]

        package enum Part: Sendable, Equatable {
            case text(String)
            /// What will stand here, in words: 第 1 题的答案.
            case blank(String)
        }

        package var plain: String {
            parts.map { part in
                switch part {
                case .text(let text): text
                case .blank(let name): "〔\(name)〕"
                }
            }.joined()
        }
    }

    package struct Page: Sendable, Equatable {
        package var title: String
        package var help: [Words]
        /// Who meets it, in words; nil for everybody.
        package var condition: String?
        package var blocks: [Block]
    }

    /// A question, or a note between questions.
    package struct Block: Sendable, Equatable {
        /// Counted for the reader, from 1; nil for a note.
        package var number: Int?
        package var code: String?
        package var text: Words
        /// 选填, 选 1~3 项
        package var remarks: [String]
        package var help: [Words]
        package var condition: String?
        package var answer: Answer
        /// What its rules say; only where they were asked for.
        package var rules: [String]
    }

    package enum Answer: Sendable, Equatable {
        case none
        case choices([Choice], Mark)
        /// A list that folds out; empty where the round gives it.
        case list([String])
        case steps(ClosedRange<Int>)
        case grid([Step], [Row])
        /// Two answers a row: the level there is, and the level that is needed.
        case pair([Step], [Row])
        /// A number to write; the note says which.
        case number(unit: String?, note: String?)
        case numbers([Row], note: String)
        case line(limit: Int?)
        case box(limit: Int?)
        case day(ClosedRange<Day>?)
        case month(ClosedRange<Day>?)
    }

    package enum Mark: Sendable, Equatable { case one, several, rank }

    package struct Choice: Sendable, Equatable {
        package var code: String?
        package var text: Words
        package var takesText: Bool
        package var remarks: [String]
        package var help: [Words]
        package var condition: String?
    }

    /// A level of a scale: its number stands for it where there is no room for words.
    package struct Step: Sendable, Equatable {
        package var sign: String
        package var text: String

        package init(sign: String, text: String) {
            self.sign = sign
            self.text = text
        }

        /// What the number means, where the text says more than the number: 十分满意 of “10 十分满意”.
        package var meaning: String? {
            guard text != sign else { return nil }
            guard text.hasPrefix(sign), let next = text.dropFirst(sign.count).first, !next.isLetter, !next.isNumber
            else {
                return text
            }
            return String(text.dropFirst(sign.count).drop { $0 == " " || $0 == "-" || $0 == "." || $0 == "、" })
        }
    }

    package struct Row: Sendable, Equatable {
        package var number: Int
        package var code: String?
        package var text: Words
        package var remarks: [String]
        package var help: [Words]
        package var condition: String?
    }

    /// What is shown beside the questions themselves.
    package struct Settings: Sendable, Equatable {
        /// The units that fill a list of units.
        package var roster: Roster?
        package var showsCodes = false
        package var showsRules = false

        package init() {}
    }
}
