import Surveys

/// One cell of a form that somebody fills in, under the name by which it is found again.
///
/// Writer and reader make the list from the survey alone, so that a file cannot say what its cells mean.
struct FormField: Sendable, Equatable {
    /// `答_XF1`, `答_MS_a`: it survives inserted rows and renamed sheets.
    var name: String
    /// Number of the variable among `Survey.variables`.
    var variable: Int
    /// Number of the option that the cell is about; nil where the cell holds the whole answer.
    var option: Int?

    /// The cells of a survey, in the order of its variables: several choices and rankings have one cell an option.
    static func all(of variables: [Variable]) -> [FormField] {
        var names = FormNames()
        return variables.enumerated().flatMap { index, variable in
            switch variable.domain {
            case .optionSet(let options, _), .ranking(let options, _):
                options.enumerated().map { position, option in
                    FormField(
                        name: names.make("答_", "\(variable.name)_\(option.code)"), variable: index, option: position)
                }
            default: [FormField(name: names.make("答_", variable.name), variable: index, option: nil)]
            }
        }
    }
}

/// Makes names that a workbook may define, each of them once; capitals do not tell two names apart.
struct FormNames {
    private var taken: Set<String> = []

    mutating func make(_ prefix: String, _ wanted: String) -> String {
        let plain = String(
            String.UnicodeScalarView(
                wanted.unicodeScalars.prefix(Self.longest).map { scalar in
                    let properties = scalar.properties
                    return properties.isAlphabetic || properties.numericType == .decimal ? scalar : "_"
                }))
        var name = prefix + plain
        var number = 2
        while !taken.insert(name.lowercased()).inserted {
            name = "\(prefix)\(plain)_\(number)"
            number += 1
        }
        return name
    }

    /// Excel keeps 255 UTF-16 units of a name; a scalar may take two of them.
    private static let longest = 100
}
