import Surveys
import TestSupport

/// A questionnaire of one to five items in one to three dimensions: weights, items of two points, competences, a block
/// that only some are asked, a dimension that shares its items with others, composites within composites.
struct Questionnaire {
    private struct Block {
        var letter: String
        var scale: String
        var items: [Item] = []
        var isConditional = false

        var name: String { "维度" + letter }
    }

    private struct Item {
        var code: String
        var weight = 1
        var isReversed = false
        var isNew = false
    }

    private var blocks: [Block] = []
    private var competences = 0
    /// Items that one more dimension takes.
    private var shared: [String] = []
    private var composites: [(name: String, parts: String)] = []

    init(_ chance: inout SplitMix64) {
        var room = chance.between(1, 5)
        for letter in ["A", "B", "C"].prefix(chance.between(1, 3)) where room > 0 {
            var block = Block(letter: letter, scale: chance.pick(["三级", "三级", "有无"]))
            for number in 1...chance.between(1, min(3, room)) {
                block.items.append(
                    Item(
                        code: letter + String(number), weight: chance.pick([1, 1, 2]),
                        isReversed: block.scale == "三级" && chance.holds(0.2)))
            }
            room -= block.items.count
            block.isConditional = letter != "A" && chance.holds(0.2)
            blocks.append(block)
        }
        if room > 0, chance.holds(0.4) { competences = chance.between(1, min(2, room)) }
        if chance.holds(0.25) {
            let items = blocks.filter { $0.scale == "三级" && !$0.isConditional }.flatMap(\.items)
            if items.count > 1 { shared = items.map(\.code).shuffled(using: &chance).dropLast().sorted() }
        }
        let names = blocks.filter { !$0.isConditional }.map(\.name)
        if names.count > 1, chance.holds(0.6) {
            composites.append(("总评", "\(names[0]) 40%、\(names[1]) 60%"))
            let third = names.count > 2 ? names[2] : competences > 0 ? "能力差距" : nil
            if let third, chance.holds(0.6) { composites.append(("指数", "总评 70%、\(third) 30%")) }
        } else if competences > 0, chance.holds(0.5) {
            composites.append(("总评", "\(names[0]) 50%、能力差距 50%"))
        }
    }

    /// Asks one item more in a block.
    mutating func addItem(_ chance: inout SplitMix64) {
        let place = chance.between(0, blocks.count - 1)
        for block in blocks.indices {
            for item in blocks[block].items.indices { blocks[block].items[item].isNew = false }
        }
        blocks[place].items.append(
            Item(code: blocks[place].letter + String(blocks[place].items.count + 1), isNew: true))
    }

    func reading(_ year: Int) -> SurveyReading {
        let reading = Survey.read(text(year))
        precondition(!reading.hasErrors, "the questionnaire can be read: \(reading.diagnostics.map(\.code))")
        return reading
    }

    private func text(_ year: Int) -> String {
        var lines = [
            "# 自查", "版本：\(year)", "语言：zh", "", "量表：三级", "- 1 = 低", "- 2 = 中", "- 3 = 高", "", "量表：有无", "- 0 = 没有",
            "- 1 = 有", "", "CS. 处室 [下拉 处室]", "",
        ]
        if blocks.contains(where: \.isConditional) { lines += ["PX. 参加过吗？ [是否]", ""] }
        for block in blocks {
            lines.append("\(block.letter). 请评价\(block.letter) [量表题 \(block.scale) 选填]")
            if block.isConditional { lines.append("显示：PX = 是") }
            for item in block.items {
                let marks = [item.isReversed ? "反向" : nil, item.isNew ? "新增" : nil].compactMap(\.self)
                lines.append(
                    "- \(item.code) = 第\(item.code)问" + (marks.isEmpty ? "" : " [\(marks.joined(separator: " "))]"))
            }
            lines.append("")
        }
        if competences > 0 {
            lines.append("N. 请评价能力 [能力对 三级 选填]")
            lines += (1...competences).map { "- N\($0) = 能力\($0)" } + [""]
        }
        for block in blocks {
            let items = block.items.map { $0.code + ($0.weight > 1 ? " ×\($0.weight)" : "") }
            lines += ["维度：\(block.name)", "取题：\(items.joined(separator: "、"))", "换算：百分制", ""]
        }
        if !shared.isEmpty { lines += ["维度：合看", "取题：\(shared.joined(separator: "、"))", "换算：百分制", ""] }
        if competences > 0 { lines += ["维度：能力差距", "取题：N", "计法：要求-现有", "方向：低为好", ""] }
        for composite in composites { lines += ["维度：\(composite.name)", "合成：\(composite.parts)", ""] }
        return lines.joined(separator: "\n") + "\n"
    }
}
