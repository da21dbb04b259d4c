/// Z090: where a wording has changed, its author says whether the years can still be compared.
extension YearCheck {
    mutating func remarkOnWordings() {
        for change in difference.changes where change.kind == .reworded && !change.isSettled && change.mark != .new {
            let (was, now) = (change.before?.chinese ?? "", change.after?.chinese ?? "")
            let wordings = [
                Wording("\(lastYear.chinese)：\(was)", "\(lastYear.english): \(was)"),
                Wording("\(thisYear.chinese)：\(now)", "\(thisYear.english): \(now)"),
            ]
            let what: Wording
            var ways = [
                Wording(
                    "意思没变 → 行尾加 [改述可比]，往年照常比较，报告里注明题干有改动",
                    "the same meaning → add [reworded-comparable]; the years stay compared"),
                Wording(
                    "意思变了 → 行尾加 [改述不可比]，从今年重新起算",
                    "another meaning → add [reworded-not-comparable]; its trend begins anew"),
            ]
            switch change.subject {
            case .option(let question, let code, _):
                what = Wording("“\(question)”的选项“\(code)”的文字", "option \(code) of \(question)")
                // The wording of another option, moved here: the code now means what that one meant.
                if let moved = old.item(question)?.question.options.first(where: {
                    $0.code != code && $0.text.main == now
                }) {
                    remark(
                        "Z090", .error, at: change.place.range,
                        Wording(
                            "\(what.chinese)是 \(lastYear.chinese)选项“\(moved.code)”的，两年的答案会对错",
                            "\(what.english) is that of option \(moved.code) in \(lastYear.english): the years' answers would be mixed up"
                        ),
                        notes: wordings + [
                            Wording(
                                "代码跟着文字走 → 把代码改回“\(moved.code)”，先后可以随意",
                                "a code goes with its wording → write \(moved.code) again; the order is free"), ways[1],
                        ])
                    continue
                }
            case .question(let code, _)
            where new.item(code)?.question.rows.isEmpty == false && new.item(code)?.row == nil:
                what = Wording("“\(code)”的题干", "the wording of \(code)")
                ways.append(Wording("写在整块题上，就管它的每一行", "on a block the mark holds for each of its rows"))
            case .question(let code, _):
                what = Wording("“\(code)”的题干", "the wording of \(code)")
                let next = free.next(after: code)
                ways[1] = Wording(
                    "意思变了 → 换一个新代码（下一个是 \(next)）并标 [新增]，旧题写进“停用：\(code)”；想留着代码就标 [改述不可比]",
                    "another meaning → take a new code (\(next)), mark it [new] and write `retired: \(code)`; or keep the code and add [reworded-not-comparable]"
                )
            default: continue
            }
            remark(
                "Z090", .error, at: change.place.range,
                Wording(
                    "\(what.chinese)和 \(lastYear.chinese)不一样，请说明还能不能跨年比较",
                    "\(what.english) changed since \(lastYear.english): say whether it is still comparable"),
                notes: wordings + ways, fix: adding(.rewordedComparable, toLineAt: change.place))
        }
    }
}
