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

    /// - Parameter frame: the ends of the scale that the number stands on.
    private init(_ number: Double, in frame: ClosedRange<Double>, margin: Double) {
        let room = margin * (frame.upperBound - frame.lowerBound)
        // 100 − 4 may be stored as 95.99…; equal numbers must be treated alike.
        let tolerance = 1e-9 * (frame.upperBound - frame.lowerBound)
        if number >= frame.upperBound - room - tolerance {
            self = .atLeast(frame.upperBound - room)
        } else if number <= frame.lowerBound + room + tolerance {
            self = .atMost(frame.lowerBound + room)
        } else {
            self = .exact(number)
        }
    }

    static func share(_ share: Double, n: Int) -> ShownNumber {
        ShownNumber(share, in: 0...1, margin: edgeOfShares(n))
    }

    static func mean(_ mean: Double, n: Int, in frame: ClosedRange<Double>) -> ShownNumber {
        ShownNumber(mean, in: frame, margin: min(edgeOfMeans, edgeOfShares(n)))
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

/// How near to 0 or 1 a share of n people may be shown: the steps of the US Department of Education's guidance for
/// small groups (PTAC), 20 % up to twenty people, 1 % beyond three hundred.
func edgeOfShares(_ n: Int) -> Double {
    switch n {
    case ...20: 0.2
    case ...40: 0.1
    case ...100: 0.05
    case ...300: 0.02
    default: 0.01
    }
}

/// A mean joins several answers of a person: within 4.8 of 1 to 5, nearly all of them are the highest.
private let edgeOfMeans = 0.05
