/// Finds the word that somebody probably meant.
public enum Suggestion {
    /// The nearest candidate within a third of the word's length (at least one slip), the first of equals.
    public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        let typed = Array(word.lowercased())
        let limit = max(1, typed.count / 3)
        var best: (distance: Int, candidate: String)?
        for candidate in candidates where candidate != word {
            // As many letters too few or too many make the least distance.
            guard abs(candidate.utf8.count - word.utf8.count) <= 4 * limit else { continue }
            let other = Array(candidate.lowercased())
            guard abs(other.count - typed.count) <= limit else { continue }
            let distance = distance(typed, other)
            if distance <= limit, distance < candidate.count, distance < best?.distance ?? .max {
                best = (distance, candidate)
            }
        }
        return best?.candidate
    }

    /// Damerau–Levenshtein distance in its optimal string alignment form: insert, delete, change, swap neighbours.
    static func distance(_ left: [Character], _ right: [Character]) -> Int {
        if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
        var twoBack = [Int](repeating: 0, count: right.count + 1)
        var oneBack = Array(0...right.count)
        for row in 1...left.count {
            var current = [row] + [Int](repeating: 0, count: right.count)
            for column in 1...right.count {
                let change = left[row - 1] == right[column - 1] ? 0 : 1
                current[column] = min(oneBack[column] + 1, current[column - 1] + 1, oneBack[column - 1] + change)
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    current[column] = min(current[column], twoBack[column - 2] + 1)
                }
            }
            twoBack = oneBack
            oneBack = current
        }
        return oneBack[right.count]
    }
}
