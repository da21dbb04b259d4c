/// What a group of answers measures, and how its score is made.
public struct Dimension: Sendable, Equatable {
    public var name: LocalText
    /// 取题: rows, questions or whole blocks, each with its weight. Empty for a composite.
    public var terms: [Term] = []
    /// 合成: other dimensions with their shares. Empty for a dimension of items.
    public var shares: [Share] = []
    public var method = Method.mean
    public var rescale = Rescale.raw
    /// 缺答：至多 n 题; nil leaves the half rule: at least half of the items answered.
    public var mostMissing: Int?
    public var direction = Direction.higherIsBetter
    public var level = Level.person
    public var model = Model.reflective
    /// 基准: a value, or the name of a published table.
    public var benchmark: Benchmark?
    public var bands: [Band] = []
    /// 建议: what a person who scores low on it can do, each a paragraph.
    public var advice: [LocalText] = []
    public var place: Place

    public init(name: LocalText, place: Place = .nowhere) {
        self.name = name
        self.place = place
    }

    public struct Term: Sendable, Equatable {
        public var code: String
        public var weight: Int
        public var place: Place

        public init(code: String, weight: Int = 1, place: Place = .nowhere) {
            self.code = code
            self.weight = weight
            self.place = place
        }
    }

    public struct Share: Sendable, Equatable {
        public var dimension: String
        /// Percent, or parts where the shares were written without a percent sign.
        public var parts: Int
        public var place: Place

        public init(dimension: String, parts: Int, place: Place = .nowhere) {
            self.dimension = dimension
            self.parts = parts
            self.place = place
        }
    }

    public enum Method: Sendable, Equatable { case mean, sum, gap }

    public enum Rescale: Sendable, Equatable {
        case raw
        /// 百分制, percent of maximum possible: (mean − min) ÷ (max − min) × 100.
        case percentOfMaximumPossible
        /// 折百, share of maximum: mean ÷ max × 100.
        case shareOfMaximum
        /// From the items' bounds onto this range.
        case onto(ClosedRange<Int>)
    }

    public enum Direction: Sendable, Equatable { case higherIsBetter, lowerIsBetter }

    /// 层级: of whom the items speak.
    public enum Level: Sendable, Equatable { case person, unit, organisation }

    /// 性质: reflective items mirror one trait; formative ones make it up and have no reliability.
    public enum Model: Sendable, Equatable { case reflective, formative }

    public enum Benchmark: Sendable, Equatable {
        case value(Double)
        case table(String)
    }

    public struct Band: Sendable, Equatable {
        /// nil for 其余.
        public var from: Double?
        public var text: LocalText
        public var place: Place

        public init(from: Double?, text: LocalText, place: Place = .nowhere) {
            self.from = from
            self.text = text
            self.place = place
        }
    }

    public var isComposite: Bool { !shares.isEmpty }

    /// The band that an unrounded score falls into.
    public func band(for score: Double) -> Band? {
        bands.first { $0.from.map { score >= $0 } ?? true }
    }
}
