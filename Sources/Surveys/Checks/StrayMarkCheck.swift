/// Z107, Z108: a mark that slipped into a wording beside it, and two lines that ran into one.
let checkStrayMarks: SurveyCheck = { checked in
    checked.sentences.flatMap { sentence -> [Diagnostic] in
        let text = sentence.text
        guard !checked.isBesideMisread(text.place) else { return [] }
        var found = remark(on: text.main, at: text.place.range).map { [$0] } ?? []
        for (language, wording) in text.translations {
            let place = SourceMap.Translation(sentence: text.place.range.lowerBound, language: language)
            if let remark = remark(on: wording, at: text.place.range) {
                found.append(remark.moved(to: checked.map.translations[place] ?? text.place.range))
            }
        }
        return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
}

private func remark(on wording: String, at place: Range<Int>) -> Diagnostic? {
    joined(wording, place) ?? strayMark(in: wording).map { Diagnostic("Z107", .warning, at: place, $0) }
}

extension Diagnostic {
    fileprivate func moved(to place: Range<Int>) -> Diagnostic {
        var moved = self
        moved.range = place
        return moved
    }
}

private func strayMark(in text: String) -> Wording? {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last, !scalars.dropFirst().isEmpty else { return nil }
    if !first.isPlain, first.isOne(of: neverFirst) {
        // ≥ 5 次, -5 ℃ and .5 are wordings.
        let next = scalars.dropFirst().first { $0 != " " }
        if !(first.isOne(of: signsOfNumbers) && next?.isNumber == true) {
            return Wording("文字开头多了“\(first)”", "the text begins with a stray \"\(first)\"")
        }
    }
    if !last.isPlain, last.isOne(of: neverLast) {
        return Wording("文字结尾多了“\(last)”", "the text ends with a stray \"\(last)\"")
    }
    return unpaired(scalars).map {
        Wording("文字里的“\($0)”没有配成一对", "\"\($0)\" in the text has no partner")
    }
}

extension Unicode.Scalar {
    /// A letter, a digit, a sign of Han or a blank, as nearly all of a wording is.
    fileprivate var isPlain: Bool { isASCII ? isLetter || isDigit || self == " " : (0x4E00...0x9FFF).contains(value) }
}

private let neverFirst = "，,、。.；;：:！!？?）)]】}｝》」』”＝=|｜/／\\%％#＃×·^&@～~>＞≥<＜≤≠-－—–_+＋*＊"
private let signsOfNumbers = ">＞≥<＜≤~～-－—–+＋.·"
private let neverLast = "，,、（(｛{《「『“＝=～~>＞<＜≥≤≠|｜/／\\#＃&@^·"

/// The first bracket or quotation mark that lacks its other half.
private func unpaired(_ scalars: String.UnicodeScalarView) -> Unicode.Scalar? {
    var open: [(mark: Unicode.Scalar, kind: Int)] = []
    for (index, scalar) in scalars.enumerated() where !scalar.isPlain && scalar.isOne(of: pairedMarks) {
        if let kind = openers.firstIndex(where: { scalar.isOne(of: $0) }) {
            open.append((scalar, kind))
        } else if let kind = closers.firstIndex(where: { scalar.isOne(of: $0) }) {
            if open.last?.kind == kind {
                open.removeLast()
            } else if index > 3 || kind > 0 {
                // 1) and a) number the parts of a list.
                return scalar
            }
        }
    }
    return open.first?.mark
}

private let openers = ["（(", "《", "“", "「", "『"]
private let closers = ["）)", "》", "”", "」", "』"]
private let pairedMarks = (openers + closers).joined()

extension String {
    /// A dash and a blank: hardly any wording has them.
    fileprivate var hasDashedWord: Bool {
        let bytes = utf8Span.span
        var last: UInt8 = 0
        for index in bytes.indices {
            let byte = bytes[index]
            if byte == 0x20, last == 0x2D { return true }
            last = byte
        }
        return false
    }
}

/// `…工作中- XF6 = 我乐于…`: the line end between two items was lost.
private func joined(_ text: String, _ place: Range<Int>) -> Diagnostic? {
    guard text.hasDashedWord else { return nil }
    var rest = text[...]
    while let dash = rest.firstIndex(of: "-") {
        rest = rest[rest.index(after: dash)...]
        guard dash > text.startIndex, rest.first == " " else { continue }
        let code = rest.dropFirst().prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
        guard !code.isEmpty, rest[code.endIndex...].drop(while: { $0 == " " }).first == "=" else { continue }
        return Diagnostic(
            "Z108", at: place, Wording("两行接成了一行", "two lines have run into one"),
            notes: [Wording("“- \(code) = …”要另起一行", "`- \(code) = …` begins a line of its own")])
    }
    return nil
}
