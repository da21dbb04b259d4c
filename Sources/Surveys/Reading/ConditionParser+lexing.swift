/// Words, marks and remarks: what every part of the parser reads with.
extension ConditionParser {
    mutating func skipBlanks() {
        while position < end, line.machine[position] == " " { position += 1 }
    }

    func wordEnd(from start: Int, atMost length: Int = .max) -> Int {
        var index = start
        while index < end, index - start < length, line.machine[index].isWordCharacter { index += 1 }
        return index
    }

    mutating func take(_ text: String) -> Bool {
        let stop = position + text.unicodeScalars.count
        guard stop <= end, line.machine[position..<stop].elementsEqual(text.unicodeScalars) else { return false }
        position = stop
        return true
    }

    mutating func takeWord(_ word: String) -> Bool {
        let stop = wordEnd(from: position)
        guard line.normal(position..<stop).lowercased() == word else { return false }
        position = stop
        return true
    }

    mutating func remark(
        _ code: String, _ range: Range<Int>, _ title: Wording, severity: Diagnostic.Severity = .error,
        label: Wording? = nil,
        related: [Diagnostic.Related] = [], notes: [Wording] = [], fix: Diagnostic.Fix? = nil
    ) {
        diagnostics.append(
            Diagnostic(
                code, severity, at: line.place(range), title, label: label, related: related, notes: notes, fix: fix))
    }
}
