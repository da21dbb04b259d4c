extension SurveyReading {
    /// What can only be said once the people are known who will be asked.
    public func remarks(knowing roster: Roster) -> [Diagnostic] {
        identificationRisk(self, roster).map { [$0] } ?? []
    }

    /// Takes in remarks that were found later, each at its place.
    public mutating func add(_ remarks: [Diagnostic]) {
        diagnostics = (diagnostics + remarks).enumerated()
            .sorted { ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset) }
            .map(\.element)
    }
}

/// Z101: background questions that together recognise people in a survey that says to be anonymous.
private func identificationRisk(_ reading: SurveyReading, _ roster: Roster) -> Diagnostic? {
    guard reading.survey.isAnonymous else { return nil }
    let background = BackgroundQuestion.all(of: reading.survey, roster)
    let isUnitAsked = background.contains(where: \.isUnit)
    let others = background.filter { !$0.isUnit }
    let groups = isUnitAsked ? roster.units.map(\.headcount) : [roster.headcount]
    func share(_ classes: [Int]) -> Double { IdentificationRisk(groups: groups, classes: classes).shareAlone }
    let now = share(others.map(\.classes))
    guard let first = background.first, now >= IdentificationRisk.leastShareSaid else { return nil }
    let minimum = reading.map.properties[SourceMap.Property(target: .header, keyword: .minGroup)]
        .map(reading.source.value)
    let marked = minimum == nil ? background.dropFirst() : background[...]
    let least = reading.survey.smallestGroup ?? 10
    var notes = [
        Wording(
            "名册上 \(roster.headcount) 人，这 \(background.count) 题交叉后预计\(percent(now).chinese) 的人独占一格（按各类人数均匀估算）",
            "of the \(roster.headcount) people on the roster \(percent(now).english) are expected to be alone in their cell when these \(background.count) questions are crossed (evenly spread)"
        )
    ]
    if let advice = bestAdvice(others, share) { notes.append(advice) }
    notes.append(
        Wording(
            "问卷是匿名的；确实要问的，分得粗一些，或在行尾加 [只用于汇总] 表明不按它分组",
            "the survey is anonymous; ask more coarsely, or mark what is needed [aggregate-only] to say that nothing is grouped by it"
        ))
    return Diagnostic(
        "Z101", .warning, at: minimum ?? first.question.place.range,
        Wording("这几道题合起来可能认出具体的人", "these questions together may identify individuals"),
        label: minimum == nil
            ? first.label
            : Wording("结果表会遮住少于 \(least) 人的格子", "tables hide cells of fewer than \(least) people"),
        related: marked.map { Diagnostic.Related(range: $0.question.place.range, label: $0.label) }, notes: notes)
}

/// The one question whose omission helps most, and how far a coarser answer to it would go.
///
/// The unit is never given up: reports are made by it.
private func bestAdvice(_ questions: [BackgroundQuestion], _ share: ([Int]) -> Double) -> Wording? {
    let classes = questions.map(\.classes)
    func changed(_ index: Int, to count: Int) -> Double {
        var others = classes
        others[index] = count
        return share(others)
    }
    guard let best = questions.indices.min(by: { changed($0, to: 1) < changed($1, to: 1) }) else { return nil }
    let question = questions[best].question
    let (chinese, english) = (question.text.main, question.text.text(in: "en"))
    let without = percent(changed(best, to: 1))
    guard let coarser = questions[best].coarser else {
        return Wording(
            "其中最要紧的是“\(chinese)”，不问它就降到\(without.chinese)",
            "the one that matters most is \"\(english)\": without it \(without.english)")
    }
    let then = percent(changed(best, to: coarser.classes))
    return Wording(
        "其中最要紧的是“\(chinese)”，\(coarser.wording.chinese)就降到\(then.chinese)，不问它就降到\(without.chinese)",
        "the one that matters most is \"\(english)\": \(coarser.wording.english) makes it \(then.english), leaving it out \(without.english)"
    )
}

/// In Chinese with the blank before a figure; a word takes none.
private func percent(_ share: Double) -> Wording {
    let whole = Int((100 * share).rounded())
    return whole == 0 && share > 0 ? Wording("不到 1%", "under 1%") : Wording(" \(whole)%", "\(whole)%")
}

/// A question about the person that colleagues know the answer to.
private struct BackgroundQuestion {
    var question: Question
    var classes: Int
    /// Asked less exactly.
    var coarser: (classes: Int, wording: Wording)?
    var label: Wording
    var isUnit = false

    /// The questions that everybody is asked and no dimension takes; of choices and numbers only those about the person.
    ///
    /// A section whose answers are scored is about the subject of the survey, and so are its other questions, unless
    /// their wording or their type says otherwise.
    static func all(of survey: Survey, _ roster: Roster) -> [BackgroundQuestion] {
        let taken = Set(survey.dimensions.flatMap(\.terms).map(\.code))
        func isTaken(_ question: Question) -> Bool {
            taken.contains(question.code) || question.rows.contains { taken.contains($0.code) }
        }
        return survey.sections.flatMap { section -> [BackgroundQuestion] in
            guard section.show == nil else { return [] }
            let isAboutPeople = survey.sections.count == 1 || !section.questions.contains(where: isTaken)
            return section.questions.compactMap { question in
                guard question.show == nil, !isTaken(question), !question.marks.isAggregateOnly else { return nil }
                return BackgroundQuestion(question, roster, isAboutPeople: isAboutPeople)
            }
        }
    }

    private init?(_ question: Question, _ roster: Roster, isAboutPeople: Bool) {
        self.question = question
        func speaks(of words: [String]) -> Bool {
            question.text.wordings.contains { wording in words.contains { PhraseSearch.finds($0, in: wording) } }
        }
        switch question.kind {
        case .single, .dropdown(list: nil):
            guard isAboutPeople || speaks(of: personWords) else { return nil }
            classes = question.options.count
            label = Wording("\(classes) 类", "\(classes) classes")
        case .yesNo:
            guard isAboutPeople || speaks(of: personWords) else { return nil }
            classes = 2
            label = Wording("2 类", "2 classes")
        case .dropdown:
            classes = roster.units.count
            label = Wording("\(classes) 个", "\(classes) units")
            isUnit = true
        case .month(let range):
            let years = range.map { $0.upperBound.year - $0.lowerBound.year + 1 } ?? Self.yearsAssumed
            classes =
                range.map {
                    12 * ($0.upperBound.year - $0.lowerBound.year) + $0.upperBound.month - $0.lowerBound.month + 1
                }
                ?? 12 * Self.yearsAssumed
            label = Self.count(classes, isAssumed: range == nil)
            if years < classes { coarser = (years, Wording("改成只问年份", "asking for the year only")) }
        case .date(let range):
            let years = range.map { $0.upperBound.year - $0.lowerBound.year + 1 } ?? Self.yearsAssumed
            classes = range.map { $0.upperBound.number - $0.lowerBound.number + 1 } ?? 365 * Self.yearsAssumed
            label = Self.count(classes, isAssumed: range == nil)
            if years < classes { coarser = (years, Wording("改成只问年份", "asking for the year only")) }
        case .number(let range, _):
            guard speaks(of: measureWords) else { return nil }
            classes = range?.bounds.count ?? Self.yearsAssumed
            label = Self.count(classes, isAssumed: range == nil)
            if classes > 10 {
                let bands = 5
                coarser = (bands, Wording("改成分 \(bands) 段的单选", "a choice of \(bands) bands"))
            }
        case .multiple, .likert, .rating, .pair, .ranking, .text, .longText, .note: return nil
        }
    }

    /// A working life, for months, days and numbers without a range.
    private static let yearsAssumed = 40

    private static func count(_ classes: Int, isAssumed: Bool) -> Wording {
        isAssumed
            ? Wording(
                "没写范围，按 \(yearsAssumed) 年算约 \(classes) 种", "no range given: about \(classes) in \(yearsAssumed) years")
            : Wording("\(classes) 种", "\(classes) values")
    }
}

/// What makes a choice one about the person, wherever it is asked.
private let personWords = [
    "年龄", "出生", "性别", "民族", "籍贯", "学历", "学位", "职务", "职级", "职称", "级别", "工龄", "党龄", "年限", "入职", "政治面貌", "党员", "婚姻",
    "age", "born", "sex", "gender", "ethnic", "degree", "job title", "pay grade", "years of service", "seniority",
    "party member", "marital",
]

/// What makes a number one about the person.
private let measureWords = [
    "年龄", "工龄", "党龄", "军龄", "教龄", "年限", "工资", "收入", "几岁", "多大", "age", "how old", "years of service", "seniority",
    "salary", "income", "pay",
]
