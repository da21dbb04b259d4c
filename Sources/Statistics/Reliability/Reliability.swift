/// How far the items of a scale measure one thing: Cronbach's alpha and what goes with it.
///
/// All of it follows from ``ProductMoments`` of the k keyed, unweighted items; the numerators are exact integers.
///
/// - Alpha: k/(k − 1)·(1 − Σs²ᵢ/s²_T) with the interval 1 − (1 − α)·F(1 − γ/2) … 1 − (1 − α)·F(γ/2), F with n − 1 and
///   (n − 1)(k − 1) degrees of freedom. A negative alpha is reported as it is. A constant item stays in the formula
///   and is named in ``items``. An alpha of 1 has no interval: items that all say the same show no error to infer from.
/// - Omega total, ``FactorOmega``, beside it: alpha falls below it where items load unequally.
/// - Standardised alpha: k·r̄/(1 + (k − 1)·r̄), r̄ the mean correlation between items; for scales that add z scores.
/// - Unit: alpha, omega and the correlations have none, at most 1; the standard error in points.
/// - Missing: listwise, as SPSS does; psych and pingouin use pairs by default and differ in the third digit.
/// - Undefined: fewer than two items, fewer than two complete responses, or a sum that does not vary.
/// - Source: Cronbach 1951, Psychometrika 16:297–334; Feldt 1965, Psychometrika 30:357–370; Feldt, Woodruff & Salih
///   1987, Applied Psychological Measurement 11:93–103; for two items Eisinga, te Grotenhuis & Pelzer 2013,
///   International Journal of Public Health 58:637–642.
/// - Oracle: R psych `alpha` on complete rows and `alpha.ci`.
public struct Reliability: Sendable, Equatable {
    /// What an item contributes.
    public struct Item: Sendable, Equatable {
        /// The correlation of the item with the sum of the others; `nil` when either does not vary.
        public let itemRest: Double?
        /// Alpha of the other items; `nil` when fewer than two are left or their sum does not vary.
        public let alphaIfDropped: Double?
        /// Whether everybody gave the same answer.
        public let isConstant: Bool
    }

    /// Alpha with Feldt's interval, method `alpha.feldt.listwise`.
    public let alpha: Estimate
    /// Omega total of one factor, for three items and more.
    public let omega: FactorOmega
    /// Alpha of the standardised items; `nil` when an item is constant or there are fewer than two.
    public let standardisedAlpha: Double?
    /// The mean correlation between two items; `nil` when an item is constant or there are fewer than two.
    public let meanInterItemCorrelation: Double?
    /// 2r/(1 + r), for a scale of two items only; `nil` when an item is constant or the two are exactly opposed.
    public let spearmanBrown: Double?
    /// The standard error of measurement of the mean score, sd·√(1 − α), in points.
    public let standardError: Double?
    /// One an item, in the order of the scale.
    public let items: [Item]

    /// Judges a scale by its complete responses; `responses` is the number of all, so that the missing are counted.
    public init(of moments: ProductMoments, responses: Int, level: Double = 0.95) {
        let n = moments.n
        let k = moments.variables
        let table = ItemCovariances(moments)
        items = (0..<k).map { item in
            Item(
                itemRest: table.itemRest(item), alphaIfDropped: table.alpha(without: item),
                isConstant: n > 0 && table.variances[item] == 0)
        }
        let correlations = CorrelationMatrix(of: moments)
        omega = FactorOmega(of: moments, correlations, responses: responses)
        let meanCorrelation = correlations?.meanOffDiagonal
        meanInterItemCorrelation = meanCorrelation
        standardisedAlpha = meanCorrelation.flatMap { mean in
            // At −1/(k − 1) the standardised items cancel out; rounding must not turn that into a huge number.
            let total = 1 + Double(k - 1) * mean
            return total > 1e-12 ? Double(k) * mean / total : nil
        }
        spearmanBrown = k == 2 ? table.spearmanBrown : nil
        let name = "alpha.feldt.listwise"
        let missing = responses - n
        guard n >= 2, k >= 2, let alpha = table.alpha else {
            let reason: Undefined = k < 2 ? .tooFewItems : n == 0 ? .noAnswers : n == 1 ? .oneAnswer : .constant
            self.alpha = Estimate(value: nil, n: n, missing: missing, method: name, undefined: reason)
            standardError = nil
            return
        }
        let tail = Confidence.tail(of: level)
        let ratio = FisherF(df1: Double(n - 1), df2: Double(n - 1) * Double(k - 1))
        self.alpha =
            alpha == 1
            ? Estimate(value: alpha, n: n, missing: missing, method: name, undefined: .singular)
            : Estimate(
                value: alpha,
                interval: (1 - (1 - alpha) * ratio.quantile(1 - tail), 1 - (1 - alpha) * ratio.quantile(tail)),
                n: n, missing: missing, method: name)
        let variance = Double(table.total) / (Double(n) * Double(n - 1)) / Double(k * k)
        standardError = (variance * (1 - alpha)).squareRoot()
    }
}

/// The covariance matrix of a scale's items, times n(n − 1): whole numbers.
private struct ItemCovariances {
    let variances: [Int128]
    /// The covariance of each item with the sum of all.
    let withTotal: [Int128]
    /// The variance of the sum.
    let total: Int128
    /// The covariance of the first two items.
    let firstPair: Int128

    init(_ moments: ProductMoments) {
        let items = 0..<moments.variables
        variances = items.map { moments.scaledCovariance($0, $0) }
        withTotal = items.map { item in items.reduce(0) { $0 + moments.scaledCovariance(item, $1) } }
        total = withTotal.reduce(0, +)
        firstPair = items.count < 2 ? 0 : moments.scaledCovariance(0, 1)
    }

    var alpha: Double? { Self.alpha(total: total, items: variances.reduce(0, +), count: variances.count) }

    func alpha(without item: Int) -> Double? {
        Self.alpha(
            total: variance(ofRestOf: item), items: variances.reduce(0, +) - variances[item],
            count: variances.count - 1)
    }

    func itemRest(_ item: Int) -> Double? {
        Self.correlation(withTotal[item] - variances[item], variances[item], variance(ofRestOf: item))
    }

    var spearmanBrown: Double? {
        // At r = −1 the formula divides by 0; rounding must not turn that into a huge number.
        guard let r = Self.correlation(firstPair, variances[0], variances[1]), r > -1 + 1e-12 else { return nil }
        return 2 * r / (1 + r)
    }

    private func variance(ofRestOf item: Int) -> Int128 { total - 2 * withTotal[item] + variances[item] }

    private static func alpha(total: Int128, items: Int128, count k: Int) -> Double? {
        guard k >= 2, total > 0 else { return nil }
        // One quotient of whole numbers: rounding cannot lift it above 1, where items are the same.
        return Double(Int128(k) * (total - items)) / Double(Int128(k - 1) * total)
    }

    private static func correlation(_ product: Int128, _ first: Int128, _ second: Int128) -> Double? {
        guard first > 0, second > 0 else { return nil }
        let r = Double(product) / (Double(first).squareRoot() * Double(second).squareRoot())
        return min(1, max(-1, r))
    }
}
