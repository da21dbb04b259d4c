import Foundation

/// A TextMate grammar of patterns that match within a line, read as an editor reads it.
struct TextMateGrammar {
    struct Rule: Decodable {
        var name: String?
        var match: String?
        var captures: [String: Rule]?
        var patterns: [Rule]?
        var include: String?
    }

    private struct File: Decodable {
        var patterns: [Rule]
        var repository: [String: Rule]
    }

    let rules: [Rule]
    let repository: [String: Rule]
    private let expressions: [String: NSRegularExpression]

    /// - Throws: what `NSRegularExpression` says of a pattern that it cannot take.
    init(_ json: Data) throws {
        let file = try JSONDecoder().decode(File.self, from: json)
        rules = file.patterns
        repository = file.repository
        let all = Self.all(in: file.patterns + Array(file.repository.values))
        var expressions: [String: NSRegularExpression] = [:]
        for pattern in all.compactMap(\.match) { expressions[pattern] = try NSRegularExpression(pattern: pattern) }
        self.expressions = expressions
    }

    /// Every rule, those within rules too.
    var allRules: [Rule] { Self.all(in: rules + Array(repository.values)) }

    static func all(in rules: [Rule]) -> [Rule] {
        rules.flatMap { [$0] + all(in: $0.patterns ?? []) + all(in: $0.captures.map { Array($0.values) } ?? []) }
    }

    /// The scopes of each UTF-16 unit of a line, the outermost first.
    func scopes(of line: String) -> [[String]] {
        // An editor hands over each line with its end.
        let text = line + "\n"
        var scopes = [[String]](repeating: [], count: text.utf16.count)
        apply(rules, to: text, from: 0, to: text.utf16.count, &scopes)
        return scopes.dropLast()
    }

    /// The match that begins first; where two begin together, that of the rule that is listed first.
    private func apply(_ rules: [Rule], to line: String, from start: Int, to end: Int, _ scopes: inout [[String]]) {
        let rules = flattened(rules)
        // What stands before a capture can be looked back at; what stands behind it is not there.
        let text = (line as NSString).substring(to: end)
        var position = start
        while position < end {
            var first: (rule: Rule, result: NSTextCheckingResult)?
            for rule in rules {
                guard let pattern = rule.match,
                    let result = expressions[pattern]?.firstMatch(
                        in: text, options: [.withTransparentBounds, .withoutAnchoringBounds],
                        range: NSRange(location: position, length: end - position))
                else { continue }
                if first.map({ result.range.location < $0.result.range.location }) ?? true { first = (rule, result) }
            }
            guard let (rule, result) = first else { return }
            add(rule.name, result.range, &scopes)
            for (group, capture) in (rule.captures ?? [:]).sorted(by: { Int($0.key) ?? 0 < Int($1.key) ?? 0 }) {
                guard let group = Int(group), group <= result.numberOfRanges - 1 else { continue }
                let range = result.range(at: group)
                guard range.location != NSNotFound, range.length > 0 else { continue }
                add(capture.name, range, &scopes)
                apply(capture.patterns ?? [], to: text, from: range.location, to: NSMaxRange(range), &scopes)
            }
            position = max(NSMaxRange(result.range), position + 1)
        }
    }

    private func add(_ name: String?, _ range: NSRange, _ scopes: inout [[String]]) {
        guard let name else { return }
        for index in range.location..<NSMaxRange(range) { scopes[index].append(name) }
    }

    private func flattened(_ rules: [Rule]) -> [Rule] {
        rules.flatMap { rule -> [Rule] in
            if let include = rule.include {
                return repository[String(include.dropFirst())].map { flattened([$0]) } ?? []
            }
            return rule.match == nil ? flattened(rule.patterns ?? []) : [rule]
        }
    }
}

/// A whole text in the colours of a grammar: which scopes lie on each UTF-8 unit.
struct ColouredText {
    let text: String
    private var scopes: [[String]] = []

    init(_ text: String, _ grammar: TextMateGrammar) {
        self.text = text
        scopes.reserveCapacity(text.utf8.count)
        var line = ""
        func colour(_ line: String) -> [[String]] {
            var coloured: [[String]] = []
            let units = grammar.scopes(of: line)
            var unit = 0
            for scalar in line.unicodeScalars {
                coloured += Array(repeating: units[unit], count: UTF8.width(scalar))
                unit += UTF16.width(scalar)
            }
            return coloured
        }
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                scopes += colour(line) + [[]]
                line = ""
            } else {
                line.unicodeScalars.append(scalar)
            }
        }
        scopes += colour(line)
    }

    /// The stretches that lie within a scope, by the beginnings of its name.
    func ranges(_ names: String...) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        for index in scopes.indices where scopes[index].contains(where: { names.contains(where: $0.hasPrefix) }) {
            if let last = ranges.last, last.upperBound == index {
                ranges[ranges.count - 1] = last.lowerBound..<index + 1
            } else {
                ranges.append(index..<index + 1)
            }
        }
        return ranges
    }

    func scopes(in range: Range<Int>) -> Set<String> { Set(scopes[range].joined()) }

    func words(_ ranges: [Range<Int>]) -> [String] { ranges.map(slice) }

    func slice(_ range: Range<Int>) -> String {
        let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
        return String(text[start..<text.utf8.index(start, offsetBy: range.count)])
    }
}
