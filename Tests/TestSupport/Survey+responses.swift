package import Surveys

extension Survey {
    /// Checked responses out of cells by variable; a variable that no row names has no column.
    package func responses(_ rows: [[String: String]]) -> [Response] {
        var reader = ResponseReader(survey: self)
        let columns = Set(rows.flatMap(\.keys))
        return rows.map { row in
            reader.read(reader.variables.map { columns.contains($0.name) ? (row[$0.name] ?? "")[...] : nil }).response
        }
    }
}
