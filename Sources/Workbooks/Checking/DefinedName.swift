/// The names that a table or a defined range may bear.
enum DefinedName {
    /// Throws the reason why the name cannot be used. Tables and ranges share one set of names.
    static func check(_ name: String, taken: Set<String>) throws(WorkbookError) {
        guard let first = name.unicodeScalars.first, name.utf16.count <= 255,
            first == "_" || first.properties.isAlphabetic,
            name.unicodeScalars.allSatisfy({
                $0 == "_" || $0 == "." || $0.properties.isAlphabetic || $0.properties.numericType == .decimal
            }), !CellName.isLike(name), !name.lowercased().hasPrefix("_xl")
        else {
            throw WorkbookError(
                .badName, at: name, chinese: "名称须以文字或下划线开头，只含文字、数字、下划线和句点，且不像单元格名。",
                english: """
                    A name starts with a letter or underscore, holds letters, digits, underscores and points only, \
                    and does not look like a cell.
                    """)
        }
        guard !taken.contains(name.lowercased()) else {
            throw WorkbookError(
                .badName, at: name, chinese: "名称已被另一个表或区域使用（不分大小写）。",
                english: "The name already belongs to another table or range (capitals do not matter).")
        }
    }
}
