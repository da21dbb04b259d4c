import Surveys

/// The sheets of a report, in the order of the book. One unit's own sheet is named after the unit; see `UnitPage`.
enum SheetKind: CaseIterable {
    case cover, contents, keyPoints, dimensions, units, items, gaps, trend
    case models, mechanisms, ballot, selfCheck
    case measures, comments, quality, method, notes
    case dimensionData, unitData, itemData, chartData

    /// What stands on the tab; other sheets point to it by this name.
    var name: Wording {
        switch self {
        case .cover: Wording("封面", "Cover")
        case .contents: Wording("目录", "Contents")
        case .keyPoints: Wording("要点", "Key points")
        case .dimensions: Wording("维度得分", "Dimension scores")
        case .units: Wording("处室对比", "Units compared")
        case .items: Wording("题项分布", "Items")
        case .gaps: Wording("能力差距", "Competence gaps")
        case .trend: Wording("历年对比", "Trend")
        case .models: Wording("学习模式", "Study models")
        case .mechanisms: Wording("激励与转化", "Incentives and conversion")
        case .ballot: Wording("民主测评汇总", "Ballot")
        case .selfCheck: Wording("自查评分", "Self-check")
        case .measures: Wording("整改清单", "Action list")
        case .comments: Wording("开放意见", "Open answers")
        case .quality: Wording("数据质量", "Data quality")
        case .method: Wording("方法说明", "Method")
        case .notes: Wording("注释与代码", "Notes and codes")
        case .dimensionData: Wording("数据_维度", "Data_dimensions")
        case .unitData: Wording("数据_处室", "Data_units")
        case .itemData: Wording("数据_题项", "Data_items")
        case .chartData: Wording("数据_图表", "Data_charts")
        }
    }
}
