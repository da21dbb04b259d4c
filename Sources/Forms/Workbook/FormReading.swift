package import Surveys

/// What became of one file that came back: a checked response, or every reason why there is none. Never a part of one.
package struct FormReading: Sendable, Equatable {
    package var path: String
    /// What the form says of itself; nil for a file that is no form.
    package var identity: FormIdentity?
    package var outcome: Outcome
    /// SHA-256 of the file; empty where it could not be read.
    package var digest: [UInt8] = []

    package enum Outcome: Sendable, Equatable {
        case response(Response)
        /// By question, in the order of the questionnaire.
        case refused([Reason])
        /// The file as a whole: no workbook, no form, or a form of another survey.
        case unusable(Wording)
    }

    /// Why one answer is none. It names the question and never what was written.
    package struct Reason: Sendable, Equatable {
        /// The name of the variable: `XF1`, `NL1_req`.
        package var question: String
        package var fault: Fault

        package init(question: String, fault: Fault) {
            self.question = question
            self.fault = fault
        }
    }

    package enum Fault: Sendable, Hashable {
        /// What every way in refuses alike.
        case answer(Refusal)
        case unanswered
        case formula
        case errorValue
        case notAMark
        case badRanks

        package var wording: Wording {
            switch self {
            case .answer(let refusal): refusal.wording
            case .unanswered: Wording("必答题没有作答", "a required question is not answered")
            case .formula:
                Wording("作答格含公式，请直接填写答案", "the answer cell holds a formula; type the answer itself")
            case .errorValue: Wording("作答格是错误值，请重新填写", "the answer cell holds an error value; fill it in again")
            case .notAMark:
                Wording("每个选项只能写“是”“否”或留空", "beside an option stands yes, no or nothing")
            case .badRanks:
                Wording("名次要从 1 起，不重复，不跳号", "ranks begin with 1, without doubles or gaps")
            }
        }
    }

    package init(path: String, identity: FormIdentity?, outcome: Outcome) {
        self.path = path
        self.identity = identity
        self.outcome = outcome
    }

    /// Everything that is wrong with the file, a sentence each, with file and questions before it.
    package var faults: [Wording] {
        switch outcome {
        case .response: []
        case .unusable(let wording):
            [Wording("\(path)：\(wording.chinese)", "\(path): \(wording.english)")]
        case .refused(let reasons):
            Self.grouped(reasons).map { fault, questions in
                let (wording, count) = (fault.wording, questions.count)
                let more = count > Self.mostNamed
                let (names, english) = (
                    questions.prefix(Self.mostNamed).joined(separator: "、") + (more ? " 等 \(count) 题" : ""),
                    questions.prefix(Self.mostNamed).joined(separator: ", ")
                        + (more ? " and \(count - Self.mostNamed) more" : "")
                )
                return Wording("\(path)：\(names)：\(wording.chinese)", "\(path): \(english): \(wording.english)")
            }
        }
    }

    private static let mostNamed = 8

    /// The questions with the same fault together, in the order in which the faults first come up.
    private static func grouped(_ reasons: [Reason]) -> [(fault: Fault, questions: [String])] {
        var groups: [(fault: Fault, questions: [String])] = []
        for reason in reasons {
            if let known = groups.firstIndex(where: { $0.fault == reason.fault }) {
                groups[known].questions.append(reason.question)
            } else {
                groups.append((reason.fault, [reason.question]))
            }
        }
        return groups
    }

    package var response: Response? {
        if case .response(let response) = outcome { response } else { nil }
    }
}
