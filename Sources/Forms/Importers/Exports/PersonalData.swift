package import Surveys

/// Data that name a person and that people put into free texts unasked.
package enum PersonalData: Sendable, Equatable, CaseIterable {
    case email, mobile, landline, identityNumber

    package var wording: Wording {
        switch self {
        case .email: Wording("邮箱地址", "e-mail addresses")
        case .mobile: Wording("手机号", "mobile numbers")
        case .landline: Wording("固定电话", "landline numbers")
        case .identityNumber: Wording("身份证号", "identity numbers")
        }
    }

    /// The kinds that a text seems to hold, in the order above.
    ///
    /// It is a warning, not a proof: numbers go by the numbering plan of the mainland, identity numbers by their date
    /// and check digit (GB 11643, ISO 7064 MOD 11-2), addresses by their form.
    package static func kinds(in text: String) -> [PersonalData] {
        // Nothing shorter holds any of it, and most texts have neither a digit nor the sign.
        guard text.utf8.count >= 6 else { return [] }
        let bytes = halfWidth(text)
        guard bytes.contains(where: { isDigit($0) || $0 == UInt8(ascii: "@") }) else { return [] }
        var found: Set<PersonalData> = []
        for index in bytes.indices {
            if bytes[index] == UInt8(ascii: "@") {
                if !found.contains(.email), isAddress(bytes, at: index) { found.insert(.email) }
            } else if isDigit(bytes[index]), index == 0 || !isDigit(bytes[index - 1]) {
                if isIdentityNumber(bytes, at: index) {
                    found.insert(.identityNumber)
                } else if isMobile(bytes, at: index) {
                    found.insert(.mobile)
                } else if isLandline(bytes, at: index) {
                    found.insert(.landline)
                }
            }
        }
        return allCases.filter(found.contains)
    }

    // MARK: Bytes

    /// The ASCII of a text, full-width forms among it; every other character is one byte that is no ASCII.
    private static func halfWidth(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { scalar in
            switch scalar.value {
            case 0..<0x80: UInt8(scalar.value)
            case 0xFF01...0xFF5E: UInt8(scalar.value - 0xFEE0)
            // Dashes and wide blanks, as input methods set them between groups of digits.
            case 0x2010...0x2015, 0x2212: UInt8(ascii: "-")
            case 0x3000, 0xA0: UInt8(ascii: " ")
            default: 0xFF
            }
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool { isDigit(byte) || (65...90).contains(byte & 0xDF) }

    /// The digits from a place on, with at most one blank or dash before each of the given places; and where they end.
    private static func digits(
        _ bytes: [UInt8], from start: Int, _ count: Int, gaps: [Int] = []
    ) -> (digits: [UInt8], end: Int)? {
        var digits: [UInt8] = []
        var index = start
        while digits.count < count {
            if gaps.contains(digits.count), index < bytes.count, " -".utf8.contains(bytes[index]) { index += 1 }
            guard index < bytes.count, isDigit(bytes[index]) else { return nil }
            digits.append(bytes[index] - 48)
            index += 1
        }
        return (digits, index)
    }

    private static func ends(_ bytes: [UInt8], at index: Int) -> Bool { index >= bytes.count || !isDigit(bytes[index]) }

    // MARK: Kinds

    private static func isAddress(_ bytes: [UInt8], at sign: Int) -> Bool {
        guard sign > 0, isLetterOrDigit(bytes[sign - 1]) || "_-+".utf8.contains(bytes[sign - 1]) else { return false }
        let domain = bytes[(sign + 1)...].prefix { isLetterOrDigit($0) || ".-".utf8.contains($0) }
        let labels = domain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        // A full stop that ends the sentence is no part of it.
        let parts = labels.last?.isEmpty == true ? labels.dropLast() : labels[...]
        guard parts.count >= 2, parts.allSatisfy({ !$0.isEmpty }), let top = parts.last else { return false }
        return top.count >= 2 && top.allSatisfy { !isDigit($0) }
    }

    private static func isIdentityNumber(_ bytes: [UInt8], at start: Int) -> Bool {
        guard let (digits, end) = digits(bytes, from: start, 17), end < bytes.count else { return false }
        let last = bytes[end]
        let check: Int
        if isDigit(last) {
            check = Int(last - 48)
        } else if last & 0xDF == UInt8(ascii: "X") {
            check = 10
        } else {
            return false
        }
        let number = digits.map(Int.init)
        func value(_ range: Range<Int>) -> Int { number[range].reduce(0) { $0 * 10 + $1 } }
        guard ends(bytes, at: end + 1), (1800...2199).contains(value(6..<10)),
            Day(year: value(6..<10), month: value(10..<12), day: value(12..<14)) != nil
        else { return false }
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(number, weights).reduce(0) { $0 + $1.0 * $1.1 }
        return check == (12 - sum % 11) % 11
    }

    private static func isMobile(_ bytes: [UInt8], at start: Int) -> Bool {
        [0, 2, 4].contains { prefix in
            if prefix > 0 {
                // 86 and 0086, whether or not a blank follows.
                let country: [UInt8] = prefix == 2 ? [8, 6] : [0, 0, 8, 6]
                guard let (digits, _) = digits(bytes, from: start, prefix), digits == country else { return false }
            }
            var from = start + prefix
            if prefix > 0, from < bytes.count, " -".utf8.contains(bytes[from]) { from += 1 }
            guard let (digits, end) = digits(bytes, from: from, 11, gaps: [3, 7]) else { return false }
            return digits[0] == 1 && (3...9).contains(digits[1]) && ends(bytes, at: end)
        }
    }

    private static func isLandline(_ bytes: [UInt8], at start: Int) -> Bool {
        // 010 and 02x have three digits, all other areas four, of which none begins with 01 or 02.
        guard let (area, _) = digits(bytes, from: start, 3), area[0] == 0, area[1] > 0 else { return false }
        let isShort = area[1] == 1 ? area[2] == 0 : area[1] == 2
        var index = start + (isShort ? 3 : 4)
        guard isShort || area[1] > 2, digits(bytes, from: start, index - start) != nil else { return false }
        // `(010) 6234…`: a bracket, and a blank or dash.
        for marks in [")", " -"] where index < bytes.count && marks.utf8.contains(bytes[index]) { index += 1 }
        return [8, 7].contains { count in
            guard let (number, end) = digits(bytes, from: index, count, gaps: [count - 4]) else { return false }
            return number[0] >= 2 && ends(bytes, at: end)
        }
    }
}
