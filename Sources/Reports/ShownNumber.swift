import Disclosure
import Statistics
import Surveys
import Workbooks

/// A mean or a share as a reader may see it: as it is, as a bound where it would say what nearly everybody answered,
/// or a code that says why it is not there.
enum ShownNumber: Equatable {
    case exact(Double)
    case atLeast(Double)
    case atMost(Double)
    case absent(SheetComposer.Absence)

    init(_ number: ReleasedNumber) {
        switch number {
        case .exact(let number): self = .exact(number)
        case .atLeast(let bound): self = .atLeast(bound)
        case .atMost(let bound): self = .atMost(bound)
        case .withheld(.nobodyAnswered): self = .absent(.missing)
        case .withheld(.fewPeople): self = .absent(.hidden)
        case .withheld(.besideBound): self = .absent(.bounded)
        }
    }

    static func share(_ share: Double, n: Int) -> ShownNumber { ShownNumber(.share(share, n: n)) }

    static func mean(_ mean: Double, n: Int, in frame: ClosedRange<Double>) -> ShownNumber {
        ShownNumber(ReleasedNumber(mean, Bound.ofMean(mean, n: n, in: frame)))
    }

    var exact: Double? { if case .exact(let number) = self { number } else { nil } }

    /// Where a chart draws it: a bound stands for what lies beyond.
    var drawn: Double? {
        switch self {
        case .exact(let number), .atLeast(let number), .atMost(let number): number
        case .absent: nil
        }
    }

    /// The code for what stands beside it and would tell it: its interval, a difference from it.
    var besides: SheetComposer.Absence { if case .absent(let code) = self { code } else { .bounded } }

    func text(_ decimals: Int, _ language: ReaderLanguage = .chinese) -> String {
        text(language) { NumberText.fixed($0, decimals) }
    }

    /// As a sentence says it.
    func words(_ decimals: Int, _ language: ReaderLanguage = .chinese) -> String {
        text(decimals, language)
            .replacing("≥", with: Wording("不低于", "at least ").text(in: language))
            .replacing("≤", with: Wording("不高于", "at most ").text(in: language))
    }

    var percent: String { percent(.chinese) }

    func percent(_ language: ReaderLanguage) -> String { text(language) { NumberText.percent($0, 0) } }

    private func text(_ language: ReaderLanguage, _ print: (Double) -> String) -> String {
        switch self {
        case .exact(let number): print(number)
        case .atLeast(let bound): "≥" + print(bound)
        case .atMost(let bound): "≤" + print(bound)
        case .absent(let code): code.wording.text(in: language)
        }
    }
}
