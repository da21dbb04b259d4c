extension EditionComparison {
    mutating func compareHeader() {
        let (before, after) = (old.survey, new.survey)
        compareText(before.title, after.title, .survey, Wording("总标题", "title"))
        compareHelp(before.introduction, after.introduction, .survey, at: after.title.place)
        func promise(_ keyword: Keyword, _ was: Wording?, _ now: Wording?) {
            add(
                .promise, .survey, Self.name(keyword), was, now, at: after.title.place, keyword: keyword)
        }
        if before.languages != after.languages {
            func told(_ languages: [String]) -> Wording {
                Wording(languages.joined(separator: "、"), languages.joined(separator: ", "))
            }
            promise(.languages, told(before.languages), told(after.languages))
        }
        if before.isAnonymous != after.isAnonymous {
            func told(_ isAnonymous: Bool) -> Wording { isAnonymous ? Wording("是", "yes") : Wording("否", "no") }
            promise(.anonymous, told(before.isAnonymous), told(after.isAnonymous))
        }
        if before.smallestGroup != after.smallestGroup {
            func told(_ people: Int?) -> Wording? { people.map { Self.verbatim(String($0)) } }
            promise(.minGroup, told(before.smallestGroup), told(after.smallestGroup))
        }
        if before.access?.withoutOuterBlanks != after.access?.withoutOuterBlanks {
            promise(.access, before.access.map(Self.verbatim), after.access.map(Self.verbatim))
        }
    }

    /// Pages are matched by their titles; those left over, by their order.
    mutating func compareSections() {
        let pages = sectionPairs()
        for (after, section) in new.survey.sections.enumerated() {
            guard let before = pages[after].map({ old.survey.sections[$0] }) else {
                if !section.title.main.isEmpty {
                    add(
                        .text, .section(section.title.main), Wording("新的章节", "new section"), nil,
                        Self.verbatim(section.title.main), at: section.title.place)
                }
                compareHelp([], section.help, .section(section.title.main), at: section.place)
                compareShow(nil, section.show, .section(section.title.main), at: section.place)
                continue
            }
            let subject = SurveyDifference.Subject.section(section.title.main)
            compareText(before.title, section.title, subject, Wording("章节标题", "section title"))
            compareHelp(before.help, section.help, subject, at: section.place)
            compareShow(before.show, section.show, subject, at: section.place)
        }
        let kept = Set(pages.compactMap { $0 })
        for (index, section) in old.survey.sections.enumerated() where !kept.contains(index) {
            add(
                .text, .section(section.title.main), Wording("去掉的章节", "section left out"),
                Self.verbatim(section.title.main), nil, at: new.survey.title.place)
            if let show = section.show {
                add(
                    .logic, .section(section.title.main), Self.name(.showIf), told(show, .old), nil,
                    at: new.survey.title.place)
            }
        }
    }

    /// For each page of this year, last year's.
    func sectionPairs() -> [Int?] {
        var free: [String: [Int]] = [:]
        for (index, section) in old.survey.sections.enumerated().reversed() {
            free[section.title.main.withoutOuterBlanks, default: []].append(index)
        }
        var pairs = new.survey.sections.map { free[$0.title.main.withoutOuterBlanks]?.popLast() }
        let kept = Set(pairs.compactMap { $0 })
        var rest = old.survey.sections.indices.filter { !kept.contains($0) }[...]
        for index in pairs.indices where pairs[index] == nil { pairs[index] = rest.popFirst() }
        return pairs
    }

    mutating func compareRetired() {
        let (before, after) = (Set(old.survey.retired), Set(new.survey.retired))
        for code in old.survey.retired where !after.contains(code) {
            add(
                .retirement, .question(code: code, text: ""), Self.name(.retired), Wording("已停用", "retired"), nil,
                isSettled: new.item(code) != nil)
        }
        for code in new.survey.retired where !before.contains(code) && old.item(code) == nil {
            add(
                .retirement, .question(code: code, text: ""), Self.name(.retired), nil, Wording("停用", "retired"))
        }
    }
}
