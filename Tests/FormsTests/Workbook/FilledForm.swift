import Forms
import Foundation
import Surveys
import TestSupport
import Workbooks

/// What a person, or a program, leaves in an answer cell.
enum Typed: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
    case text(String), number(Double), truth(Bool), formula(String), error
    /// A formula whose value no program stored.
    case bareFormula(String)

    init(stringLiteral value: String) { self = .text(value) }
    init(integerLiteral value: Int) { self = .number(Double(value)) }
    init(floatLiteral value: Double) { self = .number(value) }

    /// The rest of `<c r="D5"`.
    fileprivate var markup: String {
        switch self {
        case .text(let text): " t=\"inlineStr\"><is><t xml:space=\"preserve\">\(escaped(text))</t></is></c>"
        case .number(let number): "><v>\(number)</v></c>"
        case .truth(let truth): " t=\"b\"><v>\(truth ? 1 : 0)</v></c>"
        case .formula(let formula): "><f>\(escaped(formula))</f><v>4</v></c>"
        case .bareFormula(let formula): "><f>\(escaped(formula))</f></c>"
        case .error: " t=\"e\"><v>#N/A</v></c>"
        }
    }

    private func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}

/// A form of the survey with every type, made once, and copies of it with something in its cells.
struct FormSample: Sendable {
    static let hash = String(repeating: "ab12", count: 16)

    let survey: Survey
    let empty: [UInt8]
    private let parts: [PlainZip.Part]
    private let sheet: String
    private let names: [String: SheetRange]

    init(
        _ survey: Survey, roster: Roster? = nil, code: String? = "K7QF-3M2X", language: String? = nil,
        hash: String = FormSample.hash
    ) throws {
        self.survey = survey
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("form.xlsx").path
        let form = WorkbookForm(survey: survey, surveyHash: hash, year: 2026, roster: roster, language: language)
        try form.write(to: path, code: code, serial: 12, madeOn: Day("2026-10-20")!)
        empty = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
        let archive = try ZipArchive(empty)
        parts = try archive.names.map { PlainZip.Part(name: $0, bytes: try archive.contents(of: $0) ?? []) }
        sheet = "xl/worksheets/sheet2.xml"
        names = try WorkbookReader(empty).names
    }

    var book: WorkbookReader { get throws { try WorkbookReader(empty) } }

    /// Where the answer stands, by the part of its name behind 答_.
    func cell(of answer: String) throws -> Cell {
        guard let target = names["答_\(answer)"] else { throw NoSuchCell(description: "no cell for \(answer)") }
        return target.range.first
    }

    /// The form with these answers, and with parts changed as one would with an editor.
    func filled(_ answers: [String: Typed], changing change: (String, String) -> String = { $1 }) throws -> [UInt8] {
        var parts = parts
        guard let index = parts.firstIndex(where: { $0.name == sheet }) else {
            throw NoSuchCell(description: "no sheet")
        }
        var text = String(decoding: parts[index].bytes, as: UTF8.self)
        for (answer, typed) in answers.sorted(by: { $0.key < $1.key }) {
            let mark = "<c r=\"\(try cell(of: answer).name)\""
            guard let start = text.range(of: mark),
                let end = text.range(of: "/>", range: start.upperBound..<text.endIndex)
            else { throw NoSuchCell(description: "no empty cell for \(answer)") }
            let style = text[start.upperBound..<end.lowerBound]
            text.replaceSubrange(start.lowerBound..<end.upperBound, with: mark + style + typed.markup)
        }
        parts[index].bytes = Array(text.utf8)
        for index in parts.indices where parts[index].name.hasSuffix(".xml") {
            let before = String(decoding: parts[index].bytes, as: UTF8.self)
            parts[index].bytes = Array(change(parts[index].name, before).utf8)
        }
        return PlainZip.of(parts)
    }

    /// Reads it back by the survey that it was made from, unless told otherwise.
    func read(_ bytes: [UInt8], survey: Survey? = nil, hash: String = FormSample.hash, roster: Roster? = nil)
        -> FormReading
    {
        var reader = FormReader(survey: survey ?? self.survey, surveyHash: hash, roster: roster)
        return reader.read(bytes: bytes, path: "表.xlsx")
    }

    /// What the reader says of the sample answers with some of them changed, or taken away by nil.
    func read(with changes: [String: Typed?]) throws -> FormReading {
        var answers = FormSample.answers
        for (name, typed) in changes { answers[name] = typed }
        return try read(filled(answers))
    }

    /// A whole answer to the survey with every type, as a person at the form would leave it.
    static let answers: [String: Typed] = [
        "CS": "办公室", "GW": "gl 综合管理", "DY": "是", "MS_a": "是", "MS_c": "是", "PX_q": 1, "PX_p": 2, "CC": 3,
        "BL": 12.5, "RQ": 46082, "YF": 46082, "DF": 7, "XF1": "4 比较符合", "XF2": 2, "XC1": "NA 不适用",
        "NL1_cur": "3 一般", "NL1_req": "5 完全符合", "ZW": "请看附件", "JY1": 5, "JY2": 2, "YJ": "没有",
    ]
    /// The same as the survey's variables hold it.
    static let response = Response(answers: [
        .text("办公室"), .option("gl"), .notAsked, .option("1"), .options(["a", "c"]), .options(["q", "p"]),
        .number(3, decimals: 0), .number(1250, decimals: 2), .day(Day("2026-03-01")!), .day(Day("2026-03-01")!),
        .number(7, decimals: 0), .level(4), .level(2), .notApplicable, .level(3), .level(5), .text("请看附件"),
        .number(5, decimals: 0), .number(2, decimals: 0), .text("没有"),
    ])
}

struct NoSuchCell: Error, CustomStringConvertible {
    var description: String
}
