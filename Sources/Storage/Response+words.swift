import Surveys

extension Response {
    /// The answers as a text in which different answers are never alike: every text is led by its length.
    var words: String {
        answers.map { answer in
            switch answer {
            case .missing: "-"
            case .notAsked: "h"
            case .notApplicable: "n"
            case .level(let code): "l\(code)"
            case .option(let code): "o\(code.utf8.count):\(code)"
            case .options(let codes): "s\(codes.count):" + codes.map { "\($0.utf8.count):\($0)" }.joined()
            case .number(let units, let decimals): "#\(units)e\(decimals)"
            case .day(let day): "d\(day)"
            case .text(let text): "t\(text.utf8.count):\(text)"
            }
        }.joined(separator: "\n")
    }
}
