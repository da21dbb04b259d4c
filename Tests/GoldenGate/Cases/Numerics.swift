import Statistics

extension GoldenCase {
    /// NIST's sets: moments of lists, and one-way analyses of variance of lists at three offsets.
    static func numerics(_ golden: GoldenCase) throws -> [String: GoldenValue] {
        let table = try golden.table()
        let (sets, y) = (table.texts("set"), table.numbers("y"))
        var found: [String: GoldenValue] = [:]
        for name in Set(sets) {
            let moments = try Samples.moments(zip(sets, y).filter { $0.0 == name }.map(\.1))
            found[name] = GoldenValue(["mean": moments.mean, "sd": moments.standardDeviation])
        }
        found["r.NumAcc4"] = found["NumAcc4"]
        found["r.Michelso"] = found["Michelso"]

        func anova(_ file: String, offset: Double) throws -> OneWayAnova {
            let table = try golden.table(file)
            let rows = zip(table.texts("treatment"), table.numbers("tenths"))
            let groups = Dictionary(grouping: rows, by: { $0.0 }).sorted { $0.key < $1.key }
            let values = groups.map { group in group.value.map { offset + ($0.1 ?? .nan) / 10 } }
            return try OneWayAnova(of: values, missing: 0)
        }
        for (name, file, offset) in [
            ("SmLs01", "smls21.csv", 1.0), ("SmLs04", "smls21.csv", 1e6), ("SmLs07", "smls21.csv", 1e12),
            ("SmLs02", "smls201.csv", 1), ("SmLs05", "smls201.csv", 1e6),
        ] {
            let test = try anova(file, offset: offset)
            found[name] = GoldenValue([
                "df1": Double(test.betweenDegrees), "df2": Double(test.withinDegrees),
                "msb": test.betweenMeanSquare, "msw": test.withinMeanSquare, "F": test.f,
            ])
        }
        found["r.SmLs01"] = found["SmLs01"]
        found["r.SmLs04"] = GoldenValue(["F": try anova("smls21.csv", offset: 1e6).f])
        found["SmLs07.stored_doubles"] = GoldenValue(["F": try anova("smls21.csv", offset: 1e12).f])
        return found
    }
}
