extension SurveyReading {
    /// The same reading, with what last year's survey adds to the remarks.
    ///
    /// What the author has settled by a mark or by retiring a code is not remarked. While the text has errors only the
    /// wordings and codes are compared: nobody can say what is gone from a text that was not read to its end.
    ///
    /// - Parameters:
    ///   - previous: the survey of 上一版.
    ///   - earlier: those before it, the latest first, as far as they are known.
    public func compared(with previous: Survey, earlier: [Survey] = []) -> SurveyReading {
        var check = YearCheck(self, previous: previous, earlier: earlier)
        var compared = self
        let improved = diagnostics.map { check.improved($0) }
        check.remarkOnCodes()
        check.remarkOnWordings()
        check.remarkOnMarks()
        if !hasErrors {
            check.remarkOnAnswers()
            check.remarkOnTrends()
            check.remarkOnTheRest()
        }
        check.remarkOnYear()
        compared.diagnostics = (improved + check.found).inOrderOfPlace
        return compared
    }

    /// The same reading, with the remark that the previous survey was not found where it should lie.
    public func missingPrevious(lookedFor name: String) -> SurveyReading {
        withoutPrevious(
            .hint,
            Wording(
                "没有找到上一版的文件 \(name)，没有核对今年的改动", "the previous survey \(name) was not found; the years were not compared"
            ),
            Wording("把上一版的文件放在旁边，或用 --previous 写出它的名字", "put the file beside this one, or name it with --previous"))
    }

    /// The same reading, with the remark that the previous survey has errors.
    public func unusablePrevious(_ name: String) -> SurveyReading {
        withoutPrevious(
            .warning,
            Wording("上一版 \(name) 有错误，没有核对今年的改动", "the previous survey \(name) has errors; the years were not compared"),
            Wording("先查上一版：zicha check \(name)", "check it first: zicha check \(name)"))
    }

    private func withoutPrevious(_ severity: Diagnostic.Severity, _ title: Wording, _ note: Wording) -> SurveyReading {
        var reading = self
        reading.diagnostics.append(Diagnostic("Z099", severity, at: placeOfPrevious, title, notes: [note]))
        reading.diagnostics = reading.diagnostics.inOrderOfPlace
        return reading
    }

    /// The line of 上一版, from its keyword on.
    var placeOfPrevious: Range<Int> {
        guard let keyword = map.properties[SourceMap.Property(target: .header, keyword: .previous)] else {
            return survey.title.place.range
        }
        let line = source.line(at: keyword.lowerBound)
        return line.place(line.content)
    }
}

extension [Diagnostic] {
    /// By where they stand; those of one place as they came.
    var inOrderOfPlace: [Diagnostic] {
        enumerated().sorted { ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset) }
            .map(\.element)
    }
}
