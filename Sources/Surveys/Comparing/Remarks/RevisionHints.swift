/// Z098, Z110–Z113: everything else that differs, one remark a kind, so that a year's revision is not drowned.
extension YearCheck {
    mutating func remarkOnTheRest() {
        hint(
            "Z110", .logic,
            Wording("逻辑（显示、校验、必答、范围）", "the logic (conditions, checks, ranges)"))
        hint("Z111", .scoring, Wording("计分规则或等级", "scoring rules or bands"))
        hint("Z112", .promise, Wording("对答题人的承诺或设置（匿名、分组下限、语言、凭证）", "what respondents are promised"))
        hint("Z113", .text, Wording("其他文字或先后", "other texts or the order"))
    }

    private mutating func hint(_ code: String, _ kind: SurveyDifference.Kind, _ what: Wording) {
        let lacksTranslation = reading.diagnostics.contains { $0.code == "Z070" }
        let changes = difference.changes.enumerated()
            .filter { _, change in
                // That a translation is missing was said.
                change.kind == kind && !change.isSettled
                    && !(lacksTranslation && change.language != nil && change.after == nil)
            }
            .map { (offset: $0.offset, change: $0.element, place: place(of: $0.element)) }
            .sorted { ($0.place.lowerBound, $0.offset) < ($1.place.lowerBound, $1.offset) }
        guard let first = changes.first else { return }
        var related: [Diagnostic.Related] = []
        var starts: Set<Int> = [first.place.lowerBound]
        for other in changes.dropFirst() where related.count < Self.mostRelated {
            guard starts.insert(other.place.lowerBound).inserted else { continue }
            related.append(Diagnostic.Related(range: other.place, label: Wording("这里也改了", "changed too")))
        }
        remark(
            code, .hint, at: first.place,
            changes.count == 1
                ? Wording(
                    "\(what.chinese)和 \(lastYear.chinese)不同，请确认是有意改的",
                    "\(what.english) changed since \(lastYear.english); make sure it is meant")
                : Wording(
                    "\(what.chinese)有 \(changes.count) 处和 \(lastYear.chinese)不同，请确认是有意改的",
                    "\(what.english) changed in \(changes.count) places since \(lastYear.english); make sure it is meant"
                ),
            related: related, notes: told(changes.map(\.change), withSubject: true))
    }

    private static let mostRelated = 4

    /// Z098: the file that was found is of another year than 上一版 says.
    mutating func remarkOnYear() {
        guard let said = reading.survey.previousYear, let year = previous.year, said != year else { return }
        remark(
            "Z098", .warning, at: reading.placeOfPrevious,
            Wording(
                "“上一版”写的是 \(said)，拿来比较的问卷却是 \(year) 版",
                "`previous` says \(said), but the survey compared with is of \(year)"),
            notes: [Wording("改“上一版”，或核对那份文件的“版本”", "change `previous`, or the `version` of that file")])
    }
}
