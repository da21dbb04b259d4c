/// Finds words in sentences: Chinese ones anywhere, for nothing separates them; others as whole words in any case.
enum PhraseSearch {
    static func finds(_ phrase: String, in sentence: String) -> Bool {
        phrase.utf8.contains { $0 >= 0x80 }
            ? sentence.contains(phrase) : words(of: sentence).contains(" " + phrase.lowercased() + " ")
    }

    /// The words in lower case, each between blanks; marks become words of their own.
    static func words(of sentence: String) -> String {
        var spaced = " "
        for character in sentence.lowercased() {
            if character.isLetter || character.isNumber || character == "'" || character == "’" {
                spaced.append(character == "’" ? "'" : character)
            } else if character.isWhitespace {
                if spaced.last != " " { spaced.append(" ") }
            } else {
                spaced += (spaced.last == " " ? "" : " ") + "\(character) "
            }
        }
        return spaced.last == " " ? spaced : spaced + " "
    }
}
