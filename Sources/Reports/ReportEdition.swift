/// Which book is made of a release.
package enum ReportEdition: Sendable, Equatable, CaseIterable {
    /// 委员会审阅版: what a committee reads and decides on.
    case committee
    /// 机关完整版: every sheet, for the office that prepares the meeting and answers for the numbers.
    case office
}
