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
}
