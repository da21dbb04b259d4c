/// The names that a sheet may bear, so that Excel, formulas and charts all find it.
public enum SheetName {
    /// Throws the reason why the name cannot be used.
    static func check(_ name: String, taken: some Sequence<String>) throws(WorkbookError) {
        guard !name.isEmpty else { throw refusal(name, chinese: "工作表名不能为空。", english: "A sheet name cannot be empty.") }
        // Excel counts UTF-16 units; the library counts characters and would let longer names pass.
        guard name.utf16.count <= longest else {
            throw refusal(name, chinese: "工作表名超过31个字符。", english: "The sheet name is longer than 31 characters.")
        }
        // Full-width forms are refused as well: Chinese editions of Excel take them for the plain ones.
        guard !name.unicodeScalars.contains(where: { forbidden.contains($0) || $0.value < 0x20 }),
            CellText.printable(name) == name
        else {
            throw refusal(
                name, chinese: "工作表名不能含有 [ ] : * ? / \\ ' # 及其全角形式或控制字符。",
                english: "A sheet name cannot hold [ ] : * ? / \\ ' #, their full-width forms or control characters.")
        }
        // The library writes names as they are, and Excel reads `_x0041_` as `A` here, too.
        guard CellText.escaped(name) == name else {
            throw refusal(
                name, chinese: "工作表名不能含有 _x0041_ 这样的写法，Excel会把它读成别的字符。",
                english: "A sheet name cannot hold anything like _x0041_, which Excel reads as another character.")
        }
        guard !readsAsSomethingElse(name) else {
            throw refusal(
                name, chinese: "工作表名不能以数字或句点开头，也不能像单元格名或逻辑值，否则公式会读错。",
                english: """
                    A sheet name cannot start with a digit or a point, nor look like a cell or a truth value, \
                    because formulas would misread it.
                    """)
        }
        guard !["history", "历史记录"].contains(name.lowercased()) else {
            throw refusal(name, chinese: "这个工作表名由Excel保留。", english: "Excel keeps this sheet name for itself.")
        }
        let folded = name.lowercased()
        guard !taken.contains(where: { $0.lowercased() == folded }) else {
            throw refusal(
                name, chinese: "已有同名工作表（不分大小写）。",
                english: "There is already a sheet of this name (capitals do not matter).")
        }
    }

    /// `处室_办公室`: a name made of words that a tab may not bear as they are, different from those taken.
    ///
    /// Forbidden characters become underscores, and what is too long is cut between letters.
    /// - Parameter prefix: begins with a letter, so that a unit called 2024 is no number on its tab.
    public static func made(_ prefix: String, _ name: String, taken: some Collection<String>) -> String {
        let plain = String(
            String.UnicodeScalarView(
                CellText.singleLine(name).unicodeScalars.map { forbidden.contains($0) ? "_" : $0 }))
        let known = Set(taken.map { $0.lowercased() })
        var title = fitted(prefix + plain, beside: "")
        var number = 2
        while known.contains(title.lowercased()) {
            title = fitted(prefix + plain, beside: "_\(number)")
            number += 1
        }
        return title
    }

    private static func fitted(_ name: String, beside suffix: String) -> String {
        guard name.utf16.count + suffix.utf16.count > longest else { return withoutEscapes(name + suffix) }
        var cut = ""
        for character in name {
            guard cut.utf16.count + String(character).utf16.count + 1 + suffix.utf16.count <= longest else { break }
            cut.append(character)
        }
        return withoutEscapes(cut + "…" + suffix)
    }

    /// `-x0041_` for `_x0041_`; looked for in the whole title, because a prefix or a number may complete one.
    private static func withoutEscapes(_ title: String) -> String {
        var title = title
        while let escape = title.firstRange(of: /_x[0-9A-Fa-f]{4}_/) {
            title.replaceSubrange(escape.lowerBound..<title.index(after: escape.lowerBound), with: "-")
        }
        return title
    }

    /// `2024`, `A1`, `R1C1` and `true` stand unquoted in what the library writes.
    private static func readsAsSomethingElse(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first else { return true }
        return first.properties.numericType != nil && !first.properties.isIdeographic || first == "."
            || CellName.isLike(name) || ["true", "false"].contains(name.lowercased())
    }

    static let longest = 31
    /// Excel would take `#`, but the library cuts a link to the sheet there.
    private static let forbidden = Set("[]:*?/\\'#［］：＊？／＼＇".unicodeScalars)

    private static func refusal(_ name: String, chinese: String, english: String) -> WorkbookError {
        WorkbookError(.badSheetName, at: name, chinese: chinese, english: english)
    }
}

/// Names that a formula would read as a cell.
enum CellName {
    /// Whether the name has the form of `A1` or of `R1C1`, in capitals or not.
    static func isLike(_ name: String) -> Bool {
        let upper = name.uppercased()
        let letters = upper.prefix { $0.isASCII && $0.isLetter }
        let digits = upper.dropFirst(letters.count)
        if (1...3).contains(letters.count), !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) {
            return true
        }
        guard let first = upper.utf8.first, first == UInt8(ascii: "R") || first == UInt8(ascii: "C") else {
            return false
        }
        return upper.wholeMatch(of: /R[0-9]*(C[0-9]*)?|C[0-9]*/) != nil
    }
}
