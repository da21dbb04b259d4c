/// Z096: a mark says how a code relates to last year's, and is gone the year after.
extension YearCheck {
    mutating func remarkOnMarks() {
        for item in new.items where !reused.contains(item.code) {
            let isKnown = old.item(item.code) != nil
            if renamed[item.code] == nil || item.marks.change == .new {
                check(item.marks.change, item.subject.shortName, item.place, isKnown: isKnown) { check in
                    check.hasChanged(item)
                }
            }
            guard item.row == nil, let before = old.item(item.code)?.question else { continue }
            for option in item.question.options {
                let subject = option.subject(in: item.question)
                let isKnown = before.options.contains { $0.code == option.code }
                check(option.marks.change, subject.shortName, option.place, isKnown: isKnown) { check in
                    check.difference.changes.contains { $0.subject == subject && Self.isOfMeaning($0) }
                }
            }
        }
    }

    private mutating func check(
        _ mark: Marks.Change?, _ name: Wording, _ place: Place, isKnown: Bool, hasChanged: (YearCheck) -> Bool
    ) {
        guard let mark else { return }
        let range = self.place(of: mark, onLineAt: place)
        let word = Wording("[\(mark.word.chinese)]", "[\(mark.word.english)]")
        switch mark {
        case .new where isKnown:
            remark(
                "Z096", .warning, at: range,
                Wording(
                    "“\(name.chinese)”\(lastYear.chinese)就有，不能标 [新增]",
                    "\(name.english) was in \(lastYear.english) and is not [new]"),
                notes: [
                    Wording("[新增] 只写一年；留着它，趋势会在今年断开", "[new] is written for one year; left there it breaks the trend"),
                    Wording(
                        "换了说法的题标 [改述可比] 或 [改述不可比]",
                        "a reworded question is marked [reworded-comparable] or [reworded-not-comparable]"),
                ], fix: replacing(mark, by: nil, onLineAt: place))
        case .rewordedComparable where !isKnown, .rewordedNotComparable where !isKnown:
            remark(
                "Z096", .warning, at: range,
                Wording(
                    "“\(name.chinese)”是 \(lastYear.chinese)没有的代码，不能标 \(word.chinese)",
                    "\(name.english) was not in \(lastYear.english) and cannot be \(word.english)"),
                notes: [Wording("今年新加的标 [新增]", "what is new this year is marked [new]")],
                fix: replacing(mark, by: .new, onLineAt: place))
        case .rewordedComparable, .rewordedNotComparable:
            guard !hasChanged(self) else { return }
            let isBreak = mark == .rewordedNotComparable
            remark(
                "Z096", isBreak ? .warning : .hint, at: range,
                Wording(
                    "“\(name.chinese)”和 \(lastYear.chinese)一样，不用标 \(word.chinese)",
                    "\(name.english) is as it was in \(lastYear.english) and need not be \(word.english)"),
                notes: [
                    isBreak
                        ? Wording("留着它，趋势会在今年断开", "left there it breaks the trend")
                        : Wording("标记只写一年；看来是去年留下的", "the mark is written for one year; it seems to be last year's")
                ], fix: replacing(mark, by: nil, onLineAt: place))
        case .new: break
        }
    }

    /// Itself, its block, its rows and options, or the scale that it is answered on.
    private func hasChanged(_ item: Edition.Item) -> Bool {
        var codes = [item.code, item.question.code]
        if item.row == nil { codes += item.question.rows.map(\.code) }
        return difference.changes.contains { change in
            guard Self.isOfMeaning(change) else { return false }
            switch change.subject {
            case .question(let code, _): return codes.contains(code)
            case .option(let question, _, _): return question == item.code
            case .scale(let name):
                return reading.survey.scale(named: name).map { item.question.usesScale($0.name) } ?? false
            default: return false
            }
        }
    }

    private static func isOfMeaning(_ change: SurveyDifference.Change) -> Bool {
        switch change.kind {
        case .reworded, .answers, .text: true
        default: false
        }
    }
}
