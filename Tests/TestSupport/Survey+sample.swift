package import Surveys

/// The text of a survey could not be read, with what the parser says of it.
package struct SampleError: Error, CustomStringConvertible {
    package var description: String
}

extension Survey {
    /// Reads the body of a small survey; title and header are put before it.
    ///
    /// ```swift
    /// try Survey.sample("""
    ///     ## 题目
    ///
    ///     CS. 处室 | Unit [下拉 处室]
    ///
    ///     A. 同意吗 | Agree? [量表题 五级]
    ///     - A1 = 甲 | One
    ///     """)
    /// ```
    package static func sample(_ body: String, year: Int = 2026) throws(SampleError) -> Survey {
        try read(whole: "# 样例\n版本：\(year)\n语言：zh、en\n\n" + scales + "\n" + body + "\n")
    }

    /// Reads a whole text; errors are thrown, hints and warnings are not.
    package static func read(whole text: String) throws(SampleError) -> Survey {
        let reading = read(text)
        let errors = reading.diagnostics.filter { $0.severity == .error }
        guard errors.isEmpty else {
            throw SampleError(description: errors.map { "\($0.code) \($0.title.english)" }.joined(separator: "; "))
        }
        return reading.survey
    }

    /// The survey as the reading of its own text, as a store takes it.
    package var reading: SurveyReading { Survey.read(written(), warnsToo: false) }

    /// Five points without and with 不适用; a survey need not use them.
    private static let scales = """
        量表：五级 | Five
        - 1 = 完全不符合 | Never
        - 2 = 不太符合 | Rarely
        - 3 = 一般 | Sometimes
        - 4 = 比较符合 | Often
        - 5 = 完全符合 | Always

        量表：五级含不适用 | Five and NA
        - 1 = 完全不符合 | Never
        - 2 = 不太符合 | Rarely
        - 3 = 一般 | Sometimes
        - 4 = 比较符合 | Often
        - 5 = 完全符合 | Always
        - NA = 不适用 | Not applicable

        """
}
