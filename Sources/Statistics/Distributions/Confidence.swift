/// What a confidence level leaves outside.
enum Confidence {
    /// The probability beyond each end of an interval.
    static func tail(of level: Double) -> Double {
        precondition(level > 0 && level < 1, "a confidence level lies between 0 and 1")
        return (1 - level) / 2
    }
}
