/// Looks for signs of careless answering in one person's raw codes after the other.
public struct CarelessScreen: Sendable, Equatable {
    /// The scales whose halves are compared.
    public let consistency: EvenOddConsistency
    /// The distance from everybody, when it was asked for.
    public let distance: MahalanobisDistance?
    /// From where on a sign fires.
    public let limits: CarelessLimits

    /// States what is looked at.
    ///
    /// `distance` comes from the complete rows of the same items in the same order.
    public init(
        consistency: EvenOddConsistency = EvenOddConsistency(scales: []), distance: MahalanobisDistance? = nil,
        limits: CarelessLimits = CarelessLimits()
    ) {
        self.consistency = consistency
        self.distance = distance
        self.limits = limits
    }

    /// What one person's answers measure, and which signs fire. What cannot be measured is no sign. Nothing is allocated.
    ///
    /// - Parameters:
    ///   - codes: raw, in the order in which the items were shown; `nil` is an item without an answer.
    ///   - seconds: how long the person took for all of them; a time below 0 or none that is a number is unknown.
    public func profile(of codes: [Int32?], seconds: Double? = nil) -> CarelessProfile {
        let answered = AnswerPattern.answered(of: codes)
        let squared = distance.flatMap { $0.squared(of: codes) }
        var time: Double?
        if let seconds, seconds.isFinite, seconds >= 0, answered > 0 { time = seconds / Double(answered) }
        var profile = CarelessProfile(
            longestRun: AnswerPattern.longestRun(of: codes), variability: AnswerPattern.variability(of: codes),
            consistency: consistency.value(of: codes), squaredDistance: squared,
            distanceP: squared.flatMap { squared in distance.map { $0.p(ofSquared: squared) } },
            secondsPerItem: time,
            missingShare: codes.isEmpty ? 0 : Double(codes.count - answered) / Double(codes.count))
        profile.judge(by: limits, items: codes.count, answered: answered)
        return profile
    }

    /// The profiles of all rows of a table, in its order, by the columns of the items in presentation order.
    ///
    /// There are `seconds` for every row, or none when no times are known.
    public func profiles(of table: ResponseTable, columns: [Int], seconds: [Double?] = []) -> [CarelessProfile] {
        precondition(seconds.isEmpty || seconds.count == table.rowCount, "every row has a time or none")
        var codes = [Int32?](repeating: nil, count: columns.count)
        return (0..<table.rowCount).map { row in
            for (place, column) in columns.enumerated() {
                let code = table.columns[column][row]
                codes[place] = ResponseTable.isAnswer(code) ? code : nil
            }
            return profile(of: codes, seconds: seconds.isEmpty ? nil : seconds[row])
        }
    }
}

/// What one person's answers measure, and the signs that follow.
public struct CarelessProfile: Sendable, Equatable {
    /// ``AnswerPattern/longestRun(of:)``, in items.
    public let longestRun: Int
    /// ``AnswerPattern/variability(of:)``, in codes.
    public let variability: Double?
    /// ``EvenOddConsistency``, −1…1.
    public let consistency: Double?
    /// ``MahalanobisDistance``, D².
    public let squaredDistance: Double?
    /// The p value of D².
    public let distanceP: Double?
    /// Seconds for an answered item.
    public let secondsPerItem: Double?
    /// The share of items without an answer.
    public let missingShare: Double
    /// The signs that fired.
    public private(set) var signs: CarelessSigns = []
    /// Whether as many signs fired as make a flag.
    public private(set) var isFlagged = false

    fileprivate init(
        longestRun: Int, variability: Double?, consistency: Double?, squaredDistance: Double?, distanceP: Double?,
        secondsPerItem: Double?, missingShare: Double
    ) {
        self.longestRun = longestRun
        self.variability = variability
        self.consistency = consistency
        self.squaredDistance = squaredDistance
        self.distanceP = distanceP
        self.secondsPerItem = secondsPerItem
        self.missingShare = missingShare
    }

    fileprivate mutating func judge(by limits: CarelessLimits, items: Int, answered: Int) {
        func isBelow(_ value: Double?, _ limit: Double) -> Bool { value.map { $0 < limit } ?? false }
        if longestRun >= limits.fewestAnswers, Double(longestRun) >= limits.runShare * Double(items) {
            signs.insert(.longRun)
        }
        if answered >= limits.fewestAnswers, isBelow(variability, limits.variability) {
            signs.insert(.littleVariability)
        }
        if isBelow(consistency, limits.consistency) { signs.insert(.inconsistent) }
        if isBelow(distanceP, limits.distanceP) { signs.insert(.unusual) }
        if isBelow(secondsPerItem, limits.secondsPerItem) { signs.insert(.tooFast) }
        if missingShare > limits.missingShare { signs.insert(.muchMissing) }
        isFlagged = signs.count >= limits.signsForFlag
    }
}

/// How many people were flagged, and how often each sign fired: integers that add.
public struct CarelessTally: Sendable, Equatable {
    /// How many profiles were counted.
    public private(set) var responses = 0
    /// How many were flagged.
    public private(set) var flagged = 0
    /// How often each sign fired, in the order of ``CarelessSigns/all``.
    public private(set) var signs = CarelessSigns.all.map { _ in 0 }

    /// Nobody yet.
    public init() {}

    /// The counts that ``GroupedTally/numbers`` holds.
    init?(_ reader: inout NumberReader) {
        guard let responses = reader.next(), let flagged = reader.next(), let signs = reader.next(signs.count) else {
            return nil
        }
        (self.responses, self.flagged, self.signs) = (responses, flagged, signs)
    }

    /// Counts one person.
    public mutating func count(_ profile: CarelessProfile) {
        responses += 1
        if profile.isFlagged { flagged += 1 }
        for (index, sign) in CarelessSigns.all.enumerated() where profile.signs.contains(sign) { signs[index] += 1 }
    }

    /// Adds the counts of other people.
    public mutating func add(_ other: CarelessTally) {
        responses += other.responses
        flagged += other.flagged
        for index in signs.indices { signs[index] += other.signs[index] }
    }
}
