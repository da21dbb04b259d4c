/// The answers that the rows of a block share, such as 完全不符合 … 完全符合.
public struct Scale: Sendable, Equatable {
    public var name: LocalText
    public var levels: [Level]
    public var place: Place

    public init(name: LocalText, levels: [Level], place: Place = .nowhere) {
        self.name = name
        self.levels = levels
        self.place = place
    }

    /// The levels that carry a number; 不适用 (NA) does not.
    public var numbered: [Level] { levels.filter { $0.code != nil } }

    /// The least and the greatest level code. These declared bounds, never the observed ones, turn a reversed item.
    public var bounds: ClosedRange<Int>? {
        let codes = levels.compactMap(\.code)
        guard let low = codes.min(), let high = codes.max() else { return nil }
        return low...high
    }

    public func level(_ code: Int) -> Level? { levels.first { $0.code == code } }

    /// What a level adds to a score: its declared points, else its code; nil when it does not score.
    public func points(of code: Int) -> Int? {
        guard let level = level(code), !level.isUnscored else { return nil }
        return level.points ?? code
    }
}

/// One step of a scale.
public struct Level: Sendable, Equatable {
    /// nil for 不适用 (NA), which is an answer but never a score.
    public var code: Int?
    public var text: LocalText
    /// `[100分]`; without it the code counts.
    public var points: Int?
    /// `[不计分]`
    public var isUnscored: Bool
    public var place: Place

    public init(
        code: Int?, text: LocalText, points: Int? = nil, isUnscored: Bool = false, place: Place = .nowhere
    ) {
        self.code = code
        self.text = text
        self.points = points
        self.isUnscored = isUnscored
        self.place = place
    }
}
