import Disclosure
import Scoring
import Statistics
import Surveys

extension ScoreListing {
    /// An item of the whole.
    func itemRecord(_ item: ItemResult, of survey: Survey) -> ScoreRecord {
        let code = item.variable.name
        let dimension = item.dimension.flatMap { survey.dimension(named: $0)?.name }
        return ScoreRecord(
            .whole, .item(code: code, item.variable.text, dimension: dimension),
            isShown: release.shows(n: item.answers) || item.answers == 0
        ) {
            [
                ScoreField("mean", Wording("均值", "mean"), .estimate(item.mean, .decimals(3))),
                ScoreField("standardDeviation", Wording("标准差", "sd"), .number(item.standardDeviation, decimals: 3)),
                ScoreField(
                    "favourable", Wording("好评率", "favourable"),
                    .estimate(item.isRated ? item.favourable : nil, .percent(.interval))),
                ScoreField(
                    "unfavourable", Wording("低评率", "unfavourable"),
                    .estimate(item.isRated ? item.unfavourable : nil, .percent(.value))),
                ScoreField("net", Wording("净好评", "net"), .percent(item.isRated ? item.net : nil)),
                ScoreField("missingShare", Wording("漏答率", "skipped"), .percent(item.missingShare)),
                ScoreField("notApplicable", Wording("不适用", "NA"), .count(item.notApplicable)),
                ScoreField("unscored", Wording("不计分", "unscored"), .count(item.unscored)),
                ScoreField("notAsked", Wording("未问", "not asked"), .count(item.notAsked)),
                ScoreField(
                    "itemRest", Wording("题总相关", "item-rest"), .number(item.itemRest, decimals: 3)),
                ScoreField(
                    "alphaIfDropped", Wording("删后α", "α if dropped"), .number(item.alphaIfDropped, decimals: 3)),
                ScoreField(
                    "counts", Wording("分布", "counts"),
                    .counts(
                        item.isRated
                            ? zip(item.variable.answerCodes, item.counts).map { (code: $0, count: $1) } : [])),
                ScoreField(
                    "quartiles", Wording("四分位", "quartiles"), .quartiles(item.isRated ? [] : item.quartiles)),
            ]
        }
    }
}

extension Variable {
    /// The codes that are counted one by one, in words: those of the options, or the numbers themselves.
    fileprivate var answerCodes: [String] {
        if case .options(let options) = domain { return options.map(\.code) }
        return codes?.map(String.init) ?? []
    }
}
