import Surveys

/// What holds for whatever somebody writes as a condition over answers and columns.
package enum ConditionProperties {
    package static func check(_ bytes: [UInt8]) throws(BrokenProperty) {
        guard let text = TextEncoding.decode(bytes)?.text else { return }
        let (condition, remarks) = Condition.read(text, survey: survey, columns: ["age", "q 1", "in-school"])
        try remarks.demandPlaces(in: SourceText(text))
        let hasErrors = remarks.contains { $0.severity == .error }
        try demand((condition == nil) == hasErrors, "a condition is read unless it has errors", text)
    }

    /// A variable of every kind that can be compared.
    private static let survey = Survey.read(
        """
        # 自查
        语言：zh

        量表：水平
        - 1 = 低
        - 2 = 高

        A1. 问 [单选]
        - a = 甲
        - b = 乙、丙
        - 含 = 丁或戊

        A2. 问 [多选]
        - a = 甲
        - b = 乙

        A3. 问 [数字 0.0~9.5 天]

        A4. 问 [文本]

        A5. 问 [日期]

        A6. 问 [月份]

        A7. 问 [是否]

        PX. 问 [排序]
        - a = 甲
        - b = 乙

        NL. 问 [能力对 水平]
        - NL1 = 写

        XF. 问 [量表题 水平]
        - XF1 = 甲

        非题. 问 [评分 1~5]
        """
    ).survey
}
