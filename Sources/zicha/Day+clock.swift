import ArgumentParser
import Glibc
import Surveys

extension Day {
    /// A day as the command line writes it.
    static func argument(_ text: String) throws(ValidationError) -> Day {
        guard let day = Day(text) else {
            throw ValidationError("日期要写成 2026-12-01 的样子 | a date is written like 2026-12-01")
        }
        return day
    }

    /// The only place where the program looks at the clock.
    static var today: Day {
        var now = time_t()
        unsafe time(&now)
        var parts = unsafe tm()
        let isKnown = unsafe localtime_r(&now, &parts) != nil
        let (year, month, day) = unsafe (Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
        guard isKnown, let today = Day(year: year, month: month, day: day) else {
            preconditionFailure("the clock shows a day between the years 1 and 9999")
        }
        return today
    }
}
