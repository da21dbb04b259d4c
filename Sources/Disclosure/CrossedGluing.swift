extension JointCounts {
    /// Whether no combination of the sums is about fewer than k people, where some groupings are crossings of others.
    ///
    /// People who differ in one class differ in a crossing too, so pairs are taken of whole signatures (the classes of a
    /// person in all groupings). Two signatures with k disjoint pairs in the same units have one total coefficient,
    /// which is a linear relation of the classes' coefficients; pairs of signatures with the same difference add up,
    /// and no person is in two of them. The groupings are safe where these relations make the totals of all signatures
    /// equal.
    package func isSafeWithCrossings(k: Int) -> Bool {
        guard isSized(k) else { return false }
        let signatures = Self.numbered(groupings, rows: units.count)
        var classes: [[Int]] = []
        for (row, signature) in signatures.enumerated() where signature == classes.count {
            classes.append(groupings.map { $0[row] })
        }
        let differences = SignatureDifferences(of: classes)
        var matched: [[Int]: Int] = [:]
        for (pair, count) in disjointPairs(of: signatures, within: Self.numbered([units], rows: units.count)) {
            matched[differences[pair.first, pair.second], default: 0] += count
        }
        var relations = LinearSpan()
        for (difference, count) in matched where count >= k { relations.insert(difference) }
        return classes.indices.dropFirst().allSatisfy { relations.contains(differences[0, $0]) }
    }
}

/// The difference of two signatures, with 1 for each class of the one and −1 for each class of the other.
private struct SignatureDifferences {
    private let signatures: [[Int]]
    /// The column of each class, for each grouping.
    private let columns: [[Int: Int]]
    private let width: Int

    init(of signatures: [[Int]]) {
        self.signatures = signatures
        var width = 0
        columns = (signatures.first ?? []).indices.map { grouping in
            var columns: [Int: Int] = [:]
            for name in Set(signatures.map { $0[grouping] }).sorted() {
                columns[name] = width
                width += 1
            }
            return columns
        }
        self.width = width
    }

    /// Of a difference and its negative the one whose first number is 1, so that both are one relation.
    subscript(one: Int, other: Int) -> [Int] {
        let isOrdered = signatures[one].lexicographicallyPrecedes(signatures[other])
        let (first, second) = isOrdered ? (signatures[one], signatures[other]) : (signatures[other], signatures[one])
        var difference = Array(repeating: 0, count: width)
        for (grouping, columns) in columns.enumerated() where first[grouping] != second[grouping] {
            if let column = columns[first[grouping]] { difference[column] = 1 }
            if let column = columns[second[grouping]] { difference[column] = -1 }
        }
        return difference
    }
}
