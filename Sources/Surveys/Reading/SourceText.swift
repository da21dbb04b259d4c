/// A survey text cut into lines, and the one place where an offset becomes a line and a column.
///
/// The text is kept as Unicode scalars: every mark that the language knows is one scalar, and a person's letters are
/// only ever copied. Characters as people count them appear where a place is told to a person.
public struct SourceText: Sendable {
    public let text: String
    let lines: [SourceLine]

    public init(_ text: String) {
        self.text = text
        let scalars = Array(text.unicodeScalars)
        var machine: [Unicode.Scalar] = []
        var offsets: [Int] = []
        machine.reserveCapacity(scalars.count)
        offsets.reserveCapacity(scalars.count + 1)
        var offset = 0
        var ends: [Int] = []
        for (index, scalar) in scalars.enumerated() {
            machine.append(scalar.meant)
            offsets.append(offset)
            offset += UTF8.width(scalar)
            if scalar.isNewline { ends.append(index) }
        }
        offsets.append(offset)
        lines = Self.lines(text, scalars, machine, offsets, ends)
    }

    private static func lines(
        _ text: String, _ scalars: [Unicode.Scalar], _ machine: [Unicode.Scalar], _ offsets: [Int], _ ends: [Int]
    ) -> [SourceLine] {
        var lines: [SourceLine] = []
        lines.reserveCapacity(ends.count + 1)
        var start = 0
        func line(to end: Int) -> SourceLine {
            SourceLine(
                number: lines.count + 1, text: text, scalars: scalars[start..<end], machine: machine[start..<end],
                offsets: offsets[start...end])
        }
        for end in ends {
            // CR LF is one end and not two.
            if scalars[end] == "\n", end > 0, scalars[end - 1] == "\r" {
                start = end + 1
                continue
            }
            lines.append(line(to: end))
            start = end + 1
        }
        if start < scalars.count || lines.isEmpty { lines.append(line(to: scalars.count)) }
        return lines
    }

    /// The line that holds an offset, and the character within it, both counted from 1.
    public func position(of offset: Int) -> (line: Int, character: Int) {
        let line = line(at: offset)
        return (line.number, line.raw(line.start..<line.index(ofOffset: offset)).count + 1)
    }

    /// What a line says behind the colon of its keyword.
    func value(behind keyword: Range<Int>) -> Range<Int> {
        let line = line(at: keyword.lowerBound)
        let end = line.index(ofOffset: keyword.upperBound)
        guard let colon = line.machine[end..<line.end].firstIndex(of: ":") else { return keyword }
        let value = line.trimmed(colon + 1..<line.end)
        return value.isEmpty ? keyword : line.place(value)
    }

    /// What stands at a place.
    func slice(_ range: Range<Int>) -> Substring { text.slice(range) }

    func line(at offset: Int) -> SourceLine {
        var low = 0
        var high = lines.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if lines[middle].offset <= offset { low = middle } else { high = middle - 1 }
        }
        return lines[low]
    }
}

/// One line: its scalars as written, and as the machine zones read them. Indices count from the start of the text.
struct SourceLine: Sendable {
    let number: Int
    /// The whole text, to copy from.
    private let text: String
    let scalars: ArraySlice<Unicode.Scalar>
    /// One for one with `scalars`, input-method twins replaced by the mark that is meant.
    let machine: ArraySlice<Unicode.Scalar>
    /// UTF-8 offset of each scalar, and of the end.
    let offsets: ArraySlice<Int>

    init(
        number: Int, text: String, scalars: ArraySlice<Unicode.Scalar>, machine: ArraySlice<Unicode.Scalar>,
        offsets: ArraySlice<Int>
    ) {
        self.number = number
        self.text = text
        self.scalars = scalars
        self.machine = machine
        self.offsets = offsets
    }

    var start: Int { scalars.startIndex }
    var end: Int { scalars.endIndex }

    /// UTF-8 offset of the line's start.
    var offset: Int { offsets[start] }

    var content: Range<Int> { trimmed(start..<end) }

    /// Without blanks at either end.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, machine[lower] == " " { lower += 1 }
        while upper > lower, machine[upper - 1] == " " { upper -= 1 }
        return lower..<upper
    }

    func place(_ range: Range<Int>) -> Range<Int> {
        offsets[range.lowerBound]..<offsets[range.upperBound]
    }

    /// comment = "//" , text
    func isComment(_ content: Range<Int>) -> Bool {
        content.count >= 2 && machine[content.lowerBound] == "/" && machine[content.lowerBound + 1] == "/"
    }

    func raw(_ range: Range<Int>) -> String { String(text.slice(place(range))) }

    func normal(_ range: Range<Int>) -> String {
        machine[range] == scalars[range] ? raw(range) : String(machine[range])
    }

    /// A text zone as people wrote it; only `||`, `[[` and `]]` become the mark that they stand for.
    func literal(_ range: Range<Int>) -> String {
        guard let first = range.dropLast().first(where: { isDoubledMark(at: $0) }) else { return raw(range) }
        var out = Array(scalars[range.lowerBound..<first])
        var index = first
        while index < range.upperBound {
            out.append(scalars[index])
            index += index + 1 < range.upperBound && isDoubledMark(at: index) ? 2 : 1
        }
        return String(out[...])
    }

    /// A bar that no second one turns into a mark of the text.
    func isLoneBar(at index: Int, in range: Range<Int>) -> Bool {
        guard machine[index] == "|" else { return false }
        let run = machine[range.lowerBound..<index].reversed().prefix { $0 == "|" }.count
        let isSecond = run % 2 == 1
        return !isSecond && !(index + 1 < range.upperBound && machine[index + 1] == "|")
    }

    private func isDoubledMark(at index: Int) -> Bool {
        let mark = machine[index]
        return (mark == "|" || mark == "[" || mark == "]") && machine[index + 1] == mark
    }

    func index(ofOffset offset: Int) -> Int {
        var low = start
        var high = end
        while low < high {
            let middle = (low + high) / 2
            if offsets[middle] < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension String {
    /// What stands between two UTF-8 offsets.
    fileprivate func slice(_ range: Range<Int>) -> Substring {
        let start = utf8.index(startIndex, offsetBy: range.lowerBound)
        return self[start..<utf8.index(start, offsetBy: range.count)]
    }

    init(_ scalars: ArraySlice<Unicode.Scalar>) {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        self.init(view)
    }
}
