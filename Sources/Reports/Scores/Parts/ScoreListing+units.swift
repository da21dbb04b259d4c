import Disclosure
import Scoring
import Statistics
import Surveys

extension ScoreListing {
    /// Each unit against all others, on each dimension.
    func contrastRecords(_ round: AssessedRound) -> [ScoreRecord] {
        let units = release.units(of: round)
        return round.contrasts.compactMap { contrast in
            guard units.indices.contains(contrast.unit) else { return nil }
            let unit = units[contrast.unit]
            guard let score = unit.score(contrast.dimension) else { return nil }
            return ScoreRecord(
                .units(unit.units), .dimension(score.dimension.name), isShown: shows(score, year: round.year)
            ) {
                [
                    ScoreField("verdict", Wording("判断", "verdict"), verdict(contrast)),
                    ScoreField(
                        "difference", Wording("与其余之差", "difference"),
                        .estimate(contrast.test.difference, .decimals(3))),
                ]
                    + ScoreField.test(
                        t: contrast.test.t, df: contrast.test.degreesOfFreedom, p: contrast.test.p,
                        adjusted: contrast.adjustedP) + [
                        ScoreField("hedgesG", Wording("g", "g"), .estimate(contrast.effect, .decimals(3, .interval)))
                    ]
            }
        }
    }

    private func verdict(_ contrast: UnitContrast) -> ScoreField.Value {
        guard let isClear = contrast.isClear, let difference = contrast.test.difference.value else {
            return .word("undefined", Wording("无法判断", "cannot be told"))
        }
        guard isClear else { return .word("alike", Wording("— 没有明显差别", "— no clear difference")) }
        return difference > 0
            ? .word("above", Wording("▲ 明显较高", "▲ clearly above"))
            : .word("below", Wording("▼ 明显较低", "▼ clearly below"))
    }

    /// How the units spread on each dimension, and whether they differ at all.
    func variationRecords(_ round: AssessedRound) -> [ScoreRecord] {
        round.variation.map { variation in
            let anova = variation.anova
            func quartile(_ index: Int) -> Double? {
                variation.quartiles.indices.contains(index) ? variation.quartiles[index] : nil
            }
            return ScoreRecord(.whole, .dimension(variation.dimension.name)) {
                [
                    ScoreField("units", Wording("处室数", "units"), .count(anova.groups)),
                    ScoreField("lowerQuartile", Wording("下四分位", "lower quartile"), .number(quartile(0), decimals: 2)),
                    ScoreField("median", Wording("中位数", "median"), .number(quartile(1), decimals: 2)),
                    ScoreField("upperQuartile", Wording("上四分位", "upper quartile"), .number(quartile(2), decimals: 2)),
                    ScoreField("f", Wording("F", "F"), .number(anova.f, decimals: 3)),
                    ScoreField("dfBetween", Wording("df1", "df1"), .count(anova.f == nil ? nil : anova.betweenDegrees)),
                    ScoreField("dfWithin", Wording("df2", "df2"), .count(anova.f == nil ? nil : anova.withinDegrees)),
                    ScoreField("p", Wording("p", "p"), .probability(anova.p)),
                    ScoreField("etaSquared", Wording("η²", "η²"), .number(anova.etaSquared, decimals: 3)),
                    ScoreField("omegaSquared", Wording("ω²", "ω²"), .number(anova.omegaSquared, decimals: 3)),
                ]
            }
        }
    }

    /// Whether the members of the units agree, on the dimensions that speak of the unit.
    func agreementRecords(_ round: AssessedRound) -> [ScoreRecord] {
        let units = release.units(of: round)
        return round.agreement.flatMap { agreement in
            zip(units, agreement.verdicts).compactMap { unit, judged -> ScoreRecord? in
                guard let score = unit.score(agreement.dimension) else { return nil }
                return ScoreRecord(
                    .units(unit.units), .dimension(score.dimension.name), isShown: shows(score, year: round.year)
                ) {
                    [
                        ScoreField(
                            "icc1", Wording("ICC(1)", "ICC(1)"),
                            .estimate(agreement.intraclass?.icc1, .decimals(3, .interval))),
                        ScoreField("icc1P", Wording("p", "p"), .probability(agreement.intraclass?.p)),
                        ScoreField(
                            "icc2", Wording("ICC(2)", "ICC(2)"),
                            .estimate(agreement.intraclass?.icc2, .decimals(3, .value))),
                        ScoreField(
                            "isUnitProperty", Wording("可作处室属性", "unit property"),
                            .truth(judged.isUnitProperty)),
                        ScoreField("mayBeRanked", Wording("可排名", "may be ranked"), .truth(judged.mayBeRanked)),
                        ScoreField(
                            "reasons", Wording("理由", "reasons"),
                            .words(judged.reasons.map { (code: $0.rawValue, $0.wording) })),
                    ]
                }
            }
        }
    }
}

extension AgreementGate.Reason {
    var wording: Wording {
        switch self {
        case .tooFewResponses: Wording("答全的太少", "too few complete responses")
        case .unknownResponseRate: Wording("回收率不详", "response rate unknown")
        case .lowResponseRate: Wording("回收率低", "low response rate")
        case .unknownAgreement: Wording("意见是否一致不判", "agreement not judged")
        case .weakAgreementUniform: Wording("意见不一致（均匀）", "weak agreement (uniform)")
        case .weakAgreementSlightSkew: Wording("意见不一致（略偏）", "weak agreement (skewed)")
        case .unknownUnitDifference: Wording("处室间差别不判", "differences between units not judged")
        case .unitsDoNotDiffer: Wording("处室间无差别", "units do not differ")
        case .unreliableUnitMeans: Wording("处室均值不稳", "unreliable unit means")
        }
    }
}
