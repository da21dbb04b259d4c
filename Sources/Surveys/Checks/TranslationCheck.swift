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
        let shown = lines.prefix(10).joined(separator: "、") + (lines.count > 10 ? "……" : "")
        var notes = [
            Wording("这一行下面加“\(language): …”，或在同一行写“| …”", "add `\(language): …` below, or `| …` on the line")
        ]
        if !lines.isEmpty {
            notes.append(
                Wording("全卷还缺 \(lines.count) 处：第 \(shown) 行", "\(lines.count) more missing, on lines \(shown)"))
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
