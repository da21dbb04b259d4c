/// One round's responses as columns of integer codes, each row belonging to one group.
///
/// A column holds the codes of one question in row order. Three codes stand for answers that are not there:
/// ``missing``, ``notApplicable`` and ``notAsked``; every other `Int32` is an answer.
public struct ResponseTable: Sendable, Equatable {
    /// The code of a question that was asked and not answered.
    public static let missing: Int32 = .min
    /// The code of a question that was answered "not applicable".
    public static let notApplicable: Int32 = .min + 1
    /// The code of a question that the questionnaire's logic hid.
    public static let notAsked: Int32 = .min + 2

    /// The codes of every question, one array a question, one code a row.
    public var columns: [[Int32]]
    /// The group of every row, from 0 up to ``groupCount``.
    public var groups: [Int32]
    /// How many groups there are; a group may have no row.
    public var groupCount: Int

    /// How many responses there are.
    public var rowCount: Int { groups.count }

    /// Puts columns of equal length beside the groups of their rows.
    public init(columns: [[Int32]], groups: [Int32], groupCount: Int) {
        precondition(columns.allSatisfy { $0.count == groups.count }, "every column has one code a row")
        precondition(groups.allSatisfy { $0 >= 0 && $0 < groupCount }, "every row belongs to one of the groups")
        self.columns = columns
        self.groups = groups
        self.groupCount = groupCount
    }

    /// Whether a code is an answer and not one of the three codes for its absence.
    static func isAnswer(_ code: Int32) -> Bool { code > notAsked }
}
