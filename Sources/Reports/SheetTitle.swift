/// Names of sheets that are made of what a survey or a roster says.
enum SheetTitle {
    /// `处室_办公室`: without what no tab can bear, at most 31 UTF-16 units, and different from those taken.
    ///
    /// - Parameter prefix: begins with a letter, so that a unit called 2024 is no number on its tab.
    static func made(_ prefix: String, _ name: String, taken: some Collection<String>) -> String {
        let plain = String(
            String.UnicodeScalarView(name.unicodeScalars.map { isForbidden($0) ? "_" : $0 }))
        let known = Set(taken.map { $0.lowercased() })
        var title = fitted(prefix + plain, beside: "")
        var number = 2
        while known.contains(title.lowercased()) {
            title = fitted(prefix + plain, beside: "_\(number)")
            number += 1
        }
        return title
    }

    /// Cut between letters, never inside one.
    private static func fitted(_ name: String, beside suffix: String) -> String {
        guard name.utf16.count + suffix.utf16.count > longest else { return name + suffix }
        var cut = ""
        for character in name {
            guard cut.utf16.count + String(character).utf16.count + 1 + suffix.utf16.count <= longest else { break }
            cut.append(character)
        }
        return cut + "…" + suffix
    }

    private static let longest = 31

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        forbidden.contains(scalar) || scalar.value < 0x20 || scalar.value == 0x7F
            || scalar.value >= 0xFFFE
                && scalar.value <= 0xFFFF
    }

    private static let forbidden = Set("[]:*?/\\'［］：＊？／＼＇".unicodeScalars)
}
