package import Surveys

/// A response on its way into a store.
package struct SentResponse: Sendable, Equatable {
    package var response: Response
    /// Of the respondent; a code's own unit goes before it. nil or empty for one who named none.
    package var unit: String?
    /// 128 bits that whoever sends the response has drawn, and sends again when no answer came; of a form, see
    /// `Store.key(ofForm:in:)`.
    package var key: UInt128
    /// nil where anybody may answer.
    package var code: AccessCode?

    package init(_ response: Response, unit: String?, key: UInt128, code: AccessCode?) {
        self.response = response
        self.unit = unit
        self.key = key
        self.code = code
    }
}

extension SentResponse {
    /// The same from the unit that its code is of.
    func placed(in unit: String?, _ variables: [Variable]) -> SentResponse {
        guard let unit else { return self }
        var placed = self
        placed.unit = unit
        for (index, variable) in variables.enumerated() where variable.domain == .unit {
            placed.response.answers[index] = .text(unit)
        }
        return placed
    }
}

/// A file of responses that is taken in: what the log and the page of data quality learn of it, and what its rows are
/// recognised by when they come again.
package struct ImportRecord: Sendable, Equatable {
    package var day: Day
    /// SHA-256 of the file, in hexadecimal digits.
    package var fingerprint: String
    package var events: [IntakeEvent: Int]
    /// Of each response, as ``Recognition`` has them; empty where nothing is to be recognised.
    package var marks: [RowMarks]

    package init(day: Day, fingerprint: String, events: [IntakeEvent: Int] = [:], marks: [RowMarks] = []) {
        self.day = day
        self.fingerprint = fingerprint
        self.events = events
        self.marks = marks
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
    /// Files or forms that were refused as a whole, each counted once.
    case refusedFiles
    /// Responses without a code: nobody can tell whether one person sent two.
    case withoutCode
}
