import Surveys

/// What the changes leave for a committee to decide.
extension Revision {
    static func decisions(_ difference: SurveyDifference) -> [Decision] {
        promises(difference) + open(difference) + trends(difference)
    }

    /// What respondents were promised last year, and no longer are.
    private static func promises(_ difference: SurveyDifference) -> [Decision] {
        difference.changes.filter { $0.kind == .promise }.map { change in
            let none = Wording("无", "none")
            let (was, now) = (change.before ?? none, change.after ?? none)
            return Decision(
                text: Wording(
                    "\(change.what.chinese)由“\(was.chinese)”改为“\(now.chinese)”",
                    "\(change.what.english) goes from \(was.english) to \(now.english)"),
                ways: Wording("同意，并在卷首告诉答题人；或改回去", "agree and tell the respondents, or change it back"))
        }
    }

    /// Changes of which the author has not said what they mean.
    private static func open(_ difference: SurveyDifference) -> [Decision] {
        difference.changes.compactMap { change in
            guard !change.isSettled, !change.isPart else { return nil }
            let name = change.subject.shortName
            switch (change.kind, change.subject) {
            case (.reworded, _):
                return Decision(
                    text: Wording(
                        "\(name.chinese) 的文字改了，没有说明还能不能和往年比较",
                        "\(name.english) was reworded and not said to be comparable or not"),
                    ways: Wording(
                        "意思没变标 [改述可比]；意思变了标 [改述不可比]", "mark it [reworded-comparable] or [reworded-not-comparable]"))
            case (.removed, .question):
                return Decision(
                    text: Wording("\(name.chinese) 今年没有了，也没有停用", "\(name.english) is gone and not retired"),
                    ways: Wording("写进“停用”，或把题加回来", "retire it, or put it back"))
            case (.renamed, .question):
                let code = change.before ?? Wording("", "")
                return Decision(
                    text: Wording(
                        "\(code.chinese) 换成了代码 \(name.chinese)，题干没变",
                        "\(code.english) became \(name.english), with the same wording"),
                    ways: Wording(
                        "改回原代码；确是另一道题，标 [新增] 并停用 \(code.chinese)",
                        "change it back; or mark it [new] and retire \(code.english)"))
            case (.added, .question):
                return Decision(
                    text: Wording("\(name.chinese) 是今年的新题，没有标明", "\(name.english) is new and not marked"),
                    ways: Wording("标 [新增]；若是去年的题，改回原代码", "mark it [new]; or use last year's code"))
            case (.answers(isBroken: true), _):
                return Decision(
                    text: Wording(
                        "\(name.chinese) 的答案或分值改了（\(change.what.chinese)），不能和往年比较",
                        "the answers or points of \(name.english) changed (\(change.what.english)): not comparable"),
                    ways: Wording("改回去；或标 [改述不可比]，从今年重新起算", "change it back, or mark it [reworded-not-comparable]"))
            case (.retirement, _) where change.after == nil:
                return Decision(
                    text: Wording(
                        "\(name.chinese) 早已停用，今年没有列出来", "\(name.english) was retired and is no longer listed"),
                    ways: Wording("补进“停用”", "put it back into `retired:`"))
            default: return nil
            }
        }
    }

    private static func trends(_ difference: SurveyDifference) -> [Decision] {
        // A composite is as good as its parts, which are decided.
        difference.trends.filter { !$0.isComposite }.compactMap { trend in
            let reasons = trend.reasons
            let why =
                reasons.isEmpty
                ? Wording("", "")
                : Wording(
                    "（\(reasons.map(\.chinese).joined(separator: "；"))）",
                    " (\(reasons.map(\.english).joined(separator: "; ")))")
            switch trend.verdict {
            case .broken:
                return Decision(
                    text: Wording(
                        "“\(trend.dimension)”的趋势断开\(why.chinese)",
                        "the trend of \"\(trend.dimension)\" breaks\(why.english)"),
                    ways: Wording("同意从今年重新起算；或改回去", "agree that it begins anew, or change it back"))
            case .overCommonItems(let codes, let count):
                return Decision(
                    text: Wording(
                        "“\(trend.dimension)”只能用共同的 \(codes.count) 题比较，今年共 \(count) 题\(why.chinese)",
                        "\"\(trend.dimension)\" is compared over \(codes.count) common item\(codes.count == 1 ? "" : "s") of \(count)\(why.english)"
                    ),
                    ways: Wording("同意；题数太少时宜只看今年", "agree; with few items look at this year alone"))
            case .gone:
                return Decision(
                    text: Wording(
                        "“\(trend.dimension)”今年没有了\(why.chinese)", "\"\(trend.dimension)\" is gone\(why.english)"),
                    ways: Wording("同意，趋势到去年为止；或改回去", "agree that the trend ends, or put it back"))
            case .unchanged, .byThisYearsRule, .new: return nil
            }
        }
    }
}
