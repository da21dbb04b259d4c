import Foundation
import Statistics

extension GoldenCase {
    /// A distribution function that strays further than the golden truth allows.
    struct StrayingDistributions: Error, CustomStringConvertible {
        var description: String
    }

    private struct Truth: Decodable {
        var values: [String: [Double]]
    }

    /// The grid, compared with R's values by the gate and here, relative, with the 60-digit values of truth.json.
    static func distributions(_ golden: GoldenCase) throws -> [String: GoldenValue] {
        let table = try golden.table()
        let names = table.texts("fn")
        let (x, a, b) = (table.numbers("x"), table.numbers("a"), table.numbers("b"))
        var found: [String: [Double]] = [:]
        for row in names.indices {
            let value = function(names[row], x[row] ?? .nan, a[row] ?? .nan, b[row] ?? .nan)
            found[names[row], default: []].append(value)
        }
        let truth = try JSONDecoder().decode(
            Truth.self, from: Data(contentsOf: golden.folder.appending(path: "truth.json")))
        var straying: [String] = []
        for (name, values) in truth.values.sorted(by: { $0.key < $1.key }) {
            let ours = found[name] ?? []
            var worst = ours.count == values.count ? 0 : Double.infinity
            for (value, exact) in zip(ours, values) {
                worst = max(worst, exact == 0 ? abs(value) : abs(value - exact) / abs(exact))
            }
            print("   \(name): \(values.count) values, worst relative error \(worst)")
            if !(worst <= 1e-11) { straying.append(name) }
        }
        if !straying.isEmpty {
            throw StrayingDistributions(description: "more than 1e-11 from the truth: \(straying)")
        }
        return found.mapValues { GoldenValue($0.map { Optional($0) }) }
    }

    private static func function(_ name: String, _ x: Double, _ a: Double, _ b: Double) -> Double {
        switch name {
        case "pnorm": Normal.cdf(x)
        case "pnorm_upper": Normal.upperTail(x)
        case "qnorm": Normal.quantile(x)
        case "pt": StudentT(df: a).cdf(x)
        case "pt_two_sided": StudentT(df: a).twoSided(x)
        case "qt": StudentT(df: a).quantile(x)
        case "pf_upper": FisherF(df1: a, df2: b).upperTail(x)
        case "qf": FisherF(df1: a, df2: b).quantile(x)
        case "pchisq_upper": ChiSquare(df: a).upperTail(x)
        case "qchisq": ChiSquare(df: a).quantile(x)
        case "pbeta": Beta(a: a, b: b).cdf(x)
        case "pt_noncentral": StudentT(df: a).cdf(x, noncentrality: b)
        case "lgamma": Gamma.log(x)
        case "hedges_J": Estimate.hedgesCorrection(degrees: Int(a))
        default: preconditionFailure("no distribution function \(name)")
        }
    }
}
