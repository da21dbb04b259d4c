package import Surveys

/// Random surveys and answers, for what must hold of any round: several dimensions of several items, weights, items of
/// two dimensions, two points only, a condition, competences, composites and composites of composites.
package enum RandomRound {
    package static func survey(_ seed: UInt64, year: Int = 2026) throws(SampleError) -> Survey {
        var chance = SplitMix64(seed: seed)
        let scale = ["百分制", "折百", "原始"].randomElement(using: &chance) ?? "原始"
        let style = ["XF", "XF1×2、XF2、XF3×3", "XF1、XF2"].randomElement(using: &chance) ?? "XF"
        let work = ["ZF", "ZF1×2、ZF2、ZF3", "ZF1"].randomElement(using: &chance) ?? "ZF"
        let overlap = Bool.random(using: &chance) ? "维度：综述 | Both\n取题：XF1、ZF1\n" : ""
        let unequal = Bool.random(using: &chance) ? "PD1×2、PD2、PD3" : "PD1、PD2、PD3"
        let total = Bool.random(using: &chance) ? "维度：总评 | Total\n合成：内层 60%、差距 40%\n" : ""
        return try Survey.sample(
            """
            ## 题目

            CS. 处室 | Unit [下拉 处室]

            XF. 学风 | Style [量表题 五级含不适用]
            - XF1 = 一 | 1
            - XF2 = 二 | 2 [反向]
            - XF3 = 三 | 3
            - XF4 = 四 | 4

            ZF. 作风 | Work [量表题 五级]
            - ZF1 = 五 | 5
            - ZF2 = 六 | 6
            - ZF3 = 七 | 7

            \((1...3).map { "PD\($0). 判断\($0) | Yes \($0) [单选]\n- 1 = 否 | No [1分]\n- 2 = 是 | Yes [5分]\n" }.joined(separator: "\n"))

            YL. 压力 | Strain [评分 0~10]

            SH. 收获 | Use [评分 0~10]
            显示：YL > 3

            NL. 能力 | Competence [能力对 五级]
            - NL1 = 八 | 8
            - NL2 = 九 | 9

            维度：学风 | Style
            取题：\(style)
            换算：\(scale)

            维度：作风 | Work
            取题：\(work)
            换算：\(scale)
            层级：部门

            \(overlap)
            维度：是非 | Yes
            取题：\(unequal)

            维度：压力 | Strain
            取题：YL
            方向：低为好

            维度：收获 | Use
            取题：SH

            维度：差距 | Gap
            取题：NL
            计法：要求-现有
            方向：低为好

            维度：内层 | Inner
            合成：学风 50%、作风 50%

            \(total)
            """, year: year)
    }

    /// Answers of a unit's people, by variable; what is left out is empty.
    ///
    /// - Parameter missing: the share of answers that are left out.
    package static func rows(
        of unit: String, _ count: Int, missing: Double, _ chance: inout SplitMix64
    ) -> [[String: String]] {
        // Some units are near an end of all scales.
        let isHigh = Int.random(in: 0..<5, using: &chance) == 0
        return (0..<count).map { _ in
            var row = ["CS": unit]
            for (name, range) in variables {
                let low = isHigh && Int.random(in: 0..<8, using: &chance) > 0 ? range.upperBound : range.lowerBound
                let isMissing = Double.random(in: 0..<1, using: &chance) < missing
                row[name] = isMissing ? "" : String(Int.random(in: low...range.upperBound, using: &chance))
            }
            if missing > 0, Int.random(in: 0..<12, using: &chance) == 0 { row["XF3"] = "NA" }
            if (Int(row["YL"] ?? "") ?? 0) <= 3 { row["SH"] = "" }
            return row
        }
    }

    private static let variables: [(String, ClosedRange<Int>)] =
        (1...4).map { ("XF\($0)", 1...5) } + (1...3).map { ("ZF\($0)", 1...5) } + (1...3).map { ("PD\($0)", 1...2) }
        + [("YL", 0...10), ("SH", 0...10)]
        + (1...2).flatMap { [("NL\($0)_cur", 1...5), ("NL\($0)_req", 1...5)] }
}
