import Scoring
import Statistics
import Surveys

/// One line of a part: what it is about, and what is said of it.
struct ScoreRecord {
    var group = ScoreGroup.whole
    var subject: ScoreSubject
    /// The same keys in every record of a part, unless it is hidden.
    var fields: [ScoreField] = []
    /// Too few people: only what it would be about may be said.
    var isHidden = false

    /// A record whose fields are made only where they may be shown.
    init(
        _ group: ScoreGroup = .whole, _ subject: ScoreSubject, isShown: Bool = true, _ fields: () -> [ScoreField]
    ) {
        self.group = group
        self.subject = subject
        isHidden = !isShown
        if isShown { self.fields = fields() }
    }
}

/// Of whom a record speaks.
enum ScoreGroup {
    case whole
    /// Units that are shown together; the empty name stands for people who named none.
    case units([String])
}

/// What a record is about.
enum ScoreSubject {
    case dimension(LocalText)
    case item(code: String, LocalText, dimension: LocalText?)
    case competence(code: String, LocalText)
    /// A dimension in two neighbouring years.
    case change(LocalText, from: Int, to: Int)
    /// An item in two neighbouring years.
    case itemChange(code: String, LocalText, dimension: LocalText, from: Int, to: Int)
    /// The group itself.
    case group
    /// Something with a name of its own, such as a sign of careless answering.
    case named(String, Wording)

    var code: String? {
        switch self {
        case .item(let code, _, _), .competence(let code, _), .itemChange(let code, _, _, _, _): code
        case .named(let key, _): key
        case .dimension, .change, .group: nil
        }
    }

    var name: LocalText? {
        switch self {
        case .dimension(let name), .item(_, let name, _), .competence(_, let name), .change(let name, _, _),
            .itemChange(_, let name, _, _, _):
            name
        case .named, .group: nil
        }
    }
}

extension ScoreSubject {
    /// The dimension that an item belongs to.
    var dimension: LocalText? {
        switch self {
        case .item(_, _, let dimension): dimension
        case .itemChange(_, _, let dimension, _, _): dimension
        case .dimension, .competence, .change, .group, .named: nil
        }
    }
}

/// A named value.
struct ScoreField {
    /// As programs know it; stable.
    var key: String
    /// As a table's heading; nil for what only programs need.
    var label: Wording?
    var value: Value
    /// Too few people: the value is not printed, only its shape is used.
    var isHidden: Bool

    init(_ key: String, _ label: Wording?, _ value: Value, isShown: Bool = true) {
        self.key = key
        self.label = label
        self.value = value
        isHidden = !isShown
    }

    enum Value {
        /// Nil where there is nothing to estimate.
        case estimate(Estimate?, Shape)
        case number(Double?, decimals: Int)
        case percent(Double?)
        case probability(Double?)
        case count(Int?)
        case truth(Bool)
        case name(LocalText?)
        /// A decision: as programs know it, and in words.
        case word(String, Wording)
        /// Several decisions; none of them is a decision too.
        case words([(code: String, Wording)])
        /// How often each code was chosen.
        case counts([(code: String, count: Int)])
        /// A number of each item of a scale; nil where it has none.
        case byItem([(code: String, value: Double?)])
        /// The three quartiles; empty where they say nothing.
        case quartiles([Double])
        /// An identifier that needs no words, such as a method.
        case code(String)
    }

    /// How a table prints an estimate; programs always get all of it.
    struct Shape {
        var decimals: Int
        var isPercent = false
        var isProbability = false
        var isDifference = false
        var detail = Detail.full

        /// Value, interval, n and missing; value and interval; the value alone.
        enum Detail { case full, interval, value }

        static func decimals(_ decimals: Int, _ detail: Detail = .full) -> Shape {
            Shape(decimals: decimals, detail: detail)
        }

        static let probability = Shape(decimals: 3, isProbability: true)

        /// A difference of shares: 个百分点 and no per cent, which would be of something else.
        static let points = Shape(decimals: 1, isPercent: true, isDifference: true, detail: .interval)

        static func percent(_ detail: Detail) -> Shape { Shape(decimals: 1, isPercent: true, detail: detail) }
    }
}

extension ScoreField {
    /// Student's test or Welch's, with p before and after the correction for the table's tests.
    static func test(t: Double?, df: Double?, p: Double?, adjusted: Double?) -> [ScoreField] {
        [
            ScoreField("t", Wording("t", "t"), .number(t, decimals: 3)),
            ScoreField("df", Wording("df", "df"), .number(df, decimals: 1)),
            ScoreField("p", Wording("p", "p"), .probability(p)),
            ScoreField("pHolm", Wording("p(Holm)", "p(Holm)"), .probability(adjusted)),
        ]
    }
}
