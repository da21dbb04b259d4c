import Surveys
import TestSupport

/// A survey that shows every type, mark and kind of condition once, with marks that HTML would take for its own.
func previewSample() throws -> Survey {
    try Survey.read(whole: previewSampleText)
}

let previewSampleText = """
    # 各种题型 <样卷> & "试填"
    en: Every type <sample> & "trial"
    版本：2026
    语言：zh、en
    填写：2026-11-01 ~ 2026-11-30
    说明：本问卷匿名填写，约需 8 分钟。
    en: Anonymous, about 8 minutes.

    量表：符合五级
    - 1 = 完全不符合 | Not at all true
    - 2 = 不太符合 | Rarely true
    - 3 = 一般 | Sometimes true
    - 4 = 比较符合 | Often true
    - 5 = 完全符合 | Always true
    - NA = 不适用 | Not applicable

    量表：水平五级
    - 1 = 不会 | None
    - 2 = 了解 | Basic
    - 3 = 能独立做 | Independent
    - 4 = 熟练 | Proficient
    - 5 = 能指导别人 | Can coach others

    ## 一、基本情况 | About you
    说明：请如实填写。
    en: Please be honest.

    CS. 您所在的处室 | Your section [下拉 处室]

    A1. 您的岗位类别 | Your job category [单选]
    - gl = 综合管理 | General administration
    说明：办公室也算。
    en: Offices included.
    - js = 专业技术 | Technical
    - zf = 行政执法 | Enforcement

    A2. 今年参加过哪些形式的学习？ [多选 1~3项]
    en: Which forms of study did you take part in this year?
    - 1 = 集中学习 | Group study
    - 3 = 外出培训 | External training
    显示：A1 ≠ zf
    - 9 = 其他 | Other [填写]
    - 0 = 都没有 | None of these [独占]

    A3. 全年集中学习天数（含线上） [数字 0~366 天]
    en: Days of group study this year (online included)
    提醒：A3 ≥ 5
    提示：规定不少于 5 天，请核对
    en: The rule is at least 5 days; please check

    A4. 最近一次外出培训的开始日期 [日期 2026-01-01~2026-12-31]
    en: Start date of your latest external training
    显示：A2 含 外出培训

    A5. 结束日期 | End date [日期 2026-01-01~2026-12-31]
    显示：A2 含 外出培训 且 (A1 = js 或 A1 = gl)
    校验：A5 ≥ A4
    提示：结束日期不能早于开始日期
    en: The end date cannot be before the start date

    DY. 您是不是党员？ | Are you a Party member? [是否 选填]

    SM. 下面谈谈本处室，答案写在 {{ }} 里。 [说明]
    en: Now about your section; answers go between {{ }}.

    ## 二、学风 | Study style
    显示：A3 > 0

    XF. 请对照过去一年的实际情况作答 [量表题 符合五级 乱序]
    en: Answer for the past year
    - XF1 = 我能坚持每天学习一小时以上
    en: I study for at least one hour a day
    - XF2 = 工作一忙，我就把学习放到一边 [反向 选填]
    en: When work gets busy I put study aside
    显示：A1 = js

    ZJ. 学习对工作有帮助吗？ | Does study help your work? [量表题 符合五级]

    PF. 给下列各项打分 | Rate these [评分 0~10]
    - PF1 = 食堂 | Canteen
    - PF2 = 班车 | Bus

    BF. 给下列各项打百分 | Rate these out of 100 [评分 0~100]
    - BF1 = 会议室 | Meeting rooms

    ZT. 总体评价 | Overall [评分 1~5]

    PX. 最急需的培训 | Most needed training [排序 2项]
    - 1 = 写作 | Writing
    - 2 = 法律 | Law
    - 3 = 数据 | Data

    QT. 写作排在前面的原因 | Why writing [下拉 选填]
    显示：PX 含 写作 且 非 (XF1 ≥ 4 或 ZJ = 一般)
    - a = 常用 | Used often
    - b = 薄弱 | Weak

    NL. 请评价每项能力的现有水平和岗位要求 [能力对 水平五级]
    en: Rate your current level and the level your post requires
    - NL1 = 公文写作 | Official writing
    - NL2 = 数据分析 | Data analysis
    说明：包括表格软件。
    en: Spreadsheets included.

    PJ. 平均每周学习时间 | Hours a week [数字 0.0~40.5 小时 选填]
    显示：NL1.要求 ≥ 3 或 A3 未答

    YF. 到任月份 | Month of appointment [月份 2000-01~2026-12]

    ZW. 职务 | Post [文本 ≤50字]
    显示：YF ≥ 2020-01 且 A4 已答

    Y1. 作为{A1}人员，您最需要哪方面的培训？ [长文本 ≤300字 选填]
    en: As {A1} staff, what training do you need most?

    维度：学风 | Study style
    取题：XF

    """
