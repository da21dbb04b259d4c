/// Corrections of p values for the number of tests in one table of a report.
public enum MultipleTesting {
    /// Holm's adjusted p values, in the order given.
    ///
    /// Ascending p₍₁₎ ≤ … ≤ p₍ₘ₎: max over j ≤ i of min(1, (m − j + 1)·p₍ⱼ₎).
    ///
    /// - Unit: probabilities, 0…1.
    /// - Missing: an undefined p value does not count as a test and stays undefined.
    /// - Source: Holm 1979, Scandinavian Journal of Statistics 6:65–70.
    /// - Oracle: R `p.adjust(method = "holm")`.
    public static func holm(_ values: [Double?]) -> [Double?] {
        let tests = ascending(values)
        var adjusted = values
        var largest = 0.0
        for (rank, test) in tests.enumerated() {
            largest = max(largest, min(1, Double(tests.count - rank) * test.p))
            adjusted[test.index] = largest
        }
        return adjusted
    }

    /// Benjamini and Hochberg's adjusted p values, in the order given: the false discovery rate.
    ///
    /// Ascending p₍₁₎ ≤ … ≤ p₍ₘ₎: min over j ≥ i of min(1, m·p₍ⱼ₎/j). Never above Holm's.
    ///
    /// - Unit: probabilities, 0…1.
    /// - Missing: an undefined p value does not count as a test and stays undefined.
    /// - Source: Benjamini & Hochberg 1995, Journal of the Royal Statistical Society B 57:289–300.
    /// - Oracle: R `p.adjust(method = "BH")`.
    public static func benjaminiHochberg(_ values: [Double?]) -> [Double?] {
        let tests = ascending(values)
        var adjusted = values
        var smallest = 1.0
        for (rank, test) in tests.enumerated().reversed() {
            smallest = min(smallest, Double(tests.count) * test.p / Double(rank + 1))
            adjusted[test.index] = smallest
        }
        return adjusted
    }

    /// The tests that there are, the smallest p value first; equal ones in the order given.
    private static func ascending(_ values: [Double?]) -> [(index: Int, p: Double)] {
        precondition(values.allSatisfy { $0.map((0...1).contains) ?? true }, "a p value is a probability")
        return values.enumerated().compactMap { index, p in p.map { (index: index, p: $0) } }
            .sorted { ($0.p, $0.index) < ($1.p, $1.index) }
    }
}
