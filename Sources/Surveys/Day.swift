/// A calendar day, without time or time zone.
public struct Day: Sendable, Hashable, Comparable {
    public let year: Int
    public let month: Int
    public let day: Int

    /// - Returns: nil for a day that the Gregorian calendar does not have.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...lengths[month - 1]).contains(day) else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `2025-11-03`; `/` and `.` are taken for `-`, and a month alone (`2025-11`) means its first day.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
        guard (2...3).contains(parts.count), parts.allSatisfy({ $0.allSatisfy(\.isDigit) }) else { return nil }
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == parts.count, parts[0].count == 4, parts.dropFirst().allSatisfy({ $0.count <= 2 }) else {
            return nil
        }
        self.init(year: numbers[0], month: numbers[1], day: numbers.count == 3 ? numbers[2] : 1)
    }

    /// `2025年11月3日`, as people write it where the language wants `2025-11-03`; of a month alone `2025-11`.
    static func spelled(_ text: String) -> String? {
        guard text.contains("年"), text.contains("月") else { return nil }
        var parts = text.split { "年月日号 ".contains($0) }.map(String.init)
        guard let day = Day(parts.joined(separator: "-")) else { return nil }
        for index in parts.indices where parts[index].count == 1 { parts[index] = "0" + parts[index] }
        return parts.count == 3 ? day.description : parts.joined(separator: "-")
    }

    public static func < (left: Day, right: Day) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// Days since 1 March of the year 0, so that two days can be counted apart.
    public var number: Int {
        let shiftedYear = month > 2 ? year : year - 1
        let shiftedMonth = month > 2 ? month - 3 : month + 9
        return 365 * shiftedYear + shiftedYear / 4 - shiftedYear / 100 + shiftedYear / 400 + (153 * shiftedMonth + 2)
            / 5 + day - 1
    }

    /// The day with a number, or nil for one before the year 1 or after the year 9999.
    init?(number: Int) {
        guard number > 0 else { return nil }
        // 146,097 days are 400 years, of which only the last century and the last of each four years are longer.
        let (eras, inEra) = number.quotientAndRemainder(dividingBy: 146_097)
        let yearInEra = (inEra - inEra / 1_460 + inEra / 36_524 - inEra / 146_096) / 365
        let inYear = inEra - (365 * yearInEra + yearInEra / 4 - yearInEra / 100)
        let shiftedMonth = (5 * inYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        self.init(
            year: eras * 400 + yearInEra + (month <= 2 ? 1 : 0), month: month,
            day: inYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}

extension Day: CustomStringConvertible {
    public var description: String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}
