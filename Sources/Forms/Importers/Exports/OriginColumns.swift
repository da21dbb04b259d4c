import Surveys
import Workbooks

/// The columns in which a file numbers its responses and says when each was handed in.
///
/// A number of the tool's own tells two rows apart; whatever names a person, such as a staff number or an account, is
/// never read here.
struct OriginColumns {
    private let tool: String
    private let number: Int?
    private let moment: Int?
    /// Year, month, day, hour and minute. Made once for all rows: to compile it takes much longer than to match.
    private let time = /(\d{4})[-\/.年](\d{1,2})[-\/.月](\d{1,2})日?[ t]*(\d{1,2}):(\d{2})(?::\d{2}(?:[.,]\d+)?)?z?/

    /// - Parameter titles: the headings, each with its column.
    init(_ format: ExportFormat, titles: [(title: String, column: Int)]) {
        tool = format.name.english
        let names = titles.map { (name: format.originName($0.title), column: $0.column) }
        func column(_ wanted: [String]) -> Int? {
            wanted.lazy.compactMap { name in names.first { $0.name == name }?.column }.first
        }
        number = column(format.numberNames)
        moment = column(format.momentNames)
    }

    /// What the file says of the rows with these numbers; empty where it has neither column.
    func origins(of rows: [CSVTable.Row], numbered numbers: [Int]) -> [RowOrigin?] {
        guard number != nil || moment != nil else { return [] }
        let byNumber = Dictionary(rows.map { ($0.number, origin(of: $0)) }) { first, _ in first }
        return numbers.map { byNumber[$0] ?? nil }
    }

    private func origin(of row: CSVTable.Row) -> RowOrigin? {
        let number = number.map { AnswerReader.trimmed(row.cells[$0]) } ?? ""
        let moment = moment.map { KnownHeadings.folded(row.cells[$0]) } ?? ""
        guard !number.isEmpty || !moment.isEmpty else { return nil }
        return RowOrigin(
            tool: tool, number: number.isEmpty ? nil : number, moment: moment.isEmpty ? nil : minute(moment))
    }

    /// Takes out rows that say again, cell by cell and with the same number, what a row before them said: somebody put
    /// two exports into one file.
    ///
    /// - Returns: how many there were.
    func removeRepetitions(from rows: inout [CSVTable.Row]) -> Int {
        guard let number else { return 0 }
        let count = rows.count
        var seen: Set<[String]> = []
        rows.removeAll { !AnswerReader.trimmed($0.cells[number]).isEmpty && !seen.insert($0.cells).inserted }
        return count - rows.count
    }

    /// The minute of a time in one spelling, because a file that went through a spreadsheet program has lost its seconds:
    /// `2026/11/3 9:00:00`, `2026-11-03T09:00:12Z` and 46329.375 are one minute. What is read as no time stays as it is.
    private func minute(_ text: String) -> String {
        if let serial = Double(text), let day = WorkbookDay(serial: serial) {
            // A minute is 1 of 1440 parts; the rest is what is left of it in binary.
            let minutes = Int((serial - serial.rounded(.down)) * 1440 + 0.01)
            return "\(day.text) \(minutes / 60):\(minutes % 60)"
        }
        guard let match = text.wholeMatch(of: time), let day = Day("\(match.1)-\(match.2)-\(match.3)"),
            let hour = Int(match.4), let minute = Int(match.5)
        else { return text }
        return "\(day) \(hour):\(minute)"
    }
}

extension ExportFormat {
    /// A heading in the spelling of the names below.
    fileprivate func originName(_ title: String) -> String {
        self == .limeSurvey ? LimeSurveyExport.systemName(title) : HeadingKey.of(title)
    }

    /// The headings above the numbers that the tool gives to responses.
    fileprivate var numberNames: [String] {
        switch self {
        case .wjx: ["序号", "答卷编号"]
        case .limeSurvey: ["id"]
        case .qualtrics: ["responseid"]
        case .surveyMonkey: ["respondentid"]
        case .own: ["序号", "答卷编号", "id", "uuid", "responseid", "submissionid"]
        }
    }

    /// The headings above the times at which responses were handed in.
    fileprivate var momentNames: [String] {
        switch self {
        case .wjx: ["提交答卷时间", "提交时间"]
        case .limeSurvey: ["submitdate"]
        case .qualtrics: ["recordeddate", "enddate"]
        case .surveyMonkey: ["enddate", "datemodified"]
        case .own: ["提交答卷时间", "提交时间", "时间戳记", "timestamp", "submissiontime", "submitdate"]
        }
    }
}
