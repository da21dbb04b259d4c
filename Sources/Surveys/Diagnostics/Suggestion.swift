/// Finds the word that somebody probably meant.
public enum Suggestion {
    /// The candidate that sounds the same, or else the nearest within a third of the word's length (at least one slip);
    /// of equals one of the same length, and of these the first.
    public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        nearest(to: word, among: SuggestionList(candidates))
    }

    static func nearest(to word: String, among list: SuggestionList) -> String? {
        if let sound = list.match(soundOf: word) { return sound }
        let typed = SuggestionList.letters(of: word)
        // Every code of two letters is one slip away from every other with a letter in common.
        let isShortCode = typed.count <= 2 && typed.allSatisfy { (0x61...0x7A).contains($0) }
        if isShortCode {
            return list.words.first { $0.text != word && ($0.letters == typed || $0.letters == typed.reversed()) }?.text
        }
        let limit = max(1, typed.count / 3)
        var best: (distance: Int, candidate: String)?
        // A wrong letter is likelier than one too many: of equals, the one of the same length.
        for isSameLength in [true, false] {
            for (candidate, letters) in list.words where (letters.count == typed.count) == isSameLength {
                // As many letters too few or too many make the least distance.
                guard abs(letters.count - typed.count) <= limit, candidate != word else { continue }
                let nearer = min(limit, letters.count - 1, (best?.distance ?? .max) - 1)
                if let distance = distance(typed, letters, atMost: nearer) { best = (distance, candidate) }
            }
        }
        return best?.candidate
    }

    /// Damerau–Levenshtein distance in its optimal string alignment form: insert, delete, change, swap neighbours.
    ///
    /// - Returns: nil as soon as it is sure to be greater than `limit`.
    private static func distance(_ left: [UInt32], _ right: [UInt32], atMost limit: Int) -> Int? {
        // Where one slip was found already, most candidates end here.
        if limit <= 0 { return limit == 0 && left == right ? 0 : nil }
        let (left, right) = differing(left, right)
        if left.isEmpty || right.isEmpty {
            let distance = max(left.count, right.count)
            return distance <= limit ? distance : nil
        }
        // One slip is one changed letter or two that were swapped; an added one would have left nothing on one side.
        if limit == 1 {
            let isSwap = left.count == 2 && right.count == 2 && left.elementsEqual(right.reversed())
            return isSwap || (left.count == 1 && right.count == 1) ? 1 : nil
        }
        return steps(Array(left), Array(right), atMost: limit)
    }

    /// Without what both begin and end with.
    private static func differing(_ left: [UInt32], _ right: [UInt32]) -> (ArraySlice<UInt32>, ArraySlice<UInt32>) {
        var start = 0
        while start < min(left.count, right.count), left[start] == right[start] { start += 1 }
        var (leftEnd, rightEnd) = (left.count, right.count)
        while leftEnd > start, rightEnd > start, left[leftEnd - 1] == right[rightEnd - 1] {
            leftEnd -= 1
            rightEnd -= 1
        }
        return (left[start..<leftEnd], right[start..<rightEnd])
    }

    /// Of two words that differ from their first letter to their last.
    private static func steps(_ left: [UInt32], _ right: [UInt32], atMost limit: Int) -> Int? {
        var twoBack = [Int](repeating: 0, count: right.count + 1)
        var oneBack = Array(0...right.count)
        var current = twoBack
        for row in 1...left.count {
            current[0] = row
            var least = row
            for column in 1...right.count {
                let change = left[row - 1] == right[column - 1] ? 0 : 1
                var steps = min(oneBack[column] + 1, current[column - 1] + 1, oneBack[column - 1] + change)
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    steps = min(steps, twoBack[column - 2] + 1)
                }
                current[column] = steps
                least = min(least, steps)
            }
            // A swap reaches back two rows, and costs one.
            if least > limit + 1 { return nil }
            (twoBack, oneBack, current) = (oneBack, current, twoBack)
        }
        return oneBack[right.count] <= limit ? oneBack[right.count] : nil
    }
}

/// Candidates taken apart once, where many words are looked up.
struct SuggestionList: Sendable {
    fileprivate let words: [(text: String, letters: [UInt32])]
    private let bySound: [[Int]: [String]]

    init(_ candidates: some Sequence<String>) {
        words = candidates.map { ($0, Self.letters(of: $0)) }
        bySound = words.reduce(into: [:]) { bySound, word in
            if let sounds = Homophones.sounds(of: word.text) { bySound[sounds, default: []].append(word.text) }
        }
    }

    /// The first candidate that a Han word sounds like, whatever its tones.
    fileprivate func match(soundOf word: String) -> String? {
        guard word.unicodeScalars.count > 1, let sounds = Homophones.sounds(of: word) else { return nil }
        return bySound[sounds]?.first { $0 != word }
    }

    fileprivate static func letters(of word: String) -> [UInt32] { word.lowercased().unicodeScalars.map(\.value) }
}
