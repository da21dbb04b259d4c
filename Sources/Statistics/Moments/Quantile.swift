extension CountTable {
    /// The type 7 quantile: linear between the order statistics around position (n − 1)p, counted from 0.
    ///
    /// x₍ⱼ₎ + (h − j)(x₍ⱼ₊₁₎ − x₍ⱼ₎), h = (n − 1)p, j its whole part.
    ///
    /// - Unit: that of the values.
    /// - Missing: not in the table. Nothing counted gives `nil`; one value is each of its quantiles.
    /// - Source: Hyndman & Fan 1996, The American Statistician 50:361–365, definition 7; Excel's QUARTILE.INC and the
    ///   default of R and NumPy (SPSS uses definition 6).
    /// - Oracle: R `quantile(type = 7)`.
    public func quantile(_ p: Double) -> Double? {
        precondition((0...1).contains(p), "a quantile is asked for a share of the values")
        let n = n
        guard n > 0 else { return nil }
        let position = Double(n - 1) * p
        let below = Int(position)
        let lower = value(at: below)
        let upper = value(at: min(below + 1, n - 1))
        return lower + (position - Double(below)) * (upper - lower)
    }

    /// The middle value, or the mean of the two middle values; `nil` without values.
    public var median: Double? { quantile(0.5) }

    /// The value at a place of the ascending list, counted from 0.
    private func value(at place: Int) -> Double {
        var seen = 0
        for (value, count) in zip(values, counts) {
            seen += count
            if place < seen { return value }
        }
        preconditionFailure("a place lies within the list")
    }
}
