package import Statistics
package import Surveys

extension GroupedTally {
    /// Counts checked responses, unit by unit.
    ///
    /// The units stand in the order of the roster, then those that only somebody named, by name; people who named none
    /// are last, under the empty name, where there are any.
    ///
    /// - Parameters:
    ///   - units: of each response; nil or empty for a respondent who named none.
    ///   - variables: of the survey that was answered.
    package init(
        of responses: [Response], units: [String?], roster: Roster?, variables: [Variable], by plan: TallyPlan
    ) {
        let named = units.map { $0 ?? "" }
        let listed = roster?.units.map(\.name) ?? []
        let others = Set(named).subtracting(listed).subtracting([""]).sorted()
        let groups = listed + others + (named.contains("") ? [""] : [])
        // Every name has an index: the names were collected from these very units.
        let index = Dictionary(uniqueKeysWithValues: groups.enumerated().map { ($0.element, Int32($0.offset)) })
        let table = ResponseTable(
            responses, variables: variables, groups: named.map { index[$0] ?? 0 }, groupCount: groups.count)
        self.init(groups: groups, counting: table, by: plan)
    }
}
