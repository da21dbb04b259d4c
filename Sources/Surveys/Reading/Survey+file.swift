/// Why a survey could not be used.
public enum SurveyError: Error, Sendable {
    /// The file's text has errors; all of them are here.
    case hasErrors(SurveyReading)
    case unreadable(Wording)
}

extension Survey {
    /// Reads the bytes of a `.zicha` file in whatever encoding a desktop wrote it.
    public static func read(bytes: [UInt8], warnsToo: Bool = true) throws(SurveyError) -> SurveyReading {
        guard let (text, encoding) = TextEncoding.decode(bytes) else {
            throw .unreadable(
                Wording("这不是文本文件；请另存为 UTF-8 文本", "this is not a text file; save it as UTF-8 text"))
        }
        if let line = lineTooLong(text) {
            throw .unreadable(
                Wording(
                    "第 \(line) 行超过 1 MB，不像是问卷，没有读；请核对给的是不是这个文件",
                    "line \(line) is longer than 1 MB, so it is taken for no survey and was not read; check the file's name"
                ))
        }
        var reading = read(text, warnsToo: warnsToo)
        if encoding != .utf8 {
            reading.diagnostics.insert(
                Diagnostic(
                    "Z003", .warning, at: 0..<0,
                    Wording(
                        "文件是 \(encoding.rawValue) 编码，已按此读入", "the file is \(encoding.rawValue) and was read as such"),
                    notes: [Wording("请另存为 UTF-8，免得别的程序读错", "save it as UTF-8, so that other programs read it right")]),
                at: 0)
        }
        return reading
    }

    /// A line is one thing that somebody typed; one longer than many books would cost minutes and tell nothing.
    private static let longestLine = 1 << 20

    /// The number of the first line that is no line of a survey.
    private static func lineTooLong(_ text: String) -> Int? {
        let bytes = text.utf8Span.span
        guard bytes.count > longestLine else { return nil }
        var number = 1
        var start = 0
        for index in bytes.indices {
            // CR LF is one end and not two.
            guard
                bytes[index] == 0x0A || (bytes[index] == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A))
            else { continue }
            if index - start > longestLine { return number }
            number += 1
            start = index + 1
        }
        return bytes.count - start > longestLine ? number : nil
    }
}
