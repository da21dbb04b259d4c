/// Where in a survey a text stands: which of its parts, counted from 0.
///
/// A key path would say the same; making one for every line costs a third of the reading.
enum TextAddress: Hashable, Sendable {
    case title
    case introduction(Int)
    case scale(Int)
    case level(Int, Int)
    case section(Int)
    case sectionHelp(Int, Int)
    case question(Int, Int)
    case questionHelp(Int, Int, Int)
    case option(Int, Int, Int)
    case optionHelp(Int, Int, Int, Int)
    case row(Int, Int, Int)
    case rowHelp(Int, Int, Int, Int)
    case rowAdvice(Int, Int, Int, Int)
    case message(Int, Int, Int)
    case dimension(Int)
    case dimensionAdvice(Int, Int)
    case band(Int, Int)
}

extension Survey {
    subscript(address: TextAddress) -> LocalText {
        get {
            switch address {
            case .title: title
            case .introduction(let index): introduction[index]
            case .scale(let scale): scales[scale].name
            case .level(let scale, let level): scales[scale].levels[level].text
            case .section(let section): sections[section].title
            case .sectionHelp(let section, let help): sections[section].help[help]
            case .question(let section, let question): sections[section].questions[question].text
            case .questionHelp(let section, let question, let help): sections[section].questions[question].help[help]
            case .option(let section, let question, let option):
                sections[section].questions[question].options[option].text
            case .optionHelp(let section, let question, let option, let help):
                sections[section].questions[question].options[option].help[help]
            case .row(let section, let question, let row): sections[section].questions[question].rows[row].text
            case .rowHelp(let section, let question, let row, let help):
                sections[section].questions[question].rows[row].help[help]
            case .rowAdvice(let section, let question, let row, let advice):
                sections[section].questions[question].rows[row].advice[advice]
            case .message(let section, let question, let check):
                sections[section].questions[question].checks[check].message ?? LocalText("")
            case .dimension(let dimension): dimensions[dimension].name
            case .dimensionAdvice(let dimension, let advice): dimensions[dimension].advice[advice]
            case .band(let dimension, let band): dimensions[dimension].bands[band].text
            }
        }
        set {
            switch address {
            case .title: title = newValue
            case .introduction(let index): introduction[index] = newValue
            case .scale(let scale): scales[scale].name = newValue
            case .level(let scale, let level): scales[scale].levels[level].text = newValue
            case .section(let section): sections[section].title = newValue
            case .sectionHelp(let section, let help): sections[section].help[help] = newValue
            case .question(let section, let question): sections[section].questions[question].text = newValue
            case .questionHelp(let section, let question, let help):
                sections[section].questions[question].help[help] = newValue
            case .option(let section, let question, let option):
                sections[section].questions[question].options[option].text = newValue
            case .optionHelp(let section, let question, let option, let help):
                sections[section].questions[question].options[option].help[help] = newValue
            case .row(let section, let question, let row):
                sections[section].questions[question].rows[row].text = newValue
            case .rowHelp(let section, let question, let row, let help):
                sections[section].questions[question].rows[row].help[help] = newValue
            case .rowAdvice(let section, let question, let row, let advice):
                sections[section].questions[question].rows[row].advice[advice] = newValue
            case .message(let section, let question, let check):
                sections[section].questions[question].checks[check].message = newValue
            case .dimension(let dimension): dimensions[dimension].name = newValue
            case .dimensionAdvice(let dimension, let advice): dimensions[dimension].advice[advice] = newValue
            case .band(let dimension, let band): dimensions[dimension].bands[band].text = newValue
            }
        }
    }
}
