/// What a coding workbook says of itself on its hidden sheet: by this it is held to one round when it comes back.
package struct CodingIdentity: Sendable, Hashable {
    package var year: Int
    /// The fingerprint of the survey's text.
    package var surveyHash: String
    /// The fingerprint of the responses, as a report prints it.
    package var responsesHash: String
    /// Of the order in which the answers stand.
    package var seed: UInt64

    package init(year: Int, surveyHash: String, responsesHash: String, seed: UInt64) {
        self.year = year
        self.surveyHash = surveyHash
        self.responsesHash = responsesHash
        self.seed = seed
    }
}

/// The keys of the hidden sheet, the same in every language.
enum CodingKey: String, CaseIterable {
    case format = "格式"
    case version = "格式版本"
    case year = "年份"
    case survey = "问卷指纹"
    case responses = "答卷指纹"
    case seed = "次序种子"
    case questions = "题号"
    case count = "条数"

    static let sheet = "元数据"
    static let formatName = "zicha-comments"
    /// Counts up when cells get other places or other meanings.
    static let currentVersion = 1
}
