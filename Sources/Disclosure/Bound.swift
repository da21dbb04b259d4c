/// How a mean or a share near an end of its scale is printed: exactly, it would say what nearly everybody answered.
package enum Bound: Sendable, Equatable {
    case atLeast(Double)
    case atMost(Double)

    /// The bound of a share of n people, from 0 to 1; nil where it may be printed exactly.
    package static func ofShare(_ share: Double, n: Int) -> Bound? { Bound(share, in: 0...1, margin: edgeOfShares(n)) }

    /// The bound of a mean of n people; nil where it may be printed exactly.
    ///
    /// - Parameter frame: the ends of the scale that the mean is on.
    package static func ofMean(_ mean: Double, n: Int, in frame: ClosedRange<Double>) -> Bound? {
        Bound(mean, in: frame, margin: edgeOfMeans(n))
    }

    /// - Parameter margin: the part of the frame that each zone takes.
    private init?(_ number: Double, in frame: ClosedRange<Double>, margin: Double) {
        let room = margin * (frame.upperBound - frame.lowerBound)
        // 100 − 4 may be stored as 95.99…; equal numbers must be treated alike.
        let tolerance = 1e-9 * (frame.upperBound - frame.lowerBound)
        if number >= frame.upperBound - room - tolerance {
            self = .atLeast(frame.upperBound - room)
        } else if number <= frame.lowerBound + room + tolerance {
            self = .atMost(frame.lowerBound + room)
        } else {
            return nil
        }
    }

    /// What a reader of the bound knows of the number.
    package func zone(in frame: ClosedRange<Double>) -> ClosedRange<Double> {
        switch self {
        case .atLeast(let least): least...frame.upperBound
        case .atMost(let most): frame.lowerBound...most
        }
    }

    /// Which band holds a whole zone; nil where it reaches into two.
    ///
    /// - Parameter starts: the least number of each band but the lowest, in any order.
    /// - Returns: how many bands are below.
    package static func band(of zone: ClosedRange<Double>, starts: [Double]) -> Int? {
        let below = starts.count { $0 <= zone.lowerBound }
        return below == starts.count { $0 <= zone.upperBound } ? below : nil
    }

    /// How near to 0 or 1 a share of n people may be printed: the steps of the US Department of Education's guidance for
    /// small groups (PTAC), 20 % up to twenty people, 1 % beyond three hundred.
    package static func edgeOfShares(_ n: Int) -> Double {
        switch n {
        case ...20: 0.2
        case ...40: 0.1
        case ...100: 0.05
        case ...300: 0.02
        default: 0.01
        }
    }

    /// A mean joins several answers of a person: within 4.8 of 1 to 5, nearly all of them are the highest.
    package static func edgeOfMeans(_ n: Int) -> Double { min(0.05, edgeOfShares(n)) }
}
