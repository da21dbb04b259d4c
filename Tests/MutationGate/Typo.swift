import TestSupport

/// One slip of the fingers or of the input method.
struct Typo {
    enum Kind: String, CaseIterable {
        case delete, double, swap, neighbour, twin, random, insert
    }

    var kind: Kind
    /// Index of the character that it happens to.
    var at: Int
    var text: String

    /// The character that replaces or joins the one that was meant.
    var written: Character?
}

/// Makes typos in the machine zones of one text, the same ones on every machine.
struct Typist {
    let characters: [Character]
    /// True where the machine reads.
    let isMachine: [Bool]
    private let hands: [Int]
    private let signs: [Character]
    private var random: SplitMix64

    /// - Parameter zones: what people wrote for people, as UTF-8 offsets.
    init(_ text: String, sparing zones: [Range<Int>], seed: UInt64) {
        characters = Array(text)
        var isMachine: [Bool] = []
        var offset = 0
        var next = zones[...]
        for character in characters {
            while let zone = next.first, zone.upperBound <= offset { next.removeFirst() }
            isMachine.append(!(next.first?.contains(offset) ?? false))
            offset += character.utf8.count
        }
        self.isMachine = isMachine
        hands = isMachine.indices.filter { isMachine[$0] }
        signs = Array(Set(characters.filter { $0.isHan })).sorted()
        random = SplitMix64(seed: seed)
    }

    mutating func typo() -> Typo? {
        guard let at = hands.randomElement(using: &random), let kind = Typo.Kind.allCases.randomElement(using: &random)
        else { return nil }
        let character = characters[at]
        var changed = characters
        var written: Character?
        switch kind {
        case .delete: changed.remove(at: at)
        case .double: changed.insert(character, at: at)
        case .swap:
            guard at + 1 < characters.count, isMachine[at + 1], characters[at + 1] != character else { return nil }
            changed.swapAt(at, at + 1)
            written = characters[at + 1]
        case .neighbour, .twin, .random:
            let candidates =
                kind == .neighbour
                ? neighbours(of: character) : kind == .twin ? twins(of: character) : mates(of: character)
            guard let other = candidates.randomElement(using: &random), other != character else { return nil }
            changed[at] = other
            written = other
        case .insert:
            // Between two characters that the machine reads: beside a wording it would be a slip in the wording.
            guard at > 0, isMachine[at - 1], let other = mates(of: character).randomElement(using: &random) else {
                return nil
            }
            changed.insert(other, at: at)
            written = other
        }
        return Typo(kind: kind, at: at, text: String(changed), written: written)
    }

    // MARK: What the hand meets instead

    private static let keys = ["`1234567890-=", "qwertyuiop[]\\", "asdfghjkl;'", "zxcvbnm,./"].map(Array.init)

    /// The keys left and right, above and below.
    private func neighbours(of character: Character) -> [Character] {
        let small = Character(character.lowercased())
        for (row, keys) in Self.keys.enumerated() {
            guard let column = keys.firstIndex(of: small) else { continue }
            var found: [Character] = []
            for (other, columns) in [
                (row, [column - 1, column + 1]), (row - 1, [column, column + 1]), (row + 1, [column - 1, column]),
            ]
            where Self.keys.indices.contains(other) {
                found += columns.filter(Self.keys[other].indices.contains).map { Self.keys[other][$0] }
            }
            return character.isUppercase ? found.map { Character($0.uppercased()) } : found
        }
        return []
    }

    /// What looks or sounds alike, or what the input method makes of the same key.
    private func twins(of character: Character) -> [Character] {
        Self.likenesses.filter { $0.contains(character) }.flatMap { $0 }.filter { $0 != character }
    }

    private static let likenesses = [
        "：:；;", "，,、", "。.．", "【[［", "】]］", "（(", "）)", "～~-－—", "＝=", "≥>》", "≤<《", "≠=", "｜|lI1", "#＃", "%％", "×xX*",
        "0OoＯ", "1lI１", "2Z２", "5S５", "8B８", "6b", "9g", "A4Ａ", "FE", "MN", "PR", "UV", "XＸ", "C(", "vu", "rn", "ce",
        "显现线限险", "示是事式视", "校效较笑", "验严言眼", "提题体替", "醒行形性型", "说书数输", "明名命", "版板办", "本木未末术", "上下土士",
        "语雨鱼与", "言研延", "填天田", "写些血", "匿你", "分份粉", "组祖阻", "限线显", "凭平评", "证正政整", "量两亮", "表标", "维为未围",
        "度都独读", "停听庭", "用月甲", "取去区", "合和河盒", "成程城", "计记级几", "法发罚", "换还环", "算酸", "缺却确", "答达大",
        "方放房万", "向像象问", "层曾", "质制值止", "基机及", "准谁", "单担早", "选先迭", "多夕名", "否不杏", "评平坪", "能熊", "力刀历",
        "对队", "排牌非", "序许予", "字子学", "文又丈", "长常场", "日目曰", "期其斯", "反返友", "乱刮", "独毒", "占点站",
        "改该故", "述术", "可何叮", "比此北", "新亲", "增赠", "只中", "于干千", "汇会", "总聪", "且旦目", "或域成", "含合舍", "已己巳",
        "至致到", "高搞", "低底抵", "为力", "好妤", "平半", "均匀", "要耍", "求球", "现观", "有友右", "原源愿", "始使", "百白自", "折拆",
        "部陪", "门们", "个人入", "位立", "其具期", "余佘", "处外", "室屋", "天夫大", "项顶", "一二", "三二", "五王", "级极纪",
    ].map(Array.init)

    /// Any other of the same kind: letter, digit, Han from this text, mark.
    private func mates(of character: Character) -> [Character] {
        if character.isHan { return signs }
        if character.isASCII, character.isLetter {
            return Array(character.isUppercase ? "ABCDEFGHIJKLMNOPQRSTUVWXYZ" : "abcdefghijklmnopqrstuvwxyz")
        }
        if character.isASCII, character.isNumber { return Array("0123456789") }
        return Array("：:，,、。.；;【】[]（）()~～-—=＝≥≤≠<>|#%×/\"“” \n")
    }
}

extension Character {
    fileprivate var isHan: Bool { unicodeScalars.count == 1 && unicodeScalars.allSatisfy(\.properties.isIdeographic) }
}
