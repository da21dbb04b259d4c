import Surveys
import Testing

/// Every remark of the language at its place; one mistake, one message.
@Suite struct RemarkTests {
    static let openers = [
        Remarked("Z020", "1️⃣版本：2026"),
        Remarked("Z020", "A1. 问 [文本]\n1️⃣# 自查"),
        Remarked("Z021", "# 自查\n语言：zh\n1️⃣# 一、学风\nA1. 问 [文本]"),
        Remarked("Z022", "# 自查\n语言：zh\n1️⃣### 一、学风\nA1. 问 [文本]"),
        Remarked("Z031", "# 自查\n语言：zh\n1️⃣##\nA1. 问 [文本]"),
        Remarked("Z060", "# 自查\n语言：zh\n1️⃣## 一、学风\n## 二、作风\nA1. 问 [文本]"),
        Remarked("Z060", "# 1️⃣自查"),
        Remarked("Z104", "A1. 1️⃣题目 [文本]"),
        Remarked("Z104", "A1. 1️⃣问题 12 [文本]"),
        Remarked("Z104 Z104", "A1. 问 [单选]\n- 1 = 1️⃣选项1\n- 2 = 2️⃣选项2\n- 3 = 选项很多"),
        Remarked("Z104", "XF. 问 [评分 1~5]\n- XF1 = 甲\n- XF2 = 1️⃣标题2"),
        Remarked("Z032", "1️⃣一、学风\nA1. 问 [文本]"),
        Remarked("Z034", "A1. 问 [文本]\n1️⃣这一行什么也不是"),
        Remarked("Z034", "A1. 这道题的题干很长，\n1️⃣写成了两行 [单选]\n- 1 = 甲\n- 2 = 乙"),
        Remarked("Z035", "1️⃣您的岗位 [单选]\n- 1 = 甲\n- 2 = 乙"),
        Remarked("Z035", "A11️⃣：您的岗位 [单选]\n- 1 = 甲\n- 2 = 乙"),
        Remarked("Z004", "A1. 问 [数字 0~9]\n1️⃣校验 A1 ≥ 5\n提示：再看看"),
        Remarked("Z001", "A0. 问 [数字 0~9]\nA1. 问 [数字 0~9]\n1️⃣显视：A0 ≥ 5"),
        Remarked("Z001", "A1. 问 [数字 0~9]\n1️⃣效验：A1 ≥ 5\n提示：再看看"),
        Remarked("Z001", "1️⃣量表式：五级\n- 1 = 低\n- 2 = 高\nA1. 问 [量表题 五级]"),
        Remarked("Z001", "1️⃣甲乙丙丁：五级\n- 1 = 低\n- 2 = 高\nA1. 问 [文本]"),
        Remarked("Z002", "A1. 问 [数字 0~9]\n校验：1️⃣：A1 ≥ 5\n提示：再看看"),
        Remarked("Z002", "A1.1️⃣. 问 [文本]"),
        Remarked("Z002", "A1. 问 [单选]\n- 1 =1️⃣= 甲\n- 2 = 乙"),
        Remarked("Z002", "停用：A1、1️⃣、A2"),
        Remarked("Z002", "停用：A1、A21️⃣、"),
        Remarked("Z004", "1️⃣量表 五级\n- 1 = 低\n- 2 = 高\nA1. 问 [量表题 五级]"),
        Remarked("Z004", "A1. 问 [评分 1~5]\n1️⃣维度 学风\n取题：A1\n缺答：至多 0 题\n- ≥ 4 = 好\n- 其余 = 一般"),
        Remarked("Z004", "A1. 问 [数字 0~9]\n1️⃣提醒 A1 ≥ 5\n提示：再看看"),
        Remarked("Z106", "# 1️⃣自查\n语言：zh\nA1. 问 [文本]"),
    ]

    static let translations = [
        Remarked("Z040", "# 自查 | Check\n版本：2026\n1️⃣en: 2026\nA1. 问 | Ask [文本]"),
        Remarked("Z041", "# 自查 | Check\n1️⃣zh: 自查"),
        Remarked("Z042", "# 自查 | Check\n1️⃣en: Self-check"),
        Remarked("Z043", "# 自查\n语言：zh\n1️⃣en: Check\nA1. 问 [文本]\nen: Ask"),
        Remarked("Z043 Z043", "# 自查\nen: Check\n语言：1️⃣中文、2️⃣英文\nA1. 问 | Ask [文本]"),
        Remarked("Z043", "# 自查\n语言：zh、1️⃣zh"),
        Remarked("Z044", "A1. 甲 1️⃣| 乙 [文本]"),
        Remarked("Z043", "# 自查 | Check\n语言：zh、1️⃣xq"),
        Remarked("Z043", "# 自查\n语言：zh、1️⃣english"),
        Remarked("Z044", "# 自查 | Check 1️⃣| 检查"),
        Remarked("Z031", "# 自查 | Check\nA1. 问 1️⃣| [文本]\nen: Ask"),
        Remarked("Z031", "# 自查 | Check\nA1. 问 | Ask [文本]\n说明：甲\n1️⃣en:"),
        Remarked("Z070", "# 1️⃣自查\nA1. 问 | Ask [文本]"),
        Remarked("Z070", "# 自查 | Check\n量表：五级\n- 1 = 1️⃣低\n- 2 = 高\nA1. 问 | Ask [量表题 五级]"),
    ]

    static let brackets = [
        Remarked("Z010", "A1. 天数 1️⃣[数字 0~9"),
        Remarked("Z010", "A1. 天数 1️⃣【数字 0~9"),
        Remarked("Z010", "A1. 天数 数字 0~91️⃣]"),
        Remarked("Z010", "A1. 天数 1️⃣[天数"),
        Remarked("Z010", "A1. 问 [单选]\n- 1 = 甲 1️⃣[填写\n- 2 = 乙"),
        Remarked("Z010", "A1. 问 [单选]\n- 1 = 甲 独占1️⃣]\n- 2 = 乙"),
        Remarked("Z011", "A1. 问 [单选]\n- 1 = 甲 [1️⃣5 分]\n- 2 = 乙 [0分]"),
        Remarked("Z011", "XF. 问 [评分 1~5]\n- XF1 = 甲 [1️⃣必答]"),
        Remarked("Z011", "A1. 问 [单选]\n- 1 = 甲 [1️⃣反向]\n- 2 = 乙"),
        Remarked("Z014 Z014", "A1. 问 [长文本 1️⃣300字 2️⃣必填]"),
        Remarked("Z014", "A1. 问 [数字 0~9 1️⃣必答]"),
        Remarked("Z014", "A1. 问 [数字 0~9 1️⃣required]"),
        Remarked("Z014", "A1. 问 [文本 1️⃣mandatory]"),
        Remarked("Z014", "A1. 问 [数字 1️⃣0-400 学时]"),
        Remarked("Z014", "A1. 问 [数字 1️⃣0至400]"),
        Remarked("Z014", "A1. 问 [评分 1️⃣1—5]\n维度：学风\n取题：A1\n- ≥ 4 = 好\n- 其余 = 一般"),
        Remarked("Z014", "A1. 问 [多选 1️⃣1-2项]\n- a = 甲\n- b = 乙"),
        Remarked("Z015", "量表：五级\n- 1 = 低\n- 2 = 高\nNL. 问 [能力对 五级]\n- NL1 = 写 [选填 1️⃣反向]"),
        Remarked("Z054", "量表：五级\n- 1 = 低\n- 2 = 高\nNL. 问 [1️⃣能力对]\n- NL1 = 写"),
        Remarked("Z011", "A1. 问 [单选]\n- 1 = 甲 [1️⃣填些]\n- 2 = 乙"),
        Remarked("Z011", "A1. 问 [单选]\n- 1 = 甲 1️⃣[]\n- 2 = 乙"),
        Remarked("Z011", "A1. 问 [单选]\n- 1 = 甲 [1️⃣1.5分]\n- 2 = 乙"),
        Remarked("Z012", "1️⃣A1. 岗位\n- 1 = 甲\n- 2 = 乙"),
        Remarked("Z012", "A1. 岗位 1️⃣[]\n- 1 = 甲\n- 2 = 乙"),
        Remarked("Z012", "1️⃣A1. 岗位\n- 1 = 甲\n- 2 = 乙\nA2. 问 [文本]\n显示：A1 = 1"),
        Remarked("Z013", "A1. 岗位 [1️⃣单选提]\n- 1 = 甲\n- 2 = 乙\nA2. 问 [文本]\n显示：A1 = 1"),
        Remarked("Z013", "A1. 岗位 [1️⃣天地玄黄]\n- 1 = 甲\n- 2 = 乙\nA2. 问 [文本]\n显示：A1 = 1\n维度：学风\n取题：A1"),
        Remarked("Z014", "A1. 岗位 [单选 1️⃣甲乙丙丁]\n- 1 = 甲\n- 2 = 乙"),
        Remarked("Z014", "A1. 岗位 [单选 1️⃣必填]\n- 1 = 甲\n- 2 = 乙"),
        Remarked("Z014", "A1. 岗位 [文本 1️⃣反向]"),
        Remarked("Z014", "A1. 岗位 [说明 1️⃣选填]"),
        Remarked("Z014", "A1. 岗位 [文本 1️⃣乱序]"),
        Remarked("Z014", "A1. 岗位 [多选 1️⃣1~2]\n- 1 = 甲\n- 2 = 乙"),
        Remarked("Z014", "A1. 岗位 [多选 1️⃣0~0项]\n- 1 = 甲\n- 2 = 乙"),
        Remarked("Z014", "A1. 岗位 [排序 1️⃣1~2项]\n- 1 = 甲\n- 2 = 乙"),
        Remarked("Z014", "A1. 岗位 [数字 1️⃣0~多]"),
        Remarked("Z014", "A1. 岗位 [数字 0~9 天 1️⃣小时]"),
        Remarked("Z014", "A1. 岗位 [数字 0~9 1️⃣选真]"),
        Remarked("Z014", "A1. 岗位 [数字 1️⃣文本]"),
        Remarked("Z048", "A1. 岗位 [月份 1️⃣2026-01-15~2026-02]"),
        Remarked("Z014", "A1. 岗位 [下拉 1️⃣学校]"),
        Remarked("Z014", "量表：五级\n- 1 = 低\n- 2 = 高\nA1. 问 [量表题 五级 1️⃣反项]"),
        Remarked("Z014", "A1. 岗位 [日期 1️⃣2026-01-01]"),
        Remarked("Z015", "A1. 岗位 [文本 选填 1️⃣选填]"),
        Remarked("Z015", "A1. 岗位 [文本 新增 1️⃣改述可比]"),
        Remarked("Z015", "A1. 问 [单选]\n- 1 = 甲 [2分 1️⃣3分]\n- 2 = 乙 [0分]"),
        Remarked("Z015", "A1. 问 [单选]\n- 1 = 甲 [2分 1️⃣不计分]\n- 2 = 乙 [0分]"),
        Remarked("Z015", "量表：五级\n- 1 = 低\n- 2 = 高\nA1. 问 [量表题 五级 1️⃣反向]\n- A11 = 甲\n- A12 = 乙"),
        Remarked("Z016", "# 自查 1️⃣[匿名]\n语言：zh\nA1. 问 [文本]"),
        Remarked("Z016", "# 自查\n语言：zh\n## 学风 1️⃣[选填]\nA1. 问 [文本]"),
        Remarked("Z016", "A1. 岗位 [文本] 1️⃣（必填）"),
        Remarked("Z016", "A1. 岗位 1️⃣[选填] [文本]"),
        Remarked("Z016", "A1. 问 [单选]\n- 1 = 甲 [填写]1️⃣。\n- 2 = 乙"),
        Remarked("Z016", "# 自查 | Check\nA1. 问 [文本]\nen: Ask 1️⃣[optional]"),
        Remarked("Z016", "量表：五级 1️⃣[不计分]\n- 1 = 低\n- 2 = 高\nA1. 问 [量表题 五级]"),
        Remarked("Z017", "A1. 问 [单选]\n- 1 = 甲 [1️⃣5000分]\n- 2 = 乙 [0分]"),
        Remarked("Z017", "A1. 问 [评分 1️⃣0~100000]"),
        Remarked("Z048", "A1. 问 [日期 1️⃣2026-02-30~2026-03-01]"),
        Remarked("Z048", "A1. 问 [日期 1️⃣2026-02~2026-03]"),
        Remarked("Z053", "A1. 天数 [数字 1️⃣366~0 天]"),
        Remarked("Z053", "A1. 天数 [评分 1️⃣5~5]"),
        Remarked("Z053", "A1. 天数 [多选 1️⃣3~1项]\n- 1 = 甲\n- 2 = 乙"),
        Remarked("Z053", "A1. 天数 [日期 1️⃣2026-03-01~2026-02-01]"),
        Remarked("Z054", "A1. 问 [1️⃣评分]"),
        Remarked("Z054", "量表：五级\n- 1 = 低\n- 2 = 高\nA1. 问 [1️⃣量表题 选填]"),
        Remarked("Z055", "量表：五级\n- 1 = 低\n- 2 = 高\nA1. 问 [量表题 1️⃣五极]\nA2. 问 [文本]\n显示：A1 ≥ 2\n维度：学风\n取题：A1"),
        Remarked("Z055", "量表：五级\n- 1 = 低\n- 2 = 高\nA1. 问 [量表题 1️⃣天地玄黄]\nA2. 问 [文本]\n显示：A1 ≥ 2\n维度：学风\n取题：A1"),
    ]

    static let items = [
        Remarked("Z030 Z030", "A1. 岗位 [单选]\n1️⃣A. 综合管理\n2️⃣B. 专业技术\nA2. 问 [文本]\n显示：A1 = 专业技术"),
        Remarked("Z030", "A1. 岗位 [单选]\n- a = 甲\n- b = 乙\n1️⃣C. 丙"),
        Remarked("Z012", "A1. 岗位 [单选]\n- a = 甲\n- b = 乙\n1️⃣A2. 年限\n- a = 甲\n- b = 乙"),
        Remarked("Z031", "A1. 岗位 [单选]\n1️⃣- a =\n- b = 乙"),
        Remarked("Z031", "1️⃣A1. [文本]"),
        Remarked("Z033", "量表：五级\n- 1 = 低\n- 1️⃣高 = 高\n- 3 = 最高\nA1. 问 [量表题 五级]"),
        Remarked("Z033", "量表：五级\n- 1 = 低\n1️⃣- 2：高\n- 3 = 最高\nA1. 问 [量表题 五级]"),
        Remarked("Z033", "量表：五级\n- 1 = 低\n- 2 = 高\n- 1️⃣9223372036854775807 = 最高\nA1. 问 [量表题 五级]\n维度：学风\n取题：A1"),
        Remarked("Z035", "A1. 问 [评分 1~5]\n1️⃣- 没有代码\nA2. 问 [文本]"),
        Remarked("Z035", "A1. 问 [单选]\n- 1️⃣1.5 = 一倍半\n- 两倍半"),
        Remarked("Z035", "1️⃣A-1. 问 [文本]"),
        Remarked("Z035", "1️⃣А1. 西里尔字母开头 [文本]"),
        Remarked("Z036", "A1. 问 [文本]\n1️⃣A1. 问 [文本]"),
        Remarked("Z036", "A1. 问 [单选]\n- a = 甲\n- 1️⃣a = 乙"),
        Remarked("Z036", "量表：五级\n- 1 = 低\n- 2 = 高\n- 1️⃣2 = 最高\nA1. 问 [量表题 五级]"),
        Remarked("Z036", "量表：五级\n- 1 = 低\n- 2 = 高\n量表：1️⃣五级\n- 1 = 小\n- 2 = 大\nA1. 问 [量表题 五级]"),
        Remarked("Z036", "量表：五级\n- 1 = 低\n- 2 = 高\nNL. 问 [能力对 五级]\n- NL1 = 写\n1️⃣NL1_cur. 问 [文本]"),
        Remarked("Z036", "A1. 问 [单选]\n- 1 = 甲\n- 2 = 乙 [填写]\n1️⃣A1_2_text. 问 [文本]"),
        Remarked("Z036", "A1. 问 [文本]\n1️⃣a1. 问 [文本]"),
        Remarked("Z036", "A1. 问 [单选]\n- a = 甲\n- 1️⃣A = 乙"),
        Remarked("Z036", "A1. 问 [文本]\n1️⃣A1. 问 [数字]\nA2. 问 [文本]\n显示：A1 ≥ 2"),
        Remarked("Z036", "停用：A1、1️⃣A1"),
        Remarked("Z037", "1️⃣1. 问 [文本]"),
        Remarked("Z037", "停用：1️⃣1"),
        Remarked("Z038", "1️⃣显示. 问 [文本]"),
        Remarked("Z039", "1️⃣A1. 问 [文本]\n停用：A1"),
        Remarked("Z040", "1️⃣- 1 = 甲\n- 2 = 乙"),
        Remarked("Z050", "A1. 问 [单选]\n- a = 甲\n- b = 1️⃣甲"),
        Remarked("Z050", "# 自查 | Check\nA1. 问 | Ask [单选]\n- a = 甲 | Same\n- b = 1️⃣乙 | same"),
        Remarked("Z050", "A1. 问 [单选]\n- 1 = 甲\n- 2 = 1️⃣1"),
        Remarked("Z051 Z051", "A1. 问 [单选]\n- 1️⃣A、甲\n- 2️⃣B、乙"),
        Remarked("Z056", "1️⃣A1. 问 [单选]"),
        Remarked("Z056", "1️⃣A1. 问 [单选]\n- a = 甲"),
        Remarked("Z056", "量表：1️⃣五级\n- NA = 不适用\nA1. 问 [量表题 五级]"),
        Remarked("Z057", "A1. 问 [文本]\n1️⃣- a = 甲\n- b = 乙"),
        Remarked("Z058", "A1. 问 [单选]\n- a = 甲\n- 1️⃣乙"),
        Remarked("Z059", "A1. 问 [多选 1️⃣3~4项]\n- a = 甲\n- b = 乙\n- c = 丙\n- z = 都没有 [独占]"),
        Remarked("Z059", "A1. 问 [排序 1️⃣3项]\n- a = 甲\n- b = 乙"),
        Remarked("Z059", "A1. 问 [多选 1️⃣3~4项]\n- a = 甲\n- b = 乙\nA2. 问 [文本]\n显示：A1 含 甲 且 A1 含 乙"),
        Remarked("Z059", "A1. 问 [排序 1️⃣3项]\n- a = 甲\n- b = 乙\nA2. 问 [文本]\n显示：A1 含 甲"),
        Remarked("Z059", "1️⃣A1. 问 [多选]\n- a = 甲 [独占]\n- b = 乙 [独占]"),
        Remarked("Z011", "量表：五级\n- 1 = 低\n- 2 = 高\n- NA = 无 [1️⃣5分]\nA1. 问 [量表题 五级]"),
        Remarked("Z015", "1️⃣A1. 问 [单选 反向]\n- a = 甲\n- b = 乙"),
        Remarked("Z105", "ZF. 问 [评分 1~5]\n- ZF1 = 甲\n- ZF2 = 本处室开会走过场1️⃣（反向）"),
        Remarked("Z105", "ZF. 问 [评分 1~5]\n- ZF2 = 甲 1️⃣(反向计分) [选填]"),
        Remarked("Z105", "ZF. 问 [评分 1~5]\n- ZF2 = 甲1️⃣（ 反向题 ）"),
        Remarked("Z105", "# 自查 | Check\nZF. 问 | Ask [评分 1~5]\n- ZF2 = 甲 | One 1️⃣(reverse)"),
        Remarked("Z105", "# 自查 | Check\nZF. 问 | Ask [评分 1~5]\n- ZF2 = 甲1️⃣（反向） | One"),
        Remarked("Z105", "A1. 问1️⃣（必填） [文本 选填]"),
        Remarked("Z105", "A1. 问1️⃣（选答） [文本]"),
        Remarked("Z105", "A1. 问1️⃣（单选） [多选]\n- a = 甲\n- b = 乙"),
        Remarked("Z105", "A1. 问1️⃣（多选） [多选]\n- a = 甲\n- b = 乙"),
        Remarked("Z105", "量表：五级\n- 1 = 低\n- 2 = 高\n- NA = 无1️⃣（不计分）\nA1. 问 [量表题 五级]"),
        Remarked("Z105", "A1. 问 [单选]\n- a = 甲1️⃣（5分）\n- b = 乙"),
        Remarked("Z030", "A1. 岗位 [单选]\n- A = 处级\n1️⃣B = 科级\nA2. 问 [文本]\n显示：A1 = 科级"),
        Remarked("Z030", "ZF. 问 [评分 1~5]\n- ZF1 = 甲\n1️⃣ZF2 = 走过场 [反向]"),
        Remarked("Z030", "ZF. 问 [评分 1~5]\n- ZF1 = 甲\n1️⃣ZF2. 走过场 [反向]\n维度：学风\n取题：ZF1、ZF2"),
        Remarked("Z030", "A1. 问 [单选]\n- a = 甲\n1️⃣z. 都不是 [填写]"),
        Remarked("Z030", "量表：五级\n- 1 = 低\n1️⃣2 = 高\nA1. 问 [量表题 五级]"),
        Remarked("Z013", "ZF. 问 [评分 1~5]\n- ZF1 = 甲\nA1. 走过场 [1️⃣选填]"),
        Remarked("Z105", "A1. 问 [单选]\n- a = 甲1️⃣（独占）\n- b = 乙"),
        Remarked("Z105", "A1. 问 [评分 1~5]\n- A11 = 甲1️⃣（反向）"),
        Remarked("Z012", "1️⃣A1. 问（单选）\n- a = 甲\n- b = 乙"),
        Remarked("Z031", "1️⃣量表：\n- 1 = 低\n- 2 = 高\nA1. 问 [量表题 五级]"),
        Remarked("Z067", "A1. 问 [单选]\n- a = 甲 [2分]\n- 1️⃣b = 乙"),
        Remarked("Z067", "量表：五级\n- 1 = 低 [20分]\n- 1️⃣2 = 高\nA1. 问 [量表题 五级]"),
        Remarked("Z072", "量表：1️⃣五级\n- 1 = 低\n- 2 = 高"),
        Remarked("Z073", "量表：1️⃣五级\n- 1 = 低\n- 3 = 高\nA1. 问 [量表题 五级]"),
    ]

    static let properties = [
        Remarked("Z023", "版本：2026\n1️⃣版本：2025"),
        Remarked("Z023", "A0. 问 [数字]\nA1. 问 [文本]\n显示：A0 ≥ 1\n1️⃣显示：A0 ≥ 2"),
        Remarked("Z023", "A1. 问 [评分 1~5]\n维度：学风\n取题：A1\n计法：平均\n1️⃣计法：合计"),
        Remarked("Z023", "A1. 问 [评分 1~5]\n维度：学风\n取题：A1\n1️⃣取题：A1"),
        Remarked("Z023", "A1. 问 [评分 1~5]\n维度：学风\n取题：A1\n换算：百分制\n1️⃣换算：折百"),
        Remarked("Z031", "1️⃣版本："),
        Remarked("Z031", "1️⃣说明："),
        Remarked("Z031", "1️⃣凭证："),
        Remarked("Z031", "A1. 问 [数字]\n1️⃣校验：\n提示：再看看"),
        Remarked("Z040", "A1. 问 [文本]\n1️⃣取题：A1"),
        Remarked("Z040", "A1. 问 [说明]\n1️⃣校验：A1 ≥ 5\n提示：再看看"),
        Remarked("Z040", "1️⃣显示：A1 ≥ 5"),
        Remarked("Z040", "X. 问 [评分 1~5]\n- X1 = 甲\n1️⃣建议：多练"),
        Remarked("Z040", "# 自查\n## 一\n1️⃣建议：多练\nA1. 问 [文本]"),
        Remarked("Z045", "A1. 问 [文本]\n1️⃣匿名：是"),
        Remarked("Z046", "匿名：1️⃣大概"),
        Remarked("Z046", "分组下限：1️⃣3"),
        Remarked("Z046", "A1. 问 [评分 1~5]\n维度：学风\n取题：A1\n方向：1️⃣向上"),
        Remarked("Z046", "A1. 问 [评分 1~5]\n维度：学风\n取题：A1\n缺答：1️⃣随便"),
        Remarked("Z046", "A1. 问 [评分 1~5]\n维度：学风\n取题：A1\n基准：1️⃣85分"),
        Remarked("Z047", "版本：1️⃣20255"),
        Remarked("Z047", "版本：1️⃣+202"),
        Remarked("Z047", "版本：2026\n上一版：1️⃣2026"),
        Remarked("Z048", "填写：1️⃣2026-11-01"),
        Remarked("Z048", "填写：2026-11-01 ~ 1️⃣2026-11-31"),
        Remarked("Z053", "填写：1️⃣2026-11-30 ~ 2026-11-01"),
        Remarked("Z052", "A1. 问 [数字]\n1️⃣提示：再看看"),
        Remarked("Z052", "A1. 问 [数字 0~9]\n校验：A1 ≥ 5\n提示：再看看\n1️⃣提示：又看看"),
    ]

    static let conditions = [
        Remarked("Z071", "A3. 问 [数字]\nA4. 问 [文本]\n显示：1️⃣A5 ≥ 4"),
        Remarked("Z071", "A3. 问 [数字]\nA4. 问 [文本]\n显示：1️⃣A3.要求 ≥ 4"),
        Remarked("Z080", "A1. 问 [数字]\nA2. 问 [文本]\n显示：A1 = 1 或 A1 = 2 1️⃣且 A1 ≠ 3"),
        Remarked("Z081", "A1. 问 [数字]\nA2. 问 [文本]\n显示：1️⃣（A1 = 1"),
        Remarked("Z081", "A1. 问 [数字]\nA2. 问 [文本]\n显示：A1 = 11️⃣）"),
        Remarked("Z081", "A1. 问 [文本]\nA2. 问 [文本]\n显示：A1 = 1️⃣“甲"),
        Remarked("Z082", "A1. 问 [数字]\nA2. 问 [文本]\n显示：1️⃣A1"),
        Remarked("Z082", "A1. 问 [数字]\nA2. 问 [文本]\n显示：A1 1️⃣大于 3"),
        Remarked("Z082", "A1. 问 [数字]\nA2. 问 [文本]\n显示：A1 1️⃣≥"),
        Remarked("Z082", "A1. 问 [数字]\nA2. 问 [文本]\n显示：A1 = 1 1️⃣且"),
        Remarked("Z082", "A1. 问 [数字]\nA2. 问 [文本]\n显示：1️⃣≥ 3"),
        Remarked("Z082", "A1. 问 [数字]\nA2. 问 [文本]\n显示：A1 已答 1️⃣A1 已答"),
        Remarked("Z082", "XF. 问 [评分 1~5]\n- XF1 = 甲\nA2. 问 [文本]\n显示：1️⃣XF = 3"),
        Remarked("Z082", "量表：五级\n- 1 = 低\n- 2 = 高\nNL. 问 [能力对 五级]\n- NL1 = 写\nA2. 问 [文本]\n显示：1️⃣NL1 = 2"),
        Remarked("Z002", "A1. 问 [数字]\nA2. 问 [文本]\n显示：A1 =1️⃣= 3"),
        Remarked("Z082", "A1. 问 [数字]\nA2. 问 [数字]\nA3. 问 [文本]\n显示：A1 = 11️⃣，A2 = 2"),
        Remarked("Z082", "A1. 问 [数字]\nA2. 问 [数字]\nA3. 问 [文本]\n显示：（A1 已答1️⃣、A2 = 2）"),
        Remarked("Z082", "A1. 问 [数字]\nA2. 问 [数字]\nA3. 问 [文本]\n显示：A1 = 11️⃣，且 A2 = 2"),
        Remarked("Z082", "A1. 问 [多选]\n- a = 甲\n- b = 乙\nA3. 问 [文本]\n显示：A1 含 甲1️⃣、A1含 乙"),
        Remarked("Z082", "BG. 问 [是否]\nA3. 问 [文本]\n显示：1️⃣如果 BG = 否"),
        Remarked("Z082", "BG. 问 [是否]\nA3. 问 [文本]\n显示：1️⃣当BG = 否"),
        Remarked("Z082", "BG. 问 [是否]\nA3. 问 [文本]\n显示：1️⃣若 BG 选了否"),
        Remarked("Z083", "A1. 问 [多选]\n- a = 甲\n- b = 乙\nA2. 问 [文本]\n显示：A1 1️⃣= 甲"),
        Remarked("Z083", "A1. 问 [单选]\n- a = 甲\n- b = 乙\nA2. 问 [文本]\n显示：A1 1️⃣含 甲"),
        Remarked("Z083", "A1. 问 [文本]\nA2. 问 [文本]\n显示：A1 1️⃣≥ 甲"),
        Remarked("Z083", "A1. 问 [数字]\nA2. 问 [文本]\n显示：A1 1️⃣含 3"),
        Remarked("Z084", "A1. 问 [单选]\n- a = 甲或乙\n- b = 丙\nA2. 问 [文本]\n显示：A1 = 1️⃣甲或乙"),
        Remarked("Z084", "量表：五级\n- 1 = 低\n- 2 = 高\nA1. 问 [量表题 五级]\nA2. 问 [文本]\n显示：A1 = 1️⃣中"),
        Remarked("Z085", "A1. 问 [数字]\nA2. 问 [文本]\n显示：A1 ≥ 1️⃣五天"),
        Remarked("Z085", "A1. 问 [数字]\nA2. 问 [文本]\n显示：A1 ≥ 1️⃣nan"),
        Remarked("Z085", "A1. 问 [日期]\nA2. 问 [文本]\n显示：A1 ≥ 1️⃣2026-02-30"),
        Remarked("Z085", "A1. 问 [日期]\nA2. 问 [数字]\n校验：A2 ≥ 1️⃣A1"),
        Remarked("Z086", "A1. 问 [文本]\n显示：1️⃣A2 ≥ 5\nA2. 问 [数字]"),
        Remarked("Z086", "A1. 问 [数字]\n校验：A1 ≥ 1️⃣A2\nA2. 问 [数字]"),
        Remarked("Z087", "A1. 问 [数字]\n显示：1️⃣A2 ≥ 1\nA2. 问 [数字]\n显示：A1 ≥ 1"),
        Remarked("Z087", "A1. 问 [数字 1~9]\n显示：1️⃣A2 ≥ 1\nA2. 问 [数字 1~9]\n显示：A1 ≥ 1"),
        Remarked("Z088", "A1. 问 [数字 0~9]\nA2. 问 [文本]\n显示：A1 ≥ 1️⃣10"),
        Remarked("Z088", "A1. 问 [数字 0~9]\nA2. 问 [文本]\n显示：A1 ≥ 1️⃣0"),
        Remarked("Z088", "A1. 问 [数字 0~9]\n校验：A1 = 1️⃣A1"),
        Remarked("Z089", "A1. 问 [数字]\nA2. 问 [文本]\n显示：\(String(repeating: "（", count: 32))1️⃣（（A1 = 1"),
        Remarked("Z079", "A1. 1️⃣作为{A2}，您 [文本]"),
        Remarked("Z079", "A1. 问 [文本]\nA2. 1️⃣作为{A1，您 [文本]"),
        Remarked("Z079", "A1. 问 [文本]\nA2. 1️⃣作为｛A1｝，您 [文本]"),
        Remarked("Z079", "A1. 1️⃣作为{A2}，您 [文本]\nA2. 问 [文本]"),
    ]

    static let dimensions = [
        Remarked("Z036", "A1. 问 [评分 1~5]\n维度：学风\n取题：A1\n维度：1️⃣学风\n取题：A1"),
        Remarked("Z061", "维度：1️⃣学风"),
        Remarked("Z062", "A1. 问 [评分 1~5]\n维度：学风\n取题：A1 ×1️⃣很多"),
        Remarked("Z062", "A1. 问 [评分 1~5]\n维度：学风\n取题：A1\n维度：综合\n合成：1️⃣学风 50.5%"),
        Remarked("Z062", "A1. 问 [评分 1~5]\n维度：学风\n取题：A1\n维度：作风\n取题：A1\n维度：综合\n合成：学风1️⃣：40%；作风：60%"),
        Remarked("Z063", "A1. 问 [评分 1~5]\n维度：学风\n取题：A1\n维度：作风\n取题：A1\n维度：综合\n合成：学风 40%、作风 1️⃣55%"),
        Remarked("Z063", "A1. 问 [评分 1~5]\n维度：学风\n取题：A1\n维度：作风\n取题：A1\n维度：综合\n合成：1️⃣学风 40、作风 60%"),
        Remarked("Z064", "A1. 问 [评分 1~5]\n维度：学风\n取题：A1\n换算：百分制\n- ≥ 85 = 优秀\n- 1️⃣≥ 90 = 良好\n- 其余 = 一般"),
        Remarked("Z065", "A1. 问 [评分 1~5]\n维度：学风\n取题：A1\n- 1️⃣≥ 4 = 优秀"),
        Remarked("Z065", "A1. 问 [评分 1~5]\n维度：学风\n取题：A1\n- 1️⃣其余 = 一般\n- ≥ 4 = 优秀"),
        Remarked("Z066", "A1. 问 [评分 1~5]\n维度：学风\n取题：A1\n- 1️⃣≥ 85 = 优秀\n- 其余 = 一般"),
        Remarked("Z066", "A1. 问 [评分 1~5]\n维度：学风\n取题：A1\n- ≥ 1️⃣很高 = 优秀\n- 其余 = 一般"),
        Remarked("Z066", "A1. 问 [评分 1~5]\n维度：学风\n取题：A1\n1️⃣- 优秀"),
        Remarked("Z002", "A1. 问 [评分 1~5]\n维度：学风\n取题：A1\n- ≥ 4 =1️⃣= 优秀\n- 其余 = 一般"),
        Remarked("Z068", "XF. 问 [评分 1~5]\n- XF1 = 甲\n- XF2 = 乙\n维度：学风\n取题：XF、1️⃣XF1"),
        Remarked("Z068", "A1. 问 [评分 1~5]\n维度：学风\n取题：A1\n维度：综合\n合成：学风 50%、1️⃣学风 50%"),
        Remarked("Z069", "XF. 问 [评分 1~5]\n- XF1 = 甲\n- XF2 = 乙\n维度：1️⃣学风\n取题：XF\n缺答：至多 2 题"),
        Remarked("Z074", "A1. 问 [多选]\n- a = 甲\n- b = 乙\n维度：学风\n取题：1️⃣A1"),
        Remarked("Z074", "A1. 问 [说明]\n维度：学风\n取题：1️⃣A1"),
        Remarked("Z074", "量表：五级\n- 1 = 低\n- 2 = 高\nNL. 问 [能力对 五级]\n- NL1 = 写\n维度：学风\n取题：1️⃣NL"),
        Remarked("Z074", "A1. 问 [评分 1~5]\n维度：学风\n取题：1️⃣A1\n计法：要求-现有"),
        Remarked("Z074", "A1. 问 [评分 1~5 不计分]\n维度：学风\n取题：1️⃣A1"),
        Remarked("Z075", "ZF. 问 [评分 1~5]\n- ZF1 = 甲\n- ZF2 = 乙\n维度：学风\n取题：1️⃣ZF1~ZF2"),
        Remarked("Z075", "A1. 问 [评分 1~5]\n维度：学风\n取题：1️⃣A2"),
        Remarked("Z076", "A1. 问 [评分 1~5]\nA2. 问 [评分 1~7]\n维度：学风\n取题：A1、1️⃣A2"),
        Remarked("Z062", "A1. 问 [评分 1~5]\n维度：学风\n取题：A1\n维度：综合\n合成：1️⃣学风 50% 学风 50%"),
        Remarked("Z075", "A1. 问 [评分 1~5]\nA2. 问 [评分 1~5]\n维度：学风\n取题：1️⃣A1 A2"),
        Remarked("Z076", "A1. 问 [评分 1~5]\n维度：甲\n取题：A1\n换算：百分制\n维度：乙\n取题：A1\n维度：综合\n合成：甲 50%、1️⃣乙 50%"),
        Remarked("Z077", "A1. 问 [评分 1~5]\n维度：学风\n取题：A1\n维度：综合\n合成：1️⃣学凤 100%"),
        Remarked("Z078", "A1. 问 [评分 1~5]\n维度：学风\n取题：A1\n维度：1️⃣综合\n合成：学风 100%\n取题：A1\n缺答：至多 0 题"),
        Remarked("Z087", "维度：甲\n合成：乙 100%\n维度：乙\n合成：1️⃣甲 100%"),
    ]

    static let all =
        openers + translations + brackets + items + properties + conditions + dimensions + oneForOne + slips

    @Test(arguments: openers) func ofTheOpeningOfALine(_ remarked: Remarked) { remarked.check() }
    @Test(arguments: translations) func ofTranslations(_ remarked: Remarked) { remarked.check() }
    @Test(arguments: brackets) func ofBrackets(_ remarked: Remarked) { remarked.check() }
    @Test(arguments: items) func ofItems(_ remarked: Remarked) { remarked.check() }
    @Test(arguments: properties) func ofProperties(_ remarked: Remarked) { remarked.check() }
    @Test(arguments: conditions) func ofConditions(_ remarked: Remarked) { remarked.check() }
    @Test(arguments: dimensions) func ofDimensions(_ remarked: Remarked) { remarked.check() }

    @Test func allErrorsComeAtOnceAndInTheOrderOfTheText() {
        Remarked(
            "Z047 Z055 Z071 Z011 Z075",
            """
            版本：1️⃣26
            量表：五级
            - 1 = 低
            - 2 = 高
            A1. 问 [量表题 2️⃣五极]
            A2. 问 [单选]
            显示：3️⃣B9 = 1
            - a = 甲 [4️⃣填些]
            - b = 乙
            维度：学风
            取题：5️⃣C1
            """
        ).check()
    }

    /// The severity, what is said, and what to write instead.
    /// Slips that were once told twice, or of which the remedy was not told.
    static let oneForOne = [
        Remarked("Z054", "A1. 评价 [1️⃣评分 10分制]"),
        Remarked("Z016", "A1. 职务 [文本] 1️⃣[选填]"),
        Remarked("Z012", "A1. 职务 1️⃣{文本}"),
        Remarked("Z035", "A1. 问 [单选]\n- 1️⃣= 甲\n- 2 = 乙"),
        Remarked("Z020", "1️⃣自查\n版本：2026\nA1. 问 [文本]"),
        Remarked("Z054", "A1. 学风 [1️⃣量表]\n- 1 = 差\n- 2 = 好"),
        Remarked("Z036", "A1. 问 [单选]\n- a = 甲\n- 1️⃣a = 甲\n- b = 乙"),
        Remarked("Z062", "A1. 问 [评分 1~5]\n维度：甲\n取题：A1\n维度：乙\n取题：A1\n维度：丙\n合成：1️⃣甲、乙"),
        Remarked("Z035", "A11️⃣、您的职务 [文本]"),
        Remarked("Z035", "A11️⃣ 您的职务 [文本]"),
        Remarked("Z037", "1️⃣1、您的职务 [文本]"),
        Remarked("Z013", "A1. 职务 [1️⃣选填 文本]"),
        Remarked("Z010 Z013", "A1. 职务 1️⃣[2️⃣选填 文本"),
        Remarked("Z010", "# 自查 | Check\nA1. 问 [文本]\nen: Ask1️⃣]"),
        Remarked("Z035", "XF. 问 [评分 1~5]\n- 1️⃣1 = 我坚持学习"),
        Remarked("Z033", "量表：五级\n- 1 = 差\n1️⃣- 2、好\nA1. 问 [量表题 五级]"),
        Remarked("Z030", "A1. 问 [评分 1~5]\n维度：甲\n取题：A1\n1️⃣≥ 4 = 好\n- 其余 = 差"),
        Remarked("Z030", "A1. 问 [单选]\n1️⃣甲\n乙\n丙"),
        Remarked("Z030", "A1. 问 [单选]\n1️⃣· 甲\n· 乙"),
        Remarked("Z004", "1️⃣匿名\nA1. 问 [文本]"),
        Remarked("Z082", "A1. 问 [数字 0~9]\n校验：1️⃣0 < A1"),
        Remarked("Z082", "A1. 问 [数字 0~9]\n校验：A1 > 0 且 1️⃣< 5"),
        Remarked("Z082", "A0. 问 [是否]\nA1. 问 [文本]\n显示：A0 1️⃣等于 是"),
        Remarked("Z048", "填写：2026-11-01 1️⃣至 2026-11-30\nA1. 问 [文本]"),
        Remarked("Z014", "A1. 问 [数字 1️⃣0~366天]"),
        Remarked("Z014", "A1. 问 [多选 1️⃣至多2项]\n- 甲\n- 乙\n- 丙"),
        Remarked("Z066", "A1. 问 [评分 1~5]\n维度：甲\n取题：A1\n- ≥ 1️⃣4分 = 好\n- 其余 = 差"),
        Remarked("Z066", "A1. 问 [评分 1~5]\n维度：甲\n取题：A1\n- ≥ 4 = 好\n- 1️⃣其他 = 差"),
    ]

    @Test(arguments: oneForOne) func isOneForEachMistake(_ remarked: Remarked) { remarked.check() }

    /// Slips that leave a survey which can be read, but is not the one that was meant.
    static let slips = [
        Remarked("Z107", "A1. 1️⃣，您的职务 [文本]"),
        Remarked("Z107", "A1. 问 [单选]\n- 1 = 1️⃣甲（\n- 2 = 乙"),
        Remarked("Z107", "A1. 1️⃣您的职务（全称 [文本]"),
        Remarked("Z107", "A1. 1️⃣您的”职务“ [文本]"),
        Remarked("Z107", "# 自查 | 1️⃣=Check\nA1. 问 | Ask [文本]"),
        Remarked("Z107", "# 自查 | Check\nA1. 问 [文本]\nen: 1️⃣Ask ~"),
        Remarked("Z107", "A1. 问 [数字 0~9 分]\n1️⃣A2. 答 [数字 0~9 分分]\nA3. 说 [数字 0~9 分]"),
        Remarked("Z107", "A1. 甲 [数字 0~9 分]\nA2. 乙 [数字 0~9 分]\n1️⃣A3. 丙 [数字 0~9]\nA4. 丁 [数字 0~9 分]\nA5. 戊 [数字 0~9 分]"),
        Remarked("Z108", "XF. 问 [评分 1~5]\n- XF1 = 1️⃣甲- XF2 = 乙"),
        Remarked("Z109", "XF. 问 [评分 1~5]\n- XF1 = 甲\n- 1️⃣XQ2 = 乙\n- XF3 = 丙"),
        Remarked("Z109", "XF. 问 [评分 1~5]\n- XF1 = 甲\n- XF2 = 乙\n- 1️⃣XXF3 = 丙"),
        Remarked("Z109", "1️⃣XFF. 问 [评分 1~5]\n- XF1 = 甲\n- XF2 = 乙"),
        Remarked("Z109", "XF. 问 [评分 1~5]\n- 1️⃣XE1 = 甲"),
        Remarked("Z109", "M1. 问 [文本]\n1️⃣N2. 问 [文本]\nM3. 问 [文本]"),
        Remarked("Z109", "A1. 问 [单选]\n- 0 = 甲\n- 1 = 乙\n- 1️⃣b = 丙"),
        Remarked("Z047", "版本：2026\n1️⃣填写：2028-11-01 ~ 2028-11-30\nA1. 问 [文本]"),
        Remarked("Z047", "版本：2026\n1️⃣填写：2025-11-01 ~ 2026-11-30\nA1. 问 [文本]"),
        Remarked("Z048", "填写：1️⃣2026-11-011 ~ 2026-11-30\nA1. 问 [文本]"),
        Remarked("Z053", "A1. 问 [数字 1️⃣0~0 分]"),
        Remarked("Z014", "A1. 问 [数字 1️⃣0~01 分]"),
        Remarked("Z085", "A1. 问 [数字 0~99]\n提醒：A1 ≤ 1️⃣06\n提示：再看看"),
        Remarked("Z044", "# 自查 | Check\nA1. 问 [文本]\nen: Ask 1️⃣| again"),
        Remarked("Z016", "A1. 问 [单选]\n- 1 = 甲 [独]1️⃣占\n- 2 = 乙"),
        Remarked("Z043", "# 自查 | Check\n语言：zh、1️⃣eng\nA1. 问 | Ask [文本]"),
        Remarked("Z066", "A1. 问 [评分 1~5]\n维度：1️⃣甲\n取题：A1\n基准：75"),
    ]

    @Test(arguments: slips) func ofSlipsThatCanBeRead(_ remarked: Remarked) { remarked.check() }

    @Test(arguments: [
        "≥ 5 次", "-5 ℃ 以下", "1) 甲", "a）甲", "《条例》", "“三会一课”（含党课）", "C++", "其他：", "……", "don't", "5~10 年", "（一）甲；",
        "100%",
    ])
    func aWordingWithMarksOfItsOwnIsLeftAlone(_ wording: String) {
        _ = readClean("# 自查\n语言：zh\nA1. 问 [单选]\n- 1 = \(wording)\n- 2 = 别的")
    }

    @Test(arguments: [
        "AB. 问 [评分 1~5]\n- A1 = 甲\n- A2 = 乙", "SS. 问 [评分 1~5]\n- ST01 = 甲\n- SU02 = 乙\n- D03 = 丙",
        "XF. 问 [评分 1~5]\n- XF1 = 甲\n- XF3 = 乙\n- XF7 = 丙", "CS. 问 [文本]\nGW. 问 [文本]\nM1. 问 [文本]\nM2. 问 [文本]",
        "A1. 问 [单选]\n- gl = 甲\n- js = 乙\n- zf = 丙", "A1. 问 [数字 0~9 天]\nA2. 问 [数字 0~9 次]\nA3. 问 [数字 0~9 次]",
        "填写：2027-01-05 ~ 2027-01-20\n版本：2026\nA1. 问 [文本]",
    ])
    func whatIsMeantAsItIsIsLeftAlone(_ body: String) {
        _ = readClean("# 自查\n语言：zh\n\(body)")
    }

    static let advice: [(text: String, severity: Diagnostic.Severity, title: String, note: String, right: String?)] = [
        (
            "ZF. 问 [评分 1~5]\n- ZF2 = 走过场（反向）", .error, "（反向）写在圆括号里，只是文字，不起作用", "要让它起作用，写在行尾的方括号里：[反向]",
            "- ZF2 = 走过场 [反向]"
        ),
        ("A1. 问（多选） [单选]\n- a = 甲\n- b = 乙", .error, "（多选）写在圆括号里，只是文字，不起作用", "题型写在方括号里：[多选]", nil),
        (
            "A1. 问（多选） [多选]\n- a = 甲\n- b = 乙", .hint, "（多选）写在圆括号里，只是文字，不起作用", "方括号里已经写了，这里可以去掉",
            "A1. 问 [多选]"
        ),
        ("A1. 问 [长文本 必填]", .error, "“长文本”后面不认识“必填”", "题目本来就必答，去掉即可", "A1. 问 [长文本]"),
        ("A1. 问 [评分 1~5]\n- XF = 甲 [必填]", .error, "不认识的标记“必填”", "题目本来就必答，去掉即可", "- XF = 甲"),
        ("A1. 问 [数字 0至400 学时]", .error, "范围用“~”写成 0~400", "", "A1. 问 [数字 0~400 学时]"),
        ("A1. 问 数字 0~9]", .error, "方括号少了左半边", "在题型或标记前面补上“[”，例如 [单选]、[反向]；文字里的方括号写成 ]]", "A1. 问 [数字 0~9]"),
        ("A1. 问 [单选]\n- a = 甲 [5 分]\n- b = 乙 [0分]", .error, "分值中间不留空格", "写成 [5分]", "- a = 甲 [5分]"),
        ("BG. 问 [是否]\nA1. 问 [文本]\n显示：如果 BG = 否", .error, "条件里不用写“如果”，直接写 BG = 否", "", "显示：BG = 否"),
        ("A1. 问 [单选]\n- A = 甲\nB = 科级", .error, "这一行像是选项，但开头少了“-”", "选项写成“- 代码 = 文字”；题目才写成“代码. 文字 [题型]”", "- B = 科级"),
        ("分组下限：3\nA1. 问 [文本]", .error, "“分组下限”不能小于 5", "人数太少的分组会认出具体的人", nil),
        ("填写：2026-12-01 ~ 2026-11-01\nA1. 问 [文本]", .error, "范围写反了", "", "填写：2026-11-01~2026-12-01"),
        (
            "ZF. 问 [评分 1~5]\n- ZF1 = 甲\n维度：学风\n取题：ZF1~ZF3", .error, "取题不写起止，“ZF1~ZF3”看不懂", "逐个写，或写整块的代码 ZF",
            nil
        ),
        (
            "XF. 问 [评分 1~5]\n- XF1 = 甲\n量表：水平\n- 1 = 低\n- 2 = 高\nNL. 问 [能力对]\n- NL1 = 写", .error, "这种题要写量表名",
            "例如 [能力对 水平]", nil
        ),
        ("XS. 问 [文本]\nA1. 问 [评分 1~5]\n维度：学风\n取题：XF", .error, "取题里的“XF”不存在", "", nil),
        ("FX. 问 [评分 1~5]\nXS. 问 [文本]\n维度：学风\n取题：XF", .error, "取题里的“XF”不存在", "您是不是想写“FX”？", "取题：FX"),
    ]

    @Test(arguments: advice)
    func whatToWriteInstead(
        _ one: (text: String, severity: Diagnostic.Severity, title: String, note: String, right: String?)
    ) throws {
        let text = "# 自查\n语言：zh\n" + one.text
        let remark = try #require(Survey.read(text).diagnostics.first { $0.code != "Z106" })
        #expect(remark.severity == one.severity)
        #expect(remark.title.chinese == one.title)
        #expect(remark.notes.map(\.chinese).joined() == one.note)
        var bytes = Array(text.utf8)
        if let fix = remark.fix { bytes.replaceSubrange(fix.range, with: fix.replacement.utf8) }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        if let right = one.right { #expect(lines.contains(right), "\(lines)") } else { #expect(remark.fix == nil) }
    }

    @Test func everyCodeOfTheRoomHasATest() throws {
        let tables = [
            Self.openers, Self.translations, Self.brackets, Self.items, Self.properties, Self.conditions,
            Self.dimensions, Self.slips, ItemRemarkTests.all,
        ]
        // Z003 belongs to bytes, see EncodingTests; Z099 to files, see YearRemarkTests; Z101 to a roster, see
        // IdentificationTests.
        let tested = Set(tables.joined().flatMap(\.codes)).union(YearRemarkTests.tables.flatMap(\.codes))
            .union(["Z003", "Z099", "Z101"])
        let reported = try Repository.reportedCodes()
        #expect(reported.count > 60)
        #expect(reported.subtracting(tested) == [])
    }
}
