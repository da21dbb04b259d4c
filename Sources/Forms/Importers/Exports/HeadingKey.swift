import Surveys

/// Headings and wordings as they are compared: what is left when two people type the same sentence.
enum HeadingKey {
    /// Letters and digits only, half-width and in lower case: blanks, punctuation and markup are of no account.
    static func of(_ text: String) -> String {
        var key = String.UnicodeScalarView()
        for scalar in KnownHeadings.folded(withoutMarkup(text)).unicodeScalars
        where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            key.append(scalar)
        }
        return String(key)
    }

    /// Without `<b>` and `</b>`, which a question's text brings along from an editor.
    private static func withoutMarkup(_ text: String) -> String {
        guard text.contains("<") else { return text }
        return text.replacing(/<\/?[A-Za-z][^<>]*>/, with: " ")
    }

    /// `3、` and `3.` at the front go.
    static func withoutNumber(_ text: String) -> String {
        guard let match = text.prefixMatch(of: /\s*[0-9]{1,4}\s*[、.．:：)）]\s*/) else { return text }
        return String(text[match.range.upperBound...])
    }
}
