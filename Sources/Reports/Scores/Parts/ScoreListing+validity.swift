import Disclosure
import Scoring
import Statistics
import Surveys

extension ScoreListing {
    /// 效度 of the whole: adequacy, sphericity, the number of components, and the first eigenvalues beside chance.
    func validityRecords(_ round: AssessedRound) -> [ScoreRecord] {
        guard let validity = round.validity else { return [] }
        let (found, parallel) = (validity.dimensionality, validity.parallel)
        let adequacy = found.samplingAdequacy
        func record(
            _ key: String, _ wording: Wording, _ estimate: Estimate, _ shape: ScoreField.Shape, chance: Double? = nil
        ) -> ScoreRecord {
            ScoreRecord(.whole, .named(key, wording), isShown: shows(adequacy)) {
                [
                    ScoreField("value", Wording("值", "value"), .estimate(estimate, shape)),
                    ScoreField(
                        "chance95", Wording("随机的 95 百分位", "95th percentile of chance"), .number(chance, decimals: 3)),
                ]
            }
        }
        func estimate(_ value: Double?, _ method: String) -> Estimate {
            Estimate(
                value: value, n: adequacy.n, missing: adequacy.missing, method: method,
                undefined: value == nil ? adequacy.undefined ?? .notConverged : nil)
        }
        let sphericity = found.sphericity
        let rules = [
            record("kmo", Wording("KMO 取样适切性", "KMO sampling adequacy"), adequacy, .decimals(3)),
            record(
                "bartlettChiSquare", Wording("Bartlett 球形检验 χ²", "Bartlett's χ²"),
                estimate(sphericity?.chiSquare, "bartlett"), .decimals(2)),
            record(
                "bartlettDf", Wording("　自由度", "  degrees of freedom"),
                estimate(sphericity.map { Double($0.degreesOfFreedom) }, "bartlett"), .decimals(0)),
            record("bartlettP", Wording("　p", "  p"), estimate(sphericity?.p, "bartlett"), .probability),
            record(
                "kaiserCount", Wording("大于 1 的特征值个数", "eigenvalues above 1"),
                estimate(found.kaiserCount.map(Double.init), "kaiser"), .decimals(0)),
            record(
                "parallelComponents",
                Wording(
                    "平行分析的成分数（\(parallel.replications) 次，种子 \(parallel.seed)）",
                    "components by parallel analysis (\(parallel.replications) samples, seed \(parallel.seed))"),
                parallel.components, .decimals(0)),
        ]
        return rules
            + found.eigenvalues.prefix(Self.shownEigenvalues).enumerated().map { index, value in
                let place = index + 1
                return record(
                    "eigenvalue.\(place)", Wording("特征值 \(place)", "eigenvalue \(place)"),
                    estimate(value, "eigenvalue"), .decimals(3),
                    chance: parallel.percentile95OfChance.indices.contains(index)
                        ? parallel.percentile95OfChance[index] : nil)
            }
    }

    /// The first ones are those that are looked at.
    private static let shownEigenvalues = 8
}
