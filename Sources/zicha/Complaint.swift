import Disclosure
import Forms
import Reports
import Scoring
import Storage
import Surveys
import Workbooks

/// An error that can say itself to the person at the keyboard.
protocol Worded: Error {
    var wording: Wording { get }
}

extension FormError: Worded {}
extension StoreError: Worded {}
extension ScoringError: Worded {}
extension ReportError: Worded {}
extension Interview.DraftError: Worded {}
extension ExplanationError: Worded {}
extension WorkbookError: Worded {
    var wording: Wording { Wording(message(in: .chinese), message(in: .english)) }
}

/// What stops the work, with its place.
struct Complaint: Worded, Equatable {
    var wording: Wording

    init(_ chinese: String, _ english: String) {
        wording = Wording(chinese, english)
    }

    /// A sentence about a file, with the file before it.
    init(at path: String, _ wording: Wording) {
        self.wording = Wording("\(path)：\(wording.chinese)", "\(path): \(wording.english)")
    }

    /// Does the work; what goes wrong in it is said of a file.
    static func naming<Result>(_ path: String, _ work: () throws(FormError) -> Result) throws(Complaint) -> Result {
        do {
            return try work()
        } catch {
            throw Complaint(at: path, error.wording)
        }
    }
}
