import Foundation

/// A number that is printed or follows from what is: a sum over people of functions of their answers.
struct Sum {
    struct Term: Hashable {
        /// An item, or a competence with both of its levels.
        var item: String
        var people: [Int]
        /// The value of each of its answers.
        var function: [Fraction]
    }

    struct Product: Hashable {
        /// The two variables; as functions of the answers of several items they are no sum of functions of one.
        var items: [String]
        var people: [Int]
    }

    var name: String
    var terms: [Term]
    var products: [Product] = []
}

/// Everything that reports tell of one round.
struct Document {
    var name: String
    var smallestGroup: Int
    var people: Int
    /// The number of answers that each item has.
    var items: [String: Int]
    var sums: [Sum] = []
    /// Numbers that are not those of the people whom the report says it counts.
    var unexplained: [String] = []
    private var known: Set<[AnyHashable]> = []

    init(name: String, smallestGroup: Int, people: Int, items: [String: Int]) {
        self.name = name
        self.smallestGroup = smallestGroup
        self.people = people
        self.items = items
    }

    /// Equal sums are told once.
    mutating func tell(_ sum: Sum) {
        if known.insert([sum.terms, sum.products]).inserted { sums.append(sum) }
    }

    func line() throws -> String {
        let sums = sums.map { sum in
            [
                "name": sum.name,
                "terms": sum.terms.map { term in
                    ["item": term.item, "people": term.people, "function": term.function.map(\.text)] as [String: Any]
                },
                "products": sum.products.map { ["items": $0.items, "people": $0.people] as [String: Any] },
            ] as [String: Any]
        }
        let document: [String: Any] = [
            "name": name, "k": smallestGroup, "people": people, "items": items.mapValues { Array(0..<$0) },
            "sums": sums,
        ]
        let data = try JSONSerialization.data(
            withJSONObject: document, options: [.sortedKeys, .withoutEscapingSlashes])
        return String(decoding: data, as: UTF8.self)
    }
}
