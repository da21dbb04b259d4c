/// A mean or a share as a reader may see it: as it is, as a bound where it would say what nearly everybody answered, or
/// not at all.
package enum ReleasedNumber: Sendable, Equatable {
    case exact(Double)
    case atLeast(Double)
    case atMost(Double)
    case withheld(Reason)

    /// Why a number is not told.
    package enum Reason: Sendable, Equatable {
        case nobodyAnswered
        case fewPeople
        /// It would tell what a bound hides.
        case besideBound
    }

    package init(_ number: Double, _ bound: Bound?) {
        switch bound {
        case nil: self = .exact(number)
        case .atLeast(let least): self = .atLeast(least)
        case .atMost(let most): self = .atMost(most)
        }
    }

    /// Of n people, from 0 to 1.
    package static func share(_ share: Double, n: Int) -> ReleasedNumber {
        ReleasedNumber(share, Bound.ofShare(share, n: n))
    }

    package var exact: Double? { if case .exact(let number) = self { number } else { nil } }

    package var isWithheld: Bool { if case .withheld = self { true } else { false } }
}
