extension Explanation {
    /// Every explanation, in the order of the codes.
    public static let all: [Explanation] = ExplanationTheme.all.flatMap(\.explanations).sorted { $0.code < $1.code }

    /// The explanation of a code as people type it: `Z090`, `z90`, `90`, in full-width letters too.
    public static func named(_ typed: String) -> Explanation? {
        guard let number = number(typed) else { return nil }
        return all.first { $0.number == number }
    }

    /// What somebody may have meant who typed a code that does not exist: next in number, or one slip away.
    ///
    /// - Returns: at most three, the likeliest first; none for what is no code at all.
    public static func nearest(to typed: String) -> [Explanation] {
        guard let number = number(typed) else { return [] }
        let byDistance = all.sorted { (abs($0.number - number), $0.number) < (abs($1.number - number), $1.number) }
        var found = byDistance.prefix(2).filter { abs($0.number - number) <= 3 }
        var rest = all.map(\.code).filter { code in !found.contains { $0.code == code } }
        while found.count < 3, let code = Suggestion.nearest(to: spelling(number), among: rest) {
            found += all.filter { $0.code == code }
            rest.removeAll { $0 == code }
        }
        return found.isEmpty ? Array(byDistance.prefix(1)) : found
    }

    private var number: Int { Int(code.dropFirst()) ?? 0 }

    private static func spelling(_ number: Int) -> String {
        let digits = String(number)
        return "Z" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    }

    /// `z90` → 90
    private static func number(_ typed: String) -> Int? {
        let word = String(typed.map(\.meant)).uppercased()
        let digits = word.hasPrefix("Z") ? word.dropFirst() : word[...]
        return digits.allSatisfy(\.isDigit) ? Int(digits) : nil
    }
}
