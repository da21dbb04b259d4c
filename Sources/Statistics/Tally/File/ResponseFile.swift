/// A CSV file of responses that is counted in one pass, and where everything stands in it.
///
/// ```swift
/// let file = ResponseFile(
///     columns: [.init("q01", codes: 1...5), .init("q02", codes: 1...5)], groups: ["department"], round: "year",
///     person: "id")
/// let counted = try file.counting("answers.csv", by: plan, threads: 2)
/// counted.rounds[0].tallies[0].scales[0].scores(minimumAnswered: 1).mean
/// ```
///
/// The first record names the columns; others than those named here are passed over. Cells are separated by commas,
/// semicolons or tabs, whichever the header has most of, and may be quoted as RFC 4180 says, with separators, line
/// breaks and doubled quotes inside. Lines end in LF, CR LF or CR; a byte order mark, blanks around a cell, empty
/// lines and rows of nothing but separators do not count. The text is UTF-8.
///
/// The rows are never held: what remains of them is a ``Tally`` a group and round, and, where persons are named, one
/// short record a response for ``CountedResponses/links``. Neither threads nor the size of the pieces that they take
/// change a bit of the result.
public struct ResponseFile: Sendable {
    /// A column of coded answers: column 0, 1, … of the ``TallyPlan`` in the order of ``ResponseFile/columns``.
    public struct Column: Sendable {
        /// Its heading.
        public var name: String
        /// The codes that an answer may have; every other is rejected.
        public var codes: ClosedRange<Int>
        /// What a cell's text stands for: a code, one of ``ResponseTable``'s codes of absence, or `nil` for a text
        /// that is no answer. Asked once for each distinct text of the column; without it, texts are whole numbers.
        public var reader: (@Sendable (String) -> Int32?)?

        /// Names a column.
        public init(_ name: String, codes: ClosedRange<Int>, reader: (@Sendable (String) -> Int32?)? = nil) {
            precondition(
                codes.lowerBound > Int(ResponseTable.notAsked) && codes.upperBound <= Int(Int32.max),
                "codes are 32-bit numbers other than those of absence")
            self.name = name
            self.codes = codes
            self.reader = reader
        }
    }

    /// The answers.
    public var columns: [Column]
    /// The columns whose texts make the groups; without any, all responses form one group.
    public var groups: [String]
    /// Groups that stand first, in this order, also when nobody belongs to them; others follow, sorted by text.
    public var groupOrder: [[String]]
    /// The column whose texts are the rounds; without it there is one.
    public var round: String?
    /// Rounds that stand first, in this order, also when empty; others follow, sorted by text.
    public var roundOrder: [String]
    /// The column that tells persons apart, to link the rounds.
    public var person: String?

    /// Says where everything stands.
    public init(
        columns: [Column], groups: [String] = [], groupOrder: [[String]] = [], round: String? = nil,
        roundOrder: [String] = [], person: String? = nil
    ) {
        precondition(Set(columns.map(\.name)).count == columns.count, "every column of answers has its own name")
        let others = groups + [round, person].compactMap { $0 }
        precondition(
            Set(columns.map(\.name)).isDisjoint(with: others) && Set(others).count == others.count,
            "a column holds answers, a group, the round or the person, and one of them only")
        precondition(groupOrder.allSatisfy { $0.count == groups.count }, "a group is a text for each group column")
        self.columns = columns
        self.groups = groups
        self.groupOrder = groupOrder
        self.round = round
        self.roundOrder = roundOrder
        self.person = person
    }
}
