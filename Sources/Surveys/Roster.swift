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
        /// 上级: the unit or body that it belongs to.
        public var parent: String?
        /// 承接: the units of the year before that it goes on from, under whatever name.
        public var succeeds: [String]

        public init(
            name: String, headcount: Int, mergeInto: String? = nil, parent: String? = nil, succeeds: [String] = []
        ) {
            self.name = name
            self.headcount = headcount
            self.mergeInto = mergeInto
            self.parent = parent
            self.succeeds = succeeds
        }
    }

    public var headcount: Int { units.reduce(0) { $0 + $1.headcount } }

    /// By the name of the unit.
    package var headcounts: [String: Int] {
        Dictionary(units.map { ($0.name, $0.headcount) }) { first, _ in first }
    }
}
