/// Words that sound the same: the commonest slip of a Pinyin keyboard picks 先是 for 显示, in which no sign is right.
enum Homophones {
    /// The groups of its signs; nil where a sign is in none.
    static func sounds(of word: String) -> [Int]? {
        var sounds: [Int] = []
        for scalar in word.unicodeScalars {
            guard let group = groupOf[scalar] else { return nil }
            sounds.append(group)
        }
        return sounds
    }

    private static let groupOf: [Unicode.Scalar: Int] = Dictionary(
        groups.enumerated().flatMap { index, group in group.unicodeScalars.map { ($0, index) } }
    ) { first, _ in first }

    /// The signs of the keywords, types and marks, each with common signs of the same syllable.
    private static let groups = [
        "版板办半班般搬伴", "本奔笨", "上尚商伤", "一以已亿意义议易益", "语于与余预遇育域雨鱼寓", "言验延严研眼演颜烟燕", "填天田甜",
        "写些谢协携斜", "匿你拟逆", "名明命鸣", "分份粉奋纷", "组足族祖阻", "下夏吓峡", "限线显现先险县献鲜闲", "凭平评瓶屏", "证正整政症征争",
        "量两亮良凉粮", "表标彪", "维为位未围纬委微伟违", "度独读毒督杜渡堵", "停听庭挺亭", "用永勇涌拥", "取去区曲趣", "题提体替梯",
        "合和何河核盒", "成程城承乘诚", "计级基记及机极积激纪即集技济季", "法发罚乏", "换还环欢缓", "算酸", "缺却确雀", "答达大打搭",
        "方放房访防仿", "向像象相响项想详", "层曾", "性行形型醒兴", "质只制值至之知志治职直", "准谆", "示是时事市式试实识使十", "校效小晓消",
        "说烁", "单但担丹", "选宣旋悬", "多躲夺朵", "拉啦蜡辣", "否缶", "能", "力里理利立例历", "对队堆", "排牌派拍", "序需许续虚",
        "数述树书术属输署", "字自子资", "文问闻温稳", "长常场厂", "日", "期其起齐器气", "月越约阅", "反返范饭犯烦", "乱卵", "占站战展",
        "不部步布", "改该盖", "可克课刻科", "比必笔币", "新心信辛", "增赠", "汇会回惠", "总宗综纵",
    ]
}
