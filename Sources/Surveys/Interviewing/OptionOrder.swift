/// The order in which one respondent sees the options of one question: the same again whenever it is asked for.
///
/// Options that only make sense behind the others keep their places: 以上都没有, and 其他 with words to write.
struct OptionOrder {
    private var state: UInt64

    /// The hash of the code is FNV-1a: Swift's own differs from run to run.
    init(seed: UInt64, code: String) {
        state = code.utf8.reduce(seed ^ 0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    func shuffled(_ options: [Option]) -> [Option] {
        var chance = self
        var order = options
        let free = options.indices.filter { !options[$0].marks.isExclusive && !options[$0].marks.takesText }
        for last in free.indices.dropFirst().reversed() {
            order.swapAt(free[last], free[Int(chance.next() % UInt64(last + 1))])
        }
        return order
    }

    /// SplitMix64, written out because what the standard library makes of a generator may change with its version.
    private mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
        return mixed ^ mixed >> 31
    }
}
