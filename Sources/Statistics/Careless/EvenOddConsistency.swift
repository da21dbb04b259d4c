/// Whether a person answers one half of each scale as the other half.
///
/// For every scale the means of its keyed items at odd and at even places; r their correlation over the scales;
/// 2r/(1 + r), and −1 from r ≤ −⅓ down. High is consistent (the R package careless turns the sign).
///
/// - Unit: −1…1.
/// - Missing: a half is the mean of the answers that are there; a scale without either half does not count. `nil` with
///   fewer than three scales that count, or where either half is the same on all of them.
/// - Source: Johnson 2005, Journal of Research in Personality 39:103–129; Meade & Craig 2012, Psychological Methods
///   17:437–455.
/// - Oracle: the definition in R.
public struct EvenOddConsistency: Sendable, Equatable {
    /// An item of a scale: its place in the order of the codes, its declared bounds, and whether it is reversed.
    public struct Item: Sendable, Equatable {
        /// The place of the item's code, from 0.
        public var place: Int
        /// The declared bounds of its codes.
        public var low: Int, high: Int
        /// Whether low + high − code scores.
        public var isReversed: Bool

        /// States an item.
        public init(place: Int, low: Int, high: Int, isReversed: Bool = false) {
            precondition(place >= 0 && low < high, "an item has a place and a range")
            self.place = place
            self.low = low
            self.high = high
            self.isReversed = isReversed
        }

        /// The keyed value of the person's code.
        func value(in codes: [Int32?]) -> Double? {
            guard let code = codes[place] else { return nil }
            return isReversed ? Double(low) + Double(high) - Double(code) : Double(code)
        }
    }

    /// The items of every scale, in the order of the scale.
    public let scales: [[Item]]

    /// States the scales; those of one item never have two halves.
    public init(scales: [[Item]]) {
        self.scales = scales
    }

    /// The consistency of one person's raw codes. Nothing is allocated.
    public func value(of codes: [Int32?]) -> Double? {
        var origin: (odd: Double, even: Double)?
        var n = 0.0
        var (odds, evens, oddSquares, evenSquares, products) = (0.0, 0.0, 0.0, 0.0, 0.0)
        for scale in scales {
            guard let halves = Self.halves(of: scale, in: codes) else { continue }
            // Less the first scale's halves: halves that are all the same have squares of exactly 0.
            let start = origin ?? halves
            origin = start
            let (odd, even) = (halves.odd - start.odd, halves.even - start.even)
            n += 1
            odds += odd
            evens += even
            oddSquares += odd * odd
            evenSquares += even * even
            products += odd * even
        }
        guard n >= 3 else { return nil }
        let oddSpread = oddSquares - odds * odds / n
        let evenSpread = evenSquares - evens * evens / n
        guard oddSpread > 1e-12 * oddSquares, evenSpread > 1e-12 * evenSquares else { return nil }
        let r = min(1, (products - odds * evens / n) / (oddSpread * evenSpread).squareRoot())
        return r <= -1.0 / 3 ? -1 : 2 * r / (1 + r)
    }

    /// The means of the answered items at odd and at even places.
    private static func halves(of scale: [Item], in codes: [Int32?]) -> (odd: Double, even: Double)? {
        var (odd, even) = ((sum: 0.0, n: 0.0), (sum: 0.0, n: 0.0))
        for index in scale.indices {
            guard let value = scale[index].value(in: codes) else { continue }
            if index.isMultiple(of: 2) {
                odd = (odd.sum + value, odd.n + 1)
            } else {
                even = (even.sum + value, even.n + 1)
            }
        }
        return odd.n > 0 && even.n > 0 ? (odd.sum / odd.n, even.sum / even.n) : nil
    }
}
