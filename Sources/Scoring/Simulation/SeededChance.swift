/// Chance that is the same on every machine: integers by SplitMix64, and only arithmetic that IEEE 754 fixes to the bit.
///
/// Each stream belongs to a name (a unit, a person, an item), so what one of them draws never depends on the others or
/// on their order.
struct SeededChance {
    private var state: UInt64

    init(seed: UInt64, _ names: String...) {
        // FNV-1a over the names, each closed by a byte that no UTF-8 text holds.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ seed
        for name in names {
            for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0xFF) &* 0x100_0000_01B3
        }
        state = hash
    }

    /// Steele, Lea & Flood 2014, "Fast splittable pseudorandom number generators".
    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// In 0..<1.
    mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// Nearly normal with mean 0 and variance 1: the sum of twelve uniforms (Irwin–Hall), because the logarithm and
    /// the cosine of the usual methods differ in their last bit from one C library to the next.
    mutating func normal() -> Double {
        var sum = -6.0
        for _ in 0..<12 { sum += uniform() }
        return sum
    }

    mutating func happens(_ probability: Double) -> Bool { uniform() < probability }

    /// In 0..<count.
    mutating func index(below count: Int) -> Int { min(count - 1, Int(uniform() * Double(count))) }
}
