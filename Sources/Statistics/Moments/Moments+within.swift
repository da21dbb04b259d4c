extension Moments {
    /// The common variance within cells, from printed numbers: the whole's moments and the cells' sizes and means.
    ///
    /// s_w² = (s²(N − 1) − Σn_c(m_c − m)²)/(N − C), over the cells and one more for everybody else, whose mean is what the
    /// whole leaves: (N·m − Σn_c·m_c)/(N − Σn_c). The rest counts as one cell, so that nothing is told of its parts.
    ///
    /// Each cell with this variance is a sample for ``OneWayAnova``, ``IntraclassCorrelation`` and ``WelchTest``.
    ///
    /// - Unit: that of the values, squared.
    /// - Missing: not in the moments. Where fewer than two cells are given, or what is left within them is not positive, it
    ///   is the variance of the whole; `nil` where that is.
    /// - Source: the decomposition of a sum of squares, Fisher 1925, Statistical Methods for Research Workers.
    /// - Oracle: the pooled variance of the cells' values, where all of them are given.
    public func varianceWithin(_ cells: [(n: Int, mean: Double)]) -> Double? {
        guard let mean, let variance else { return nil }
        let told = cells.filter { $0.n > 0 }
        let rest = n - told.reduce(0) { $0 + $1.n }
        precondition(rest >= 0, "the cells are parts of the whole")
        // About the whole's mean the deviations of all cells add up to 0.
        let deviation = told.reduce(0.0) { $0 + Double($1.n) * ($1.mean - mean) }
        let between =
            told.reduce(0.0) { $0 + Double($1.n) * ($1.mean - mean) * ($1.mean - mean) }
            + (rest > 0 ? deviation * deviation / Double(rest) : 0)
        let degrees = n - told.count - (rest > 0 ? 1 : 0)
        let within = variance * Double(n - 1) - between
        guard told.count >= 2, degrees > 0, within > 0 else { return variance }
        return within / Double(degrees)
    }
}
