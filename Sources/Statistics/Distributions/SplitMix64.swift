/// Chance that is the same on every machine: 64 bits at a time from one seed.
///
/// Source: Steele, Lea & Flood 2014, OOPSLA, 453–472; the constants of Vigna's public-domain C program.
/// Oracle: the first outputs of that program.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number between 0 and 1, never either: the middle of one of 2⁵² equal steps.
    mutating func uniform() -> Double { (Double(next() >> 12) + 0.5) * 0x1p-52 }
}
