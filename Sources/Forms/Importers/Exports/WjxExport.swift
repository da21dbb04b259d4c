import Surveys

/// 问卷星: one line of headings such as `1、您的处室`, `3、矩阵—行`, `3_1、行`, `2(选项)` and `第3题(行)`.
///
/// Answers come as texts (`按文本`), as positions (`按序号`) or as scores (`按分数`); several choices are joined by `┋`
/// or have a column each with 0 and 1, a ranking is joined by `→` or has a column each with the places.
enum WjxExport {
    static func recognizes(_ table: CSVTable) -> Bool {
        let names = Set(table.header.map(KnownHeadings.folded))
        let telling: Set<String> = ["提交答卷时间", "所用时间", "来源详情", "来自ip"]
        return names.intersection(telling).count >= 2 || (names.contains("序号") && !names.isDisjoint(with: telling))
    }

    static func layout(of table: CSVTable) -> ExportLayout {
        var group: String?
        let columns = table.header.enumerated().map { position, title in
            var column = ExportColumn(position: position, title: title)
            if let reason = reason(title) {
                column.role = .dropped(reason)
                return column
            }
            let heading = Heading(title)
            // The rows of a matrix may come without the number that stands before the first of them.
            if let number = heading.number { group = String(number) }
            column.group = group
            column.number = heading.number
            column.wordings = heading.text == title ? [title] : [heading.text, title]
            column.parts = Self.parts(of: heading.text)
            column.codes = leadingCode(heading.text)
            return column
        }
        return ExportLayout(columns: columns, rows: table.rows, blanks: ["(跳过)", "(空)", "-3", "-2"])
    }

    private struct Heading {
        var number: Int?
        var text: String

        init(_ title: String) {
            if let match = title.prefixMatch(of: /第\s*([0-9]{1,4})\s*题\s*[、:：]?\s*/) {
                number = Int(match.1)
                text = String(title[match.range.upperBound...])
            } else if let match = title.prefixMatch(of: /[Qq]?([0-9]{1,4})(?:_[0-9]{1,3})?\s*(?:[、.．:：]\s*|(?=[(（])|$)/)
            {
                number = Int(match.1)
                text = String(title[match.range.upperBound...])
            } else {
                text = title
            }
        }
    }

    /// Every ending that may be a row or an option: all of it, what follows a dash or colon, what stands in brackets.
    private static func parts(of text: String) -> [String] {
        let starts = text.indices.filter { "—-–:：(（".contains(text[$0]) }
        // The last marks matter; a heading may be a page of instructions with hundreds.
        return [text] + starts.suffix(20).map { String(text[text.index(after: $0)...]) }
    }

    /// `GW. 岗位`: people who type a survey over keep its codes before the questions.
    private static func leadingCode(_ text: String) -> [ExportColumn.CodePath] {
        let bare = text.trimmingSuffix { $0.isWhitespace }
        if bare.wholeMatch(of: /[A-Za-z][A-Za-z0-9_]*/) != nil { return [.init(code: String(bare))] }
        guard let match = text.prefixMatch(of: /([A-Za-z]{1,8}[0-9]{0,4}(?:_cur|_req)?)\s*[.．、:：]/) else { return [] }
        return [.init(code: String(match.1))]
    }

    private static func reason(_ title: String) -> DropReason? {
        let name = KnownHeadings.folded(title)
        switch name {
        case "序号", "答卷编号", "用户id", "openid", "unionid", "外部数据": return .identifier
        case "提交答卷时间", "提交时间", "开始答题时间", "开始时间", "所用时间", "答题时长": return .time
        case "来源", "来源详情", "来源渠道", "渠道": return .source
        case "来自ip", "ip", "ip地址": return .address
        case "总分", "得分", "总得分", "卷面总分": return .score
        case "省份", "城市", "国家", "地理位置", "来自地区": return .location
        case "昵称", "微信昵称", "姓名", "头像": return .name
        case "浏览器", "操作系统", "设备", "终端": return .device
        default: return nil
        }
    }
}

extension String {
    fileprivate func trimmingSuffix(while isDropped: (Character) -> Bool) -> Substring {
        guard let last = lastIndex(where: { !isDropped($0) }) else { return "" }
        return self[...last]
    }
}
