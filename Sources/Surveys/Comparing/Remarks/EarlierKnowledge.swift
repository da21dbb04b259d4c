/// What last year's survey adds to remarks of the ordinary checks.
extension YearCheck {
    mutating func improved(_ remark: Diagnostic) -> Diagnostic {
        switch remark.code {
        case "Z036": withFreeCode(remark)
        case "Z039": withPast(remark)
        case "Z064": withLastThreshold(remark)
        case "Z071", "Z075": withLastWording(remark)
        default: remark
        }
    }

    /// A code that is free this year may have been last year's.
    private mutating func withFreeCode(_ remark: Diagnostic) -> Diagnostic {
        guard let fix = remark.fix, let last = remark.notes.last, last == FreeCodes.note(fix.replacement) else {
            return remark
        }
        let next = free.next(after: String(reading.source.slice(remark.range)))
        var better = remark
        better.notes[better.notes.count - 1] = FreeCodes.note(next)
        better.fix?.replacement = next
        return better
    }

    /// The year in which a code was retired, and what it asked.
    private mutating func withPast(_ remark: Diagnostic) -> Diagnostic {
        let code = String(reading.source.slice(remark.range))
        reused.insert(code)
        guard let past = past(of: code) else { return withFreeCode(remark) }
        let next = free.next(after: code)
        var better = remark
        better.title = past.title
        better.notes = past.notes + [FreeCodes.note(next)]
        better.fix?.replacement = next
        return better
    }

    private func withLastThreshold(_ remark: Diagnostic) -> Diagnostic {
        for dimension in reading.survey.dimensions {
            guard let index = dimension.bands.firstIndex(where: { $0.place.range == remark.range }), index > 0,
                let before = previous.dimension(named: dimension.name.main)?.bands
                    .first(where: { $0.text.main == dimension.bands[index].text.main })?.from,
                let above = dimension.bands[index - 1].from, before < above, before != dimension.bands[index].from
            else { continue }
            let line = PlainNumber.text(before)
            var better = remark
            better.notes.append(
                Wording(
                    "您是不是想写 ≥ \(line)？（\(lastYear.chinese)是 \(line)）",
                    "did you mean ≥ \(line)? (it was \(line) in \(lastYear.english))"))
            better.fix = Diagnostic.Fix(range: remark.range, replacement: "≥ \(line)", isCertain: false)
            return better
        }
        return remark
    }

    /// An unknown code that last year had.
    private func withLastWording(_ remark: Diagnostic) -> Diagnostic {
        let written = String(reading.source.slice(remark.range).prefix { $0 != "." && $0 != "。" && $0 != "．" })
        guard new.item(written) == nil, let item = old.item(written) else { return remark }
        var better = remark
        better.notes.append(
            Wording(
                "\(lastYear.chinese)有过 \(written)“\(item.text.main.excerpt)”，今年已删除。若想沿用，请把它加回来",
                "\(lastYear.english) had \(written) \"\(item.text.main.excerpt)\", which is gone; put it back to go on with it"
            ))
        return better
    }
}
