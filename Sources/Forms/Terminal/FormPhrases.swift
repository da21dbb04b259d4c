import Surveys

/// What a form says itself, in the respondent's language.
struct FormPhrases {
    let language: ReaderLanguage

    func say(_ chinese: String, _ english: String) -> String { Wording(chinese, english).text(in: language) }

    var required: String { say("必答", "required") }
    var optional: String { say("选填", "optional") }
    var notAnswered: String { say("未答", "not answered") }
    var review: String { say("提交前核对", "Before you submit") }
    var allAnswered: String {
        say("要答的都答了。提交以后不能再改。", "Everything that has to be answered is. After submitting nothing can be changed.")
    }
    var submit: String { say("提交答卷", "Submit") }
    var left: String { say("还差这几处：", "Still to do:") }
    var thanks: String { say("答卷已提交，谢谢！", "Your response was submitted. Thank you!") }
    var receipt: String { say("回执：", "Receipt: ") }
    var anyKey: String { say("按任意键结束", "press any key to end") }
    var current: String { say("现有水平", "Present level") }
    var requiredLevel: String { say("岗位要求", "Required level") }

    /// Of the question: what is to be done with it.
    func remarks(on question: Question) -> [String] {
        var remarks: [String] = []
        switch question.kind {
        case .multiple(let count?):
            remarks.append(
                count.count == 1
                    ? say("选 \(count.lowerBound) 项", "choose \(count.lowerBound)")
                    : say(
                        "选 \(count.lowerBound)~\(count.upperBound) 项",
                        "choose \(count.lowerBound) to \(count.upperBound)"))
        case .multiple(nil): remarks.append(say("可选几项", "choose any"))
        case .ranking(let count?): remarks.append(say("按先后选 \(count) 项", "choose \(count) in order of preference"))
        case .ranking(nil): remarks.append(say("按先后选", "choose in order of preference"))
        case .number(_, let unit?): remarks.append(say("单位：\(unit)", "in \(unit)"))
        default: break
        }
        if question.marks.isOptional { remarks.append(optional) }
        return remarks
    }

    func keys(isTyping: Bool, isReview: Bool, width: Int) -> String {
        let all: [String] =
            if isTyping {
                [
                    say("Enter 确定", "Enter done"), say("Tab 下一题", "Tab next"), say("Shift-Tab 上一题", "Shift-Tab back"),
                    say("Ctrl-L 语言", "Ctrl-L language"), say("Ctrl-C 离开（保留）", "Ctrl-C leave (kept)"),
                ]
            } else if isReview {
                [
                    say("Enter 前往/提交", "Enter go/submit"), say("b 上一题", "b back"), say("L 语言", "L language"),
                    say("q 离开", "q leave"),
                ]
            } else {
                [
                    say("↑↓←→ 移动", "arrows move"), say("数字/空格 选", "digits/Space choose"), say("n 下一题", "n next"),
                    say("b 上一题", "b back"), say("? 帮助", "? help"), say("L 语言", "L language"), say("q 离开", "q leave"),
                ]
            }
        var line = ""
        for part in all {
            let longer = line.isEmpty ? part : line + "  " + part
            if DisplayWidth.of(longer) > width { break }
            line = longer
        }
        return line
    }

    var help: [String] {
        [
            say("↑ ↓　换一项或一行；← →　换一格", "Up, Down: another option or line; Left, Right: another step"),
            say("空格　选中，再按取消；数字　直接选", "Space: choose, or take back; digits: choose at once"),
            say("Enter　选中并往下；Tab 或 n　下一题", "Enter: choose and go on; Tab or n: next question"),
            say("Shift-Tab 或 b　上一题，随时可以", "Shift-Tab or b: the question before, at any time"),
            say("Ctrl-L 或 L　换语言；PageUp PageDown　翻看", "Ctrl-L or L: language; PageUp, PageDown: scroll"),
            say("填写文字时先按 Esc，字母键才是命令", "While typing, press Esc first to use letters as commands"),
            say("q 或 Ctrl-C　离开，答案已保存，下次接着填", "q or Ctrl-C: leave; the answers are kept for another time"),
        ]
    }
}
