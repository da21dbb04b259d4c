/// What became of the values of one case.
struct Outcome {
    var agreed = 0
    var informational = 0
    /// The largest share of its tolerance that a value used, and which.
    var closest = (share: 0.0, id: "")
    var faults: [String] = []

    /// - Parameter found: by the id of the expected value.
    init(_ golden: GoldenCase, found: [String: GoldenValue]) {
        for (id, expected) in golden.expected.sorted(by: { $0.key < $1.key }) {
            if Informational.reason(golden.name, id) != nil {
                informational += 1
                continue
            }
            guard let value = found[id] else {
                faults.append("\(id): not computed; expected \(expected.value) by \(expected.call)")
                continue
            }
            var worst = 0.0
            if let fault = Self.difference(value, expected.value, expected, worst: &worst) {
                faults.append("\(id): \(fault)")
                continue
            }
            agreed += 1
            if worst > closest.share { closest = (worst, id) }
        }
        for id in found.keys.sorted() where golden.expected[id] == nil {
            faults.append("\(id): computed, but no golden value has this name")
        }
    }

    /// Why two values differ; nil when they agree. `worst` becomes the largest share of the tolerance that was used.
    private static func difference(
        _ found: GoldenValue, _ wanted: GoldenValue, _ expected: GoldenCase.Expected, worst: inout Double
    ) -> String? {
        switch (found, wanted) {
        case (.undefined, .undefined): return nil
        case (.text(let left), .text(let right)) where left == right: return nil
        case (.number(let left), .number(let right)):
            let scale = expected.isRelative ? abs(right) : max(1, abs(right))
            let allowed = expected.tolerance * scale
            let distance = abs(left - right)
            guard distance <= allowed else { return "\(left), expected \(right), tolerance \(expected.tolerance)" }
            if allowed > 0 { worst = max(worst, distance / allowed) }
            return nil
        case (.list(let left), .list(let right)):
            guard left.count == right.count else { return "\(left.count) values, expected \(right.count)" }
            for (index, pair) in zip(left, right).enumerated() {
                if let fault = difference(pair.0, pair.1, expected, worst: &worst) { return "[\(index)] \(fault)" }
            }
            return nil
        case (.record(let left), .record(let right)):
            guard left.keys.sorted() == right.keys.sorted() else {
                return "has \(left.keys.sorted()), expected \(right.keys.sorted())"
            }
            for (key, value) in left.sorted(by: { $0.key < $1.key }) {
                if let fault = difference(value, right[key] ?? .undefined, expected, worst: &worst) {
                    return ".\(key) \(fault)"
                }
            }
            return nil
        default: return "\(found), expected \(wanted)"
        }
    }
}

/// Values that a golden case lists for information: other programs' estimates of something else.
enum Informational {
    private static let reasons: [(suffix: String, reason: String)] = [
        (".alpha_pairwise", "psych's default, over pairs; ours is listwise"),
        (".omega_total_psych_minres_std", "minres on correlations, a standardised estimand"),
    ]

    static func reason(_ name: String, _ id: String) -> String? {
        reasons.first { id.hasSuffix($0.suffix) }?.reason
    }
}
