import Surveys

/// The columns of the list of measures, in their order.
enum MeasureColumn: CaseIterable {
    /// Before the room for the meeting's decision, below the list.
    static let decision = Wording("审议意见", "Decision of the meeting")

    case number, problem, evidence, measure, lead, person, due, status, note

    var title: Wording {
        switch self {
        case .number: Wording("序号", "No.")
        case .problem: Wording("问题", "Problem")
        case .evidence: Wording("依据", "Evidence")
        case .measure: Wording("整改措施", "Measure")
        case .lead: Wording("牵头单位", "Lead unit")
        case .person: Wording("责任人", "Person")
        case .due: Wording("完成时限", "Due")
        case .status: Wording("状态", "Status")
        case .note: Wording("备注", "Remarks")
        }
    }
}

/// How far a measure is.
enum MeasureStatus: CaseIterable {
    case open, running, done, late

    var wording: Wording {
        switch self {
        case .open: Wording("未开始", "Not started")
        case .running: Wording("进行中", "In progress")
        case .done: Wording("已完成", "Done")
        case .late: Wording("延期", "Delayed")
        }
    }

    /// Nil for anything else that somebody typed.
    init?(typed: String) {
        guard let found = Self.allCases.first(where: { $0.wording.both.contains(typed) }) else { return nil }
        self = found
    }
}

extension Wording {
    /// In either language: a list may have been written in the other one.
    var both: [String] { [chinese, english] }
}
