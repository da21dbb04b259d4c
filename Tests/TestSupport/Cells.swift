package import Surveys

extension Response {
    /// The cells of its row in a file, one for each variable: what `ResponseReader` reads back to the same response.
    package var cells: [String] {
        answers.map { answer in
            switch answer {
            case .missing, .notAsked: ""
            case .notApplicable: "NA"
            case .level(let code): String(code)
            case .option(let code): code
            case .options(let codes): codes.joined(separator: ";")
            case .number(let units, 0): String(units)
            case .number(let units, let decimals):
                "\(Double(units) / (0..<decimals).reduce(1.0) { power, _ in power * 10 })"
            case .day(let day): day.description
            case .text(let text): text
            }
        }
    }
}
