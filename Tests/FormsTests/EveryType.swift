import Forms
import Surveys
import TestSupport

/// A survey with a question of every type, conditions, checks and a retired code.
func everyType() throws -> Survey {
    try Survey.sample(
        """
        ## 一、基本情况 | Basics

        CS. 处室 | Unit [下拉 处室]

        GW. 岗位 | Post [单选]
        - gl = 综合管理 | General
        - js = 专业技术 | Technical
        - qt = 其他 | Other [填写]

        DY. 是否参加 | Joined [是否]

        MS. 方式 | Ways [多选 1~3项]
        - a = 自学 | Alone
        - b = 集中、交流 | Together
        - c = 网络 | Online
        - d = 外出 | Abroad
        - z = 都没有 | None [独占]

        PX. 排序 | Rank [排序 2项]
        - p = 甲 | First
        - q = 乙 | Second
        - r = 丙 | Third

        CC. 次数 | Times [数字 0~20 次]

        BL. 占比 | Share [数字 -5.00~100.00 分]

        RQ. 日期 | Day [日期 2026-01-01~2026-12-31]

        YF. 月份 | Month [月份 2026-01~2026-12]

        DF. 打分 | Rate [评分 0~10]

        ## 二、量表 | Scales

        XF. 自评 | Self [量表题 五级]
        - XF1 = 甲项 | Item one
        - XF2 = 乙项 | Item two [反向]

        XC. 处室 | Section [量表题 五级含不适用]
        - XC1 = 丙项 | Item three

        NL. 能力 | Competence [能力对 五级]
        - NL1 = 丁项 | Item four

        ZW. 追问 | Follow-up [文本 ≤20字]
        显示：GW = gl

        JY1. 建议数 | Made [数字 0~99 条]

        JY2. 采纳数 | Adopted [数字 0~99 条]
        校验：JY2 ≤ JY1
        提示：采纳数不能大于建议数
        en: Adopted cannot exceed made

        YJ. 意见 | Comment [长文本 ≤30字 选填]

        停用：OLD1、OLD2
        """)
}

/// Imports rows given as dictionaries of cells; variables that no row names have no column.
func imported(
    _ rows: [String: String]..., survey: Survey? = nil, roster: Roster? = nil, where condition: String? = nil
) throws -> ResponseImport {
    let header = Set(rows.flatMap(\.keys)).sorted()
    var table = try CSVTable(text: "x\n")
    table.header = header
    table.rows = rows.enumerated().map { index, row in
        CSVTable.Row(number: index + 2, cells: header.map { row[$0] ?? "" })
    }
    return try ResponseImport(table, survey: survey ?? everyType(), roster: roster, where: condition)
}

/// Cells beside which something else was answered: a row with nothing in it is no response.
func filled(_ cells: [String: String]) -> [String: String] {
    cells.merging([cells["YJ"] == nil ? "YJ" : "DY": "1"]) { given, _ in given }
}

/// The one answer that a cell becomes, or its refusal.
func answer(to name: String, _ cell: String) throws -> Result<Answer, RefusalError> {
    let survey = try everyType()
    let result = try imported(filled([name: cell]), survey: survey)
    if let reject = result.rejects.first { return .failure(RefusalError(reject.refusal)) }
    let index = survey.variables.firstIndex { $0.name == name } ?? 0
    return .success(result.responses[0].answers[index])
}
