/// Corrections of p values for the number of tests in one table of a report.
public enum MultipleTesting {
    /// Holm's adjusted p values, in the order given.
    ///
    /// Ascending p₍₁₎ ≤ … ≤ p₍ₘ₎: max over j ≤ i of min(1, (m − j + 1)·p₍ⱼ₎).
    ///
    /// - Missing: an undefined p value does not count as a test and stays undefined.
    /// - Source: Holm 1979, Scandinavian Journal of Statistics 6:65–70.
    /// - Oracle: R `p.adjust(method = "holm")`.
    public static func holm(_ values: [Double?]) -> [Double?] {
        precondition(values.allSatisfy { $0.map((0...1).contains) ?? true }, "a p value is a probability")
        let tests = values.enumerated().compactMap { index, p in p.map { (index: index, p: $0) } }
        var adjusted = values
        var largest = 0.0
        for (rank, test) in tests.sorted(by: { ($0.p, $0.index) < ($1.p, $1.index) }).enumerated() {
            largest = max(largest, min(1, Double(tests.count - rank) * test.p))
            adjusted[test.index] = largest
        }
        return adjusted
    }
}
