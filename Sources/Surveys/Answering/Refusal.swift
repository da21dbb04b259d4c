/// Why a cell is no answer to its question. It never quotes the cell: what people answered stays out of messages.
public enum Refusal: Sendable, Hashable, CaseIterable {
    case notAnOption, outsideRange, notANumber, tooManyDecimals, notADay, tooLong, wrongCount, exclusive, notOnRoster
    case notAsked, checkFailed

    public var wording: Wording {
        switch self {
        case .notAnOption: Wording("不是这道题的选项", "not an answer that the question offers")
        case .outsideRange: Wording("超出题目的范围", "outside the range of the question")
        case .notANumber: Wording("不是数字", "not a number")
        case .tooManyDecimals: Wording("小数位太多", "more decimals than the question takes")
        case .notADay: Wording("不是日期", "not a date")
        case .tooLong: Wording("文字超长", "longer than the question allows")
        case .wrongCount: Wording("选择的项数不对", "the wrong number of choices")
        case .exclusive: Wording("独占选项和别的选项一起选了", "an exclusive option was chosen with others")
        case .notOnRoster: Wording("名册上没有这个处室", "a unit that is not on the roster")
        case .notAsked: Wording("按显示条件不该问，却有答案", "answered although its condition hides it")
        case .checkFailed: Wording("没有通过题目的校验", "fails the check of its question")
        }
    }
}
