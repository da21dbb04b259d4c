/// Which signs of careless answering a person shows.
public struct CarelessSigns: OptionSet, Sendable, Hashable {
    /// One bit a sign.
    public let rawValue: UInt8

    /// The signs of some bits.
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// One code over a long run of items.
    public static let longRun = CarelessSigns(rawValue: 1 << 0)
    /// Codes that hardly vary.
    public static let littleVariability = CarelessSigns(rawValue: 1 << 1)
    /// Halves of scales that contradict one another.
    public static let inconsistent = CarelessSigns(rawValue: 1 << 2)
    /// A combination of answers that hardly anybody gives.
    public static let unusual = CarelessSigns(rawValue: 1 << 3)
    /// Less time than reading takes.
    public static let tooFast = CarelessSigns(rawValue: 1 << 4)
    /// Too few items answered.
    public static let muchMissing = CarelessSigns(rawValue: 1 << 5)

    /// Every sign that there is, in stated order.
    public static let all: [CarelessSigns] = [
        .longRun, .littleVariability, .inconsistent, .unusual, .tooFast, .muchMissing,
    ]

    /// How many signs fired.
    public var count: Int { rawValue.nonzeroBitCount }
}
