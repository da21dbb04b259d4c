/// Z039, Z091, Z092, Z095, Z097: every code of last year is still there or retired, and no retired one is used again.
extension YearCheck {
    mutating func remarkOnCodes() {
        remarkOnReuse()
        for change in difference.changes where !change.isSettled && !change.isPart {
            guard case .question(let code, _) = change.subject, !reused.contains(code) else { continue }
            switch change.kind {
            case .renamed where change.mark != .new: remarkOnRenaming(change, code)
            case .added where change.mark == nil: remarkOnNewCode(change, code)
            default: break
            }
        }
        guard !reading.hasErrors else { return }
        remarkOnVanishedCodes()
        remarkOnRetiredCodes()
    }

    // MARK: Reuse

    /// Z039: a code that some earlier year retired or dropped, for a question that asks something else.
    private mutating func remarkOnReuse() {
        let retired = Set(reading.survey.retired)
        // What this year's own list retires was said by the ordinary check.
        for item in new.items where old.item(item.code) == nil && !retired.contains(item.code) {
            guard let past = past(of: item.code), past.text.map({ isOther($0, than: item) }) ?? past.isRetired else {
                continue
            }
            reused.insert(item.code)
            let next = free.next(after: item.code)
            remark(
                "Z039", .error, at: item.place.range, past.title, notes: past.notes + [FreeCodes.note(next)],
                fix: Diagnostic.Fix(range: item.place.range, replacement: next, isCertain: false))
        }
    }

    private func isOther(_ text: (edition: Edition, wording: LocalText), than item: Edition.Item) -> Bool {
        let before = text.edition.wording(text.wording, in: new.language) ?? text.wording.main.withoutOuterBlanks
        return before != item.text.main.withoutOuterBlanks
    }

    /// What earlier years did with a code that last year did not ask.
    struct PastCode {
        var isRetired: Bool
        var text: (edition: Edition, wording: LocalText)?
        var title: Wording
        var notes: [Wording]
    }

    func past(of code: String) -> PastCode? {
        let asked = editions.first { $0.item(code) != nil }
        let retiring = editions.last { $0.survey.retired.contains(code) }
        guard asked != nil || retiring != nil else { return nil }
        let year = (retiring ?? asked)?.survey.year
        let name = Self.name(year, or: Wording("往年", "an earlier year"))
        let title =
            retiring == nil
            ? Wording(
                "“\(code)”在 \(name.chinese)用过，代码不能再给别的题用", "\(code) was used in \(name.english) and must not be reused")
            : Wording(
                "“\(code)”在 \(name.chinese)停用过，代码不能再给别的题用",
                "\(code) was retired in \(name.english) and must not be reused")
        var notes: [Wording] = []
        var text: (edition: Edition, wording: LocalText)?
        if let asked, let item = asked.item(code) {
            text = (asked, item.text)
            let askedIn = Self.name(asked.survey.year, or: Wording("往年", "an earlier year"))
            notes.append(
                Wording(
                    "\(askedIn.chinese)的 \(code) 是“\(item.text.main.excerpt)”。重复使用会把两道不同的题连成一条趋势线",
                    "in \(askedIn.english) \(code) was \"\(item.text.main.excerpt)\"; reuse would join two different questions into one trend"
                ))
        } else {
            notes.append(Wording("重复使用会把两道不同的题连成一条趋势线", "reuse would join two different questions into one trend"))
        }
        return PastCode(isRetired: retiring != nil, text: text, title: title, notes: notes)
    }

    // MARK: New codes

    /// Z092
    private mutating func remarkOnRenaming(_ change: SurveyDifference.Change, _ code: String) {
        guard let before = renamed[code] else { return }
        remark(
            "Z092", .warning, at: change.place.range,
            Wording(
                "“\(code)”和 \(lastYear.chinese)的“\(before)”题干相同，是不是改了代码？",
                "\(code) has the wording that \(before) had in \(lastYear.english): was the code changed?"),
            label: Wording("去年的代码是 \(before)", "last year's code is \(before)"),
            notes: [
                Wording(
                    "同一道题 → 把代码改回 \(before)，往年的数据才连得上",
                    "the same question → change the code back to \(before), or its past is lost"),
                Wording(
                    "确实换成另一道题 → 行尾加 [新增]，并把 \(before) 写进“停用”",
                    "another question → add [new] and put \(before) into `retired:`"),
            ], fix: Diagnostic.Fix(range: change.place.range, replacement: before, isCertain: false))
    }

    /// Z095
    private mutating func remarkOnNewCode(_ change: SurveyDifference.Change, _ code: String) {
        let lost = vanished.prefix(3)
        var notes = [
            Wording("今年新加的题 → 行尾加 [新增]", "a question that is new this year → add [new] at the end of the line")
        ]
        if !lost.isEmpty {
            let names = lost.map { "\($0.code)“\($0.text.main.excerpt)”" }.joined(separator: "、")
            let english = lost.map { "\($0.code) \"\($0.text.main.excerpt)\"" }.joined(separator: ", ")
            notes.append(
                Wording(
                    "若是去年的题，把代码改回去；去年有而今年不见的：\(names)",
                    "one of last year's → change the code back; gone since then: \(english)"))
        }
        remark(
            "Z095", .warning, at: change.place.range,
            Wording(
                "“\(code)”是 \(lastYear.chinese)没有的代码，请标明 [新增]", "\(code) was not in \(lastYear.english): mark it [new]"),
            notes: notes, fix: adding(.new, toLineAt: change.place))
    }

    // MARK: Codes that are gone

    /// What last year asked and this year neither asks nor retires.
    private var vanished: [Edition.Item] {
        difference.changes.compactMap { change in
            guard case .removed = change.kind, !change.isSettled, case .question(let code, _) = change.subject else {
                return nil
            }
            return old.item(code)
        }
            + renamed.filter { new.item($0.key)?.change == .new && !reading.survey.retired.contains($0.value) }
            .compactMap { old.item($0.value) }.sorted { $0.code < $1.code }
    }

    /// Z091: one remark for all of them, at the list that they belong to.
    private mutating func remarkOnVanishedCodes() {
        let gone = vanished
        guard let first = gone.first else { return }
        let codes = gone.map(\.code)
        var notes = gone.prefix(Self.mostNamed).map {
            Wording(
                "\(lastYear.chinese)的 \($0.code)：\($0.text.main.excerpt)",
                "\($0.code) in \(lastYear.english): \($0.text.main.excerpt)")
        }
        if gone.count > Self.mostNamed {
            notes.append(
                Wording("…… 还有 \(gone.count - Self.mostNamed) 个", "… and \(gone.count - Self.mostNamed) more"))
        }
        notes += [
            Wording("还要问 → 把题加回来，代码不变", "still asked → put it back under its code"),
            Wording(
                "不再问 → 写进“停用：\(listed(codes, "、"))”，以后不会误用",
                "no longer asked → write `retired: \(listed(codes, ", "))`, so that nobody reuses it"),
        ]
        let title =
            gone.count == 1
            ? Wording(
                "\(lastYear.chinese)的“\(first.code)”不见了，也没有写进“停用”",
                "\(first.code) of \(lastYear.english) is gone and not retired")
            : Wording(
                "\(lastYear.chinese)的 \(gone.count) 个代码不见了，也没有写进“停用”",
                "\(gone.count) codes of \(lastYear.english) are gone and not retired")
        remark(
            "Z091", .error, at: listPlace, title, label: Wording("停用的代码写在这里", "retired codes stand here"), notes: notes,
            fix: retiring(codes))
    }

    /// Z097: the list of retired codes only ever grows, and names nothing but codes that there were.
    private mutating func remarkOnRetiredCodes() {
        var dropped: [String] = []
        for change in difference.changes where change.kind == .retirement && !change.isSettled {
            guard case .question(let code, _) = change.subject else { continue }
            if change.after == nil {
                dropped.append(code)
            } else if new.item(code) == nil, past(of: code) == nil {
                remark(
                    "Z097", .hint, at: placeInList(code),
                    Wording(
                        "“\(code)”写进了“停用”，可是 \(lastYear.chinese)没有这个代码",
                        "\(code) is retired, but \(lastYear.english) had no such code"),
                    notes: [Wording("核对代码；没有用过的代码不用停用", "check the code; one that was never used need not be retired")])
            }
        }
        guard !dropped.isEmpty else { return }
        remark(
            "Z097", .warning, at: listPlace,
            Wording(
                "\(lastYear.chinese)停用的 \(listed(dropped, "、")) 今年没有列出来",
                "retired in \(lastYear.english) and no longer listed: \(listed(dropped, ", "))"),
            notes: [
                Wording(
                    "“停用”要年年照抄、只增不减，否则这些代码会被误用", "keep every code in `retired:` from year to year, or it may be reused")
            ], fix: retiring(dropped))
    }

    // MARK: The list

    private static let mostNamed = 8

    private func listed(_ codes: [String], _ comma: String) -> String {
        codes.prefix(20).joined(separator: comma) + (codes.count > 20 ? "……" : "")
    }

    private var listLine: SourceLine? {
        reading.map.properties[SourceMap.Property(target: .retired, keyword: .retired)]
            .map { reading.source.line(at: $0.lowerBound) }
    }

    /// The list, or the end of the text, where it would stand.
    private var listPlace: Range<Int> {
        if let line = listLine { return line.place(line.content) }
        guard let last = reading.source.lines.last(where: { !$0.content.isEmpty }) else { return 0..<0 }
        let end = last.content.upperBound
        return last.place(end..<end)
    }

    private func placeInList(_ code: String) -> Range<Int> {
        guard let line = listLine else { return listPlace }
        let letters = Array(code.unicodeScalars)
        let words = Set(
            line.machine.indices.filter {
                line.machine[$0].isLetter || line.machine[$0].isNumber || line.machine[$0] == "_"
            })
        for start in line.content where start + letters.count <= line.end {
            let range = start..<start + letters.count
            guard line.normal(range) == code, !words.contains(start - 1), !words.contains(range.upperBound) else {
                continue
            }
            return line.place(range)
        }
        return listPlace
    }

    /// More codes at the end of the list; without a list the fix would be a line of its own.
    private func retiring(_ codes: [String]) -> Diagnostic.Fix? {
        guard let line = listLine else { return nil }
        let end = line.content.upperBound
        let comma = reading.usualKeywords == .english ? ", " : "、"
        return Diagnostic.Fix(
            range: line.place(end..<end), replacement: codes.map { comma + $0 }.joined(), isCertain: false)
    }
}
