/// Z050: no two answers to one question read the same, in any language; for answers come in by their labels too.
let checkWordings: SurveyCheck = { checked in
    var found: [Diagnostic] = []
    for question in checked.questions {
        // The same code twice is reported as such.
        var codes: Set<String> = []
        let told = question.options.filter { codes.insert($0.code.lowercased()).inserted }
        found += doubles(told.map(\.text), .error)
        found += doubles(question.rows.map(\.text), .warning)
        found += swapped(question.options.map { ($0.code, $0.text) })
    }
    for scale in checked.survey.scales {
        found += doubles(scale.levels.map(\.text), .error)
        found += swapped(scale.numbered.map { ($0.code.map(String.init) ?? "", $0.text) })
    }
    for dimension in checked.survey.dimensions { found += doubles(dimension.bands.map(\.text), .warning) }
    return found
}

private func doubles(_ texts: [LocalText], _ severity: Diagnostic.Severity) -> [Diagnostic] {
    guard texts.count > 1, mayHoldDoubles(texts) else { return [] }
    var seen: [String: [String: Place]] = [:]
    return texts.compactMap { text in
        var earlier: Place?
        for (language, wording) in [("", text.main)] + text.translations.sorted(by: { $0.key < $1.key })
        where !wording.isEmpty {
            let key = AnswerReader.folded(wording)
            if let place = seen[language]?[key] {
                earlier = earlier ?? place
            } else {
                seen[language, default: [:]][key] = text.place
            }
        }
        return earlier.map { earlier in
            Diagnostic(
                "Z050", severity, at: text.place.range, Wording("有两项的文字相同", "two of these have the same text"),
                related: [Diagnostic.Related(range: earlier.range, label: Wording("第一个在这里", "the first one"))])
        }
    }
}

/// Spares nearly every list the close look: texts that read the same have the same fingerprint.
private func mayHoldDoubles(_ texts: [LocalText]) -> Bool {
    var seen: Set<UInt64> = []
    return !texts.allSatisfy { text in
        seen.insert(fingerprint(text.main, 0)).inserted
            && text.translations.allSatisfy { language, wording in
                seen.insert(fingerprint(wording, fingerprint(language, 0))).inserted
            }
    }
}

/// Of ASCII letters, digits and Han (FNV-1a over them); blanks and marks do not count. A text with letters beyond these,
/// which Unicode may spell in several ways, is like every other of its kind.
private func fingerprint(_ text: String, _ seed: UInt64) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ seed
    for scalar in text.unicodeScalars {
        let value = scalar.meant.value
        switch value {
        case 0..<0x80, 0x2010...0x2027, 0x3000...0x303F, 0x4E00...0x9FFF, 0xFF00...0xFFEF: break
        default: return seed
        }
        let isLatin = (0x41...0x5A).contains(value & 0xDF) && value < 0x80
        guard isLatin || (0x30...0x39).contains(value) || (0x4E00...0x9FFF).contains(value) else { continue }
        hash = (hash ^ UInt64(isLatin ? value | 0x20 : value)) &* 0x100_0000_01B3
    }
    return hash
}

/// A label that is the code of another answer: `- 1 = 2`, `- 2 = 1`.
private func swapped(_ answers: [(code: String, text: LocalText)]) -> [Diagnostic] {
    let codes = Set(answers.map(\.code))
    return answers.compactMap { answer in
        guard answer.text.main != answer.code, codes.contains(answer.text.main) else { return nil }
        return Diagnostic(
            "Z050", .warning, at: answer.text.place.range,
            Wording(
                "文字“\(answer.text.main)”是另一项的代码，收回的答案会分不清",
                "the text \"\(answer.text.main)\" is the code of another answer"),
            notes: [Wording("代码和文字写成一样，或给文字加上单位", "let code and text agree, or add a unit to the text")])
    }
}
