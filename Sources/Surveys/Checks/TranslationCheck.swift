/// Z070: every sentence stands in every declared language before collection opens.
let checkTranslations: SurveyCheck = { checked in
    guard checked.knowsLanguages else { return [] }
    return checked.survey.languages.dropFirst().compactMap { language in
        let missing = checked.sentences.map(\.text).filter {
            $0.isMissing(language)
        }
        guard let first = missing.first else { return nil }
        let name = languageName(language)
        let lines = missing.dropFirst().map { String(checked.line(of: $0.place)) }
        // The bar parts the first two languages; a third has no place beside it.
        let isSecond = language == checked.survey.languages[1]
        var notes = [
            isSecond
                ? Wording("这一行下面加“\(language): …”，或在同一行写“| …”", "add `\(language): …` below, or `| …` on the line")
                : Wording("这一行下面加“\(language): …”", "add `\(language): …` below")
        ]
        if !lines.isEmpty {
            let (shown, isCut) = (lines.prefix(10), lines.count > 10)
            notes.append(
                Wording(
                    "全卷还缺 \(lines.count) 处：第 \(shown.joined(separator: "、"))\(isCut ? "……" : "") 行",
                    "\(lines.count) more missing, on line\(lines.count > 1 ? "s" : "") "
                        + "\(shown.joined(separator: ", "))\(isCut ? " …" : "")"))
        }
        notes.append(
            Wording(
                "zicha texts 问卷文件 --missing \(language) 可导出给翻译",
                "`zicha texts FILE --missing \(language)` exports what is missing for a translator"))
        return Diagnostic(
            "Z070", .warning, at: first.place.range,
            Wording("缺少\(name)译文（开始填写前必须补齐）", "missing \"\(language)\" translation (an error once collection opens)"),
            label: Wording("没有 \(language)", "no \(language)"), notes: notes)
    }
}
