/// A questionnaire with its logic and its scoring: what one `.zicha` file says.
public struct Survey: Sendable, Equatable {
    public var title = LocalText("")
    /// 版本: the year it belongs to.
    public var year: Int?
    /// 上一版: the year that it is compared with.
    public var previousYear: Int?
    /// 语言: the codes of its languages; the first is the one that the texts are written in.
    public var languages = ["zh"]
    /// 填写: first and last day of the fieldwork.
    public var fieldwork: ClosedRange<Day>?
    public var isAnonymous = true
    /// 分组下限: no group of fewer people is ever shown.
    public var smallestGroup: Int?
    /// 凭证: how respondents are admitted, in the author's words (一人一码).
    public var access: String?
    public var introduction: [LocalText] = []
    public var scales: [Scale] = []
    public var sections: [Section] = []
    public var dimensions: [Dimension] = []
    /// 停用: codes of earlier years, never to be used again.
    public var retired: [String] = []

    public init() {}

    public var questions: [Question] { sections.flatMap(\.questions) }

    public func scale(named name: String) -> Scale? {
        scales.first { $0.name.wordings.contains(name) }
    }

    public func dimension(named name: String) -> Dimension? {
        dimensions.first { $0.name.wordings.contains(name) }
    }
}

/// One page of the questionnaire.
public struct Section: Sendable, Equatable {
    public var title: LocalText
    public var help: [LocalText] = []
    public var show: Condition?
    public var questions: [Question] = []
    public var place: Place

    public init(title: LocalText, place: Place = .nowhere) {
        self.title = title
        self.place = place
    }
}
