/// A day of the calendar, from 1900-03-01 on.
///
/// Excel believes in a 29 February 1900, so days before 1 March 1900 have two numbers and are refused.
public struct WorkbookDay: Hashable, Comparable, Sendable {
    /// The year, 1900 to 9999.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month.
    public let day: Int

    /// A day that exists; anything else is an error, because the library would write another day instead.
    public init(year: Int, month: Int, day: Int) throws(WorkbookError) {
        let lengths = [31, WorkbookDay.isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1900...9999).contains(year), (1...12).contains(month), (1...lengths[month - 1]).contains(day),
            year > 1900 || month > 2
        else {
            throw WorkbookError(
                .badDate, at: "\(year)-\(month)-\(day)", chinese: "没有这一天，或早于1900年3月1日，Excel不能表示。",
                english: "There is no such day, or it is before 1 March 1900, which Excel cannot hold.")
        }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day that Excel keeps as a number, the time of day left out; nil for a number that is no such day.
    ///
    /// - Parameter countsFrom1904: the workbook counts from 1 January 1904, 1,462 days later than others.
    public init?(serial: Double, countsFrom1904: Bool = false) {
        let serial = countsFrom1904 ? serial + 1_462 : serial
        guard serial.isFinite, (61..<2_958_466).contains(serial) else { return nil }
        // Years counted from 1 March of the year 0, in periods of 400 years.
        let days = Int(serial) - 25_569 + 719_468
        let era = days / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let isAfterDecember = month >= 10
        year = yearOfEra + era * 400 + (isAfterDecember ? 1 : 0)
        self.month = isAfterDecember ? month - 9 : month + 3
        day = dayOfYear - (153 * month + 2) / 5 + 1
    }

    /// `2025-12-01`
    public var text: String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// Earlier days come first.
    public static func < (one: WorkbookDay, other: WorkbookDay) -> Bool {
        (one.year, one.month, one.day) < (other.year, other.month, other.day)
    }

    /// The number that Excel keeps for the day: 2025-12-01 is 45992.
    public var serial: Int { daysSince1970 + 25_569 }

    /// Days since 1 January 1970, by counting the years from 1 March on, so that a leap day comes last.
    var daysSince1970: Int {
        let years = month > 2 ? year : year - 1
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return years * 365 + years / 4 - years / 100 + years / 400 + dayOfYear - 719_468
    }

    private static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }
}

/// A second in universal time: when a workbook says it was made. Always passed in, never read from the clock.
public struct WorkbookMoment: Hashable, Sendable {
    /// The day.
    public let day: WorkbookDay
    /// Seconds since midnight.
    let secondOfDay: Int

    /// A second that exists, from 1980 on.
    public init(_ day: WorkbookDay, hour: Int = 0, minute: Int = 0, second: Int = 0) throws(WorkbookError) {
        guard day.year >= 1980, (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else {
            throw WorkbookError(
                .badDate, at: "", chinese: "生成时间不存在，或早于1980年。",
                english: "The time of creation does not exist, or is before 1980.")
        }
        self.day = day
        secondOfDay = hour * 3600 + minute * 60 + second
    }

    /// Seconds since 1970. Never 0, which the library would replace by the clock.
    var secondsSince1970: Int { day.daysSince1970 * 86_400 + secondOfDay }
}
