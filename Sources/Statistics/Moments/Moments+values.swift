extension Moments {
    /// n, mean and variance (divisor n − 1) of a list of numbers.
    ///
    /// Two passes over the values less the first one: no digits are lost to a large offset, and values that do not vary
    /// give a variance of exactly 0.
    ///
    /// - Unit: that of the values.
    /// - Missing: none; leave out what is not there. No values give no mean, one value no variance.
    /// - Source: the two-pass algorithm, shifted: Chan, Golub & LeVeque 1983, The American Statistician 37:242–247.
    /// - Oracle: NIST's certified values for NumAcc1–4 and Michelso.
    /// - Throws: ``StatisticsError/notANumber(position:)`` for NaN, infinity, or a number whose square overflows.
    public init(of values: [Double]) throws(StatisticsError) {
        try StatisticsError.check(values)
        guard let origin = values.first else {
            self.init(n: 0, mean: nil, variance: nil)
            return
        }
        let n = values.count
        let shift = values.reduce(0.0) { $0 + ($1 - origin) } / Double(n)
        let squares = values.reduce(0.0) { sum, value in
            let deviation = value - origin - shift
            return sum + deviation * deviation
        }
        self.init(n: n, mean: origin + shift, variance: n < 2 ? nil : squares / Double(n - 1))
    }
}

extension StatisticsError {
    /// Refuses values that no sum of squares can hold.
    static func check(_ values: [Double]) throws(StatisticsError) {
        if let position = values.firstIndex(where: { !(abs($0) < 1e140) }) {
            throw .notANumber(position: position)
        }
    }
}
