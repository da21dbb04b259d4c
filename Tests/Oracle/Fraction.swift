/// An exact quotient of whole numbers.
struct Fraction: Hashable {
    let numerator: Int
    /// Positive.
    let denominator: Int

    init(_ numerator: Int, _ denominator: Int = 1) {
        precondition(denominator != 0, "nothing is divided by zero")
        var (one, other) = (abs(numerator), abs(denominator))
        while other > 0 { (one, other) = (other, one % other) }
        let divisor = max(1, one) * denominator.signum()
        self.numerator = numerator / divisor
        self.denominator = denominator / divisor
    }

    /// The simplest quotient that a rounded number can stand for: weights and scales have small denominators.
    init(nearest number: Double) {
        for denominator in 1...100_000 {
            let numerator = (number * Double(denominator)).rounded()
            if abs(numerator / Double(denominator) - number) < 1e-12 * max(1, abs(number)) {
                self.init(Int(numerator), denominator)
                return
            }
        }
        preconditionFailure("a weight has a small denominator")
    }

    var value: Double { Double(numerator) / Double(denominator) }

    /// As Python's fractions read it.
    var text: String { denominator == 1 ? String(numerator) : "\(numerator)/\(denominator)" }

    static func + (left: Fraction, right: Fraction) -> Fraction {
        Fraction(
            left.numerator * right.denominator + right.numerator * left.denominator,
            left.denominator * right.denominator)
    }

    static func * (left: Fraction, right: Fraction) -> Fraction {
        Fraction(left.numerator * right.numerator, left.denominator * right.denominator)
    }

    static prefix func - (one: Fraction) -> Fraction { Fraction(-one.numerator, one.denominator) }
}
