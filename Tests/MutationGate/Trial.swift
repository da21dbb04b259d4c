import Surveys

/// What became of one typo that changes what the survey says.
struct Trial {
    var typo: Typo
    var survey: String
    var line: String
    var lineNumber: Int
    /// What kind of line it stands on, and in which part of it.
    var kind: String
    var part: String
    /// The line as it was mistyped.
    var mistyped: String
    /// The slip landed in a sentence: the machine reads the same survey but for its wordings.
    var changesOnlyWordings: Bool
    /// The gravest new remark; nil where nothing was said.
    var flagged: Diagnostic.Severity?
    /// The same with last year's survey at hand.
    var flaggedByYears: Diagnostic.Severity?
}

/// One survey, and what is said of its mutants.
struct Trials {
    let name: String
    let original: SurveyReading
    private let previous: Survey
    private let baseline: [String: Int]
    private let yearlyBaseline: [String: Int]
    private var typist: Typist
    private(set) var harmless = 0
    private(set) var trials: [Trial] = []

    init(name: String, text: String, seed: UInt64) {
        self.name = name
        original = Survey.read(text)
        var previous = original.survey
        previous.year = previous.previousYear ?? previous.year.map { $0 - 1 }
        self.previous = previous
        baseline = Self.count(original)
        yearlyBaseline = Self.count(original.compared(with: previous))
        typist = Typist(text, sparing: original.textZones, seed: seed)
    }

    /// - Parameter count: how many mutants that mean something else; those that mean the same are made besides.
    mutating func run(_ count: Int) {
        var seen: Set<String> = []
        while trials.count < count {
            guard let typo = typist.typo(), seen.insert(typo.text).inserted else { continue }
            let reading = Survey.read(typo.text)
            guard reading.hasErrors || reading.survey != original.survey else {
                harmless += 1
                continue
            }
            trials.append(trial(typo, reading))
        }
    }

    private func trial(_ typo: Typo, _ reading: SurveyReading) -> Trial {
        let characters = typist.characters
        let start = (characters[..<typo.at].lastIndex(of: "\n") ?? -1) + 1
        let end = characters[typo.at...].firstIndex(of: "\n") ?? characters.count
        let number = characters[..<start].count { $0 == "\n" }
        let line = String(characters[start..<end])
        let lines = typo.text.split(separator: "\n", omittingEmptySubsequences: false)
        return Trial(
            typo: typo, survey: name, line: line, lineNumber: number + 1, kind: LineKind.of(line),
            part: LineKind.part(of: line, at: typo.at - start), mistyped: String(lines[min(number, lines.count - 1)]),
            changesOnlyWordings: !reading.hasErrors
                && reading.survey.withoutWordings == original.survey.withoutWordings,
            flagged: Self.gravest(reading, beyond: baseline),
            flaggedByYears: Self.gravest(reading.compared(with: previous), beyond: yearlyBaseline))
    }

    private static func key(_ remark: Diagnostic) -> String { remark.code + remark.title.chinese }

    private static func count(_ reading: SurveyReading) -> [String: Int] {
        reading.diagnostics.reduce(into: [:]) { $0[key($1), default: 0] += 1 }
    }

    private static func gravest(_ reading: SurveyReading, beyond known: [String: Int]) -> Diagnostic.Severity? {
        var left = known
        var new: [Diagnostic.Severity] = []
        for remark in reading.diagnostics {
            if let count = left[key(remark)], count > 0 {
                left[key(remark)] = count - 1
            } else {
                new.append(remark.severity)
            }
        }
        return new.max()
    }
}

/// What a line is, told from how it opens.
enum LineKind {
    static func of(_ line: String) -> String {
        if line.isEmpty { return "blank" }
        if line.hasPrefix("//") { return "comment" }
        if line.hasPrefix("##") { return "section" }
        if line.hasPrefix("#") { return "title" }
        if line.hasPrefix("- ≥") || line.hasPrefix("- 其余") { return "band" }
        if line.hasPrefix("-") { return "item" }
        if let colon = line.firstIndex(where: { $0 == "：" || $0 == ":" }),
            line.distance(from: line.startIndex, to: colon) < 6
        {
            return line[..<colon].allSatisfy(\.isASCII) ? "translation" : String(line[..<colon])
        }
        return "question"
    }

    static func part(of line: String, at column: Int) -> String {
        let characters = Array(line)
        guard column < characters.count else { return "line end" }
        if let bracket = characters.lastIndex(of: "["), characters.last == "]", column >= bracket { return "bracket" }
        if characters[column] == "|" { return "bar" }
        switch of(line) {
        case "item", "band", "question", "section", "title", "comment": return "opener"
        default:
            let colon = characters.firstIndex { $0 == "：" || $0 == ":" } ?? characters.count
            return column < colon ? "keyword" : column == colon ? "colon" : "value"
        }
    }
}

extension Survey {
    /// What is left of it for the machine.
    fileprivate var withoutWordings: Survey {
        let blank = LocalText("")
        var bare = self
        bare.title = blank
        bare.introduction = bare.introduction.map { _ in blank }
        for scale in bare.scales.indices {
            for level in bare.scales[scale].levels.indices { bare.scales[scale].levels[level].text = blank }
        }
        for section in bare.sections.indices {
            bare.sections[section].title = blank
            bare.sections[section].help = bare.sections[section].help.map { _ in blank }
            for index in bare.sections[section].questions.indices {
                bare.sections[section].questions[index] = bare.sections[section].questions[index].withoutWordings
            }
        }
        for dimension in bare.dimensions.indices {
            for band in bare.dimensions[dimension].bands.indices { bare.dimensions[dimension].bands[band].text = blank }
        }
        return bare
    }
}

extension Question {
    fileprivate var withoutWordings: Question {
        let blank = LocalText("")
        var bare = self
        bare.text = blank
        bare.help = help.map { _ in blank }
        for check in checks.indices where checks[check].message != nil { bare.checks[check].message = blank }
        for option in options.indices {
            bare.options[option].text = blank
            bare.options[option].help = options[option].help.map { _ in blank }
        }
        for row in rows.indices {
            bare.rows[row].text = blank
            bare.rows[row].help = rows[row].help.map { _ in blank }
        }
        return bare
    }
}
