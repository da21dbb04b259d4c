import Surveys

/// What a preview says itself, in the respondent's language.
struct PreviewPhrases {
    let language: ReaderLanguage

    init(for code: String) {
        language = ReaderLanguage(besideSurveyIn: code)
    }

    func say(_ chinese: String, _ english: String) -> String {
        Wording(chinese, english).text(in: language)
    }

    var optional: String { say("选填", "optional") }
    var current: String { say("现有水平", "Present level") }
    var required: String { say("岗位要求", "Required level") }
    var listFromRoster: String { say("（处室名单由名册给出）", "(the list of units comes from the roster)") }
    var chooseFromList: String { say("请选一个", "Choose one") }
    var pleaseWrite: String { say("请写明", "please specify") }

    func atMost(characters: Int) -> String { say("不超过 \(characters) 字", "at most \(characters) characters") }

    func from(_ low: String, to high: String) -> String { say("\(low) 至 \(high)", "\(low) to \(high)") }

    func span(_ days: ClosedRange<Day>, inMonths: Bool = false) -> String {
        func text(_ day: Day) -> String { inMonths ? String(day.description.dropLast(3)) : day.description }
        return from(text(days.lowerBound), to: text(days.upperBound))
    }

    /// `选 1~3 项`
    func choose(_ count: ClosedRange<Int>) -> String {
        count.lowerBound == count.upperBound
            ? say("选 \(count.lowerBound) 项", "choose \(count.lowerBound)")
            : say("选 \(count.lowerBound)~\(count.upperBound) 项", "choose \(count.lowerBound) to \(count.upperBound)")
    }

    // MARK: Of whom a thing is asked

    func askedOnly(if condition: String) -> String {
        say(spaced("仅当", condition, "时回答"), "Answer only if \(condition)")
    }

    func pageOnly(if condition: String) -> String {
        say(spaced("仅当", condition, "时填写这一部分"), "Fill in this part only if \(condition)")
    }

    func offeredOnly(if condition: String) -> String {
        say(spaced("仅当", condition, "时可选"), "offered only if \(condition)")
    }

    /// Chinese parts in a row, with a blank wherever Han meets a letter or digit: 第 4 题大于 0 时.
    func spaced(_ parts: String...) -> String {
        parts.reduce(into: "") { text, part in
            if let left = text.last, let right = part.first,
                isHan(left) && isLatin(right) || isLatin(left) && isHan(right)
            {
                text += " "
            }
            text += part
        }
    }

    private func isLatin(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber) || character == "-"
    }

    private func isHan(_ character: Character) -> Bool {
        character.unicodeScalars.first?.properties.isIdeographic ?? false
    }
}
