/// Text zones: kept as people wrote them, but for the few doubled marks that stand for themselves.
extension SurveyParser {
    /// bitext = text , [ "|" , text ]: the second text is in the second language of the survey.
    mutating func bitext(_ line: SourceLine, _ range: Range<Int>) -> LocalText {
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        var index = range.lowerBound
        while index < range.upperBound {
            if line.machine[index] == "|" {
                if index + 1 < range.upperBound, line.machine[index + 1] == "|" {
                    index += 2
                    continue
                }
                parts.append(start..<index)
                start = index + 1
            }
            index += 1
        }
        parts.append(start..<range.upperBound)
        secondText = nil
        let main = line.trimmed(parts[0])
        var text = LocalText(line.literal(main))
        text.place = Place(line.place(main.isEmpty ? range : main))
        if parts.count > survey.languages.count || parts.count > 2 {
            let extra = parts[min(parts.count - 1, survey.languages.count == 1 ? 1 : 2)]
            report(
                "Z044", at: line.place(extra.lowerBound - 1..<extra.lowerBound),
                Wording("“|”后面多出一段文字", "there is one text too many after \"|\""),
                notes: [
                    survey.languages.count > 2
                        ? Wording(
                            "“|”后面只写第二种语言，其余的各写一行，例如“\(survey.languages[2]): …”",
                            "behind the bar stands the second language; each other has a line: `\(survey.languages[2]): …`"
                        )
                        : Wording("文字里本来就有竖线时写成“||”", "write || for a bar that belongs to the text")
                ])
        }
        if parts.count >= 2, survey.languages.count >= 2 {
            let second = line.literal(line.trimmed(parts[1]))
            if second.isEmpty {
                reportEmpty(line, parts[1].lowerBound - 1..<parts[1].lowerBound)
            } else {
                text.translations[survey.languages[1]] = second
                secondText = line.place(line.trimmed(parts[1]))
            }
        }
        return text
    }

    /// The text just read, as what a translation below it belongs to.
    mutating func setSentence(_ address: TextAddress) {
        let offset = survey[address].place.range.lowerBound
        sentence = Sentence(address: address, offset: offset)
        checkAbove = nil
        if survey.languages.count > 1, let secondText {
            map.translations[SourceMap.Translation(sentence: offset, language: survey.languages[1])] = secondText
        }
    }

    /// A text on a line that takes no square brackets.
    mutating func plainText(_ line: SourceLine, _ range: Range<Int>) -> LocalText {
        bitext(line, rejectBrackets(line, range))
    }

    /// sep = "、" | "," | ";"
    private func isSeparator(_ mark: Unicode.Scalar) -> Bool { mark == "、" || mark == "," || mark == ";" }

    func listItems(_ line: SourceLine, _ range: Range<Int>) -> [Range<Int>] {
        var items: [Range<Int>] = []
        var start = range.lowerBound
        for index in range where isSeparator(line.machine[index]) {
            items.append(line.trimmed(start..<index))
            start = index + 1
        }
        items.append(line.trimmed(start..<range.upperBound))
        return items.filter { !$0.isEmpty }
    }

    /// The items of a list, with a remark for a separator that separates nothing.
    mutating func checkedItems(_ line: SourceLine, _ range: Range<Int>) -> [Range<Int>] {
        let separators = range.filter { isSeparator(line.machine[$0]) }
        let ends = [range.lowerBound - 1] + separators + [range.upperBound]
        for (left, right) in zip(ends, ends.dropFirst()) where line.trimmed(left + 1..<right).isEmpty {
            let mark = right == range.upperBound ? left : right
            guard mark >= range.lowerBound else { continue }
            report(
                "Z002", at: line.place(mark..<mark + 1),
                Wording("“\(line.scalars[mark])”旁边少了一项", "an item is missing beside \"\(line.scalars[mark])\""),
                fix: Diagnostic.Fix(range: line.place(mark..<mark + 1), replacement: "", isCertain: false))
            break
        }
        return listItems(line, range)
    }
}
