/// How much room text takes, without drawing it: a Chinese character is two units wide, a digit one.
///
/// One unit is the width of a digit at 11 points, which is also Excel's unit of column width. Characters that East
/// Asian fonts draw wide (dashes, quotation marks, ▲, ±) count two: too much room is better than clipped text.
public enum TextMeasure {
    /// Units of the widest line.
    public static func width(of text: String) -> Int {
        var widest = 0
        var line = 0
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                widest = max(widest, line)
                line = 0
            } else {
                line += width(of: scalar)
            }
        }
        return max(widest, line)
    }

    /// The width of a column in which the widest of the texts stands in one line, between the two limits.
    public static func columnWidth(
        for texts: some Sequence<String>, size: Double = 10.5, atLeast: Double = 8, atMost: Double = 60
    ) -> Double {
        let widest = texts.map { width(of: $0) }.max() ?? 0
        let wanted = (Double(widest) * size / 11 + 2).rounded(.up)
        return min(max(wanted, atLeast), atMost)
    }

    /// The number of lines that the text needs in a column of that width, when it wraps.
    public static func lines(of text: String, columnWidth: Double, size: Double = 10.5) -> Int {
        let room = max(2, Int((columnWidth * 11 / size - 0.5).rounded(.down)))
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .reduce(0) { $0 + lines(ofParagraph: $1, room: room) }
    }

    /// The height of a row with so many lines.
    public static func rowHeight(lines: Int, size: Double = 10.5) -> Double {
        max(18, (Double(lines) * size * 1.35 * 4).rounded(.up) / 4)
    }

    /// Breaks the paragraph greedily: between Chinese characters, between words, not before closing punctuation.
    private static func lines(ofParagraph text: Substring, room: Int) -> Int {
        var lines = 1
        var used = 0
        var piece = 0
        var afterWide = false
        func place(_ width: Int) {
            if used + width <= room {
                used += width
            } else if width <= room {
                lines += 1
                used = width
            } else {
                // A word wider than the column is cut by the column's edge.
                let over = used + width
                lines += (over - 1) / room
                used = (over - 1) % room + 1
            }
        }
        for scalar in text.unicodeScalars {
            let isWide = width(of: scalar) > 1
            if piece > 0, isWide || afterWide, !closing.contains(scalar) {
                place(piece)
                piece = 0
            }
            piece += width(of: scalar)
            afterWide = isWide
            if scalar == " " {
                place(piece)
                piece = 0
            }
        }
        if piece > 0 { place(piece) }
        return lines
    }

    private static let closing = Set("，。、；：？！）》〉」』】〕”’…—％,.;:?!)]}%".unicodeScalars)

    private static func width(of scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0xA1 { return value < 0x20 ? 0 : 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        return wide.contains { $0.contains(value) } ? 2 : 1
    }

    /// Wide, full-width and ambiguous characters of Unicode's East Asian Width, in coarse blocks.
    private static let wide: [ClosedRange<UInt32>] = [
        0x4E00...0x9FFF, 0x3000...0x303E, 0xFF00...0xFF60, 0x2010...0x203E, 0x2E80...0x2FFF, 0x3041...0x4DBF,
        0xA1...0xBF, 0xD7...0xD7, 0xF7...0xF7, 0x391...0x3C9, 0x401...0x451, 0x1100...0x115F, 0x2074...0x27BF,
        0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xE000...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
        0xFFE0...0xFFE6, 0x1F100...0x1FAFF, 0x20000...0x3FFFD,
    ]
}
