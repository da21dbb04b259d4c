/// Numbers as sentences and the text form show them: rounded once, half away from zero (四舍五入).
enum NumberText {
    static func fixed(_ number: Double, _ decimals: Int) -> String {
        let power = (0..<decimals).reduce(1.0) { power, _ in power * 10 }
        // 2.675 is stored as 2.67499…; spreadsheets round what they show with 15 digits, and so do we.
        let scaled = number * power
        let nudged = scaled + (scaled < 0 ? -1 : 1) * abs(scaled) * 1e-14
        let units = nudged.rounded(.toNearestOrAwayFromZero)
        let digits = String(Int(abs(units)))
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let body = decimals == 0 ? padded : padded.dropLast(decimals) + "." + padded.suffix(decimals)
        return (units < 0 ? "-" : "") + body
    }

    /// The number that is printed.
    static func rounded(_ number: Double, _ decimals: Int) -> Double { Double(fixed(number, decimals)) ?? number }

    static func signed(_ number: Double, _ decimals: Int) -> String {
        let text = fixed(number, decimals)
        return text.hasPrefix("-") || text.allSatisfy({ $0 == "0" || $0 == "." }) ? text : "+" + text
    }

    static func percent(_ share: Double, _ decimals: Int = 1) -> String { fixed(100 * share, decimals) + "%" }

    /// As Excel shows it under one of the house's number formats.
    static func shown(_ number: Double, format: String) -> String {
        switch format {
        case "0": fixed(number, 0)
        case "+0;-0;0": signed(number, 0)
        case "0.0": fixed(number, 1)
        case "0.00": fixed(number, 2)
        case "0%": percent(number, 0)
        case "0.0%": percent(number, 1)
        case "+0.0;-0.0;0.0": signed(number, 1)
        case "+0.00;-0.00;0.00": signed(number, 2)
        default: fixed(number, 2)
        }
    }
}
