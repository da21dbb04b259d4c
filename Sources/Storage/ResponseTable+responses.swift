package import Statistics
package import Surveys

extension ResponseTable {
    /// Responses as integer columns, one a variable of the survey, grouped by unit.
    ///
    /// Texts, days and several choices are not counted: their columns say only whether there is an answer.
    package init(_ responses: [Response], variables: [Variable], groups: [Int32], groupCount: Int) {
        let columns = variables.indices.map { index in
            responses.map { Self.cell($0.answers[index], variables[index]) }
        }
        self.init(columns: columns, groups: groups, groupCount: groupCount)
    }

    private static func cell(_ answer: Answer, _ variable: Variable) -> Int32 {
        switch answer {
        case .missing: missing
        case .notAsked: notAsked
        case .notApplicable: notApplicable
        case .level, .option, .options, .number, .day, .text:
            variable.code(of: answer).map { cell(ofCode: $0) } ?? notApplicable
        }
    }

    /// The cell of an answer's code.
    ///
    /// A number too wide for a column, or one that stands for a missing answer there, is no code of any plan.
    static func cell(ofCode code: Int) -> Int32 {
        Int32(exactly: code).flatMap { $0 > notAsked ? $0 : nil } ?? notApplicable
    }
}
