/// How far the items of a scale measure one thing: Cronbach's alpha and what goes with it.
///
/// All of it follows from the covariances of the k keyed, unweighted items: over complete responses, ``ProductMoments``,
/// or pair by pair, ``CrossProducts``. Where nothing is missing both are the same.
///
/// - Alpha: k/(k − 1)·(1 − Σs²ᵢ/s²_T) with the interval 1 − (1 − α)·F(1 − γ/2) … 1 − (1 − α)·F(γ/2), F with n − 1 and
///   (n − 1)(k − 1) degrees of freedom. A negative alpha is reported as it is. A constant item stays in the formula
///   and is named in ``items``. An alpha of 1 has no interval: items that all say the same show no error to infer from.
/// - Omega total, ``FactorOmega``, beside it: alpha falls below it where items load unequally.
/// - Standardised alpha: k·r̄/(1 + (k − 1)·r̄), r̄ the mean correlation between items; for scales that add z scores.
/// - Unit: alpha, omega and the correlations have none, at most 1; the standard error in points.
/// - Missing: listwise, as SPSS does; or in pairs, as psych and pingouin do, with n the fewest people who gave two of the
///   items. Below 30 of them pairs tell alpha and nothing else.
/// - Undefined: fewer than two items, fewer than two complete responses, a pair that is not told, or a sum that does not
///   vary; and pairs that do not fit together, whose alpha would be above 1.
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

    /// Alpha with Feldt's interval, method `alpha.feldt.listwise` or `alpha.pairs`.
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
        self.init(of: ItemCovariances(moments), responses: responses, level: level)
    }

    /// Judges some variables of a table as a scale, pair by pair.
    public init(of table: CrossProducts, _ variables: [Int], responses: Int, level: Double = 0.95) {
        self.init(of: ItemCovariances(table, variables), responses: responses, level: level)
    }

    private init(of covariances: ItemCovariances, responses: Int, level: Double) {
        let n = covariances.n
        let k = covariances.order
        let sums = ScaleSums(covariances)
        let isJudged = covariances.limit == nil
        items = (0..<k).map { item in
            Item(
                itemRest: isJudged ? sums.itemRest(item) : nil,
                alphaIfDropped: isJudged ? sums.alpha(without: item) : nil,
                isConstant: n > 0 && sums.variances[item] == 0)
        }
        let correlations = CorrelationMatrix(of: covariances)
        omega = FactorOmega(of: covariances, correlations, responses: responses)
        let meanCorrelation = correlations?.meanOffDiagonal
        meanInterItemCorrelation = meanCorrelation
        standardisedAlpha = meanCorrelation.flatMap { mean in
            // At −1/(k − 1) the standardised items cancel out; rounding must not turn that into a huge number.
            let total = 1 + Double(k - 1) * mean
            return total > 1e-12 ? Double(k) * mean / total : nil
        }
        spearmanBrown = k == 2 && isJudged ? sums.spearmanBrown : nil
        let name = covariances.base == .listwise ? "alpha.feldt.listwise" : "alpha.pairs"
        let missing = responses - n
        guard covariances.undefined == nil, k >= 2, let alpha = sums.alpha else {
            let reason: Undefined =
                k < 2 ? .tooFewItems : covariances.undefined ?? (sums.total == 0 ? .constant : .singular)
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
        let variance = sums.total / covariances.unit / Double(k * k)
        standardError = isJudged ? (variance * (1 - alpha)).squareRoot() : nil
    }
}

/// The variances and covariances of a scale's items and of their sum.
private struct ScaleSums {
    let variances: [Double]
    /// The covariance of each item with the sum of all.
    let withTotal: [Double]
    /// The variance of the sum; 0 where there is nothing but rounding left.
    let total: Double
    /// The covariance of the first two items.
    private let firstPair: Double
    /// What counts as rounding.
    private let rounding: Double

    init(_ covariances: ItemCovariances) {
        let items = 0..<covariances.order
        variances = items.map { covariances[$0, $0] }
        withTotal = items.map { item in items.reduce(0.0) { $0 + covariances[item, $1] } }
        firstPair = items.count < 2 ? 0 : covariances[0, 1]
        rounding = covariances.values.reduce(0.0) { $0 + abs($1) } * 1e-14
        let sum = withTotal.reduce(0, +)
        total = abs(sum) > rounding ? sum : 0
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

    private func variance(ofRestOf item: Int) -> Double {
        let rest = total - 2 * withTotal[item] + variances[item]
        return abs(rest) > rounding ? rest : 0
    }

    private static func alpha(total: Double, items: Double, count k: Int) -> Double? {
        guard k >= 2, total > 0 else { return nil }
        let alpha = Double(k) * (total - items) / (Double(k - 1) * total)
        // Items that are the same have an alpha of 1, which rounding may miss.
        return abs(alpha - 1) < 1e-13 ? 1 : alpha > 1 ? nil : alpha
    }

    private static func correlation(_ product: Double, _ first: Double, _ second: Double) -> Double? {
        guard first > 0, second > 0 else { return nil }
        let r = product / (first.squareRoot() * second.squareRoot())
        return min(1, max(-1, r))
    }
}
