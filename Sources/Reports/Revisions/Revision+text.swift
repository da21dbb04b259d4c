package import Surveys

extension Revision {
    /// The revision as a person reads it on a screen or in a mail.
    package func text(language: ReaderLanguage) -> String {
        func say(_ chinese: String, _ english: String) -> String { Wording(chinese, english).text(in: language) }
        var out = say("修订说明：\(subject)，", "Revision of \(subject): ")
        out += say("\(from.chinese) → \(to.chinese)\n", "\(from.english) → \(to.english)\n")
        if let remark = skippingRemark { out += remark.text(in: language) + "\n" }
        out += "\n" + say("请先决定", "To decide first") + "\n"
        if decisions.isEmpty { out += "  " + say("没有需要先定的事项", "nothing") + "\n" }
        for (index, decision) in decisions.enumerated() {
            out += "  \(index + 1). \(decision.text.text(in: language))\n"
            out += "     → \(decision.ways.text(in: language))\n"
        }
        out += trendText(language)
        for part in parts {
            out += "\n\(part.name.wording.text(in: language))"
            out += say("（\(part.entries.count) 处）\n", " (\(part.entries.count))\n")
            for entry in part.entries { out += text(of: entry, language) }
        }
        if isEmpty {
            out +=
                "\n" + say("两份问卷没有不同（年份和填写日期不算）", "the two surveys do not differ (years and dates of fieldwork aside)")
                + "\n"
        }
        return out
    }

    private func trendText(_ language: ReaderLanguage) -> String {
        guard !trends.isEmpty else { return "" }
        var out = "\n" + Wording("各维度能不能和往年比较", "Which trends hold").text(in: language) + "\n"
        let width = trends.map { DisplayWidth.of($0.dimension) }.max() ?? 0
        for trend in trends {
            out += "  \(DisplayWidth.padded(trend.dimension, to: width))  \(trend.verdict.wording.text(in: language))\n"
            for reason in trend.reasons {
                out += "  \(String(repeating: " ", count: width))    \(reason.text(in: language))\n"
            }
        }
        return out
    }

    private func text(of entry: Entry, _ language: ReaderLanguage) -> String {
        var out = "  \(entry.subject.text(in: language))  \(entry.what.text(in: language))\n"
        let width = max(DisplayWidth.of(from.text(in: language)), DisplayWidth.of(to.text(in: language)))
        for (year, value) in [(from, entry.before), (to, entry.after)] {
            guard let value else { continue }
            out += "    \(DisplayWidth.padded(year.text(in: language), to: width))  \(value.text(in: language))\n"
        }
        return out
    }
}
