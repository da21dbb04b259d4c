/// The units of one year, in the order of the organisation, with their headcounts.
public struct Roster: Sendable, Equatable {
    public var units: [Unit]

    public init(units: [Unit]) {
        self.units = units
    }

    public struct Unit: Sendable, Equatable {
        public var name: String
        /// People who were asked to answer.
        public var headcount: Int
        /// 并入: the unit with which it is reported when it is too small to be shown.
        public var mergeInto: String?

        public init(name: String, headcount: Int, mergeInto: String? = nil) {
            self.name = name
            self.headcount = headcount
            self.mergeInto = mergeInto
        }
    }

    public var headcount: Int { units.reduce(0) { $0 + $1.headcount } }
}
