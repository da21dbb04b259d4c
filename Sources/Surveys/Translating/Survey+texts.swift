/// A text of a survey, under a key by which it is found again after other lines were edited.
package struct KeyedText: Sendable, Equatable {
    /// `XF1.text`, `XF.help1`, `A1.gl.text`, `A5.message1`, `scale:符合五级.5`, `dimension:学风.band1`, `title`,
    /// `section2.title`
    package var key: String
    package var text: LocalText
    /// False for the name of a scale, which only the author reads.
    package var isSpoken: Bool
}

extension Survey {
    /// Every text that can be translated, in the order of the canonical form.
    package var keyedTexts: [KeyedText] {
        var texts: [KeyedText] = []
        var copy = self
        copy.visitTexts { key, text, isSpoken in texts.append(KeyedText(key: key, text: text, isSpoken: isSpoken)) }
        return texts
    }

    /// Changes the texts in place, by their keys.
    package mutating func changeTexts(_ change: (String, inout LocalText) -> Void) {
        visitTexts { key, text, _ in change(key, &text) }
    }

    private mutating func visitTexts(_ visit: (String, inout LocalText, Bool) -> Void) {
        func each(_ name: String, _ texts: inout [LocalText]) {
            for index in texts.indices { visit("\(name)\(index + 1)", &texts[index], true) }
        }
        visit("title", &title, true)
        each("help", &introduction)
        for index in scales.indices {
            let name = "scale:\(scales[index].name.main)"
            visit("\(name).name", &scales[index].name, false)
            for level in scales[index].levels.indices {
                let code = scales[index].levels[level].code.map(String.init) ?? "NA"
                visit("\(name).\(code)", &scales[index].levels[level].text, true)
            }
        }
        for section in sections.indices {
            // Questions before the first heading stand on a page without one.
            if !sections[section].title.main.isEmpty {
                visit("section\(section + 1).title", &sections[section].title, true)
            }
            each("section\(section + 1).help", &sections[section].help)
            for question in sections[section].questions.indices {
                Self.visitTexts(of: &sections[section].questions[question], visit)
            }
        }
        for index in dimensions.indices {
            let name = "dimension:\(dimensions[index].name.main)"
            visit("\(name).name", &dimensions[index].name, true)
            each("\(name).advice", &dimensions[index].advice)
            for band in dimensions[index].bands.indices {
                visit("\(name).band\(band + 1)", &dimensions[index].bands[band].text, true)
            }
        }
    }

    private static func visitTexts(of question: inout Question, _ visit: (String, inout LocalText, Bool) -> Void) {
        func each(_ name: String, _ texts: inout [LocalText]) {
            for index in texts.indices { visit("\(name).help\(index + 1)", &texts[index], true) }
        }
        let code = question.code
        visit("\(code).text", &question.text, true)
        each(code, &question.help)
        for index in question.checks.indices {
            guard var message = question.checks[index].message else { continue }
            visit("\(code).message\(index + 1)", &message, true)
            question.checks[index].message = message
        }
        for index in question.options.indices {
            let name = "\(code).\(question.options[index].code)"
            visit("\(name).text", &question.options[index].text, true)
            each(name, &question.options[index].help)
        }
        for index in question.rows.indices {
            let name = question.rows[index].code
            visit("\(name).text", &question.rows[index].text, true)
            each(name, &question.rows[index].help)
            for paragraph in question.rows[index].advice.indices {
                visit("\(name).advice\(paragraph + 1)", &question.rows[index].advice[paragraph], true)
            }
        }
    }
}

extension LocalText {
    /// A number or a dash is the same in every language.
    package var needsTranslation: Bool { main.contains(where: \.isLetter) }

    package func isMissing(_ language: String) -> Bool { translations[language] == nil && needsTranslation }
}

extension Survey {
    /// Whether a word is a language code that 语言 takes.
    package static func isLanguageCode(_ word: String) -> Bool {
        twoLetterLanguages.contains(word)
            || word.count == 3 && word.allSatisfy { $0.isASCII && $0.isLowercase }
    }
}
