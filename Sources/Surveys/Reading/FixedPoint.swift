/// A decimal number as a whole number of its smallest units, so that nothing is rounded.
struct FixedPoint: Equatable {
    var units: Int

    /// - Returns: nil for anything but digits with at most `decimals` places, or past ±10^12 units.
    init?(_ text: some StringProtocol, decimals: Int) {
        var body = text[...]
        let isNegative = body.first == "-"
        if isNegative { body = body.dropFirst() }
        let parts = body.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), !parts[0].isEmpty, parts.allSatisfy({ $0.allSatisfy(\.isDigit) })
        else { return nil }
        var fraction = parts.count == 2 ? String(parts[1]) : ""
        while fraction.count > decimals, fraction.last == "0" { fraction.removeLast() }
        guard fraction.count <= decimals else { return nil }
        fraction += String(repeating: "0", count: decimals - fraction.count)
        guard parts[0].count + decimals <= 12, let units = Int(parts[0] + fraction) else { return nil }
        self.units = isNegative ? -units : units
    }
}

/// Numbers as people write them. Swift's own initialisers also take `+5`, `1e3`, `0x10`, `inf` and `nan`.
enum PlainNumber {
    /// Digits, with or without a minus sign; so few that sums of them cannot overflow.
    static func whole(_ text: some StringProtocol) -> Int? {
        let digits = text.first == "-" ? text.dropFirst() : text[...]
        guard (1...12).contains(digits.count), digits.allSatisfy(\.isDigit), !hasIdleZero(digits) else { return nil }
        return Int(text)
    }

    /// `85`, `0.5`: as few digits as say it, at most six decimals.
    static func text(_ number: Double) -> String {
        guard let units = Int(exactly: (number * 1_000_000).rounded()) else { return String(number) }
        let text = text(units: units, decimals: 6)
        return String(text.reversed().drop { $0 == "0" }.drop { $0 == "." }.reversed())
    }

    /// A whole number of the smallest units as a decimal number with all its decimals.
    static func text(units: Int, decimals: Int) -> String {
        let digits = String(units.magnitude)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let point = decimals == 0 ? "" : "."
        return (units < 0 ? "-" : "") + padded.dropLast(decimals) + point + padded.suffix(decimals)
    }

    static func decimal(_ text: some StringProtocol) -> Double? {
        guard FixedPoint(text, decimals: 6) != nil, text.last != ".",
            !hasIdleZero(text.first == "-" ? text.dropFirst() : text[...])
        else { return nil }
        return Double(text)
    }

    /// 06 is a slip of 60, and nobody means it.
    private static func hasIdleZero(_ digits: some StringProtocol) -> Bool {
        digits.first == "0" && digits.dropFirst().first?.isDigit == true
    }
}
