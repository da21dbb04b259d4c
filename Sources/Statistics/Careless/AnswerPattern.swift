/// What the bare pattern of one person's answers tells, in the order in which the items were shown.
///
/// Codes are raw, before any reversal; `nil` is an item without an answer. Nothing here allocates, since it runs on
/// every row of large files.
public enum AnswerPattern {
    /// Longstring: the length of the longest run of one code; an item without an answer ends a run.
    ///
    /// - Unit: items, 0…k.
    /// - Missing: an item without an answer ends a run; 0 without answers.
    /// - Source: Johnson 2005, Journal of Research in Personality 39:103–129; Meade & Craig 2012, Psychological Methods
    ///   17:437–455.
    /// - Oracle: R `rle`.
    public static func longestRun(of codes: [Int32?]) -> Int {
        var longest = 0
        var run = 0
        var previous: Int32?
        for code in codes {
            if let code {
                run = code == previous ? run + 1 : 1
                longest = max(longest, run)
            }
            previous = code
        }
        return longest
    }

    /// IRV, the intra-individual response variability: the standard deviation (divisor n − 1) of the person's codes.
    ///
    /// - Unit: codes. `nil` below two answers.
    /// - Missing: over the answers that are there.
    /// - Source: Dunn, Heggestad, Shanock & Theilgard 2018, Journal of Business and Psychology 33:105–121.
    /// - Oracle: R `sd`.
    public static func variability(of codes: [Int32?]) -> Double? {
        var origin: Double?
        var (n, sum, squares) = (0.0, 0.0, 0.0)
        for case let code? in codes {
            // From the first answer on, so that equal answers give exactly 0 and no sum can overflow.
            let shifted = Double(code) - (origin ?? Double(code))
            origin = origin ?? Double(code)
            n += 1
            sum += shifted
            squares += shifted * shifted
        }
        guard n >= 2 else { return nil }
        return (max(0, squares - sum * sum / n) / (n - 1)).squareRoot()
    }

    /// How many items have an answer.
    public static func answered(of codes: [Int32?]) -> Int {
        var answered = 0
        for code in codes where code != nil { answered += 1 }
        return answered
    }
}
