extension SurveyReading {
    /// Puts each comment before the line that it stood above; where that line is written no more, before the next one
    /// of the original text that is.
    func withComments(_ lines: [WrittenLine]) -> String {
        let numbers = lines.map { line in line.source.map { source.line(at: $0).number } }
        let written = Set(numbers.compactMap { $0 }).sorted()
        var above: [Int: [String]] = [:]
        var last: [String] = []
        for (comment, line) in comments {
            if let target = written.first(where: { $0 >= line }) {
                above[target, default: []].append(comment)
            } else {
                last.append(comment)
            }
        }
        var out: [String] = []
        for (line, number) in zip(lines, numbers) {
            if let number { out += above.removeValue(forKey: number) ?? [] }
            out.append(line.text)
        }
        return (out + last).map { $0 + "\n" }.joined()
    }

    /// Every comment, with the number of the line that it stands above.
    private var comments: [(text: String, line: Int)] {
        var found: [(text: String, line: Int)] = []
        var open = 0
        for line in source.lines {
            let content = line.content
            if line.isComment(content) {
                let words = line.raw(content.lowerBound + 2..<content.upperBound)
                found.append((TextSpelling.composed("//" + words), .max))
            } else if !content.isEmpty {
                for index in open..<found.count { found[index].line = line.number }
                open = found.count
            }
        }
        return found
    }
}
