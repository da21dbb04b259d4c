/// `1=非常不同意，2=不同意，3=一般，4=同意，5=非常同意`: what the numbers of a range mean, as an introduction explains them.
struct Legend: Sendable, Equatable {
    var labels: [Int: String]
    var line: Int

    /// - Returns: nil for a text that explains fewer than two numbers.
    init?(_ text: PastedText, line: Int) {
        var labels: [Int: String] = [:]
        for match in String(text.written).matches(
            of: /([0-9０-９]{1,2})\s*(?:分|级)?\s*(?:=|＝|:|：|表示|代表|为|是)\s*[“"「]?([^,，;；、。.=＝:：“”"「」()（）\n\t0-9０-９]{1,12})/)
        {
            guard let code = Int(PastedText(match.1).key) else { continue }
            let label = PastedText(match.2).trimmed.text
            guard !label.isEmpty, labels[code] == nil else { continue }
            labels[code] = label
        }
        guard labels.count >= 2, Set(labels.values).count == labels.count else { return nil }
        self.labels = labels
        self.line = line
    }

    /// The labels, if they are those of this range: both of its ends are explained and nothing outside it.
    func labels(for range: ClosedRange<Int>) -> [Int: String]? {
        guard labels.keys.min() == range.lowerBound, labels.keys.max() == range.upperBound else { return nil }
        return labels
    }
}
