import GRDB
import GRDBSQLite
import Surveys

/// A unit as the store knows it.
struct StoredUnit {
    /// What the responses name it by.
    var number: Int
    var name: String
    /// Whether it stands on the roster, and was not only named by somebody.
    var isListed: Bool
}

extension Database {
    /// The numbers of units on a roster grow in its order. A unit that is only named by somebody gets a number by
    /// chance, above those: the order in which such units come up is the order of responses.
    private static let listedNumbers = 1..<(1 << 30)
    private static let chanceNumbers = (1 << 30)..<(1 << 31)

    /// The units of a round, those on its roster first and in its order.
    func units(of year: Int) throws -> [StoredUnit] {
        try Row.fetchAll(
            self, sql: "SELECT id, name, place FROM unit WHERE round = ? ORDER BY place IS NULL, place",
            arguments: [year]
        ).map { StoredUnit(number: $0["id"], name: $0["name"], isListed: $0["place"] != nil) }
    }

    /// Adds the units of a roster.
    func add(_ units: [Roster.Unit], to year: Int) throws {
        precondition(Set(units.map(\.name)).count == units.count, "a roster lists a unit once")
        let last = try Int.fetchOne(
            self, sql: "SELECT max(id) FROM unit WHERE id < ?", arguments: [Self.listedNumbers.upperBound])
        let first = (last ?? 0) + 1
        let numbers = Dictionary(uniqueKeysWithValues: units.enumerated().map { ($0.element.name, first + $0.offset) })
        let statement = try makeStatement(
            sql: """
                INSERT INTO unit (id, round, name, place, headcount, merge_into, parent, succeeds)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for (place, unit) in units.enumerated() {
            let target = unit.mergeInto.map { name in
                guard let number = numbers[name] else { preconditionFailure("a unit merges into one of its roster") }
                return number
            }
            try statement.execute(arguments: [
                first + place, year, unit.name, place, unit.headcount, target, unit.parent,
                unit.succeeds.joined(separator: "\n"),
            ])
        }
    }

    /// The numbers of the units that respondents named, by name; a unit that is new to the round is added.
    func numbers(ofUnits names: [String?], in year: Int) throws -> [String: Int] {
        var numbers = try units(of: year).reduce(into: [:]) { $0[$1.name] = $1.number }
        let statement = try makeStatement(sql: "INSERT INTO unit (id, round, name) VALUES (?, ?, ?)")
        for case let name? in Set(names) where !name.isEmpty && numbers[name] == nil {
            var number = Int.random(in: Self.chanceNumbers)
            while try Row.fetchOne(self, sql: "SELECT 1 FROM unit WHERE id = ?", arguments: [number]) != nil {
                number = Int.random(in: Self.chanceNumbers)
            }
            try statement.execute(arguments: [number, year, name])
            numbers[name] = number
        }
        return numbers
    }

    /// How many columns a table may have, each of them with a place in an INSERT.
    var columnLimit: Int {
        let columns = unsafe sqlite3_limit(sqliteConnection, SQLITE_LIMIT_COLUMN, -1)
        let places = unsafe sqlite3_limit(sqliteConnection, SQLITE_LIMIT_VARIABLE_NUMBER, -1)
        return Int(min(columns, places))
    }
}
