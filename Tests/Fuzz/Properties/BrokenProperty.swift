import Surveys

/// What the room promised of every text, and did not keep for this one.
package struct BrokenProperty: Error, CustomStringConvertible {
    package var description: String

    init(_ promise: String, _ evidence: String = "") {
        description = evidence.isEmpty ? promise : "\(promise)\n\(evidence.prefix(4_000))"
    }
}

/// Demands one promise.
func demand(_ holds: Bool, _ promise: String, _ evidence: @autoclosure () -> String = "") throws(BrokenProperty) {
    if !holds { throw BrokenProperty(promise, evidence()) }
}

extension [Diagnostic] {
    /// Every place that a remark names lies within the text and cuts no letter in two, and every remark can be shown.
    func demandPlaces(in source: SourceText) throws(BrokenProperty) {
        for remark in self {
            for range in [remark.range, remark.fix?.range].compactMap({ $0 }) + remark.related.map(\.range) {
                try demand(source.text.holds(range), "a place lies within the text", "\(remark.code) \(range)")
            }
            for language in ReaderLanguage.allCases {
                let shown = remark.rendered(in: source, file: "x.zicha", language: language)
                try demand(shown.contains(remark.code), "a remark is shown with its code", remark.code)
            }
        }
    }
}

extension String {
    fileprivate func holds(_ range: Range<Int>) -> Bool {
        range.lowerBound >= 0 && range.upperBound <= utf8.count
            && isLetterEdge(range.lowerBound) && isLetterEdge(range.upperBound)
    }

    private func isLetterEdge(_ offset: Int) -> Bool {
        let index = utf8.index(utf8.startIndex, offsetBy: offset)
        return index == endIndex || utf8[index] & 0b1100_0000 != 0b1000_0000
    }
}
