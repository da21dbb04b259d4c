/// How far the collection has come in one unit: counts of people, never who they are.
package struct UnitProgress: Sendable, Equatable {
    /// nil for those who named no unit.
    package var unit: String?
    /// 上级: what the unit belongs to.
    package var parent: String?
    /// nil for a unit that is on no roster.
    package var headcount: Int?
    /// Codes that were handed out.
    package var codes = 0
    package var usedCodes = 0
    /// Codes under which somebody has begun to answer.
    package var drafts = 0
    package var responses = 0

    package init(unit: String?, parent: String? = nil, headcount: Int? = nil) {
        self.unit = unit
        self.parent = parent
        self.headcount = headcount
    }
}

/// What one code stands for.
package struct CodeStatus: Sendable, Equatable {
    package var year: Int
    /// nil for a code of no unit.
    package var unit: String?
    package var isUsed: Bool

    package init(year: Int, unit: String?, isUsed: Bool) {
        self.year = year
        self.unit = unit
        self.isUsed = isUsed
    }
}

/// What came of handing in a response.
package enum Submission: Sendable, Equatable {
    case stored(Receipt)
    /// The very same response lies in the store: whoever sent it again had no answer the first time.
    case alreadyStored(Receipt)

    package var receipt: Receipt {
        switch self {
        case .stored(let receipt), .alreadyStored(let receipt): receipt
        }
    }
}

/// Things that happen on the way in and are told on the page of data quality, counted per round.
package enum IntakeEvent: String, Sendable, CaseIterable {
    /// Cells that were no answers and count as missing.
    case refusedCells
    /// Rows in which at most the unit was filled in.
    case blankRows
    /// Files or forms that were refused as a whole.
    case refusedFiles
    /// Responses without a code: nobody can tell whether one person sent two.
    case withoutCode
}
