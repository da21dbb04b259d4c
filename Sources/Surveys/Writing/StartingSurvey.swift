/// A small whole questionnaire to begin from, with comments that teach the five rules where they apply.
package struct StartingSurvey: Sendable, Equatable {
    package var language: ReaderLanguage
    package var title: String?
    /// Without it the text says where to write one: nothing here looks at a clock.
    package var year: Int?

    package init(language: ReaderLanguage, title: String? = nil, year: Int? = nil) {
        self.language = language
        self.title = title
        self.year = year
    }

    /// In canonical form.
    package var text: String {
        switch language {
        case .chinese: chinese
        case .english: english
        }
    }

    private func titled(_ usual: String) -> String { TextSpelling.escaped(title ?? usual) }

    private var chinese: String {
        """
        // 这是一份完整的短问卷。改成您自己的题目，存盘，运行 zicha check 文件名，看有没有写错；
        // 再运行 zicha preview 文件名，看答题的人会看到什么。“//”开头的是备注，看懂了就可以删。
        // 规矩一：一行只写一件事。“#”是总标题，“##”是章节，“关键词：值”是设置。题干再长也不换行。
        # \(titled("年度学习情况调查"))
        \(year.map { "版本：\($0)" } ?? "// 这里写年份，例如 版本：2026，明年才能和今年比较。")
        // 要有英文，在这里加一行 语言：zh、en，再在每句下面写 en: …
        匿名：是
        分组下限：10
        说明：本问卷不记姓名，约需 3 分钟。

        // 规矩二：写在谁下面就管谁。下面五行都是这个量表的档：整数 = 文字。
        量表：符合五级
        - 1 = 完全不符合
        - 2 = 不太符合
        - 3 = 一般
        - 4 = 比较符合
        - 5 = 完全符合

        量表：水平五级
        - 1 = 不会
        - 2 = 了解
        - 3 = 能独立做
        - 4 = 熟练
        - 5 = 能指导别人

        ## 一、基本情况

        // 规矩三：给机器看的写在行尾的方括号里，先写题型。处室的名单不写在这里，由名册给出。
        CS. 您所在的处室 [下拉 处室]

        // 规矩四：代码（这里是 NX）跟着题目一辈子，全卷不重复，明年还用它。
        // 规矩五：题目本来就必答，可以不答的写“选填”。
        NX. 您参加工作的年限 [单选 选填]
        - 1 = 不满 5 年
        - 2 = 5 年至不满 15 年
        - 3 = 15 年以上

        PX. 今年参加过外出培训吗？ [是否]

        TS. 外出培训一共几天？ [数字 1~366 天]
        // 条件成立才问这道题；只能用前面的题。
        显示：PX = 是

        ## 二、学风

        // 一行一条，各有代码，共用一个量表。
        XF. 请对照过去一年的实际情况作答 [量表题 符合五级]
        - XF1 = 我按计划完成了学习
        - XF2 = 我把学到的内容用到了工作中
        // “反向”是越符合越差的话，计分时两端对调：1 算 5，5 算 1。
        - XF3 = 工作一忙，我就把学习放到一边 [反向]

        ## 三、能力

        // 每项能力答两次：现有水平、岗位要求。
        NL. 请逐项选择：先选您现有的水平，再选岗位要求的水平 [能力对 水平五级]
        - NL1 = 公文写作
        - NL2 = 调查研究
        - NL3 = 数据分析

        ## 四、意见建议

        YJ. 您希望明年安排什么培训？ [长文本 ≤300字 选填]

        // 维度说明怎样计分：取哪些题，缺几题还算，换算成百分，分几个等次。
        维度：学风
        取题：XF
        缺答：至多 1 题
        换算：百分制
        - ≥ 85 = 优秀
        - ≥ 70 = 良好
        - ≥ 60 = 一般
        - 其余 = 待改进

        维度：能力差距
        取题：NL
        计法：要求-现有
        方向：低为好
        - ≥ 1.5 = 差距明显
        - ≥ 0.5 = 有差距
        - 其余 = 达到要求

        """
    }

    private var english: String {
        """
        // A short but whole questionnaire. Put in your own questions, save it and run: zicha check FILE
        // Then run zicha preview FILE to see what a respondent sees. Lines with // are remarks; delete them as you like.
        // Rule 1: one line, one thing. # is the title, ## a section, `keyword: value` a setting. Never break a question.
        # \(titled("Annual study survey"))
        \(year.map { "version: \($0)" } ?? "// The year goes here, such as version: 2026, so that next year can be compared.")
        languages: en
        anonymous: yes
        min-group: 10
        help: No names are recorded; about 3 minutes.

        // Rule 2: a line belongs to what stands above it. The next five are the levels of this scale: number = text.
        scale: Agreement
        - 1 = Not at all true
        - 2 = Rarely true
        - 3 = Sometimes true
        - 4 = Often true
        - 5 = Always true

        scale: Level
        - 1 = None
        - 2 = Basic
        - 3 = Independent
        - 4 = Proficient
        - 5 = Can coach others

        ## About you

        // Rule 3: square brackets at the end are for the machine, the type first. The units come from the roster.
        UN. Your unit [dropdown units]

        // Rule 4: a code (here YS) belongs to its question for good. It is used once, and again next year.
        // Rule 5: a question must be answered unless it says `optional`.
        YS. Your years of service [single optional]
        - 1 = Under 5 years
        - 2 = 5 to under 15 years
        - 3 = 15 years or more

        TR. Did you attend external training this year? [yesno]

        TD. How many days of external training? [number 1~366 days]
        // Asked only where this holds; it can use earlier questions only.
        show-if: TR = Yes

        ## Study style

        // One statement a line, each with its code; all share one scale.
        SS. Answer for the past year [likert Agreement]
        - SS1 = I completed my study plan
        - SS2 = I used what I learned in my work
        // `reverse`: the truer, the worse. Its ends change places in the score: 1 counts 5, and 5 counts 1.
        - SS3 = When work gets busy I put study aside [reverse]

        ## Competence

        // Two answers for each: the level there is, and the level that the post requires.
        CO. Choose your present level, then the level that your post requires [pair Level]
        - CO1 = Official writing
        - CO2 = Field research
        - CO3 = Data analysis

        ## Comments

        CM. What training would you like next year? [longtext ≤300 optional]

        // A dimension says how to score: which items, how many may be missing, onto which range, with which grades.
        dimension: Study style
        items: SS
        missing: at most 1
        rescale: pomp
        - ≥ 85 = Excellent
        - ≥ 70 = Good
        - ≥ 60 = Fair
        - rest = Needs work

        dimension: Competence gap
        items: CO
        method: required-current
        direction: lower
        - ≥ 1.5 = Large gap
        - ≥ 0.5 = Gap
        - rest = Met

        """
    }
}
