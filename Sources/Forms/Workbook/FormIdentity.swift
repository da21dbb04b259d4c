import Workbooks

/// What a form says of itself on its hidden sheet.
package struct FormIdentity: Sendable, Hashable {
    /// Which of the forms made together, from 1.
    package var serial: Int
    /// The one-time code; nil where forms carry none, and then nobody can tell two copies of one form apart.
    package var code: String?
    /// The fingerprint of the survey that the form was made from.
    package var surveyHash: String
    /// The year of the round.
    package var year: Int

    package init(serial: Int, code: String?, surveyHash: String, year: Int) {
        self.serial = serial
        self.code = code
        self.surveyHash = surveyHash
        self.year = year
    }

    /// `2026-1a2b3c4d-00012`: what people read out to one another; it says nothing of who filled the form in.
    package var formID: String { "\(year)-\(surveyHash.prefix(8))-\(Self.padded(serial))" }

    /// `00012`
    static func padded(_ serial: Int) -> String {
        let digits = String(serial)
        return String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    }
}

/// The keys of the hidden sheet. They are the same in every language, for it is the program that reads them.
enum FormKey: String, CaseIterable {
    case format = "格式"
    case version = "格式版本"
    case survey = "问卷"
    case year = "问卷版本"
    case hash = "问卷指纹"
    case serial = "流水号"
    case code = "口令"
    case count = "题数"
    case made = "生成日期"

    static let sheet = "元数据"
    static let formatName = "zicha-form"
    /// Counts up when cells get other names or other meanings.
    static let currentVersion = 1
}
